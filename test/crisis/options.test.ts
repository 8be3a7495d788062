/** Options: the defaults that help tells are those of the questions, and a wrong value is answered with what is right. */
import { describe, expect, test } from "vitest";
import type * as z from "zod/mini";
import { commands } from "../../src/cli/commands.ts";
import {
  futuresOptions,
  leastEditOptions,
  option,
  settingsFrom,
  sweepOptions,
  tournamentOptions,
  waysOptions,
} from "../../src/crisis/index.ts";
import { Problem } from "../../src/problem/index.ts";

const documented: readonly (readonly [command: string, schema: z.ZodMiniObject, unsaid: readonly string[]])[] = [
  ["what-if", futuresOptions, []],
  ["sweep", sweepOptions, ["design"]],
  ["search", waysOptions, []],
  ["search", leastEditOptions, ["budget"]],
  ["test", futuresOptions, []],
  ["tournament", tournamentOptions, []],
];

describe.each(documented)("%s", (command, schema, unsaid) => {
  const row = commands.find(({ name }) => name === command);
  const usual: Readonly<Record<string, unknown>> = schema.parse({});

  test.each(Object.keys(schema.shape).filter((name) => !unsaid.includes(name)))(
    "help tells what --%s is by default",
    (name) => {
      const { does = "" } = row?.options.find(({ flags }) => flags.startsWith(`--${name} `)) ?? {};
      expect(does).toContain(`${usual[name]} by default`);
    },
  );
});

test.each([
  [{ futures: 0 }, "--futures 0: expected a whole number from 1 to 100000000."],
  [{ futures: "many" }, "--futures many: expected a whole number from 1 to 100000000."],
  [{ seed: 1.5 }, "--seed 1.5: expected a whole number from 0 to 4294967295."],
  [{ constructor: 1 }, "--constructor 1: there is no such option. There is: futures, seed."],
])("%o is refused", (given, message) => {
  expect(() => settingsFrom(futuresOptions, given, option)).toThrow(new Problem("bad-option", message));
});

test("what is not given is as usual, and what is given stays", () => {
  expect(settingsFrom(futuresOptions, { seed: 7 }, option)).toEqual({ futures: 2000, seed: 7 });
});
