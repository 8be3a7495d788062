/** The rules on imports bite: a made-up source tree breaks each of them, and exactly the breaches are reported. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Lowest first; folders side by side do not know each other. */
const layers = [
  ["problem"],
  ["render"],
  ["schema"],
  ["events"],
  ["calibrated"],
  ["machine"],
  ["dossier"],
  ["history"],
  ["journal", "doctrine"],
  ["scenario"],
  ["futures", "search", "evidence", "replay"],
  ["play"],
  ["testing"],
  ["laws"],
  ["views"],
  ["pictures"],
  ["crisis"],
  ["notebook"],
  ["lesson", "server"],
  ["cli", "studio"],
];

/** What only these folders may import. */
const homes: Readonly<Record<string, readonly string[]>> = {
  xstate: ["machine"],
  rxjs: ["replay", "journal"],
  immer: ["dossier", "history"],
  "fast-check": ["testing", "laws"],
  jstat: ["doctrine"],
  "csv-parse": ["cli", "evidence"],
  "markdown-it": ["lesson"],
  pg: ["server"],
  "pg-boss": ["server"],
  "node:fs": ["cli", "server"],
};

const folders = layers.flat();
const packages = Object.keys(homes).filter((name) => !name.startsWith("node:"));
const rank = (folder: string): number => layers.findIndex((layer) => layer.includes(folder));
const file = (name: string): string => name.replace(":", "-");

/** Rule, importing file, imported path: a breach each. */
const single = [
  ["no-cycles", "src/events/egg.ts", "./hen.ts"],
  ["through-the-index", "src/machine/burglar.ts", "../events/hen.ts"],
  ["not-through-the-root", "src/cli/root.ts", "../index.ts"],
  ["folder-in-a-layer", "src/elsewhere/stray.ts", "../events/index.ts"],
  ["resolvable", "src/events/lost.ts", "./nowhere.ts"],
  ["server-only-lazily", "src/cli/eager.ts", "../server/index.ts"],
] as const;

/** An import as a folder may be imported by those above it: only when it is needed, where it is the server's. */
const taking = (to: string): string =>
  to === "server" ? `await import("../${to}/index.ts");` : `import "../${to}/index.ts";`;
const pairs = folders.flatMap((from) => folders.filter((to) => to !== from).map((to) => [from, to] as const));

const sources = new Map<string, string>([
  ["src/events/hen.ts", 'import "./egg.ts";'],
  ["src/index.ts", 'export * from "./events/index.ts";'],
  ...folders.map((folder) => [`src/${folder}/index.ts`, "export {};"] as const),
  ...pairs.map(([from, to]) => [`src/${from}/takes-${to}.ts`, taking(to)] as const),
  ...folders.flatMap((folder) =>
    Object.keys(homes).map(
      (name) => [`src/${folder}/uses-${file(name)}.ts`, `import type {} from "${name}";`] as const,
    ),
  ),
  ...single.map(([, from, to]) => [from, `import "${to}";`] as const),
  ...packages.map((name) => [`node_modules/${name}/index.js`, "export {};"] as const),
  ...packages.map((name) => [`node_modules/${name}/package.json`, JSON.stringify({ name, type: "module" })] as const),
  ["tsconfig.json", "{}"],
  ["package.json", "{}"],
]);

interface Breach {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder: string;
let breaches: readonly Breach[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-layers-"));
  for (const [path, text] of sources) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const program = resolve("node_modules/.bin/depcruise");
  const config = resolve(".dependency-cruiser.cjs");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "src", "--config", config, "--output-type", "json"],
    { cwd: folder, maxBuffer: 2 ** 27 },
  );
  const report: { summary: { violations: Breach[] } } = JSON.parse(stdout);
  breaches = report.summary.violations;
});

afterAll(() => rm(folder, { recursive: true }));

const reported = (path: string): readonly string[] =>
  breaches.filter(({ from }) => from === path).map(({ rule }) => rule.name);

test("a folder imports those below it and no others", () => {
  const upward = pairs.filter(([from, to]) => reported(`src/${from}/takes-${to}.ts`).length > 0);
  expect(upward).toEqual(pairs.filter(([from, to]) => rank(to) >= rank(from)));
});

describe.each(Object.entries(homes))("%s", (name, allowed) => {
  test(`is imported only in ${allowed.join(" and ")}`, () => {
    const free = folders.filter((folder) => reported(`src/${folder}/uses-${file(name)}.ts`).length === 0);
    expect(free.sort()).toEqual([...allowed].sort());
  });
});

test.each(single)("%s stops %s", (rule, from) => {
  expect(reported(from)).toEqual([rule]);
});

test("nothing else is reported", () => {
  const meant: readonly string[] = single.map(([, from]) => from);
  const others = breaches.filter(({ from }) => !/\/(takes|uses)-/.test(from) && !meant.includes(from));
  expect(others).toEqual([]);
});
