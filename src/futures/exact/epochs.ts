/** Epochs: the minutes, known beforehand, at which something falls due in every future alike. */
import type { Due } from "./unfold.ts";
import type { World } from "./world.ts";

export interface Epoch {
  readonly minute: number;
  /** Whether the history's crisis fades now, unless it was stirred. It does so before anything else. */
  readonly fading: boolean;
  readonly due: readonly Due[];
}

/** A piece of an epoch with what orders pieces of one minute: when it was put into the simulator's queue. */
interface Piece {
  readonly minute: number;
  readonly since: number;
  readonly due: Due;
}

/**
 * The epochs up to a minute, in order; the present is one. It begins with the answers at once to what happened in this
 * very minute. Of one minute the schedule's events come first, then considerations as they were
 * queued.
 */
export function epochsOf({ model, opening, rates, fading }: World, until: number): readonly Epoch[] {
  const events = opening.scheduled.map(
    ({ minute }, number): Piece => ({ minute, since: -1, due: { kind: "scheduled", number } }),
  );
  const occasions = opening.occasions.flatMap(({ source, minute }): Piece[] =>
    minute === opening.now && model.sources[source]?.kind === "rule" && rates[source] === 0
      ? [{ minute, since: -2, due: { kind: "occasion", number: source } }]
      : [],
  );
  const ticks = model.sources.flatMap(({ every }, number) => {
    const times = every > 0 ? Math.floor((until - opening.now) / every) : 0;
    return Array.from({ length: times }, (_, k): Piece => {
      const since = opening.now + k * every;
      return { minute: since + every, since, due: { kind: "tick", number } };
    });
  });
  const pieces = [...occasions, ...events, ...ticks]
    .filter(({ minute }) => minute <= until)
    .toSorted((one, other) => one.minute - other.minute || one.since - other.since);
  const minutes = new Set([opening.now, ...pieces.map(({ minute }) => minute)]);
  if (fading <= until && fading > opening.now) minutes.add(fading);
  return [...minutes]
    .toSorted((one, other) => one - other)
    .map((minute) => ({
      minute,
      fading: minute === fading,
      due: pieces.filter((piece) => piece.minute === minute).map(({ due }) => due),
    }));
}
