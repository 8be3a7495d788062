import { expect, test } from "vitest";
import { optional } from "../../src/problem/index.ts";

const fails = (message: string) => () => Promise.reject(new Error(message));

test("what is there is given", async () => {
  expect(await optional(async () => 7, "This", ["x"])).toBe(7);
});

test.each([
  "Cannot find package 'pg' imported from /app/postgres.js",
  'Could not resolve "pg"',
  'Import "pg" not a dependency and not in import map',
])("a package that is missing is named with what installs it: %s", async (message) => {
  await expect(optional(fails(message), "A journal on a server", ["pg"])).rejects.toMatchObject({
    code: "not-installed",
    message: "A journal on a server needs the package pg, which is not installed. Install: npm install pg",
  });
});

test("any other failure stays what it is", async () => {
  await expect(optional(fails("pg is broken"), "A journal", ["pg"])).rejects.toThrow(/^pg is broken$/);
  await expect(optional(fails("Cannot find package 'else'"), "A journal", ["pg"])).rejects.toThrow("else");
});
