/** The band on a scale true to time. */
import type { Scale } from "../scale.ts";
import type { Segment } from "./band.ts";
import type { Stretch } from "./stretches.ts";

/** The parts of the band on a scale. What takes no room is left out. */
export function scaledSegments({ at, until, right }: Scale, stretches: readonly Stretch[]): readonly Segment[] {
  return stretches.flatMap((stretch, k): Segment[] => {
    const from = at(stretch.from);
    const next = stretches[k + 1];
    const to = next === undefined ? right : at(Math.min(next.from, until));
    return to - from < 0.5 ? [] : [{ ...stretch, from, to }];
  });
}
