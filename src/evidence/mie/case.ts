/** Confrontations of Militarized Interstate Events as a case: a pair's events, and what third states did to either. */

import type { Claim } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Case, windowOf } from "../case.ts";
import { midData, mieData } from "../data-sets.ts";
import { type State, stateOf } from "../states/states.ts";
import { dateText, type KnownDate } from "../tables/day.ts";
import type { MidRow } from "../tables/mid.ts";
import type { MieRow } from "../tables/mie.ts";
import { inTime, pairsOf } from "./pairs.ts";
import { mieEvent } from "./record.ts";

/** What is asked of a table. */
export interface CaseAsked {
  readonly file: string;
  readonly confrontation?: number | undefined;
  readonly dyad?: readonly [State, State] | undefined;
  readonly years?: readonly [first: number, last: number] | undefined;
  /** How disputes ended, and the file that says so. */
  readonly disputes?: { readonly file: string; readonly rows: readonly MidRow[] } | undefined;
}

/**
 * The case of one confrontation, or of all in which two states met.
 *
 * @throws Problem `no-such-case` when nothing of the table is meant, or two states are to be named
 */
export function mieCase(rows: readonly MieRow[], asked: CaseAsked): Case {
  const parties = partiesIn(rows, asked);
  const [a, b] = parties;
  const isParty = (state: number): boolean => parties.includes(state);
  const met = rows.filter((row) => isParty(row.a) && isParty(row.b) && isMeant(row, asked));
  const [first] = met;
  if (first === undefined) throw neverMet(rows, asked, parties);
  const confrontations = new Set(met.map(({ confrontation }) => confrontation));
  const within = rows.filter((row) => confrontations.has(row.confrontation) && isMeant(row, asked));
  const told = inTime(within.filter((row) => isParty(row.a) || isParty(row.b)));
  const sides = sidesOf(within);
  const codeOf = (state: number): string => stateOf(state).code;
  const endings = endingsOf(told, sides, asked);
  const events = told.map((row) =>
    mieEvent(row, {
      codeOf,
      parties: [a, b],
      sideOf: (state, { confrontation }) => sideIn(sides.get(confrontation) ?? new Map(), state, [a, b]),
      teller: TELLER,
      source: { cite: "mie", file: asked.file },
      said: (row) => endings.get(row),
      several: confrontations.size > 1,
    }),
  );
  const states = new Set(told.flatMap((row) => [row.a, row.b]).filter((state) => !isParty(state)));
  const [one, other] = [stateOf(a), stateOf(b)];
  const years = yearsOf(told);
  const left = within.length - told.length;
  return {
    name: `mie-${one.code}-${other.code}-${confrontations.size > 1 ? years : first.confrontation}`.toLowerCase(),
    title: `${one.name} and ${other.name}, ${years}`,
    parties: [one, other],
    others: [...states].map(stateOf),
    tellers: {
      ...(events.some(({ claims }) => claims.some(({ by }) => by === TELLER)) ? { [TELLER]: "coders of MIE" } : {}),
      ...(endings.size > 0 ? { [ENDER]: "coders of MID" } : {}),
    },
    sources: endings.size === 0 ? { mie: mieData } : { mie: mieData, mid: midData },
    events,
    window: windowOf([...told.flatMap(({ start, end }) => [start, end]), ...[...endings.values()].map(({ at }) => at)]),
    remarks: [
      `Imported from ${asked.file}: ${numbered(confrontations)}, ${events.length} events.`,
      ...(left === 0 ? [] : [`${left} events in which neither party has a part are left out.`]),
      ...(endings.size > 0 ? [HOW_TO_END] : []),
    ],
  };
}

/** Who says how many died, and how it ended. */
const [TELLER, ENDER] = ["MIE", "MID"] as const;

const HOW_TO_END =
  "How a confrontation ended is a claim at its last event. Where a source tells of an agreement, write that as an event of both.";

/** The pair that is asked for, or else the one that has most events. */
function partiesIn(rows: readonly MieRow[], { dyad, confrontation }: CaseAsked): readonly [number, number] {
  if (dyad !== undefined) {
    const [a, b] = dyad.map(({ cow }) => cow);
    if (a !== undefined && b !== undefined) return [a, b];
  }
  if (confrontation === undefined) {
    const expected = "Give --confrontation N, or --dyad with two states, such as --dyad IND-PAK.";
    throw new Problem("no-such-case", "A case is one confrontation, or two states.", { expected });
  }
  const pairs = pairsOf(rows.filter((row) => row.confrontation === confrontation));
  const [most] = pairs.toSorted((one, other) => other.rows.length - one.rows.length);
  if (most !== undefined) return most.states;
  const numbers = [...new Set(rows.map((row) => row.confrontation))];
  const range = `It has ${numbers.length}, from ${Math.min(...numbers)} to ${Math.max(...numbers)}.`;
  throw new Problem("no-such-case", `The table has no event of a confrontation ${confrontation}.`, { expected: range });
}

