/** Saving a what-if: edits are written into their file, which is judged anew and held to what was promised before it is put. */
import type { Edit, Policy } from "../history/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import {
  brokenBy,
  editYaml,
  insertWhatIf,
  judgeParsed,
  type Scenario,
  type Supposed,
  suppose,
} from "../scenario/index.ts";
import type { Input } from "./input.ts";
import type { Io } from "./io.ts";
import { savable, save } from "./save.ts";

/** At most so many edits are written into one what-if: a file may have no more. */
export const MOST_EDITS = 1000;

/** What a what-if is saved under, and where. */
export interface Saving {
  readonly name: string;
  readonly input: Input;
  readonly scenario: Scenario;
  readonly io: Io;
}

/** What is saved. */
export interface Invented {
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly because: string;
  /** Whether it came back from the file as what it was saved for. */
  readonly isSo: (supposed: Supposed) => boolean;
  /** What is said of it beside its name, by the contracts that it breaks. */
  readonly said?: (breaks: readonly string[]) => string;
}

/**
 * Writes a what-if into its file, saying which contracts it breaks, and tells where it is.
 *
 * @throws Problem when the file would not be right any more, can't be written, or has changed
 */
export function saveWhatIf({ edits, then, because, isSo, said }: Invented, saving: Saving): void {
  const { name, input, scenario: old, io } = saving;
  savable(input);
  if (edits.length > MOST_EDITS) {
    const [count, most] = [edits.length, MOST_EDITS].map((number) => number.toLocaleString("en"));
    throw new Problem("bad-option", `--save: it takes ${count} edits, and a what-if has ${most} at most.`);
  }
  const breaks = brokenBy(old, edits, then);
  const made = insertWhatIf(input.text, name, { edits: edits.map(editYaml), then, because, breaks });
  if ("code" in made) throw new Problem("bad-option", `--save ${visibleLine(name)}: ${made.message}`);
  const { scenario, diagnostics } = judgeParsed(made.parsed, { file: input.file });
  if (scenario === undefined) {
    const error = diagnostics.find(({ severity }) => severity === "error");
    throw new Problem("bad-option", `--save: the file would not be right any more: ${error?.message ?? ""}`);
  }
  if (!isSo(suppose(scenario, name))) throw new Error("What was to be saved replays otherwise.");
  save(input, made.text);
  const where = visibleLine(input.file);
  io.say(
    `Wrote ${name}${said?.(breaks) ?? ""} into ${where}: ${made.added.lines.length} lines added, nothing else changed.`,
  );
  io.say(`See it: demarche replay ${where} --what-if ${name}`);
}
