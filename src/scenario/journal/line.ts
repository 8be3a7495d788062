/** A line of a journal as of a moment: which one is meant, whether it had records then, and the state it was in. */
import { type DiplomaticEvent, inZone } from "../../events/index.ts";
import { factsOf, foldJournal, type Journal, lastPosition, type Query } from "../../journal/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { type AnyFrame, type FrameHead, frameHead, frameZone, hasRelationsFromActs } from "./frame.ts";

/** A line of a journal as of a moment. */
export interface LineMoment {
  /** The stream; the one that the journal began with by default. */
  readonly stream?: string | undefined;
  /** As of this position, or as it was recorded by this date; now by default. */
  readonly position?: number | undefined;
  readonly recordedAt?: string | undefined;
}

/**
 * Refuses a moment that a line has no records of.
 *
 * @param branch the line; every stream without it
 * @throws Problem when the journal ends before it, or the line begins after it
 */
export async function checkMoment(journal: Journal, moment: LineMoment, branch?: string): Promise<void> {
  const { position, recordedAt } = moment;
  if (position === undefined && recordedAt === undefined) return;
  const name = visibleLine(journal.name);
  const last = await lastPosition(journal.store);
  if (position !== undefined && position > last) {
    throw new Problem("no-such-moment", `@${position}: ${name} ends at position ${last}.`);
  }
  if ((await firstOf(journal, { branch, position, recordedAt })) !== undefined) return;
  const first = await firstOf(journal, { branch });
  if (first === undefined) return;
  const line = branch === undefined ? name : `${name}#${visibleLine(branch)}`;
  const time = first.recordedAt.slice(0, 16).replace("T", " ");
  throw new Problem(
    "no-such-moment",
    `@${visibleLine(`${position ?? recordedAt}`)}: nothing of ${line} had been recorded by then. Its first record is at position ${first.position}, of ${time} UTC.`,
  );
}

async function firstOf(journal: Journal, query: Query) {
  // A faulty record is reported where the line is read.
  for await (const record of journal.read(query, { onFault: () => undefined })) return record;
  return undefined;
}

/**
 * The stream that is meant: the one that is named, else the one that the journal began with.
 *
 * @throws Problem when there is none, or it had no records at that moment
 */
export async function streamOf(journal: Journal, moment: LineMoment): Promise<string> {
  const { stream } = moment;
  const names = (await journal.streams()).map((one) => one.stream);
  const [first] = names;
  if (first === undefined) {
    throw new Problem(
      "no-scenario",
      `${journal.name} is empty. Begin a crisis in it: demarche journal append … --from FILE.`,
    );
  }
  if (stream === undefined || names.includes(stream)) {
    await checkMoment(journal, moment, stream ?? first);
    return stream ?? first;
  }
  throw new Problem("unknown-stream", `${journal.name} has no stream "${visibleLine(stream)}".`, {
    suggestion: nearest(stream, names),
    expected: `Streams: ${names.map(visibleLine).join(", ")}.`,
  });
}

export function queryOf({ position, recordedAt }: LineMoment, branch: string): Query {
  return { branch, position, recordedAt };
}

/** The state that a line was in: of several relations the main one. Without a frame the parties are unknown. */
export interface LineState {
  readonly stream: string;
  readonly frame?: FrameHead | undefined;
  readonly folded?: Awaited<ReturnType<typeof foldJournal>>;
}

/**
 * The state of a line as of a moment. Reads on from a snapshot where there is one.
 *
 * @param at the date at whose end it is looked at; the last event by default
 * @throws Problem as {@link streamOf} does
 */
export async function lineState(journal: Journal, moment: LineMoment, at: string | undefined): Promise<LineState> {
  const stream = await streamOf(journal, moment);
  const { position, recordedAt } = moment;
  const entry = await latestFrame(journal, queryOf(moment, stream));
  const events =
    entry !== undefined && hasRelationsFromActs(entry) ? await eventsOf(journal, queryOf(moment, stream)) : [];
  const frame = entry === undefined ? undefined : frameHead(entry, events);
  if (frame === undefined) return { stream };
  const date = at === undefined ? undefined : inZone(at, frame.zone);
  const query = { branch: stream, position, recordedAt, at: date };
  const folded = await foldJournal(journal, { ...query, beginning: frame.beginning });
  return { stream, frame, folded };
}

export async function lineZone(journal: Journal, query: Query): Promise<string> {
  return frameZone(await latestFrame(journal, query));
}

async function eventsOf(journal: Journal, query: Query): Promise<readonly DiplomaticEvent[]> {
  const { facts } = factsOf(await Array.fromAsync(journal.read(query)));
  return facts.map(({ event }) => event);
}

async function latestFrame(journal: Journal, query: Query): Promise<AnyFrame | undefined> {
  let frame: AnyFrame | undefined;
  for await (const { entry } of journal.read({ ...query, kind: "frame" })) if (entry.kind === "frame") frame = entry;
  return frame;
}
