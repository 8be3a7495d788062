/** Webs: a crisis of several relations, asked of all of them at once or of one by its two parties. */
import type { DiplomaticEvent } from "../events/index.ts";
import {
  type Branch,
  type Cut,
  cutBehind,
  cutHistory,
  eventsOf,
  type History,
  historyOf,
  historyUntil,
  type Step,
  stepsUntil,
} from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { nearest, nth, Problem, visibleLine } from "../problem/index.ts";
import {
  demandsOf,
  type EvaluatedWhatIf,
  evaluateWhatIf,
  isBetween,
  nameAfterParties,
  recordOf,
  replayScenario,
  type Scenario,
} from "../scenario/index.ts";
import { type Crisis, crisisToWindowEnd } from "./crisis.ts";
import type { InputLabel } from "./input-label.ts";
import { cutAt, dateIn, isDate } from "./moments.ts";
import { whatIfNamed } from "./names.ts";

/** A crisis of several relations: the same events, folded for each pair. */
export interface Web {
  /** The crisis of each relation, the main one first. */
  readonly relations: readonly Crisis[];
  /** All events, in order. */
  readonly events: readonly DiplomaticEvent[];
}

/** What one event moved, in each relation that it touches; what the clock brings, in one. */
export interface WebStep {
  readonly event: DiplomaticEvent;
  readonly minute: number;
  readonly moves: readonly { readonly dyad: Dyad; readonly step: Step }[];
}

/** A relation by its parties, as it is typed and told: `SAU,QAT`. */
export function pairText({ a, b }: Dyad): string {
  return `${a},${b}`;
}

/**
 * The relation that is asked for, called after its parties; the main one where none is.
 *
 * @param text two codes, in any order: `SAU,QAT`
 * @throws Problem when the file follows no such relation
 */
export function relationNamed(relations: readonly Scenario[], text: string | undefined, label: InputLabel): Scenario {
  const [one = "", other = "", ...more] = text === undefined ? [] : text.toUpperCase().split(/[\s,–-]+/);
  const found =
    text === undefined
      ? relations[0]
      : relations.find(({ dyad }) => more.length === 0 && isBetween([one, other], dyad));
  if (found !== undefined) return relations.length < 2 ? found : nameAfterParties(found);
  const pairs = relations.map(({ dyad }) => pairText(dyad));
  throw new Problem("no-such-relation", `${label(visibleLine(text ?? ""))}: this file follows no such relation.`, {
    suggestion: nearest((text ?? "").toUpperCase(), pairs),
    expected: `two parties of ${pairs.length === 1 ? "its one relation" : "a relation"}: ${pairs.slice(0, 12).join(" ")}${pairs.length > 12 ? " …" : ""}`,
  });
}

/** The histories of the other relations of a crisis, where causes of its events may lie. */
export function historiesBeside({ scenario, whatIf }: Pick<Crisis, "scenario" | "whatIf">): readonly History[] {
  return scenario.beside.map((one) => (whatIf === undefined ? recordIn(one) : evaluateWhatIf(one, whatIf).history));
}

/** The record of a relation: it is folded once, however often a page asks how things stood. */
function recordIn(scenario: Scenario): History {
  const record = records.get(scenario) ?? replayScenario(scenario);
  records.set(scenario, record);
  return record;
}

const records = new WeakMap<Scenario, History>();

/**
 * Another relation of the same file.
 *
 * @param text two codes, in any order
 * @throws Problem when the file follows no such relation
 */
export function relationBeside(scenario: Scenario, text: string, label: InputLabel): Scenario {
  const { beside, ...own } = scenario;
  const all = [{ ...own, beside: [] }, ...beside];
  const found = relationNamed(all, text, label);
  const others = all.filter(({ dyad: { a, b } }) => !isBetween([a, b], found.dyad));
  return { ...found, beside: others };
}

/**
 * The web of a file's relations: of the record, or of a what-if carried out in each of them.
 *
 * @throws Problem when there is no such what-if
 */
export function webOf(relations: readonly Scenario[], whatIf?: string): Web {
  if (whatIf === undefined) return webFrom(relations, relations.map(recordOf), (scenario) => scenario);
  const name = whatIfNamed(whatIf, nth(relations, 0));
  const all = relations.map((scenario) => evaluateWhatIf(scenario, name));
  const branches = all.map(({ branch }) => branch);
  const web = webFrom(relations, branches, (scenario, k) => demandsOf(scenario, nth(all, k).whatIf));
  return { ...web, relations: web.relations.map((one) => ({ ...one, whatIf: name })) };
}

