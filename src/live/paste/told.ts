/** What is told of a text: what `check` says of it, and the report where it can be read. */
import { check, readingOf } from "../../crisis/index.ts";
import { plainPalette, render } from "../../render/index.ts";
import { diagnosticsBlock, framesOf } from "../../views/index.ts";
import { type Store, storeOf } from "../report/store.ts";

/** What became of a text. */
export interface Told {
  /** Each problem with its line and column, and what is expected there. */
  readonly said: string;
  /** Absent where the text is no scenario. */
  readonly store?: Store;
}

/** Columns of the messages. */
const COLUMNS = 100;

/** Reads a text and checks it. */
export function told(text: string, file: string, closed: AbortSignal): Told {
  const { scenario, file: data, places, diagnostics } = readingOf({ file, text });
  const read = scenario !== undefined && data !== undefined && places !== undefined;
  const remarks = read ? [...diagnostics, ...check(scenario, places, file).remarks] : diagnostics;
  const said = render(diagnosticsBlock(remarks, framesOf(text), COLUMNS), plainPalette);
  return read ? { said, store: storeOf({ file: data, language: "en", guess: false, futures: {} }, closed) } : { said };
}
