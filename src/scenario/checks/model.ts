/** Doctrines and assumptions: names, chances, ranges, and acts that their actor can do. */
import { defaultLimits, defaults } from "../../doctrine/index.ts";
import type { Problem } from "../diagnostic.ts";
import { answered, ofProposal } from "./actors.ts";
import { consents } from "./consent.ts";
import { endless } from "./endless.ts";
import { ofPattern } from "./patterns.ts";
import { itemPath } from "./problem.ts";
import type { Parts } from "./raw.ts";
import { actor, type Names, namesOf } from "./references.ts";
import { assumed, ofStrategy, usedAssumptions } from "./strategies.ts";

/** What is wrong with the parts that a model of the future reads. */
export function model(parts: Parts): readonly Problem[] {
  return [...assumptions(parts), ...doctrines(parts), ...consents(parts), ...endless(parts)];
}

function assumptions(parts: Parts): readonly Problem[] {
  const used = usedAssumptions(parts);
  return Object.entries(parts.assume ?? {}).flatMap(([name, { value, range, basis }]): readonly Problem[] => {
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
    return [
      ...(low <= value && value <= high ? [] : [outside]),
      ...(basis === undefined ? [baseless] : []),
      ...(used === undefined || used.has(name) ? ofDefault(name, parts) : [unused(name, path)]),
    ];
  });
}

function unused(name: string, path: readonly PropertyKey[]): Problem {
  return {
    code: "unused-assumption",
    severity: "warning",
    path,
    atKey: true,
    message: `Nothing rests on ${name}: no chance and no parameter names it.`,
    expected: `a doctrine that names it, or one of our own defaults: ${Object.keys(defaults).join(", ")}`,
  };
}

/** A default of ours that a file sets otherwise keeps within what makes sense. */
function ofDefault(name: string, parts: Parts): readonly Problem[] {
  const limits = Object.entries(defaultLimits).find(([own]) => own === name)?.[1];
  return limits === undefined
    ? []
    : assumed(name, ["assume", name], limits, parts).map((one) => ({ ...one, atKey: true }));
}

type FileDoctrine = NonNullable<Parts["doctrines"]>[string];
type FileRule = Extract<FileDoctrine, readonly unknown[]>[number];

function doctrines(parts: Parts): readonly Problem[] {
  const names = namesOf(parts);
  return Object.entries(parts.doctrines ?? {}).flatMap(([code, doctrine]) => {
    const path = ["doctrines", code];
    const stranger = actor(code, path, names).map((problem) => ({ ...problem, atKey: true }));
    if (!Array.isArray(doctrine)) return [...stranger, ...ofStrategy(doctrine, code, path, parts)];
    const rules = doctrine;
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
    ...(typeof rule.chance === "string" ? assumed(rule.chance, [...path, "chance"], [0, 1], parts) : []),
    ...(rule.if === undefined ? [] : ofPattern(rule.if, [...path, "if"], names)),
    ...ofProposal(rule.with, code, [...path, "with"], parts),
    ...answered(rule.answer, code, [...path, "answer"], parts),
  ];
}

function occasion({ answer, every }: FileRule, path: readonly PropertyKey[]): readonly Problem[] {
  if ((answer === undefined) !== (every === undefined)) return [];
  const message = answer === undefined ? "This rule has no occasion." : "This rule has two occasions.";
  return [{ code: "rule-without-occasion", path, message, expected: "either answer or every" }];
}
