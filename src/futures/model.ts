/** The model: a history that is handed over and the doctrines of its actors, made ready to be simulated often. */
import {
  type Assumption,
  CALIBRATED,
  type Doctrine,
  defaults,
  type Memory,
  type Rule,
  rulesOf,
  type Settings,
  type Strategy,
  sampler,
  strategyOf,
  usable,
} from "../doctrine/index.ts";
import { type ActId, actOf, type DiplomaticEvent, isHostile, MINUTES_PER_DAY, needsConsent } from "../events/index.ts";
import type { History } from "../history/index.ts";
import { type By, type Dyad, matches, type Pattern, sharedTable, symbolIndex, symbols } from "../machine/index.ts";
import { among, nth, Problem } from "../problem/index.ts";
import { type Alliance, isBetween } from "../scenario/index.ts";
import { keyOfText } from "./chance.ts";

/** What a simulation starts from. */
export interface Setup {
  /** What has happened; its end is where the doctrines begin to decide. */
  readonly history: History;
  /** Events to come that nobody with a doctrine decides about. */
  readonly scheduled: readonly DiplomaticEvent[];
  readonly doctrines: Readonly<Record<string, Doctrine>>;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  /** The last minute that is simulated. */
  readonly horizon: number;
  /** The same of the other relations that go on together with this one. */
  readonly others?: readonly Setup[];
  /** Who supports whom in these; nobody by default. */
  readonly alliances?: readonly Alliance[];
  /** Whether only who has relations with both parties mediates between them. */
  readonly mediatorsNeedRelations?: boolean;
  /** The code of a party for whom somebody decides: it does nothing for its allies by itself. */
  readonly played?: string;
}

/** Minutes that a setup simulates, from the first event of its history. */
export function lengthOf({ history, horizon }: Setup): number {
  return horizon - (history.steps[0]?.minute ?? history.now);
}

/** An actor with a doctrine, as the chart sees it. */
export interface Actor {
  readonly code: string;
  readonly by: Exclude<By, "both">;
  readonly key: number;
}

/** What makes an actor act: a rule, a strategy, its word, or the calendar. Its place in the model's list is its number. */
export interface Source {
  readonly kind: "rule" | "strategy" | "drawn" | "word" | "ally";
  /** The actor's place in the model's list. */
  readonly actor: number;
  /** Its place in the actor's doctrine: with the actor it names what a draw is for, whoever else has doctrines. */
  readonly place: number;
  readonly chance: number;
  /** The chance that a strategy goes on unasked after an act of its own. */
  readonly goesOn: number;
  readonly delay: (share: number) => number;
  readonly rule?: Rule;
  /** The symbol that it proposes; -1 where a strategy's level decides. */
  readonly symbol: number;
  /** The symbol by both parties, for acts that need the other's consent; else -1. */
  readonly joint: number;
  readonly atMost: number;
  /** Whether the situation is one in which the occasion counts, by its number. */
  readonly counts: (situation: number) => boolean;
  /** Minutes between two considerations; 0 when it only answers. */
  readonly every: number;
  readonly strategy?: { readonly is: Strategy; readonly settings: Settings };
  /** The relation, by its place among all, and the situations of it in which the occasion counts. */
  readonly elsewhere?: { readonly place: number; readonly counts: (situation: number) => boolean } | undefined;
  /** The codes of those whom it supports; none for all but an ally. */
  readonly allies: readonly string[];
  /** For who mediates: the places of its relations with both parties, none of which may be severed. */
  readonly between: readonly number[];
}

/** A model that can be simulated. */
export interface Model {
  readonly setup: Setup;
  /** Of the other relations that go on together with this one. */
  readonly others: readonly Model[];
  readonly dyad: Dyad;
  readonly actors: readonly Actor[];
  readonly sources: readonly Source[];
  /** The rules that answer each symbol, by their number. */
  readonly answers: readonly (readonly number[])[];
  /** The chance that a term is kept, and minutes until its deadline. */
  readonly keeps: number;
  readonly term: number;
}

/** By symbol: whether it is a hostile act of a party or of both, after which the quiet is counted anew. */
export const hostile: readonly boolean[] = symbols.map(({ type, by }) => by !== "other" && isHostile(type));

/**
 * Makes a model of a setup.
 *
 * @throws Problem `no-such-strategy` or `no-such-assumption` for a strategy or an assumption that there is not
 */
