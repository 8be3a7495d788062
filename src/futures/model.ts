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
  /** Whether only actors that have relations with both parties mediate between them. */
  readonly mediatorsNeedRelations?: boolean;
  /** The code of a party that a player decides for: it does nothing for its allies by itself. */
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
  /** Its place in the actor's doctrine: with the actor it identifies a draw, whatever other doctrines there are. */
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
  /** For a mediator: the places of its relations with both parties, none of which may be severed. */
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
 * @throws Problem `no-such-strategy` or `no-such-assumption` for a strategy or an assumption that does not exist
 */
export function compile(setup: Setup): Model {
  const { others = [], alliances = [], mediatorsNeedRelations = false } = setup;
  const dyads = [setup, ...others].map(({ history }) => history.dyad);
  const web = { dyads, alliances: others.length === 0 ? [] : alliances, mediatorsNeedRelations };
  return { ...compileOne(setup, web), others: others.map((other) => compileOne(other, web)) };
}

interface Web {
  readonly dyads: readonly Dyad[];
  readonly alliances: readonly Alliance[];
  readonly mediatorsNeedRelations: boolean;
}

function compileOne(setup: Setup, web: Web): Model {
  const { dyad } = setup.history;
  const { dyads, alliances } = web;
  const assumptionsByName: Readonly<Record<string, Assumption>> = { ...defaults, ...setup.assumptions };
  const value = (name: string): number => {
    const found = Object.hasOwn(assumptionsByName, name) ? assumptionsByName[name] : undefined;
    if (found === undefined)
      throw new Problem(
        "no-such-assumption",
        `There is no assumption called ${name}.`,
        among(name, Object.keys(assumptionsByName)),
      );
    return found.value;
  };
  const allied = [dyad.a, dyad.b].filter(
    (code) => code !== setup.played && alliances.some((alliance) => isAllied(alliance, code, dyad)),
  );
  const codes = [...new Set([...Object.keys(setup.doctrines), ...allied])];
  // An actor in several relations has draws of its own in each.
  const where = dyads.length < 2 ? "" : ` ${dyad.a} ${dyad.b}`;
  const actors = codes.map((code): Actor => ({ code, by: sideOf(code, dyad), key: keyOfText(`${code}${where}`) }));
  const sources = codes.flatMap((code, actor) => {
    const doctrine = setup.doctrines[code];
    const { by } = nth(actors, actor);
    if (doctrine === undefined) return [];
    const strategy = doctrine.kind === "rules" ? [] : [strategySource(doctrine, actor, value)];
    const rules = rulesOf(doctrine).map((rule, k) => {
      const source = ruleSource(rule, { actor, place: strategy.length + k, by }, value);
      return dyads.length < 2 ? source : { ...source, ...webConditions(rule, code, dyad, web) };
    });
    return [...strategy, ...rules];
  });
  const words = actors.flatMap(({ by, code }, actor) =>
    by === "other" || !Object.hasOwn(setup.doctrines, code) ? [] : [wordSource(actor, by, value("default.keeps"))],
  );
  const allies = actors.flatMap(({ by, code }, actor) =>
    by === "other"
      ? []
      : alliances.flatMap((alliance, k) =>
          isAllied(alliance, code, dyad) ? [allySource(alliance, { actor, place: FIRST_ALLY_PLACE + k, by })] : [],
        ),
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

interface SourceSlot {
  readonly actor: number;
  readonly place: number;
  readonly by: Actor["by"];
}

function ruleSource(rule: Rule, { actor, place, by }: SourceSlot, value: (name: string) => number): Source {
  const consent = by !== "other" && needsConsent(rule.with);
  return {
    ...DEFAULTS,
    kind: "rule",
    rule,
    actor,
    place,
    chance: typeof rule.chance === "number" ? rule.chance : value(rule.chance),
    delay: sampler(rule.after),
    symbol: symbolIndex({ type: rule.with, by }),
    joint: consent ? symbolIndex({ type: rule.with, by: "both" }) : -1,
    atMost: rule.atMost ?? Number.POSITIVE_INFINITY,
    counts: patternMatcher(rule.if),
    every: rule.every ?? 0,
  };
}

export function unknownStrategy(use: string): Problem {
  const ids = usable.map(({ id }) => id);
  return new Problem("no-such-strategy", `There is no strategy called ${use}.`, among(use, ids));
}

function strategySource(
  { use, parameters }: Extract<Doctrine, { kind: "strategy" }>,
  actor: number,
  value: (name: string) => number,
): Source {
  const strategy = strategyOf(use);
  if (strategy === undefined) throw unknownStrategy(use);
  const settings = Object.fromEntries(
    Object.entries(strategy.parameters).map(([name, parameter]) => {
      const setting = parameters[name];
      return [name, setting === undefined ? parameter.value : typeof setting === "number" ? setting : value(setting)];
    }),
  );
  if (use === CALIBRATED) return drawnSource(actor, settings);
  const { answers = 1, "goes-on": goesOn = 0, median = 0, p90 = 0, period = 0 } = settings;
  const days = (length: number): number => length * MINUTES_PER_DAY;
  return {
    ...DEFAULTS,
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
function drawnSource(actor: number, { follows = 1 }: Settings): Source {
  return { ...DEFAULTS, kind: "drawn", actor, place: 0, chance: follows };
}

/** The place of a party's word, behind all rules that a doctrine may have. */
const WORD_PLACE = 1000;

/** A party's word: the ambassador whose return was agreed goes back in time, by chance. */
function wordSource(actor: number, by: Actor["by"], chance: number): Source {
  const symbol = symbolIndex({ type: "return-ambassador", by });
  return { ...DEFAULTS, kind: "word", actor, place: WORD_PLACE, chance, symbol };
}

/** The defaults of a source: it acts at once, in every situation, without a limit. */
const DEFAULTS: Omit<Source, "kind" | "actor" | "place" | "chance"> = {
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

/** The conditions of a rule in other relations: the situation that it asks for, and whether its actor may mediate. */
function webConditions(
  { elsewhere, with: act }: Rule,
  code: string,
  dyad: Dyad,
  { dyads, mediatorsNeedRelations }: Web,
): Partial<Source> {
  const place = (a: string, b: string): number => dyads.findIndex((dyad) => isBetween([a, b], dyad));
  const other = elsewhere === undefined ? -1 : place(elsewhere.dyad.a, elsewhere.dyad.b);
  const isMediation = mediatorsNeedRelations && (act === "mediate" || act === "offer-mediation");
  return {
    ...(elsewhere === undefined || other < 0
      ? {}
      : { elsewhere: { place: other, counts: patternMatcher(elsewhere.pattern) } }),
    ...(isMediation ? { between: [place(code, dyad.a), place(code, dyad.b)].filter((found) => found >= 0) } : {}),
  };
}

/** The place of what an actor owes its first alliance, behind its word. */
const FIRST_ALLY_PLACE = 2000;

/** Whether an actor is in an alliance that the other party of the relation is not in. */
function isAllied({ members }: Alliance, code: string, { a, b }: Dyad): boolean {
  return members.includes(code) && !members.includes(code === a ? b : a);
}

function allySource({ members, with: act, chance, after }: Alliance, { actor, place, by }: SourceSlot): Source {
  const symbol = symbolIndex({ type: act, by });
  return { ...DEFAULTS, kind: "ally", actor, place, chance, delay: sampler(after), symbol, allies: members };
}

function answersTo({ answer }: Rule, type: ActId): boolean {
  const { class: kind } = actOf(type);
  return answer.some((wanted) => wanted === type || wanted === kind);
}

/** A test whether a situation matches a pattern. The answer for each situation is remembered. */
export function patternMatcher(pattern: Pattern): (situation: number) => boolean {
  if (Object.keys(pattern).length === 0) return () => true;
  let results = new Int8Array(256);
  return (situation) => {
    if (situation >= results.length) {
      const larger = new Int8Array(Math.max(situation + 1, results.length * 2));
      larger.set(results);
      results = larger;
    }
    const result = results[situation];
    if (result === 1) return true;
    if (result === -1) return false;
    const isMatch = matches(sharedTable.situationOf(situation), pattern);
    results[situation] = isMatch ? 1 : -1;
    return isMatch;
  };
}
