/** Measures: what begins and ends them, who holds them, and what the chart is told of it. */
import { describe, expect, test } from "vitest";
import { isHeld, seenIn } from "../../src/dossier/index.ts";
import { actIds, actOf, measureKindIds } from "../../src/events/index.ts";
import type { History } from "../../src/history/index.ts";
import { dyad, folded, on, recall } from "../support/crisis.ts";

const standing = ({ dossier }: History): readonly string[] =>
  dossier.measures.map(({ kind, by }) => `${kind} by ${by}`);
const sanctions = on(16, "impose-sanctions", ["IRN"]);
const border = on(17, "close-border", ["IRN"]);
const trade = on(18, "suspend-trade", ["PAK"]);

test("every kind is begun by an act and ended by one, wars by what both do", () => {
  const begun = new Set(actIds.map((id) => actOf(id).begins));
  const ended = new Set(actIds.flatMap((id) => actOf(id).ends ?? []));
  expect(measureKindIds.filter((kind) => !begun.has(kind))).toEqual([]);
  expect(measureKindIds.filter((kind) => !ended.has(kind))).toEqual(["war"]);
});

describe("what stands", () => {
  test("is listed in the order in which it began, by whom and since when", () => {
    const history = folded([sanctions, border, trade]);
    expect(standing(history)).toEqual(["sanctions by IRN", "border by IRN", "trade by PAK"]);
    expect(history.dossier.measures[0]).toMatchObject({ event: sanctions.id, since: history.steps[0]?.minute });
    expect(history.situation.measures).toBe("both");
  });

  test("is ended by kind, by the party whose it is alone", () => {
    expect(standing(folded([sanctions, border, on(19, "lift-sanctions", ["IRN"])]))).toEqual(["border by IRN"]);
    expect(standing(folded([sanctions, border, on(19, "lift-sanctions", ["PAK"])]))).toHaveLength(2);
  });

  test("is ended singly where the act names it", () => {
    const again = on(18, "impose-sanctions", ["IRN"]);
    const lifted = on(19, "lift-sanctions", ["IRN"], { of: again.id });
    expect(folded([sanctions, again, lifted]).dossier.measures.map(({ event }) => event)).toEqual([sanctions.id]);
    expect(standing(folded([border, trade, on(19, "lift-measure", ["IRN"], { of: border.id })]))).toEqual([
      "trade by PAK",
    ]);
  });

  test("in persons who are held, becomes fewer with those who are released", () => {
    const held = on(16, "detain-persons", ["IRN"], { count: 6 });
    const some = on(17, "release-persons", ["IRN"], { count: 4 });
    const rest = on(18, "release-persons", ["IRN"], { count: 2 });
    expect(folded([held, some]).dossier.measures).toMatchObject([{ kind: "held", count: 2 }]);
    expect(folded([held, some]).situation.measures).toBe("by-a");
    expect(standing(folded([held, some, rest]))).toEqual([]);
  });

  test("in persons who are held stands as long as some certainly are, however well their number is known", () => {
    const held = on(16, "detain-persons", ["IRN"], { count: [62, 66] });
    const some = on(17, "release-persons", ["IRN"], { of: held.id, count: 13 });
    const rest = on(18, "release-persons", ["IRN"], { of: held.id, count: 52 });
    expect(folded([held, some]).dossier.measures).toMatchObject([{ kind: "held", count: [49, 53] }]);
    expect(isHeld(folded([held, some]).dossier)).toBe(true);
    expect(standing(folded([held, some, rest]))).toEqual([]);
    expect(standing(folded([held, on(17, "release-persons", ["IRN"], { count: "unknown" })]))).toEqual([]);
    const about = on(17, "release-persons", ["IRN"], { count: [8, 10] });
    expect(folded([held, about]).dossier.measures).toMatchObject([{ kind: "held", count: [52, 58] }]);
  });

  test("in persons who are held since several days is ended in that order by those who are released", () => {
    const first = on(16, "detain-persons", ["IRN"], { count: 3 });
    const second = on(17, "seize", ["IRN"], { count: 3 });
    const third = on(18, "detain-persons", ["IRN"]);
    const some = on(19, "release-persons", ["IRN"], { count: 4 });
    expect(folded([first, second, third, some]).dossier.measures).toMatchObject([
      { event: second.id, count: 2 },
      { event: third.id },
    ]);
    expect(standing(folded([first, on(19, "release-persons", ["IRN"], { count: 0 })]))).toEqual(["held by IRN"]);
  });

  test("of a war is over by a truce, a settlement, a signed peace or a surrender of the parties", () => {
    const war = on(16, "war-battle", ["IRN", "PAK"]);
    const terms = [{ act: "visit", by: "IRN" }];
    expect(standing(folded([war]))).toEqual(["war by IRN", "war by PAK"]);
    for (const end of [
      on(17, "declare-ceasefire", ["IRN", "PAK"]),
      on(17, "agree", ["IRN", "PAK"], { terms }),
      on(17, "sign-agreement", ["IRN", "PAK"]),
      on(17, "surrender", ["PAK"]),
    ]) {
      const history = folded([war, end]);
      expect({ act: end.act, left: standing(history) }).toEqual({ act: end.act, left: [] });
      expect(history.situation.measures).toBe("none");
    }
    expect(standing(folded([war, on(17, "declare-ceasefire", ["IRN"])]))).toHaveLength(2);
  });

  test("of a cap on staff is over with the relations, whoever breaks them (VCDR 11, 45), and not with the embassy alone", () => {
    const capped = on(16, "cap-staff", ["PAK"], { limit: 3 });
    const severed = folded([capped, sanctions, on(17, "break-relations", ["IRN"])]);
    expect(standing(severed)).toEqual(["sanctions by IRN"]);
    expect(severed.steps.at(-1)?.event).toMatchObject({ act: "measure-ended", of: capped.id });
    expect(severed.situation).toMatchObject({ course: "ambassadors-recalled.severed", measures: "by-a" });
    expect(standing(folded([capped, on(17, "close-mission", ["IRN"])]))).toEqual(["staff-cap by PAK"]);
  });

  test("is nothing that is void, that others do, or that is aimed at others", () => {
    const capped = on(18, "cap-staff", ["PAK"], { limit: 3 });
    expect(standing(folded([recall, on(17, "close-mission", ["IRN"]), capped]))).toEqual([]);
    expect(standing(folded([on(17, "impose-sanctions", ["USA"], { to: ["IRN"] })]))).toEqual([]);
    expect(standing(folded([on(17, "impose-sanctions", ["IRN"], { to: ["USA"] })]))).toEqual([]);
  });
});

