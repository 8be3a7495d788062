/** `journal show`: what a journal holds, and where a line of it stood, by what was known when. */
import type { z } from "zod";
import { when } from "../../events/index.ts";
import { type FrameEntry, foldJournal, type Journal, type StreamInfo } from "../../journal/index.ts";
import { BLANK, type Block, beside, line, plural, render, section, situationBlock, span } from "../../present/index.ts";
import { type FrameHead, frameHead, visibleLine } from "../../scenario/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { json } from "../json.ts";
import { dossierData, situationData } from "../output/common.ts";
import type { journalShow } from "../output/schema/journal.ts";
import type { JournalAddress } from "./address.ts";
import { addressIn, queryOf, streamOf, withJournal } from "./open.ts";

/** Shows it. Reads on from a snapshot where there is one, so that a million events are no matter. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const address = addressIn(args[0]);
  const at = textOption(options, "at");
  const columns = widthOption(call);
  return withJournal(address, async (journal) => {
    const [head, streams] = [await journal.head(), await journal.streams()];
    const stand = streams.length === 0 ? undefined : await standOf(journal, address, at);
    if (flag(options, "json")) {
      const { stream, frame, folded } = stand ?? {};
      const dyad = frame?.beginning.dyad;
      const where =
        folded === undefined || dyad === undefined
          ? {}
          : {
              stand: {
                stream: stream ?? "",
                position: folded.position,
                situation: situationData(folded.history.situation, dyad),
                dossier: dossierData(folded.history.dossier, dyad),
              },
            };
      const data: z.infer<typeof journalShow> = {
        journal: journal.name,
        position: head.position,
        hash: head.hash,
        streams: [...streams],
        ...where,
      };
      io.write(json(data, 2));
      return exitCodes.fine;
    }
    const { out } = await io.palettes();
    const title = line(span(visibleLine(journal.name), "title"), `  ${plural(head.position, "record")}`);
    io.write(
      render([title, line(span(`hash of the last: ${head.hash}`, "faint")), BLANK, ...streamsBlock(streams)], out),
    );
    if (stand !== undefined) io.write(render(standBlock(stand, address, at, columns), out));
    return exitCodes.fine;
  });
}

interface Stand {
  readonly stream: string;
  readonly frame?: FrameHead | undefined;
  readonly folded?: Awaited<ReturnType<typeof foldJournal>>;
}

async function standOf(journal: Journal, address: JournalAddress, at: string | undefined): Promise<Stand> {
  const stream = await streamOf(journal, address);
  const { position, recordedAt } = address;
  const entry = await latestFrame(journal, queryOf(address, stream));
  const frame = entry === undefined ? undefined : frameHead(entry);
  if (frame === undefined) return { stream };
  if (at !== undefined) when(at);
  const folded = await foldJournal(journal, { branch: stream, beginning: frame.beginning, position, recordedAt, at });
  return { stream, frame, folded };
}

async function latestFrame(journal: Journal, query: Parameters<Journal["read"]>[0]): Promise<FrameEntry | undefined> {
  let frame: FrameEntry | undefined;
  for await (const { entry } of journal.read({ ...query, kind: "frame" })) if (entry.kind === "frame") frame = entry;
  return frame;
}

function streamsBlock(streams: readonly StreamInfo[]): Block {
  const widest = streams.reduce((most, { stream }) => Math.max(most, stream.length), 6);
  const row = (name: string, version: string, begun: string, last: string, style?: "strong"): Block =>
    beside([
      { columns: widest + 2, block: [line(span(name, style))] },
      { columns: 10, block: [line(span(version.padStart(8), style))] },
      { columns: 22, block: [line(span(begun, style ?? "faint"))] },
      { columns: 20, block: [line(span(last, style ?? "faint"))] },
    ]);
  const time = (text: string): string => text.slice(0, 19).replace("T", " ");
  return [
    ...row("Stream", "Records", "begun (UTC)", "last recorded", "strong"),
    ...streams.flatMap(({ stream, version, begun, recordedAt }) =>
      row(visibleLine(stream), String(version), time(begun), time(recordedAt)),
    ),
  ];
}

function standBlock(
  { stream, frame, folded }: Stand,
  address: JournalAddress,
  at: string | undefined,
  columns: number,
): Block {
  if (frame === undefined || folded === undefined) {
    return [BLANK, line(`${stream} holds events and no scenario: where it stands can't be told without its parties.`)];
  }
  const known =
    address.recordedAt === undefined
      ? `by what was recorded up to position ${folded.position}`
      : `by what was recorded by ${visibleLine(address.recordedAt)}`;
  const title = `Where ${stream} stood${at === undefined ? "" : ` at the end of ${at}`}, ${known}`;
  const { dyad } = frame.beginning;
  const names = { a: frame.names[dyad.a] ?? dyad.a, b: frame.names[dyad.b] ?? dyad.b };
  return section(title, situationBlock(folded.history.situation, dyad, names, columns - 2));
}