export function compile(setup: Setup): Model {
  const { others = [], alliances = [], mediatorsNeedRelations = false } = setup;
  const dyads = [setup, ...others].map(({ history }) => history.dyad);
  const web = { dyads, alliances: others.length === 0 ? [] : alliances, mediatorsNeedRelations };
  return { ...compileOne(setup, web), others: others.map((one) => compileOne(one, web)) };
}

interface Web {
  readonly dyads: readonly Dyad[];
  readonly alliances: readonly Alliance[];
  readonly mediatorsNeedRelations: boolean;
}

function compileOne(setup: Setup, web: Web): Model {
  const { dyad } = setup.history;
  const { dyads, alliances } = web;
  const known: Readonly<Record<string, Assumption>> = { ...defaults, ...setup.assumptions };
  const value = (name: string): number => {
    const found = Object.hasOwn(known, name) ? known[name] : undefined;
    if (found === undefined)
      throw new Problem(
        "no-such-assumption",
        `There is no assumption called ${name}.`,
        among(name, Object.keys(known)),
      );
    return found.value;
  };
  const allied = [dyad.a, dyad.b].filter(
    (code) => code !== setup.played && alliances.some((one) => isAllied(one, code, dyad)),
  );
  const codes = [...new Set([...Object.keys(setup.doctrines), ...allied])];
  // Who is in several relations draws in each of them for itself.
  const where = dyads.length < 2 ? "" : ` ${dyad.a} ${dyad.b}`;
  const actors = codes.map((code): Actor => ({ code, by: sideOf(code, dyad), key: keyOfText(`${code}${where}`) }));
  const sources = codes.flatMap((code, actor) => {
    const doctrine = setup.doctrines[code];
    const { by } = nth(actors, actor);
    if (doctrine === undefined) return [];
    const strategy = doctrine.kind === "rules" ? [] : [ofStrategy(doctrine, actor, value)];
    const rules = rulesOf(doctrine).map((rule, k) => {
      const source = ofRule(rule, { actor, place: strategy.length + k, by }, value);
      return dyads.length < 2 ? source : { ...source, ...inWeb(rule, code, dyad, web) };
    });
    return [...strategy, ...rules];
  });
  const words = actors.flatMap(({ by, code }, actor) =>
    by === "other" || !Object.hasOwn(setup.doctrines, code) ? [] : [word(actor, by, value("default.keeps"))],
  );
  const allies = actors.flatMap(({ by, code }, actor) =>
    by === "other"
      ? []
      : alliances.flatMap((one, k) => (isAllied(one, code, dyad) ? [ally(one, { actor, place: ALLY + k, by })] : [])),
  );
  const all = [...sources, ...words, ...allies];
  return {
    setup,
    others: [],
    dyad,
    actors,
    sources: all,
    answers: symbols.map(({ type }) =>
      all.flatMap(({ rule }, k) => (rule !== undefined && answersTo(rule, type) ? [k] : [])),
    ),
    keeps: value("default.keeps"),
    term: Math.round(value("default.term") * MINUTES_PER_DAY),
  };
}

/** The symbols of the acts by both parties that wait for the other's consent. */
export function jointsOf({ sources }: Pick<Model, "sources">): readonly number[] {
  return [...new Set(sources.flatMap(({ joint }) => (joint < 0 ? [] : [joint])))];
}

export function sideOf(code: string, { a, b }: Dyad): Actor["by"] {
  return code === a ? "a" : code === b ? "b" : "other";
}

/** Fresh memories for every source that has a strategy. */
export function memories({ sources }: Model): readonly Memory[] {
  return sources.map(({ strategy }) => new Float64Array(strategy?.is.memory ?? 0));
}

interface Stand {
  readonly actor: number;
  readonly place: number;
  readonly by: Actor["by"];
}

function ofRule(rule: Rule, { actor, place, by }: Stand, value: (name: string) => number): Source {
  const consent = by !== "other" && needsConsent(rule.with);
  return {
    ...PLAIN,
    kind: "rule",
    rule,
    actor,
    place,
    chance: typeof rule.chance === "number" ? rule.chance : value(rule.chance),
    delay: sampler(rule.after),
    symbol: symbolIndex({ type: rule.with, by }),
    joint: consent ? symbolIndex({ type: rule.with, by: "both" }) : -1,
    atMost: rule.atMost ?? Number.POSITIVE_INFINITY,
    counts: remembered(rule.if),
    every: rule.every ?? 0,
  };
}

export function unknownStrategy(use: string): Problem {
  const known = usable.map(({ id }) => id);
  return new Problem("no-such-strategy", `There is no strategy called ${use}.`, among(use, known));
}

