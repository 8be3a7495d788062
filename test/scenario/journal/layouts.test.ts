/** Whatever the layout of a file: a journal of it can be read, takes events, and gives the file back with what came since. */
import { describe, expect, test } from "vitest";
import { type JournalEntry, memoryJournal } from "../../../src/journal/index.ts";
import {
  type CheckedAppend,
  checkCorrection,
  checkEvents,
  checkWithdrawal,
  journalEntries,
  type Lineage,
  lineageOf,
  readLineage,
  readScenario,
} from "../../../src/scenario/index.ts";

const head = `scenario: harbour
title: Harbour of the two
purpose: exploration
window: { from: "2025-03-01", to: "2025-06-30" }
parties: { UUU: { name: Ulvia }, VVV: { name: Vesta } }
sources: { log: { title: The harbour log } }
`;
const seizure = '{ id: seizure, at: "2025-03-04", act: strike, from: UUU, to: VVV, cite: log }';
const note = '{ id: note, at: "2025-03-06", act: lodge-protest, from: VVV, to: UUU, cite: log }';
const early = '{ id: early, at: "2025-03-02", act: warn, from: VVV, to: UUU, cite: log }';
const between = '{ id: between, at: "2025-03-05", act: warn, from: VVV, to: UUU, cite: log }';
const late = '{ id: late, at: "2025-03-09", act: warn, from: UUU, to: VVV, cite: log }';

/** A journal of a file, to which entries can be added. */
async function journalOf(entries: readonly JournalEntry[]) {
  const journal = memoryJournal();
  await journal.append("one", entries);
  const line = async (): Promise<Lineage> => lineageOf("one", await Array.fromAsync(journal.read({ branch: "one" })));
  const append = async (check: (line: Lineage) => CheckedAppend): Promise<string> => {
    const checked = check(await line());
    if ("errors" in checked) throw new Error(checked.errors.map(({ message }) => message).join(" "));
    await journal.append(
      "one",
      checked.changes.map(({ entry }) => entry),
    );
    return exported();
  };
  const exported = async (): Promise<string> => {
    const reading = readLineage(await line(), "one");
    const text = reading.text();
    expect(reading.scenario).toBeDefined();
    expect(readScenario(text, { file: "one" }).scenario).toEqual(reading.scenario);
    return text;
  };
  return {
    exported,
    add: (...braces: readonly string[]) => append((one) => checkEvents(one, braces, "--event")),
    correct: (id: string, braces: string) => append((one) => checkCorrection(one, id, braces, "So.", "--event")),
    withdraw: (id: string) => append((one) => checkWithdrawal(one, id, "Denied.", "--withdraw")),
  };
}

async function kept(text: string) {
  const { scenario, diagnostics } = readScenario(text, { file: "one" });
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join(" "));
  const journal = await journalOf(journalEntries(scenario, text));
  expect(await journal.exported()).toBe(text);
  return journal;
}

describe("events one below the other", () => {
  test.each([
    ["deeper than their key", "  "],
    ["at the margin", ""],
    ["much deeper", "      "],
  ])("%s: what comes stands as deep, each at its time", async (_, indent) => {
    const journal = await kept(`${head}events:\n${indent}- ${seizure}\n${indent}- ${note}\n`);
    const lines = [early, seizure, between, note, late].map((one) => `${indent}- ${one}\n`);
    expect(await journal.add(late, early, between)).toBe(`${head}events:\n${lines.join("")}`);
  });

  test("keys one below the other, at the margin", async () => {
    const block =
      'events:\n- id: seizure\n  at: "2025-03-04"\n  act: strike\n  from: UUU\n  to: VVV\n  cite:\n  - log\n';
    const journal = await kept(`${head}${block}`);
    expect(await journal.add(late)).toBe(`${head}${block}- ${late}\n`);
  });

  test("set apart by blank lines: so is what comes, before the first too", async () => {
    const journal = await kept(`${head}\nevents:\n  - ${seizure}\n\n  - ${note}\n\nquiet: 60d\n`);
    const lines = [early, seizure, note, late].map((one) => `  - ${one}\n`);
    expect(await journal.add(early, late)).toBe(`${head}\nevents:\n${lines.join("\n")}\nquiet: 60d\n`);
  });

  test("with line ends of Windows, and no end of the last line", async () => {
    const text = `${head}events:\n  - ${seizure}`.replaceAll("\n", "\r\n");
    expect(await (await kept(text)).add(late)).toBe(`${text}\r\n  - ${late}\r\n`);
  });
});

