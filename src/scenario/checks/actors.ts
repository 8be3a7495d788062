/** Actors: who does an act must be of a kind that can, and a hostile act must concern the relation. */
import {
  type ActClass,
  type ActId,
  actIds,
  actOf,
  type DiplomaticEvent,
  isActId,
  type Role,
} from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { problem, warning } from "./problem.ts";

/** Too few parties, and actors who do what they can't do. */
export function checkActors(parts: Parts): Problems {
  const count = parts.declared("parties").length;
  if (parts.parties !== undefined && count < 2) {
    const message = `The scenario has ${count === 1 ? "one party" : "no party"}.`;
    return [problem("two-parties", ["parties"], message, "two or more", { atKey: true })];
  }
  const both = Object.keys(parts.parties ?? {}).filter((code) => Object.hasOwn(parts.others ?? {}, code));
  const doubled = both.map((code) =>
    problem("duplicate-id", ["others", code], `${code} is a party already.`, undefined, { atKey: true }),
  );
  return [...doubled, ...parts.events.flatMap(({ event, index }) => checkEventActors(event, ["events", index], parts))];
}

export function checkEventActors(event: DiplomaticEvent, path: Path, { parties, others }: Parts): Problems {
  if (parties === undefined) return [];
  const { from } = event;
  const role = roleOf(from, Object.keys(parties), others ?? {}, event.to);
  if (role === "undeclared") return [];
  if (role === "mixed") {
    const message = `${from.join(" and ")} can't do one act together.`;
    const expected = "one actor, or both parties, or several others of one kind";
    return [problem("actor-cannot", [...path, "from"], message, expected)];
  }
  const third = role === "party" && Object.keys(parties).length > 2 && canDo(event.act, "third");
  return third ? [] : checkCan(event.act, role, [...path, "from"]);
}

function checkCan(act: ActId, role: Role, path: Path): Problems {
  if (canDo(act, role)) return [];
  const { by, label, class: kind } = actOf(act);
  const byGroups: readonly ActId[] = role === "unknown" ? ["incident"] : ["non-state-attack"];
  const others = [...(SAME_BY_OTHERS[act] ?? []), ...(kind === "force" ? byGroups : [])];
  const suggestion = others.find((one) => canDo(one, role));
  const message = `${act} (${label.toLowerCase()}) is not something that ${WHO[role]} does.`;
  return [problem("actor-cannot", path, message, by.map((one) => WHO[one]).join(", or "), { suggestion })];
}

function canDo(act: ActId, role: Role): boolean {
  const { by } = actOf(act);
  return by.includes(role) || (role === "both" && by.includes("party")) || (role === "party" && by.includes("both"));
}

/** What the same thing is called when somebody else does it. */
const SAME_BY_OTHERS: Partial<Record<ActId, readonly ActId[]>> = {
  "storm-mission": ["breach-mission"],
  "breach-mission": ["storm-mission"],
  "non-state-attack": ["strike"],
  strike: ["non-state-attack"],
  clash: ["strike", "non-state-attack"],
  "claim-responsibility": ["justify-force"],
  "offer-mediation": ["offer-talks"],
  "appeal-restraint": ["express-deescalation"],
  "take-side": ["realign"],
  mediate: ["negotiate"],
};

/** An act that a doctrine proposes for an actor who can't do it. */
export function checkProposal(act: ActId, code: string, path: Path, parts: Parts): Problems {
  const parties = Object.keys(parts.parties ?? {});
  const role = roleOf([code], parties, parts.others ?? {});
  if (role === "undeclared" || role === "mixed" || (parties.length > 2 && canDo(act, "third"))) return [];
  return checkCan(act, role, path);
}

/** Acts and classes that a doctrine answers and that only its own actor can do. */
export function checkAnswerable(
  wanted: readonly (ActId | ActClass)[],
  code: string,
  path: Path,
  { parties, others, unread }: Parts,
): Problems {
  if (parties === undefined || unread.has("others")) return [];
  const codes = Object.keys(parties);
  const roles = new Set<Role>(codes.length > 2 ? ["clock", "both", "third"] : ["clock", "both"]);
  for (const one of [...codes, ...Object.keys(others ?? {})]) {
    const role = roleOf([one], codes, others ?? {});
    if (one !== code && role !== "undeclared" && role !== "mixed") roles.add(role);
  }
  return wanted.flatMap((one, k): Problems => {
    const acts = isActId(one) ? [one] : actIds.filter((id) => actOf(id).class === one);
    const who = new Set(acts.flatMap((id) => actOf(id).by));
    if ([...who].some((role) => roles.has(role))) return [];
    const message = `${code} answers ${one}, which nobody else in this scenario can do.`;
    const expected = `under others ${[...who].map((role) => WHO[role]).join(", or ")}`;
    return [warning("answer-to-nobody", [...path, k], message, expected)];
  });
}

const WHO: Readonly<Record<Role, string>> = {
  party: "one party",
  both: "both parties jointly",
  third: "a third state or organisation",
  "non-state": "a non-state group",
  unknown: "somebody unknown",
  clock: "the clock",
};

/** The role of those who act: `undeclared` when a code is declared nowhere, `mixed` when they can't act as one. */
function roleOf(
  from: readonly string[],
  parties: readonly string[],
  others: NonNullable<Parts["others"]>,
  to: readonly string[] = [],
): Role | "undeclared" | "mixed" {
  if (from.length === 0) return "unknown";
  const [one] = from;
  if (from.some((code) => !parties.includes(code) && !Object.hasOwn(others, code))) return "undeclared";
  // An actor who is listed twice is reported elsewhere.
  if (new Set(from).size < from.length) return "undeclared";
  if (from.length > 1 && from.every((code) => parties.includes(code))) {
    // Of more than two parties several may do the same, each by itself, to somebody else.
    return parties.length > 2 && to.some((code) => !from.includes(code)) ? "party" : "both";
  }
  if (from.length === 1 && one !== undefined && parties.includes(one)) return "party";
  if (from.some((code) => parties.includes(code))) return "mixed";
  const groups = from.filter((code) => others[code]?.kind === "non-state").length;
  if (groups === 0) return "third";
  return groups === from.length ? "non-state" : "mixed";
}
