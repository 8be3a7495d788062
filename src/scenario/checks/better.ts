/** Better acts: a broad act is written, and the event's own id tells what has an act of its own. */
import { type ActId, actIds, actOf, actsTold, type DiplomaticEvent } from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";

/** Events of the record whose act says less than they tell. */
export function better(parts: Parts): Problems {
  return parts.events.flatMap(({ event, index }) => ofEvent(event, ["events", index], parts));
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
export function ofEvent(event: DiplomaticEvent, path: Path, parts: Parts): Problems {
  const { id, act } = event;
  if (isAgainstGroups(event, parts)) {
    return [
      {
        code: "act-of-its-own",
        severity: "warning",
        path: [...path, "act"],
        message: `${act} is aimed at ${event.to.join(" and ")} here; force against a group has an act of its own.`,
        expected: "counter-terror-operation",
        suggestion: "counter-terror-operation",
      },
    ];
  }
  const broad = BROAD[act];
  if (broad === undefined) return [];
  const [best, ...others] = actsTold(id, broad.among);
  if (best === undefined) return [];
  return [
    {
      code: "act-of-its-own",
      severity: "warning",
      path: [...path, "act"],
      message: `${act} ${broad.unsaid}; what ${id} tells has an act of its own.`,
      expected: [best, ...others.slice(0, 3)].join(" or "),
      suggestion: best,
    },
  ];
}

/** Whether a party uses force that is aimed at groups alone. */
function isAgainstGroups({ act, from, to }: DiplomaticEvent, { parties, others }: Parts): boolean {
  const isGroup = (code: string): boolean => others?.[code]?.kind === "non-state";
  const isParty = (code: string): boolean => Object.hasOwn(parties ?? {}, code);
  return actOf(act).class === "force" && from.length > 0 && from.every(isParty) && to.length > 0 && to.every(isGroup);
}
