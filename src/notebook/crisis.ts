/** A crisis in a notebook: the record so far, the ways to look at it, and what can be asked of it. */

import {
  argument,
  crisisKnownAt,
  crisisOf,
  cutAt,
  isDate,
  type OwnWhatIf,
  pairText,
  relationBeside,
} from "../crisis/index.ts";
import { type DiplomaticEvent, MINUTES_PER_DAY } from "../events/index.ts";
import type { Cut, Step } from "../history/index.ts";
import { Problem } from "../problem/index.ts";
import { facts, list, type Part, prose } from "../render/index.ts";
import { guessDates, type Scenario, type ScenarioFile } from "../scenario/index.ts";
import { actorText, dayText, momentText, sourcesList, standText } from "../views/index.ts";
import { optionsOf } from "./argument.ts";
import { type Looks, looksAt } from "./looks.ts";
import { type Prediction, type PredictOptions, predictionOf } from "./predict/index.ts";
import { type Shown, withDisplay } from "./show/index.ts";
import type { CrisisView } from "./view.ts";
import { type Alternative, alternativeOf } from "./what-if/index.ts";

/** What a crisis is, as data. */
export interface CrisisData {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly parties: readonly { readonly code: string; readonly name: string }[];
  /** The first and last moment that is told. */
  readonly window: { readonly from: string; readonly to: string };
  /** The events so far, in order, without those of the clock. */
  readonly events: readonly DiplomaticEvent[];
  readonly sources: Scenario["sources"];
  /** The names of the scenario's what-ifs; none for a crisis seen until a moment. */
  readonly whatIfs: readonly string[];
  /** The relations that the file follows, by their parties, the main one first. */
  readonly relations: readonly string[];
  /** What the scenario asks a learner at this very moment, without the answer. */
  readonly question?: { readonly ask: string; readonly options: readonly string[] };
}

/** A crisis that shows itself. */
export interface ShownCrisis extends CrisisData, Looks, Shown {
  /**
   * The crisis as it was known at a moment: it contains no later event anywhere, nor what-ifs, expectations, questions,
   * doctrines and titles of sources that tell of one.
   *
   * @param moment an event's id, a date, or a pattern such as `course=retaliation`
   */
  until(moment: string): ShownCrisis;
  /** Another relation of a crisis of several states, by its two parties: `QAT,EGY`. `relations` names all of them. */
  between(pair: string): ShownCrisis;
  /** Another history: a what-if of the scenario by name, or one of your own. */
  whatIf(given: string | OwnWhatIf): Alternative;
  /** A prediction of what happens next, by options or acts. It sums to one and locks. */
  predict(probabilities: Readonly<Record<string, number>>, options?: PredictOptions): Prediction;
}

/** What a crisis that was cut keeps from its reader: the whole record, opened by `reveal` alone. */
interface SealedRecord {
  readonly scenario: Scenario;
  readonly file: ScenarioFile;
  readonly steps: readonly Step[];
}

/** A whole crisis, from a file that was read and found right. */
export function crisisFrom(scenario: Scenario, file: ScenarioFile, origin: string): ShownCrisis {
  const crisis = crisisOf(scenario);
  return shownCrisis(
    { ...crisis, file, moment: standText(crisis.until), cut: false, origin },
    { scenario, file, steps: crisis.history.steps },
  );
}

function shownCrisis(view: CrisisView, sealed: SealedRecord): ShownCrisis {
  const { scenario, file, cut, origin, history } = view;
  const data = dataOf(view, sealed);
  // A what-if may bring in what would have come later.
  const wide = { ...file, window: sealed.file.window };
  const methods = {
    ...looksAt(view),
    until: (moment: string) => cutCrisis(view, sealed, moment),
    between: (pair: string) => otherRelation(view, sealed, pair),
    whatIf: (given: string | OwnWhatIf) => alternativeOf(given, view, wide),
    predict: (probabilities: Readonly<Record<string, number>>, options: PredictOptions = {}) =>
      predictionOf(
        { ...sealed, seen: view, count: history.steps.length, cut },
        probabilities,
        optionsOf(options, ["because", "by", "options", "happened"]),
      ),
  };
  return withDisplay({ ...data, ...methods }, () => ({
    title: scenario.title,
    parts: cardParts(data, view, origin),
  }));
}

/** Another relation of the same file, up to the same moment. */
function otherRelation(view: CrisisView, sealed: SealedRecord, pair: string): ShownCrisis {
  const label = argument("between");
  const scenario = relationBeside(sealed.scenario, pair, label);
  const origin = `${view.origin}.between(${JSON.stringify(pair)})`;
  if (!view.cut) return crisisFrom(scenario, sealed.file, origin);
  // The reader's file has nothing later in it, of any relation.
  const relation = crisisOf(relationBeside(view.scenario, pair, label));
  return shownCrisis(
    { ...relation, until: view.until, file: view.file, moment: view.moment, cut: true, origin },
    { scenario, file: sealed.file, steps: crisisOf(scenario).history.steps },
  );
}

