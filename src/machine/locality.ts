/** Locality: which regions decide what an act does, read off the chart itself, so that it need not be asked of all others. */
import { isActId } from "../events/index.ts";
import { type ChartEvent, symbolText } from "./alphabet.ts";
import { chart } from "./chart.ts";
import { asksOf, leftOf, type Question, valid } from "./guards.ts";
import { within } from "./pattern.ts";
import { type Region, regionNames, regions, type Situation } from "./situation.ts";
import { type ChartTransition, transitionsOf } from "./transitions.ts";

type Node = typeof chart.root;

/** What one transition of the chart amounts to. */
interface Rule {
  /** The event's type; empty for one that is taken without any event. */
  readonly on: string;
  readonly source: Node;
  /** The states that it may enter. */
  readonly enters: ReadonlySet<Node>;
  /** The regions that it may change. */
  readonly changes: ReadonlySet<Region>;
  readonly guard: ChartTransition["guard"];
  /** What its guard asks of the situation. */
  readonly asks: readonly Question[];
  /** Whether the chart may send itself an event when it is taken. */
  readonly raises: boolean;
}

/** For each region that matters, which of its states make the same difference: a number for each, in their order. */
export type Locality = ReadonlyMap<Region, readonly number[]>;

/**
 * On what it depends, in one course, whether an act is valid and what it does. In two situations of that course whose
 * states have the same numbers here it has the same verdict and makes the same changes, and in no other region does it
 * change anything. This holds where the chart is at rest: where no transition without an event is due.
 *
 * @param event the act, by whom, and with which detail: what only others could do by it plays no part
 */
export function localityOf(event: ChartEvent, course: Situation["course"]): Locality {
  const key = `${symbolText(event)}, ${course}`;
  const cached = localities.get(key);
  if (cached !== undefined) return cached;
  const made = localityIn(event, course);
  localities.set(key, made);
  return made;
}

const localities = new Map<string, Locality>();

/** Whether an event can move anything anywhere: whether a transition names it and its guard can hold. */
export function canMove(event: ChartEvent): boolean {
  return rulesNaming(event.type).some(({ guard }) => leftOf(guard, event) !== false);
}

function rulesOn(event: ChartEvent): readonly Rule[] {
  return rulesNaming(event.type).filter(({ guard }) => leftOf(guard, event) !== false);
}

function localityIn(event: ChartEvent, course: string): Locality {
  const isActive = ({ path: [top, ...states] }: Node): boolean =>
    top !== "course" || states.length === 0 || within(course, states.join("."));
  const own = rulesOn(event).filter(({ source }) => isActive(source));
  const chosen = new Set(own);
  // What is chosen may set off more: events that the chart sends itself, and transitions without an event.
  for (let before = -1; before !== chosen.size; ) {
    before = chosen.size;
    const taken = [...chosen];
    const raised = taken.some(({ raises }) => raises);
    const isDue = ({ source, asks }: Rule): boolean =>
      taken.some(
        ({ enters, changes }) =>
          enters.has(source) || (isActive(source) && asks.some(([region]) => changes.has(region))),
      );
    for (const rule of ownRules()) if (rule.on === "" ? isDue(rule) : raised) chosen.add(rule);
  }
  const changed = new Set<Region>(["course", ...[...chosen].flatMap((rule) => [...rule.changes])]);
  const questions = [
    ...askedBy(valid(event.type), event),
    ...own.flatMap(({ guard }) => askedBy(guard, event)),
    ...[...chosen].filter((rule) => !own.includes(rule)).flatMap(({ asks }) => asks),
  ];
  const looksAt = new Set([...changed, ...questions.map(([region]) => region)]);
  return new Map(
    [...looksAt].map((region) => [region, changed.has(region) ? eachOf(region) : alike(region, questions)]),
  );
}

function askedBy(guard: unknown, event: ChartEvent): readonly Question[] {
  const left = leftOf(guard, event);
  return typeof left === "boolean" ? [] : left;
}

function eachOf(region: Region): readonly number[] {
  return regions[region].map((_, k) => k);
}

/** States to which every question has the same answer have one number. */
function alike(region: Region, questions: readonly Question[]): readonly number[] {
  const names = new Set(questions.flatMap(([of, state]) => (of === region ? [state] : [])));
  const answers = regions[region].map((state) => [...names].map((name) => within(state, name)).join());
  return answers.map((answer) => answers.indexOf(answer));
}

let cachedRules: readonly Rule[] | undefined;
let inner: readonly Rule[] | undefined;
const byName = new Map<string, readonly Rule[]>();

function allRules(): readonly Rule[] {
  cachedRules ??= transitionsOf(chart.root).map(ruleOf);
  return cachedRules;
}

/** The rules that the chart takes without an event, or when it has sent itself one. */
function ownRules(): readonly Rule[] {
  inner ??= allRules().filter(({ on }) => !isActId(on));
  return inner;
}

/** The rules that take an event of this name. */
function rulesNaming(name: string): readonly Rule[] {
  const cached = byName.get(name) ?? allRules().filter(({ on }) => on === name || on.includes("*"));
  byName.set(name, cached);
  return cached;
}

function ruleOf({ source, target = [], eventType, guard, actions }: ChartTransition): Rule {
  const touched = [source, ...target].flatMap(({ path: [top] }) =>
    regionNames.filter((region) => top === undefined || region === top),
  );
  // What holds the source, too, is not left, and so not entered.
  const stays = new Set(aboveOf(source));
  const enters = new Set(target.flatMap(lineOf).filter((node) => !stays.has(node)));
  return {
    on: String(eventType),
    source,
    guard,
    enters,
    changes: new Set(touched),
    asks: guard === undefined ? [] : asksOf(guard),
    raises:
      actions.length > 0 ||
      [...enters].some(({ entry }) => entry.length > 0) ||
      lineOf(source).some(({ exit }) => exit.length > 0),
  };
}

/** A state, all that hold it and all that it holds. */
function lineOf(node: Node): readonly Node[] {
  return [node, ...aboveOf(node), ...belowOf(node)];
}

function aboveOf({ parent }: Node): readonly Node[] {
  return parent === undefined ? [] : [parent, ...aboveOf(parent)];
}

function belowOf(node: Node): readonly Node[] {
  return Object.values(node.states).flatMap((state) => [state, ...belowOf(state)]);
}
