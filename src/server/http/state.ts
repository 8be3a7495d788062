/** Where the journal ends and where a line of it stands, as data. Many ask at once when something came: it is folded once. */

import type { Journal } from "../../journal/index.ts";
import { regionNames } from "../../machine/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { lineState } from "../../scenario/index.ts";
import { regionName, sentence, situationData, stateText } from "../../views/index.ts";

/** Where the journal ends, and its streams. */
export async function headData(journal: Journal) {
  const [head, streams] = [await journal.head(), await journal.streams()];
  return { journal: visibleLine(journal.name), ...head, streams };
}

/** Where a line stands, in words and as data; without its regions where nobody knows whose relation it is about. */
async function standData(journal: Journal, stream: string) {
  const { frame, folded } = await lineState(journal, { stream }, undefined);
  if (frame === undefined || folded === undefined) return { stream };
  const { dyad } = frame.beginning;
  const { situation } = folded.history;
  const names = { a: frame.names[dyad.a] ?? dyad.a, b: frame.names[dyad.b] ?? dyad.b };
  const regions = regionNames.map((region) => ({
    region: regionName(region, dyad),
    state: stateText(region, situation[region], dyad),
    meaning: visibleLine(sentence(region, situation, names)),
  }));
  const { title } = frame;
  return {
    stream,
    title: visibleLine(title),
    position: folded.position,
    situation: situationData(situation, dyad),
    regions,
  };
}

type StandData = Awaited<ReturnType<typeof standData>>;

/** So many lines are remembered. */
const MOST = 100;

/** Where lines stand, found out once for each position. */
export function standing(journal: Journal): (stream: string) => Promise<StandData> {
  const known = new Map<string, { readonly position: number; readonly data: Promise<StandData> }>();
  return async (stream) => {
    const { position } = await journal.head();
    const before = known.get(stream);
    if (before?.position === position) return before.data;
    const data = standData(journal, stream);
    if (known.size >= MOST) known.clear();
    known.set(stream, { position, data });
    data.catch(() => known.delete(stream));
    return data;
  };
}
