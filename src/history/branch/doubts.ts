/** Doubts: what the method of counterfactuals would ask about a what-if that is possible. */

import { actOf, type DiplomaticEvent, isHostile } from "../../events/index.ts";
import { keyOf, sharedTable, symbolIndex } from "../../machine/index.ts";
import { frozen, nth } from "../../problem/index.ts";
import type { Step } from "../history.ts";
import { type Branch, branch, historyOf, isEditProblem } from "./branch.ts";
import { compare } from "./compare.ts";
import { type Edit, editText, type Policy } from "./edit.ts";

/** What may be doubtful, with what it means and where it is argued. */
export const doubtTexts = {
  "no-reason": {
    meaning: "The what-if gives no reason why history might have gone so.",
    mend: "Say in `because` what would have led to it.",
    literature: "Weber 1906: objective possibility; Lebow 2010, ch. 2: a plausible world, not a miracle.",
  },
  "changes-nothing": {
    meaning: "The edits leave the record as it is.",
    mend: "Change something, or remove the what-if.",
    literature: "Tetlock and Belkin 1996, ch. 1: clarity, antecedent and consequent must be named.",
  },
  "not-minimal": {
    meaning: "Some of the edits give the same end as all of them.",
    mend: "Leave the others out: rewrite as little history as the question needs.",
    literature: "Tetlock and Belkin 1996, ch. 1: the minimal-rewrite rule; Lewis 1973: the closest possible worlds.",
  },
  "antecedent-not-possible": {
    meaning: "By the rules of the chart, what the what-if brings in was not possible at that moment.",
    mend: "Change the act, its actor or its date: demarche show FILE --at DATE --why-not ACT says what it needs.",
    literature: "Weber 1906: objective possibility; Tetlock and Belkin 1996, ch. 1: theoretical consistency.",
  },
  "answer-stays": {
    meaning: "An answer stays, and what it answers was replaced by the opposite.",
    mend: "Edit the answer too, or let `then: model` find another one.",
    literature: "Goodman 1947: cotenability; Tetlock and Belkin 1996, ch. 1: consistency with what is known to follow.",
  },
  "needs-earlier-change": {
    meaning: "What the what-if brings in is consistent only if an earlier event changes too.",
    mend: "Edit the earlier event as well, or bring in what would have made it possible.",
    literature: "Goodman 1947: cotenability; Elster 1978: what is assumed must branch off from a possible past.",
  },
} as const satisfies Record<string, { meaning: string; mend: string; literature: string }>;
frozen(doubtTexts);

/** The name of a kind of doubt. */
export type DoubtCode = keyof typeof doubtTexts;

/** One doubt about a what-if. */
export interface Doubt {
  readonly code: DoubtCode;
  /** The edit that it is about; absent when it is about the what-if as a whole. */
  readonly index?: number;
  readonly message: string;
}

/** What a what-if edits, why, and what becomes of later events. */
export interface WhatIfEdits {
  readonly because?: string | undefined;
  readonly edits: readonly Edit[];
  readonly then: Policy;
}

/** Maximum number of edits that are tried in every combination; of more, only one is left out at a time. */
const MAX_COMBINED_EDITS = 6;

/** Maximum number of events folded to find edits that can be left out: about what a person waits for. */
const MAX_FOLDED_EVENTS = 500_000;

/** Maximum number of events left out, one at a time, to find the one that stands in the way. */
const MAX_EVENTS_LOOKED_BACK = 500;

/**
 * What is doubtful about a what-if of a record.
 *
 * @param made the branch that it makes of the record
 */
export function doubtsOf({ because, edits, then }: WhatIfEdits, made: Branch): readonly Doubt[] {
  if (made.parent === undefined) return [];
  const whole: Doubt[] = [];
  if (because === undefined || because.trim() === "") {
    whole.push({ code: "no-reason", message: "No reason is given why history might have gone so." });
  }
  if (isSameAsRecord(made, made.parent)) {
    const editsText = edits.length === 0 ? "No edit" : edits.map(editText).join(", ");
    whole.push({ code: "changes-nothing", message: `${editsText}: this changes nothing.` });
    return whole;
  }
  return [
    ...whole,
    ...findCancelled(edits, made),
    ...findSuperfluous(edits, then, made, made.parent),
    ...findImpossible(edits, made),
    ...findAnswersLeft(edits, made),
  ];
}

/** Events that are dropped and added again under another id. */
function findCancelled(edits: readonly Edit[], { changes }: Branch): readonly Doubt[] {
  const essence = ({ act, at, from, to }: DiplomaticEvent): string => JSON.stringify([act, at, from, to]);
  return changes.flatMap(({ edit, after }): readonly Doubt[] => {
    if (edit.kind !== "add" || after === undefined) return [];
    const gone = changes.find(
      (change) => change.edit.kind === "drop" && change.before && essence(change.before) === essence(after),
    );
    if (gone === undefined) return [];
    const message = `${editText(gone.edit)} and ${editText(edit)} cancel each other: the same act on the same day.`;
    return [{ code: "changes-nothing", index: edits.indexOf(edit), message }];
  });
}

