/** Options: what a prediction is about, and what is said of each of them afterwards. */

import { actIds, actOf } from "../../events/index.ts";
import { among, Problem, quoted } from "../../problem/index.ts";
import type { Lesson } from "../../scenario/index.ts";

/** What may be given with a prediction. */
export interface PredictOptions {
  /** Why you think so. */
  readonly because?: string;
  /** Whose next step is meant, by code; anybody's by default. */
  readonly by?: string;
  /** The options with what each says and the feedback that it gets; those of the scenario's question by default. */
  readonly options?: Readonly<Record<string, string | { readonly say?: string; readonly feedback?: string }>>;
  /** The option that came true, where the record can't tell it by an act of that name. */
  readonly happened?: string;
}

/** A prediction as data. */
export interface PredictionData {
  readonly probabilities: Readonly<Record<string, number>>;
  readonly because?: string;
  /** Whether it was made after what happened had been revealed in this session. */
  readonly late: boolean;
}

/** One option. */
export interface Option {
  readonly name: string;
  readonly say?: string;
  readonly feedback?: string;
}

/** The options that are offered: those that are given, else those of the scenario's question; none where acts are meant. */
export function offeredOptions({ options }: PredictOptions, lesson: Lesson | undefined): readonly Option[] {
  if (options !== undefined) {
    return Object.entries(options).map(([name, option]) =>
      typeof option === "string" ? { name, feedback: option } : { name, ...option },
    );
  }
  return (lesson?.options ?? []).map((name) => {
    const feedback = name === lesson?.answer ? lesson.because : undefined;
    return feedback === undefined ? { name } : { name, feedback };
  });
}

/**
 * Probabilities that are right, each divided by their sum, so that thirds written with three digits will do.
 *
 * @throws Problem for an option that there is none, a number that is no probability, or a sum that is not one
 */
export function checkProbabilities(
  probabilities: Readonly<Record<string, number>>,
  options: readonly Option[],
): Readonly<Record<string, number>> {
  const isMapping = typeof probabilities === "object" && probabilities !== null && !Array.isArray(probabilities);
  if (!isMapping || Object.keys(probabilities).length === 0) {
    throw new Problem(
      "bad-prediction",
      `predict expects a probability for each option, such as { ${(options.length > 0
        ? options
        : [{ name: "protest" }, { name: "strike" }]
      )
        .map(({ name }) => `${keyText(name)}: 0.5`)
        .slice(0, 2)
        .join(", ")} }.`,
    );
  }
  const names = options.map(({ name }) => name);
  const knownNames = new Set([...names, ...ACTS, ...CLASSES]);
  const entries = Object.entries(probabilities);
  for (const [name, value] of entries) {
    if (!knownNames.has(name)) {
      throw new Problem(
        "bad-prediction",
        `${quoted(name)} is no option here, and no act.`,
        among(name, names.length > 0 ? names : ACTS),
      );
    }
    if (typeof value !== "number" || !(value >= 0 && value <= 1)) {
      throw new Problem(
        "bad-prediction",
        `${quoted(name)} is given ${typeof value === "number" ? value : quoted(value)}: a probability is a number from 0 to 1.${perCent(value)}`,
      );
    }
  }
  const sum = entries.reduce((total, [, value]) => total + value, 0);
  if (sum === 0) {
    throw new Problem(
      "bad-prediction",
      "Put your own numbers in: nothing is given yet. Something will happen, and what you give to the options adds up to 1.",
    );
  }
  if (Math.abs(sum - 1) > ROUNDING) {
    const [sumText, difference] = [sum, Math.abs(sum - 1)].map((number) => String(Number(number.toFixed(4))));
    throw new Problem(
      "bad-prediction",
      `These probabilities add up to ${sumText}, not to 1: ${sum > 1 ? "take away" : "add"} ${difference}. Something will happen, and only one of the options.`,
    );
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, value / sum]));
}

/** What is probably meant by a number that is no share. */
function perCent(value: unknown): string {
  const number = Number(String(value).replace(/\s*%$/, ""));
  return number > 1 && number <= 100 ? ` For ${number} % write ${number / 100}.` : "";
}

/** Three thirds written as 0.333. */
const ROUNDING = 0.0015;

const ACTS: readonly string[] = actIds.filter((id) => actOf(id).class !== "clock");
const CLASSES: readonly string[] = [...new Set(actIds.map((id) => actOf(id).class))].filter((kind) => kind !== "clock");

/** A key as it is written in an object. */
function keyText(name: string): string {
  return /^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name);
}
