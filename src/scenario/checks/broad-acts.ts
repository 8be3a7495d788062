/** Better acts: a broad act is written, and the event's own id tells what has an act of its own. */
import { type ActId, actIds, actOf, actsTold, type DiplomaticEvent } from "../../events/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { warning } from "./problem.ts";

export function checkBroadActs(parts: Parts): Problems {
  return parts.events.flatMap(({ event, index }) => checkEventAct(event, ["events", index], parts));
}

/** Broad acts: what they leave unsaid, and the acts that may say it. The first edition had fewer acts than this one. */
const BROAD: Partial<Record<ActId, { readonly unsaid: string; readonly among: readonly ActId[] }>> = {
  "take-side": {
    unsaid: "says only for whom a third state is",
    among: actIds.filter((id) => id !== "take-side" && actOf(id).by.includes("third")),
  },
  "reduce-relations": {
    unsaid: "leaves nothing standing that could be lifted",
    among: actIds.filter((id) => id !== "reduce-relations" && actOf(id).class === "sanction"),
  },
};

/** The act that an event would better have, by its id. A note is not looked at: it may tell of other events. */
export function checkEventAct(event: DiplomaticEvent, path: Path, parts: Parts): Problems {
  const { id, act } = event;
  if (isAgainstGroups(event, parts)) {
    const why = `is aimed at ${event.to.join(" and ")} here; force against a group`;
    return [suggestAct(event, path, why, ["counter-terror-operation"])];
  }
  const broad = BROAD[act];
  if (broad === undefined) return [];
  const acts = actsTold(id, broad.among).slice(0, 4);
  return acts.length === 0 ? [] : [suggestAct(event, path, `${broad.unsaid}; what ${id} tells`, acts)];
}

function suggestAct({ act }: DiplomaticEvent, path: Path, why: string, acts: readonly ActId[]): UnplacedProblem {
  const message = `${act} ${why} has an act of its own.`;
  return warning("act-of-its-own", [...path, "act"], message, acts.join(" or "), { suggestion: acts[0] });
}

function isAgainstGroups({ act, from, to }: DiplomaticEvent, { parties, others }: Parts): boolean {
  const isGroup = (code: string): boolean => others?.[code]?.kind === "non-state";
  const isParty = (code: string): boolean => Object.hasOwn(parties ?? {}, code);
  return actOf(act).class === "force" && from.length > 0 && from.every(isParty) && to.length > 0 && to.every(isGroup);
}