/** ` in 1991`, ` from 1998 to 2002`, or nothing. */
export function duringText(years: CaseAsked["years"]): string {
  if (years === undefined) return "";
  return years[0] === years[1] ? ` in ${years[0]}` : ` from ${years.join(" to ")}`;
}

function isMeant({ confrontation, start }: MieRow, asked: CaseAsked): boolean {
  const [first, last] = asked.years ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return (asked.confrontation ?? confrontation) === confrontation && first <= start.year && start.year <= last;
}

function neverMet(rows: readonly MieRow[], asked: CaseAsked, parties: readonly [number, number]): Problem {
  const [one, other] = parties.map(stateOf);
  const of = asked.confrontation === undefined ? "" : ` in confrontation ${asked.confrontation}`;
  const during = duringText(asked.years);
  const [a] = parties;
  const met = new Set(rows.filter((row) => row.a === a || row.b === a).map((row) => (row.a === a ? row.b : row.a)));
  const expected =
    met.size === 0 ? "" : `${one?.name} has events with ${[...met].map((state) => stateOf(state).code).join(", ")}.`;
  return new Problem("no-such-case", `The table has no event between ${one?.name} and ${other?.name}${of}${during}.`, {
    expected,
  });
}

/** On which side each state stood in each confrontation, as the coders have it. */
type Sides = ReadonlyMap<number, ReadonlyMap<number, "A" | "B">>;

function sidesOf(rows: readonly MieRow[]): Sides {
  const sides = new Map<number, Map<number, "A" | "B">>();
  for (const { confrontation, a, b, sideA } of rows) {
    const states = sides.get(confrontation) ?? new Map<number, "A" | "B">();
    states.set(a, sideA ? "A" : "B").set(b, sideA ? "B" : "A");
    sides.set(confrontation, states);
  }
  return sides;
}

/** The party on whose side a third state stood; none where both parties or neither stood there. */
function sideIn(
  states: ReadonlyMap<number, "A" | "B">,
  third: number,
  parties: readonly [number, number],
): number | undefined {
  const [with_, ...more] = parties.filter((party) => states.get(party) === states.get(third));
  return more.length === 0 ? with_ : undefined;
}

/** What is said of how a dispute ended. */
interface Ending {
  readonly at: KnownDate;
  readonly claims: readonly Claim[];
  readonly cite: readonly string[];
}

/** How disputes ended, by the last event of each: an outcome is no act of anybody, so the coders claim it. */
function endingsOf(told: readonly MieRow[], sides: Sides, { disputes }: CaseAsked): ReadonlyMap<MieRow, Ending> {
  const known = new Map(disputes?.rows.map((row) => [row.dispute, row] as const));
  const last = new Map(told.map((row) => [row.confrontation, row] as const));
  const endings = new Map<MieRow, Ending>();
  for (const [number, row] of last) {
    const dispute = known.get(number);
    if (dispute === undefined || disputes === undefined) continue;
    const { end, outcome, settlement, goesOn, line } = dispute;
    const states = [...(sides.get(number) ?? [])];
    const on = (wanted: "A" | "B"): string =>
      states.flatMap(([state, side]) => (side === wanted ? [stateOf(state).name] : [])).join(", ");
    const ended = goesOn ? "the dispute went on when the coding ended" : `the dispute ended ${dateText(end)}`;
    const says = `${ended}: ${outcome}, settlement ${settlement}; A is ${on("A")}, B is ${on("B")} (${disputes.file}, line ${line})`;
    endings.set(row, { at: end, claims: [{ by: ENDER, about: "outcome", says }], cite: ["mid"] });
  }
  return endings;
}

function numbered(confrontations: ReadonlySet<number>): string {
  const all = [...confrontations];
  return `${all.length === 1 ? "confrontation" : "confrontations"} ${all.join(", ")}`;
}

function yearsOf(rows: readonly MieRow[]): string {
  const years = rows.flatMap(({ start, end }) => [start.year, end.year]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}-${last}`;
}
