/** Limits on a search: acts, classes of acts and actors that alone may act, or may not, in one list of words. */
import { type ActId, actIds, actOf, actsOfClass, isActId, nearestAct } from "../events/index.ts";
import { Problem } from "../problem/index.ts";

import type { Agent, Constraints } from "../search/index.ts";
import type { InputLabel } from "./input-label.ts";
import { type Parties, sideNamed } from "./names.ts";

/** What is allowed on a way, and the words that set it. */
export interface SearchLimits {
  readonly allowed: Constraints;
  readonly only: readonly string[];
  readonly without: readonly string[];
}

/**
 * The limits that words set. Within `only` acts and classes add up, and so do actors; where both are named, an act must be
 * one of the acts by one of the actors.
 *
 * @throws Problem for a word that is no act, no class and no actor of the scenario, with the nearest
 */
export function limitsOf(
  words: { readonly only: readonly string[]; readonly without: readonly string[] },
  parties: Parties,
  labelOf: (name: string) => InputLabel,
): SearchLimits {
  const [only, without] = [wordsOf(words.only), wordsOf(words.without)];
  const [may, mayNot] = [
    limitsFromWords(only, labelOf("only"), parties),
    limitsFromWords(without, labelOf("without"), parties),
  ];
  // The clock is an actor by itself, and what it does is a class: whichever else is named, it is allowed with that.
  const clock = only.includes(CLOCK);
  const acts = may.acts.length > 0 && clock ? [...may.acts, ...actsOfClass(CLOCK)] : may.acts;
  const actors: readonly Agent[] =
    clock && (may.actors.length > 0 || acts.length === 0) ? [...may.actors, CLOCK] : may.actors;
  const never: readonly Agent[] = without.includes(CLOCK) ? [...mayNot.actors, CLOCK] : mayNot.actors;
  return {
    only,
    without,
    allowed: {
      acts: { ...(acts.length > 0 ? { only: acts } : {}), without: mayNot.acts },
      // To forbid one third party leaves the others.
      actors: { ...(actors.length > 0 ? { only: actors } : {}), without: never.filter((agent) => agent !== "other") },
    },
  };
}

/** The limits as a person says them: `only by PAK`, `without agree`. */
export function limitsText({ only, without }: SearchLimits): string {
  const parts = [
    only.length > 0 ? `only ${only.join(", ")}` : "",
    without.length > 0 ? `without ${without.join(", ")}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

const CLOCK = "clock";

interface WordLimits {
  readonly acts: readonly ActId[];
  readonly actors: readonly Agent[];
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(",").map((word) => word.trim()));
}

function limitsFromWords(words: readonly string[], label: InputLabel, parties: Parties): WordLimits {
  const others = words.filter((word) => word !== CLOCK);
  return {
    acts: others.flatMap((word) => (sideNamed(word, parties) === undefined ? actsOf(word, label, parties) : [])),
    actors: others.flatMap((word) => sideNamed(word, parties) ?? []),
  };
}

function actsOf(word: string, label: InputLabel, { actors }: Parties): readonly ActId[] {
  if (isActId(word)) return [word];
  const classes = [...new Set(actIds.map((id) => actOf(id).class))];
  const [found] = classes.filter((kind) => kind === word);
  if (found !== undefined) return actsOfClass(found);
  const codes = [...Object.keys(actors), "both"];
  const expected = `Expected: an act (demarche acts lists them), a class (${classes.join(", ")}) or an actor (${codes.join(", ")}).`;
  throw new Problem("no-such-act", `${label(word)}: no such act, class or actor.`, {
    suggestion: nearestAct(word, [...actIds, ...classes, ...codes]),
    expected: `\n${expected}`,
  });
}
