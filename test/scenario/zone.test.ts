/** A file's dates stand in one zone: order, window, expectations, terms, moments and messages count by its clocks. */
import { expect, test } from "vitest";
import { crisisOf } from "../../src/crisis/crisis.ts";
import { cutAt } from "../../src/crisis/moments.ts";
import { memoryJournal } from "../../src/journal/index.ts";
import {
  checkEvents,
  journalEntries,
  judgeHistory,
  lineageOf,
  readLineage,
  readScenario,
} from "../../src/scenario/index.ts";

interface Written {
  readonly events: readonly string[];
  readonly zone?: string;
  readonly window?: string;
  readonly rest?: string;
}

function file({ events, zone, window = 'from: "2025-05-01", to: "2025-05-31"', rest = "" }: Written): string {
  return `scenario: small
title: Around midnight
purpose: exploration
window: { ${window} }
${zone === undefined ? "" : `zone: ${zone}\n`}parties: { AAA: { name: Ardia }, BBB: { name: Brevia } }
sources: { s: { title: A chronicle } }
events:
${events.map((event) => `  - { ${event}, cite: s }\n`).join("")}${rest}`;
}

const read = (written: Written) => readScenario(file(written), { file: "small.yaml" });
const codes = (written: Written) => read(written).diagnostics.map(({ code, line }) => `${code} ${line}`);

function opened(written: Written) {
  const { scenario, diagnostics } = read(written);
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const crisis = crisisOf(scenario);
  return { scenario, crisis, findings: judgeHistory(crisis.demands, crisis.history).findings };
}

const raid = 'id: raid, at: "2025-05-07T01:05+05:30", act: strike, from: AAA, to: BBB';
const recall = 'id: recall, at: "2025-05-07", act: recall-ambassador, from: BBB, to: AAA, because: raid';
const expected = `expect:
  - { at: "2025-05-06", course: normal }
  - { at: "2025-05-07", course: ambassadors-recalled }
`;

test("the offset that all times share is the zone, and a strike after midnight lies on its own day", () => {
  const written = { events: [raid, recall], window: 'from: "2025-05-07", to: "2025-05-31"' };
  const { scenario, crisis } = opened(written);
  expect(scenario.zone).toBe("+05:30");
  expect(scenario.events.map(({ at }) => at)).toEqual(["2025-05-07T01:05", "2025-05-07"]);
  expect(cutAt("2025-05-07T00:00", crisis, String).count).toBe(0);
  // A question with an offset is answered by the same clocks.
  expect(cutAt("2025-05-06T19:34Z", { ...crisis, scenario: { ...scenario, window: wide } }, String).count).toBe(0);
  expect(cutAt("2025-05-06T19:35Z", { ...crisis, scenario: { ...scenario, window: wide } }, String).count).toBe(2);
  expect(opened({ events: [raid, recall], rest: expected }).findings).toEqual([]);
});

const wide = { from: 0, to: 10 ** 9 };

test("the zone that a file names counts, whatever the offsets", () => {
  const { scenario, findings } = opened({ events: [raid, recall], zone: "UTC" });
  expect(scenario.events[0]?.at).toBe("2025-05-06T19:35");
  expect(findings).toEqual([]);
  expect(opened({ events: [raid, recall], zone: "UTC", rest: expected }).findings).toHaveLength(1);
  expect(opened({ events: [raid, recall], zone: "Asia/Kolkata", rest: expected }).findings).toEqual([]);
});

test("outside a window by the clocks of the zone: the message says both dates", () => {
  const [problem] = read({
    events: [raid, recall],
    zone: "UTC",
    window: 'from: "2025-05-07", to: "2025-05-31"',
  }).diagnostics;
  expect(problem).toMatchObject({ code: "outside-window", line: 9 });
  expect(problem?.message).toContain("2025-05-06T19:35 lies outside the window.");
  expect(problem?.message).toContain(
    "The file writes 2025-05-07T01:05+05:30, which is 2025-05-06T19:35 in its zone, UTC.",
  );
});

