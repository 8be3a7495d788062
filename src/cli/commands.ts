/** The table of commands: what help, completion and the documentation say, with examples. */
import type { CommandRow } from "./command.ts";
import { evidenceCommands } from "./usage/evidence.ts";
import { keepingAndTeachingCommands } from "./usage/keeping-and-teaching.ts";
import { manyFuturesCommands } from "./usage/many-futures.ts";
import { pictureAndReferenceCommands } from "./usage/pictures-and-reference.ts";
import { whatHappenedCommands } from "./usage/what-happened.ts";
import { whatIfCommands } from "./usage/what-if.ts";

/** What the help says above each group of commands. */
export const groups: readonly (readonly [title: string, members: readonly CommandRow[]])[] = [
  ["What happened", whatHappenedCommands],
  ["What if", whatIfCommands],
  ["Many futures", manyFuturesCommands],
  ["Evidence", evidenceCommands],
  ["Pictures and reference", pictureAndReferenceCommands],
  ["Keeping and teaching", keepingAndTeachingCommands],
];

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandRow[] = groups.flatMap(([, members]) => members);