/** The crisis until a moment, read anew from a file that has nothing later in it. */
function cutCrisis(view: CrisisView, sealed: SealedRecord, moment: string): ShownCrisis {
  const cut = readMoment(moment, view);
  const { crisis, file } = crisisKnownAt(view, view.file, cut);
  const origin = `${view.origin}.until(${JSON.stringify(moment)})`;
  const last = crisis.history.steps.at(-1)?.event;
  const atEnd = (cut.minute + 1) % MINUTES_PER_DAY === 0 || last === undefined;
  const standing = atEnd ? standText(cut.minute) : `${last.at}, after ${last.id}`;
  return shownCrisis({ ...crisis, file, moment: standing, cut: true, origin }, sealed);
}

/** Where a reader's moment cuts: there must be something to see by then. */
function readMoment(moment: string, view: CrisisView): Cut {
  const label = argument("until");
  const suggestion = suggestMoment(moment);
  if (typeof moment !== "string" || moment === "") {
    throw new Problem(
      "no-such-moment",
      `${label(moment)}: expected an event's id, a date such as "2024-01-17", or a pattern such as "course=retaliation", in quotes.`,
      { suggestion },
    );
  }
  if (!moment.includes("=") && !isDate(moment) && view.history.steps.every(({ event }) => event.id !== moment)) {
    // The nearest id, or a list of them, would tell what is still to come.
    throw new Problem(
      "no-such-event",
      `${label(moment)}: there is no such event. What comes later is not named here: .timeline() shows every id.`,
      { suggestion },
    );
  }
  const cut = cutAt(moment, view, label);
  if (cut.count > 0 || moment.includes("=")) return cut;
  throw new Problem("no-such-moment", `${label(moment)}: nothing has happened yet. Name a later moment.`);
}

/** The date that was written otherwise, or the pattern that was written with a colon. */
function suggestMoment(moment: unknown): string | undefined {
  if (moment instanceof Date) return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
  if (typeof moment !== "string") return undefined;
  const [, key, state] = /^\s*([a-z]+(?:\.[A-Z0-9]+)?)\s*:\s*([\w.-]+)\s*$/.exec(moment) ?? [];
  return key === undefined ? guessDates(moment)[0] : `${key}=${state}`;
}

function dataOf({ scenario, history, until, cut }: CrisisView, sealed: SealedRecord): CrisisData {
  const { dyad, actors, sources, purpose, title, name, window } = scenario;
  const events = history.steps.flatMap(({ event }) => (event.source === "clock" ? [] : [event]));
  const question = sealed.scenario.lessons.find(({ pause }) => pause === history.steps.at(-1)?.event.id);
  return {
    name,
    title,
    purpose,
    parties: [dyad.a, dyad.b].map((code) => ({ code, name: actors[code]?.name ?? code })),
    window: { from: momentText(window.from), to: momentText(until) },
    events,
    sources,
    whatIfs: Object.keys(scenario.whatIfs),
    relations: scenario.relations.map(pairText),
    ...(cut && question !== undefined ? { question: { ask: question.ask, options: question.options } } : {}),
  };
}

function cardParts(data: CrisisData, { scenario, moment, cut }: CrisisView, origin: string): readonly Part[] {
  const { parties, events, whatIfs, question, purpose } = data;
  const codes = parties.map(({ code }) => code);
  const others = Object.keys(scenario.actors).filter((code) => !codes.includes(code));
  return [
    facts("The crisis", [
      ["Parties", codes.map((code) => actorText(code, scenario)).join(" and ")],
      ["Others", others.map((code) => actorText(code, scenario)).join(", ") || "nobody"],
      [
        cut ? "Seen until" : "Window",
        cut ? moment : `${dayText(scenario.window.from)} to ${dayText(scenario.window.to)}`,
      ],
      ...(data.relations.length < 2 ? [] : [["Relations", data.relations.join(" · ")] as const]),
      ["Events", `${events.length}${cut ? " so far" : ""}`],
      ["Sources", String(Object.keys(scenario.sources).length)],
      ["Purpose", purpose],
      ...(whatIfs.length === 0 ? [] : [["What-ifs", whatIfs.join(", ")] as const]),
    ]),
    ...(question === undefined
      ? []
      : [
          list(
            `A question at this moment: ${question.ask}`,
            question.options.map((text) => ({ text })),
          ),
        ]),
    sourcesList("Sources", Object.keys(scenario.sources), scenario),
    prose(
      `What sources report, judged by the rules of a model; not a forecast. Opened by ${origin}. Go on with .timeline(), .situation(), .chart(), .dossier(), .event("ID"), .why("course")${cut ? ", .predict({ … })" : ', .until("ID")'}.`,
      "faint",
    ),
  ];
}
