/** Tournaments as people read them: standings and heat maps as text. */
export { type TournamentView, tournamentBlock } from "./block.ts";
export { MAPPED_OUTCOMES, type MappedOutcome, pairValue, scaleOf } from "./map.ts";
export { displayValue, shortCodes } from "./table.ts";
