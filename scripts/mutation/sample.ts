/**
 * A checker of Stryker that lets through a part of the planted mistakes, the same part each time; the others count as what
 * does not compile, which Stryker leaves out. `DEMARCHE_MUTATION_SHARE` says how large the part is.
 */
import { createHash } from "node:crypto";

/** What is read here of a mutant. */
interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly location: { readonly start: object; readonly end: object };
  readonly replacement: string;
}

const share = Number(process.env["DEMARCHE_MUTATION_SHARE"] ?? 1);

function isDrawn({ fileName, location: { start, end }, replacement }: Mutant): boolean {
  const file = fileName.slice(fileName.lastIndexOf("/src/"));
  const hash = createHash("sha256")
    .update(JSON.stringify([file, start, end, replacement]))
    .digest();
  return hash.readUInt32LE() < share * 2 ** 32;
}

const sample = {
  init: async () => {},
  check: async (mutants: readonly Mutant[]) =>
    Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isDrawn(mutant) ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
      ]),
    ),
  group: async (mutants: readonly Mutant[]) => [mutants.map(({ id }) => id)],
};

export const strykerPlugins = [{ kind: "Checker", name: "sample", value: sample }];
