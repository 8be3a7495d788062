/** Importing: which kind a table is of, and the case that comes of it, piece by piece. */
import { Problem, wordArgument } from "../problem/index.ts";
import { type CodedData, gatherCase } from "./cameo/case.ts";
import type { Case } from "./case.ts";
import { gdeltData, icewsData, polecatData } from "./data-sets.ts";
import { icbCase } from "./icb/case.ts";
import { type CaseAsked, mieCase } from "./mie/case.ts";
import { type CodedTable, gdelt1Table, gdelt2Table, icewsTable, polecatTable } from "./tables/cameo.ts";
import { namesIn } from "./tables/head.ts";
import { icbTable } from "./tables/icb.ts";
import { midTable } from "./tables/mid.ts";
import { mieTable } from "./tables/mie.ts";
import { keepRows, passRows, type TableConsumer, type TableKind } from "./tables/table.ts";

/** Takes a table in pieces and gives a case. */
export type Importing = TableConsumer<Case>;

/** What may be asked of a table, by the options of `import`. */
const options = { confrontation: "--confrontation", dyad: "--dyad", years: "--years", disputes: "--mid" } as const;
type Asks = readonly (keyof typeof options)[];
const asks = Object.keys(options) as Asks;

interface Kind {
  readonly table: Pick<TableKind<unknown>, "name" | "columns" | "unnamed">;
  readonly asks: Asks;
  readonly begin: (request: CaseAsked) => Importing;
}

/** A kind whose cases are made of whole tables, which are small. */
interface WholeKind<Row> extends Kind {
  readonly caseOf: (rows: readonly Row[], request: CaseAsked) => Case;
}

function kind<Row>(
  table: TableKind<Row>,
  caseOf: (rows: readonly Row[], request: CaseAsked) => Case,
  may: Asks = asks,
): WholeKind<Row> {
  return {
    table,
    asks: may,
    caseOf,
    begin: (request) => keepRows(table, request.file, (rows) => caseOf(rows, request)),
  };
}

function codedKind(table: CodedTable, data: CodedData): Kind {
  return {
    table,
    asks: ["dyad", "years"],
    begin: (request) => passRows(table, request.file, gatherCase(data, request)),
  };
}

export const importKinds = {
  mie: kind(mieTable, mieCase),
  icb: kind(icbTable, icbCase, ["confrontation", "dyad"]),
  mid: kind(midTable, refuseDisputesAlone),
  gdelt1: codedKind(gdelt1Table, { id: "gdelt", data: gdeltData("1.0"), oneADay: true }),
  gdelt2: codedKind(gdelt2Table, { id: "gdelt", data: gdeltData("2.0"), oneADay: true }),
  icews: codedKind(icewsTable, { id: "icews", data: icewsData, oneADay: false }),
  polecat: codedKind(polecatTable, { id: "polecat", data: polecatData, oneADay: false }),
} as const satisfies Record<string, Kind>;

export type ImportKind = keyof typeof importKinds;

export const importKindNames = Object.keys(importKinds) as readonly ImportKind[];

/**
 * Begins to import a table: give its text in pieces to `add`, then `end` gives the case.
 *
 * @param kind which table it is; {@link kindOfTable} tells by the first line
 * @param request what it is called in problems and notes, and which case is meant: a confrontation, two states, some years
 * @throws Problem `bad-option` for a kind that there is not, or what can't be asked of it; what `add` and `end` throw is `no-table` for text that is no such
 *   table and `no-such-case` where nothing of it is meant, or more states than a file follows
 * @example
 * ```ts
 * import { beginImport, caseText } from "demarche/evidence";
 * const head = "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev";
 * const importing = beginImport("mie", { file: "mine.csv", confrontation: 9001 });
 * importing.add(`${head},fatalmin1,fatalmax1,fatalmin2,fatalmax2\n`);
 * importing.add("9001,1,750,770,1,3,1990,1,9,1990,1,7,3,0,0,0,0\n9001,2,770,750,2,30,1990,2,30,1990,0,16,4,0,0,0,0\n");
 * const made = importing.end();
 * made.events.map(({ at, act, from }) => [at, act, ...from]); // => [["1990-01-03/1990-01-09", "show-force", "IND"]]
 * [...importing.refused.keys()]; // => ["a day that does not exist"]
 * caseText(made).includes("scenario: mie-ind-pak-9001"); // => true
 * ```
 */
export function beginImport(kind: ImportKind, request: CaseAsked): Importing {
  const { table, asks: may, begin } = importKinds[wordArgument("kind of table", kind, importKindNames)];
  const strange = asks.find((name) => request[name] !== undefined && !may.includes(name));
  if (strange !== undefined) {
    throw new Problem("bad-option", `${options[strange]} says nothing about a table of ${table.name}.`, {
      expected: `It takes ${may.map((name) => options[name]).join(" and ")}.`,
    });
  }
  return begin(request);
}

/**
 * The kind of table of a first line: it names most of its columns, or has as many as a file without names; undefined where it
 * is none. A missing column is reported when the table is read.
 */
export function kindOfTable(line: string): ImportKind | undefined {
  const shares = importKindNames.map((name) => {
    const { columns, unnamed } = importKinds[name].table;
    const { names } = namesIn(line, columns);
    const found = columns.filter((column) => names.includes(column)).length / columns.length;
    // A width says less than names do.
    return { name, share: unnamed?.(names.length) === undefined ? found : Math.max(found, 0.9) };
  });
  const [best] = shares.toSorted((one, other) => other.share - one.share);
  return best !== undefined && best.share > 0.5 ? best.name : undefined;
}

function refuseDisputesAlone(_rows: readonly unknown[], { file, confrontation }: CaseAsked): Case {
  const which = confrontation === undefined ? "" : ` --confrontation ${confrontation}`;
  throw new Problem("no-such-case", `${file} says how disputes ended, but neither between whom nor what happened.`, {
    expected: `Import the events, and how they ended beside them: demarche import mie.csv${which} --mid ${file}`,
  });
}
