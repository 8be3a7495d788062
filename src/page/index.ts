/** Pages that are one file: they work from disk with the network off. */
export { DATA, framed } from "./frame.ts";