/** Whether the same happens as in the record, over the whole of it. */
function isSameAsRecord(made: Branch, parent: Branch): boolean {
  const isWhole = made.then !== "stop" && made.then !== "model";
  return isWhole && compare(historyOf(parent), historyOf(made)).divergence === undefined;
}

/** Edits that can be left out with the same end. Says nothing where the record itself ends so. */
function findSuperfluous(edits: readonly Edit[], then: Policy, made: Branch, parent: Branch): readonly Doubt[] {
  const wantedEnd = keyOf(made.end.situation);
  if (edits.length < 2 || keyOf(parent.end.situation) === wantedEnd) return [];
  const eventsPerTrial = made.events.length + made.left.length + 1;
  const sufficient = subsetsOf(edits, MAX_FOLDED_EVENTS / eventsPerTrial).find(
    (subset) => endOf(subset, then, parent) === wantedEnd,
  );
  if (sufficient === undefined) return [];
  const without = edits.filter((edit) => !sufficient.includes(edit));
  const message = `The end is the same without ${without.map(editText).join(" and without ")}.`;
  const [first] = without;
  return [{ code: "not-minimal", message, ...(first === undefined ? {} : { index: edits.indexOf(first) }) }];
}

/** The proper parts of a list of edits that are tried, the smallest first; only some where every trial takes long. */
function subsetsOf(edits: readonly Edit[], limit: number): readonly (readonly Edit[])[] {
  if (edits.length > MAX_COMBINED_EDITS || 2 ** edits.length > limit) {
    return edits.slice(0, limit).map((left) => edits.filter((edit) => edit !== left));
  }
  const combinations = Array.from({ length: 2 ** edits.length - 2 }, (_, k) => k + 1);
  const parts = combinations.map((bits) => edits.filter((_, k) => (bits & (1 << k)) !== 0));
  return parts.toSorted((one, other) => one.length - other.length);
}

/** Where some of the edits would lead; undefined when they are impossible by themselves. */
function endOf(edits: readonly Edit[], then: Policy, parent: Branch): string | undefined {
  try {
    return keyOf(branch(parent, edits, then).end.situation);
  } catch (error) {
    if (isEditProblem(error)) return undefined;
    throw error;
  }
}

/** Events that the edits bring and that are void where they stand. */
function findImpossible(edits: readonly Edit[], made: Branch): readonly Doubt[] {
  const { steps } = historyOf(made);
  return made.changes.flatMap(({ edit, after }): readonly Doubt[] => {
    const place = after === undefined || edit.kind === "swap" ? -1 : steps.findIndex(({ event }) => event === after);
    const step = steps[place];
    if (step?.verdict !== "void") return [];
    const index = edits.indexOf(edit);
    const reasons = step.reasons.map(({ sentence }) => sentence).join(" ");
    const voidText = `${nameOf(step.event)} is void there: ${reasons}`;
    const obstacle = obstacleTo(place, steps, made);
    if (obstacle === undefined) return [{ code: "antecedent-not-possible", index, message: voidText }];
    const message = `${voidText} It would be valid had ${nameOf(obstacle.event)} not happened.`;
    return [{ code: "needs-earlier-change", index, message }];
  });
}

/** Answers to a hostile act that is a friendly one now, or the other way round. */
function findAnswersLeft(edits: readonly Edit[], made: Branch): readonly Doubt[] {
  const edited = new Set(made.changes.flatMap(({ after }) => after?.id ?? []));
  return made.changes.flatMap(({ edit, before, after }): readonly Doubt[] => {
    if (edit.kind !== "replace" || before === undefined || after === undefined) return [];
    if (!isOpposite(before, after)) return [];
    const answers = made.events.filter(({ id, because }) => because.includes(after.id) && !edited.has(id));
    const [first, ...others] = answers;
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    const now = `${after.id}, which is no longer ${before.act} but ${after.act}`;
    const message = `${nameOf(first)}${more} still ${others.length === 0 ? "answers" : "answer"} ${now}.`;
    return [{ code: "answer-stays", index: edits.indexOf(edit), message }];
  });
}

/** Whether one act is hostile and the other a step towards the other party. */
function isOpposite(one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  const isKind = ({ act }: DiplomaticEvent): boolean =>
    ["contact", "conciliation", "agreement"].includes(actOf(act).class);
  return (isHostile(one.act) && isKind(other)) || (isKind(one) && isHostile(other.act));
}

/** The latest earlier step without which a step would be valid. */
function obstacleTo(place: number, steps: readonly Step[], { end: { opening } }: Branch): Step | undefined {
  const first = Math.max(0, place - MAX_EVENTS_LOOKED_BACK);
  const start = sharedTable.idOf(steps[first - 1]?.after ?? opening);
  const symbols = steps.slice(first, place).map(({ seen }) => symbolIndex(seen));
  const wantedSymbol = symbolIndex(nth(steps, place).seen);
  return steps.slice(first, place).findLast(({ verdict }, k) => {
    if (verdict !== "applied") return false;
    const situation = symbols.toSpliced(k, 1).reduce((id, symbol) => sharedTable.next(id, symbol), start);
    return sharedTable.verdict(situation, wantedSymbol) !== "void";
  });
}

function nameOf({ id, act, at }: DiplomaticEvent): string {
  return `${id} (${actOf(act).label.toLowerCase()}, ${at})`;
}
