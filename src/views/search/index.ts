/** Views of searches: ways as replays, proofs, and the least that had to be different. */
export { type LeastEditTelling, leastEditBlock } from "./least-edit.ts";
export { reasonText, type SearchTelling, searchBlock } from "./searched.ts";
