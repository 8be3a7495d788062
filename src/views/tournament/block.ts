/** A tournament in text: what was played, the standings, a heat map for each outcome, and what it all rests on. */
import {
  type DuelOutcome,
  duelOutcomes,
  FEWEST,
  type StrategyAssumption,
  type Tournament,
} from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { BLANK, type Block, line, paragraph, plural, section, span, wrap } from "../../render/index.ts";
import { cutText } from "../futures/index.ts";
import { heatMap, MAPPED_OUTCOMES, type MappedOutcome, scaleOf } from "./map.ts";
import { displayValue, shortCodes, standingsTable } from "./table.ts";

/** What the text of a tournament needs in addition to its numbers. */
export interface TournamentView {
  readonly title: string;
  /** The names of the parties, a first. */
  readonly parties: readonly [a: string, b: string];
  /** Where the strategies take over, in words. */
  readonly opening: string;
  readonly horizon: string;
  readonly quiet: string;
  /** What counts as war, in words. */
  readonly war: string;
  readonly assumptions: readonly StrategyAssumption[];
  /** The line that makes the result again. */
  readonly command: string;
  readonly purpose: string;
}

/** A tournament, whole. */
export function tournamentBlock(tournament: Tournament, view: TournamentView, columns: number): Block {
  const inner = columns - 2;
  const cut = cutText(...tournament.duels);
  const rankedSection = (caption: string, by: DuelOutcome, secondary: DuelOutcome, note: string): Block =>
    section(caption, [
      ...standingsTable(tournament, by, [secondary], inner),
      BLANK,
      ...paragraph(note, inner, "faint"),
    ]);
  const back =
    "Ranked by the share that is back. In the mean of days, a future that is not back counts as the whole horizon.";
  return [
    ...paragraph(view.title, columns, "title", 2),
    ...wrap(line(`${view.parties[0]} is a, ${view.parties[1]} is b. ${view.opening}`), columns, 2),
    ...wrap(line(playedText(tournament, view)), columns, 2),
    ...(cut === undefined ? [] : paragraph(cut, columns, "warn", 2)),
    ...rankedSection("Ranked by avoiding war", "war", "force", rankText(tournament)),
    ...rankedSection("Back to normal", "normal", "days", back),
    ...rankedSection("Neither war nor an overture left alone", "held", "alone", `Alone: ${duelOutcomes.alone.says}.`),
    ...section("Length", standingsTable(tournament, "events", [], inner)),
    ...MAPPED_OUTCOMES.flatMap((outcome) => mapSection(tournament, outcome, inner)),
    ...section("Codes", codesBlock(tournament, inner)),
    ...section("What it rests on", assumptionLines(view, inner)),
    ...section("How to read it", readingLines(view, inner)),
  ];
}

function playedText({ strategies, futures, seed }: Tournament, { horizon }: TournamentView): string {
  const pairs = strategies.length ** 2;
  const each = `${plural(futures, "future")} each, ${horizon} long, seed ${seed}`;
  return `${pairs} ordered ${pairs === 1 ? "pair" : "pairs"}, ${each}, all under the same luck.`;
}

function rankText({ strategies, futures }: Tournament): string {
  if (futures < FEWEST) return `No ranking is stated: that takes at least ${FEWEST} futures.`;
  if (strategies.length < 2) return "One strategy alone has nobody to be ranked against.";
  const pairs = (strategies.length * (strategies.length - 1)) / 2;
  const chance = pairs / 40;
  return `A rank is one more than the number of strategies that surely did better: whose paired difference has a 95 % interval on one side of 0. One rank for several is a tie. Of ${pairs} comparisons, ${chance < 1 ? "now and then one" : `some ${Math.round(2 * chance)}`} would separate by chance alone.`;
}

/** A heat map under what it shows. */
function mapSection(tournament: Tournament, outcome: MappedOutcome, columns: number): Block {
  const { title, unit } = duelOutcomes[outcome];
  const high = displayValue(outcome, scaleOf(tournament, outcome)[1]);
  const unitText = { share: "% of futures", days: "mean", count: "mean" }[unit];
  const scale = Number.isInteger(high) ? String(high) : high.toFixed(1);
  return section(`${title}: ${unitText}`, [
    ...paragraph(`Rows play a, columns b; shaded from 0 to ${scale}.`, columns, "faint"),
    ...heatMap(tournament, outcome, columns),
  ]);
}

function codesBlock({ strategies }: Tournament, columns: number): Block {
  const codes = shortCodes(strategies);
  return wrap(line(...strategies.flatMap((name, k) => [span(nth(codes, k), "strong"), ` ${name}   `])), columns);
}

function assumptionLines({ assumptions, quiet }: TournamentView, columns: number): Block {
  const widest = Math.max(...assumptions.map(({ strategies }) => strategies.length));
  const fading =
    "a crisis fades after this long without a hostile act. Strategies recall no ambassadors and sign nothing, so this is the only way back to normal.";
  return [
    ...assumptions.flatMap(({ name, value, range, strategies, meaning, basis, given }) => {
      const who = strategies.length === widest && widest > 1 ? "" : ` (${strategies.join(", ")})`;
      const number = Number(value.toFixed(3));
      const reason = given ? "Given with this tournament." : basis;
      const what = ` ${number} [${range.join(" to ")}]${who}: ${meaning}. `;
      return wrap(line(span(name, "strong"), what, span(reason, "faint")), columns, 2);
    }),
    ...wrap(line(span("quiet", "strong"), ` ${quiet}: ${fading}`), columns, 2),
  ];
}

function readingLines({ war, command, purpose }: TournamentView, columns: number): Block {
  const means = `War: ${war}. Means are over all games of a strategy with equal weights: every opponent, itself too, once from either side. That is no claim about how often states play what.`;
  const intervals =
    "Third parties and the scenario's own doctrines stay out. Intervals hold 95 %: normal over futures for means, of which each takes all games of one luck together. They are of chance in the model alone, not of the model. Those of each pair, and quartiles of days, are in --json.";
  return [
    ...paragraph(means, columns),
    ...paragraph(intervals, columns, "faint"),
    ...paragraph(`Purpose: ${purpose}. Strategies played out by rules; not a forecast.`, columns),
    ...wrap(line(span("Again: ", "faint"), command), columns, 4),
  ];
}
