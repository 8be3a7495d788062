/** Confrontations of Militarized Interstate Events as a case: of two states, or of all that take a part. */
import type { Claim } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import { type Case, refuseTooMany, windowOf } from "../case.ts";
import { midData, mieData } from "../data-sets.ts";
import { type State, stateOf } from "../states/states.ts";
import { dateText, type KnownDate } from "../tables/day.ts";
import type { MidRow } from "../tables/mid.ts";
import type { MieRow } from "../tables/mie.ts";
import { inTime, pairsOf } from "./pairs.ts";
import { mieEvent } from "./record.ts";
import { type Sides, sideIn, sidesOf, sidesText } from "./sides.ts";

/** What is asked of a table: the confrontation or crisis by its number, two states, the first and the last year. */
export interface CaseAsked {
  readonly file: string;
  readonly confrontation?: number | undefined;
  readonly dyad?: readonly [State, State] | undefined;
  readonly years?: readonly [first: number, last: number] | undefined;
  /** How disputes ended, and the file that says so. */
  readonly disputes?: { readonly file: string; readonly rows: readonly MidRow[] } | undefined;
}

/**
 * The case of one confrontation, or of all in which two states met. Where more than two states are meant, each pair that
 * acts is a relation.
 *
 * @throws Problem `no-such-case` when nothing of the table is meant, or too many states, or two are to be named
 */
export function mieCase(rows: readonly MieRow[], request: CaseAsked): Case {
  const pairs = pairsIn(rows, request);
  const parties = [...new Set(pairs.flat())];
  refuseTooMany(parties.map(stateOf), `Confrontation ${request.confrontation}`, ", or some years: --years");
  const isParty = (state: number): boolean => parties.includes(state);
  const rowsBetween = rows.filter((row) => isParty(row.a) && isParty(row.b) && isMeant(row, request));
  const [first] = rowsBetween;
  if (first === undefined) throw neverMetProblem(rows, request, parties);
  const confrontations = new Set(rowsBetween.map(({ confrontation }) => confrontation));
  const within = rows.filter((row) => confrontations.has(row.confrontation) && isMeant(row, request));
  const partyRows = inTime(within.filter((row) => isParty(row.a) || isParty(row.b)));
  const sides = sidesOf(within);
  const codeOf = (state: number): string => stateOf(state).code;
  const endings = endingsOf(partyRows, sides, request);
  const events = partyRows.map((row) =>
    mieEvent(row, {
      codeOf,
      parties,
      sideOf: (state, { confrontation }) => sideIn(sides, confrontation, state, parties),
      teller: TELLER,
      source: { cite: "mie", file: request.file },
      said: (row) => endings.get(row),
      several: confrontations.size > 1,
    }),
  );
  const third = new Set(partyRows.flatMap((row) => [row.a, row.b]).filter((state) => !isParty(state)));
  const years = yearsOf(partyRows);
  const left = within.length - partyRows.length;
  const isWeb = parties.length > 2;
  const codesText = isWeb ? "" : `${parties.map(codeOf).join("-")}-`;
  return {
    name: `mie-${codesText}${confrontations.size > 1 ? years : first.confrontation}`.toLowerCase(),
    title: `${namesOf(parties)}, ${years}`,
    parties: parties.map(stateOf),
    relations: isWeb ? pairs.map(([a, b]) => [codeOf(a), codeOf(b)]) : [],
    others: [...third].map(stateOf),
    tellers: {
      ...(events.some(({ claims }) => claims.some(({ by }) => by === TELLER)) ? { [TELLER]: "coders of MIE" } : {}),
      ...(endings.size > 0 ? { [ENDER]: "coders of MID" } : {}),
    },
    sources: endings.size === 0 ? { mie: mieData } : { mie: mieData, mid: midData },
    events,
    window: windowOf([
      ...partyRows.flatMap(({ start, end }) => [start, end]),
      ...[...endings.values()].map(({ at }) => at),
    ]),
    remarks: [
      `Imported from ${request.file}: ${confrontationsText(confrontations)}, ${plural(events.length, "event")}.`,
      ...(isWeb ? [`Sides by the coders: ${sidesText(sides, first.confrontation)}.`] : []),
      ...(left === 0 ? [] : [`Left out, since neither party has a part: ${plural(left, "event")}.`]),
      ...(endings.size > 0 ? [HOW_TO_END] : []),
    ],
  };
}

/** Who says how many died, and how it ended. */
const [TELLER, ENDER] = ["MIE", "MID"] as const;

const HOW_TO_END =
  "How a confrontation ended is a claim at its last event. Where a source tells of an agreement, write that as an event of both.";

type Pair = readonly [lower: number, higher: number];

