/** Stretches: the course through time, with what is in force beside it. The band draws them. */
import { stepsUntil } from "../../history/index.ts";
import type { Situation } from "../../machine/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { courseOf } from "../chart/states.ts";
import type { Headline } from "../words/index.ts";

/** What the band shows at a time. */
export interface Standing {
  readonly course: Headline;
  readonly severed: boolean;
  /** Whether party a, and party b, has measures in force. */
  readonly measuresA: boolean;
  readonly measuresB: boolean;
}

/** What the band shows from a minute on. */
export interface Stretch extends Standing {
  readonly from: number;
}

function standingOf({ course, measures, relations }: Situation): Standing {
  return {
    course: courseOf(course),
    severed: relations === "severed",
    measuresA: measures === "by-a" || measures === "both",
    measuresB: measures === "by-b" || measures === "both",
  };
}

/** The stretches up to the minute shown, the opening first. */
export function stretchesOf({ scenario, history, until }: ReplayView): readonly Stretch[] {
  const stretches: Stretch[] = [{ ...standingOf(history.opening), from: scenario.window.from }];
  for (const { after, minute } of history.steps.slice(0, stepsUntil(history, until))) {
    const standing = standingOf(after);
    const last = stretches.at(-1);
    if (last === undefined || !isSameStanding(last, standing)) stretches.push({ ...standing, from: minute });
  }
  return stretches;
}

function isSameStanding(one: Standing, other: Standing): boolean {
  return (
    one.course === other.course &&
    one.severed === other.severed &&
    one.measuresA === other.measuresA &&
    one.measuresB === other.measuresB
  );
}

/** How high the band stands: 0 for normal relations to 4 for force answered by force. */
export const levels: Readonly<Record<Headline, number>> = {
  normal: 0,
  strained: 1,
  reconciliation: 1,
  recalled: 2,
  severed: 2,
  strike: 3,
  retaliation: 4,
  war: 4,
};
