/** Schemas of what `journal` writes as JSON. */
import * as z from "zod/mini";
import type { LineState } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { situationData } from "../../views/index.ts";
import { type Data, situation } from "./common.ts";
import { dossier, dossierData } from "./dossier.ts";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const position = z.int().check(z.minimum(0));
const time = described(z.string(), "UTC with milliseconds");
const journal = described(z.string(), "A file's name, or a server's address without its password");

/** An entry: an event, or a correction, frame, fork or proposal; its keys are told in docs/explanation/journal.md. */
const entry = z.looseObject({ kind: z.enum(["event", "correction", "frame", "fork", "proposal"]) });

/** A line of `journal list --jsonl`, and each line of an export but the first. */
export const journalRecord = z.strictObject({
  position: described(z.int().check(z.minimum(1)), "Its place in the whole journal, without a gap"),
  stream: z.string(),
  version: described(z.int().check(z.minimum(1)), "Its place in its stream, without a gap"),
  recordedAt: time,
  entry,
  previous: described(hash, "The hash of the record before; zeros for the first"),
  hash: described(hash, "SHA-256 over the canonical JSON of all the other keys"),
});

const between = described(
  z.tuple([z.string(), z.string()]),
  "The codes of the two parties; of several relations the main one",
);
const relations = described(z.int().check(z.minimum(1)), "How many relations are followed");

export const journalShow = z.strictObject({
  journal,
  position,
  hash: described(hash, "Of the last record"),
  streams: z.array(z.strictObject({ stream: z.string(), version: position, begun: time, recordedAt: time })),
  stand: described(
    z.optional(z.strictObject({ stream: z.string(), position, between, relations, situation, dossier })),
    "Where the line stood; absent where it holds no scenario",
  ),
});

/** What a journal holds, and where a line of it stood. */
export function journalShowData(
  { name, head, streams }: JournalContents,
  line: LineState | undefined,
): Data<typeof journalShow> {
  const { stream = "", frame, folded } = line ?? {};
  const dyad = frame?.beginning.dyad;
  return {
    journal: name,
    position: head.position,
    hash: head.hash,
    streams,
    stand: folded &&
      dyad && {
        stream,
        position: folded.position,
        between: [dyad.a, dyad.b],
        relations: frame.relations,
        situation: situationData(folded.history.situation, dyad),
        dossier: dossierData(folded.history.dossier, dyad),
      },
  };
}

/** What a journal holds: its last record, and its streams. */
export interface JournalContents extends Pick<Data<typeof journalShow>, "streams"> {
  readonly name: string;
  readonly head: Pick<Data<typeof journalShow>, "position" | "hash">;
}

export const journalAppend = z.strictObject({
  journal,
  stream: z.string(),
  version: described(position, "The version that the stream now has"),
  positions: described(z.array(position), "Where each entry stands; the old place of what was there already"),
  added: position,
});

export const journalVerify = z.strictObject({
  journal,
  records: position,
  head: hash,
  faults: z.array(z.strictObject({ position, problem: z.string() })),
});

export const journalImport = z.strictObject({ journal, records: position, added: position, already: position });
