// @module-tag long
/** What is published works where it is installed: an empty folder outside the repository, the ordinary npm. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enduring, inFull, ofAll } from "../support/enduring.ts";
import { deno } from "../support/jupyter.ts";
import { newUser, packed, packing, ran } from "../support/packed.ts";

/** Every door of the package; `schema/*` and `package.json` are files, not modules. */
const manifest: { readonly exports: Readonly<Record<string, unknown>> } = JSON.parse(
  await readFile("package.json", "utf8"),
);
const doors = Object.keys(manifest.exports)
  .filter((path) => !path.endsWith("*") && !path.endsWith(".json"))
  .map((path) => path.replace(".", "demarche"));

let folder: string;
let told: string;
let tarball: string;

/** Runs a program in the user's folder; its failure shows all that it said. */
function run(program: string, args: readonly string[]): Promise<string> {
  return ran(program, args, folder);
}

/** Runs the installed program, as npx does once it has found it. */
function demarche(...args: readonly string[]): Promise<string> {
  return run(join(folder, "node_modules/.bin/demarche"), args);
}

beforeAll(async () => {
  tarball = await packed();
  ({ folder, told } = await newUser());
});

afterAll(() => rm(folder, { recursive: true }));

test("the documented way from a clone into a folder of one's own ends with a replay", () => {
  expect(packing).toMatch(/^npm pack +# .*writes demarche-\S+\.tgz$/);
  expect(packing).toContain(basename(tarball));
  expect(told).toContain("Iran–Pakistan exchange of strikes");
});

test("publint finds nothing to improve", async () => {
  const { buffer } = new Uint8Array(await readFile(tarball));
  const { messages, pkg } = await publint({ strict: true, pack: { tarball: buffer } });
  // A condition of `imports` would lead to dist in the sources, too, where it is not.
  const others = messages.filter(({ code }) => code !== "USE_EXPORTS_OR_IMPORTS_BROWSER");
  expect(others.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("sources and tests stay at home", async () => {
  const files = await readdir(join(folder, "node_modules/demarche"), { recursive: true });
  const strange = /(^|\/)(src|test|scripts|bench|node_modules)(\/|$)|\.test\./;
  expect(files.filter((file) => strange.test(file))).toEqual([]);
});

test("every link of the packed README leads to a file of the package", async () => {
  const root = join(folder, "node_modules/demarche");
  const readme = await readFile(join(root, "README.md"), "utf8");
  const links = [...readme.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(8);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the program loads at its start nothing that only journals and servers need", async () => {
  const program = await readFile(join(folder, "node_modules/demarche/dist/cli/core.js"), "utf8");
  const names = [...program.matchAll(/^import\b.*$/gm)].flatMap(([line]) =>
    [...line.matchAll(/(?<=\bfrom|\bimport)"([^"]+)"/g)].map(([, name = ""]) => name),
  );
  expect(names).toContain("node:fs");
  expect(names.filter((name) => !isBuiltin(name) && !name.startsWith("./"))).toEqual([]);
  for (const unwanted of ["node:http", "node:sqlite"]) expect(names).not.toContain(unwanted);
});

const older = process.env["NODE_22"];

test("on Node 22, where SQLite is experimental, commands and journals say nothing of that", async ({ skip }) => {
  skip(older === undefined && process.env["CI"] === undefined, "NODE_22 names no Node 22");
  const main = join(folder, "node_modules/demarche/dist/cli/main.js");
  const journals = ["journal init case.db --from iran-pakistan-2024", "replay case.db"];
  for (const words of ofAll(["replay iran-pakistan-2024", ...journals], journals)) {
    const done = await promisify(execFile)(older ?? "NODE_22 is not set", [main, ...words.split(" ")], {
      cwd: folder,
    });
    expect(done.stderr).not.toMatch(/warning|experimental/i);
  }
});

const lacking: readonly (readonly [words: string, packages: string])[] = [
  ["sweep iran-pakistan-2024 --futures 2 --points 2 --format parquet --out parquet", "hyparquet hyparquet-writer"],
  ["journal list postgres://me@localhost:1/db", "pg"],
  ["sweep iran-pakistan-2024 --on postgres://me@localhost:1/db", "pg pg-boss"],
];
test.each(ofAll(lacking, lacking.slice(1, 2)))(
  "demarche %s says what is to be installed for it",
  async (words, packages) => {
    const program = join(folder, "node_modules/.bin/demarche");
    const ended = promisify(execFile)(program, words.split(" "), { cwd: folder });
    await expect(ended).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`npm install ${packages}\n`),
    });
  },
);

const ofFutures = "what-if iran-pakistan-2024 second-round --futures 2 --svg";
test.each(ofAll(["draw iran-pakistan-2024 --as svg", ofFutures], [ofFutures]))(
  "demarche %s draws with what the package brings",
  async (words) => {
    expect(await demarche(...words.split(" "))).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  },
);

test("a notebook shows a chart as a picture", async () => {
  const code = `
    import { open } from "demarche";
    const chart = (await open("iran-pakistan-2024")).chart();
    const shown = await chart[Symbol.for("Jupyter.display")]();
    console.log(JSON.stringify([Object.keys(shown), shown["text/html"].includes("<img")]));`;
  const said = await run(process.execPath, ["--input-type=module", "--eval", code]);
  expect(said).toContain('[["text/plain","text/html","image/svg+xml"],true]');
});

test("few packages come with it, and all of it takes at most 25 MB of a disk", async () => {
  const lock = JSON.parse(await readFile(join(folder, "node_modules/.package-lock.json"), "utf8"));
  expect(Object.keys(lock.packages).length).toBeLessThanOrEqual(12);
  const [kilobytes] = (await run("du", ["--summarize", "--block-size=1000", "node_modules/"])).split("\t");
  expect(Number(kilobytes)).toBeLessThanOrEqual(25_000);
});

test("demarche new writes a template that came with the package, and check finds nothing in it", async () => {
  await demarche("new", "my-case", "--from", "border-incident");
  expect(await demarche("check", "my-case.yaml")).toContain("no problem");
});

test("demarche sweep runs on several threads, and its table is the one of a single thread", async () => {
  // More than twelve chunks of sixteen points: fewer are run without threads.
  const sweep = ["sweep", "iran-pakistan-2024", "--points", "210", "--futures", ofAll("10", "1")];
  await Promise.all(["1", "2"].map((k) => demarche(...sweep, "--workers", k, "--out", `swept-${k}`)));
  const [one, two] = await Promise.all(["1", "2"].map((k) => readFile(join(folder, `swept-${k}`, "runs.csv"), "utf8")));
  expect(two).toBe(one);
  expect(one?.split("\n")).toHaveLength(ofAll(2112, 213));
  if (ofAll(true, false)) expect(await demarche("explain", "swept-2")).toContain("uses-of-force");
});

test("the library's own pool finds its worker", async () => {
  const code = `
    import { readFileSync } from "node:fs";
    import { readScenario, evaluateWhatIf } from "demarche";
    import { runPooled, setupOf } from "demarche";
    const text = readFileSync("node_modules/demarche/scenarios/iran-pakistan-2024.yaml", "utf8");
    const { scenario } = readScenario(text, { file: "x" });
    const setup = setupOf(scenario, evaluateWhatIf(scenario, "second-round").branch);
    const { outcomes } = scenario;
    const runs = { seed: 1, futures: 130_000 };
    console.log((await runPooled({ setup, outcomes }, runs, { workers: 2 })).futures);`;
  expect((await run(process.execPath, ["--input-type=module", "--eval", code])).trim()).toBe("130000");
});

test("Deno starts the command line", async () => {
  const program = ["run", "--allow-all", "--cached-only", "node_modules/demarche/dist/cli/main.js"];
  expect(await run(await deno(), [...program, "--version"])).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("Deno opens a bundled case where the package is installed", async () => {
  const code = `import { open } from "demarche"; console.log((await open("iran-pakistan-2024")).until("recall").timeline())`;
  await writeFile(join(folder, "open.ts"), code);
  const told = await run(await deno(), ["run", "--allow-all", "--cached-only", "open.ts"]);
  expect(told).toContain("What happened (4 events)");
});

// `npm run check:imports` allows no circle, so what opens together opens alone; endurance sees it.
if (enduring) {
  test.each(doors)("import %s works alone", async (door) => {
    const code = `const door = await import("${door}"); console.log(Object.keys(door).length)`;
    expect(Number(await run(process.execPath, ["--input-type=module", "--eval", code]))).toBeGreaterThan(0);
  });
}

test("laws are held at random by what came with the package", async () => {
  const code = `
    import { atRandom, lawOf } from "demarche/testing";
    console.log((await atRandom(lawOf("mirror"), { runs: 20 })).breach === undefined);`;
  expect((await run(process.execPath, ["--input-type=module", "--eval", code])).trim()).toBe("true");
});

test("every door opens together, and its types hold for who reads them", async () => {
  const lines = doors.map(
    (door, k) => `import * as door${k} from "${door}";\nconsole.log(Object.keys(door${k}).length);`,
  );
  await writeFile(join(folder, "user.ts"), lines.join("\n"));
  // Declarations name types of packages that only some install.
  const config = JSON.parse(await readFile("test/pack/user.json", "utf8"));
  const paths = {
    "@opentelemetry/api": [resolve("node_modules/@opentelemetry/api/build/src/index.d.ts")],
  };
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ ...config, compilerOptions: { ...config.compilerOptions, paths } }),
  );
  const tsc = resolve("node_modules/typescript/bin/tsc");
  // A bundler reads the same declarations; in full they are checked twice.
  const bundler = ["--noEmit", "--module", "esnext", "--moduleResolution", "bundler"];
  if (ofAll(true, false)) await run(process.execPath, [tsc, ...bundler, "--skipLibCheck", String(inFull(false, true))]);
  await run(process.execPath, [tsc, "--skipLibCheck", String(ofAll(false, true))]);
  const counts = (await run(process.execPath, ["user.js"])).trim().split("\n").map(Number);
  expect(counts.every((count) => count > 0)).toBe(true);
});
