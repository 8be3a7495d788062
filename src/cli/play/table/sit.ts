/** Sitting down at a table: the line of the journal that is played on, begun if it is not there yet. */
import { when } from "../../../events/index.ts";
import { play } from "../../../futures/index.ts";
import { ConflictError, factsOf, forkStream, type Journal, type JournalRecord } from "../../../journal/index.ts";
import { fitted, nearest, readScenario, type Scenario, scenarioText, visibleLine } from "../../../scenario/index.ts";
import { didYouMean, UsageError } from "../../exit.ts";
import type { JournalAddress } from "../../journal/address.ts";
import { streamOf } from "../../journal/open.ts";

/** The line that is played on when none is named. */
const GAME = "game";

/** What was sat down to. */
export interface Seated {
  readonly stream: string;
  readonly table: play.Table;
}

/**
 * The table of a line. A stream that is not there yet is forked from the one that the journal began with: what is
 * played never stands in the record itself.
 *
 * @param from a date or an event: where the game leaves the record; its first event by default
 */
export async function sitDown(
  journal: Journal,
  address: JournalAddress,
  player: string,
  from?: string,
): Promise<Seated> {
  const root = await streamOf(journal, {});
  const stream = address.stream ?? GAME;
  if (stream === root) {
    throw new UsageError(`${stream} is the record, where nothing is played. Name a line for the game: #${GAME}.`);
  }
  if ((await journal.versionOf(stream)) === 0) await begin(journal, root, stream, from);
  else if (from !== undefined) {
    throw new UsageError(`The game ${stream} has begun: --from says where a new one leaves the record.`);
  }
  const records = await Array.fromAsync(journal.read({ branch: stream }));
  return { stream, table: play.tableOf(scenarioOf(records, `${journal.name}#${stream}`), player, records) };
}

async function begin(journal: Journal, root: string, stream: string, from: string | undefined): Promise<void> {
  const records = await Array.fromAsync(journal.read({ branch: root }));
  const version = placeOf(records, from);
  try {
    await forkStream(journal, root, stream, { version });
  } catch (error) {
    // The other player was faster, and sits there already.
    if (!(error instanceof ConflictError)) throw error;
  }
}

/** So many records of the parent are shared. */
function placeOf(records: readonly JournalRecord[], from: string | undefined): number {
  const events = records.filter(({ entry }) => entry.kind === "event");
  const idAt = ({ entry }: JournalRecord): string => (entry.kind === "event" ? entry.event.id : "");
  const dated = from !== undefined && /^\d{4}-/.test(from);
  const last = dated
    ? events.findLast(({ entry }) => entry.kind === "event" && when(entry.event.at).start <= when(from).end)
    : events.find((record) => from === undefined || idAt(record) === from);
  if (last !== undefined) return last.version;
  const ids = events.map(idAt);
  throw new UsageError(
    `--from ${visibleLine(from ?? "")}: no date after its first event, and no event of the record.${didYouMean(nearest(from ?? "", ids))}`,
  );
}

function scenarioOf(records: readonly JournalRecord[], name: string): Scenario {
  const facts = factsOf(records);
  if (facts.frame === undefined) throw new UsageError(`${visibleLine(name)} holds no scenario to play in.`);
  const { scenario, diagnostics } = readScenario(fitted(scenarioText(facts), true).text, { file: name });
  if (scenario !== undefined) return scenario;
  const error = diagnostics.find(({ severity }) => severity === "error");
  throw new UsageError(`${visibleLine(name)} can't be read: ${error?.message ?? ""} demarche check shows all.`);
}
