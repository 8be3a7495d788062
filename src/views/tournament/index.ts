/** Tournaments as people read them: standings and heat maps as text. */
export { type TournamentTelling, tournamentBlock } from "./block.ts";
export { MAPPED, type Mapped, pairValue, scaleOf } from "./map.ts";
export { shortCodes, shown } from "./table.ts";
