/** Doctrines and assumptions: names, chances, ranges, and acts that their actor can do. */
import { type Doctrine, defaultLimits, defaults, rulesOf } from "../../doctrine/index.ts";
import { needsConsent } from "../../events/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import type { ReadRule } from "../schema/doctrine.ts";
import type { PartyPattern } from "../schema/pattern.ts";
import type { Pair } from "../schema/web.ts";
import { checkAnswerable, checkProposal } from "./actors.ts";
import { checkEndless } from "./endless-doctrines.ts";
import { checkPossible } from "./impossible-patterns.ts";
import type { Parts } from "./parts.ts";
import { checkPatternParties } from "./patterns.ts";
import { problem, warning } from "./problem.ts";
import { checkActor, checkRelation, type Names, namesBetween, namesOf } from "./references.ts";
import { checkAssumed, checkStrategy, placeOfRules, usedAssumptions } from "./strategies.ts";

export function checkModel(parts: Parts): Problems {
  const found = [...checkAssumptions(parts), ...checkDoctrines(parts), ...checkConsents(parts), ...checkEndless(parts)];
  // An assumption that is misspelt where it is named is not unused as well.
  const misspelt = found.some(({ code }) => code === "unknown-assumption");
  return found.filter(({ code }) => !misspelt || code !== "unused-assumption");
}

function checkAssumptions(parts: Parts): Problems {
  const used = usedAssumptions(parts);
  return Object.entries(parts.assume ?? {}).flatMap(([name, { value, range, basis }]): Problems => {
    const [low, high] = range ?? [value, value];
    const path = ["assume", name];
    const message = `The range ${low} to ${high} of ${name} does not contain its value ${value}.`;
    const exchanged = high <= value && value <= low ? { suggestion: `[${high}, ${low}]` } : {};
    const expected = "lowest first, with the value in between";
    const outside = problem("range-without-value", [...path, "range"], message, expected, exchanged);
    return [
      ...(low <= value && value <= high ? [] : [outside]),
      ...(basis === undefined ? [warnOfNoBasis(`${name} does not say what it rests on.`, path, true)] : []),
      ...(used === undefined || used.has(name) ? checkDefault(name, parts) : [warnOfUnused(name, path)]),
    ];
  });
}

function warnOfUnused(name: string, path: Path): UnplacedProblem {
  const message = `Nothing rests on ${name}: no chance and no parameter names it.`;
  const expected = `a doctrine that names it, or one of our own defaults: ${Object.keys(defaults).join(", ")}`;
  return warning("unused-assumption", path, message, expected, { atKey: true });
}

/** A default of ours that a file sets otherwise keeps within what makes sense. */
function checkDefault(name: string, parts: Parts): Problems {
  const limits = Object.entries(defaultLimits).find(([own]) => own === name)?.[1];
  return limits === undefined
    ? []
    : checkAssumed(name, ["assume", name], limits, parts).map((one) => ({ ...one, atKey: true }));
}

function checkDoctrines(parts: Parts): Problems {
  const names = namesOf(parts);
  return Object.entries(parts.doctrines ?? {}).flatMap(([code, doctrine]) => {
    const path = ["doctrines", code];
    const ofRules = (place: Path): Problems =>
      rulesOf(doctrine).flatMap((rule, k) => checkRule(rule, code, [...place, k], parts, names));
    const stranger = checkActor(code, path, names).map((problem) => ({ ...problem, atKey: true }));
    if (doctrine.kind === "strategy") {
      const basisProblems = checkStrategyBasis(doctrine, code, path);
      return [
        ...stranger,
        ...basisProblems,
        ...checkStrategy(doctrine, code, path, parts),
        ...ofRules([...path, "beside"]),
      ];
    }
    return [...stranger, ...ofRules(path)];
  });
}

