/** A pair's confrontation as a record of events, as far as the catalogue can say what happened. */
import { type ActId, actOf, type DiplomaticEvent, type EventDraft, event } from "../../src/events/index.ts";
import { type Day, isOfBoth, type Pair, type Row } from "./rows.ts";

/** The act of each action number of the Correlates of War codebook. */
const ACTS: Readonly<Record<number, ActId>> = {
  1: "threaten-force",
  2: "threaten-force",
  3: "threaten-force",
  4: "threaten-force",
  5: "threaten-force",
  7: "show-force",
  8: "raise-alert",
  9: "raise-alert",
  10: "mobilize",
  11: "fortify-border",
  12: "violate-border",
  13: "blockade",
  14: "occupy-territory",
  15: "seize",
  16: "strike",
  17: "clash",
  18: "declare-war",
  19: "strike",
  20: "declare-war",
  21: "declare-war",
  22: "war-battle",
};

/** A state's code in a record. */
function codeOf(state: number): string {
  return `S${state}`;
}

/** The two states as parties: the lower code first. */
export function dyadOf({ states }: Pair): { readonly a: string; readonly b: string } {
  return { a: codeOf(states[0]), b: codeOf(states[1]) };
}

/**
 * The events of a pair. Clashes and war battles are of both. What lasts is written FIRST/LAST; so is what begins a measure,
 * since every row says on which day it ended.
 *
 * @throws RangeError for an action that the codebook does not have
 */
export function recordOf(pair: Pair): readonly DiplomaticEvent[] {
  return pair.rows.map((row) => {
    const act = ACTS[row.action];
    if (act === undefined)
      throw new RangeError(`Confrontation ${row.confrontation} has the action ${row.action}, which is none.`);
    const [by, against] = row.states.map(codeOf);
    const { a, b } = dyadOf(pair);
    const who = isOfBoth(row) ? { from: [a, b] } : { from: [by], to: [against] };
    return event({
      id: `e${row.number}`,
      act,
      at: dateOf(row, actOf(act).begins !== undefined),
      ...who,
    } as EventDraft<ActId>);
  });
}

/**
 * When a row happened. It lasts where it ended on another day than it began; where the first day is not known, only if it
 * ended in another month.
 */
function dateOf({ start, end }: Row, begins: boolean): string {
  const [first, last] = [text(start), text(end)];
  const sameMonth = start.year === end.year && start.month === end.month;
  const lasts = first !== last && (start.day !== undefined || !sameMonth);
  return lasts || begins ? `${first}/${last}` : first;
}

function text({ year, month, day }: Day): string {
  const parts = [String(year).padStart(4, "0"), pad(month), ...(day === undefined ? [] : [pad(day)])];
  return parts.join("-");
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}
