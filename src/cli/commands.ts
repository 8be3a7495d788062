/** The table of commands: what help, completion and the documentation say, with examples. */
import type { CommandRow } from "./command.ts";
import { kept } from "./usage/keep.ts";
import { looked } from "./usage/look.ts";
import { spread } from "./usage/spread.ts";
import { supposed } from "./usage/suppose.ts";
import { record } from "./usage/tell.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandRow[] = [...record, ...supposed, ...spread, ...looked, ...kept];
