import { expect, test } from "vitest";
import { type Cause, causeOf, situationAfter, why, whyNot } from "../../src/history/index.ts";
import { PEACE } from "../../src/machine/index.ts";
import { accord, call, folded, overture, recall, strike } from "../support/crisis.ts";

const history = folded();
const ids = (cause: Cause): readonly string[] => [cause.step.event.id, ...cause.because.flatMap(ids)];

test("why names the event that last changed a region and everything that caused it", () => {
  const { state, cause } = why(history, "missionB", 3);
  expect(state).toBe("recalled");
  expect(cause && ids(cause)).toEqual([recall.id, strike.id]);
});

test("why follows the causes through the clock", () => {
  const { cause } = why(history, "course");
  expect(cause?.step.event.act).toBe("commitment-kept");
  expect(cause && ids(cause)).toEqual(expect.arrayContaining([accord.id, call.id, overture.id]));
});

test("why of a region that never moved says that it stands as it opened", () => {
  expect(why(history, "relations")).toEqual({ region: "relations", state: "established" });
});

test("a circle of causes is walked once", () => {
  const [first, second] = folded([strike, { ...recall, because: [strike.id] }]).steps;
  if (first === undefined || second === undefined) throw new Error("two steps expected");
  const turned = { ...first, event: { ...first.event, because: [recall.id] } };
  const cause = causeOf({ ...history, steps: [turned, second] }, turned);
  expect(ids(cause)).toEqual([strike.id, recall.id]);
});

test("why not names the requirements that stop an act now, and what would meet them", () => {
  const barred = situationAfter(history, 3);
  const { verdict, reasons } = whyNot(barred, "return-ambassador", "a");
  expect(verdict).toBe("void");
  expect(reasons.map(({ requirement }) => requirement)).toEqual(["host-consents"]);
  expect(reasons[0]?.remedy).toContain("grant-agrement");
});

test("why not of something valid gives no reason", () => {
  expect(whyNot(PEACE, "recall-ambassador", "a")).toMatchObject({ verdict: "applied", reasons: [] });
});
