/** Tournaments as people read them: standings and heat maps as text. */
export { type TournamentTelling, tournamentBlock } from "./block.ts";
export { shortCodes } from "./codes.ts";
export { MAPPED, type Mapped, pairValue, scaleOf } from "./map.ts";
export { shown } from "./numbers.ts";