/** The pair that is asked for, or else every pair of the confrontation, the one of the most events first. */
function pairsIn(rows: readonly MieRow[], request: CaseAsked): readonly Pair[] {
  const { dyad, confrontation } = request;
  if (dyad !== undefined) {
    const [a, b] = dyad.map(({ cow }) => cow);
    if (a !== undefined && b !== undefined) return [[a, b]];
  }
  if (confrontation === undefined) {
    throw new Problem("no-such-case", "A case is one confrontation, or two states.", {
      expected:
        `Give --confrontation N, or --dyad with two states, such as --dyad IND-PAK. ${numbersIn(rows) ?? ""}`.trim(),
    });
  }
  const pairs = pairsOf(rows.filter((row) => isMeant(row, request)));
  if (pairs.length > 0) {
    return pairs.toSorted((one, other) => other.rows.length - one.rows.length).map(({ states }) => states);
  }
  const during = duringText(request.years);
  throw new Problem("no-such-case", `The table has no event of a confrontation ${confrontation}${during}.`, {
    expected: during === "" ? numbersIn(rows) : yearsText(rows, confrontation),
  });
}

/** ` in 1991`, ` from 1998 to 2002`, or nothing. */
export function duringText(years: CaseAsked["years"]): string {
  if (years === undefined) return "";
  return years[0] === years[1] ? ` in ${years[0]}` : ` from ${years.join(" to ")}`;
}

function isMeant({ confrontation, start }: MieRow, request: CaseAsked): boolean {
  const [first, last] = request.years ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return (request.confrontation ?? confrontation) === confrontation && first <= start.year && start.year <= last;
}

function neverMetProblem(rows: readonly MieRow[], request: CaseAsked, parties: readonly number[]): Problem {
  const [one, other] = parties.map(stateOf);
  const of = request.confrontation === undefined ? "" : ` in confrontation ${request.confrontation}`;
  const during = duringText(request.years);
  const [a] = parties;
  const opponents = new Set(
    rows.filter((row) => row.a === a || row.b === a).map((row) => (row.a === a ? row.b : row.a)),
  );
  const expected =
    opponents.size === 0
      ? undefined
      : `${one?.name} has events with ${[...opponents].map((state) => stateOf(state).code).join(", ")}.`;
  return new Problem("no-such-case", `The table has no event between ${one?.name} and ${other?.name}${of}${during}.`, {
    expected,
  });
}

interface Ending {
  readonly at: KnownDate;
  readonly claims: readonly Claim[];
  readonly cite: readonly string[];
}

/** How disputes ended, by the last event of each: an outcome is no act of anybody, so the coders claim it. */
function endingsOf(rows: readonly MieRow[], sides: Sides, { disputes }: CaseAsked): ReadonlyMap<MieRow, Ending> {
  const disputesByNumber = new Map(disputes?.rows.map((row) => [row.dispute, row] as const));
  const last = new Map(rows.map((row) => [row.confrontation, row] as const));
  const endings = new Map<MieRow, Ending>();
  for (const [number, row] of last) {
    const dispute = disputesByNumber.get(number);
    if (dispute === undefined || disputes === undefined) continue;
    const { end, outcome, settlement, goesOn, line } = dispute;
    const endText = goesOn ? "the dispute went on when the coding ended" : `the dispute ended ${dateText(end)}`;
    const says = `${endText}: ${outcome}, settlement ${settlement}; ${sidesText(sides, number)} (${disputes.file}, line ${line})`;
    endings.set(row, { at: end, claims: [{ by: ENDER, about: "outcome", says }], cite: ["mid"] });
  }
  return endings;
}

function numbersIn(rows: readonly MieRow[]): string | undefined {
  const numbers = [...new Set(rows.map((row) => row.confrontation))];
  return numbers.length === 0
    ? undefined
    : `The table has ${plural(numbers.length, "confrontation")}, from ${Math.min(...numbers)} to ${Math.max(...numbers)}.`;
}

function yearsText(rows: readonly MieRow[], confrontation: number): string | undefined {
  const some = rows.filter((row) => row.confrontation === confrontation);
  return some.length === 0 ? numbersIn(rows) : `It has events of ${yearsOf(some)}.`;
}

/** The names of two or three, or the first two and how many beside them. */
function namesOf(parties: readonly number[]): string {
  const names = parties.map((state) => stateOf(state).name);
  const more = names.length - 2;
  const last = more > 1 ? `${more} others` : names.at(-1);
  return `${names.slice(0, more > 1 ? 2 : -1).join(", ")} and ${last}`;
}

function confrontationsText(confrontations: ReadonlySet<number>): string {
  const all = [...confrontations];
  return `${all.length === 1 ? "confrontation" : "confrontations"} ${all.join(", ")}`;
}

function yearsOf(rows: readonly MieRow[]): string {
  const years = rows.flatMap(({ start, end }) => [start.year, end.year]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}-${last}`;
}
