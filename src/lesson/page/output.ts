/** Outputs of cells: what a cell showed when the lesson was built, as it stands in a page. */
import type { Words } from "../../pictures/index.ts";
import { escapeHtml } from "../../render/index.ts";

/** What a cell gave. */
export interface CellOutput {
  /** What it wrote to the console. */
  readonly said: string;
  /** The value of its last expression; undefined when it has none. */
  readonly shown?: { readonly html?: string; readonly svg?: string; readonly text: string };
}

/** What could act in a page, or fetch something. Scripts would not run there anyway: its policy allows only its own. */
const ACTING = /<\s*\/?\s*(script|iframe|frame|frameset|object|embed|applet|meta|link|base|form|template|portal)\b/i;

/** The element in an output that a page may not hold; undefined when there is none. */
export function actingIn({ shown }: CellOutput): string | undefined {
  return ACTING.exec(`${shown?.html ?? ""} ${shown?.svg ?? ""}`)?.[1]?.toLowerCase();
}

/** An output as HTML; empty when the cell gave none. */
export function outputHtml({ said, shown }: CellOutput, { lesson }: Pick<Words, "lesson">): string {
  const parts = [
    ...(said === "" ? [] : [`<pre>${escapeHtml(said.trimEnd())}</pre>`]),
    ...(shown === undefined ? [] : [shown.html ?? shown.svg ?? `<pre>${escapeHtml(shown.text)}</pre>`]),
  ];
  if (parts.length === 0) return "";
  return `<div class="output" role="group" aria-label="${lesson.output}" tabindex="0">${parts.join("\n")}</div>\n`;
}