test("several offsets and no zone: UTC counts, and the event that comes to another day is told", () => {
  const protest = 'id: protest, at: "2025-05-07T09:00+05:00", act: lodge-protest, from: BBB, to: AAA, because: raid';
  expect(codes({ events: [raid, protest] })).toEqual(["other-day 8"]);
  expect(codes({ events: [raid, protest], zone: "UTC" })).toEqual([]);
  const noon = raid.replace("01:05+05:30", "12:05+05:30");
  expect(codes({ events: [noon, protest.replace("09:00", "12:00")] })).toEqual([]);
});

test("what is no zone is refused where it stands", () => {
  for (const zone of ["Karachi", '"+5"', "5", "[UTC]", "null"]) {
    const found = codes({ events: [recall.replace(", because: raid", "")], zone });
    expect(found, zone).toEqual([expect.stringMatching(/^(bad-value|wrong-type) 5$/)]);
  }
});

test("a term that is carried out on its last day is kept, by the clocks of the file", () => {
  const events = [
    'id: call, at: "2025-05-10", act: recall-ambassador, from: AAA, to: BBB',
    'id: accord, at: "2025-05-12", act: agree, from: [AAA, BBB], terms: [{ act: return-ambassador, by: AAA, before: "2025-05-16" }]',
    'id: return, at: "2025-05-16T20:00-08:00", act: return-ambassador, from: AAA, to: BBB, because: accord',
  ];
  const kept = (zone?: string) =>
    opened(zone === undefined ? { events } : { events, zone }).crisis.history.steps.flatMap(({ event }) =>
      event.act === "commitment-kept" ? [event["late"] ?? false] : [],
    );
  expect(kept()).toEqual([false]);
  expect(kept("UTC")).toEqual([true]);
});

test("dates in what-ifs and expectations are in the zone as well", () => {
  const rest = `expect:
  - { at: "2025-05-06T19:36Z", course: ambassadors-recalled }
what-if:
  earlier:
    edit:
      - { move: raid, to: "2025-05-06T10:00Z" }
    then: keep
    expect:
      - { at: "2025-05-06T15:30", posture: force }
`;
  const { scenario, findings } = opened({ events: [raid, recall], rest });
  expect(findings).toEqual([]);
  expect(scenario.whatIfs["earlier"]?.edits).toMatchObject([{ to: "2025-05-06T15:30" }]);
  const { demands, history } = crisisOf(scenario, "earlier");
  expect(judgeHistory(demands, history).findings).toEqual([]);
});

test("a journal keeps the zone of its file, gives the file back, and counts what is appended by it", async () => {
  const text = file({ events: [raid, recall] });
  const { scenario } = read({ events: [raid, recall] });
  if (scenario === undefined) throw new Error("It reads.");
  const journal = memoryJournal();
  await journal.append("one", journalEntries(scenario, text));
  const line = async () => lineageOf("one", await Array.fromAsync(journal.read({ branch: "one" })));
  expect(readLineage(await line(), "one").text()).toBe(text);

  const braces = '{ id: reply, at: "2025-05-07T22:00Z", act: lodge-protest, from: BBB, to: AAA, cite: s }';
  const append = async (one: string) => {
    const checked = checkEvents(await line(), [one], "--event");
    if ("errors" in checked) throw new Error(checked.errors.map(({ message }) => message).join("\n"));
    const fresh = checked.changes.filter(({ position }) => position === undefined);
    await journal.append(
      "one",
      fresh.map(({ entry }) => entry),
    );
    return fresh.length;
  };
  expect(await append(braces)).toBe(1);
  // The same once more, and the same by the clocks of the file, change nothing.
  expect(await append(braces)).toBe(0);
  expect(await append(braces.replace("2025-05-07T22:00Z", "2025-05-08T03:30"))).toBe(0);
  const reading = readLineage(await line(), "one");
  expect(reading.scenario?.events.map(({ at }) => at)).toEqual(["2025-05-07T01:05", "2025-05-07", "2025-05-08T03:30"]);
  expect(reading.text()).toContain("2025-05-07T01:05+05:30");
  expect(readScenario(reading.text(), { file: "small.yaml" }).scenario).toEqual(reading.scenario);
});
