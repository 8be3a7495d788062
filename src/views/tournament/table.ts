/** Standings in text: a table of strategies, ranked where ranks are sure, and two outcomes beside each other. */
import { type DuelOutcome, duelOutcomes, type Standing, type Tournament } from "../../futures/index.ts";
import { type Block, fitting, type Line, line, span, width } from "../../render/index.ts";
import { shortCodes } from "./codes.ts";
import { estimateText, unitText } from "./numbers.ts";

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
    .map((standing, k) => ({ standing, code: codes[k] ?? "" }))
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
  const wanted = duelOutcomes[by].better === "low" ? value : -value;
  return (ranks[by] ?? 0) * 1e9 + (Number.isFinite(wanted) ? wanted : 0);
}

function headText(outcome: DuelOutcome): string {
  return `${duelOutcomes[outcome].title}, ${unitText(outcome)}`;
}

function cut(text: string, columns: number): string {
  const room = columns - 1;
  const short = width(text) > room ? fitting(text, room) : text;
  return short + " ".repeat(columns - width(short));
}
