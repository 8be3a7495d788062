/** A table: two people, each a party, play on one line of a journal. Nobody acts by a doctrine; only the clock runs. */
import { type ActId, type DiplomaticEvent, formatWhen, needsConsent, when } from "../events/index.ts";
import { compile, setupFrom } from "../futures/index.ts";
import { advance, type History, historyOf } from "../history/index.ts";
import { factsOf, type JournalEntry, type JournalRecord } from "../journal/index.ts";
import type { Dyad } from "../machine/index.ts";
import { PLAYED, recordOf, type Scenario } from "../scenario/index.ts";
import { judgedFor } from "./choices.ts";
import { type Proposal, proposalsAfter } from "./consent.ts";
import { type Seat, seatOf } from "./game.ts";
import { actAlone, decideMove, jointMove, numberedName, type Refusal } from "./move.ts";

/** A line of a journal as one of its players sees it. */
export interface GameTable extends Seat {
  readonly records: readonly JournalRecord[];
  /** As far as the player's clock has run. */
  readonly history: History;
  /** What one party has proposed and the other has not. */
  readonly proposals: readonly Proposal[];
  /** The player's own clock: it may be ahead of the last event. */
  readonly minute: number;
  readonly over: boolean;
}

/** What becomes of an act that is tried at a table: the entries to append, or why there are none. */
export type Moved = { readonly kind: "act" | "proposal"; readonly entries: readonly JournalEntry[] } | Refusal;

/**
 * A table as it stands.
 *
 * @param minute the player's own clock; that of the last event by default
 * @throws RangeError when the player is no party
 */
export function tableOf(
  scenario: Scenario,
  player: string,
  records: readonly JournalRecord[],
  minute = Number.NEGATIVE_INFINITY,
): GameTable {
  const seat = seatOf(scenario, player);
  const { dyad, window } = scenario;
  const events = factsOf(records).facts.map(({ event }) => event);
  const last = events.reduce((latest, { at }) => Math.max(latest, when(at).start), window.from);
  const now = Math.min(Math.max(minute, last), window.to);
  const history = historyOf(recordOf({ ...scenario, events, window: { ...window, to: now } }));
  return { ...seat, records, history, proposals: proposalsIn(records, dyad), minute: now, over: now >= window.to };
}

/** The table after more was recorded. What is there already is passed over. */
export function heard(table: GameTable, more: readonly JournalRecord[]): GameTable {
  const last = table.records.at(-1)?.position ?? 0;
  const fresh = more.filter(({ position }) => position > last);
  return fresh.length === 0 ? table : tableOf(table.scenario, table.player, [...table.records, ...fresh], table.minute);
}

/** The table when the player has let time pass. Others see nothing of it until the player acts. */
export function waited({ scenario, player, records, minute }: GameTable, minutes: number): GameTable {
  return tableOf(scenario, player, records, minute + minutes);
}

/**
 * An act that is tried, a minute after the present. What needs the other's consent is proposed, or done when the other
 * has proposed it. What the law does not allow is refused.
 */
export function move(table: GameTable, act: ActId, fields: Readonly<Record<string, unknown>> = {}): Moved {
  const { scenario, other, minute, proposals } = table;
  const now = minute + 1;
  if (now > scenario.window.to) return { kind: "over" };
  const history = advance(table.history, now);
  if (needsConsent(act)) {
    const { reasons } = judgedFor(table, history, act);
    if (reasons.length > 0) return { kind: "void", reasons };
    const isMet = proposals.some((one) => one.act === act && one.by === other);
    return isMet ? actTogether(table, history, act) : propose(table, act, now);
  }
  return toMove(actAlone(history, table, act, { cite: [PLAYED], ...fields }, (stem) => freeId(table, stem)));
}

function toMove(outcome: DiplomaticEvent | Refusal): Moved {
  return "id" in outcome ? { kind: "act", entries: [{ kind: "event", event: outcome }] } : outcome;
}

function actTogether(table: GameTable, history: History, wanted: ActId): Moved {
  const { scenario, history: before } = table;
  const { term } = compile(setupFrom(scenario, { history: before, reopened: [] }));
  const move = jointMove(history, wanted, term, { cite: [PLAYED] }, (stem) => freeId(table, stem));
  return toMove(decideMove(history, move));
}

function propose(table: GameTable, act: ActId, minute: number): Moved {
  const { player, records } = table;
  const count = records.filter(({ entry }) => entry.kind === "proposal").length;
  const id = `propose:${player}-${act}-${count + 1}`.toLowerCase();
  const at = formatWhen(minute, "minute");
  return { kind: "proposal", entries: [{ kind: "proposal", id, act, by: player, at }] };
}

function freeId({ records, scenario }: GameTable, stem: string): string {
  const used = new Set([
    ...records.flatMap(({ entry }) => (entry.kind === "event" ? [entry.event.id] : [])),
    ...scenario.context.map(({ id }) => id),
  ]);
  return numberedName(stem, (id) => used.has(id));
}

/** The proposals that stand, as they were made and met. */
function proposalsIn(records: readonly JournalRecord[], dyad: Dyad): readonly Proposal[] {
  let proposals: readonly Proposal[] = [];
  for (const { entry } of records) {
    if (entry.kind === "event") proposals = proposalsAfter(proposals, entry.event, dyad);
    if (entry.kind !== "proposal") continue;
    const { act, by, at } = entry;
    if (proposals.some((one) => one.act === act && one.by === by)) continue;
    proposals = [...proposals, { act, by, minute: when(at).start }];
  }
  return proposals;
}
