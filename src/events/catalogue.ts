/** The catalogue: every act there is, by id, in the order of the classes. */
import { frozen } from "../problem/index.ts";
import type { Act, ActClass } from "./act.ts";
import { agreements } from "./acts/agreement.ts";
import { conciliations } from "./acts/conciliation.ts";
import { contacts } from "./acts/contact.ts";
import { forces } from "./acts/force.ts";
import { clocks, nonStates, thirdParties } from "./acts/others.ts";
import { postings, ruptures } from "./acts/rupture.ts";
import { sanctions } from "./acts/sanction.ts";
import { protests, statements } from "./acts/statement.ts";
import { displays, threats } from "./acts/threat.ts";

/**
 * Every act, with its class, who may do it, its fields, requirements, codes and scores.
 *
 * @example
 * ```ts
 * import { catalogue } from "demarche";
 * catalogue["recall-ambassador"].article; // => "Vienna Convention Art. 19, 43(a)"
 * ```
 */
export const catalogue = {
  ...statements,
  ...protests,
  ...threats,
  ...displays,
  ...forces,
  ...ruptures,
  ...postings,
  ...sanctions,
  ...contacts,
  ...conciliations,
  ...agreements,
  ...thirdParties,
  ...nonStates,
  ...clocks,
} as const satisfies Record<string, Act>;
frozen(catalogue);

/** A field that some act has of its own. */
type OwnField = { [Id in ActId]: keyof (typeof catalogue)[Id]["fields"] }[ActId];

/**
 * How the own fields of acts are written out, in this order: what stands around the value, which comes in place of `…`. Null
 * for a field that has a place of its own: terms have a line each, what is outstanding shows in the situation.
 */
export const fieldLabels = {
  count: "number: …",
  limit: "at most … staff",
  demand: "demand: …",
  deadline: "deadline: …",
  place: "place: …",
  on: "on …",
  effective: "from …",
  form: "form: …",
  kind: "kind: …",
  track: "track: …",
  of: "of …",
  agreement: "agreement …",
  late: null,
  mission: "mission: …",
  commitment: "commitment …",
  terms: null,
  outstanding: null,
} as const satisfies Record<OwnField, string | null>;
frozen(fieldLabels);

/** The id of an act of the catalogue. */
export type ActId = keyof typeof catalogue;

/** All act ids, in the catalogue's order. */
export const actIds: readonly ActId[] = Object.keys(catalogue).filter(isActId);
frozen(actIds);

/** Whether a value is the name of an act. */
export function isActId(value: unknown): value is ActId {
  return typeof value === "string" && Object.hasOwn(catalogue, value);
}

/** The row of an act, seen as any row. */
export function actOf(id: ActId): Act {
  return catalogue[id];
}

/** An act's own fields that it can't do without. */
export function neededFields(id: ActId): readonly string[] {
  return Object.entries(actOf(id).fields).flatMap(([name, kind]) => (kind.endsWith("?") ? [] : [name]));
}

/** The ids of all acts of a class. */
export function actsOfClass(wanted: ActClass): readonly ActId[] {
  return actIds.filter((id) => catalogue[id].class === wanted);
}

/** Classes whose acts are hostile: any of them by a party starts the quiet period anew. */
const HOSTILE: ReadonlySet<ActClass> = new Set(["force", "threat", "display", "rupture", "sanction"]);

/** Whether an act is hostile, so that a crisis cannot fade until long after it. */
export function isHostile(id: ActId): boolean {
  return HOSTILE.has(catalogue[id].class);
}

/** Whether an act needs both parties: one proposes it, and it happens when the other has proposed it too. */
export function needsConsent(id: ActId): boolean {
  return actOf(id).requires.includes("mutual-consent");
}

/** MID hostility level of an act: 1 none, 2 threat, 3 display, 4 force, 5 war (Correlates of War codebook). */
export function hostilityLevel(id: ActId): 1 | 2 | 3 | 4 | 5 {
  const { mid } = actOf(id);
  if (mid === null) return 1;
  if (mid <= 6) return 2;
  if (mid <= 12) return 3;
  return mid <= 19 ? 4 : 5;
}
