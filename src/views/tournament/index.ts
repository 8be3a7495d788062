/** Tournaments as people read them: standings and heat maps, as text and as a picture. */
export { type TournamentTelling, tournamentBlock } from "./block.ts";
export { shortCodes } from "./codes.ts";
export { type PictureText, pictureText, tournamentPicture } from "./picture.ts";
