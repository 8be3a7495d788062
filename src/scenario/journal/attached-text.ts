/** The author's text that came with a line: what an export is laid out by. */
import type { Facts } from "../../journal/index.ts";

/** The text of the latest frame; of one by an older release, put together of what its entries kept. */
export function attachedText({ frame, facts }: Facts): string | undefined {
  if (frame === undefined || "file" in frame) return frame?.text;
  const events = facts.flatMap(({ record: { entry } }) =>
    "text" in entry && entry.text !== undefined && entry.kind !== "frame" ? [entry.text] : [],
  );
  return joined([frame.before, ...events, frame.after]);
}

/** One text after another; a last line without an end gets one, as the first line has it, when something follows. */
function joined(parts: readonly string[]): string {
  const end = parts.map((part) => /\r?\n/.exec(part)?.[0]).find((found) => found !== undefined) ?? "\n";
  const said = parts.filter((part) => part !== "");
  const isWhole = (part: string, k: number) => k === said.length - 1 || part === "\ufeff" || part.endsWith("\n");
  return said.map((part, k) => (isWhole(part, k) ? part : part + end)).join("");
}
