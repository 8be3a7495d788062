/** What stands under a picture that the program writes. */
import { type Crisis, crisisOf } from "../crisis/index.ts";
import { captionOf, english, type Words } from "../pictures/index.ts";
import { standText } from "../views/index.ts";
import type { Input } from "./input.ts";
import type { Loaded } from "./load.ts";
import { packageVersion } from "./package.ts";

/** The caption of a picture of a crisis as far as it is told; of the chart alone, how to cite it. */
export function captionFor(
  told?: Pick<Loaded, "scenario" | "until" | "history" | "input">,
  words: Words = english,
): string {
  if (told === undefined) return captionOf(packageVersion(), undefined, words);
  const origin = { told, moment: standText(told.until, words.endOf), hash: told.input.hash };
  return captionOf(packageVersion(), origin, words);
}

/** The same for a picture of many futures, after the line that makes it again, seed and all. */
export function captionAgain(
  { scenario, input }: { readonly scenario: Crisis["scenario"]; readonly input: Input },
  command: string,
): string {
  return `${english.futures.again(command)}\n${captionFor({ ...crisisOf(scenario), input })}`;
}
