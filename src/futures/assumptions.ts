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
  /** The lowest and highest value thought possible; absent where none is given. */
  readonly range?: readonly [lowest: number, highest: number];
  /** Where it comes from; absent where no source is given. */
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
  const assumptionsByName: Readonly<Record<string, Assumption>> = { ...defaults, ...assumptions };
  const lookUp = (name: string, meaning: string): Resting[] => {
    const found = Object.hasOwn(assumptionsByName, name) ? assumptionsByName[name] : undefined;
    const origin = Object.hasOwn(assumptions, name) ? "file" : "default";
    return found === undefined ? [] : [createResting(name, found.value, meaning, origin, found)];
  };
  const all = [
    ...Object.entries(doctrines).flatMap(([code, doctrine]) => assumptionsOfDoctrine(code, doctrine, lookUp)),
    ...Object.entries(MEANINGS).flatMap(([name, meaning]) => lookUp(name, meaning)),
  ];
  return all.filter(({ name }, k) => all.findIndex((other) => other.name === name) === k);
}

/** Those that can be varied: with a range that leaves room. */
export function rangedOf(resting: readonly Resting[]): readonly Ranged[] {
  return resting.flatMap((assumption) => {
    const { range } = assumption;
    return range !== undefined && range[0] < range[1] ? [{ ...assumption, range }] : [];
  });
}

/** An assumption with a range. */
export type Ranged = Resting & { readonly range: readonly [lowest: number, highest: number] };

type LookUp = (name: string, meaning: string) => Resting[];

function createResting(
  name: string,
  value: number,
  meaning: string,
  origin: Resting["origin"],
  { range, basis }: Pick<Assumption, "range" | "basis">,
): Resting {
  const optional = { ...(range === undefined ? {} : { range }), ...(basis === undefined ? {} : { basis }) };
  return { name, value, ...optional, meaning, origin, whole: false };
}

function assumptionsOfDoctrine(code: string, doctrine: Doctrine, lookUp: LookUp): readonly Resting[] {
  const rules = rulesOf(doctrine).flatMap(({ chance, after, answer, with: act, basis }, k) => {
    const what = answer.length === 0 ? `does ${act} by itself` : `answers ${answer.join(", ")} with ${act}`;
    const meaning = `the chance that ${code} ${what}`;
    const own =
      typeof chance === "string"
        ? lookUp(chance, meaning)
        : chanceAssumption(`${code}.${k + 1}.chance`, chance, meaning, basis);
    return [...own, ...delayAssumption(`${code}.${k + 1}.after`, after, `days until ${code} ${what}`, basis)];
  });
  return doctrine.kind === "rules" ? rules : [...assumptionsOfStrategy(code, doctrine, lookUp), ...rules];
}

function assumptionsOfStrategy(
  code: string,
  doctrine: Extract<Doctrine, { kind: "strategy" }>,
  lookUp: LookUp,
): readonly Resting[] {
  const strategy = strategyOf(doctrine.use);
  return Object.entries(strategy?.parameters ?? {}).flatMap(([key, { value, range, meaning, basis }]) => {
    const setting = doctrine.parameters[key];
    const name = `${code}.${key}`;
    const fullMeaning = `${code}: ${meaning}`;
    if (typeof setting === "string") return lookUp(setting, fullMeaning);
    if (setting !== undefined) return [doctrineNumber(name, setting, fullMeaning, doctrine.basis)];
    return [
      { name, value, range, meaning: fullMeaning, basis, origin: "strategy", whole: isWhole(value, range) } as const,
    ];
  });
}

/** A number written in a doctrine itself, fixed by its author. */
function doctrineNumber(name: string, value: number, meaning: string, basis: string | undefined): Resting {
  return createResting(name, value, meaning, "doctrine", { basis });
}

/** What always or never happens is no assumption about chance. */
function chanceAssumption(
  name: string,
  chance: number,
  meaning: string,
  basis: string | undefined,
): readonly Resting[] {
  return chance === 0 || chance === 1 ? [] : [doctrineNumber(name, chance, meaning, basis)];
}

/** A delay by its median; one that is always the same and nought is no assumption. */
function delayAssumption(name: string, delay: Delay, meaning: string, basis: string | undefined): readonly Resting[] {
  if (delay.kind === "between" && delay.most === 0) return [];
  const days = quantile(delay, 0.5) / MINUTES_PER_DAY;
  const median = Number(days.toPrecision(6));
  return [doctrineNumber(name, median, `${meaning}: the median of what it says (${delay.kind})`, basis)];
}

/** A number of levels, steps or days: whole at its value and both ends, and with room for more than yes and no. */
function isWhole(value: number, [low, high]: readonly [number, number]): boolean {
  return high - low > 1 && [value, low, high].every(Number.isInteger);
}
