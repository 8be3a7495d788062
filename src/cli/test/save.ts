/** Saving a counterexample: as a what-if that says what it breaks, read again before anything is written. */
import type { Tested } from "../../crisis/index.ts";
import { Problem } from "../../problem/index.ts";
import type { Input } from "../input.ts";
import type { Io } from "../io.ts";
import { saveWhatIf } from "../save-what-if.ts";

/**
 * Writes the first counterexample that was found into the file.
 *
 * @throws Problem when there is none, it can't be written, or the file has changed
 */
export function saveExample(name: string, { scenario, result, seed }: Tested, input: Input, io: Io): void {
  const broken = result.claims.filter(({ standing }) => standing === "broken");
  if (broken.length === 0)
    throw new Problem(
      "bad-option",
      "--save: nothing was broken that the file does not know of, so there is nothing to write.",
    );
  const found = broken.find(({ counterexample }) => counterexample?.written !== undefined);
  const written = found?.counterexample?.written;
  if (found === undefined || written === undefined) {
    throw new Problem(
      "unwritable",
      "--save: what was found can't be written as a what-if without chance, such as when it ends after the window.",
    );
  }
  const { claim } = found;
  saveWhatIf(
    {
      ...written,
      because: `Found by a test with seed ${seed}, which tried to break ${claim.name}; invented, not reported.`,
      isSo: ({ findings }) => findings.length === 0,
      // What breaks one contract may break others with it, and says so of all.
      said: (breaks) => `, which breaks ${[claim.name, ...breaks.filter((one) => one !== claim.name)].join(", ")},`,
    },
    { name, input, scenario, io },
  );
}
