/** The ladder that named strategies climb: a level for every act of a catalogue, and an act for every level. */
import { type ActId, actOf, hostilityLevel, isHostile } from "../events/index.ts";
import { frozen } from "../problem/index.ts";

/**
 * How an act is felt by the other side. From 2 on the MID hostility levels (threat, display, force, war); 1 is a
 * hostile or protesting act without a threat of force; -1 a step towards the other, -2 an offer or an agreement.
 */
export type Level = -2 | -1 | 0 | 1 | 2 | 3 | 4 | 5;

const OFFERS: ReadonlySet<ActId> = new Set(["offer-talks", "agree", "sign-agreement", "restore-relations"]);

/** The level of an act. Statements and contacts are 0: they oblige nobody to answer. */
export function levelOf(act: ActId): Level {
  if (act === "declare-war") return 5;
  const militarised = hostilityLevel(act);
  if (militarised > 1) return militarised;
  if (OFFERS.has(act)) return -2;
  const { class: kind } = actOf(act);
  if (kind === "conciliation") return -1;
  return isHostile(act) || kind === "protest" ? 1 : 0;
}

/** The act by which a strategy plays a level. */
export const playedAs: Readonly<Record<Exclude<Level, 0>, ActId>> = {
  [-2]: "offer-talks",
  [-1]: "express-deescalation",
  1: "lodge-protest",
  2: "threaten-force",
  3: "show-force",
  4: "strike",
  5: "declare-war",
};
frozen(playedAs);
