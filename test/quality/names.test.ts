/** One name, one meaning: no two folders give away different things under the same name. */
import { globSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Questions that are asked on two floors: of a history or the chart alone, and of a crisis with its names. */
const sameQuestion: ReadonlySet<string> = new Set(["judge", "why", "whyNot"]);

/** The names that folders give away, each with the files that declare it. */
function givenAway(): ReadonlyMap<string, ReadonlySet<string>> {
  const doors = globSync("src/*/index.ts").map((file) => resolve(file));
  const options = {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    noEmit: true,
    noLib: true,
    types: [],
  };
  // What packages declare is not asked for, so that they need not be read.
  const own = (name: string, from: string): ts.ResolvedModuleFull | undefined =>
    name.startsWith(".")
      ? { resolvedFileName: resolve(dirname(from), name), extension: ts.Extension.Ts, isExternalLibraryImport: false }
      : undefined;
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    resolveModuleNameLiterals: (names, from) => names.map(({ text }) => ({ resolvedModule: own(text, from) })),
  };
  const program = ts.createProgram(doors, options, host);
  const checker = program.getTypeChecker();
  const names = new Map<string, Set<string>>();
  for (const door of doors) {
    const file = program.getSourceFile(door);
    const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    for (const one of symbol === undefined ? [] : checker.getExportsOfModule(symbol)) {
      const declared = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      const where = declared.declarations?.[0]?.getSourceFile().fileName ?? door;
      names.set(one.name, (names.get(one.name) ?? new Set()).add(where));
    }
  }
  return names;
}

test("no name that leaves a folder has two meanings", () => {
  const names = givenAway();
  expect(names.size).toBeGreaterThan(500);
  const twice = [...names].filter(([name, where]) => where.size > 1 && !sameQuestion.has(name));
  expect(twice.map(([name, where]) => `${name}: ${[...where].join(", ")}`)).toEqual([]);
});
