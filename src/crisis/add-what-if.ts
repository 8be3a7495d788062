/** Writing a what-if into its file: the lines that it takes, and the scenario with it, judged before anything is written. */

import type { Edit, Policy } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { Problem } from "../problem/index.ts";
import { formatCount } from "../render/index.ts";
import {
  brokenBy,
  type Diagnostic,
  type EvaluatedWhatIf,
  editValue,
  evaluateWhatIf,
  insertWhatIf,
  judgeParsed,
  type Scenario,
  type WrittenWhatIf,
} from "../scenario/index.ts";
import type { InputLabel } from "./input-label.ts";
import type { ScenarioSource } from "./open.ts";

/** The maximum number of edits of one what-if in a file. */
const MAX_EDITS = 1000;

/** The text of a file with a what-if added, and the scenario read from it. */
export interface FileWithWhatIf {
  readonly scenario: Scenario;
  readonly text: string;
  /** The lines that were added to the text. */
  readonly lines: readonly string[];
}

/**
 * Adds a what-if to the text of a file.
 *
 * @param refuse what a door says when the file would have mistakes with it, by the text that has them
 * @throws Problem when there is no place for it in the text, or as `refuse` makes it
 */
export function addWhatIf(
  { text, file }: Pick<ScenarioSource, "text" | "file">,
  name: string,
  whatIf: WrittenWhatIf,
  refuse: (errors: readonly Diagnostic[], text: string) => Problem,
  between?: Dyad,
): FileWithWhatIf {
  const made = insertWhatIf(text, name, whatIf);
  if ("code" in made)
    throw new Problem(/^(name-taken|bad-name)$/.test(made.code) ? made.code : "bad-option", made.message);
  const { scenario, diagnostics } = judgeParsed(made.parsed, { file, between });
  if (scenario !== undefined) return { scenario, text: made.text, lines: made.added.lines };
  throw refuse(
    diagnostics.filter(({ severity }) => severity === "error"),
    made.text,
  );
}

/** A what-if that was found or played. */
export interface InventedWhatIf {
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly because: string;
  /** Whether it came back from the file as what it was saved for. */
  readonly isSo: (evaluated: EvaluatedWhatIf) => boolean;
}

/**
 * A file with a what-if that was found or played, which says of itself what contracts it breaks.
 *
 * @throws Problem when it has too many edits, or the file would not be right any more
 */
export function addInventedWhatIf(
  { edits, then, because, isSo }: InventedWhatIf,
  {
    name,
    source,
    scenario: old,
  }: { readonly name: string; readonly source: ScenarioSource; readonly scenario: Scenario },
  label: InputLabel,
): FileWithWhatIf & { readonly breaks: readonly string[] } {
  if (edits.length > MAX_EDITS) {
    const [count, most] = [edits.length, MAX_EDITS].map(formatCount);
    throw new Problem("too-large", `${label(name)}: it takes ${count} edits, and a what-if has ${most} at most.`);
  }
  const breaks = brokenBy(old, edits, then);
  const made = addWhatIf(
    source,
    name,
    { edits: edits.map(editValue), then, because, breaks },
    ([error]) => {
      return new Problem("bad-option", `${label(name)}: the file would not be right any more: ${error?.message ?? ""}`);
    },
    old.dyad,
  );
  if (!isSo(evaluateWhatIf(made.scenario, name))) throw new Error("What was to be saved replays otherwise.");
  return { ...made, breaks };
}
