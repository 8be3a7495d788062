/** Sitting down at a table: opens the line of the journal that is played on, and begins it if it is new. */

import { dateOf, option, relationNamed } from "../../../crisis/index.ts";
import { when } from "../../../events/index.ts";
import { factsOf, isConflict, type Journal, type JournalRecord } from "../../../journal/index.ts";
import * as play from "../../../play/index.ts";
import { nearest, Problem, visibleLine } from "../../../problem/index.ts";
import { frameZone, lineageOf, readLineage, type Scenario, streamOf } from "../../../scenario/index.ts";
import { badOption } from "../../command.ts";
import type { JournalAddress } from "../../journal/address.ts";
import { branchOf, branchOff } from "../../journal/fork.ts";

/** The line that is played on if none is named. */
const DEFAULT_LINE = "game";

/** The table and its stream. */
export interface TableSeat {
  readonly stream: string;
  readonly table: play.GameTable;
}

/** Who sits down, and for which game. */
interface SeatRequest {
  readonly player: string;
  /** A date or an event: where a game leaves the record; its first event by default. */
  readonly from?: string | undefined;
  /** The relation that is played, by its parties; the main one by default. */
  readonly between?: string | undefined;
}

/**
 * The table of a line. A new stream is forked from the journal's first one: moves never become part of the record itself.
 */
export async function sitDown(
  journal: Journal,
  address: JournalAddress,
  { player, from, between }: SeatRequest,
): Promise<TableSeat> {
  const root = await streamOf(journal, {});
  const stream = address.stream ?? DEFAULT_LINE;
  if (stream === root) {
    throw badOption(`${stream} is the record, where nothing is played. Name a line for the game: #${DEFAULT_LINE}.`);
  }
  if ((await journal.versionOf(stream)) === 0) await beginGame(journal, root, stream, from);
  else if (from !== undefined) {
    throw badOption(`The game ${stream} has begun: --from says where a new one leaves the record.`);
  }
  const records = await Array.fromAsync(journal.read({ branch: stream }));
  const scenario = scenarioOf(records, `${journal.name}#${stream}`, between);
  return { stream, table: play.tableOf(scenario, player, records) };
}

async function beginGame(journal: Journal, root: string, stream: string, from: string | undefined): Promise<void> {
  const records = await Array.fromAsync(journal.read({ branch: root }));
  const branch = branchOf(records, byThen(records, from));
  try {
    await branchOff(journal, stream, branch);
  } catch (error) {
    // The other player was faster and has begun the game.
    if (!isConflict(error)) throw error;
  }
}

/** Tells whether an event comes before the game leaves the record: at the end of a day, or after an event. */
function byThen(records: readonly JournalRecord[], from: string | undefined): Parameters<typeof branchOf>[1] {
  if (from !== undefined && /^\d{4}-/.test(from)) {
    const zone = frameZone(factsOf(records).frame);
    const { end } = dateOf({ zone }, from, option("from"));
    return ({ at }) => when(at).start <= end;
  }
  const ids = factsOf(records).facts.map(({ event }) => event.id);
  const place = from === undefined ? 0 : ids.indexOf(from);
  if (place >= 0) {
    const later = new Set(ids.slice(place + 1));
    return ({ id }) => !later.has(id);
  }
  throw badOption(`--from ${visibleLine(from ?? "")}: no date, and no event of the record.`, {
    suggestion: nearest(from ?? "", ids),
  });
}

function scenarioOf(records: readonly JournalRecord[], name: string, between: string | undefined): Scenario {
  const line = lineageOf(name, records, true);
  if (line.facts.frame === undefined)
    throw new Problem("unreadable", `${visibleLine(name)} holds no scenario to play in.`);
  const { relations, diagnostics } = readLineage(line, name, true);
  if (relations !== undefined) return relationNamed(relations, between, option("between"));
  const error = diagnostics.find(({ severity }) => severity === "error");
  throw new Problem(
    "unreadable",
    `${visibleLine(name)} can't be read: ${error?.message ?? ""} demarche check shows all.`,
  );
}