describe("what the chart is told", () => {
  const seen = (history: History, event: Parameters<typeof seenIn>[1]) => seenIn(history.dossier, event, dyad).detail;

  test("of an act that ends something: whether it stands, and whether others stand afterwards", () => {
    const lift = on(19, "lift-sanctions", ["IRN"]);
    expect(seen(folded([]), lift)).toBe("nothing");
    expect(seen(folded([trade]), lift)).toBe("nothing");
    expect(seen(folded([sanctions]), lift)).toBeUndefined();
    expect(seen(folded([sanctions, border]), lift)).toBe("others");
  });

  test("of what both end: by whom others stand afterwards", () => {
    const lift = on(19, "lift-sanctions", ["IRN", "PAK"]);
    const both = on(15, "impose-sanctions", ["IRN", "PAK"]);
    expect(seen(folded([both]), lift)).toBeUndefined();
    expect(seen(folded([both, border]), lift)).toBe("others-a");
    expect(seen(folded([both, trade]), lift)).toBe("others-b");
    expect(seen(folded([both, border, trade]), lift)).toBe("others");
    expect(seen(folded([border, trade]), lift)).toBe("nothing");
  });

  test("of an ambassador's return: whether something holds", () => {
    const back = on(20, "return-ambassador", ["PAK"]);
    expect(seen(folded([recall]), back)).toBeUndefined();
    expect(seen(folded([sanctions, recall]), back)).toBeUndefined();
    const occupied = folded([recall, on(18, "occupy-territory", ["IRN"])]);
    expect(isHeld(occupied.dossier)).toBe(true);
    expect(seen(occupied, back)).toBe("held");
  });

  test("of what ends by itself: of whose measures nothing remains", () => {
    const until = { at: "2024-01-18/2024-01-20" };
    const airspace = on(18, "close-airspace", ["IRN"], until);
    const ended = (history: History) => history.steps.find(({ event: { act } }) => act === "measure-ended")?.seen;
    expect(ended(folded([airspace], "2024-02-01"))?.detail).toBe("last-of-a");
    expect(ended(folded([border, airspace], "2024-02-01"))).not.toHaveProperty("detail");
    const joint = on(18, "close-airspace", ["IRN", "PAK"], until);
    expect(ended(folded([joint], "2024-02-01"))?.detail).toBe("last-of-both");
  });
});

describe("a truce", () => {
  const clash = on(16, "clash", ["IRN", "PAK"]);
  const ceasefire = on(18, "declare-ceasefire", ["IRN", "PAK"]);

  test("is broken by force of a party, and by whom is noted, once", () => {
    const broken = folded([clash, ceasefire, on(20, "strike", ["PAK"]), on(21, "strike", ["IRN"])]);
    expect(broken.dossier.truces).toEqual([{ event: ceasefire.id, brokenBy: { event: "strike-20", by: ["PAK"] } }]);
    expect(folded([clash, ceasefire, on(20, "condemn", ["PAK"])]).dossier.truces).toEqual([{ event: ceasefire.id }]);
    expect(folded([clash, ceasefire, on(20, "strike", ["PAK"], { to: ["USA"] })]).dossier.truces).toEqual([
      { event: ceasefire.id },
    ]);
  });
});
