/** Words that several views share: a step's act and verdict, what it changed, its sources. */
import { actOf, type DiplomaticEvent } from "../../events/index.ts";
import { changes, type Step } from "../../history/index.ts";
import type { Dyad, Reason } from "../../machine/index.ts";
import type { Line, TableCell } from "../../render/index.ts";
import type { Telling } from "../telling.ts";
import { nameOf } from "../telling.ts";
import { verdictSigns } from "../timeline.ts";
import { regionName, stateText } from "../words.ts";

/** The name of an act, as the catalogue has it. */
export function actText({ act }: Pick<DiplomaticEvent, "act">): string {
  return actOf(act).label;
}

/** A verdict with its sign: `● applied`. */
export function verdictCell(verdict: Step["verdict"]): TableCell {
  const text = `${verdictSigns[verdict].sign} ${verdict}`;
  return verdict === "void" ? { text, tone: "bad" } : text;
}

/** What a step changed, a line for each region; for a void one why nothing did. */
export function changedText(
  { before, after, verdict, reasons }: Pick<Step, "before" | "after" | "verdict" | "reasons">,
  dyad: Dyad,
): string {
  if (verdict === "void") return reasons.map(({ sentence }) => sentence).join("\n");
  const changed = changes(before, after).map(
    ({ region, from, to }) =>
      `${regionName(region, dyad)}: ${stateText(region, from, dyad)} → ${stateText(region, to, dyad)}`,
  );
  return changed.join("\n") || "nothing";
}

/** Why something is void and what would make it valid, a row for each requirement. */
export function reasonRows(reasons: readonly Reason[]): readonly (readonly TableCell[])[] {
  return reasons.map(({ sentence, rule, remedy }) => [{ text: `✗ ${sentence}`, tone: "bad" }, rule, remedy]);
}

/** The heads over {@link reasonRows}. */
export const reasonHeads: readonly string[] = ["What the law demands", "Rule", "What would give it effect"];

/** A source as a reader would look for it: title, author, publisher, date, address. */
export function sourceText(id: string, { sources }: Pick<Telling["scenario"], "sources">): string {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return id;
  const { title, author, publisher, date, url } = source;
  return [title, author, publisher, date, url].filter((part) => part !== undefined).join(", ");
}

/** The text of a styled line. */
export function plainText(one: Line): string {
  return one
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** An actor by name and code: `Pakistan (PAK)`. */
export function actorText(code: string, scenario: Telling["scenario"]): string {
  const name = nameOf({ scenario }, code);
  return name === code ? code : `${name} (${code})`;
}
