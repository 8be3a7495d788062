/** Events coded by programs: GDELT 1.0 and 2.0, ICEWS and POLECAT, as one row each of one state towards another. */
import { codeOfLabel, meaningOf } from "../cameo/codes.ts";
import type { Meaning } from "../cameo/meaning.ts";
import { ploverMeaning } from "../cameo/plover.ts";
import { stateByName, stateWithCode } from "../states/states.ts";
import type { Cells } from "./cells.ts";
import type { KnownDate } from "./day.ts";
import type { TableKind } from "./table.ts";

/** An event of one state towards another. */
export interface CodedRow {
  readonly line: number;
  readonly on: KnownDate;
  /** Codes of the states, as a scenario writes them. */
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly meaning: Meaning;
}

export type CodedTable = TableKind<CodedRow>;

const ONE_STATE = "it lies within one state";
const NO_STATE = "one of the two is no state";
const NO_CODE = "no code of the code book";

/** Roles in which somebody acts for a state: none named, its government, forces, police, spies, courts, parliament. */
const FOR_STATE: ReadonlySet<string> = new Set(["", "GOV", "MIL", "COP", "SPY", "JUD", "LEG"]);
/** Countries that CAMEO's actors have other letters for. */
const OTHER_CODES: Readonly<Record<string, string>> = { ROM: "ROU", TMP: "TLS", ZAR: "COD" };

const LETTERS = /^[A-Z]{3}$/;

const ACTOR = [
  ["code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code", "religion2code"],
  ["type1code", "type2code", "type3code"],
].flat();
const PLACE = ["type", "fullname", "countrycode", "adm1code", "lat", "long", "featureid"];
const PLACE_2 = PLACE.flatMap((name) => (name === "adm1code" ? [name, "adm2code"] : [name]));
const EVENT = [
  ["isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass", "goldsteinscale"],
  ["nummentions", "numsources", "numarticles", "avgtone"],
].flat();

/** The columns of a file of GDELT, which has no header, by how many it has: 57 or 58 of version 1.0, 61 of 2.0. */
function gdeltColumns(width: number): readonly string[] {
  const place = width > 58 ? PLACE_2 : PLACE;
  const all = [
    ["globaleventid", "sqldate", "monthyear", "year", "fractiondate"],
    ...["actor1", "actor2"].map((who) => ACTOR.map((name) => `${who}${name}`)),
    EVENT,
    ...["actor1geo_", "actor2geo_", "actiongeo_"].map((where) => place.map((name) => `${where}${name}`)),
    ["dateadded", "sourceurl"],
  ].flat();
  return all.slice(0, width);
}

function gdelt(name: string, widths: readonly number[]): CodedTable {
  return {
    name,
    columns: ["sqldate", "actor1countrycode", "actor1type1code", "actor2countrycode", "actor2type1code", "eventcode"],
    unnamed: (width) => (widths.includes(width) ? gdeltColumns(width) : undefined),
    quotes: false,
    ragged: true,
    row: (cells) => {
      const [from, to] = [country(cells, "1"), country(cells, "2")];
      if (from === undefined || to === undefined) {
        return cells.leave(notOfState(cells, from === undefined ? "1" : "2"), NO_STATE);
      }
      const code = cells.text("eventcode");
      return codedRow(cells, {
        from,
        to,
        code,
        meaning: meaningOf(code),
        column: "eventcode",
        on: day(cells, "sqldate"),
      });
    },
  };
}

/** GDELT 1.0: 57 columns, from April 2013 on 58, without a header. */
export const gdelt1Table: CodedTable = gdelt("GDELT 1.0", [57, 58]);

/** GDELT 2.0: 61 columns, without a header. */
export const gdelt2Table: CodedTable = gdelt("GDELT 2.0", [61]);

