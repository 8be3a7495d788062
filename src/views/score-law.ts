/** How the law conforms to data of others: what can fail first, by kind and decade, with examples. */
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
import { type Column, type Document, facts, headed, list, type Part, prose } from "../render/index.ts";
import { many } from "./diagnostics.ts";

/** What a score was made of. */
export interface ScoredTable {
  readonly file: string;
  readonly score: LawScore;
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/** The document of a score. */
export function lawScoreDocument({ file, score, refused }: ScoredTable): Document {
  const parts = score.of === "confrontations" ? ofConfrontations(score) : ofCodes(score);
  const left = [...refused].map(([reason, { count, first }]) => ({
    text: `${count === 1 ? "1 row" : `${many(count)} rows`}: ${reason}. The first: ${first.message}`,
  }));
  return {
    title: `The law beside ${file}`,
    parts: [...parts, ...(left.length === 0 ? [] : [list("Rows left out", left)])],
  };
}

function ofConfrontations(score: ConfrontationScore): readonly Part[] {
  const { all, byLevel, byDecade, examples, endings, quietDays } = score;
  const inside = `${many(all.inside)}, in ${ofAll(all.split, all.pairs)} pairs`;
  const spots = [
    ...told("fades inside", examples.inside),
    ...told("fades while an event lasts", examples.during),
    ...told("never leaves normal", examples.unmoved),
    ...told("void", examples.void),
  ];
  return [
    facts("What can fail", [
      [`fades before a pair's last event (quiet for ${quietDays} days)`, inside],
      ["of these, where all of the confrontation rested", many(all.resting)],
      ["fades while an event lasts", many(all.during)],
      ["display, force or war that never leaves normal", `${ofAll(all.unmoved, all.hostile)} pairs`],
      ["void events", ofAll(all.void, all.events)],
    ]),
    list("Examples", spots, "none"),
    conformance("By the highest level", "level", byLevel),
    conformance("By decade of the confrontation", "decade", byDecade),
    ...(endings === undefined ? [] : [...endingTables(endings), prose(ENDINGS)]),
  ];
}

const ENDINGS =
  "By the law quiet lets a crisis fade, but not a war: that takes a truce, a peace or a surrender. The events hold no such act, so what was negotiated or imposed shows as a fade, or as a war that stays.";

function told(what: string, spots: readonly Spot[]): readonly { readonly text: string }[] {
  return spots.map(({ confrontation, states, at }) => ({
    text: `${what}: confrontation ${confrontation}, ${states.join(" and ")}, ${at}`,
  }));
}

/** A column that a narrow terminal has no room for. */
function page(head: string): Column {
  return { head, place: "page" };
}

function conformance(caption: string, head: string, rows: readonly NamedConformance[]): Part {
  const told = rows.map(({ name, pairs, events, inside, split, resting, during, unmoved, void: voids }) => {
    const [all, of] = [
      [pairs, events, inside],
      [resting, during, unmoved, voids],
    ];
    return [name, ...all.map(many), shareOf(split, pairs), ...of.map(many)];
  });
  const fades = ["pairs", page("events"), "fades", "split", "rested"];
  return headed(caption, [head, ...fades, page("while one lasts"), page("unmoved"), "void"], told);
}

/** A table for wars and one for other disputes, by settlement and by outcome: ends that no pair has are left out. */
function endingTables(endings: readonly EndingRow[]): readonly Part[] {
  const known = Object.keys(endings[0]?.ends ?? {}) as readonly FoldedEnd[];
  const met = known.filter((end) => endings.some(({ ends }) => ends[end] > 0));
  return [...Map.groupBy(endings, ({ of, by }) => `How ${of} ended (${by}), and their pairs by the law`)].map(
    ([caption, some]) => {
      const rows = some.map(({ name, disputes, pairs, ends }) => {
        const shares = met.map((end) => shareOf(ends[end], pairs));
        return [name, many(disputes), many(pairs), ...shares];
      });
      return headed(caption, ["as coded", "disputes", "pairs", ...met], rows);
    },
  );
}

const MOST_CODES = 40;

function ofCodes({ rows, means, joint, byDecade, codes }: CodeScore): readonly Part[] {
  const decades = byDecade.map((one) => {
    const shares = [one.one, one.several, one.none].map((some) => shareOf(some, one.rows));
    return [one.name, many(one.rows), ...shares];
  });
  const frequent = codes.slice(0, MOST_CODES).map((one) => {
    const act = one.act === null ? "none" : `${one.act}${one.joint ? ", of both" : ""}`;
    return [one.code, one.label, one.means, act, many(one.rows)];
  });
  const caption = codes.length > MOST_CODES ? `The ${MOST_CODES} most frequent codes of ${codes.length}` : "Codes";
  return [
    facts("Events between states, by what their codes mean", [
      ["no act of the catalogue", ofAll(means.none, rows)],
      ["several acts, written as a coarse one", ofAll(means.several, rows)],
      ["exactly one act", ofAll(means.one, rows)],
      ["acts of both", ofAll(joint, rows)],
    ]),
    headed("By decade", ["decade", "rows", "one act", "several", "none"], decades),
    headed(caption, ["code", "label", "means", "act", "rows"], frequent),
  ];
}

function ofAll(some: number, all: number): string {
  return shareOf(some, all, ` of ${many(all)}`);
}

function shareOf(some: number, all: number, of = ""): string {
  return many(some) + of + (all === 0 ? "" : ` (${((some / all) * 100).toFixed(1)} %)`);
}
