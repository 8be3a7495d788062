/** A scenario becomes entries of a journal and a scenario again, byte for byte. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsOf, memoryJournal } from "../../../src/journal/index.ts";
import {
  disagreement,
  frameHead,
  journalEntries,
  readScenario,
  recordOf,
  scenarioText,
} from "../../../src/scenario/index.ts";
import { scenarioTextArbitrary } from "../../../src/testing/index.ts";

const shipped = readdirSync("scenarios")
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => [name, readFileSync(`scenarios/${name}`, "utf8")] as const);

const small = shipped.find(([name]) => name.startsWith("iran-pakistan-2024"))?.[1] ?? "";

async function through(text: string) {
  const { scenario } = readScenario(text, { file: "x" });
  if (scenario === undefined) throw new Error("The scenario has errors.");
  const journal = memoryJournal();
  await journal.append("crisis", journalEntries(scenario, text), { expected: "none" });
  return { scenario, journal, facts: factsOf(await Array.fromAsync(journal.read({ branch: "crisis" }))) };
}

describe("a scenario in a journal", () => {
  test.each(shipped)("%s comes out as it went in", async (_, text) => {
    const { scenario, facts } = await through(text);
    expect(scenarioText(facts)).toBe(text);
    expect(disagreement(scenario, facts)).toBeUndefined();
    expect(facts.frame && frameHead(facts.frame)?.beginning).toMatchObject({
      dyad: scenario.dyad,
      opening: scenario.opening,
      from: scenario.window.from,
      quiet: scenario.quiet,
    });
  });

  test.each([
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["no end of the last line", (text: string) => text.trimEnd()],
    ["comments between events", (text: string) => text.replaceAll("\n  - id:", "\n  # what follows\n  - id:")],
    [
      "events at the left margin",
      (text: string) => text.replace(/(?<=\nevents:\n)(?: .*\n|\n)+/, (all) => all.replaceAll(/^ {2}/gm, "")),
    ],
  ])("%s stays", async (_, change) => {
    const text = change(small);
    expect(text).not.toBe(small);
    const { facts } = await through(text);
    expect(scenarioText(facts)).toBe(text);
  });

  test("any file says the same again", async () => {
    await fc.assert(
      fc.asyncProperty(scenarioTextArbitrary(), async (text) => {
        const { scenario, facts } = await through(text);
        const [before, after] = [text, scenarioText(facts)].map((one) => readScenario(one, { file: "x" }));
        expect(after?.scenario?.events).toEqual(scenario.events);
        expect({ ...after?.file, events: 0 }).toEqual({ ...before?.file, events: 0 });
      }),
      { numRuns: 40 },
    );
  });

  test("events in brackets are written anew, one below the other", async () => {
    const text = small
      .replace(
        /\nevents:\n(?: .*\n|\n)+/,
        '\nevents: [{ id: strike, at: "2024-01-16", act: strike, from: IRN, to: PAK, cite: morrow }]\n',
      )
      .replace(
        /\n(expect|never|always|leads-to|what-if|teach|doctrines|assume|outcomes):(?: .*)?\n(?: .*\n|\n)*/g,
        "\n",
      );
    const { scenario, facts } = await through(
      text.replace(/\n(expect|never|what-if|teach|doctrines|assume|outcomes|leads-to|always):[\s\S]*$/, "\n"),
    );
    const again = scenarioText(facts);
    expect(again).toContain(
      '\nevents:\n  - { id: strike, at: "2024-01-16", act: strike, from: IRN, to: PAK, cite: morrow }\n',
    );
    expect(readScenario(again, { file: "x" }).scenario?.events).toEqual(scenario.events);
  });
});

describe("a scenario that goes on in a journal", () => {
  test("has what was appended at its place in time, and corrected what was corrected", async () => {
    const { journal, scenario } = await through(small);
    const [strike] = scenario.events;
    if (strike === undefined) throw new Error("The flagship has events.");
    const late = { ...strike, id: "late", at: "2024-01-15", because: [], note: "Found out later." };
    const event = { ...strike, note: "Told otherwise." };
    const mended = {
      kind: "correction",
      id: "correct:strike",
      corrects: strike.id,
      because: "A better source.",
      event,
    } as const;
    await journal.append("crisis", [late, mended]);
    const facts = factsOf(await Array.fromAsync(journal.read({ branch: "crisis" })));
    const text = scenarioText(facts);
    const again = readScenario(text, { file: "x" }).scenario;
    if (again === undefined) throw new Error(`The text has errors:\n${text}`);
    expect(again.events).toContainEqual(event);
    expect(again.events).toContainEqual(late);
    expect(disagreement(again, facts)).toBeUndefined();
    expect(recordOf(again).events.length).toBe(scenario.events.length + 1);
    expect(text.split("\n").length).toBeLessThan(small.split("\n").length + 3);
  });

  test("forged lines of an entry are found out by the event that they change", async () => {
    const { scenario } = readScenario(small, { file: "x" });
    if (scenario === undefined) throw new Error("The scenario has errors.");
    const journal = memoryJournal();
    const entries = journalEntries(scenario, small).map((entry) =>
      entry.kind === "event" && entry.event.id === scenario.events[1]?.id
        ? { ...entry, text: entry.text?.replace(/2024-01-\d\d/, "2024-01-17") }
        : entry,
    );
    await journal.append("crisis", entries);
    const facts = factsOf(await Array.fromAsync(journal.read({ branch: "crisis" })));
    const { scenario: told } = readScenario(scenarioText(facts), { file: "x" });
    expect(told && disagreement(told, facts)).toBe(scenario.events[1]?.id);
  });
});
