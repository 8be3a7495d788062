/** One mistake, one message: what follows from a problem with a file's shape is not reported as well. */
import { nearestKey, ourWordFor } from "./advice.ts";
import type { Problems, UnplacedProblem } from "./diagnostic.ts";
import { scenarioFile } from "./schema/file.ts";
import { valueAt } from "./values.ts";
import { pathText, showValue } from "./wording.ts";

/** The problems of a file's shape without those that another one of them explains. */
export function dropConsequences(problems: Problems, root: unknown): Problems {
  const misspelt = new Map<string, UnplacedProblem[]>();
  for (const one of problems) {
    if (one.code !== "unknown-key") continue;
    const holder = holderOf(one);
    misspelt.set(holder, [...(misspelt.get(holder) ?? []).slice(0, MAX_MISSPELT), one]);
  }
  const strayed = problems.filter(isStrayed);
  const wrong = new Set(problems.filter(({ code }) => code === "wrong-type").map(({ path }) => pathText(path)));
  return mergeMissing(mergeMissingAndUnknown(problems, root))
    .filter((one) => one.code !== "out-of-range" || !wrong.has(pathText(one.path)))
    .filter((one) => {
      const holder = holderOf(one);
      if (strayed.some((key) => key !== one && holderOf(key) === holder)) return false;
      // What a mapping must hold together is not asked for where one of its keys is wrong.
      if (one.code === "bad-value" && one.atKey !== true && misspelt.has(pathText(one.path))) return false;
      if (one.code !== "missing") return true;
      const key = String(one.path.at(-1));
      return !(misspelt.get(holder) ?? []).some((other) => guessKey(other) === key || isWithoutColon(other, key));
    })
    .map((one) => (isStrayed(one) ? describeStrayedKey(one) : one));
}

/** One key is missing and one is unknown, in one mapping: that is one mistake, and the other key may be what was meant. */
function mergeMissingAndUnknown(problems: Problems, root: unknown): Problems {
  const holders = Map.groupBy(
    problems.filter(({ code }) => code === "missing" || code === "unknown-key"),
    holderOf,
  );
  return problems.flatMap((one): Problems => {
    const [first, second, ...others] = holders.get(holderOf(one)) ?? [];
    if (first === undefined || second === undefined || others.length > 0 || first.code === second.code) return [one];
    const [lacking, strange] = first.code === "missing" ? [first, second] : [second, first];
    if (
      strange.among === undefined ||
      strange.path.at(-1) === "<<" ||
      guessKey(strange) !== undefined ||
      (one !== lacking && one !== strange)
    )
      return [one];
    if (one === lacking) return [];
    const key = String(lacking.path.at(-1));
    const value = valueAt(root, strange.path);
    const fits = typeof value === "string" || Array.isArray(value) || key === "with" || key === "add";
    const message = strange.message
      .replace(/\.$/, `, which lacks ${showValue(key)}.`)
      .replace("at the top, which", "at the top, and the file");
    return [{ ...strange, message, ...(fits ? { suggestion: key } : {}) }];
  });
}

/** A mapping that lacks this many keys is something else: all that it lacks is reported in one message. */
const MANY_MISSING = 3;

function mergeMissing(problems: Problems): Problems {
  const lacking = Map.groupBy(
    problems.filter(({ code }) => code === "missing"),
    holderOf,
  );
  return problems.flatMap((one): Problems => {
    const holder = holderOf(one);
    const missing = lacking.get(holder) ?? [];
    const keys = [...new Set(missing.map(({ path }) => showValue(path.at(-1))))];
    if (keys.length < MANY_MISSING || holder === "") return [one];
    if (one.code === "unknown-key") return [];
    if (one.code !== "missing") return [one];
    const message = `${holder} lacks ${keys.slice(0, -1).join(", ")} and ${keys.at(-1)}.`;
    return one === missing[0] ? [{ ...one, message, expected: "these keys, or a value that belongs here" }] : [];
  });
}

/** Maximum number of unknown keys checked in one mapping. */
const MAX_MISSPELT = 50;

function guessKey({ path, among, suggestion }: UnplacedProblem): string | undefined {
  const key = String(path.at(-1));
  const known = among?.known ?? [];
  return suggestion ?? ourWordFor(key, known) ?? nearestKey(key, known);
}

/** `name Corvia` as a key, where `name` is missing. */
function isWithoutColon({ path }: UnplacedProblem, key: string): boolean {
  return String(path.at(-1)).startsWith(`${key} `);
}

/** A key of the top without a value within another part: it was indented, and what belongs to it was not. */
function isStrayed({ code, path, message }: UnplacedProblem): boolean {
  return (
    code === "wrong-type" && path.length === 2 && String(path[1]) in scenarioFile.shape && /is empty\.$/.test(message)
  );
}

function describeStrayedKey(problem: UnplacedProblem): UnplacedProblem {
  const [holder, key] = problem.path.map(String);
  const message = `${key} stands within ${holder}, though it is a key of the top.`;
  const expected = `${key} in column 1, and what belongs to it below`;
  return { ...problem, code: "unknown-key", message, expected, atKey: true };
}

/** The mapping that a problem's key stands in, or is missing from. */
function holderOf({ path }: UnplacedProblem): string {
  return pathText(path.slice(0, -1));
}
