/** What a simulation asks of each symbol again and again, in flat arrays by the symbol's number. */
import { type Level, playedAs } from "../doctrine/index.ts";
import { actOf, isHostile } from "../events/index.ts";
import { type By, symbols } from "../machine/index.ts";
import { actNumber, symbolOf } from "./model.ts";

/** Whether it is a hostile act of a party or of both. */
export const hostile = Uint8Array.from(symbols, ({ type, by }) => (by !== "other" && isHostile(type) ? 1 : 0));

/** Whether it voids what was agreed: force, and the breaking of relations. */
export const force = Uint8Array.from(symbols, ({ type, by }) =>
  by !== "other" && (actOf(type).class === "force" || type === "break-relations") ? 1 : 0,
);

/** The place of its act in the catalogue. */
export const acts = Int32Array.from(symbols, ({ type }) => actNumber.get(type) ?? -1);

/** Whose it is: 1 for party a, 2 for party b, 3 for both, 0 for others. */
export const sides = Uint8Array.from(symbols, ({ by }) => ({ a: 1, b: 2, both: 3, other: 0 })[by]);

const LADDER: readonly Level[] = [-2, -1, 0, 1, 2, 3, 4, 5];

/** Where level 0 stands in {@link playedBy}. */
export const PLACE_OF_0 = 2;

/** The symbol of each level as one side plays it, the lowest level first; -1 for level 0, which is no move. */
export function playedBy(by: By): Int32Array {
  return Int32Array.from(LADDER, (level) => (level === 0 ? -1 : symbolOf(playedAs[level], by)));
}
