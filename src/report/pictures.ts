/** The pictures of a report: the record, or it and a what-if; the panels beside it; and what may follow a what-if. */
import type { Crisis, FuturesRun } from "../crisis/index.ts";
import { assumptionsOf } from "../futures/index.ts";
import {
  english,
  type Look,
  type Picture,
  type RecordLook,
  recordPicture,
  type Words,
  whatIfPicture,
} from "../pictures/index.ts";
import type { Scenario, Supposed } from "../scenario/index.ts";
import type { FuturesShown } from "./data.ts";

export const pictured = {
  record: (told: Crisis, look: RecordLook): Picture => recordPicture(told, look),
  branch: (told: Crisis, _supposed: Supposed, look: RecordLook): Picture => recordPicture(told, look),
  panels: (_told: Crisis, _look: Look, _width: number): readonly Picture[] => [],
};

/** What followed a what-if, drawn for a desk and for a phone. */
export function futuresShown(
  scenario: Scenario,
  {
    name,
    run: { models, followed },
    command,
  }: { readonly name: string; readonly run: FuturesRun; readonly command: string },
  words: Words = english,
): FuturesShown {
  const told = { scenario, name, models, followed, command, assumptions: assumptionsOf(scenario) };
  const drawn = (width: number): string =>
    whatIfPicture(told, { theme: "auto", width, words, prefix: `${name}-${width}` }).svg;
  return { wide: drawn(1200), narrow: drawn(390) };
}
