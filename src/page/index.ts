/** Pages that are one file: they work from disk with the network off, and hold a digest of themselves. */

export { betStyle } from "./bet.ts";
export { takeData } from "./data.ts";
export { facesFor } from "./font.ts";
export { pageHtml } from "./frame.ts";
export { isAsBuilt, UNSEALED, withSeal } from "./seal.ts";
