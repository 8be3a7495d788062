/** What a record is drawn of, and what the drawing of it comes to. */
import type { Telling } from "../../views/index.ts";
import type { Mark } from "./marks.ts";
import type { Stretch } from "./stretches.ts";
import type { ToneOf } from "./tone.ts";

/** What is drawn below the title. */
export interface Body {
  readonly svg: string;
  readonly height: number;
}

/** What a body is made of. */
export interface Drawn {
  readonly telling: Telling;
  readonly marks: readonly Mark[];
  readonly stretches: readonly Stretch[];
  readonly chosen: string | undefined;
  /** How each event stands out or back. */
  readonly toneOf: ToneOf;
}

/** More events than this, and only the arrows of a chosen one are drawn. */
export const MOST_LINKED = 30;
