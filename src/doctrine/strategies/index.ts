/** Every named strategy, by its name. */
import { frozen } from "../../problem/index.ts";
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

/** The strategy of that name; undefined when there is none. */
export function strategyOf(id: string): Strategy | undefined {
  return strategies.find((one) => one.id === id);
}
