/** PLOVER's types and modes, as POLECAT codes them, each with what it means in the catalogue of acts. */
import { coarse, type Meaning, means, none } from "./meaning.ts";

const ORDINARY = "ordinary co-operation opens, moves and ends no crisis";

/** What a type means, and what it means with a mode, by `TYPE` and `TYPE mode`. */
export const ploverCodes: Readonly<Record<string, Meaning>> = {
  AGREE: coarse("Agree to cooperate", "make-statement", "to what is unknown"),
  CONSULT: coarse("Consult", "meet", "whether they met, called or visited is unknown"),
  "CONSULT visit": means("Visit", "visit"),
  "CONSULT third-party": means("Meet at a third place", "meet"),
  "CONSULT multilateral": coarse("Meet among several", "meet", "among several states"),
  "CONSULT phone": means("Talk by telephone", "consult-by-phone"),
  SUPPORT: coarse("Support", "make-statement", "words for the other"),
  COOPERATE: none("Cooperate", ORDINARY),
  AID: none("Provide aid", ORDINARY),
  CONCEDE: coarse("Concede", "meet-demand", "what was demanded is unknown"),
  RETREAT: coarse("Retreat", "withdraw-forces", "or a ceasefire, or a stand-down"),
  "RETREAT withdraw": means("Withdraw forces", "withdraw-forces"),
  "RETREAT release": means("Release persons", "release-persons"),
  "RETREAT return": means("Return property", "release-persons"),
  "RETREAT disarm": coarse("Disarm or stand down", "stand-down", "or a surrender"),
  "RETREAT ceasefire": means("Cease fire", "declare-ceasefire"),
  "RETREAT access": coarse("Let observers or helpers in", "meet-demand", "access"),
  "RETREAT ease": coarse("Ease sanctions", "lift-sanctions", "or another measure lifted"),
  "RETREAT resign": coarse("Resign", "domestic-act", "a resignation"),
  REQUEST: coarse("Request or demand", "demand", "asked for or demanded"),
  "REQUEST meet": coarse("Ask for a meeting", "offer-talks", "asked for or demanded"),
  ACCUSE: coarse("Accuse", "accuse", "or a condemnation, or a protest"),
  "ACCUSE disapprove": means("Disapprove", "condemn"),
  "ACCUSE allege": means("Allege", "accuse"),
  "ACCUSE investigate": none("Investigate", "an inquiry is no act towards the other"),
  REJECT: coarse("Reject", "reject-proposal", "what is refused need not be a proposal"),
  "REJECT meet": means("Refuse to meet", "reject-proposal"),
  THREATEN: coarse("Threaten", "warn", "what is threatened is unknown"),
  "THREATEN relations": means("Threaten relations", "threaten-relations"),
  "THREATEN violence": means("Threaten violence", "threaten-force"),
  "THREATEN territory": means("Threaten to take territory", "threaten-force"),
  PROTEST: coarse("Protest", "domestic-act", "people, not a government"),
  SANCTION: coarse("Sanction", "reduce-relations", "which measure is unknown"),
  MOBILIZE: coarse("Mobilize", "show-force", "or an alert, or a mobilisation"),
  "MOBILIZE troops": coarse("Mobilize troops", "mobilize", "or an alert, or a border fortified"),
  "MOBILIZE weapons": coarse("Ready weapons", "raise-alert", "or a test of weapons"),
  "MOBILIZE police": none("Mobilize police", "within a state: between two states it is none"),
  COERCE: coarse("Coerce", "reduce-relations", "coercion of some kind without arms"),
  "COERCE seize": coarse("Seize", "seize", "or land occupied"),
  "COERCE restrict": coarse("Restrict", "impose-sanctions", "or a blockade"),
  "COERCE arrest": means("Arrest", "detain-persons"),
  "COERCE deport": coarse("Deport", "expel-nationals", "who they were is unknown"),
  "COERCE cyber": means("Attack computers", "cyber-attack"),
  ASSAULT: coarse("Assault", "strike", "or a clash of both"),
  "ASSAULT aerial": means("Attack from the air", "strike"),
  "ASSAULT drone": means("Attack by drone", "strike"),
  "ASSAULT heavy-weapons": means("Attack with heavy weapons", "strike"),
};

/** What a type with its mode means; a mode without a meaning of its own is one of its type. */
export function ploverMeaning(type: string, mode: string): Meaning | undefined {
  const key = [`${type} ${mode}`, type].find((code) => Object.hasOwn(ploverCodes, code));
  return key === undefined ? undefined : ploverCodes[key];
}
