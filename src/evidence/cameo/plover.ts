/** PLOVER's types and modes, as POLECAT codes them, each with what it means in the catalogue of acts. */
import { type Meaning, means } from "./meaning.ts";

const ORDINARY = "ordinary co-operation opens, moves and ends no crisis";

/** What a type means, and what it means with a mode, by `TYPE` and `TYPE mode`. */
export const ploverCodes: Readonly<Record<string, Meaning>> = {
  AGREE: means("Agree to cooperate", "make-statement", { coarse: true, note: "to what is not told" }),
  CONSULT: means("Consult", "meet", { coarse: true, note: "whether they met, called or visited is not told" }),
  "CONSULT visit": means("Visit", "visit"),
  "CONSULT third-party": means("Meet at a third place", "meet"),
  "CONSULT multilateral": means("Meet among several", "meet", { coarse: true, note: "among several states" }),
  "CONSULT phone": means("Talk by telephone", "consult-by-phone"),
  SUPPORT: means("Support", "make-statement", { coarse: true, note: "words for the other" }),
  COOPERATE: means("Cooperate", null, { note: ORDINARY }),
  AID: means("Provide aid", null, { note: ORDINARY }),
  CONCEDE: means("Concede", "meet-demand", { coarse: true, note: "what was demanded is not told" }),
  RETREAT: means("Retreat", "withdraw-forces", { coarse: true, note: "or a ceasefire, or a stand-down" }),
  "RETREAT withdraw": means("Withdraw forces", "withdraw-forces"),
  "RETREAT release": means("Release persons", "release-persons"),
  "RETREAT return": means("Return property", "release-persons"),
  "RETREAT disarm": means("Disarm or stand down", "stand-down", { coarse: true, note: "or a surrender" }),
  "RETREAT ceasefire": means("Cease fire", "declare-ceasefire"),
  "RETREAT access": means("Let observers or helpers in", "meet-demand", { coarse: true, note: "access" }),
  "RETREAT ease": means("Ease sanctions", "lift-sanctions", { coarse: true, note: "or another measure lifted" }),
  "RETREAT resign": means("Resign", "domestic-act", { coarse: true, note: "a resignation" }),
  REQUEST: means("Request or demand", "demand", { coarse: true, note: "asked for or demanded" }),
  "REQUEST meet": means("Ask for a meeting", "offer-talks", { coarse: true, note: "asked for or demanded" }),
  ACCUSE: means("Accuse", "accuse", { coarse: true, note: "or a condemnation, or a protest" }),
  "ACCUSE disapprove": means("Disapprove", "condemn"),
  "ACCUSE allege": means("Allege", "accuse"),
  "ACCUSE investigate": means("Investigate", null, { note: "an inquiry is no act towards the other" }),
  REJECT: means("Reject", "reject-proposal", { coarse: true, note: "what is refused need not be a proposal" }),
  "REJECT meet": means("Refuse to meet", "reject-proposal"),
  THREATEN: means("Threaten", "warn", { coarse: true, note: "what is threatened is not told" }),
  "THREATEN relations": means("Threaten relations", "threaten-relations"),
  "THREATEN violence": means("Threaten violence", "threaten-force"),
  "THREATEN territory": means("Threaten to take territory", "threaten-force"),
  PROTEST: means("Protest", "domestic-act", { coarse: true, note: "people, not a government" }),
  SANCTION: means("Sanction", "reduce-relations", { coarse: true, note: "which measure is not told" }),
  MOBILIZE: means("Mobilize", "show-force", { coarse: true, note: "or an alert, or a mobilisation" }),
  "MOBILIZE troops": means("Mobilize troops", "mobilize", { coarse: true, note: "or an alert, or a border fortified" }),
  "MOBILIZE weapons": means("Ready weapons", "raise-alert", { coarse: true, note: "or a test of weapons" }),
  "MOBILIZE police": means("Mobilize police", null, { note: "within a state: between two states it is none" }),
  COERCE: means("Coerce", "reduce-relations", { coarse: true, note: "coercion without arms, which is not told" }),
  "COERCE seize": means("Seize", "seize", { coarse: true, note: "or land occupied" }),
  "COERCE restrict": means("Restrict", "impose-sanctions", { coarse: true, note: "or a blockade" }),
  "COERCE arrest": means("Arrest", "detain-persons"),
  "COERCE deport": means("Deport", "expel-nationals", { coarse: true, note: "who they were is not told" }),
  "COERCE cyber": means("Attack computers", "cyber-attack"),
  ASSAULT: means("Assault", "strike", { coarse: true, note: "or a clash of both" }),
  "ASSAULT aerial": means("Attack from the air", "strike"),
  "ASSAULT drone": means("Attack by drone", "strike"),
  "ASSAULT heavy-weapons": means("Attack with heavy weapons", "strike"),
};

/** What a type with its mode means; a mode without a meaning of its own is one of its type. */
export function ploverMeaning(type: string, mode: string): Meaning | undefined {
  const known = [`${type} ${mode}`, type].find((code) => Object.hasOwn(ploverCodes, code));
  return known === undefined ? undefined : ploverCodes[known];
}
