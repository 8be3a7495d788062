/** Actors: who does an act must be of a kind that can, and a hostile act must concern the relation. */
import {
  type ActClass,
  type ActId,
  actIds,
  actOf,
  type DiplomaticEvent,
  isActId,
  isHostile,
  type Role,
} from "../../events/index.ts";
import type { UnplacedProblem } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";

/** Two parties, and actors who do what they can't do. */
export function actors(parts: Parts): readonly UnplacedProblem[] {
  const count = Object.keys(parts.parties ?? {}).length;
  if (parts.parties !== undefined && count !== 2) {
    return [
      {
        code: "two-parties",
        path: ["parties"],
        message: `The scenario has ${count} parties.`,
        expected: "exactly two",
        atKey: true,
      },
    ];
  }
  const both = Object.keys(parts.parties ?? {}).filter((code) => Object.hasOwn(parts.others ?? {}, code));
  const doubled = both.map(
    (code): UnplacedProblem => ({
      code: "duplicate-id",
      path: ["others", code],
      message: `${code} is a party already.`,
      atKey: true,
    }),
  );
  return [...doubled, ...parts.events.flatMap(({ event, index }) => ofEvent(event, ["events", index], parts))];
}

/** What is wrong with who does an event, and to whom. */
export function ofEvent(
  event: DiplomaticEvent,
  path: readonly PropertyKey[],
  { parties, others }: Parts,
): readonly UnplacedProblem[] {
  if (parties === undefined) return [];
  const { from } = event;
  const role = roleOf(from, Object.keys(parties), others ?? {});
  if (role === "unknown") return [];
  if (role === "mixed") {
    return [
      {
        code: "actor-cannot",
        path: [...path, "from"],
        message: `${from.join(" and ")} can't do one act together.`,
        expected: "one actor, or both parties, or several others of one kind",
      },
    ];
  }
  const unable = cannot(event.act, role, [...path, "from"]);
  if (unable.length > 0) return unable;
  const to = event.to.filter((code) => !from.includes(code));
  const beside = event.to.length > 0 && !to.some((code) => Object.hasOwn(parties, code));
  if (!beside || !isHostile(event.act) || role !== "party") return [];
  return [
    {
      code: "outside-relation",
      path: [...path, "to"],
      message: `${event.act} is aimed at neither party, so it is no act of this relation.`,
      expected: Object.keys(parties).join(" or "),
    },
  ];
}

/** An act that an actor of this role can't do. */
function cannot(act: ActId, role: Role, path: readonly PropertyKey[]): readonly UnplacedProblem[] {
  const { by, label } = actOf(act);
  const fits =
    by.includes(role) || (role === "both" && by.includes("party")) || (role === "party" && by.includes("both"));
  if (fits) return [];
  return [
    {
      code: "actor-cannot",
      path,
      message: `${act} (${label.toLowerCase()}) is not something that ${WHO[role]} does.`,
      expected: by.map((one) => WHO[one]).join(", or "),
    },
  ];
}

/** An act that a doctrine proposes for an actor who can't do it. */
export function ofProposal(
  act: ActId,
  code: string,
  path: readonly PropertyKey[],
  parts: Parts,
): readonly UnplacedProblem[] {
  const role = roleOf([code], Object.keys(parts.parties ?? {}), parts.others ?? {});
  return role === "unknown" || role === "mixed" ? [] : cannot(act, role, path);
}

/** Acts and classes that a doctrine answers and that nobody but its own actor can do. */
export function answered(
  wanted: readonly (ActId | ActClass)[],
  code: string,
  path: readonly PropertyKey[],
  { parties, others }: Parts,
): readonly UnplacedProblem[] {
  if (parties === undefined) return [];
  const codes = Object.keys(parties);
  const roles = new Set<Role>(["clock", "both"]);
  for (const one of [...codes, ...Object.keys(others ?? {})]) {
    const role = roleOf([one], codes, others ?? {});
    if (one !== code && role !== "unknown" && role !== "mixed") roles.add(role);
  }
  return wanted.flatMap((one, k): readonly UnplacedProblem[] => {
    const acts = isActId(one) ? [one] : actIds.filter((id) => actOf(id).class === one);
    const who = new Set(acts.flatMap((id) => actOf(id).by));
    if ([...who].some((role) => roles.has(role))) return [];
    return [
      {
        code: "answer-to-nobody",
        severity: "warning",
        path: [...path, k],
        message: `${code} answers ${one}, which nobody else in this scenario can do.`,
        expected: `under others ${[...who].map((role) => WHO[role]).join(", or ")}`,
      },
    ];
  });
}

const WHO: Readonly<Record<Role, string>> = {
  party: "one party",
  both: "both parties jointly",
  third: "a third state or organisation",
  "non-state": "a non-state group",
  clock: "the clock",
};

/** The role of those who act: `unknown` when a code is declared nowhere, `mixed` when they can't act as one. */
function roleOf(
  from: readonly string[],
  parties: readonly string[],
  others: NonNullable<Parts["others"]>,
): Role | "unknown" | "mixed" {
  const [one] = from;
  if (from.some((code) => !parties.includes(code) && !Object.hasOwn(others, code))) return "unknown";
  if (new Set(from).size < from.length) return "mixed";
  if (from.length === 2 && from.every((code) => parties.includes(code))) return "both";
  if (from.length === 1 && one !== undefined && parties.includes(one)) return "party";
  if (from.some((code) => parties.includes(code))) return "mixed";
  const groups = from.filter((code) => others[code]?.kind === "non-state").length;
  if (groups === 0) return "third";
  return groups === from.length ? "non-state" : "mixed";
}
