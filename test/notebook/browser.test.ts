/** In a browser: the library bundles without anything of Node, and reads scenarios from texts. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import { beforeAll, expect, test } from "vitest";

/** What stays outside of the bundle: threads, which a browser is never asked for. */
const external = [/^piscina$/];

const logs: string[] = [];
let code: string;
let imports: readonly string[];

beforeAll(async () => {
  const bundle = await rolldown({
    input: "src/index.ts",
    platform: "browser",
    external,
    transform: { define: { "import.meta": "{}" } },
    onLog: (_, { message }) => logs.push(message),
  });
  const { output } = await bundle.generate({ format: "iife", name: "demarche", codeSplitting: false });
  await bundle.close();
  const [chunk] = output;
  code = chunk.code;
  imports = chunk.imports;
});

/** Runs an expression with the bundle in a world that has a browser's globals and no process. */
async function inBrowser(expression: string): Promise<unknown> {
  const text = readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8");
  const globals = { TextEncoder, TextDecoder, URL, AbortController, setTimeout, btoa, navigator: {}, text, console };
  const context = createContext(globals);
  runInContext(code, context);
  return runInContext(`(async () => ${expression})()`, context);
}

test("nothing of Node is imported, and the bundler has nothing to say", () => {
  expect(imports.filter((name) => name.startsWith("node:"))).toEqual([]);
  expect(code).not.toMatch(/\b(?:from|import|require)\s*\(?\s*["']node:/);
  expect(logs).toEqual([]);
});

test("a text is opened, seen until a moment, shown and predicted", async () => {
  expect(await inBrowser(`String(demarche.openText(text, "iran-pakistan-2024").until("recall").events.length)`)).toBe(
    "4",
  );
  const html = `demarche.openText(text, "iran-pakistan-2024").until("recall").timeline().html()`;
  expect(await inBrowser(html)).toContain("<caption>What happened (4 events)</caption>");
  const brier = `demarche.openText(text, "x").until("recall").predict({ strike: 1 }).reveal().brier`;
  expect(await inBrowser(brier)).toBe(0);
  const futures = `(await demarche.openText(text, "x").whatIf("second-round").futures({ runs: 20 })).runs`;
  expect(await inBrowser(futures)).toBe(20);
});

test("a name can't be opened there, and the error says what can", async () => {
  expect(await inBrowser(`demarche.open("iran-pakistan-2024").then(() => "", (error) => error.message)`)).toContain(
    "openText(text, name)",
  );
});