/** A what-if evaluated in each relation. */
export function evaluateWhatIfInAll(relations: readonly Scenario[], name: string): readonly EvaluatedWhatIf[] {
  return relations.map((scenario) => evaluateWhatIf(scenario, name));
}

/** The main relation of a web with the outcomes of all of them. */
export function withAllOutcomes(relations: readonly Scenario[]): Scenario {
  const outcomes = Object.assign({}, ...relations.map((one) => one.outcomes).toReversed());
  return { ...nth(relations, 0), outcomes };
}

function webFrom(
  relations: readonly Scenario[],
  branches: readonly Branch[],
  demandsIn: (scenario: Scenario, place: number) => Crisis["demands"],
): Web {
  const crises = relations.map((scenario, k) =>
    crisisToWindowEnd({ scenario, history: historyOf(nth(branches, k)), demands: demandsIn(scenario, k) }),
  );
  return { relations: crises, events: eventsOf(nth(branches, 0)) };
}

/**
 * A web as it stood at a moment: at the end of a date, right after an event, or when the main relation first came to a
 * situation.
 *
 * @throws Problem when there is no such moment
 */
export function webUntil(web: Web, text: string, label: InputLabel): Web {
  const place = text.includes("=") || isDate(text) ? -1 : web.events.findIndex(({ id }) => id === text);
  if (place >= 0) {
    const before = web.events.slice(0, place + 1);
    return cutEach(web, before, (history) => cutBehind(before, history));
  }
  const { minute } = cutAt(text, nth(web.relations, 0), label);
  return webAt(web, minute);
}

/** A web as it stood at the end of a date; as it is, where none is given. */
export function webOn(web: Web, date: string | undefined, label: InputLabel): Web {
  const { scenario, until } = nth(web.relations, 0);
  return webAt(web, date === undefined ? until : Math.min(dateIn(scenario, date, label).end, scenario.window.to));
}

function webAt(web: Web, minute: number): Web {
  const cut = (history: History): Cut => ({ count: stepsUntil(history, minute), minute });
  const last = new Set(
    web.relations.flatMap(({ history }) => history.steps.slice(0, cut(history).count)).map(({ event }) => event.id),
  );
  const events = web.events.filter(({ id }) => last.has(id));
  return cutEach(web, events, cut);
}

function cutEach(web: Web, events: Web["events"], cut: (history: History) => Cut): Web {
  const relations = web.relations.map((one) => {
    const where = cut(one.history);
    return { ...one, history: cutHistory(one.history, where), until: where.minute };
  });
  return { events, relations };
}

/** A crisis with the other relations of its file, each as it stood by then. */
export function relationsBy(crisis: Crisis): readonly Crisis[] {
  const { until, scenario } = crisis;
  const others = scenario.beside.map(
    (one): Crisis => ({ scenario: one, history: historyUntil(recordIn(one), until), until, demands: one }),
  );
  return [crisis, ...others];
}

/** What happened in a web, in order: each event once, with what it moved in each relation. */
export function webSteps({ relations, events }: Web): readonly WebStep[] {
  const lines = relations.map(({ history: { dyad, steps } }) => ({ dyad, steps, next: 0 }));
  const merged: WebStep[] = [];
  const clockUntil = (minute: number): void => {
    for (const line of lines) {
      for (let step = line.steps[line.next]; step !== undefined; step = line.steps[line.next]) {
        if (step.event.source !== "clock" || step.minute > minute) break;
        merged.push({ event: step.event, minute: step.minute, moves: [{ dyad: line.dyad, step }] });
        line.next += 1;
      }
    }
  };
  const minutes = new Map(lines.flatMap(({ steps }) => steps.map(({ event, minute }) => [event, minute] as const)));
  for (const event of events) {
    const minute = minutes.get(event);
    if (minute === undefined) continue;
    clockUntil(minute);
    const touched = lines.filter(({ steps, next }) => steps[next]?.event === event);
    merged.push({ event, minute, moves: touched.map(({ dyad, steps, next }) => ({ dyad, step: nth(steps, next) })) });
    for (const line of touched) line.next += 1;
  }
  clockUntil(Number.POSITIVE_INFINITY);
  return merged;
}
