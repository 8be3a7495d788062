/** Named strategies: who may have one, what its parameters are called, and which values make sense. */
import { type Doctrine, defaults, type Parameter, rulesOf, strategyOf } from "../../doctrine/index.ts";
import { guessShare } from "../advice.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { problem, unknownName, warning } from "./problem.ts";

type Strategy = Omit<Extract<Doctrine, { readonly kind: "strategy" }>, "beside">;

/** Where the rules of a doctrine stand in a file. */
export function placeOfRules(code: string, doctrine: Pick<Doctrine, "kind"> | undefined): Path {
  return doctrine?.kind === "strategy" ? ["doctrines", code, "beside"] : ["doctrines", code];
}

export function checkStrategy({ use, parameters: values }: Strategy, code: string, path: Path, parts: Parts): Problems {
  const strategy = strategyOf(use);
  if (strategy === undefined) return [];
  const known = Object.keys(strategy.parameters);
  const problems = Object.entries(values).flatMap(([name, value]): Problems => {
    const place = [...path, name];
    const parameter = Object.hasOwn(strategy.parameters, name) ? strategy.parameters[name] : undefined;
    if (parameter === undefined) {
      return [{ ...unknownName("unknown-parameter", place, name, `no parameter of ${use}`, known), atKey: true }];
    }
    return typeof value === "string"
      ? checkAssumed(value, place, parameter.limits, parts)
      : checkValue(name, value, parameter, place);
  });
  return [...checkHolder(use, code, path, parts), ...problems, ...checkDelay(values, strategy.parameters, path, parts)];
}

/** A strategy answers the other party, so only a party can have one. */
function checkHolder(use: string, code: string, path: Path, { parties, others }: Parts): Problems {
  if (parties === undefined || !Object.hasOwn(others ?? {}, code) || Object.hasOwn(parties, code)) return [];
  const message = `${code} is not a party, and ${use} answers the other party.`;
  const expected = "rules for a third actor, such as { answer: force, with: offer-mediation }";
  return [problem("strategy-not-party", path, message, expected, { atKey: true })];
}

function checkValue(
  name: string,
  value: number,
  { range: [low, high], limits: [least, most] }: Parameter,
  path: Path,
): Problems {
  if (value < least || value > most) {
    const message = `${name} is ${value}, which makes no sense.`;
    return [problem("out-of-range", path, message, `from ${round(least)} to ${most}`)];
  }
  if (value >= low && value <= high) return [];
  const message = `${name} is ${value}, outside the ${low} to ${high} that is thought possible.`;
  const expected = `from ${low} to ${high}, or the name of an assumption that says what it rests on`;
  return [warning("unusual-parameter", path, message, expected)];
}

/** Nine of ten answers can't come sooner than half of them. */
function checkDelay(
  values: Readonly<Record<string, number | string>>,
  parameters: Readonly<Record<string, Parameter>>,
  path: Path,
  { assume }: Parts,
): Problems {
  const numberOf = (name: string): number | undefined => {
    const value = values[name] ?? parameters[name]?.value;
    if (typeof value !== "string") return value;
    return Object.hasOwn(assume ?? {}, value) ? assume?.[value]?.value : undefined;
  };
  const [median, p90] = [numberOf("median"), numberOf("p90")];
  if (median === undefined || p90 === undefined || median < p90) return [];
  const place = [...path, values["p90"] === undefined ? "median" : "p90"];
  const message = `Half of the answers come within ${median} days and nine of ten within ${p90}.`;
  return [problem("delay-backwards", place, message, "p90 longer than median")];
}

/** An assumption that is named where a number within limits is needed. */
export function checkAssumed(
  name: string,
  path: Path,
  [least, most]: readonly [number, number],
  { assume, unread, declared }: Parts,
): Problems {
  const found = assume !== undefined && Object.hasOwn(assume, name) ? assume[name] : undefined;
  if (found === undefined) {
    // What is written and can't be read is reported elsewhere.
    const written = declared("assume");
    if (Object.hasOwn(defaults, name) || written.includes(name)) return [];
    if (unread.has("assume") && written.length === 0) return [];
    const share = guessShare(name)?.toString();
    const missing = unknownName("unknown-assumption", path, name, "no assumption of this scenario", written);
    return [share === undefined ? missing : { ...missing, suggestion: share }];
  }
  const [low, high] = found.range ?? [found.value, found.value];
  if (Math.min(low, found.value) >= least && Math.max(high, found.value) <= most) return [];
  const what =
    least === 0 && most === 1 ? "a chance lies between 0 and 1" : `it has to lie between ${round(least)} and ${most}`;
  const message = `${name} is assumed from ${low} to ${high}, and ${what}.`;
  return [problem("out-of-range", path, message, `an assumption from ${round(least)} to ${most}`)];
}

/** The names of all assumptions that something rests on; undefined when the file's doctrines can't be read. */
export function usedAssumptions({ doctrines, unread }: Parts): ReadonlySet<string> | undefined {
  if (doctrines === undefined || unread.has("doctrines")) return undefined;
  const references = Object.values(doctrines).flatMap((doctrine): readonly unknown[] => {
    const own = doctrine.kind === "rules" ? [] : Object.values(doctrine.parameters);
    return [...own, ...rulesOf(doctrine).map(({ chance }) => chance)];
  });
  return new Set([...Object.keys(defaults), ...references.filter((one) => typeof one === "string")]);
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}
