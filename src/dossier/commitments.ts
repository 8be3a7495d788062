/** Commitments: what was agreed, who has done it, and how it ended: kept, kept late, lapsed, or suspended meanwhile. */
import type { Draft } from "immer";
import { actOf, type DiplomaticEvent, when } from "../events/index.ts";
import type { ChartEvent } from "../machine/index.ts";
import type { Commitment, Dossier } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

type Owed = Draft<Commitment>;

/** Writes what an event does to commitments: takes them on, carries them out, suspends, resumes or ends them. */
export function commit(draft: Draft<Dossier>, entry: DossierEntry, { by }: ChartEvent): void {
  const { event, verdict } = entry;
  const owed = draft.commitments;
  if (verdict === "void") return;
  // What others agree is not owed between the parties; what a third state has promised both of them, it carries out itself.
  if (by === "other" && event.source !== "clock") {
    const isMeant = (one: Owed): boolean => isOfThird(one, entry) && concerns(one, entry);
    if (owed.open.some(isMeant)) owed.open = owed.open.map((one) => (isMeant(one) ? markDone(one, entry) : one));
    return;
  }
  // To agree and to restore relations may carry out what is owed, and take on more.
  const more = event.act === "agree" || event.act === "restore-relations" ? takeOn(event) : [];
  if (owed.open.length + owed.suspended.length + owed.lapsed.length > 0) {
    if (event.source === "clock") applyClock(draft, event, verdict === "applied");
    else carryOut(owed, entry);
  }
  if (more.length > 0) owed.open = [...owed.open, ...more];
}

/** Carries out, suspends or resumes what is owed already. */
function carryOut(owed: Draft<Dossier["commitments"]>, entry: DossierEntry): void {
  const { event } = entry;
  if (actOf(event.act).class === "force" && owed.lapsed.some(({ settles }) => settles)) {
    owed.lapsed = owed.lapsed.map(({ settles: _, ...one }) => one);
  }
  if (owed.open.some((one) => concerns(one, entry))) owed.open = owed.open.map((one) => carryOutInTime(one, entry));
  if (owed.lapsed.some((one) => isDoneBy(one, event))) owed.lapsed = owed.lapsed.map((one) => carryOutLate(one, entry));
  if (event.act === "suspend-treaty") owed.open = owed.open.map((one) => markChanged(one, event));
  if (event.act === "resume-treaty") owed.suspended = owed.suspended.map((one) => markChanged(one, event));
}

function applyClock({ commitments: owed }: Draft<Dossier>, event: DiplomaticEvent, applied: boolean): void {
  if (event.act === "commitment-kept") {
    const [inTime, open] = split(owed.open, ({ id }) => id === event.commitment);
    const [late, lapsed] = split(owed.lapsed, ({ id }) => id === event.commitment);
    const kept = (one: Owed, status: "kept" | "kept late") => ({ ...one, status, endedBy: one.endedBy ?? event.id });
    owed.ended.push(...inTime.map((one) => kept(one, "kept")), ...late.map((one) => kept(one, "kept late")));
    Object.assign(owed, { open, lapsed });
  } else if (event.act === "commitment-lapsed") {
    const [late, open] = split(owed.open, ({ id }) => id === event.commitment);
    const settles = applied && event.outstanding === 0 ? { settles: true as const } : {};
    const before = owed.lapsed.map((one) => (one.event === late[0]?.event ? { ...one, ...settles } : one));
    const lapsed = [...before, ...late.map((one) => ({ ...one, status: "lapsed" as const, ...settles }))];
    Object.assign(owed, { open, lapsed });
  } else if (event.act === "terms-suspended") {
    const [taken, open] = split(owed.open, ({ event: from }) => from === event.agreement);
    Object.assign(owed, { open, suspended: [...owed.suspended, ...taken.map((one) => withStatus(one, "suspended"))] });
  } else if (event.act === "terms-resumed") {
    const [taken, suspended] = split(owed.suspended, ({ event: from }) => from === event.agreement);
    Object.assign(owed, { suspended, open: [...owed.open, ...taken.map((one) => withStatus(one, "pending"))] });
  }
}

/** Those that are meant, and the others. */
function split(list: readonly Owed[], isMeant: (owed: Owed) => boolean): readonly [meant: Owed[], others: Owed[]] {
  return [list.filter(isMeant), list.filter((one) => !isMeant(one))];
}

/** The commitments that have been carried out and await their `commitment-kept`. */
export function fulfilled({ open, lapsed }: Dossier["commitments"]): readonly Commitment[] {
  const keptInTime = open.filter(({ endedBy }) => endedBy !== undefined);
  return lapsed.length === 0 ? keptInTime : [...keptInTime, ...lapsed.filter(({ endedBy }) => endedBy !== undefined)];
}

/**
 * How many commitments are still open after one has been kept or has lapsed. What was lapsed is kept late: then the others
 * of its agreement count, and it ends the crisis only if by lapsing it had thrown the parties back to talks.
 */
export function outstandingAfter({ open, lapsed }: Dossier["commitments"], one: Commitment): number {
  if (one.status !== "lapsed") return open.length - 1;
  return [...open, ...lapsed].filter(
    ({ event, id, endedBy }) => event === one.event && id !== one.id && endedBy === undefined,
  ).length;
}

/** The first minute at which a commitment is overdue; undefined when it has no deadline. */
export function overdueFrom({ before }: Pick<Commitment, "before">): number | undefined {
  return before === undefined ? undefined : when(before).end + 1;
}

function takeOn(event: DiplomaticEvent): Owed[] {
  if (!("terms" in event) || event.terms === undefined) return [];
  const truce = "kind" in event && event.kind === "truce" ? { truce: true as const } : {};
  return event.terms.map(({ act, by, before }, k) => ({
    id: `${event.id}-${k + 1}`,
    event: event.id,
    act,
    by,
    ...(before === undefined ? {} : { before }),
    doneBy: [],
    status: "pending",
    ...truce,
  }));
}

function isDoneBy(owed: Commitment, event: DiplomaticEvent): boolean {
  return owed.act === event.act && owed.endedBy === undefined;
}

function concerns(owed: Commitment, { event, minute }: DossierEntry): boolean {
  return isDoneBy(owed, event) && minute < (overdueFrom(owed) ?? Number.POSITIVE_INFINITY);
}

function carryOutInTime(owed: Owed, entry: DossierEntry): Owed {
  return concerns(owed, entry) ? markDone(owed, entry) : owed;
}

function carryOutLate(owed: Owed, entry: DossierEntry): Owed {
  return isDoneBy(owed, entry.event) ? markDone(owed, entry) : owed;
}

/** Whether somebody owes it who is no party of this relation, as in an agreement of three. */
function isOfThird({ by }: Commitment, { dyad: { a, b } }: DossierEntry): boolean {
  return by !== "both" && by !== a && by !== b;
}

function markDone(owed: Owed, { event, dyad }: DossierEntry): Owed {
  const owing = owed.by === "both" ? [dyad.a, dyad.b] : [owed.by];
  const doneBy = owing.filter((party) => owed.doneBy.includes(party) || event.from.includes(party));
  return { ...owed, doneBy, ...(doneBy.length === owing.length ? { endedBy: event.id } : {}) };
}

/** What a party suspended or resumed by naming its agreement; the clock says it in an event of its own. */
function markChanged(owed: Owed, event: DiplomaticEvent): Owed {
  return "of" in event && event.of === owed.event ? { ...owed, changedBy: event.id } : owed;
}

function withStatus({ changedBy: _, ...owed }: Owed, status: "pending" | "suspended"): Owed {
  return { ...owed, status };
}
