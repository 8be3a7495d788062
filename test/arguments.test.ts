/** The library does not believe its arguments: what is no number or no word of those that are meant throws its problem. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import * as library from "../src/index.ts";
import { memoryJournal } from "../src/journal/index.ts";
import { sqliteJournal } from "../src/journal/sqlite.ts";

const { event, fold, isProblem, open, readScenario } = library;
const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
const dyad = { a: "IRN", b: "PAK" };
const history = fold([strike], { dyad });
const { scenario } = readScenario(readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"), { file: "x.yaml" });
if (scenario === undefined) throw new Error("The flagship can't be read.");
const record = library.recordOf(scenario);
const setup = library.setupOf(scenario, library.evaluateWhatIf(scenario, "second-round").branch);
const { outcomes } = scenario;
const model = library.compile(setup);
const runs = { seed: 1, futures: 2 };
const plan = { ...runs, points: 3, design: "lhs" } as const;
const stranger = { IRN: { kind: "strategy", use: "tit-for-tatt", parameters: {} } } as const;
const file = join(mkdtempSync(join(tmpdir(), "demarche-arguments-")), "journal.db");
const crisis = await open("iran-pakistan-2024");

/** A word where the types allow none such, as plain JavaScript may give it. */
function word(text: string): never {
  return text as never;
}

/** What can't be made a text. */
const textless = { toString: 1 } as never;

const wrong: readonly (readonly [what: string, ask: () => unknown, code: string, says: string])[] = [
  [
    "why after 99 steps",
    () => library.why(history, "course", 99),
    "bad-option",
    "count 99: expected a whole number from 0 to 1.",
  ],
  ["why after half a step", () => library.why(history, "course", 0.5), "bad-option", "count 0.5"],
  ["why of no region", () => library.why(history, word("cours")), "no-such-region", "Did you mean course?"],
  [
    "why not of no act",
    () => library.whyNot(history.situation, word("stirke"), "a"),
    "no-such-act",
    "Did you mean strike?",
  ],
  [
    "an event of no word",
    () => event({ ...strike, act: textless } as never),
    "no-such-act",
    "is no act of the catalogue",
  ],
  ["a judgement on no word", () => crisis.judge({ act: textless, from: "PAK" }), "no-such-act", "There is no act"],
  [
    "a judgement on nobody",
    () => crisis.judge({ act: "strike", from: textless }),
    "no-such-actor",
    "There is no actor",
  ],
  ["why of no word", () => crisis.why(textless), "no-such-key", "why(): no part of the situation"],
  ["a moment that is no word", () => crisis.until(textless), "no-such-moment", "until(): expected an event's id"],
  ["why not of no word", () => crisis.whyNot(textless), "no-such-act", "There is no act"],
  ["why not of no side", () => library.whyNot(history.situation, "strike", word("c")), "no-such-actor", '"c"'],
  ["a situation after 99 steps", () => library.situationAfter(history, 99), "bad-option", "count 99"],
  [
    "a situation at no minute",
    () => library.situationAt(history, Number.NaN),
    "bad-option",
    "minute NaN: expected a number.",
  ],
  ["a dossier after -1 steps", () => library.dossierAfter(history, -1), "bad-option", "count -1"],
  ["a cut after 99 steps", () => library.cutHistory(history, { count: 99, minute: 0 }), "bad-option", "count 99"],
  ["a difference of moments that are none", () => library.difference(history, 2, 1), "bad-option", "earlier 2"],
  ["a fold until no minute", () => fold([strike], { dyad }, Number.NaN), "bad-option", "until NaN"],
  ["a fold from no minute", () => fold([strike], { dyad, from: Number.NaN }), "bad-option", "from NaN"],
  [
    "a fold with a quiet below 0",
    () => fold([strike], { dyad, quiet: -1 }),
    "bad-option",
    "quiet -1: expected a number from 0.",
  ],
  ["a fold of one party", () => fold([strike], { dyad: { a: "IRN", b: "IRN" } }), "bad-option", "both parties"],
  [
    "an event of no act",
    () => event({ act: "stirke" as "strike", id: "x", at: "2024-01-16", from: ["IRN"] }),
    "no-such-act",
    "Did you mean strike?",
  ],
  [
    "an event of no date",
    () => event({ act: "strike", id: "x", at: "2024-13-01", from: ["IRN"] }),
    "invalid-event",
    "at: not a date",
  ],
  ["a branch with no policy", () => library.branch(record, [], word("modle")), "bad-option", "Did you mean model?"],
  [
    "a what-if that there is not",
    () => library.evaluateWhatIf(scenario, "second-rond"),
    "no-such-what-if",
    "Did you mean second-round?",
  ],
  [
    "a strategy that there is not",
    () => library.compile({ ...setup, doctrines: stranger }),
    "no-such-strategy",
    "Did you mean tit-for-tat?",
  ],
  ["half a future", () => library.runFutures(model, outcomes, { ...runs, futures: 1.5 }), "bad-option", "futures 1.5"],
  [
    "futures below none",
    () => library.runFutures(model, outcomes, { ...runs, futures: -1 }),
    "bad-option",
    "futures -1",
  ],
  ["no seed", () => library.runFutures(model, outcomes, { ...runs, seed: Number.NaN }), "bad-option", "seed NaN"],
  ["no bound", () => library.runFutures(model, outcomes, { ...runs, bound: Number.NaN }), "bad-option", "bound NaN"],
  [
    "a first future between two",
    () => library.runFutures(model, outcomes, { ...runs, from: 0.5 }),
    "bad-option",
    "from 0.5",
  ],
  [
    "no seed in pairs",
    () => library.pairFutures(model, model, outcomes, { ...runs, seed: 0.5 }),
    "bad-option",
    "seed 0.5",
  ],
  [
    "half a future in a pool",
    async () => library.runPooled({ setup, outcomes }, { ...runs, futures: 1.5 }),
    "bad-option",
    "futures 1.5",
  ],
  [
    "no workers",
    async () => library.runPooled({ setup, outcomes }, runs, { workers: Number.NaN }),
    "bad-option",
    "workers NaN",
  ],
  [
    "half a future at each point",
    () => library.planOf(setup, outcomes, [], { ...plan, futures: 1.5 }),
    "bad-option",
    "futures 1.5",
  ],
  [
    "no design",
    () => library.planOf(setup, outcomes, [], { ...plan, design: word("lsh") }),
    "bad-option",
    "There is: lhs, grid.",
  ],
  ["a grid of one level", () => library.grid([], 1), "bad-option", "levels 1: expected a whole number from 2."],
  ["no points", () => library.latinHypercube([], Number.NaN, 1), "bad-option", "points NaN"],
  [
    "a search without a budget",
    () => library.searchWays({ from: history.situation, goal: {}, budget: Number.NaN }),
    "bad-option",
    "budget NaN",
  ],
  [
    "half a future in a notebook",
    async () => crisis.whatIf("second-round").futures({ runs: 1.5 }),
    "bad-option",
    "1.5",
  ],
  [
    "no seed in a notebook",
    async () => crisis.whatIf("second-round").futures({ seed: Number.NaN }),
    "bad-option",
    "NaN",
  ],
  ["a key of no situation", () => library.fromKey("nowhere"), "no-such-situation", "nowhere"],
  [
    "a journal that is closed",
    async () => {
      const journal = memoryJournal();
      await journal.close();
      return journal.versionOf("iran");
    },
    "closed",
    "closed",
  ],
];

