/** The table of codes held against a table of coded events: how many codes mean one act, several, or none. */
import type { CodedRow } from "../tables/cameo.ts";

/** What a code means: exactly one act, one that stands for several, or none. */
export type Meant = "one" | "several" | "none";

/** A code of the table, and how often it stands there. */
export interface CodeCount {
  readonly code: string;
  readonly label: string;
  readonly act: string | null;
  readonly means: Meant;
  readonly joint: boolean;
  readonly rows: number;
}

export interface CodeScore {
  /** Rows of one state towards another. */
  readonly rows: number;
  readonly means: Readonly<Record<Meant, number>>;
  /** Rows that tell of what both do. */
  readonly joint: number;
  readonly byDecade: readonly ({ readonly name: string; readonly rows: number } & Readonly<Record<Meant, number>>)[];
  readonly codes: readonly CodeCount[];
}

/** Counts rows as they come, in the memory of the codes and the decades that there are. */
export function codeCounter(): { readonly take: (rows: readonly CodedRow[]) => void; readonly end: () => CodeScore } {
  const codes = new Map<string, { readonly row: CodedRow; rows: number }>();
  const decades = new Map<number, Record<Meant, number>>();
  return {
    take: (rows) => {
      for (const row of rows) {
        const codeCount = codes.get(row.code) ?? { row, rows: 0 };
        codeCount.rows += 1;
        codes.set(row.code, codeCount);
        const decade = Math.floor(row.on.year / 10) * 10;
        const counts = decades.get(decade) ?? { one: 0, several: 0, none: 0 };
        counts[meantOf(row)] += 1;
        decades.set(decade, counts);
      }
    },
    end: () => {
      const all = [...codes.values()].map(
        ({ row, rows }): CodeCount => ({
          code: row.code,
          label: row.meaning.label,
          act: row.meaning.act,
          means: meantOf(row),
          joint: row.meaning.joint,
          rows,
        }),
      );
      const sum = (is: (one: CodeCount) => boolean): number =>
        all.reduce((total, one) => total + (is(one) ? one.rows : 0), 0);
      return {
        rows: sum(() => true),
        means: {
          one: sum(({ means }) => means === "one"),
          several: sum(({ means }) => means === "several"),
          none: sum(({ means }) => means === "none"),
        },
        joint: sum(({ joint }) => joint),
        byDecade: [...decades]
          .toSorted(([one], [other]) => one - other)
          .map(([decade, counts]) => ({
            name: `${decade}s`,
            rows: counts.one + counts.several + counts.none,
            ...counts,
          })),
        codes: all.toSorted((one, other) => other.rows - one.rows || one.code.localeCompare(other.code)),
      };
    },
  };
}

function meantOf({ meaning: { act, coarse } }: CodedRow): Meant {
  if (act === null) return "none";
  return coarse ? "several" : "one";
}
