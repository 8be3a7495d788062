/** Comparing golden histories: the first position of each that is not what it was, and what differs there. */
import { lawOf } from "../../src/laws/index.ts";
import { regionNames } from "../../src/machine/index.ts";
import { differenceText, type StepRow } from "../../src/testing/index.ts";
import { type Golden, RECORD, SAME } from "./make.ts";
import { fromLine, lineOf, type Position } from "./position.ts";

/** A history that is not what it was. */
export interface Changed {
  /** The file that tells it, without its ending, and its name there. */
  readonly golden: string;
  readonly history: string;
  /** The first position that differs, counted from 1, and its id: the old one where there is one. */
  readonly position: number;
  readonly from: string;
  readonly rows: readonly StepRow[];
  /** The names of the laws that the position breaks today; absent where there is none today. */
  readonly breaks?: readonly string[];
}

/** Reads the text of a golden file. */
export function goldenOf(text: string): Golden {
  const golden = new Map<string, Position[]>();
  let positions: Position[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || line === "") continue;
    if (!line.startsWith("  ")) {
      positions = [];
      golden.set(line, positions);
    } else if (line.startsWith(`  ${SAME}`)) {
      positions.push(...(golden.get(RECORD) ?? []).slice(0, Number(line.slice(SAME.length + 2))));
    } else positions.push(fromLine(line));
  }
  return golden;
}

/** The histories of a file that are not what they were, those that are gone or new among them. */
export function changesIn(name: string, was: Golden, is: Golden): readonly Changed[] {
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.flatMap((history): readonly Changed[] => {
    const [old, now] = [was.get(history), is.get(history)];
    if (old === undefined || now === undefined) {
      const [expected, actual] = [told(old), told(now)];
      return [{ golden: name, history, position: 0, from: "", rows: [{ part: "history", expected, actual }] }];
    }
    const place = Array.from({ length: Math.max(old.length, now.length) }).findIndex(
      (_, k) => textOf(old[k]) !== textOf(now[k]),
    );
    if (place < 0) return [];
    const [one, other] = [old[place], now[place]];
    const from = one?.id ?? other?.id ?? "";
    const held = other === undefined ? {} : { breaks: other.breaks ?? [] };
    return [{ golden: name, history, position: place + 1, from, rows: rowsOf(one, other), ...held }];
  });
}

/** What changed, for a reader, and which laws are broken there. */
export function changedText({ golden, history, position, from, rows, breaks }: Changed): string {
  const where = position === 0 ? "" : `, position ${position}, ${from}`;
  return [`${golden}, ${history}${where}`, differenceText(rows), ...lawLines(breaks)].join("\n");
}

function lawLines(breaks: readonly string[] | undefined): readonly string[] {
  if (breaks === undefined) return [];
  if (breaks.length === 0) return ["    No law of situations or of steps is broken there."];
  return breaks.map((name) => `    The law ${name} is broken there: ${lawOf(name).sentence}`);
}

function told(positions: readonly Position[] | undefined): string {
  return positions === undefined ? "not there" : `${positions.length} positions`;
}

function textOf(position: Position | undefined): string {
  return position === undefined ? "" : lineOf(position);
}

/** What happened, and of the rest only what differs. */
function rowsOf(was: Position | undefined, is: Position | undefined): readonly StepRow[] {
  const row = (part: string, value: (one: Position) => string | undefined): StepRow => ({
    part,
    expected: (was && value(was)) ?? "nothing",
    actual: (is && value(is)) ?? "nothing",
  });
  const happened = row("event", ({ id, at, act }) => `${at} ${act} (${id})`);
  const parts = Object.keys(was?.dossier ?? is?.dossier ?? {});
  const rest = [
    row("verdict", ({ verdict }) => verdict),
    ...regionNames.map((region) => row(region, ({ situation }) => situation[region])),
    ...parts.map((part) => row(`dossier: ${part}`, ({ dossier }) => dossier[part])),
  ];
  return [happened, ...rest.filter(({ expected, actual }) => expected !== actual)];
}
