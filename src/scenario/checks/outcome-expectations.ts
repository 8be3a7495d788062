/** Expectations of outcomes: the outcome is there, the measure fits it, and there are futures to take it of. */

import { patternWords } from "../../machine/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { isTime, type Outcome, outcomeKinds } from "../outcome.ts";
import { measures, type WrittenOutcome } from "../schema/contract.ts";
import { listOf } from "../schema/event.ts";
import { toOutcome } from "../sides.ts";
import type { Parts } from "./parts.ts";
import { problem, unknownName, warning } from "./problem.ts";

export function checkExpectedOutcome(
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
    return [unknownName("unknown-outcome", [...path, "outcome"], one.outcome, "no outcome of this file", names)];
  }
  const futures = then === "model" && (declared("doctrines").length > 0 || unread.has("doctrines"));
  return [
    ...(futures ? [] : [refuseFutureless(then, path)]),
    ...checkMeasures(one, toOutcome(written, { a, b }), path),
  ];
}

function refuseFutureless(then: string, path: Path): UnplacedProblem {
  const message =
    then === "model"
      ? "This file has no doctrines, so nothing follows by chance."
      : `With then: ${then} nothing follows by chance.`;
  return problem("no-futures", [...path, "outcome"], message, "then: model, in a file with doctrines");
}

function checkMeasures(one: WrittenOutcome, outcome: Outcome, path: Path): Problems {
  const { kind } = outcome;
  const bounded = measures.filter((measure) => one[measure] !== undefined);
  const allowed = outcomeKinds[kind].measures;
  if (bounded.length === 0) {
    return [problem("missing", path, `Nothing is said of ${one.outcome}.`, `one of ${allowed.join(", ")}`)];
  }
  const misfits = bounded.filter((measure) => !allowed.includes(measure));
  return [
    ...misfits.map((measure) =>
      refuseMeasure(measure, `${one.outcome} is of the kind ${kind}, which has no ${measure}.`, allowed, path),
    ),
    ...checkStates(one, outcome, path),
    ...checkUnits(one, outcome, path),
    ...checkSettled(one, path),
  ];
}

function refuseMeasure(key: string, message: string, allowed: readonly string[], path: Path): UnplacedProblem {
  return problem("measure-misfit", [...path, key], message, `one of ${allowed.join(", ")}`, { atKey: true });
}

/** A share of a final state says which; nothing else does. */
function checkStates(one: WrittenOutcome, outcome: Outcome, path: Path): Problems {
  if (outcome.kind !== "final") {
    if (one.in === undefined) return [];
    const message = `${one.outcome} is no final state, so \`in\` says nothing.`;
    return [refuseMeasure("in", message, outcomeKinds[outcome.kind].measures, path)];
  }
  if (one.in === undefined) {
    const message = `${one.outcome} is a final state: say which states count.`;
    return [problem("missing", path, message, "a key in, such as in: normal")];
  }
  const words = patternWords(outcome.region);
  return listOf(one.in).flatMap((word, k) =>
    words.includes(word)
      ? []
      : [unknownName("unknown-word", [...path, "in", k], word, `no state of ${outcome.region}`, words)],
  );
}

/** Times are written as times, and numbers as numbers. */
function checkUnits({ median }: WrittenOutcome, outcome: Outcome, path: Path): Problems {
  const timed = isTime(outcome);
  return Object.entries(median ?? {}).flatMap(([key, value]): Problems => {
    if (value === undefined || (typeof value === "string") === timed) return [];
    const message = `${value} is not what this outcome is counted in.`;
    return [problem("bad-value", [...path, "median", key], message, timed ? "a time, such as 30d" : "a number")];
  });
}

function checkSettled({ share }: WrittenOutcome, path: Path): Problems {
  const warn = (key: string, what: string, expected: string): UnplacedProblem => {
    const message = `No number of futures shows that a share is ${what}.`;
    return warning("never-settled", [...path, "share", key], message, `a bound ${expected}`);
  };
  return [
    ...(share?.["at-least"] === 1 ? [warn("at-least", "1 and not a little less", "below 1, such as 0.99")] : []),
    ...(share?.["at-most"] === 0 ? [warn("at-most", "0 and not a little more", "above 0, such as 0.01")] : []),
  ];
}
