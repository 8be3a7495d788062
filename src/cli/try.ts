/** Trying an edit from the command line: it is judged as if it stood in the file. */

import { Problem, visibleLine } from "../problem/index.ts";
import { editFromText, freeName, insertWhatIf, judgeParsed, type Scenario } from "../scenario/index.ts";
import { diagnosticsBlock, policyMeanings } from "../views/index.ts";
import { type Call, textOption, textsOption } from "./command.ts";
import { framesOf } from "./frames.ts";
import type { Input } from "./input.ts";

/** A what-if that was tried: the scenario with it, and the text of its file with it. */
export interface Attempt {
  readonly name: string;
  readonly scenario: Scenario;
  readonly text: string;
  /** The lines that were added to the text. */
  readonly lines: readonly string[];
}

/**
 * The scenario with the what-if of `--edit`, `--then` and `--because`.
 *
 * @throws Problem when the edit can't be understood, or is impossible
 */
export async function tried({ input, scenario }: { input: Input; scenario: Scenario }, call: Call): Promise<Attempt> {
  const { options, io } = call;
  const name = textOption(options, "save") ?? freeName("tried", (name) => Object.hasOwn(scenario.whatIfs, name));
  const then = textOption(options, "then");
  if (then === undefined) {
    const policies = Object.entries(policyMeanings).map(([policy, does]) => `\n  ${policy.padEnd(8)} ${does}`);
    throw new Problem(
      "bad-option",
      `--edit needs --then: what becomes of the events after the edit?${policies.join("")}`,
    );
  }
  const edits = textsOption(options, "edit").map(editOf);
  const because = textOption(options, "because");
  const made = insertWhatIf(input.text, name, { edits, then, ...(because === undefined ? {} : { because }) });
  if ("code" in made) throw new Problem("bad-option", made.message);
  const { scenario: whole, diagnostics } = judgeParsed(made.parsed, { file: input.file });
  if (whole === undefined) {
    // The file was read without an error before: every error is of the edit.
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const remarks = errors.map((one) => ({ ...one, file: "--edit" }));
    const block = diagnosticsBlock(remarks, framesOf(made.text), io.columns);
    throw new Problem("bad-what-if", remarks[0]?.message ?? "", { data: { block } });
  }
  return { name, scenario: whole, text: made.text, lines: made.added.lines };
}

function editOf(text: string): string {
  const made = editFromText(text);
  if ("edit" in made) return made.edit;
  throw new Problem("bad-option", `--edit ${visibleLine(text)}: ${made.problem}`, {
    suggestion: made.suggestion,
    expected: `\nExpected: ${made.expected}`,
  });
}
