/** Laws broken on purpose, for goldens: the three experiments of docs/explanation/quality.md. They fail, and say where, how and by which law. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type * as ledgers from "../../src/machine/regions/ledger.ts";
import type * as missions from "../../src/machine/regions/mission.ts";
import type * as requirements from "../../src/machine/requirements.ts";

const GUARD = "../../src/machine/requirements.ts";
const MISSION = "../../src/machine/regions/mission.ts";
const LEDGER = "../../src/machine/regions/ledger.ts";

beforeEach(() => vi.resetModules());
afterEach(() => {
  for (const path of [GUARD, MISSION, LEDGER]) vi.doUnmock(path);
});

/** What the goldens say of the history that begins so, with the sources as they are mocked. */
async function saysOf(history: string): Promise<string> {
  const { replayed, replayedText, versionsIn } = await import("../../scripts/golden/versions.ts");
  const version = versionsIn("test/golden").at(-1) ?? "";
  const folder = mkdtempSync(join(tmpdir(), "demarche-golden-"));
  // Of the others nothing is asked.
  const [name] = history.split(",");
  for (const path of [`scenarios/${name}.yaml`, `test/golden/${version}/${name}.txt`]) cpSync(path, join(folder, path));
  const message = replayedText(replayed(join(folder, "test/golden"), version, join(folder, "scenarios")));
  rmSync(folder, { recursive: true });
  return message.split("\n\n").find((one) => one.startsWith(history)) ?? "";
}

const page = readFileSync("docs/explanation/quality.md", "utf8");
const lawsIn = (text: string): readonly string[] =>
  [...text.matchAll(/The law (\S+) is broken/g)].map(([, name]) => name ?? "");

test("a guard removed: an ambassador who returns without the host's consent is caught", { tags: "long" }, async () => {
  vi.doMock(GUARD, async (original: () => Promise<typeof requirements>): Promise<typeof requirements> => {
    const whole = await original();
    const { "host-consents": guard, ...others } = whole.requirements;
    return {
      ...whole,
      requirements: { ...others, "host-consents": { ...guard, holds: () => [{}] } },
      unmet: (situation, event) => whole.unmet(situation, event).filter((id) => id !== "host-consents"),
    };
  });
  const says = await saysOf("iran-pakistan-2024, what-if no-accord");
  expect(says).toMatch(/≠ verdict +void:host-consents +applied/);
  expect(lawsIn(says)).toEqual(["return-by-consent"]);
  expect(page).toContain(says);
});

test("a transition removed: a severance that leaves a mission open is caught", { tags: "long" }, async () => {
  vi.doMock(MISSION, async (original: () => Promise<typeof missions>) => {
    const whole = await original();
    return {
      ...whole,
      mission: (sending: "a" | "b") => (sending === "a" ? whole.mission("a") : withoutSeverance(whole)),
    };
  });
  const says = await saysOf("qatar-2017, record");
  expect(lawsIn(says)).toEqual(["severed-closes-missions", "mission-acts-move-missions"]);
  expect(page).toContain(says);
});

function withoutSeverance({ mission }: typeof missions) {
  const whole = mission("b");
  const states = Object.entries(whole.states).map(([name, { on }]) => {
    const { "break-relations": _, ...others }: typeof whole.states.closed.on = on;
    return [name, { on: others }];
  });
  return { ...whole, states: Object.fromEntries(states) };
}

test("a memory lost: a strike that does not mark the ledger is caught", async () => {
  vi.doMock(LEDGER, async (original: () => Promise<typeof ledgers>) => {
    const { ledger } = await original();
    const { strike: _, ...others } = ledger.states.clear.on;
    return { ledger: { ...ledger, states: { ...ledger.states, clear: { on: others } } } };
  });
  const says = await saysOf("iran-pakistan-2024, record");
  expect(lawsIn(says)).toEqual(["strike-is-one-sided", "force-is-remembered", "force-is-strike-or-retaliation"]);
  expect(page).toContain(says);
});
