/** Doctrines and assumptions: names, chances, ranges, and acts that their actor can do. */
import type { Problem } from "../diagnostic.ts";
import { ofProposal } from "./actors.ts";
import { ofPattern } from "./patterns.ts";
import { itemPath, unknown } from "./problem.ts";
import type { Parts } from "./raw.ts";
import { actor, type Names, namesOf } from "./references.ts";

/** What is wrong with the parts that a model of the future reads. */
export function model(parts: Parts): readonly Problem[] {
  return [...assumptions(parts), ...doctrines(parts)];
}

function assumptions({ assume }: Parts): readonly Problem[] {
  return Object.entries(assume ?? {}).flatMap(([name, { value, range, basis }]): readonly Problem[] => {
    const [low, high] = range ?? [value, value];
    const path = ["assume", name];
    const outside: Problem = {
      code: "range-without-value",
      path: [...path, "range"],
      message: `The range ${low} to ${high} of ${name} does not contain its value ${value}.`,
      expected: "lowest first, with the value in between",
    };
    const baseless: Problem = {
      code: "no-basis",
      severity: "warning",
      path,
      atKey: true,
      message: `${name} does not say what it rests on.`,
      expected: "a key basis: data with a citation, literature, or whose judgement",
    };
    return [...(low <= value && value <= high ? [] : [outside]), ...(basis === undefined ? [baseless] : [])];
  });
}

type FileDoctrine = NonNullable<Parts["doctrines"]>[string];
type FileRule = Extract<FileDoctrine, readonly unknown[]>[number];

function doctrines(parts: Parts): readonly Problem[] {
  const names = namesOf(parts);
  return Object.entries(parts.doctrines ?? {}).flatMap(([code, doctrine]) => {
    const path = ["doctrines", code];
    const stranger = actor(code, path, names).map((problem) => ({ ...problem, atKey: true }));
    const rules = Array.isArray(doctrine) ? doctrine : [];
    return [...stranger, ...rules.flatMap((rule, k) => ofRule(rule, code, itemPath(path, rules, k), parts, names))];
  });
}

function ofRule(
  rule: FileRule,
  code: string,
  path: readonly PropertyKey[],
  parts: Parts,
  names: Names,
): readonly Problem[] {
  return [
    ...occasion(rule, path),
    ...(typeof rule.chance === "string" ? chance(rule.chance, [...path, "chance"], parts) : []),
    ...(rule.if === undefined ? [] : ofPattern(rule.if, [...path, "if"], names)),
    ...ofProposal(rule.with, code, [...path, "with"], parts),
  ];
}

function occasion({ answer, every }: FileRule, path: readonly PropertyKey[]): readonly Problem[] {
  if ((answer === undefined) !== (every === undefined)) return [];
  const message = answer === undefined ? "This rule has no occasion." : "This rule has two occasions.";
  return [{ code: "rule-without-occasion", path, message, expected: "either answer or every" }];
}

function chance(name: string, path: readonly PropertyKey[], { assume }: Parts): readonly Problem[] {
  const found = assume !== undefined && Object.hasOwn(assume, name) ? assume[name] : undefined;
  if (found === undefined) {
    return [unknown("unknown-assumption", path, name, "no assumption of this scenario", Object.keys(assume ?? {}))];
  }
  const [low, high] = found.range ?? [found.value, found.value];
  if (low >= 0 && high <= 1) return [];
  const message = `${name} is assumed from ${low} to ${high}, and a chance lies between 0 and 1.`;
  return [{ code: "out-of-range", path, message, expected: "an assumption from 0 to 1" }];
}
