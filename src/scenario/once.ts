/** One mistake, one message: what follows from a problem of a file's shape is not told beside it. */
import { calledHere, nearestKey } from "./advice.ts";
import type { Problems, UnplacedProblem } from "./diagnostic.ts";
import { scenarioFile } from "./schema/file.ts";
import { valueAt } from "./values.ts";
import { pathText, say } from "./wording.ts";

/** The problems of a file's shape without those that another one of them explains. */
export function withoutConsequences(problems: Problems, root: unknown): Problems {
  const misspelt = new Map<string, UnplacedProblem[]>();
  for (const one of problems) {
    if (one.code !== "unknown-key") continue;
    const holder = holderOf(one);
    misspelt.set(holder, [...(misspelt.get(holder) ?? []).slice(0, MOST), one]);
  }
  const strayed = problems.filter(isStrayed);
  const wrong = new Set(problems.filter(({ code }) => code === "wrong-type").map(({ path }) => pathText(path)));
  return together(instead(problems, root))
    .filter((one) => one.code !== "out-of-range" || !wrong.has(pathText(one.path)))
    .filter((one) => {
      const holder = holderOf(one);
      if (strayed.some((key) => key !== one && holderOf(key) === holder)) return false;
      // What a mapping must hold together is not asked for where one of its keys is wrong.
      if (one.code === "bad-value" && one.atKey !== true && misspelt.has(pathText(one.path))) return false;
      if (one.code !== "missing") return true;
      const key = String(one.path.at(-1));
      return !(misspelt.get(holder) ?? []).some((other) => meant(other) === key || isWithoutColon(other, key));
    })
    .map((one) => (isStrayed(one) ? told(one) : one));
}

/** One key is missing and one is unknown, in one mapping: that is one mistake, and the other key may be what was meant. */
function instead(problems: Problems, root: unknown): Problems {
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
      meant(strange) !== undefined ||
      (one !== lacking && one !== strange)
    )
      return [one];
    if (one === lacking) return [];
    const key = String(lacking.path.at(-1));
    const value = valueAt(root, strange.path);
    const fits = typeof value === "string" || Array.isArray(value) || key === "with" || key === "add";
    const message = strange.message
      .replace(/\.$/, `, which lacks ${say(key)}.`)
      .replace("at the top, which", "at the top, and the file");
    return [{ ...strange, message, ...(fits ? { suggestion: key } : {}) }];
  });
}

/** A mapping that lacks as many keys as that is something else: it is told once what it lacks. */
const SEVERAL = 3;

function together(problems: Problems): Problems {
  const lacking = Map.groupBy(
    problems.filter(({ code }) => code === "missing"),
    holderOf,
  );
  return problems.flatMap((one): Problems => {
    const holder = holderOf(one);
    const missing = lacking.get(holder) ?? [];
    const keys = [...new Set(missing.map(({ path }) => say(path.at(-1))))];
    if (keys.length < SEVERAL || holder === "") return [one];
    if (one.code === "unknown-key") return [];
    if (one.code !== "missing") return [one];
    const message = `${holder} lacks ${keys.slice(0, -1).join(", ")} and ${keys.at(-1)}.`;
    return one === missing[0] ? [{ ...one, message, expected: "these keys, or a value that belongs here" }] : [];
  });
}

/** The most unknown keys of one mapping that are looked at. */
const MOST = 50;

function meant({ path, among, suggestion }: UnplacedProblem): string | undefined {
  const key = String(path.at(-1));
  const known = among?.known ?? [];
  return suggestion ?? calledHere(key, known) ?? nearestKey(key, known);
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

function told(problem: UnplacedProblem): UnplacedProblem {
  const [holder, key] = problem.path.map(String);
  const message = `${key} stands within ${holder}, though it is a key of the top.`;
  const expected = `${key} in column 1, and what belongs to it below`;
  return { ...problem, code: "unknown-key", message, expected, atKey: true };
}

/** The mapping that a problem's key stands in, or is missing from. */
function holderOf({ path }: UnplacedProblem): string {
  return pathText(path.slice(0, -1));
}
