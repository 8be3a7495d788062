/** How the law conforms to other people's data: first what can fail, then by kind and decade, with examples. */
import type { FoldedEnd } from "../calibrated/index.ts";
import type {
  CodeScore,
  ConfrontationScore,
  EndingRow,
  LawScore,
  NamedConformance,
  RefusedRows,
  Spot,
} from "../evidence/index.ts";
import { type Column, type Document, facts, formatCount, headed, list, type Part, prose } from "../render/index.ts";

/** What a score was made of. */
export interface ScoredTable {
  readonly file: string;
  readonly score: LawScore;
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/** The document of a score. */
export function lawScoreDocument({ file, score, refused }: ScoredTable): Document {
  const parts = score.of === "confrontations" ? confrontationParts(score) : codeParts(score);
  const refusedItems = [...refused].map(([reason, { count, first }]) => ({
    text: `${count === 1 ? "1 row" : `${formatCount(count)} rows`}: ${reason}. The first: ${first.message}`,
  }));
  return {
    title: `The law beside ${file}`,
    parts: [...parts, ...(refusedItems.length === 0 ? [] : [list("Rows left out", refusedItems)])],
  };
}

function confrontationParts(score: ConfrontationScore): readonly Part[] {
  const { all, byLevel, byDecade, examples, endings, quietDays } = score;
  const inside = `${formatCount(all.inside)}, in ${countOfAll(all.split, all.pairs)} pairs`;
  const spots = [
    ...exampleItems("fades inside", examples.inside),
    ...exampleItems("fades while an event lasts", examples.during),
    ...exampleItems("never leaves normal", examples.unmoved),
    ...exampleItems("void", examples.void),
  ];
  return [
    facts("What can fail", [
      [`fades before a pair's last event (quiet for ${quietDays} days)`, inside],
      ["of these, where all of the confrontation rested", formatCount(all.resting)],
      ["fades while an event lasts", formatCount(all.during)],
      ["display, force or war that never leaves normal", `${countOfAll(all.unmoved, all.hostile)} pairs`],
      ["void events", countOfAll(all.void, all.events)],
    ]),
    list("Examples", spots, "none"),
    conformanceTable("By the highest level", "level", byLevel),
    conformanceTable("By decade of the confrontation", "decade", byDecade),
    ...(endings === undefined ? [] : [...endingTables(endings), prose(ENDINGS)]),
  ];
}

const ENDINGS =
  "By the law quiet lets a crisis fade, but not a war: that takes a truce, a peace or a surrender. The events hold no such act, so what was negotiated or imposed shows as a fade, or as a war that stays.";

function exampleItems(what: string, spots: readonly Spot[]): readonly { readonly text: string }[] {
  return spots.map(({ confrontation, states, at }) => ({
    text: `${what}: confrontation ${confrontation}, ${states.join(" and ")}, ${at}`,
  }));
}

/** A column that a narrow terminal has no room for. */
function pageColumn(head: string): Column {
  return { head, place: "page" };
}

function conformanceTable(caption: string, head: string, rows: readonly NamedConformance[]): Part {
  const tableRows = rows.map(({ name, pairs, events, inside, split, resting, during, unmoved, void: voids }) => {
    const [firstCounts, lastCounts] = [
      [pairs, events, inside],
      [resting, during, unmoved, voids],
    ];
    return [name, ...firstCounts.map(formatCount), shareOf(split, pairs), ...lastCounts.map(formatCount)];
  });
  const fades = ["pairs", pageColumn("events"), "fades", "split", "rested"];
  return headed(caption, [head, ...fades, pageColumn("while one lasts"), pageColumn("unmoved"), "void"], tableRows);
}

/** A table for wars and one for other disputes, by settlement and by outcome: ends that no pair has are left out. */
function endingTables(endings: readonly EndingRow[]): readonly Part[] {
  const endNames = Object.keys(endings[0]?.ends ?? {}) as readonly FoldedEnd[];
  const occurringEnds = endNames.filter((end) => endings.some(({ ends }) => ends[end] > 0));
  return [...Map.groupBy(endings, ({ of, by }) => `How ${of} ended (${by}), and their pairs by the law`)].map(
    ([caption, some]) => {
      const rows = some.map(({ name, disputes, pairs, ends }) => {
        const shares = occurringEnds.map((end) => shareOf(ends[end], pairs));
        return [name, formatCount(disputes), formatCount(pairs), ...shares];
      });
      return headed(caption, ["as coded", "disputes", "pairs", ...occurringEnds], rows);
    },
  );
}

const MAX_CODES = 40;

function codeParts({ rows, means, joint, byDecade, codes }: CodeScore): readonly Part[] {
  const decades = byDecade.map((one) => {
    const shares = [one.one, one.several, one.none].map((some) => shareOf(some, one.rows));
    return [one.name, formatCount(one.rows), ...shares];
  });
  const frequent = codes.slice(0, MAX_CODES).map((one) => {
    const act = one.act === null ? "none" : `${one.act}${one.joint ? ", of both" : ""}`;
    return [one.code, one.label, one.means, act, formatCount(one.rows)];
  });
  const caption = codes.length > MAX_CODES ? `The ${MAX_CODES} most frequent codes of ${codes.length}` : "Codes";
  return [
    facts("Events between states, by what their codes mean", [
      ["no act of the catalogue", countOfAll(means.none, rows)],
      ["several acts, written as a coarse one", countOfAll(means.several, rows)],
      ["exactly one act", countOfAll(means.one, rows)],
      ["acts of both", countOfAll(joint, rows)],
    ]),
    headed("By decade", ["decade", "rows", "one act", "several", "none"], decades),
    headed(caption, ["code", "label", "means", "act", "rows"], frequent),
  ];
}

function countOfAll(some: number, all: number): string {
  return shareOf(some, all, ` of ${formatCount(all)}`);
}

function shareOf(some: number, all: number, of = ""): string {
  return formatCount(some) + of + (all === 0 ? "" : ` (${((some / all) * 100).toFixed(1)} %)`);
}
