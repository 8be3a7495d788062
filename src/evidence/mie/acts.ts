/** The act of each action number of the Correlates of War codebook. */
import type { ActId } from "../../events/index.ts";

export interface MidAction {
  readonly label: string;
  readonly act: ActId;
  /** Done by both: which state stands first in a row says nothing. */
  readonly joint?: true;
  /** Whether the number says less than the act, or something beside it. */
  readonly coarse?: true;
}

/** Every action number; 6 was never given, 20 and 21 stand in disputes only. */
export const midActions: Readonly<Record<number, MidAction>> = {
  1: { label: "threat to use force", act: "threaten-force" },
  2: { label: "threat to blockade", act: "threaten-force", coarse: true },
  3: { label: "threat to occupy territory", act: "threaten-force", coarse: true },
  4: { label: "threat to declare war", act: "threaten-force", coarse: true },
  5: { label: "threat to use chemical, biological or radiological weapons", act: "threaten-force", coarse: true },
  7: { label: "show of force", act: "show-force" },
  8: { label: "alert", act: "raise-alert" },
  9: { label: "nuclear alert", act: "raise-alert", coarse: true },
  10: { label: "mobilisation", act: "mobilize" },
  11: { label: "fortified border", act: "fortify-border" },
  12: { label: "border violation", act: "violate-border" },
  13: { label: "blockade", act: "blockade" },
  14: { label: "occupation of territory", act: "occupy-territory" },
  15: { label: "seizure", act: "seize" },
  16: { label: "attack", act: "strike", coarse: true },
  17: { label: "clash", act: "clash", joint: true },
  18: { label: "declaration of war", act: "declare-war" },
  19: { label: "use of chemical, biological or radiological weapons", act: "strike", coarse: true },
  20: { label: "beginning of a war between states", act: "war-battle", joint: true, coarse: true },
  21: { label: "joining of a war between states", act: "war-battle", joint: true, coarse: true },
  22: { label: "battle of a war", act: "war-battle", joint: true },
};
