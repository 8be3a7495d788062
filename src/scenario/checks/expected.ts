/** Expectations of outcomes: the outcome is there, the measure fits it, and there are futures to take it of. */

import { patternWords } from "../../machine/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { isTime, type Outcome, outcomeKinds } from "../outcome.ts";
import { measures, type WrittenOutcome } from "../schema/contract.ts";
import { listOf } from "../schema/event.ts";
import { toOutcome } from "../sides.ts";
import type { Parts } from "./parts.ts";
import { unknown } from "./problem.ts";

/** What is wrong with an expectation of an outcome in a what-if. */
export function ofExpectedOutcome(
  one: WrittenOutcome,
  then: string,
  path: Path,
  { parties, outcomes, unread, declared }: Parts,
): Problems {
  const [a = "", b = ""] = Object.keys(parties ?? {});
  const written = outcomes !== undefined && Object.hasOwn(outcomes, one.outcome) ? outcomes[one.outcome] : undefined;
  if (written === undefined) {
    const names = declared("outcomes");
    if (names.includes(one.outcome) || (unread.has("outcomes") && names.length === 0)) return [];
    return [unknown("unknown-outcome", [...path, "outcome"], one.outcome, "no outcome of this file", names)];
  }
  const futures = then === "model" && (declared("doctrines").length > 0 || unread.has("doctrines"));
  return [...(futures ? [] : [futureless(then, path)]), ...ofMeasures(one, toOutcome(written, { a, b }), path)];
}

function futureless(then: string, path: Path): UnplacedProblem {
  const message =
    then === "model"
      ? "This file has no doctrines, so nothing follows by chance."
      : `With then: ${then} nothing follows by chance.`;
  return { code: "no-futures", path: [...path, "outcome"], message, expected: "then: model, in a file with doctrines" };
}

function ofMeasures(one: WrittenOutcome, outcome: Outcome, path: Path): Problems {
  const { kind } = outcome;
  const given = measures.filter((measure) => one[measure] !== undefined);
  const allowed = outcomeKinds[kind].measures;
  if (given.length === 0) {
    const expected = `one of ${allowed.join(", ")}`;
    return [{ code: "missing", path, message: `Nothing is said of ${one.outcome}.`, expected }];
  }
  const misfits = given.filter((measure) => !allowed.includes(measure));
  return [
    ...misfits.map((measure) =>
      misfit(measure, `${one.outcome} is of the kind ${kind}, which has no ${measure}.`, allowed, path),
    ),
    ...ofStates(one, outcome, path),
    ...ofUnits(one, outcome, path),
    ...unsettled(one, path),
  ];
}

function misfit(key: string, message: string, allowed: readonly string[], path: Path): UnplacedProblem {
  return {
    code: "measure-misfit",
    path: [...path, key],
    message,
    expected: `one of ${allowed.join(", ")}`,
    atKey: true,
  };
}

/** A share of a final state says which; nothing else does. */
function ofStates(one: WrittenOutcome, outcome: Outcome, path: Path): Problems {
  if (outcome.kind !== "final") {
    return one.in === undefined
      ? []
      : [
          misfit(
            "in",
            `${one.outcome} is no final state, so \`in\` says nothing.`,
            outcomeKinds[outcome.kind].measures,
            path,
          ),
        ];
  }
  if (one.in === undefined) {
    const message = `${one.outcome} is a final state: which states count is not said.`;
    return [{ code: "missing", path, message, expected: "a key in, such as in: normal" }];
  }
  const words = patternWords(outcome.region);
  return listOf(one.in).flatMap((word, k) =>
    words.includes(word)
      ? []
      : [unknown("unknown-word", [...path, "in", k], word, `no state of ${outcome.region}`, words)],
  );
}

/** Times are written as times, and numbers as numbers. */
function ofUnits({ median }: WrittenOutcome, outcome: Outcome, path: Path): Problems {
  const timed = isTime(outcome);
  return Object.entries(median ?? {}).flatMap(([key, value]): Problems => {
    if (value === undefined || (typeof value === "string") === timed) return [];
    const expected = timed ? "a time, such as 30d" : "a number";
    return [
      {
        code: "bad-value",
        path: [...path, "median", key],
        message: `${value} is not what this outcome is counted in.`,
        expected,
      },
    ];
  });
}

function unsettled({ share }: WrittenOutcome, path: Path): Problems {
  const told = (key: "at-least" | "at-most", value: number): UnplacedProblem => ({
    code: "never-settled",
    severity: "warning",
    path: [...path, "share", key],
    message: `No number of futures shows that a share is ${value === 1 ? "1 and not a little less" : "0 and not a little more"}.`,
    expected: value === 1 ? "a bound below 1, such as 0.99" : "a bound above 0, such as 0.01",
  });
  return [
    ...(share?.["at-least"] === 1 ? [told("at-least", 1)] : []),
    ...(share?.["at-most"] === 0 ? [told("at-most", 0)] : []),
  ];
}
