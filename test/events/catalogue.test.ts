import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actIds, actOf, actsOfClass, catalogue, eventSchema, hostilityLevel, isActId } from "../../src/events/index.ts";
import { chart, judge, project, requirements } from "../../src/machine/index.ts";
import { eventArbitrary, situationArbitrary } from "../../src/testing/index.ts";

/**
 * The published rows that the project measures itself against; they are read where they lie, beside the project, and
 * never copied. In CI they must be there. Elsewhere the tests that need them are reported as skipped.
 */
const file = "../shared/data/cameo.csv";
const published = existsSync(file) || process.env["CI"] !== undefined;
const cameo = published ? readCameo() : new Map<string, number>();

function readCameo(): ReadonlyMap<string, number> {
  const rows = readFileSync(file, "utf8").split("\n").slice(1);
  const cells = rows.map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? []);
  return new Map(cells.map(([code = "", , , , goldstein = ""]) => [code, Number(goldstein)]));
}

test("there are at least fifty acts", () => {
  expect(actIds.length).toBeGreaterThanOrEqual(50);
});

describe.each(actIds)("%s", (id) => {
  const act = actOf(id);

  test("is defined in one sentence, has a label and somebody who may do it", () => {
    expect(act.definition).toMatch(/^[A-Z].*[^.]\.$/);
    expect(act.definition.match(/\.(\s|$)/g)).toHaveLength(1);
    expect(act.label.split(" ").length).toBeLessThanOrEqual(6);
    expect(act.by.length).toBeGreaterThan(0);
  });

  test("has codes and scores in their published ranges", () => {
    if (act.cameo !== null) expect(act.cameo).toMatch(/^\d{3,4}$/);
    expect(Math.abs(act.goldstein ?? 0)).toBeLessThanOrEqual(10);
    expect(Math.abs(act.plover?.score ?? 0)).toBeLessThanOrEqual(10);
    expect(act.mid ?? 1).toBeGreaterThanOrEqual(1);
    expect(act.mid ?? 1).toBeLessThanOrEqual(22);
    expect(act.goldstein === null || act.cameo !== null).toBe(true);
  });

  test.runIf(published)("has the Goldstein value that is published for its CAMEO code", () => {
    if (act.cameo === null) return expect(act.goldstein).toBeNull();
    const own = cameo.get(act.cameo);
    const parent = cameo.get(act.cameo.slice(0, -1));
    expect([own, parent].filter((value) => value !== undefined)).toContain(act.goldstein);
  });

  test("demands what the machine knows, once each", () => {
    expect(act.requires.every((requirement) => requirement in requirements)).toBe(true);
    expect(new Set(act.requires).size).toBe(act.requires.length);
    if (act.requires.some((r) => r === "sending-state")) expect(act.mission).toBe("own");
    if (act.requires.some((r) => r === "receiving-state")) expect(act.mission).toBe("other");
  });

  test("can be written, refuses a field it does not have, and is judged", () => {
    fc.assert(
      fc.property(eventArbitrary(id), situationArbitrary(), (event, situation) => {
        const schema = eventSchema(id);
        expect(schema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
        expect(schema.safeParse({ ...event, invented: 1 }).success).toBe(false);
        expect(["applied", "noted", "unlawful"]).toContain(
          judge(situation, project(event, { a: "AAA", b: "BBB" })).verdict,
        );
      }),
      { numRuns: 10 },
    );
  });
});

test("the chart handles acts of the catalogue and nothing else but its own calm", () => {
  expect(chart.events.filter((type) => type !== "calm" && !isActId(type))).toEqual([]);
});

test("acts that diplomats distinguish stay distinct though event codes give them one number", () => {
  const ruptures = [
    "recall-ambassador",
    "bar-ambassador",
    "expel-ambassador",
    "downgrade-relations",
    "break-relations",
  ] as const;
  expect(new Set(ruptures.map((id) => catalogue[id].cameo)).size).toBe(1);
  expect(new Set(ruptures.map((id) => catalogue[id].rung)).size).toBe(ruptures.length);
});

test("force is force by its MID level, and nothing else is", () => {
  const levels = actIds.filter((id) => hostilityLevel(id) >= 4);
  expect(levels).toEqual(actsOfClass("force"));
});
