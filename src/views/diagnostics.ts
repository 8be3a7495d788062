/** Remarks on a file: each problem with its place, the line itself, and what to try. */
import { BLANK, type Block, line, plural, type Style, span, wrap } from "../render/index.ts";
import { codeFrame, type Place } from "../scenario/index.ts";

/** Something to say about a place of a file. Diagnostics are remarks; so are void events and findings. */
export interface Remark extends Place {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  readonly file: string;
  /** Where in the data, such as `events[3].act`; empty when it concerns the whole. */
  readonly path: string;
  readonly expected?: string;
  readonly suggestion?: string;
}

/** The maximum number of remarks shown; a file with more has one cause, which is among the first. */
const MAX_SHOWN = 40;

const STYLES: Readonly<Record<Remark["severity"], Style>> = { error: "bad", warning: "warn", note: "faint" };

/**
 * Remarks one under another, and how many there are.
 *
 * @param frame the lines of the file around a remark
 */
export function diagnosticsBlock(
  remarks: readonly Remark[],
  frame: (remark: Remark) => string,
  columns: number,
): Block {
  const blocks = remarks.slice(0, MAX_SHOWN).flatMap((one) => [...remarkBlock(one, frame(one), columns), BLANK]);
  const hidden = remarks.length > MAX_SHOWN ? `; the first ${MAX_SHOWN} are shown` : "";
  return [...blocks, line(countText(remarks) + hidden)];
}

/** What concerns the whole file, or one that has no readable lines. */
const CODES_WITHOUT_FRAME: ReadonlySet<string> = new Set(["binary", "empty", "too-large", "unreadable"]);

/** Shows the lines of a text around a remark. */
export function framesOf(text: string): (remark: Remark) => string {
  return (remark) => (CODES_WITHOUT_FRAME.has(remark.code) ? "" : codeFrame(text, remark));
}

/** `2 errors, 1 warning`. */
export function countText(remarks: readonly Pick<Remark, "severity">[]): string {
  const parts = (["error", "warning", "note"] as const).flatMap((level) => {
    const count = remarks.filter(({ severity }) => severity === level).length;
    return count === 0 ? [] : [plural(count, level)];
  });
  return parts.join(", ") || "no problem";
}

function remarkBlock(remark: Remark, frame: string, columns: number): Block {
  const { file, line: row, column, severity, code, path, message, expected, suggestion } = remark;
  const place = span(` [${code}]${path === "" ? "" : ` at ${path}`}`, "faint");
  const advice = line(message, expected === undefined ? "" : ` Expected: ${expected}.`);
  return [
    line(span(`${file}:${row}:${column}`, "strong"), " ", span(severity, STYLES[severity]), place),
    ...wrap(advice, columns, 2),
    ...(suggestion === undefined ? [] : [line(span(`Did you mean ${suggestion}?`, "good"))]),
    ...(frame === "" ? [] : frame.split("\n").map((one) => line(one))),
  ];
}
