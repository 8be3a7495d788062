/** Quantities: outcomes as numbers of which a mean over futures says something. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { isTime, type Outcome, outcomeKinds, statesOf } from "../../scenario/index.ts";

/** A number that every future has. */
export interface Quantity {
  /** The outcome's name, and what of it: `envoys-back, reached`. */
  readonly name: string;
  /** The place of the outcome. */
  readonly outcome: number;
  readonly unit: "share" | "days" | "number";
  /** From the outcome's value. */
  readonly of: (value: number) => number;
}

/**
 * The quantities of outcomes. A time that may not be reached gives two: whether it is, and the time, where one that was
 * not reached counts as the whole time that is simulated. A final state gives one for each state.
 *
 * @param length minutes that are simulated
 */
export function quantitiesOf(outcomes: Readonly<Record<string, Outcome>>, length: number): readonly Quantity[] {
  return Object.entries(outcomes).flatMap(([name, outcome], place): readonly Quantity[] => {
    const days = (value: number): number => (Number.isNaN(value) ? length : value) / MINUTES_PER_DAY;
    const states = statesOf(outcome);
    if (outcomeKinds[outcome.kind].mayMiss) {
      const reached = (value: number): number => (Number.isNaN(value) ? 0 : 1);
      return [
        { name: `${name}, reached`, outcome: place, unit: "share", of: reached },
        { name, outcome: place, unit: "days", of: days },
      ];
    }
    if (states.length > 0) {
      return states.map((state, k) => ({
        name: `${name}, ${state}`,
        outcome: place,
        unit: "share",
        of: (value) => (value === k ? 1 : 0),
      }));
    }
    if (isTime(outcome)) return [{ name, outcome: place, unit: "days", of: days }];
    return [
      {
        name,
        outcome: place,
        unit: outcomeKinds[outcome.kind].unit === "yes-or-no" ? "share" : "number",
        of: (value) => value,
      },
    ];
  });
}