/** ICEWS, in the form of Harvard's Dataverse. */
export const icewsTable: CodedTable = {
  name: "ICEWS",
  columns: [
    ["event date", "source name", "source sectors", "source country", "cameo code"],
    ["target name", "target sectors", "target country"],
  ].flat(),
  quotes: false,
  ragged: true,
  row: (cells) => {
    const [from, to] = [sideOf(cells, "source"), sideOf(cells, "target")];
    if (from === undefined || to === undefined) {
      return cells.leave(from === undefined ? "source country" : "target country", NO_STATE);
    }
    const code = cells.text("cameo code");
    const meaning = meaningOf(code) ?? meaningOf(codeOfLabel(cells.text("event text")) ?? "");
    return codedRow(cells, { from, to, code, meaning, column: "cameo code", on: day(cells, "event date") });
  },
};

/** POLECAT, coded by PLOVER in place of CAMEO. */
export const polecatTable: CodedTable = {
  name: "POLECAT",
  columns: [
    ["event date", "event type", "event mode", "actor country", "primary actor sector"],
    ["recipient country", "primary recipient sector"],
  ].flat(),
  quotes: false,
  ragged: true,
  row: (cells) => {
    for (const who of ["actor", "recipient"]) {
      if (!FOR_STATE.has(cells.text(`primary ${who} sector`).toUpperCase())) {
        return cells.leave(`primary ${who} sector`, NO_STATE);
      }
      if (!LETTERS.test(cells.text(`${who} country`))) return cells.leave(`${who} country`, NO_STATE);
    }
    const [from, to] = [cells.text("actor country"), cells.text("recipient country")];
    const [type, mode] = [cells.text("event type").toUpperCase(), cells.text("event mode").toLowerCase()];
    return codedRow(cells, {
      from: stateWithCode(from).code,
      to: stateWithCode(to).code,
      code: /^[a-z-]{1,30}$/.test(mode) ? `${type} ${mode}` : type,
      meaning: ploverMeaning(type, mode),
      column: "event type",
      on: day(cells, "event date"),
    });
  },
};

interface Draft extends Omit<CodedRow, "line" | "meaning"> {
  readonly meaning: Meaning | undefined;
  readonly column: string;
}

function codedRow(cells: Cells, { column, meaning, ...row }: Draft): CodedRow | undefined {
  if (meaning === undefined) return cells.leave(column, NO_CODE);
  if (row.from === row.to) return cells.leave(column, ONE_STATE);
  return { line: cells.line(), ...row, meaning };
}

/** The column that says that an actor is no state: that of its country, or of its role. */
function notOfState(cells: Cells, which: "1" | "2"): string {
  return LETTERS.test(cells.text(`actor${which}countrycode`)) ? `actor${which}type1code` : `actor${which}countrycode`;
}

function country(cells: Cells, which: "1" | "2"): string | undefined {
  const code = cells.text(`actor${which}countrycode`);
  if (!LETTERS.test(code) || !FOR_STATE.has(cells.text(`actor${which}type1code`))) return undefined;
  return OTHER_CODES[code] ?? code;
}

/** The state that one side of an ICEWS event is, or acts for. */
function sideOf(cells: Cells, which: "source" | "target"): string | undefined {
  const land = cells.text(`${which} country`);
  const sectors = cells.text(`${which} sectors`);
  const acts =
    cells.text(`${which} name`) === land || /\b(?:Government|Military|Executive|Foreign Ministry)\b/.test(sectors);
  return acts ? stateByName(land)?.code : undefined;
}

const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/;

function day(cells: Cells, column: string): KnownDate {
  const [, year = "", month = "", date = ""] = DAY.exec(cells.text(column)) ?? [];
  const found = { year: Number(year), month: Number(month), day: Number(date) };
  const there = new Date(Date.UTC(2000 + (found.year % 400), found.month - 1, found.day));
  if (year !== "" && there.getUTCMonth() === found.month - 1 && found.day > 0) return found;
  throw cells.refusal(column, "a day that does not exist", `"${cells.text(column)}" is no day.`);
}
