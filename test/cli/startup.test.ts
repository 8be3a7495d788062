// @module-tag long
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean, demarcheAnew, flagship, folder, source } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

/** The packages and folders of this project that a run of the program loads. */
function loaded(args: readonly string[]): ReadonlySet<string> {
  const noted = join(folder(), "urls");
  const noting = `import{appendFileSync}from"node:fs";import{registerHooks}from"node:module";registerHooks({load:(url,context,next)=>{
    appendFileSync(${JSON.stringify(noted)},url+"\\n");return next(url,context)}})`;
  const import_ = ["--import", `data:text/javascript,${encodeURIComponent(noting)}`];
  const { status } = spawnSync(process.execPath, [...import_, source, ...args], { env: clean() });
  expect(status).toBe(0);
  return new Set(
    readFileSync(noted, "utf8")
      .split("\n")
      .flatMap((url) => {
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

const asked = ["tournament", flagship, "--strategies", "grim", "--futures", "1"];
test.each(ofAll([asked, [...asked, "--svg"]], []))(
  "a %s loads schemas of outputs for neither text nor picture",
  (...args) => {
    expect(loaded(args)).not.toContain("/src/crisis/data");
  },
);

test("a sweep loads no Parquet, and none of the pool when it is small", () => {
  const names = loaded(["sweep", flagship, "--futures", "2", "--points", "2"]);
  for (const unwanted of ["hyparquet", "hyparquet-writer", "piscina", "csv-parse", "rxjs", "pg", "pg-boss"]) {
    expect(names).not.toContain(unwanted);
  }
});

test.each(ofAll([["laws"], ["laws", "mirror"]], [["laws"]]))(
  "%s are shown without fast-check, which only draws random cases",
  (...args) => {
    expect(loaded(args)).not.toContain("fast-check");
  },
);

/** What a replay loads. */
const replayed = (): ReadonlySet<string> => loaded(["replay", flagship]);

test("a replay loads what it needs: no rxjs, no schema of an output", () => {
  const replays = replayed();
  for (const wanted of ["xstate", "zod", "yaml"]) expect(replays).toContain(wanted);
  for (const unwanted of ["rxjs", "/src/crisis/data", "/src/cli/completion"]) {
    expect(replays).not.toContain(unwanted);
  }
});

test.each(
  ofAll(
    [
      ["what-if", flagship],
      ["check", flagship],
    ],
    [["what-if", flagship]],
  ),
)("%s loads what a replay loads, and no output but its own", (...args) => {
  const names = loaded(args);
  const replays = replayed();
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
