/** A scenario becomes entries of a journal and a scenario again: as data, and as the file that it was, byte for byte. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Journal, type JournalEntry, memoryJournal } from "../../../src/journal/index.ts";
import {
  frameHead,
  journalEntries,
  lineageOf,
  readLineage,
  readScenario,
  recordOf,
} from "../../../src/scenario/index.ts";
import { scenarioTextArbitrary } from "../../../src/testing/index.ts";
import { ofAll } from "../../support/enduring.ts";
import { shippedFiles } from "../../support/scenario.ts";

const shipped = shippedFiles("scenarios/*.yaml").map((file) => [basename(file), readFileSync(file, "utf8")] as const);

const small = shipped.find(([name]) => name.startsWith("iran-pakistan-2024"))?.[1] ?? "";

async function lineIn(journal: Journal) {
  return lineageOf("crisis", await Array.fromAsync(journal.read({ branch: "crisis" })));
}

async function through(text: string) {
  const { scenario } = readScenario(text, { file: "x" });
  if (scenario === undefined) throw new Error("The scenario has errors.");
  const journal = memoryJournal();
  await journal.append("crisis", journalEntries(scenario, text), { expected: "none" });
  const line = await lineIn(journal);
  return { scenario, journal, line, reading: readLineage(line, "x") };
}

describe("a scenario in a journal", () => {
  test.each(shipped)("%s comes out as it went in", async (_, text) => {
    const { scenario, line, reading } = await through(text);
    expect(reading.scenario).toEqual(scenario);
    expect(reading.text()).toBe(text);
    expect(line.facts.frame && frameHead(line.facts.frame)?.beginning).toMatchObject({
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
    const { reading } = await through(text);
    expect(reading.text()).toBe(text);
  });

  test("any file comes out as it went in, and says the same where nobody kept its text", async () => {
    await fc.assert(
      fc.asyncProperty(scenarioTextArbitrary(), async (text) => {
        const { scenario, line, reading } = await through(text);
        expect(reading.scenario).toEqual(scenario);
        expect(reading.text()).toBe(text);
        const bare = line.records.map((record) => {
          const { entry } = record;
          return entry.kind === "frame" && "file" in entry
            ? { ...record, entry: { kind: entry.kind, id: entry.id, file: entry.file } }
            : record;
        });
        const written = readLineage(lineageOf("crisis", bare), "x").text();
        expect(readScenario(written, { file: "x" }).scenario).toEqual(scenario);
      }),
      { numRuns: ofAll(40, 10) },
    );
  });

  test("a text that says otherwise than the data is not believed", async () => {
    const { scenario } = readScenario(small, { file: "x" });
    if (scenario === undefined) throw new Error("The scenario has errors.");
    const journal = memoryJournal();
    const forged = small.replace("from: PAK", "from: IRN").replace("title: Iran", "title: Otherwise, Iran");
    const entries = journalEntries(scenario, small).map(
      (entry): JournalEntry => (entry.kind === "frame" && "file" in entry ? { ...entry, text: forged } : entry),
    );
    await journal.append("crisis", entries);
    const reading = readLineage(await lineIn(journal), "x");
    expect(reading.scenario).toEqual(scenario);
    expect(readScenario(reading.text(), { file: "x" }).scenario).toEqual(scenario);
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
    const reading = readLineage(await lineIn(journal), "x");
    const text = reading.text();
    const again = readScenario(text, { file: "x" }).scenario;
    if (again === undefined) throw new Error(`The text has errors:\n${text}`);
    expect(again).toEqual(reading.scenario);
    expect(again.events).toContainEqual(event);
    expect(again.events).toContainEqual(late);
    expect(recordOf(again).events.length).toBe(scenario.events.length + 1);
    expect(text.split("\n").length).toBeLessThan(small.split("\n").length + 3);
  });

  test("any file says what the journal does, whatever is withdrawn, corrected and added", async () => {
    const lines = scenarioTextArbitrary().chain((text) => fc.tuple(fc.constant(text), fc.infiniteStream(fc.nat(3))));
    await fc.assert(
      fc.asyncProperty(lines, async ([text, changes]) => {
        const { journal, scenario } = await through(text);
        for (const [k, event] of scenario.events.entries()) {
          const change = changes.next().value;
          const correction = { kind: "correction", id: `correct:c${k}`, corrects: event.id, because: "So." } as const;
          if (change === 1) await journal.append("crisis", [correction]);
          if (change === 2) await journal.append("crisis", [{ ...correction, event: { ...event, note: "Yes: so." } }]);
          if (change === 3) await journal.append("crisis", [{ ...event, id: `more-${k}` }]);
        }
        const reading = readLineage(await lineIn(journal), "x");
        const again = readScenario(reading.text(), { file: "x" });
        expect(again.scenario).toEqual(reading.scenario);
        if (reading.scenario === undefined) {
          const codes = [reading, again].map(({ diagnostics }) => new Set(diagnostics.map(({ code }) => code)));
          expect(codes[1]).toEqual(codes[0]);
          // In a text a name that is not known is told once, with the other lines in which it stands.
          const places = new Set(reading.diagnostics.map(({ code, path }) => `${code} ${path}`));
          const others = again.diagnostics.filter(({ code, path }) => !places.has(`${code} ${path}`));
          expect(others).toEqual([]);
        }
      }),
      { numRuns: ofAll(40, 10) },
    );
  });
});
