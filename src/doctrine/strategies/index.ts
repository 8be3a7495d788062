/** Every named strategy, by its name. */
import { frozen } from "../../problem/index.ts";
import { calibrated } from "./calibrated.ts";
import { bullying, grit, proportional, reciprocating, restraint, stonewalling } from "./influence.ts";
import type { Strategy } from "./strategy.ts";
import { contrite, generous, grim, titForTat, titForTwoTats, winStayLoseShift } from "./tit-for-tat.ts";

/** The strategies, in the order in which they are listed. */
export const strategies: readonly Strategy[] = [
  titForTat,
  titForTwoTats,
  generous,
  contrite,
  grim,
  winStayLoseShift,
  proportional,
  bullying,
  reciprocating,
  stonewalling,
  grit,
  restraint,
];
frozen(strategies);

/** All that a file may name: the strategies, and what was fitted to data, which is none of them and plays no tournament. */
export const usable: readonly Strategy[] = [...strategies, calibrated];
frozen(usable);

/** The strategy of that name; undefined when there is none. */
export function strategyOf(id: string): Strategy | undefined {
  return usable.find((one) => one.id === id);
}
