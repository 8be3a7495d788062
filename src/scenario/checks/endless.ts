/** Endless doctrines: rules that answer each other for certain, and so fast that a future can't hold it. */
import { type ActId, actOf, parseDuration, when } from "../../events/index.ts";
import { QUIET } from "../../history/index.ts";
import type { UnplacedProblem } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";

/** So many events a future holds unless it is told otherwise, as the simulation has it. */
const BOUND = 1000;

/** A rule that acts for certain whenever it is answered to, without end. */
interface Certain {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly act: ActId;
  readonly answers: readonly string[];
  /** The longest that it takes, in minutes. */
  readonly longest: number;
}

/** Circles of rules that would fill a future. Each is told once, at its first rule. */
export function endless(parts: Parts): readonly UnplacedProblem[] {
  const rules = certain(parts);
  const { from = "", to = "" } = parts.window ?? {};
  const length = from === "" || to === "" ? 0 : when(to).end - when(from).start;
  const horizon = length + (parseDuration(parts.quiet ?? "") ?? QUIET);
  const told = new Set<Certain>();
  return rules.flatMap((start): readonly UnplacedProblem[] => {
    const circle = told.has(start) ? undefined : circleFrom(start, rules);
    if (circle === undefined) return [];
    for (const one of circle) told.add(one);
    const once = circle.reduce((sum, { longest }) => sum + longest, 0);
    if ((once * BOUND) / circle.length > horizon) return [];
    const way = [...circle, start].map(({ code, act }) => `${code} ${act}`).join(" → ");
    return [
      {
        code: "endless-doctrines",
        severity: "warning",
        path: start.path,
        message: `These rules answer each other for ever: ${way}.`,
        expected: `fewer than ${BOUND} events in a future: a chance below 1, at-most, if, or a delay`,
      },
    ];
  });
}

/** Rules without any brake: certain, unlimited, in every situation, with an act that is always valid. */
function certain({ doctrines, assume }: Parts): readonly Certain[] {
  return Object.entries(doctrines ?? {}).flatMap(([code, doctrine]) =>
    (doctrine.kind === "rules" ? doctrine.rules : []).flatMap((rule, k): readonly Certain[] => {
      const { answer, with: act, chance, after, if: pattern } = rule;
      const share = typeof chance === "number" ? chance : assume?.[chance]?.value;
      const longest = after.kind === "between" ? after.most : undefined;
      const braked = rule.atMost !== undefined || Object.keys(pattern).length > 0 || actOf(act).requires.length > 0;
      if (share !== 1 || longest === undefined || braked || answer.length === 0) return [];
      return [{ code, path: ["doctrines", code, k], act, answers: answer, longest }];
    }),
  );
}

/** The shortest way by which a rule's act comes back to it. */
function circleFrom(start: Certain, rules: readonly Certain[]): readonly Certain[] | undefined {
  const before = new Map<Certain, Certain | undefined>([[start, undefined]]);
  for (const one of before.keys()) {
    if (answers(start, one)) {
      const way: Certain[] = [];
      for (let at: Certain | undefined = one; at !== undefined; at = before.get(at)) way.unshift(at);
      return way;
    }
    for (const next of rules) if (!before.has(next) && answers(next, one)) before.set(next, one);
  }
  return undefined;
}

function answers(rule: Certain, { code, act }: Certain): boolean {
  return rule.code !== code && rule.answers.some((wanted) => wanted === act || wanted === actOf(act).class);
}
