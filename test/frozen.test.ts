/** What the library gives out can't be used to change the law: written into, sorted or reversed, it stays as it is. */
import { describe, expect, test } from "vitest";
import * as evidence from "../src/doors/evidence.ts";
import * as journal from "../src/doors/journal.ts";
import * as testing from "../src/doors/testing.ts";
import * as root from "../src/index.ts";
import * as machine from "../src/machine/index.ts";
import * as notebook from "../src/notebook/index.ts";

const doors = { root, machine, journal, testing, notebook, evidence };

/** Schemas, which are zod's own, and a folder's functions under its name. */
const OTHERS = new Set(["fields", "play"]);

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** The places within a value that can be written into. */
function open(value: unknown, path: string): readonly string[] {
  if (!isPlain(value)) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => open(part, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

describe("what is exported is frozen", () => {
  test.each(Object.entries(doors))("%s", (_, door) => {
    const data = Object.entries(door).filter(([name]) => !OTHERS.has(name));
    expect(data.flatMap(([name, value]) => open(value, name))).toEqual([]);
  });
});

const dyad = { a: "AAA", b: "BBB" };
const raid = root.event({ id: "raid", act: "strike", at: "2024-01-16", from: ["AAA"], to: ["BBB"] });

test("what folding gives can't be written into, and folds the same afterwards", () => {
  const history = root.fold([raid], { dyad });
  const { situation, dossier, steps, opening } = history;
  expect(open({ situation, dossier, opening, step: steps[0] }, "history")).toEqual(["history"]);
  expect(() => Object.assign(situation, { course: "normal.full" })).toThrow(TypeError);
  Reflect.set(steps, 0, undefined);
  expect(root.fold([raid], { dyad }).situation.course).toBe("strike");
});

test("a situation that a history was begun with stays its owner's", () => {
  const opening = { ...machine.PEACE, missionA: "charge" as const };
  const first = root.fold([raid], { dyad, opening });
  expect(Object.isFrozen(opening)).toBe(false);
  Object.assign(opening, { missionA: "closed" });
  expect(first.situation.missionA).toBe("charge");
});

test("what a notebook shows can't be written into, and is judged the same afterwards", async () => {
  const seen = () => notebook.open("iran-pakistan-2024").then((crisis) => crisis.until("recall"));
  const shown = (await seen()).situation().situation;
  expect(() => Object.assign(shown, { relations: "severed" })).toThrow(TypeError);
  expect((await seen()).judge({ act: "expel-diplomats", from: "PAK", to: "IRN", count: 3 }).verdict).toBe("noted");
});