function ofStrategy(
  { use, parameters }: Extract<Doctrine, { kind: "strategy" }>,
  actor: number,
  value: (name: string) => number,
): Source {
  const strategy = strategyOf(use);
  if (strategy === undefined) throw unknownStrategy(use);
  const settings = Object.fromEntries(
    Object.entries(strategy.parameters).map(([name, parameter]) => {
      const given = parameters[name];
      return [name, given === undefined ? parameter.value : typeof given === "number" ? given : value(given)];
    }),
  );
  if (use === CALIBRATED) return drawn(actor, settings);
  const { answers = 1, "goes-on": goesOn = 0, median = 0, p90 = 0, period = 0 } = settings;
  const days = (length: number): number => length * MINUTES_PER_DAY;
  return {
    ...PLAIN,
    kind: "strategy",
    actor,
    place: 0,
    chance: answers,
    goesOn,
    delay: sampler({ kind: "log-normal", median: days(median), p90: days(p90) }),
    every: strategy.tick === undefined ? 0 : Math.max(1, Math.round(days(period))),
    strategy: { is: strategy, settings },
  };
}

/** A party that does what is drawn for it: it considers nothing by itself. */
function drawn(actor: number, { follows = 1 }: Settings): Source {
  return { ...PLAIN, kind: "drawn", actor, place: 0, chance: follows };
}

/** The place of a party's word, behind all rules that a doctrine may have. */
const WORD = 1000;

/** A party's word: the ambassador whose return was agreed goes back in time, by chance. */
function word(actor: number, by: Actor["by"], chance: number): Source {
  const symbol = symbolIndex({ type: "return-ambassador", by });
  return { ...PLAIN, kind: "word", actor, place: WORD, chance, symbol };
}

/** What is so of every source that does not say otherwise: it comes at once, wherever it stands, as often as it likes. */
const PLAIN: Omit<Source, "kind" | "actor" | "place" | "chance"> = {
  goesOn: 0,
  delay: () => 0,
  symbol: -1,
  joint: -1,
  atMost: Number.POSITIVE_INFINITY,
  counts: () => true,
  every: 0,
  elsewhere: undefined,
  allies: [],
  between: [],
};

/** What a rule looks at in other relations: a situation that it asks for, and whether its actor may mediate. */
function inWeb(
  { elsewhere, with: act }: Rule,
  code: string,
  dyad: Dyad,
  { dyads, mediatorsNeedRelations }: Web,
): Partial<Source> {
  const place = (a: string, b: string): number => dyads.findIndex((one) => isBetween([a, b], one));
  const other = elsewhere === undefined ? -1 : place(elsewhere.dyad.a, elsewhere.dyad.b);
  const isMediation = mediatorsNeedRelations && (act === "mediate" || act === "offer-mediation");
  return {
    ...(elsewhere === undefined || other < 0
      ? {}
      : { elsewhere: { place: other, counts: remembered(elsewhere.pattern) } }),
    ...(isMediation ? { between: [place(code, dyad.a), place(code, dyad.b)].filter((found) => found >= 0) } : {}),
  };
}

/** The place of what an actor owes its first alliance, behind its word. */
const ALLY = 2000;

/** Whether an actor is in an alliance that the other party of the relation is not in. */
function isAllied({ members }: Alliance, code: string, { a, b }: Dyad): boolean {
  return members.includes(code) && !members.includes(code === a ? b : a);
}

function ally({ members, with: act, chance, after }: Alliance, { actor, place, by }: Stand): Source {
  const symbol = symbolIndex({ type: act, by });
  return { ...PLAIN, kind: "ally", actor, place, chance, delay: sampler(after), symbol, allies: members };
}

function answersTo({ answer }: Rule, type: ActId): boolean {
  const { class: kind } = actOf(type);
  return answer.some((wanted) => wanted === type || wanted === kind);
}

/** Whether situations match a pattern, each asked once. */
export function remembered(pattern: Pattern): (situation: number) => boolean {
  if (Object.keys(pattern).length === 0) return () => true;
  let known = new Int8Array(256);
  return (situation) => {
    if (situation >= known.length) {
      const larger = new Int8Array(Math.max(situation + 1, known.length * 2));
      larger.set(known);
      known = larger;
    }
    const before = known[situation];
    if (before === 1) return true;
    if (before === -1) return false;
    const now = matches(sharedTable.situationOf(situation), pattern);
    known[situation] = now ? 1 : -1;
    return now;
  };
}
