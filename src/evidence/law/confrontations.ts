/** The law held against confrontations: what can fail, counted by kind and decade, with examples. */
import { type FoldedEnd, foldedEnds } from "../../calibrated/index.ts";
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { QUIET } from "../../history/index.ts";
import { pairsOf } from "../mie/pairs.ts";
import type { MidRow } from "../tables/mid.ts";
import type { MieRow } from "../tables/mie.ts";
import { type FoldedPair, foldPair, type Spot } from "./fold-pair.ts";

export interface Conformance {
  readonly pairs: number;
  readonly events: number;
  /** Fades before the last event of a pair began, and the pairs that have one. */
  readonly inside: number;
  readonly split: number;
  /** Of the fades: those before which the whole confrontation rested, and not this pair alone. */
  readonly resting: number;
  /** Fades while an event lasts. */
  readonly during: number;
  /** Pairs with a display, force or war, and those of them that never leave normal. */
  readonly hostile: number;
  readonly unmoved: number;
  readonly void: number;
}

export interface NamedConformance extends Conformance {
  readonly name: string;
}

/** How pairs end by the law, of disputes that ended alike by what the coders say. */
export interface EndingRow {
  readonly of: "wars" | "other disputes";
  /** What of the ending is alike, and how. */
  readonly by: "settlement" | "outcome";
  readonly name: string;
  readonly disputes: number;
  readonly pairs: number;
  readonly ends: Readonly<Record<FoldedEnd, number>>;
}

export interface ConfrontationScore {
  readonly quietDays: number;
  readonly all: Conformance;
  readonly byLevel: readonly NamedConformance[];
  readonly byDecade: readonly NamedConformance[];
  readonly examples: Readonly<Record<"inside" | "during" | "unmoved" | "void", readonly Spot[]>>;
  /** Undefined without a table of disputes. */
  readonly endings: readonly EndingRow[] | undefined;
}

const LEVELS: Readonly<Record<number, string>> = { 2: "threat", 3: "display", 4: "force", 5: "war" };
const MAX_EXAMPLES = 3;

export function scoreConfrontations(rows: readonly MieRow[], disputes?: readonly MidRow[]): ConfrontationScore {
  const all = Map.groupBy(rows, ({ confrontation }) => confrontation);
  const folded = pairsOf(rows).map((pair) => foldPair(pair, all.get(pair.confrontation) ?? []));
  const conformanceBy = (key: (one: FoldedPair) => string): readonly NamedConformance[] =>
    [...Map.groupBy(folded, key)].map(([name, some]) => ({ name, ...conformanceOf(some) }));
  return {
    quietDays: QUIET / MINUTES_PER_DAY,
    all: conformanceOf(folded),
    byLevel: conformanceBy(({ level }) => String(level))
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map((one) => ({ ...one, name: LEVELS[Number(one.name)] ?? one.name })),
    byDecade: conformanceBy(({ pair }) => `${Math.floor(pair.began / 10) * 10}s`).toSorted((one, other) =>
      one.name.localeCompare(other.name),
    ),
    examples: {
      inside: folded.flatMap(({ inside }) => inside.slice(0, 1)).slice(0, MAX_EXAMPLES),
      during: folded.flatMap(({ during }) => during).slice(0, MAX_EXAMPLES),
      unmoved: folded.flatMap(({ unmoved, first }) => (unmoved ? [first] : [])).slice(0, MAX_EXAMPLES),
      void: folded.flatMap(({ voids }) => voids).slice(0, MAX_EXAMPLES),
    },
    endings: disputes === undefined ? undefined : endingsOf(folded, disputes),
  };
}

function conformanceOf(some: readonly FoldedPair[]): Conformance {
  const sum = (of: (one: FoldedPair) => number): number => some.reduce((total, one) => total + of(one), 0);
  return {
    pairs: some.length,
    events: sum(({ pair }) => pair.rows.length),
    inside: sum(({ inside }) => inside.length),
    split: sum(({ inside }) => Math.sign(inside.length)),
    resting: sum(({ resting }) => resting),
    during: sum(({ during }) => during.length),
    hostile: sum(({ level }) => (level >= 3 ? 1 : 0)),
    unmoved: sum(({ unmoved }) => (unmoved ? 1 : 0)),
    void: sum(({ voids }) => voids.length),
  };
}

/** How pairs end by the law, by what the coders say of their disputes: most frequent first. */
function endingsOf(folded: readonly FoldedPair[], disputes: readonly MidRow[]): readonly EndingRow[] {
  const pairs = Map.groupBy(folded, ({ pair }) => pair.confrontation);
  const withPairs = disputes.filter(({ dispute }) => pairs.has(dispute));
  const by = (of: EndingRow["of"], key: EndingRow["by"]): readonly EndingRow[] => {
    const some = withPairs.filter(({ level }) => (level === 5) === (of === "wars"));
    const rows = [...Map.groupBy(some, (row) => row[key])].map(([name, alike]): EndingRow => {
      const alikePairs = alike.flatMap(({ dispute }) => pairs.get(dispute) ?? []);
      const count = (wanted: FoldedEnd): number => alikePairs.filter(({ end }) => end === wanted).length;
      const ends = Object.fromEntries(foldedEnds.map((end) => [end, count(end)])) as EndingRow["ends"];
      return { of, by: key, name, disputes: alike.length, pairs: alikePairs.length, ends };
    });
    return rows.toSorted((one, other) => other.disputes - one.disputes);
  };
  return (["wars", "other disputes"] as const).flatMap((of) => [...by(of, "settlement"), ...by(of, "outcome")]);
}
