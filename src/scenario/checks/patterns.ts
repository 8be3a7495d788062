/** Patterns and outcomes: the parties that they name are there, and they ask for something. */
import type { Path, Problems } from "../diagnostic.ts";
import type { Outcome } from "../outcome.ts";
import type { WrittenExpectation } from "../schema/contract.ts";
import { listOf } from "../schema/event.ts";
import { type PartyPattern, patternShape } from "../schema/pattern.ts";
import type { Parts } from "./parts.ts";
import { ofPossible } from "./possible.ts";
import { problem } from "./problem.ts";
import { actor, event, type Names, namesBetween, namesOf, party, relation } from "./references.ts";

/** What is wrong with the patterns of a file, those of contracts, doctrines and what-ifs apart. */
export function patterns(parts: Parts): Problems {
  const names = namesOf(parts);
  const { expect, opening, outcomes, relations } = parts;
  return [
    ...(expect ?? []).flatMap((one, k) => ofExpectation(one, ["expect", k], names)),
    ...(opening === undefined ? [] : ofPattern(opening, ["opening"], namesBetween(names, undefined))),
    ...(relations ?? []).flatMap((one, k) =>
      one.opening === undefined
        ? []
        : ofPattern(one.opening, ["relations", k, "opening"], namesBetween(names, one.between)),
    ),
    ...Object.entries(outcomes ?? {}).flatMap(([name, one]) => ofOutcome(one, ["outcomes", name], names)),
  ];
}

/** What is expected of a moment or of verdicts: whether it says something, and names what is there. */
export function ofExpectation(one: WrittenExpectation, path: Path, all: Names): Problems {
  const { after, not, verdict, between } = one;
  const judged = Object.keys(verdict ?? {});
  const alone = not === undefined && judged.length === 0;
  const names = namesBetween(all, between);
  return [
    ...relation(between, path, all),
    ...(alone ? ofDemand(one, path, names) : ofPattern(one, path, names)),
    ...ofPossible(patternIn(one), path, names, "this can never be met"),
    ...(not === undefined ? [] : ofDemand(not, [...path, "not"], names)),
    ...(after === undefined ? [] : event(after, [...path, "after"], names)),
    ...judged.flatMap((id) => event(id, [...path, "verdict", id], names).map((p) => ({ ...p, atKey: true }))),
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
export function ofDemand(pattern: object, path: Path, names: Names): Problems {
  const asks = (key: string): boolean => {
    const part: unknown = Reflect.get(pattern, key);
    return part !== undefined && !(typeof part === "object" && part !== null && Object.keys(part).length === 0);
  };
  if (Object.keys(patternShape).some(asks)) return ofPattern(pattern, path, names);
  const expected = `at least one of ${Object.keys(patternShape).join(", ")}`;
  return [problem("empty-pattern", path, "This says nothing of the situation.", expected)];
}

/** Parties in a pattern that the file does not have. */
export function ofPattern(pattern: object, path: Path, names: Names): Problems {
  const missions =
    "missions" in pattern && typeof pattern.missions === "object" ? Object.keys(pattern.missions ?? {}) : [];
  const words = (["course", "measures", "ledger"] as const).flatMap((region) => {
    const written: unknown = Reflect.get(pattern, region);
    return listOf(written).flatMap((word, k) => {
      const [, code] = /by-([A-Z][A-Z0-9]+)$/.exec(String(word)) ?? [];
      return code === undefined ? [] : party(code, [...path, region, k], names);
    });
  });
  return [
    ...missions.flatMap((code) => party(code, [...path, "missions", code], names).map((p) => ({ ...p, atKey: true }))),
    ...words,
  ];
}

function ofOutcome(outcome: Outcome<PartyPattern, string>, path: Path, names: Names): Problems {
  const { since, between } = outcome;
  const from = since === undefined ? [] : event(since, [...path, "since"], names);
  return [...relation(between, path, names), ...from, ...ofObserved(outcome, path, namesBetween(names, between))];
}

function ofObserved(outcome: Outcome<PartyPattern, string>, path: Path, names: Names): Problems {
  if ("pattern" in outcome) {
    const place = [...path, outcome.kind];
    return [
      ...ofDemand(outcome.pattern, place, names),
      ...ofPossible(outcome.pattern, place, names, "no future comes there"),
    ];
  }
  if ("region" in outcome) {
    const [, code] = outcome.region.split(".");
    return code === undefined ? [] : party(code, [...path, "final"], names);
  }
  if (outcome.kind === "peak" || outcome.by === undefined) return [];
  return actor(outcome.by, [...path, "count", "by"], names);
}
