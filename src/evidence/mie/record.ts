/** A row of Militarized Interstate Events as an event of a record: no day that is not known, no cause, no reason. */
import { type ActId, actOf, type Claim, type DiplomaticEvent } from "../../events/index.ts";
import { present } from "../../problem/index.ts";
import { dateText } from "../tables/day.ts";
import type { MieRow } from "../tables/mie.ts";
import { midActions } from "./acts.ts";

/** How rows are written: what a state is called, and which states have relations. */
export interface MieWriting {
  readonly codeOf: (state: number) => string;
  readonly parties: readonly number[];
  /** The party on whose side a third state stood, where the coders say. */
  readonly sideOf?: (state: number, row: MieRow) => number | undefined;
  /** The code of the source that says how many died; without one, losses are left out. */
  readonly teller?: string;
  /** The source, and what to say of a row beside its numbers. */
  readonly source?: { readonly cite: string; readonly file: string };
  /** What else is said about a row, and the sources that say so. */
  readonly said?: (row: MieRow) => { readonly claims: readonly Claim[]; readonly cite: readonly string[] } | undefined;
  readonly several?: boolean;
}

export function mieEvent(row: MieRow, writing: MieWriting): DiplomaticEvent {
  const { codeOf, parties, teller, source } = writing;
  const { act, joint = false } = present(midActions[row.action], `action ${row.action}`);
  const isBetween = parties.includes(row.a) && parties.includes(row.b);
  const third = isBetween ? undefined : parties.includes(row.a) ? row.b : row.a;
  // What a party and a third state do to each other is the third state's act: an act of both is one of both parties.
  const from = joint && third !== undefined ? third : row.a;
  const to = from === row.a ? row.b : row.a;
  const side = from === third ? writing.sideOf?.(from, row) : undefined;
  const both = parties.filter((state) => state === row.a || state === row.b);
  const who = joint && isBetween ? { from: both.map(codeOf), to: [] } : { from: [codeOf(from)], to: [codeOf(to)] };
  const additions = writing.said?.(row);
  const losses =
    teller === undefined ? [] : (["a", "b"] as const).flatMap((which) => lossesOf(row, which, codeOf, teller));
  // Made without the schema, which takes longer than all else: that it holds is tested.
  return {
    id: writing.several === true ? `c${row.confrontation}-e${row.event}` : `e${row.event}`,
    act,
    version: actOf(act).version,
    at: spanOf(row, act),
    ...who,
    ...(side === undefined ? {} : { side: codeOf(side) }),
    because: [],
    cite: source === undefined ? [] : [source.cite, ...(additions?.cite ?? [])],
    claims: [...losses, ...(additions?.claims ?? [])],
    ...(source === undefined ? {} : { note: noteOf(row, source.file) }),
  } as DiplomaticEvent;
}

/**
 * When a row happened. What ended later than it began, or on a day that is known better, is FIRST/LAST; so is what begins a
 * measure, since every row says when it ended.
 */
function spanOf({ start, end }: MieRow, act: ActId): string {
  const [first, last] = [dateText(start), dateText(end)];
  return first !== last || actOf(act).begins !== undefined ? `${first}/${last}` : first;
}

function lossesOf(row: MieRow, which: "a" | "b", codeOf: MieWriting["codeOf"], by: string): readonly Claim[] {
  const [least, most] = row.fatalities[which];
  if (most === 0) return [];
  return [{ by, about: "casualties", killed: least === most ? most : [least, most], in: codeOf(row[which]) }];
}

function noteOf({ line, action, level, directed }: MieRow, file: string): string {
  const { label: of } = present(midActions[action], `action ${action}`);
  const way = directed ? "" : ", of both";
  return `${file}, line ${line}: action ${action} (${of}${way}), hostility level ${level}.`;
}
