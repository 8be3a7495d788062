/** The mirror: the same seen from the other party. */
import {
  type ChartEvent,
  type Detail,
  fromKey,
  keyOf,
  type Situation,
  symbolIndex,
  symbols,
} from "../machine/index.ts";

export function mirrorSituation(situation: Situation): Situation {
  const { missionA, missionB } = situation;
  const opposed = keyOf({ ...situation, missionA: missionB, missionB: missionA }).replace(/by-[ab]/g, (side) =>
    side === "by-a" ? "by-b" : "by-a",
  );
  return fromKey(opposed);
}

const OPPOSED: { readonly [D in Detail]?: Detail } = {
  "others-a": "others-b",
  "others-b": "others-a",
  "last-of-a": "last-of-b",
  "last-of-b": "last-of-a",
};

function opposite(event: ChartEvent): ChartEvent {
  const { by, detail } = event;
  const opposed = detail === undefined ? {} : { detail: OPPOSED[detail] ?? detail };
  return { ...event, by: by === "a" ? "b" : by === "b" ? "a" : by, ...opposed };
}

/** For each symbol the same act by the other party. */
export const opposites: readonly number[] = symbols.map((symbol) => symbolIndex(opposite(symbol)));

/** The keys of events and of what the dossier holds that name actors by code. */
const CODES: ReadonlySet<string> = new Set(["from", "to", "by", "group", "in", "mission", "doneBy"]);

/** Plain data with other codes for its actors; texts that people wrote stay as they are. */
export function recode(value: unknown, rename: (code: string) => string, isCode = false): unknown {
  if (typeof value === "string") return isCode ? rename(value) : value;
  if (Array.isArray(value)) return value.map((item) => recode(item, rename, isCode));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recode(item, rename, CODES.has(key))]));
}
