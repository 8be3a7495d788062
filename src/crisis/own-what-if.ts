/** A what-if as the reader gives it, by name or written out, made a branch of the record. */
import { Problem, quoted } from "../problem/index.ts";

import {
  type Diagnostic,
  type EvaluatedWhatIf,
  evaluateWhatIf,
  freeName,
  judgeScenario,
  recordOf,
  type Scenario,
  type ScenarioFile,
} from "../scenario/index.ts";
import { policyMeanings } from "../views/index.ts";
import { mendText } from "./input-label.ts";
import { whatIfNamed } from "./names.ts";

/** One edit, as a scenario file writes it. */
export type OwnEdit =
  | { readonly drop: string }
  | { readonly add: Readonly<Record<string, unknown>>; readonly before?: string }
  | { readonly move: string; readonly to: string; readonly before?: string }
  | { readonly replace: string; readonly with: Readonly<Record<string, unknown>>; readonly before?: string }
  | { readonly swap: string };

/** A what-if of the reader's own, as a scenario file writes it. */
export interface OwnWhatIf {
  readonly edit: OwnEdit | readonly OwnEdit[];
  /** What becomes of later events: keep them, prune what lost a cause, stop there, or let doctrines decide. */
  readonly then: "keep" | "prune" | "stop" | "model";
  /** Why history might have gone so. */
  readonly because?: string;
}

/** An evaluated what-if, and the scenario that it stands in. */
export interface WhatIfWithScenario {
  readonly evaluated: EvaluatedWhatIf;
  readonly scenario: Scenario;
  readonly file: ScenarioFile;
}

/**
 * Evaluates a what-if of the file or of the reader's own.
 *
 * @param file the file that it is read in
 * @throws Problem when there is none of that name, or its edits are impossible, with every mistake
 */
export function tryOwnWhatIf(
  whatIf: string | OwnWhatIf,
  { scenario, cut }: { readonly scenario: Scenario; readonly cut: boolean },
  file: ScenarioFile,
): WhatIfWithScenario {
  if (typeof whatIf === "string") return { evaluated: evaluateNamed(whatIf, scenario, cut), scenario, file };
  if (typeof whatIf !== "object" || whatIf === null) {
    const givenText = whatIf === undefined ? "" : quoted(whatIf);
    throw new Problem("bad-what-if", `whatIf(${givenText}): expected a what-if's name, or ${EXAMPLE}.`);
  }
  if (Array.isArray(whatIf) || EDITS.some((key) => Object.hasOwn(whatIf, key))) {
    throw new Problem("bad-what-if", `Edits stand under edit in a what-if: expected ${EXAMPLE}.`);
  }
  const { edit, then } = whatIf;
  if (typeof then !== "string" || !Object.hasOwn(policyMeanings, then)) {
    const policies = Object.entries(policyMeanings).map(([policy, meaning]) => `"${policy}" (${meaning})`);
    const complaint =
      then === undefined
        ? "The what-if does not say what becomes of later events"
        : `${quoted(then)} is no answer to what becomes of later events`;
    throw new Problem("bad-what-if", `${complaint}: add then: ${policies.join(", ")}.`);
  }
  const name = freeName("mine", (one) => Object.hasOwn(scenario.whatIfs, one));
  // A reason still to be written is none; the review will ask for it.
  const { because, ...without } = whatIf;
  const own = typeof because === "string" && because.trim() === "" ? without : whatIf;
  const withWhatIf = {
    ...file,
    "what-if": { ...file["what-if"], [name]: edit === undefined ? own : { ...own, edit: [edit].flat() } },
  };
  const read = judgeScenario(withWhatIf, { file: "what-if", between: scenario.dyad });
  if (read.scenario === undefined || read.file === undefined) {
    throw new Problem("bad-what-if", mistakesText(read.diagnostics, name));
  }
  return {
    evaluated: evaluateWhatIf(read.scenario, name, recordOf(read.scenario)),
    scenario: read.scenario,
    file: read.file,
  };
}

const EDITS = ["drop", "add", "move", "replace", "swap"];
const EXAMPLE = '{ edit: [{ drop: "ID" }], then: "prune", because: "…" }';

function evaluateNamed(name: string, scenario: Scenario, cut: boolean): EvaluatedWhatIf {
  if (!cut || Object.hasOwn(scenario.whatIfs, name)) return evaluateWhatIf(scenario, whatIfNamed(name, scenario));
  throw new Problem(
    "no-such-what-if",
    `The what-ifs of a scenario tell what came later, so what is seen until a moment has none. Ask the whole crisis for ${quoted(name)}, or write one of your own here.`,
  );
}

/** Every mistake of a what-if in one paragraph, without the places of a file that the reader has never seen. */
function mistakesText(diagnostics: readonly Diagnostic[], name: string): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const sentences = errors.slice(0, 3).map((error) => {
    const where = error.path.replace(`what-if.${name}.`, "").replace(`what-if["${name}"].`, "");
    const message = error.message.replaceAll(` in what-if.${name}`, "").replaceAll(`what-if.${name}.`, "");
    return `${where}: ${message}${mendText(error)}`;
  });
  const more = errors.length > sentences.length ? ` And ${errors.length - sentences.length} more.` : "";
  return `This what-if can't be carried out. ${sentences.join(" ")}${more}`;
}