function checkRule(rule: ReadRule, code: string, path: Path, parts: Parts, names: Names): Problems {
  return [
    ...checkOccasion(rule, path),
    ...checkRuleBasis(rule, code, path),
    ...(typeof rule.chance === "string" ? checkAssumed(rule.chance, [...path, "chance"], [0, 1], parts) : []),
    ...checkRelation(rule.between, path, names),
    ...(rule.elsewhere === undefined
      ? checkCondition(rule.if, path, rule.between, names)
      : checkElsewhere(rule.elsewhere, path, names)),
    ...checkProposal(rule.with, code, [...path, "with"], parts),
    ...checkAnswerable(rule.answer, code, [...path, "answer"], parts),
  ];
}

/** The situation that a rule asks for in the relation in which it acts: of one that is named, or of any of its actor's. */
function checkCondition(pattern: PartyPattern, path: Path, between: Pair | undefined, names: Names): Problems {
  const own = between === undefined && names.relations.length > 1 ? names : namesBetween(names, between);
  const place = [...path, "if"];
  return [...checkPatternParties(pattern, place, own), ...checkPossible(pattern, place, own, "the rule never acts")];
}

function checkElsewhere({ between, pattern }: NonNullable<ReadRule["elsewhere"]>, path: Path, names: Names): Problems {
  return [...checkRelation(between, [...path, "if"], names), ...checkCondition(pattern, path, between, names)];
}

function checkOccasion({ answer, every }: Pick<ReadRule, "answer" | "every">, path: Path): Problems {
  if ((answer.length === 0) !== (every === undefined)) return [];
  const message = answer.length === 0 ? "This rule has no occasion." : "This rule has two occasions.";
  return [problem("rule-without-occasion", path, message, "either answer or every")];
}

/** A chance that is neither none nor certain, or a delay, is an estimate. */
function checkRuleBasis({ chance, after, basis }: ReadRule, code: string, path: Path): Problems {
  const chances = typeof chance === "number" && chance > 0 && chance < 1;
  const delays = !(after.kind === "between" && after.most === 0);
  if (basis !== undefined || !(chances || delays)) return [];
  const what = chances && delays ? "chance and delay" : chances ? "chance" : "delay";
  return [
    warnOfNoBasis(
      `This rule of ${code} does not say what its ${what} ${what.includes("and") ? "rest" : "rests"} on.`,
      path,
    ),
  ];
}

function checkStrategyBasis(
  { use, basis, parameters: values }: Omit<Extract<Doctrine, { readonly kind: "strategy" }>, "beside">,
  code: string,
  path: Path,
): Problems {
  const own = Object.keys(values).filter((name) => typeof values[name] === "number");
  if (basis !== undefined || own.length === 0) return [];
  const rests = own.length === 1 ? `${own.join()} rests` : `${own.join(", ")} rest`;
  return [warnOfNoBasis(`${code}, which uses ${use}, does not say what its ${rests} on.`, path, true)];
}

function warnOfNoBasis(message: string, path: Path, atKey = false): UnplacedProblem {
  const expected = "a key basis: data with a citation, literature, or whose judgement";
  return warning("no-basis", path, message, expected, { atKey });
}

/**
 * Rules of a party whose act waits for a consent that no rule of the other party ever gives. A party without rules may be
 * there to be played, so it is not reported.
 */
function checkConsents({ parties, doctrines }: Parts): Problems {
  const codes = Object.keys(parties ?? {});
  if (codes.length !== 2) return [];
  return codes.flatMap((code) => {
    const other = codes.find((one) => one !== code) ?? "";
    const joined = new Set<string>(rulesOf(doctrines?.[other]).map((rule) => rule.with));
    if (joined.size === 0) return [];
    return rulesOf(doctrines?.[code]).flatMap(({ with: act }, k): Problems => {
      if (!needsConsent(act) || joined.has(act)) return [];
      const path = [...placeOfRules(code, doctrines?.[code]), k, "with"];
      const message = `${code} proposes ${act}, which needs both parties, and no rule of ${other} proposes it.`;
      return [warning("consent-of-nobody", path, message, `a rule of ${other} with: ${act}`)];
    });
  });
}
