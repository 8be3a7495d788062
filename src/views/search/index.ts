/** Views of searches: ways as replays, proofs, and the least that had to be different. */
export { type LeastEditView, leastEditBlock } from "./least-edit.ts";
export { reasonText, type SearchView, searchBlock } from "./result.ts";
