/** What was fitted to data: not a strategy of one side, but a draw of what comes next between both. */
import { SHARE, type Strategy } from "./strategy.ts";

/** Its name in a file. */
export const CALIBRATED = "calibrated";

export const calibrated: Strategy = {
  id: CALIBRATED,
  title: "Calibrated",
  source:
    "Fitted to Militarized Interstate Events 1.0 (Gibler and Miller), confrontations after 1945; docs/evidence.md",
  definition:
    "After each threat, display or use of force between the two, the next event is drawn once for the pair: none, or when, on which level, and whose; a party that has this doctrine does what is drawn for it. So a side may go on unasked, and a confrontation may end.",
  parameters: {
    follows: {
      value: 1,
      range: [0.5, 1],
      limits: SHARE,
      meaning: "the chance that the party does what is drawn for it",
      basis: "As fitted; less leaves room for rules of its own beside it.",
    },
  },
  memory: 0,
  react: () => 0,
};
