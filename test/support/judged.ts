/** What must hold of any text that is read as a scenario file: an answer with places in it, and no throw, within bounds. */
import { compile, createSimulator, setupOf } from "../../src/futures/index.ts";
import { historyOf } from "../../src/history/index.ts";
import {
  codeFrame,
  type Diagnostic,
  evaluateWhatIf,
  readScenario,
  recordOf,
  type Scenario,
} from "../../src/scenario/index.ts";

/** What reading a text came to. */
export interface Judged {
  readonly reads: boolean;
  /** How many what-ifs were carried out. */
  readonly whatIfs: number;
  readonly codes: readonly string[];
}

/** The longest sentence of a diagnostic, in characters, and the most diagnostics. */
const LONGEST = 2000;
const MOST = 1000;
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Reads a text and carries out all that it says. @throws Error with what should not be */
export function judged(text: string, name = "mutant.yaml"): Judged {
  const { scenario, diagnostics } = readScenario(text, { file: name });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  demand((scenario === undefined) === errors.length > 0, "It neither reads nor says why.");
  demand(diagnostics.length <= MOST, `It has ${diagnostics.length} diagnostics.`);
  const lines = text.replace(/^\ufeff/, "").split("\n");
  for (const one of diagnostics) placed(one, lines);
  for (const one of diagnostics.slice(0, 5)) demand(!HIDDEN.test(codeFrame(text, one)), "Its frame hides something.");
  const codes = diagnostics.map(({ code }) => code);
  if (scenario === undefined) return { reads: false, whatIfs: 0, codes };
  return { reads: true, whatIfs: carriedOut(scenario, text.length), codes };
}

function placed(one: Diagnostic, lines: readonly string[]): void {
  const { line, column, endLine, endColumn, message, expected = "", suggestion = "", code } = one;
  const length = lines[line - 1]?.length ?? -1;
  demand(line >= 1 && line <= lines.length, `${code} is in line ${line} of ${lines.length}.`);
  demand(column >= 1 && column <= length + 1, `${code} is in column ${column} of ${length}.`);
  demand(endLine > line || (endLine === line && endColumn >= column), `${code} ends before it begins.`);
  for (const said of [message, expected, suggestion]) {
    demand(said.length <= LONGEST, `${code} says ${said.length} characters.`);
    demand(!HIDDEN.test(said), `${code} hides something.`);
  }
}

/** Folds the record and every what-if, and simulates one future of those that a model goes on with. */
function carriedOut(scenario: Scenario, size: number): number {
  const record = recordOf(scenario);
  bounded(historyOf(record).steps.length, size);
  const names = Object.keys(scenario.whatIfs);
  for (const name of names) {
    const { branch, history } = evaluateWhatIf(scenario, name, record);
    bounded(history.steps.length, size);
    if (branch.then !== "model") continue;
    const { run, log } = createSimulator(compile(setupOf(scenario, branch)), 1);
    bounded(run(0).events, size);
    bounded(log.minute.length, size);
  }
  return names.length;
}

/** No history is longer than its text can tell, or than a simulation may become. */
function bounded(steps: number, size: number): void {
  demand(steps <= size + 5000, `${steps} steps come of ${size} characters.`);
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
