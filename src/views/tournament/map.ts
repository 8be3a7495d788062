/** Heat maps in text: a row for each strategy of a, a column for each of b, shaded and with the number. */
import { type Duel, type DuelOutcome, duelOutcomes, type Tournament } from "../../futures/index.ts";
import { type Block, line, type Style, span } from "../../render/index.ts";
import { displayValue, shortCodes } from "./table.ts";

/** The outcomes that have a map: those that belong to a pair, not to one side of it. */
export const MAPPED_OUTCOMES = ["war", "force", "normal", "days", "events"] as const satisfies readonly DuelOutcome[];

/** An outcome that has a map. */
export type MappedOutcome = (typeof MAPPED_OUTCOMES)[number];

const SHADES = [" ", "░", "▒", "▓", "█"] as const;
const LABEL = 5;
const CELL = 5;

/** The value of a pair: a share, a mean number of minutes, a mean count. */
export function pairValue(duel: Duel, outcome: MappedOutcome): number {
  return outcome === "days" ? duel.days.mean.value : duel[outcome].value;
}

/** The least and greatest value of a map's scale: 0 and 1 for shares, else from 0 to the greatest that occurs. */
export function scaleOf({ duels, length }: Tournament, outcome: MappedOutcome): readonly [low: number, high: number] {
  const { unit } = duelOutcomes[outcome];
  if (unit === "share") return [0, 1];
  if (unit === "days") return [0, length];
  return [0, Math.max(1, ...duels.map((one) => pairValue(one, outcome)).filter(Number.isFinite))];
}

/** A heat map that is no wider than the columns; columns that do not fit beside each other come below. */
export function heatMap(tournament: Tournament, outcome: MappedOutcome, columns: number): Block {
  const codes = shortCodes(tournament.strategies);
  const size = codes.length;
  const fits = Math.max(1, Math.floor((columns - LABEL) / CELL));
  const parts = Array.from({ length: Math.ceil(size / fits) }, (_, k) => k * fits);
  return parts.flatMap((from) => {
    const until = Math.min(size, from + fits);
    const heads = codes.slice(from, until).map((one) => one.padStart(CELL));
    const rows = codes.map((code, row) => {
      const duels = tournament.duels.slice(row * size + from, row * size + until);
      return line(span(code.padEnd(LABEL), "strong"), ...duels.map((duel) => cellOf(tournament, duel, outcome)));
    });
    return [line(span(" ".repeat(LABEL), "faint"), span(heads.join(""), "faint")), ...rows];
  });
}

function cellOf(tournament: Tournament, duel: Duel, outcome: MappedOutcome) {
  const value = pairValue(duel, outcome);
  if (!Number.isFinite(value)) return span("–".padStart(CELL));
  const [low, high] = scaleOf(tournament, outcome);
  const place = Math.min(1, Math.max(0, (value - low) / (high - low)));
  const shade = SHADES[Math.round(place * (SHADES.length - 1))] ?? " ";
  const number = displayValue(outcome, value);
  const text = outcome === "events" && number < 9.95 ? number.toFixed(1) : number.toFixed(0);
  const badness = duelOutcomes[outcome].better === "low" ? place : 1 - place;
  return span(` ${shade}${text.padStart(CELL - 2)}`, styleOf(badness));
}

/** The colour of a place on the scale, from what is wished for to what is not. */
function styleOf(place: number): Style | undefined {
  if (place < 0.125) return "good";
  if (place < 0.5) return undefined;
  return place < 0.875 ? "warn" : "bad";
}
