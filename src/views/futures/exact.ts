/** Exact answers as people read them: numbers without intervals, or the sentence that says why there are none. */
import type { Eventually, Exact, Passage } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { formatCount, group, type Line, line, lines, type Part, prose, span, table } from "../../render/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { stateText } from "../words.ts";
import { dayCount } from "./distribution.ts";

/** The exact answers of one model, with the name of what it is. */
export interface ExactAnswers {
  readonly name: string;
  readonly answers: Readonly<Record<string, Exact>>;
}

/**
 * What can be computed instead of counted, outcome by outcome. A reason that holds for everything is given once.
 *
 * @param models in the order in which they are shown
 */
export function exactParts(
  { outcomes, dyad }: { readonly outcomes: Readonly<Record<string, Outcome>>; readonly dyad: Dyad },
  models: readonly ExactAnswers[],
): readonly Part[] {
  const all = models.flatMap(({ answers }) => Object.values(answers));
  const none = "The file asks for no outcome: add some under `outcomes`.";
  if (all.length === 0) return [group("Exactly", prose(none))];
  if (all.every(({ answer }) => answer === "none")) return [lines("Exactly", reasonsOf(models))];
  const columns = [
    { head: "", size: 20 },
    { head: "", rest: 0 },
  ];
  const tables = Object.entries(outcomes).flatMap(([key, outcome], k) => {
    const rows = models.flatMap(({ name, answers }) => {
      const answer = answers[key];
      if (answer === undefined) return [];
      return [[[line("  ", span(name, "faint"))], textsOf(answer, outcome, dyad).map((text) => line(text))]];
    });
    return [...(k === 0 ? [] : [prose("")]), { ...table(key, columns, rows), about: "" }];
  });
  return [group("Exactly", ...tables, prose(""), prose(noteOf(all), "faint"))];
}

/** Why nothing has an exact answer: each reason once, and where there are several, what it is the reason of. */
function reasonsOf(models: readonly ExactAnswers[]): readonly Line[] {
  const reasons = new Map<string, Set<string>>();
  for (const { answers } of models) {
    for (const [key, answer] of Object.entries(answers)) {
      if (answer.answer !== "none") continue;
      reasons.set(answer.why, (reasons.get(answer.why) ?? new Set()).add(key));
    }
  }
  const reasonTexts = [...reasons].map(([why, keys]) =>
    reasons.size === 1 ? why : `${why} (${[...keys].join(", ")})`,
  );
  return reasonTexts.map((text, k) => line(k === 0 ? `Nothing here has an exact answer. ${text}` : text));
}

function textsOf(answer: Exact, outcome: Outcome, dyad: Dyad): readonly string[] {
  switch (answer.answer) {
    case "none":
      return [`no exact answer: ${answer.why}`];
    case "mean":
      return [`mean ${answer.mean.toFixed(4)}`];
    case "passage": {
      const { eventually } = answer;
      const [passage, later] = [passageText(answer), eventuallyText(eventually)];
      return passage === later ? [passage] : [passage, `with no horizon and no quiet period: ${later}`];
    }
    case "shares":
      return Object.entries(answer.shares)
        .filter(([, share]) => share >= 0.00005)
        .toSorted(([, one], [, other]) => other - one)
        .map(([state, share]) => {
          const name = "region" in outcome ? stateText(outcome.region, state, dyad) : `level ${state}:`;
          return `${name} ${percent(share)}`;
        });
  }
}

function passageText({ probability, mean }: Passage): string {
  return `reached in ${percent(probability)}${Number.isNaN(mean) ? "" : `, then after ${dayCount(mean)} d on average`}`;
}

function eventuallyText(eventually: Eventually): string {
  return eventually.answer === "passage" ? passageText(eventually) : eventually.why;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function noteOf(all: readonly Exact[]): string {
  const states = Math.max(0, ...all.map((one) => ("states" in one ? one.states : 0)));
  return `Computed, not counted: a Markov jump process of up to ${formatCount(states)} states, in continuous time. Exact for the model, which is no forecast.`;
}
