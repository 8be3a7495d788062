/** Saving a counterexample: as a what-if that says what it breaks, read again before anything is written. */
import { brokenBy, editYaml, insertWhatIf, readScenario, suppose, visibleLine } from "../../scenario/index.ts";
import { UsageError } from "../exit.ts";
import type { Io } from "../io.ts";
import { save } from "../save.ts";
import type { Tested } from "./told.ts";

/**
 * Writes the first counterexample that was found into the file.
 *
 * @throws UsageError when there is none, it can't be written, or the file has changed
 */
export function saveExample(name: string, { whole: { input, scenario: old }, result, seed }: Tested, io: Io): void {
  const broken = result.claims.filter(({ standing }) => standing === "broken");
  if (broken.length === 0)
    throw new UsageError("--save: nothing was broken that the file does not know of, so there is nothing to write.");
  const found = broken.find(({ counterexample }) => counterexample?.written !== undefined);
  const written = found?.counterexample?.written;
  if (found === undefined || written === undefined) {
    throw new UsageError(
      "--save: what was found can't be written as a what-if without chance, such as when it ends after the window.",
    );
  }
  const { claim } = found;
  // What breaks one contract may break others with it, and says so of all.
  const breaks = brokenBy(old, written.edits, written.then);
  const because = `Found by a test with seed ${seed}, which tried to break ${claim.name}; invented, not reported.`;
  const made = insertWhatIf(input.text, name, {
    edits: written.edits.map(editYaml),
    then: written.then,
    because,
    breaks,
  });
  if ("code" in made) throw new UsageError(`--save ${visibleLine(name)}: ${made.message}`);
  const { scenario, diagnostics } = readScenario(made.text, { file: input.file });
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (scenario === undefined)
    throw new UsageError(`--save: the file would not be right any more: ${error?.message ?? ""}`);
  if (suppose(scenario, name).findings.length > 0) throw new Error("What was to be saved replays otherwise.");
  save(input, made.text);
  const where = visibleLine(input.file);
  io.say(
    `Wrote ${name}, which breaks ${[claim.name, ...breaks.filter((one) => one !== claim.name)].join(", ")}, into ${where}: ${made.added.lines.length} lines added, nothing else changed.`,
  );
  io.say(`See it: demarche replay ${where} --what-if ${name}`);
}
