/** The beginning that a frame tells of: what folding needs to know of a scenario, without its events. */
import { parseDuration, when } from "../../events/index.ts";
import { type Beginning, QUIET } from "../../history/index.ts";
import type { FrameEntry } from "../../journal/index.ts";
import { scenarioFile } from "../schema/file.ts";
import { toOpening } from "../sides.ts";
import { parseFile } from "../yaml/document.ts";

const head = scenarioFile.pick({ title: true, parties: true, opening: true, quiet: true, window: true });

/** What a frame says of its scenario. */
export interface FrameHead {
  readonly title: string;
  readonly names: Readonly<Record<string, string>>;
  readonly beginning: Beginning;
}

/** What a frame says; undefined when it is no part of a scenario's file. */
export function frameHead(frame: FrameEntry): FrameHead | undefined {
  const read = head.strip().safeParse(frameValue(frame));
  if (!read.success) return undefined;
  const { title, parties, opening, quiet, window } = read.data;
  const [a, b] = Object.keys(parties);
  if (a === undefined || b === undefined) return undefined;
  const situation = toOpening(opening ?? {}, { a, b });
  if (situation === undefined) return undefined;
  return {
    title,
    names: Object.fromEntries(Object.entries(parties).map(([code, { name }]) => [code, name])),
    beginning: {
      dyad: { a, b },
      opening: situation,
      from: when(window.from).start,
      quiet: parseDuration(quiet ?? "") ?? QUIET,
    },
  };
}

/** A frame as a value: a scenario's file whose events are empty. */
export function frameValue({ before, after }: FrameEntry): unknown {
  return parseFile(`${before.replace(/^\ufeff/, "").replace(/\n*$/, "\n")}${after}`).value;
}
