/** The rules of decisions as given, when, then; and what a specification says when it does not hold. */
import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type ActId, event } from "../../src/events/index.ts";
import { fold } from "../../src/history/index.ts";
import { Problem } from "../../src/problem/index.ts";
import { given, type SpecifiedMove } from "../../src/testing/index.ts";
import { accord, beginning, crisis, dyad, recall, strike } from "../support/crisis.ts";

const nothing = given([], { dyad });
const struck = given([strike], beginning);
const agreed = given([strike, recall, accord], beginning);

/** The message of what a specification throws. */
function failure(specification: () => unknown): string {
  try {
    specification();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return "it holds";
}

describe("the law of moves", () => {
  test("force by the party that was struck is retaliation", () =>
    struck
      .when({ act: "strike", from: ["PAK"], to: ["IRN"], because: [strike.id] })
      .then({ act: "strike", from: ["PAK"], because: [strike.id] })
      .thenSituation({ course: "retaliation.answered", ledger: "both" }));

  test("nobody returns from a mission that they did not leave", () =>
    nothing.when({ act: "return-ambassador", from: ["PAK"] }).thenVoid("ambassador-away"));

  test("neither party agrees alone", () =>
    struck
      .when({ act: "agree", from: ["PAK"], fields: { terms: [{ act: "visit", by: "PAK" }] } })
      .thenVoid("mutual-consent")
      .thenSituation({ course: "strike" }));

  test("when the last commitment is carried out, the clock says so", () =>
    given([strike, recall], beginning)
      .when({ act: "agree", from: ["IRN", "PAK"], fields: { terms: [{ act: "return-ambassador", by: "PAK" }] } })
      .then("agree"));

  test("a commitment that nobody carries out lapses", () => {
    const { history } = agreed.whenTimePasses("10d").then({ act: "commitment-lapsed", outstanding: 0 });
    expect(history.situation.terms).toBe("none");
  });

  test("a crisis fades after 180 quiet days, and not a day before", () => {
    struck.whenTimePasses("179d").then();
    struck.whenTimePasses("180d").then("crisis-faded").thenSituation({ course: "normal.full" });
  });

  test("a move may be proposed on a later day, and the clock runs until then", () =>
    struck
      .when({ act: "make-statement", from: ["IRN"], at: "2024-08-01" })
      .then("crisis-faded", { act: "make-statement", at: "2024-08-01T00:00" }));

  test("an opening is full normal relations but for what it names", () =>
    given([], { dyad, opening: { channels: "suspended" } })
      .when({ act: "consult-by-phone", from: ["IRN"] })
      .then("consult-by-phone")
      .thenSituation({ channels: "open", course: "normal" }));
});

describe("a specification that does not hold", () => {
  test("says what the how-to shows", () => {
    const raid = event({ id: "raid", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
    const message = failure(() =>
      given([raid], { dyad })
        .when({ act: "return-ambassador", from: ["PAK"] })
        .then("return-ambassador"),
    );
    expect(readFileSync("docs/how-to/test-with-demarche.md", "utf8")).toContain(message);
  });

  test("shows what was given, what was done, and a refusal beside what was expected", () => {
    expect(failure(() => struck.when({ act: "return-ambassador", from: ["PAK"] }).then("return-ambassador"))).toBe(
      [
        "What follows is not as expected.",
        "Given 2024-01-16 IRN strike → PAK claim=IRN:target claim=PAK:target claim=PAK:casualties (strike-16)",
        "When  PAK proposes return-ambassador",
        "Then",
        "    part             expected  actual",
        "  ≠ verdict          valid     void: ambassador-away",
        "    ambassador-away            The ambassador who returns must be away from an open mission.",
      ].join("\n"),
    );
  });

  test("aligns the keys of an event, and marks those that differ", () => {
    const move: SpecifiedMove = { act: "strike", from: ["PAK"], to: ["IRN"] };
    expect(
      failure(() => nothing.when(move).then({ act: "strike", from: ["IRN"], to: ["IRN"], because: ["raid"] })),
    ).toBe(
      [
        "What follows is not as expected.",
        "Given nothing has happened",
        "When  PAK proposes strike",
        "Then",
        "    part     expected  actual",
        "    act      strike    strike",
        "  ≠ from     IRN       PAK",
        "    to       IRN       IRN",
        "  ≠ because  raid      none",
      ].join("\n"),
    );
  });

  test("shows events that are missing, and those that nobody expected", () => {
    expect(failure(() => struck.whenTimePasses("1d").then("crisis-faded"))).toMatch(/≠ event +crisis-faded +nothing$/m);
    expect(failure(() => struck.whenTimePasses("180d").then())).toMatch(
      /≠ event +nothing +2024-07-14 clock crisis-faded/,
    );
  });

  test("shows every region of a situation that was asked for", () => {
    const result = struck.when({ act: "strike", from: ["PAK"] }).then("strike");
    expect(failure(() => result.thenSituation({ course: ["strike", "normal"], ledger: "both" }))).toMatch(
      /≠ course +strike or normal +retaliation\.answered\n {4}ledger +both +both$/m,
    );
  });

  test("shows that a move was valid, or refused for another reason", () => {
    const recalled = { act: "recall-ambassador", from: ["PAK"] } as const;
    expect(failure(() => struck.when(recalled).thenVoid())).toMatch(
      /≠ verdict +void +valid: \S+ PAK recall-ambassador \(move\)$/m,
    );
    const again = given([recall], beginning).when(recalled);
    expect(failure(() => again.thenVoid("mission-open"))).toMatch(
      /≠ verdict +void: mission-open +void: ambassador-in-post$/m,
    );
  });

  test("shows the last six events of a long history, and how many came before", () => {
    const message = failure(() =>
      given(fold(crisis, beginning))
        .when({ act: "agree", from: ["IRN"], fields: { terms } })
        .then(),
    );
    expect(message.split("\n").filter((line) => /^Given|^ {5}\S?/.test(line))[0]).toBe("Given 3 more before");
  });
  const terms = [{ act: "visit", by: "IRN" }];
});

test("what holds can be returned from a test, and nothing can be waited for by mistake", async () => {
  const result = await struck.when({ act: "strike", from: ["PAK"] }).then("strike");
  expect(result.history.steps).toHaveLength(2);
  const unfinished = Promise.resolve().then(() => struck.when({ act: "strike", from: ["PAK"] }));
  await expect(unfinished).rejects.toThrow("say what follows");
});

test("mistakes of the specification itself are told apart from what does not hold", () => {
  expect(() => struck.when({ act: "strike", from: ["PAK"], at: "2024-01-01" })).toThrow(RangeError);
  expect(() => struck.whenTimePasses("a while")).toThrow(RangeError);
  expect(() => struck.when({ act: "agree", from: ["PAK"] })).toThrow("terms");
});

test("the compiler knows acts, requirements and the fields of events", () => {
  expectTypeOf<SpecifiedMove["act"]>().toEqualTypeOf<ActId>();
  expectTypeOf(nothing.when).parameter(0).toEqualTypeOf<SpecifiedMove>();
  // @ts-expect-error there is no such requirement
  expect(failure(() => struck.when({ act: "strike", from: ["PAK"] }).thenVoid("mission-opened"))).not.toBe("it holds");
  // @ts-expect-error there is no such act
  expect(() => nothing.when({ act: "strik", from: ["PAK"] })).toThrow();
  // @ts-expect-error a strike has no count
  expect(failure(() => struck.whenTimePasses("1d").then({ act: "strike", count: 3 }))).not.toBe("it holds");
});
