/** Patterns and outcomes: the parties that they name are there, and they ask for something. */
import type { Path, Problems } from "../diagnostic.ts";
import type { Outcome } from "../outcome.ts";
import type { WrittenExpectation } from "../schema/contract.ts";
import { listOf } from "../schema/event.ts";
import { type PartyPattern, patternShape } from "../schema/pattern.ts";
import { checkPossible } from "./impossible-patterns.ts";
import type { Parts } from "./parts.ts";
import { problem } from "./problem.ts";
import {
  checkActor,
  checkEventId,
  checkParty,
  checkRelation,
  type Names,
  namesBetween,
  namesOf,
} from "./references.ts";

/** What is wrong with the patterns of a file, those of contracts, doctrines and what-ifs apart. */
export function checkPatterns(parts: Parts): Problems {
  const names = namesOf(parts);
  const { expect, opening, outcomes, relations } = parts;
  return [
    ...(expect ?? []).flatMap((one, k) => checkExpectation(one, ["expect", k], names)),
    ...(opening === undefined ? [] : checkPatternParties(opening, ["opening"], namesBetween(names, undefined))),
    ...(relations ?? []).flatMap((one, k) =>
      one.opening === undefined
        ? []
        : checkPatternParties(one.opening, ["relations", k, "opening"], namesBetween(names, one.between)),
    ),
    ...Object.entries(outcomes ?? {}).flatMap(([name, one]) => checkOutcome(one, ["outcomes", name], names)),
  ];
}

/** What is expected of a moment or of verdicts: whether it says something, and names what is there. */
export function checkExpectation(one: WrittenExpectation, path: Path, all: Names): Problems {
  const { after, not, verdict, between } = one;
  const judged = Object.keys(verdict ?? {});
  const alone = not === undefined && judged.length === 0;
  const names = namesBetween(all, between);
  return [
    ...checkRelation(between, path, all),
    ...(alone ? checkDemand(one, path, names) : checkPatternParties(one, path, names)),
    ...checkPossible(patternIn(one), path, names, "this can never be met"),
    ...(not === undefined ? [] : checkDemand(not, [...path, "not"], names)),
    ...(after === undefined ? [] : checkEventId(after, [...path, "after"], names)),
    ...judged.flatMap((id) => checkEventId(id, [...path, "verdict", id], names).map((p) => ({ ...p, atKey: true }))),
  ];
}

/** What an expectation says of the situation. */
function patternIn({
  at: _,
  after: __,
  not: ___,
  verdict: ____,
  between: _____,
  ...pattern
}: WrittenExpectation): PartyPattern {
  return pattern;
}

/** A pattern that is expected or forbidden: one that names nothing holds always, and says nothing. */
export function checkDemand(pattern: object, path: Path, names: Names): Problems {
  const asks = (key: string): boolean => {
    const part: unknown = Reflect.get(pattern, key);
    return part !== undefined && !(typeof part === "object" && part !== null && Object.keys(part).length === 0);
  };
  if (Object.keys(patternShape).some(asks)) return checkPatternParties(pattern, path, names);
  const expected = `at least one of ${Object.keys(patternShape).join(", ")}`;
  return [problem("empty-pattern", path, "This says nothing of the situation.", expected)];
}

/** Parties in a pattern that the file does not have. */
export function checkPatternParties(pattern: object, path: Path, names: Names): Problems {
  const missions =
    "missions" in pattern && typeof pattern.missions === "object" ? Object.keys(pattern.missions ?? {}) : [];
  const words = (["course", "measures", "ledger"] as const).flatMap((region) => {
    const written: unknown = Reflect.get(pattern, region);
    return listOf(written).flatMap((word, k) => {
      const [, code] = /by-([A-Z][A-Z0-9]+)$/.exec(String(word)) ?? [];
      return code === undefined ? [] : checkParty(code, [...path, region, k], names);
    });
  });
  return [
    ...missions.flatMap((code) =>
      checkParty(code, [...path, "missions", code], names).map((p) => ({ ...p, atKey: true })),
    ),
    ...words,
  ];
}

function checkOutcome(outcome: Outcome<PartyPattern, string>, path: Path, names: Names): Problems {
  const { since, between } = outcome;
  const from = since === undefined ? [] : checkEventId(since, [...path, "since"], names);
  return [
    ...checkRelation(between, path, names),
    ...from,
    ...checkObserved(outcome, path, namesBetween(names, between)),
  ];
}

function checkObserved(outcome: Outcome<PartyPattern, string>, path: Path, names: Names): Problems {
  if ("pattern" in outcome) {
    const place = [...path, outcome.kind];
    return [
      ...checkDemand(outcome.pattern, place, names),
      ...checkPossible(outcome.pattern, place, names, "no future comes there"),
    ];
  }
  if ("region" in outcome) {
    const [, code] = outcome.region.split(".");
    return code === undefined ? [] : checkParty(code, [...path, "final"], names);
  }
  if (outcome.kind === "peak" || outcome.by === undefined) return [];
  return checkActor(outcome.by, [...path, "count", "by"], names);
}
