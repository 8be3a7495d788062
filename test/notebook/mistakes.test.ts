/** A student's mistakes: each is answered in one paragraph that names what was meant, with a code and no stack. */
import { inspect } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { open, openText, type ShownCrisis } from "../../src/notebook/index.ts";
import { Problem } from "../../src/problem/index.ts";
import { base } from "../support/scenario.ts";

let whole: ShownCrisis;
let seen: ShownCrisis;

beforeAll(async () => {
  whole = await open("iran-pakistan-2024");
  seen = whole.until("recall");
});

/** What somebody who does not know the types may write. */
function anything(value: unknown): never {
  return value as never;
}

/** Its properties, by names that it may lack. */
function anyOf(shown: object): Readonly<Record<string, unknown>> {
  return shown as Readonly<Record<string, unknown>>;
}

const mistakes: readonly (readonly [code: string, said: string, () => unknown])[] = [
  ["no-such-case", "Did you mean iran-pakistan-2024?", () => open("iran-pakistan-2023")],
  ["no-such-case", "in quotes", () => open(anything(undefined))],
  ["no-such-case", "Paths start from the folder", () => open("./nowhere.yaml")],
  ["unreadable", "is a directory", () => open("scenarios")],
  ["no-such-case", "no bundled scenario", () => open("cases")],
  ["bad-file", "Line 12: ", () => openText(base.replace("press: {", "press: { tile: x,"), "small")],
  ["no-such-event", "Did you mean strike?", () => whole.event("stirke")],
  ["no-such-event", ".timeline() shows every id", () => seen.until("stirke")],
  ["no-await", "(await open(…)).until", () => anyOf(open("iran-pakistan-2024"))["until"]],
  [
    "no-await",
    "(await futures()).outcomes",
    () => anyOf(whole.whatIf("second-round").futures({ runs: 1 }))["outcomes"],
  ],
  ["no-await", "write await before it", () => [...anything(open("iran-pakistan-2024"))]],
  ["no-such-event", "Did you mean 2024-01-17?", () => whole.until("17.01.2024")],
  ["no-such-event", "Did you mean course=retaliation?", () => whole.until("course: retaliation")],
  ["no-such-moment", "Did you mean 2024-01-17?", () => whole.until(anything(new Date("2024-01-17")))],
  ["bad-event", "judge takes an event: judge({ act:", () => seen.judge(anything("expel-diplomats"))],
  [
    "bad-event",
    "without quotation marks it is the number 3",
    () => seen.judge({ act: "expel-diplomats", from: "PAK", to: "IRN", count: "3" }),
  ],
  ["bad-prediction", "predict expects a probability for each option", () => seen.predict(anything(["protest"]))],
  ["no-such-actor", "Did you mean PAK?", () => seen.predict({ strike: 1 }, { by: "Pakistan" })],
  ["bad-what-if", 'expected { edit: [{ drop: "ID" }]', () => whole.whatIf(anything([{ drop: "reprisal" }]))],
  ["bad-what-if", 'expected { edit: [{ drop: "ID" }]', () => whole.whatIf(anything({ drop: "reprisal" }))],
  ["bad-what-if", "whatIf(): expected", () => whole.whatIf(anything(undefined))],
  [
    "bad-what-if",
    "edits: There is no key edits. Expected:",
    () => whole.whatIf(anything({ edits: [{ drop: "reprisal" }], then: "prune" })),
  ],
  [
    "bad-what-if",
    "one edit for each",
    () => whole.whatIf(anything({ edit: { drop: ["reprisal", "summons"] }, then: "prune" })),
  ],
  ["bad-file", 'open("./mine.yaml") opens a file', () => openText("./mine.yaml", "mine")],
  ["bad-file", "JSON.stringify", () => openText(anything({ scenario: "x" }), "x")],
  ["no-brackets", "write timeline() with its brackets", () => anyOf(whole.timeline)["rows"]],
  ["no-document", "toHTML() gives the same as text", () => whole.timeline().toElement()],
  ["no-such-method", 'crisis.whatIf("NAME").futures()', () => anyOf(whole)["futures"]],
  ["bad-option", "Did you mean runs?", () => whole.whatIf("second-round").futures(anything({ run: 20 }))],
  ["bad-option", "in braces", () => whole.whatIf("second-round").futures(anything(500))],
  ["bad-option", "Did you mean because?", () => seen.predict({ strike: 1 }, anything({ becuase: "so" }))],
  ["bad-option", "There is: only", () => seen.chart(anything({ regions: "course" }))],
  ["no-such-actor", "Did you mean PAK?", () => seen.whyNot("strike", { by: "Pakistan" })],
  ["no-such-actor", "Did you mean IRN?", () => seen.judge({ act: "strike", from: "PAK", to: "iran" })],
  ["bad-prediction", "For 60 % write 0.6.", () => seen.predict({ strike: 60, protest: 40 })],
  ["no-such-moment", "is no date", () => whole.until("2024-02-30")],
  ["no-such-moment", "lies outside", () => whole.until("2025-01-01")],
  ["no-such-moment", "nothing has happened yet", () => whole.until("2024-01-15")],
  ["no-such-moment", "never reaches", () => whole.until("course=retaliation.war")],
  ["no-such-moment", "Did you mean retaliation?", () => whole.until("course=retalation")],
  ["no-such-moment", "in quotes", () => whole.until(anything(3))],
  ["no-such-key", "Did you mean course?", () => whole.why("cuorse")],
  ["no-such-key", "Did you mean missions.PAK?", () => whole.chart({ only: "mission.PAK" })],
  ["no-such-method", "Did you mean timeline()?", () => anyOf(seen)["timelin"]],
  ["no-such-method", "Did you mean until()?", () => anyOf(whole)["untill"]],
  ["no-such-method", "Did you mean compare()?", () => anyOf(whole.whatIf("restraint"))["comapre"]],
  ["no-such-act", "Did you mean recall-ambassador?", () => seen.whyNot("recal-ambassador", { by: "PAK" })],
  ["no-such-act", "expel-ambassador", () => seen.judge({ act: "declare-persona-non-grata", from: "PAK", to: "IRN" })],
  ["no-such-actor", '{ by: "IRN" }', () => seen.whyNot("return-ambassador")],
  ["no-such-actor", "Did you mean PAK?", () => seen.judge({ act: "strike", from: "PAQ", to: "IRN" })],
  ["no-such-actor", "who does it", () => seen.judge({ act: "strike" })],
  ["bad-event", "Did you mean count?", () => seen.judge({ act: "expel-diplomats", from: "PAK", to: "IRN", cuont: 2 })],
  ["bad-event", "count", () => seen.judge({ act: "expel-diplomats", from: "PAK", to: "IRN", count: "two" })],
  ["no-such-what-if", "Did you mean restraint?", () => whole.whatIf("restrain")],
  ["bad-what-if", "Did you mean reprisal?", () => whole.whatIf({ edit: { drop: "repisal" }, then: "prune" })],
  ["bad-what-if", '"keep" (all later events stand)', () => whole.whatIf(anything({ edit: { drop: "reprisal" } }))],
  ["bad-what-if", '"prune"', () => whole.whatIf(anything({ edit: { drop: "reprisal" }, then: "prun" }))],
  ["bad-what-if", "Did you mean drop?", () => whole.whatIf(anything({ edit: { dorp: "reprisal" }, then: "keep" }))],
  ["bad-what-if", "edit", () => whole.whatIf(anything({ then: "keep" }))],
  ["bad-what-if", "comes later", () => whole.whatIf({ edit: { move: "call", to: "2024-01-17" }, then: "keep" })],
  ["not-modelled", "second-round", () => whole.whatIf("restraint").futures()],
  ["not-modelled", "no doctrines", () => seen.whatIf({ edit: { drop: "recall" }, then: "model" }).futures()],
  [
    "bad-option",
    "{ runs: Infinity }: expected a whole number from 1 to",
    () => whole.whatIf("second-round").futures({ runs: Number.POSITIVE_INFINITY }),
  ],
  ["bad-option", "points", () => whole.whatIf("second-round").sensitivity({ points: 1e9 })],
  ["bad-option", "seed", () => whole.whatIf("second-round").futures({ seed: -1 })],
];

