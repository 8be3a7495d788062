/** The captions of pictures that the program writes. */
import { type Crisis, crisisOf } from "../crisis/index.ts";
import { captionOf, english, type Words } from "../pictures/index.ts";
import { standText } from "../views/index.ts";
import type { Input } from "./input.ts";
import type { Loaded } from "./load.ts";
import { packageVersion } from "./package.ts";

/** The caption of a picture of a crisis up to its moment; for the bare chart, how to cite it. */
export function captionFor(
  crisis?: Pick<Loaded, "scenario" | "until" | "history" | "input">,
  words: Words = english,
): string {
  if (crisis === undefined) return captionOf(packageVersion(), undefined, words);
  const origin = { told: crisis, moment: standText(crisis.until, words.endOf), hash: crisis.input.hash };
  return captionOf(packageVersion(), origin, words);
}

/** The same for a picture of many futures, below the command that makes it again with its seed. */
export function futuresCaption(
  { scenario, input }: { readonly scenario: Crisis["scenario"]; readonly input: Input },
  command: string,
): string {
  return `${english.futures.again(command)}\n${captionFor({ ...crisisOf(scenario), input })}`;
}
