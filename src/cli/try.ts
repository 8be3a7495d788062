/** Trying an edit from the command line: it is read as if it stood in the file, and written there only by --save. */
import { diagnosticsBlock, render } from "../present/index.ts";
import { editFromText, insertWhatIf, readScenario, type Scenario, visibleLine } from "../scenario/index.ts";
import { type Call, textOption, textsOption } from "./command.ts";
import { didYouMean, UsageError } from "./exit.ts";
import { framesOf } from "./frames.ts";
import type { Input } from "./input.ts";
import type { Io } from "./io.ts";
import { writeWhole } from "./write.ts";

/** A what-if that was tried: the scenario with it, and the text of its file with it. */
export interface Attempt {
  readonly name: string;
  readonly scenario: Scenario;
  readonly text: string;
  /** The lines that were added to the text. */
  readonly lines: readonly string[];
}

const POLICIES = `keep     all later events stand
  prune    later events that lost a cause are gone, and what they caused
  stop     history ends with the last edit
  model    from the last edit on somebody else decides`;

/**
 * The scenario with the what-if of `--edit`, `--then` and `--because`.
 *
 * @throws UsageError when the edit can't be understood, or is impossible
 */
export async function tried({ input, scenario }: { input: Input; scenario: Scenario }, call: Call): Promise<Attempt> {
  const { options, io } = call;
  const name = textOption(options, "save") ?? freeName(scenario);
  const then = textOption(options, "then");
  if (then === undefined) {
    throw new UsageError(`--edit needs --then: what becomes of the events after the edit?\n  ${POLICIES}`);
  }
  const edits = textsOption(options, "edit").map(editOf);
  const because = textOption(options, "because");
  const made = insertWhatIf(input.text, name, { edits, then, ...(because === undefined ? {} : { because }) });
  if ("code" in made) throw new UsageError(`${made.message}`);
  const { scenario: whole, diagnostics } = readScenario(made.text, { file: input.file });
  const own = diagnostics.filter(({ path }) => path.startsWith(`what-if.${name}`));
  if (whole === undefined) {
    const { err } = await io.palettes();
    const remarks = (own.length > 0 ? own : diagnostics).map((one) => ({ ...one, file: "--edit" }));
    throw new UsageError(render(diagnosticsBlock(remarks, framesOf(made.text), io.columns), err));
  }
  return { name, scenario: whole, text: made.text, lines: made.added.lines };
}

/**
 * Writes an attempt into its file, whole or not at all.
 *
 * @throws UsageError when there is no file to write to, or it has changed since it was read
 */
export function save({ path, file, hash }: Input, { name, text, lines }: Attempt, io: Io): void {
  if (path === undefined) {
    throw new UsageError(`${file} can't be written to. Copy it into a file of your own first, and name that file.`);
  }
  writeWhole(path, hash, text);
  io.say(`Wrote ${name} into ${path}: ${lines.length} lines added, nothing else changed.`);
}

function editOf(text: string): string {
  const made = editFromText(text);
  if ("edit" in made) return made.edit;
  const hint = didYouMean(made.suggestion);
  throw new UsageError(`--edit ${visibleLine(text)}: ${made.problem}${hint}\nExpected: ${made.expected}`);
}

/** A name that no what-if of the file has. */
function freeName({ whatIfs }: Scenario): string {
  const names = ["tried", ...Array.from({ length: 1000 }, (_, k) => `tried-${k + 2}`)];
  return names.find((name) => !Object.hasOwn(whatIfs, name)) ?? "tried";
}
