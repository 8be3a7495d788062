/** Endless doctrines: rules that answer each other for certain, and so fast that a future can't hold it. */

import { BOUND, ROUNDS, rulesOf, strategyOf } from "../../doctrine/index.ts";
import { type ActId, actOf, parseDuration, when } from "../../events/index.ts";
import { QUIET } from "../../history/index.ts";
import { formatCount } from "../../render/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { warning } from "./problem.ts";
import { placeOfRules } from "./strategies.ts";

/** How often rules that act unasked can come round in a future. */
const MAX_ROUNDS = BOUND * ROUNDS;

/** A rule that acts for certain whenever it is answered to, without end. */
interface CertainRule {
  readonly code: string;
  readonly path: Path;
  readonly act: ActId;
  readonly answers: readonly string[];
  /** The longest that it takes, in minutes. */
  readonly longest: number;
}

/** Doctrines that would fill a future: circles of rules, each reported once at its first rule, and strategies that feed each other. */
export function checkEndless(parts: Parts): Problems {
  return [...checkCircles(parts), ...checkFeeding(parts), ...checkRestless(parts)];
}

/** Rules that come round too often for any future to reach the end of the window. */
function checkRestless(parts: Parts): Problems {
  const length = lengthOf(parts);
  return Object.entries(parts.doctrines ?? {}).flatMap(([code, doctrine]) =>
    rulesOf(doctrine).flatMap(({ every = 0 }, k): Problems => {
      const times = every === 0 ? 0 : Math.floor(length / every);
      if (times < MAX_ROUNDS) return [];
      const message = `This rule comes round ${formatCount(times)} times in the window; a future ends when it has come round ${formatCount(MAX_ROUNDS)} times.`;
      const path = [...placeOfRules(code, doctrine), k, "every"];
      return [warning("endless-doctrines", path, message, "a longer time in every")];
    }),
  );
}

function lengthOf({ window }: Parts): number {
  const { from = "", to = "" } = window ?? {};
  return from === "" || to === "" ? 0 : when(to).end - when(from).start;
}

/**
 * Two strategies of which each act brings one more about on average, or more: the chance that a party goes on by itself, and
 * the chance that the other answers. It is the larger root of the matrix of these chances that counts. Below 1 what they do
 * dies out, whatever they answer with; from 1 on it need not.
 */
function checkFeeding({ parties, doctrines, assume }: Parts): Problems {
  const playing = Object.keys(parties ?? {}).flatMap((code) => {
    const doctrine = Object.hasOwn(doctrines ?? {}, code) ? doctrines?.[code] : undefined;
    if (doctrine?.kind !== "strategy") return [];
    const own = strategyOf(doctrine.use)?.parameters ?? {};
    const value = (name: string): number => {
      const setting = doctrine.parameters[name];
      return (typeof setting === "string" ? assume?.[setting]?.value : setting) ?? own[name]?.value ?? 0;
    };
    return [{ code, use: doctrine.use, answers: value("answers"), goesOn: value("goes-on") }];
  });
  const [one, other] = playing;
  if (one === undefined || other === undefined || one.goesOn + other.goesOn === 0) return [];
  const apart = Math.hypot(one.goesOn - other.goesOn, 2 * Math.sqrt(one.answers * other.answers));
  const each = (one.goesOn + other.goesOn + apart) / 2;
  if (each < 1) return [];
  const message = `${one.code} (${one.use}) and ${other.code} (${other.use}) can feed each other without end: of each act ${each.toFixed(2)} more are to be expected.`;
  const expected = "fewer than one more for each: smaller chances in answers or goes-on";
  return [warning("endless-doctrines", ["doctrines", one.code], message, expected)];
}

function checkCircles(parts: Parts): Problems {
  const rules = certainRules(parts);
  const horizon = lengthOf(parts) + (parseDuration(parts.quiet ?? "") ?? QUIET);
  const reported = new Set<CertainRule>();
  return rules.flatMap((start): Problems => {
    const circle = reported.has(start) ? undefined : circleFrom(start, rules);
    if (circle === undefined) return [];
    for (const one of circle) reported.add(one);
    const duration = circle.reduce((sum, { longest }) => sum + longest, 0);
    if ((duration * BOUND) / circle.length > horizon) return [];
    const way = [...circle, start].map(({ code, act }) => `${code} ${act}`).join(" → ");
    const message = `These rules answer each other for ever: ${way}.`;
    const expected = `fewer than ${BOUND} events in a future: a chance below 1, at-most, if, or a delay`;
    return [warning("endless-doctrines", start.path, message, expected)];
  });
}

/** Rules without any brake: certain, unlimited, in every situation, with an act that is always valid. */
function certainRules({ doctrines, assume }: Parts): readonly CertainRule[] {
  return Object.entries(doctrines ?? {}).flatMap(([code, doctrine]) =>
    rulesOf(doctrine).flatMap((rule, k): readonly CertainRule[] => {
      const { answer, with: act, chance, after, if: pattern } = rule;
      const share = typeof chance === "number" ? chance : assume?.[chance]?.value;
      const longest = after.kind === "between" ? after.most : undefined;
      const braked = rule.atMost !== undefined || Object.keys(pattern).length > 0 || actOf(act).requires.length > 0;
      if (share !== 1 || longest === undefined || braked || answer.length === 0) return [];
      return [{ code, path: [...placeOfRules(code, doctrine), k], act, answers: answer, longest }];
    }),
  );
}

/** The shortest way by which a rule's act comes back to it. */
function circleFrom(start: CertainRule, rules: readonly CertainRule[]): readonly CertainRule[] | undefined {
  const before = new Map<CertainRule, CertainRule | undefined>([[start, undefined]]);
  for (const one of before.keys()) {
    if (answers(start, one)) {
      const way: CertainRule[] = [];
      for (let at: CertainRule | undefined = one; at !== undefined; at = before.get(at)) way.unshift(at);
      return way;
    }
    for (const next of rules) if (!before.has(next) && answers(next, one)) before.set(next, one);
  }
  return undefined;
}

function answers(rule: CertainRule, { code, act }: CertainRule): boolean {
  return rule.code !== code && rule.answers.some((wanted) => wanted === act || wanted === actOf(act).class);
}
