import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { laws } from "../../src/laws/index.ts";

const page = readFileSync("docs/explanation/semantics.md", "utf8");
const tests = globSync("test/**/*.test.ts")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("every test that the page on semantics names exists", () => {
  const quoted = [...page.matchAll(/`([^`]+)`/g)]
    .map(([, name = ""]) => name.replace(/\s+/g, " "))
    .filter((name) => name.includes(" ") && !name.startsWith("./demarche "));
  expect(quoted.length).toBeGreaterThan(60);
  expect(quoted.filter((name) => !tests.includes(`"${name}"`))).toEqual([]);
});

test("every rule that is tested is named on the page", () => {
  const rules = readFileSync("test/machine/rules.test.ts", "utf8");
  const names = [...rules.matchAll(/test(?:\.each\([^)]*\))?\(\s*"([^"]+)"/g)].map(([, name = ""]) => name);
  const said = page.replace(/\s+/g, " ");
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !said.includes(name))).toEqual([]);
});

test("every law is named on the page", () => {
  const quoted = new Set([...page.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
  expect(laws.map(({ name }) => name).filter((name) => !quoted.has(name))).toEqual([]);
});
