import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean, demarcheAnew, flagship, folder, source } from "../support/cli.ts";
import { inFull } from "../support/enduring.ts";

/** The packages and folders of this project that a run of the program loads. */
function loaded(args: readonly string[]): ReadonlySet<string> {
  const coverage = folder();
  spawnSync(process.execPath, [source, ...args], { env: { ...clean(), NODE_V8_COVERAGE: coverage } });
  const [report = ""] = readdirSync(coverage);
  const { result }: { result: readonly { url: string }[] } = JSON.parse(readFileSync(join(coverage, report), "utf8"));
  return new Set(
    result.flatMap(({ url }) => {
      const name =
        /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? /\/src\/(?:[a-z]+)(?:\/[a-z-]+)?/.exec(url)?.[0];
      return name === undefined ? [] : [name];
    }),
  );
}

test("help loads the table of commands and commander, and none of the model", () => {
  const packages = [...loaded(["--help"])].filter((name) => !/^\/src\/(cli|problem)/.test(name));
  expect(packages).toEqual(["commander", "fastest-levenshtein"]);
});

test("a tournament loads schemas of outputs for neither text nor picture", () => {
  const args = ["tournament", flagship, "--strategies", "grim", "--futures", "1"];
  for (const more of [[], ["--svg"]]) expect(loaded([...args, ...more])).not.toContain("/src/crisis/data");
});

test("a sweep loads no Parquet, and none of the pool when it is small", () => {
  const names = loaded(["sweep", flagship, "--futures", "2", "--points", "2"]);
  for (const unwanted of ["hyparquet", "hyparquet-writer", "piscina", "csv-parse", "rxjs", "pg", "pg-boss"]) {
    expect(names).not.toContain(unwanted);
  }
});

test("laws are shown and explained without fast-check, which only draws random cases", () => {
  for (const args of inFull([["laws"], ["laws", "mirror"]], [["laws", "mirror"]]))
    expect(loaded(args)).not.toContain("fast-check");
});

const replays = loaded(["replay", flagship]);

test("a replay loads what it needs: no rxjs, no schema of an output", () => {
  for (const wanted of ["xstate", "zod", "yaml"]) expect(replays).toContain(wanted);
  for (const unwanted of ["rxjs", "/src/crisis/data", "/src/cli/completion"]) {
    expect(replays).not.toContain(unwanted);
  }
});

test.each(
  inFull(
    [
      ["what-if", flagship],
      ["check", flagship],
    ],
    [["what-if", flagship]],
  ),
)("%s loads what a replay loads, and no output but its own", (...args) => {
  const names = loaded(args);
  const packages = (all: ReadonlySet<string>) => [...all].filter((name) => !name.startsWith("/src"));
  expect(packages(names).filter((name) => !replays.has(name) && name !== "@babel/code-frame")).toEqual([]);
  for (const unwanted of ["rxjs", "/src/crisis/data", "/src/cli/completion", "/src/replay"]) {
    expect(names).not.toContain(unwanted);
  }
});

test("what is compiled is kept in the user's own folder, and not in one for all", () => {
  const [home, shared] = [folder(), folder()];
  const { code } = demarcheAnew(["--version"], { env: { HOME: home, TMPDIR: shared, NODE_COMPILE_CACHE: "" } });
  expect(code).toBe(0);
  expect(readdirSync(shared)).toEqual([]);
  expect(readdirSync(join(home, ".cache", "demarche"))).not.toEqual([]);
});

test.each([
  ["bun", "1.1.0", "Bun 1.1.0"],
  ["deno", "1.46.0", "Deno 1.46.0"],
  ["node", "20.18.0", "Node 20.18.0"],
])("a %s that is too old gets a sentence", (name, version, shown) => {
  const older = `import module from "node:module"; module.isBuiltin = () => false;
    Object.defineProperty(process, "versions", { value: { ...process.versions, ${name}: "${version}" } });`;
  const import_ = `--import "data:text/javascript,${encodeURIComponent(older)}"`;
  expect(demarcheAnew(["--version"], { env: { NODE_OPTIONS: import_ } })).toEqual({
    code: 2,
    out: "",
    err: `Démarche needs Node 22.18 or later, a new Deno or a new Bun, and this is ${shown}.\n`,
  });
});