test.each(mistakes)("%s: %s", async (code, message, mistake) => {
  const error = await Promise.resolve()
    .then(mistake)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  if (!(error instanceof Problem)) throw new Error(`Nothing of ours was thrown: ${String(error)}`, { cause: error });
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
  expect(error.message).not.toContain("\n");
  expect(error.stack).toBe(`Démarche: ${error.message}`);
  expect(inspect(error)).not.toContain("    at ");
});

test("a crisis is opened by a file's path too", async () => {
  const file = await open("scenarios/iran-pakistan-2024.yaml");
  expect(file.events).toEqual(whole.events);
});

test("edits that a reader writes do what those of the file do", () => {
  const own = whole.whatIf({ edit: { drop: "reprisal" }, then: "prune", because: "Its generals wait." });
  const restraint = whole.whatIf("restraint");
  expect(own.events).toEqual(restraint.events);
  expect(own.compare().orphaned).toEqual(restraint.compare().orphaned);
  expect(own.because).toBe("Its generals wait.");
});

test("what is seen until a moment can be written on, also beyond it", () => {
  const offer = {
    id: "offer",
    at: "2024-01-18",
    act: "offer-mediation",
    from: "CHN",
    to: ["IRN", "PAK"],
    because: ["strike"],
  };
  const mine = seen.whatIf({ edit: { add: offer }, then: "keep", because: "China is asked a day earlier." });
  expect(mine.events.map(({ id }) => id)).toEqual(["strike", "protest", "condemnation", "recall", "offer"]);
  expect(mine.compare().added).toEqual(["offer"]);
});

test("a moment that is misspelt names no event that is still to come", () => {
  const messageAt = (moment: string): string => {
    try {
      return String(seen.until(moment));
    } catch (error) {
      return String(error);
    }
  };
  const later = whole.events.map(({ id }) => id).filter((id) => seen.events.every((one) => one.id !== id));
  expect(later).toContain("reprisal");
  for (const typed of ["repisal", "recal", "retrun"]) {
    expect(later.filter((id) => messageAt(typed).includes(`${id} `) || messageAt(typed).includes(` ${id}`))).toEqual(
      [],
    );
  }
  expect(inspect(whole.timeline)).toBe("timeline is a method: write timeline() with its brackets.");
});
