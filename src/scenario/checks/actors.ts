/** Actors: who does an act must be of a kind that can, and a hostile act must concern the relation. */
import { actOf, isHostile, type Role } from "../../events/index.ts";
import type { Problem } from "../diagnostic.ts";
import type { FileEvent } from "../schema/event.ts";
import { listOf } from "../translate.ts";
import type { Parts } from "./raw.ts";

/** Two parties, and actors who do what they can't do. */
export function actors(parts: Parts): readonly Problem[] {
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
    (code): Problem => ({
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
  event: FileEvent,
  path: readonly PropertyKey[],
  { parties, others }: Parts,
): readonly Problem[] {
  if (parties === undefined) return [];
  const from = listOf(event.from);
  const role = roleOf(from, Object.keys(parties), others ?? {});
  if (role === undefined) return [];
  const { by, label } = actOf(event.act);
  const fits =
    by.includes(role) || (role === "both" && by.includes("party")) || (role === "party" && by.includes("both"));
  if (!fits) {
    return [
      {
        code: "actor-cannot",
        path: [...path, "from"],
        message: `${event.act} (${label.toLowerCase()}) is not something that ${WHO[role]} does.`,
        expected: by.map((one) => WHO[one]).join(", or "),
      },
    ];
  }
  const to = listOf(event.to);
  const beside = to.length > 0 && !to.some((code) => Object.hasOwn(parties, code));
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

const WHO: Readonly<Record<Role, string>> = {
  party: "one party",
  both: "both parties jointly",
  third: "a third state or organisation",
  "non-state": "a non-state group",
  clock: "the clock",
};

function roleOf(
  from: readonly string[],
  parties: readonly string[],
  others: NonNullable<Parts["others"]>,
): Role | undefined {
  const [one] = from;
  if (from.length === 2 && from.every((code) => parties.includes(code))) return "both";
  if (one !== undefined && from.length === 1 && parties.includes(one)) return "party";
  const kinds = from.map((code) => others[code]?.kind);
  if (kinds.includes(undefined)) return undefined;
  return kinds.every((kind) => kind === "non-state") ? "non-state" : "third";
}
