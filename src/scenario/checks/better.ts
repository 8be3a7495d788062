/** Better acts: a broad act is written, and the event's own id tells what has an act of its own. */
import { type ActId, actIds, actOf, actsTold, type DiplomaticEvent } from "../../events/index.ts";
import type { UnplacedProblem } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";

/** Events of the record whose act says less than they tell. */
export function better({ events }: Parts): readonly UnplacedProblem[] {
  return events.flatMap(({ event, index }) => ofEvent(event, ["events", index]));
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
export function ofEvent({ id, act }: DiplomaticEvent, path: readonly PropertyKey[]): readonly UnplacedProblem[] {
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
