/** Assumptions: every number that a scenario's futures rest on, with its value, its range and its basis. */
import {
  type Assumption,
  type Delay,
  type Doctrine,
  defaults,
  quantile,
  rulesOf,
  strategyOf,
} from "../doctrine/index.ts";
import { MINUTES_PER_DAY } from "../events/index.ts";
import type { Setup } from "./model.ts";

/** A number that a result rests on. */
export interface Resting {
  /** The assumption's name; `CODE.parameter` for a strategy's, `CODE.2.chance` for the second rule's. */
  readonly name: string;
  readonly value: number;
  /** Lowest and highest that is thought possible; absent where nobody said. */
  readonly range?: readonly [lowest: number, highest: number];
  /** Where it comes from; absent where nobody said. */
  readonly basis?: string;
  readonly meaning: string;
  /** Who says so: the file under `assume`, a default of ours, a strategy's own default, or a number in a doctrine. */
  readonly origin: "file" | "default" | "strategy" | "doctrine";
  /** Whether only whole numbers make sense. */
  readonly whole: boolean;
}

/** What assumptions are read from: a scenario, or a setup. */
export type Assuming = Pick<Setup, "doctrines" | "assumptions">;

const MEANINGS: Readonly<Record<keyof typeof defaults, string>> = {
  "default.keeps": "the chance that a party keeps a term that it agreed to",
  "default.term": "days until the deadline of an agreement",
};

/**
 * Every number that futures under these doctrines rest on: the file's assumptions that a doctrine names, our defaults,
 * the parameters of strategies, those nobody set included, and the numbers that stand in rules, with the basis of the
 * rule or strategy that says them. What always or never happens is no estimate and not listed. Each once, by name.
 *
 * @example
 * ```ts
 * import { assumptionsOf } from "demarche";
 * const doctrines = { IRN: { kind: "strategy", use: "generous-tit-for-tat", parameters: {} } } as const;
 * assumptionsOf({ doctrines, assumptions: {} }).find(({ name }) => name === "IRN.generosity")?.range; // => [0, 1]
 * ```
 */
export function assumptionsOf({ doctrines, assumptions }: Assuming): readonly Resting[] {
  const known: Readonly<Record<string, Assumption>> = { ...defaults, ...assumptions };
  const named = (name: string, meaning: string): Resting[] => {
    const found = Object.hasOwn(known, name) ? known[name] : undefined;
    const origin = Object.hasOwn(assumptions, name) ? "file" : "default";
    return found === undefined ? [] : [resting(name, found.value, meaning, origin, found)];
  };
  const all = [
    ...Object.entries(doctrines).flatMap(([code, doctrine]) => ofDoctrine(code, doctrine, named)),
    ...Object.entries(MEANINGS).flatMap(([name, meaning]) => named(name, meaning)),
  ];
  return all.filter(({ name }, k) => all.findIndex((other) => other.name === name) === k);
}

/** Those that can be varied: with a range that leaves room. */
export function rangedOf(resting: readonly Resting[]): readonly Ranged[] {
  return resting.flatMap((one) => {
    const { range } = one;
    return range !== undefined && range[0] < range[1] ? [{ ...one, range }] : [];
  });
}

/** An assumption with a range. */
export type Ranged = Resting & { readonly range: readonly [lowest: number, highest: number] };

type Named = (name: string, meaning: string) => Resting[];

function resting(
  name: string,
  value: number,
  meaning: string,
  origin: Resting["origin"],
  { range, basis }: Pick<Assumption, "range" | "basis">,
): Resting {
  const known = { ...(range === undefined ? {} : { range }), ...(basis === undefined ? {} : { basis }) };
  return { name, value, ...known, meaning, origin, whole: false };
}

function ofDoctrine(code: string, doctrine: Doctrine, named: Named): readonly Resting[] {
  const rules = rulesOf(doctrine).flatMap(({ chance, after, answer, with: act, basis }, k) => {
    const what = answer.length === 0 ? `does ${act} by itself` : `answers ${answer.join(", ")} with ${act}`;
    const meaning = `the chance that ${code} ${what}`;
    const own =
      typeof chance === "string" ? named(chance, meaning) : ofChance(`${code}.${k + 1}.chance`, chance, meaning, basis);
    return [...own, ...ofDelay(`${code}.${k + 1}.after`, after, `days until ${code} ${what}`, basis)];
  });
  return doctrine.kind === "rules" ? rules : [...ofStrategy(code, doctrine, named), ...rules];
}

function ofStrategy(code: string, doctrine: Extract<Doctrine, { kind: "strategy" }>, named: Named): readonly Resting[] {
  const strategy = strategyOf(doctrine.use);
  return Object.entries(strategy?.parameters ?? {}).flatMap(([key, { value, range, meaning, basis }]) => {
    const given = doctrine.parameters[key];
    const name = `${code}.${key}`;
    const told = `${code}: ${meaning}`;
    if (typeof given === "string") return named(given, told);
    if (given !== undefined) return [written(name, given, told, doctrine.basis)];
    return [{ name, value, range, meaning: told, basis, origin: "strategy", whole: isWhole(value, range) } as const];
  });
}

/** A number that stands in a doctrine itself: whoever wrote it there fixed it. */
function written(name: string, value: number, meaning: string, basis: string | undefined): Resting {
  return resting(name, value, meaning, "doctrine", { basis });
}

/** What always or never happens is no assumption about chance. */
function ofChance(name: string, chance: number, meaning: string, basis: string | undefined): readonly Resting[] {
  return chance === 0 || chance === 1 ? [] : [written(name, chance, meaning, basis)];
}

/** A delay by its median; one that is always the same and nought is no assumption. */
function ofDelay(name: string, delay: Delay, meaning: string, basis: string | undefined): readonly Resting[] {
  if (delay.kind === "between" && delay.most === 0) return [];
  const days = quantile(delay, 0.5) / MINUTES_PER_DAY;
  const median = Number(days.toPrecision(6));
  return [written(name, median, `${meaning}: the median of what it says (${delay.kind})`, basis)];
}

/** A number of levels, steps or days: whole at its value and both ends, and with room for more than yes and no. */
function isWhole(value: number, [low, high]: readonly [number, number]): boolean {
  return high - low > 1 && [value, low, high].every(Number.isInteger);
}
