/** The table of commands: what help, completion and the documentation say, with examples. */
import type { CommandRow } from "./command.ts";
import { kept } from "./rows/keep.ts";
import { looked } from "./rows/look.ts";
import { spread } from "./rows/spread.ts";
import { supposed } from "./rows/suppose.ts";
import { record } from "./rows/tell.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandRow[] = [...record, ...supposed, ...spread, ...looked, ...kept];
