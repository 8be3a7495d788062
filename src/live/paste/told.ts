/** What is told of a text: what `check` says of it, and the report where it can be read. */
import { checkSource, readingOf } from "../../crisis/index.ts";
import { plainPalette, render } from "../../render/index.ts";
import type { ReportData } from "../../report/index.ts";
import { diagnosticsBlock, framesOf } from "../../views/index.ts";

/** What became of a text. */
export interface Told {
  /** Each problem with its line and column, and what is expected there. */
  readonly said: string;
  /** Absent where the text is no scenario. */
  readonly data?: ReportData;
}

/** Columns of the messages. */
const COLUMNS = 100;

/** Reads a text and checks it. */
export function told(text: string, file: string): Told {
  const reading = readingOf({ file, text });
  const { remarks } = checkSource({ file, text });
  const said = render(diagnosticsBlock(remarks, framesOf(text), COLUMNS), plainPalette);
  if (reading.file === undefined) return { said };
  return { said, data: { file: reading.file, language: "en", guess: false, futures: {} } };
}
