/** Doctrines, assumptions and outcomes: names, chances, ranges. */
import type { Problem } from "../diagnostic.ts";
import { itemPath, unknown } from "./problem.ts";
import type { Parts } from "./raw.ts";
import { actor, namesOf, ofPattern } from "./references.ts";

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

function doctrines(parts: Parts): readonly Problem[] {
  const names = namesOf(parts);
  const assumed = Object.keys(parts.assume ?? {});
  return Object.entries(parts.doctrines ?? {}).flatMap(([code, doctrine]) => {
    const path = ["doctrines", code];
    const stranger = actor(code, path, names).map((problem) => ({ ...problem, atKey: true }));
    const rules = Array.isArray(doctrine) ? doctrine : [];
    return [
      ...stranger,
      ...rules.flatMap((rule, k): readonly Problem[] => {
        const place = itemPath(path, rules, k);
        const occasions = [rule.answer, rule.every].filter((one) => one !== undefined).length;
        const unassumed = typeof rule.chance === "string" && !assumed.includes(rule.chance);
        return [
          ...(occasions === 1
            ? []
            : [
                {
                  code: "rule-without-occasion",
                  path: place,
                  message: occasions === 0 ? "This rule has no occasion." : "This rule has two occasions.",
                  expected: "either answer or every",
                } as const,
              ]),
          ...(unassumed
            ? [
                unknown(
                  "unknown-assumption",
                  [...place, "chance"],
                  String(rule.chance),
                  "no assumption of this scenario",
                  assumed,
                ),
              ]
            : []),
          ...(rule.if === undefined ? [] : ofPattern(rule.if, [...place, "if"], names)),
        ];
      }),
    ];
  });
}
