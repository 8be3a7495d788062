/** A browser has no threads of Node: chunks are done one after another. Stands in the place of `threads.ts` there. */
import type { openThreads as ofNode } from "./threads.ts";

export const openThreads: typeof ofNode = async () => undefined;
