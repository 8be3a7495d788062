/** What the text of lessons 4 to 6 says that a cell shows, it shows: numbers, ends and counterexamples. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActId, type History, matches, open } from "../../src/index.ts";
import { atRandom, everywhere, laws } from "../../src/laws/index.ts";
import { toText, validHistoryArbitrary } from "../../src/testing/index.ts";

const crisis = await open("iran-pakistan-2024");
const textOf = (folder: string): string => readFileSync(`notebooks/${folder}/lesson.md`, "utf8").replace(/\s+/g, " ");

describe("lesson 4", () => {
  const text = textOf("4-what-if");

  test("one edit under four policies: ten orphans, and the ends that are told", () => {
    const [kept, pruned, stopped, modelled] = (["keep", "prune", "stop", "model"] as const).map((then) =>
      crisis.whatIf({ edit: { drop: "reprisal" }, then, because: "It is answer enough." }),
    );
    expect(kept?.compare()).toMatchObject({ void: [] });
    expect(kept?.compare().orphaned).toHaveLength(10);
    expect(text).toContain("Ten events have lost a cause");
    expect(pruned?.events.at(-1)).toMatchObject({ id: "shootout", at: "2024-01-22" });
    expect(pruned?.events.map(({ id }) => id)).toContain("remark");
    expect([stopped, modelled].map((one) => one?.events.at(-1)?.at)).toEqual(["2024-01-17", "2024-01-17"]);
    expect(kept?.events.at(-1)?.at).toBe("2024-01-29");
  });

  test("one arrow read otherwise: one orphan, eight reopened", () => {
    const { orphaned, reopened } = crisis.whatIf("council-anyway").compare();
    expect([orphaned, reopened.length]).toEqual([["summons"], 8]);
    expect(text).toContain("Only one event is orphaned now");
    expect(text).toContain("Eight are reopened");
  });

  test("without an accord, or without a recall, the return is void", () => {
    expect(crisis.whatIf("no-accord").compare().void).toEqual(["return"]);
    const noRecall = crisis.whatIf({ edit: { drop: "recall" }, then: "keep", because: "A voice in Tehran." });
    expect(noRecall.compare()).toMatchObject({ orphaned: [], void: ["return"] });
  });

  test("the careless what-if gets two hints, and the one of the key is looked at for its source", () => {
    const careless = crisis.whatIf({ edit: [{ drop: "recall" }, { drop: "remark" }], then: "prune" });
    expect(careless.review().hints.filter(({ look }) => look)).toMatchObject([
      { about: "reason" },
      { about: "minimal" },
    ]);
  });
});

describe("lesson 5", () => {
  const text = textOf("5-futures");
  const secondRound = crisis.whatIf("second-round");
  const percent = (share: string | undefined): number => Number.parseFloat(share ?? "");

  test("the shares of talks that it tells are those of its seeds", async () => {
    const talks = async (runs: number, seed: number) =>
      (await secondRound.futures({ runs, seed })).outcomes.find(({ outcome }) => outcome === "talks");
    const whole = await talks(2000, 7);
    expect(text).toContain("in about 80 %");
    expect(percent(whole?.without)).toBeCloseTo(80, 0);
    expect(text).toContain("in about 59 %");
    expect(percent(whole?.with)).toBeCloseTo(59, 0);
    expect(text).toContain("62 % (52 to 71) with seed 1 and 52 % (42 to 62) with seed 3");
    expect((await talks(100, 1))?.with).toBe("62.0 % (52.2 to 70.9)");
    expect((await talks(100, 3))?.with).toBe("52.0 % (42.3 to 61.5)");
    const ones = await Promise.all([1, 2, 3, 4].map(async (seed) => percent((await talks(1, seed))?.with)));
    expect(new Set(ones)).toEqual(new Set([0, 100]));
  });

  test("mediation alone decides whether it comes to talks, from about 41 to about 82 %", async () => {
    const { decisions, assumptions } = await secondRound.sensitivity({ points: 40, runs: 50, seed: 7 });
    const strong = (quantity: string) =>
      decisions.find((one) => one.quantity === quantity)?.shares.filter(({ share, noise }) => share > noise) ?? [];
    expect(strong("talks").map(({ name }) => name)).toEqual(["mediation"]);
    const [means = []] = strong("talks").map((one) => one.means);
    expect([means[0], means.at(-1)].map((mean) => Math.round((mean ?? 0) * 100))).toEqual([41, 82]);
    expect(strong("uses-of-force").toSorted((one, other) => other.share - one.share)[0]?.name).toBe("resolve.PAK");
    expect(assumptions.filter(({ range }) => range !== undefined)).toHaveLength(9);
  });

  test("accepted mediation has talks in all futures and changes nothing in the uses of force", async () => {
    const { outcomes } = await crisis.whatIf("china-a-day-earlier").futures({ runs: 2000, seed: 7 });
    const [force, talks] = ["uses-of-force", "talks"].map((name) => outcomes.find(({ outcome }) => outcome === name));
    expect(percent(talks?.with)).toBe(100);
    const mean = (text: string | undefined): string | undefined => text?.split(" (")[0];
    expect(mean(force?.with)).toBe(mean(force?.without));
  });
});

describe("lesson 6", () => {
  const acts: readonly ActId[] = [
    "make-statement",
    "lodge-protest",
    "strike",
    "recall-ambassador",
    "bar-ambassador",
    "break-relations",
    "express-deescalation",
    "return-ambassador",
  ];
  const check = (property: (history: History) => boolean, numRuns = 100) => {
    const drawn = validHistoryArbitrary({ acts, maxLength: 8 });
    const { counterexample } = fc.check(fc.property(drawn, property), { seed: 7, numRuns });
    return counterexample === null ? undefined : toText(counterexample[0]).split("\n");
  };

  test("the list of acts is the lesson's", () => {
    const [, listed = ""] = /const acts: ActId\[\] = \[([^\]]+)\]/.exec(textOf("6-invariants")) ?? [];
    expect([...listed.matchAll(/"([a-z-]+)"/g)].map(([, act]) => act)).toEqual(acts);
    expect(Math.round(laws.length / 10)).toBeGreaterThanOrEqual(5); // "some fifty laws"
  });

  test("recall before strike is broken by a strike alone", () => {
    const broken = check(({ steps }) => {
      const done = steps.map(({ event }) => event.act);
      const before = done.slice(0, done.indexOf("strike"));
      return !done.includes("strike") || before.includes("recall-ambassador");
    });
    expect(broken).toEqual([expect.stringMatching(/strike/)]);
  });

  test("letting ambassadors in holds a hundred times, and is broken by a bar and six months of silence", {
    tags: "long",
  }, () => {
    const letIn = ({ situation }: History): boolean =>
      !matches(situation, { course: "normal" }) || (situation.missionA !== "barred" && situation.missionB !== "barred");
    expect(check(letIn)).toBeUndefined();
    const broken = check(letIn, 5000) ?? [];
    expect(broken[0]).toMatch(/bar-ambassador/);
    expect(broken.some((line) => line.startsWith("2024-06-29 clock crisis-faded"))).toBe(true);
    expect(broken.slice(1).every((line) => /make-statement|crisis-faded/.test(line))).toBe(true);
  });

  test("its last law holds everywhere", { tags: "long" }, async () => {
    const law = {
      of: "step",
      name: "no-return-while-severed",
      sentence: "While relations are severed, nobody's ambassador returns.",
      basis: "There is no mission to return to.",
      holds: ({ before, event, verdict }) =>
        before.relations !== "severed" ||
        event.type !== "return-ambassador" ||
        event.by === "other" ||
        verdict === "void",
    } as const satisfies Parameters<typeof atRandom>[0];
    expect(everywhere([law]).breaches).toEqual([]);
    expect((await atRandom(law, { seed: 7 })).breach).toBeUndefined();
  });
});
