/** The acts option of generators: a word that is no act, or acts of nobody, are refused with a sentence before anything is drawn. */
import { describe, expect, test } from "vitest";
import type { ActId } from "../../src/events/index.ts";
import {
  eventArbitrary,
  recordArbitrary,
  ruleArbitrary,
  setupArbitrary,
  validHistoryArbitrary,
  validRecordArbitrary,
  whatIfArbitrary,
} from "../../src/testing/index.ts";

/** Acts as a script writes them that no compiler has seen. */
function untyped(...words: readonly string[]): readonly ActId[] {
  return JSON.parse(JSON.stringify(words));
}

const generators: Readonly<Record<string, (acts: readonly ActId[]) => unknown>> = {
  validHistoryArbitrary: (acts) => validHistoryArbitrary({ acts }),
  validRecordArbitrary: (acts) => validRecordArbitrary({ acts }),
  recordArbitrary: (acts) => recordArbitrary({ acts }),
  whatIfArbitrary: (acts) => whatIfArbitrary({ acts }),
  ruleArbitrary: (acts) => ruleArbitrary(["party"], { acts }),
  setupArbitrary: (acts) => setupArbitrary({ acts }),
};

describe.each(Object.entries(generators))("%s", (_, generator) => {
  test("names the act that was probably meant", () => {
    expect(() => generator(untyped("strike", "protst"))).toThrow(
      new RangeError('"protst" is no act of the catalogue. Did you mean "lodge-protest"? demarche acts lists them.'),
    );
  });

  test("knows no act that every object has", () => {
    expect(() => generator(untyped("constructor"))).toThrow(RangeError);
  });

  test("refuses a list of none", () => {
    expect(() => generator([])).toThrow(
      new RangeError("acts is empty: name at least one act, or leave it out for all."),
    );
  });
});

test("an event of no act is refused too", () => {
  for (const act of untyped("protst")) expect(() => eventArbitrary(act)).toThrow(/Did you mean "lodge-protest"/);
});

test("a valid history needs an act that somebody can do", () => {
  expect(() => validHistoryArbitrary({ acts: ["crisis-faded"] })).toThrow(
    new RangeError("Nobody can do crisis-faded: the clock does."),
  );
});