describe("comments", () => {
  const commented = `${head}events:
  # What the log holds.

  # The seizure, as both papers have it.
  - ${seizure} # in the roads

  # Only Vesta tells of this.
  # It may be a rumour.
  - ${note} # by letter
  # The end of the list.
expect: [{ at: "2025-03-04", course: strike }]
`;

  test("above an event stay above it, whatever comes before or after", async () => {
    const journal = await kept(commented);
    expect(await journal.add(between, late)).toBe(
      commented
        .replace("# in the roads\n", `# in the roads\n\n  - ${between}\n`)
        .replace("# by letter\n", `# by letter\n\n  - ${late}\n`),
    );
  });

  test("stay with an event that is corrected, and move with it", async () => {
    const journal = await kept(commented);
    const corrected = note.replace("cite: log", "cite: log, note: By letter.");
    expect(await journal.correct("note", '{ note: "By letter." }')).toBe(commented.replace(note, corrected));
    const moved = await journal.correct("note", '{ at: "2025-03-03" }');
    expect(moved.indexOf("# It may be a rumour.\n  - { id: note")).toBeGreaterThan(0);
    expect(moved.indexOf("{ id: note")).toBeLessThan(moved.indexOf("# The seizure, as both papers have it.\n"));
    expect(moved.match(/#.*/g)?.toSorted()).toEqual(commented.match(/#.*/g)?.toSorted());
  });

  test("go with an event that is withdrawn, and come back with it", async () => {
    const journal = await kept(commented);
    const without = await journal.withdraw("note");
    expect(without).not.toContain("rumour");
    expect(without).not.toContain("by letter");
    expect(without).toContain("# The end of the list.");
    expect(await journal.correct("note", '{ note: "After all." }')).toContain(
      "  # It may be a rumour.\n  - { id: note",
    );
  });

  test("survive an alias", async () => {
    const aliased = commented
      .replace(seizure, seizure.replace("cite: log", "cite: &source log"))
      .replace(note, note.replace("cite: log", "cite: *source"));
    const journal = await kept(aliased);
    expect(await journal.add(late)).toBe(aliased.replace("# by letter\n", `# by letter\n\n  - ${late}\n`));
    // What the alias stands for goes: then it says so itself.
    const without = await journal.withdraw("seizure");
    expect(without).toContain("# It may be a rumour.\n  - { id: note");
    expect(without).toContain("# The end of the list.");
  });
});

describe("events in brackets", () => {
  const bracketed = `# A case.
${head}events: [
  # As both papers have it.
  ${seizure}, # in the roads
  # A rumour.
  ${note}
 ]
# The end.
`;

  test("keep their comments, each at its event", async () => {
    const journal = await kept(bracketed);
    const added = await journal.add(between, late);
    expect(added.match(/#.*/g)).toEqual(bracketed.match(/#.*/g));
    expect(added).toMatch(/# As both papers have it\.\n\s*\{ id: seizure.*\}, # in the roads\n\s*\{ id: between/);
    expect(added).toMatch(/# A rumour\.\n\s*\{ id: note.*\},\n\s*\{ id: late/);
    const corrected = await journal.correct("note", '{ note: "By letter." }');
    expect(corrected).toMatch(/# A rumour\.\n\s*\{ id: note.*By letter\./);
  });

  test("in a file of braces", async () => {
    const text = `{ ${head.trimEnd().replaceAll("\n", ", ")},\n  # The log.\n  events: [ ${seizure} ] }\n`;
    const journal = await kept(text);
    const added = await journal.add(late);
    expect(added).toContain("# The log.");
    expect(added).toContain("id: late");
  });

  test.each([undefined, 2])("in JSON, which stays JSON (indented by %s)", async (indent) => {
    const { file } = readScenario(`${head}events: [${seizure}]\n`, { file: "one" });
    const text = JSON.stringify(file, undefined, indent);
    const journal = await kept(text);
    const added = await journal.add(late);
    expect(JSON.parse(added).events.map(({ id }: { id: string }) => id)).toEqual(["seizure", "late"]);
    expect(added.split("\n").length > 1).toBe(text.split("\n").length > 1);
  });
});

describe("a journal that a release before wrote, with the text of each event", () => {
  const before = `${head}events:\n`;
  const items = [`  # As both papers have it.\n  - ${seizure} # in the roads\n`, `  # A rumour.\n  - ${note}\n`];
  const after = 'expect: [{ at: "2025-03-04", course: strike }]\n';
  const entriesOf = (texts: readonly (string | undefined)[]): readonly JournalEntry[] => {
    const { scenario } = readScenario(`${before}${items.join("")}${after}`, { file: "one" });
    const frame: JournalEntry = { kind: "frame", id: "frame:0", before, after };
    const events = (scenario?.events ?? []).map((event, k): JournalEntry => {
      const text = texts[k];
      return text === undefined ? { kind: "event", event } : { kind: "event", event, text };
    });
    return [frame, ...events];
  };

  test("gives the file back, byte for byte, and goes on", async () => {
    const journal = await journalOf(entriesOf(items));
    const text = `${before}${items.join("")}${after}`;
    expect(await journal.exported()).toBe(text);
    expect(await journal.add(late)).toBe(`${before}${items.join("")}  - ${late}\n${after}`);
    expect(await journal.correct("note", '{ note: "By letter." }')).toContain("By letter.");
  });

  test("gives the data back where it kept no text of an event, or one that says otherwise", async () => {
    const none = await journalOf(entriesOf([]));
    expect(await none.exported()).toBe(`${before}  - ${seizure}\n  - ${note}\n${after}`);
    const forged = await journalOf(entriesOf([items[0], items[1]?.replace("from: VVV", "from: UUU")]));
    expect(await forged.exported()).toContain(note);
  });
});
