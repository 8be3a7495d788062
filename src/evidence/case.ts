/**
 * A case made of somebody's data: what every import hands over, and the scenario file that comes of it. The only place that
 * knows how many parties a scenario has and how it writes an event.
 */
import type { DiplomaticEvent } from "../events/index.ts";
import { nth, Problem, visibleLine } from "../problem/index.ts";
import { fileForm, MAX_PARTIES, scenarioText } from "../scenario/index.ts";
import type { State } from "./states/states.ts";
import { inOrder, type KnownDate } from "./tables/day.ts";

/** A data set: what it is called, whose it is, where it is described, and on what terms it may be used. */
export interface DataSet {
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly url: string;
  readonly terms: string;
}

/** A case: its parties and relations, its events in order of time, whose data it is made of, and what its reader should know. */
export interface Case {
  /** What it is called: small letters, digits and hyphens. */
  readonly name: string;
  readonly title: string;
  /** Two, or the states of a web. */
  readonly parties: readonly State[];
  /** Of a web the pairs that are followed, by their codes, the main one first; of two parties none need be named. */
  readonly relations: readonly (readonly [string, string])[];
  /** States that take a part beside them. */
  readonly others: readonly State[];
  /** Organisations that are named for what they say, by code. */
  readonly tellers: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, DataSet>>;
  readonly events: readonly DiplomaticEvent[];
  readonly window: readonly [from: string, to: string];
  /** What its reader should know, a sentence each. */
  readonly remarks: readonly string[];
}

/** The text of a scenario file that says all of a case, for a person to go on with. */
export function caseText(one: Case): string {
  const others = [
    ...one.others.map(({ code, name }) => [code, { name, kind: "state" }] as const),
    ...Object.entries(one.tellers).map(([code, name]) => [code, { name, kind: "organisation" }] as const),
  ];
  const codes = one.parties.map(({ code }) => code);
  const placed = (pair: readonly string[]): readonly string[] =>
    pair.toSorted((a, b) => codes.indexOf(a) - codes.indexOf(b));
  const data = {
    scenario: one.name,
    title: one.title,
    purpose: "retrodiction",
    window: { from: one.window[0], to: one.window[1] },
    parties: Object.fromEntries(
      one.parties.map(({ code, name, cow }) => [code, cow === undefined ? { name } : { name, cow }]),
    ),
    ...(others.length === 0 ? {} : { others: Object.fromEntries(others) }),
    ...(one.relations.length === 0 ? {} : { relations: one.relations.map((pair) => ({ between: placed(pair) })) }),
    sources: Object.fromEntries(
      Object.entries(one.sources).map(([id, { title, author, publisher, url }]) => [
        id,
        { title, author, publisher, url },
      ]),
    ),
    events: one.events.map(fileForm),
  };
  const terms = Object.values(one.sources).map(({ title, terms: wording }) => `${title}: ${wording}`);
  const comments = [...one.remarks, ...terms, ...NEXT].map((text) => `# ${visibleLine(text)}\n`);
  return `${comments.join("")}${scenarioText(data)}`;
}

const NEXT: readonly string[] = [
  "Nothing here is more than the data say. Go on: add causes (because), claims, an opening, and what you expect.",
];

/**
 * Refuses more states than a file follows.
 *
 * @param narrower how to ask for fewer of them beside naming two
 * @throws Problem `no-such-case`
 */
export function refuseTooMany(states: readonly State[], what: string, narrower = ""): void {
  if (states.length <= MAX_PARTIES) return;
  const pair = states.slice(0, 2).map(({ code }) => code);
  throw new Problem("no-such-case", `${what} has ${states.length} states, and a file follows at most ${MAX_PARTIES}.`, {
    expected: `Choose two: --dyad ${pair.join("-")}${narrower}.`,
  });
}

/** The first and the last day that some dates may mean. */
export function windowOf(dates: readonly KnownDate[]): readonly [from: string, to: string] {
  const { year, month = 1, day = 1 } = nth(dates.toSorted(inOrder), 0);
  return [`${pad(year, 4)}-${pad(month)}-${pad(day)}`, nth(dates.map(lastDayOf).toSorted(), dates.length - 1)];
}

function lastDayOf({ year, month = 12, day }: KnownDate): string {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(day ?? last.getUTCDate())}`;
}

function pad(part: number, length = 2): string {
  return String(part).padStart(length, "0");
}
