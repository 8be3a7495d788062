/** Views of searches: ways as replays, proofs, and the least that had to be different. */
export { leastEditBlock } from "./least-edit.ts";
export { reasonText, searchBlock } from "./result.ts";
