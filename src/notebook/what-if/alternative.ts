/** A what-if in a notebook: another history that can be looked at, compared, reviewed, and followed into its futures. */

import { type Hint, type OwnWhatIf, review, tryOwnWhatIf } from "../../crisis/index.ts";
import type { DiplomaticEvent } from "../../events/index.ts";
import { compare, editText, type History, historyOf, type Policy, type Step } from "../../history/index.ts";
import { facts, prose, span, type TableCell, table } from "../../render/index.ts";
import { demandsOf, type EvaluatedWhatIf, recordOf, type Scenario, type ScenarioFile } from "../../scenario/index.ts";
import { comparedDocument, momentText, policyMeanings, standText, stateText } from "../../views/index.ts";
import { type Looks, looksAt } from "../looks.ts";
import { type Shown, withDisplay } from "../show/index.ts";
import type { CrisisView } from "../view.ts";
import { type Futures, type FuturesOptions, futuresOf } from "./futures.ts";
import { type Sensitive, type SensitivityOptions, sensitivityOf } from "./sensitivity.ts";

/** What a what-if is, as data. */
export interface AlternativeData {
  readonly name: string;
  readonly because?: string;
  readonly then: Policy;
  /** The edits in words: `drop reprisal`. */
  readonly edits: readonly string[];
  /** The events of this history, as far as it is told. */
  readonly events: readonly DiplomaticEvent[];
}

/** A what-if that shows itself. The record stays as it is. */
export interface Alternative extends AlternativeData, Looks, Shown {
  /** Beside the record: what was changed, orphaned and reopened, where they part and how both end. */
  compare(): ComparedHistories;
  /** Hints in order: reason, minimal, possible at that moment, what it reopens. Never a gate. */
  review(): Review;
  /** Many futures of it, beside those of the record under the same luck; only after `then: "model"`. */
  futures(options?: FuturesOptions): Promise<Futures>;
  /** How far each assumption decides its outcomes; only after `then: "model"`. */
  sensitivity(options?: SensitivityOptions): Promise<Sensitive>;
}

/**
 * A what-if of a crisis.
 *
 * @param file the file that it is read in
 * @throws Problem when there is none of that name, or its edits are impossible
 */
export function alternativeOf(given: string | OwnWhatIf, crisis: CrisisView, file: ScenarioFile): Alternative {
  const { evaluated, scenario, file: whole } = tryOwnWhatIf(given, crisis, file);
  const { name, whatIf, history } = evaluated;
  const origin = `${crisis.origin}.whatIf(${JSON.stringify(given)})`;
  const until = Math.min(history.now, scenario.window.to);
  const titled = { ...scenario, title: `${scenario.title}: what if, ${name}` };
  const view: CrisisView = {
    scenario: titled,
    file: whole,
    history,
    until,
    whatIf: name,
    demands: demandsOf(scenario, whatIf),
    moment: standText(until),
    cut: crisis.cut,
    origin,
  };
  const data: AlternativeData = {
    name,
    ...(whatIf.because === undefined ? {} : { because: whatIf.because }),
    then: whatIf.then,
    edits: whatIf.edits.map(editText),
    events: history.steps.map(({ event }) => event),
  };
  const record = historyOf(recordOf(scenario));
  const ends = stateText("course", history.situation.course, scenario.dyad);
  const methods = {
    ...looksAt(view),
    compare: () => compareWithRecord(scenario, record, evaluated),
    review: () => reviewOf(scenario, evaluated),
    futures: async (options: FuturesOptions = {}) => futuresOf(scenario, evaluated, origin, options),
    sensitivity: async (options: SensitivityOptions = {}) => sensitivityOf(scenario, evaluated, origin, options),
  };
  return withDisplay({ ...data, ...methods }, () => ({
    title: `${scenario.title}: what if, ${name}`,
    parts: [
      facts("The what-if", [
        ["Because", data.because ?? span("no reason is given", "warn")],
        ["Edits", data.edits.join("\n")],
        ["Later events", `${data.then}: ${policyMeanings[data.then]}`],
        ["Events", String(data.events.length)],
        [until < scenario.window.to ? `Where it stands on ${momentText(until)}` : "Where it ends", ends],
      ]),
      prose(
        "Go on with .compare(), .timeline(), .review(), .situation()" +
          (data.then === "model" ? ", await .futures(), await .sensitivity()." : "."),
        "faint",
      ),
    ],
  }));
}

/** A comparison that shows itself. All ids are of events. */
export interface ComparedHistories extends Shown {
  /** Events that lost a cause, and events of which a cause is not what it was. */
  readonly orphaned: readonly string[];
  readonly reopened: readonly string[];
  /** What happens only in the record, only in the what-if, and what is void only there. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly void: readonly string[];
  /** The day on which both part; absent when they never do. */
  readonly parted?: string;
}

/** Compares a what-if with the record, from the record to it. */
function compareWithRecord(scenario: Scenario, record: History, evaluated: EvaluatedWhatIf): ComparedHistories {
  const { branch, history } = evaluated;
  const comparison = compare(record, history);
  const { missing, added, unfit, divergence } = comparison;
  const ids = (steps: readonly Pick<Step, "event">[]): readonly string[] => steps.map(({ event }) => event.id);
  const data = {
    orphaned: ids(branch.orphaned),
    reopened: ids(branch.reopened),
    missing: ids(missing),
    added: ids(added),
    void: ids(unfit),
    ...(divergence === undefined ? {} : { parted: momentText(divergence.minute) }),
  };
  return withDisplay(data, () => comparedDocument(scenario, record, evaluated));
}

/** A review that shows itself. */
export interface Review extends Shown {
  readonly hints: readonly Hint[];
}

/** The review of a what-if. */
function reviewOf(scenario: Scenario, evaluated: EvaluatedWhatIf): Review {
  const hints = review(scenario, evaluated);
  const rows = hints.map(({ question, look, says }): readonly TableCell[] => [
    question,
    look ? span("? look again", "warn") : span("✓ nothing to add", "good"),
    says,
  ]);
  return withDisplay({ hints }, () => ({
    title: "A second look at the what-if",
    parts: [
      table("What the method of counterfactuals asks", ["Question", "Hint", "What there is to say"], rows),
      prose(
        "Hints, not marks: the what-if stands whatever they say. A good answer may well be to keep it and say why.",
        "faint",
      ),
    ],
  }));
}