test.each(wrong)("%s is refused", async (_, ask, code, says) => {
  const error: unknown = await Promise.resolve()
    .then(ask)
    .catch((thrown: unknown) => thrown);
  expect(isProblem(error)).toBe(true);
  expect(error).toMatchObject({ code, message: expect.stringContaining(says) });
});

test("a run that was stopped before its first future rejects, and shows no empty report", async () => {
  const stopped = AbortSignal.abort();
  const report = library.runPooled({ setup, outcomes }, { ...runs, futures: 20_000 }, { signal: stopped });
  await expect(report).rejects.toMatchObject({ code: "stopped" });
});

test("a sweep over no assumption has one point, and ends", () => {
  expect(library.planOf(setup, outcomes, [], { ...plan, design: "grid" }).rows).toBe(2);
});

test("an event keeps the type of its act", () => {
  const expelled = event({ id: "x", act: "expel-diplomats", at: "2024-01-16", from: ["IRN"], to: ["PAK"], count: 3 });
  expectTypeOf(expelled.act).toEqualTypeOf<"expel-diplomats">();
  expectTypeOf(expelled.count).toEqualTypeOf<number | [number, number] | "unknown" | undefined>();
  // @ts-expect-error another act's field
  expect(() => event({ id: "x", act: "strike", at: "2024-01-16", from: ["IRN"], count: 3 })).toThrow("count");
});

test.each(["memory", "a file"])("a journal in %s that was closed says so, whatever is asked of it", async (where) => {
  const journal = where === "memory" ? memoryJournal() : sqliteJournal(file, { create: true });
  await journal.close();
  const asked: readonly (() => Promise<unknown>)[] = [
    () => journal.head(),
    () => journal.versionOf("iran"),
    () => journal.streams(),
    () => Array.fromAsync(journal.read({})),
    () => journal.append("iran", [{ kind: "withdrawal", id: "w", withdraws: "x", because: "y" } as never]),
  ];
  for (const ask of asked) await expect(Promise.resolve().then(ask)).rejects.toMatchObject({ name: "Problem" });
  await expect(journal.head()).rejects.toMatchObject({ code: "closed" });
});
