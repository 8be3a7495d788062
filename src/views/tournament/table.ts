/** Standings in text: strategies with their short codes, ranked where ranks are sure, and outcomes beside each other. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { type DuelOutcome, duelOutcomes, type Estimate, type Standing, type Tournament } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { type Block, fitting, type Line, line, span, width } from "../../render/index.ts";

const RANK = 4;
const CODE = 6;
const NAME = 23;
const NUMBER = 21;

/** The strategies by the rank and then the value of an outcome, with that outcome and others beside it. */
export function standingsTable(
  tournament: Tournament,
  by: DuelOutcome,
  beside: readonly DuelOutcome[],
  columns: number,
): Block {
  const codes = shortCodes(tournament.strategies);
  const shownOutcomes = [by, ...beside];
  const room = columns - RANK - CODE - NUMBER * shownOutcomes.length;
  const name = room >= 10 ? Math.min(NAME, room) : 0;
  const rows = tournament.standings
    .map((standing, k) => ({ standing, code: nth(codes, k) }))
    .toSorted((one, other) => placeOf(one.standing, by) - placeOf(other.standing, by));
  return [
    line(
      span("".padEnd(RANK + CODE + name), "faint"),
      ...shownOutcomes.map((one) => span(headText(one).padStart(NUMBER), "faint")),
    ),
    ...rows.map(({ standing, code }): Line => {
      const rank = standing.ranks[by];
      return line(
        (rank === undefined ? "" : String(rank)).padStart(RANK - 2).padEnd(RANK),
        span(code.padEnd(CODE), "strong"),
        name === 0 ? "" : cut(standing.strategy, name),
        ...shownOutcomes.map((one) => estimateText(one, standing.means[one]).padStart(NUMBER)),
      );
    }),
  ];
}

/** Where a strategy stands: by what is wished for, the best first. */
function placeOf({ ranks, means }: Standing, by: DuelOutcome): number {
  const { value } = means[by];
  const sortKey = duelOutcomes[by].better === "low" ? value : -value;
  return (ranks[by] ?? 0) * 1e9 + (Number.isFinite(sortKey) ? sortKey : 0);
}

function cut(text: string, columns: number): string {
  const room = columns - 1;
  const short = width(text) > room ? fitting(text, room) : text;
  return short + " ".repeat(columns - width(short));
}

/**
 * A code of at most four letters for each name, different for all: its words' initials where it has three or more, else
 * its first four letters.
 */
export function shortCodes(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const words = name.split("-");
    const stem = (words.length > 2 ? words.map((word) => word.charAt(0)).join("") : name.replaceAll("-", ""))
      .slice(0, 4)
      .toUpperCase();
    let code = stem;
    for (let k = 2; taken.has(code); k++) code = `${stem.slice(0, 4 - String(k).length)}${k}`;
    taken.add(code);
    return code;
  });
}

const SCALES = { share: 100, days: 1 / MINUTES_PER_DAY, count: 1 } as const;

/** A value in the unit that it is shown in: per cent, days or a count. */
export function displayValue(outcome: DuelOutcome, value: number): number {
  return value * SCALES[duelOutcomes[outcome].unit];
}

/** `6.1 (5.9–6.3)`; a dash where there is no future. */
function estimateText(outcome: DuelOutcome, { value, low, high }: Estimate): string {
  if (!Number.isFinite(value)) return "–";
  const text = (one: number): string => displayValue(outcome, one).toFixed(1);
  return Number.isFinite(low) ? `${text(value)} (${text(low)}–${text(high)})` : text(value);
}

const UNITS = { share: "%", days: "days", count: "number" } as const;

/** What stands over a column: the outcome and its unit. */
function headText(outcome: DuelOutcome): string {
  const { title, unit } = duelOutcomes[outcome];
  return `${title}, ${UNITS[unit]}`;
}
