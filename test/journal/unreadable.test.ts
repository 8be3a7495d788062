/** One bad record never hides the others: nothing enters a store unchecked, and what is wrong in one is passed over and told. */
import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { canonical, event } from "../../src/events/index.ts";
import {
  type JournalFault,
  lastPosition,
  memoryJournal,
  recordIn,
  type StoredRecord,
  toJsonl,
  verifyJournal,
} from "../../src/journal/index.ts";
import { rowOf } from "../../src/journal/record.ts";
import { demarche, flagship } from "../support/cli.ts";
import { eventCalled, filesOfTest, manyEvents } from "../support/journals.ts";

const inherited = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf", "nothing-of-the-kind"];
const draft = { id: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] };

describe.each(inherited)("the act %s", (act) => {
  test("is none to event()", () => {
    // @ts-expect-error: as a program without types would call it
    expect(() => event({ ...draft, act })).toThrow(/act/);
  });

  test("is none to a journal", async () => {
    const journal = memoryJournal();
    // @ts-expect-error: as a program without types would call it
    await expect(journal.append("one", [{ ...eventCalled("a"), act }])).rejects.toMatchObject({
      code: "invalid-entry",
    });
    expect((await journal.head()).position).toBe(0);
  });
});

/** A row of an act that there is not, sealed as a release without the check has sealed it. */
function unchecked(row: StoredRecord): StoredRecord {
  const { entry } = recordIn(row);
  const bad: unknown = JSON.parse(canonical(entry).replaceAll("lodge-protest", "constructor"));
  return rowOf(bad as typeof entry, canonical(bad), row);
}

/** A journal of five events, of which one is of no act. */
async function withBad(bad: number) {
  const whole = memoryJournal();
  await whole.append("one", manyEvents(5));
  const journal = memoryJournal();
  for (const row of await whole.store.page({}, 10)) {
    const { hash: previous } = await journal.head();
    const next = rowOf(recordIn(row).entry, row.body, { ...row, previous });
    await journal.store.transact((transaction) => transaction.insert([row.position === bad ? unchecked(next) : next]));
  }
  return journal;
}

test.each([1, 3, 5])("the others are read, exported and verified, and it is told: position %i", async (bad) => {
  const journal = await withBad(bad);
  await expect(Array.fromAsync(journal.read())).rejects.toMatchObject({ code: "corrupt", data: { position: bad } });
  const faultList: JournalFault[] = [];
  const onFault = (fault: JournalFault): void => void faultList.push(fault);
  const read = await Array.fromAsync(journal.read({ branch: "one" }, { onFault }));
  expect(read.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5].filter((position) => position !== bad));
  expect(faultList).toEqual([{ position: bad, problem: expect.stringContaining('"constructor" is no act') }]);
  const lines = await Array.fromAsync(toJsonl(journal, { onFault }));
  expect(lines).toHaveLength(6);
  expect(faultList[1]).toEqual(faultList[0]);
  expect(await verifyJournal(journal)).toMatchObject({ records: 5, faults: [faultList[0]] });
});

describe("in a file, as the commands meet it", () => {
  const path = filesOfTest();

  /** The flagship in a journal, with something done to one of its records behind its back. */
  function damaged(position: number, change: string): string {
    const file = path();
    expect(demarche(["journal", "init", file, "--from", flagship]).code).toBe(0);
    const database = new DatabaseSync(file);
    database.exec(`DROP TRIGGER record_stands; UPDATE record SET ${change} WHERE position = ${position}`);
    database.close();
    return file;
  }

  test.each([
    ["in the middle", 7],
    ["at the end", 21],
  ])("list, export and verify tell of a record that was changed %s, and of all others", async (_where, position) => {
    const file = damaged(position, `body = replace(body, '"act"', '"ACT"')`);
    const message = new RegExp(`position ${position}: `, "i");
    const verified = demarche(["journal", "verify", file]);
    expect({ code: verified.code, out: verified.out }).toMatchObject({ code: 1, out: expect.stringMatching(message) });
    expect(verified.out).toContain("21 records");
    const listed = demarche(["journal", "list", file, "--jsonl"]);
    expect(listed).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(listed.out.trimEnd().split("\n")).toHaveLength(20);
    const lines = demarche(["journal", "export", file]);
    expect(lines).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(lines.out.trimEnd().split("\n")).toHaveLength(22);
    const batch = demarche(["journal", "export", file, "--format", "cloudevents"]);
    expect(batch).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(JSON.parse(batch.out)).toHaveLength(20);
    // Without it, what is left is a scenario's file again: a new journal can begin with it.
    const yaml = demarche(["journal", "export", file, "--format", "yaml"]);
    expect(yaml).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    const again = path(".yaml");
    writeFileSync(again, yaml.out);
    expect(demarche(["check", again]).err).not.toContain("can't be read");
  });

  test("lastPosition is that of a record that is wrong, too", async () => {
    expect(await lastPosition((await withBad(5)).store)).toBe(5);
  });
});
