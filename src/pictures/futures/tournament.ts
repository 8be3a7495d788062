/** A tournament: a grid for each outcome, of every pair of strategies; dark is worse everywhere. */
import { duelOutcomes, type Tournament } from "../../futures/index.ts";
import { displayValue, MAPPED_OUTCOMES, type MappedOutcome, pairValue, scaleOf } from "../../views/index.ts";
import { capitalize, column, heading, MARGIN, sentences } from "../content.ts";
import { framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { drawGrid, gridKey, numberedList } from "./grid.ts";

/** What a tournament is drawn from. */
export interface TournamentData {
  readonly tournament: Tournament;
  readonly title: string;
  /** The names of the parties. */
  readonly parties: readonly [a: string, b: string];
}

/** The outcomes that are drawn. Counts of events are left to tables. */
const DRAWN: readonly MappedOutcome[] = MAPPED_OUTCOMES.filter((outcome) => outcome !== "events");

/** How every pair of strategies fared. */
export function tournamentPicture({ tournament, title, parties }: TournamentData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { tournamentNote, darkIsBad, key: ends, strategies: listed } = sheet.say.futures;
  const { strategies, standings } = tournament;
  const note = tournamentNote(...parties);
  const head = heading(sheet, title, [note, darkIsBad], 12);
  let y = 12 + head.height + 8;
  const key = gridKey(sheet, "force", ends, MARGIN, y);
  y += key.height + 10;
  const side = sheet.width >= 1100 ? 2 : 1;
  const width = (sheet.width - 2 * MARGIN - (side - 1) * 32) / side;
  const panels = DRAWN.map((outcome, k) => {
    const x = MARGIN + (k % side) * (width + 32);
    const drawn = drawPanel(sheet, tournament, outcome, { x, y, width });
    if (k % side === side - 1 || k === DRAWN.length - 1) y += drawn.height + 22;
    return drawn.body;
  });
  const list = sheet.narrow ? numberedList(sheet, strategies, { x: MARGIN, y, width }) : { body: "", height: 0 };
  const ranked = standings
    .toSorted((one, other) => one.means.war.value - other.means.war.value)
    .map(({ strategy, means }) => `${strategy} ${displayValue("war", means.war.value).toFixed(1)} %`);
  const standing = `${listed}${sheet.say.colon}${ranked.join(", ")}`;
  const rows = tournament.duels.map((duel) => {
    const numbers = DRAWN.map(
      (outcome) => `${duelOutcomes[outcome].title} ${numberText(outcome, pairValue(duel, outcome))}`,
    );
    return `${parties[0]} ${duel.a}, ${parties[1]} ${duel.b}${sheet.say.colon}${numbers.join(", ")}`;
  });
  return framePicture(sheet, {
    height: y + list.height + 8,
    title,
    description: sentences([note, darkIsBad, standing]),
    text: [title, note, standing, ...rows.map((row) => `- ${row}`)].join("\n"),
    body: head.body + key.body + panels.join("") + list.body,
  });
}

function drawPanel(
  sheet: Sheet,
  tournament: Tournament,
  outcome: MappedOutcome,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
) {
  const { strategies, duels } = tournament;
  const { title, unit, better } = duelOutcomes[outcome];
  const [low, high] = scaleOf(tournament, outcome);
  const head = column(sheet, { x, y, width }, [
    { text: capitalize(`${title}, ${sheet.say.futures.unit[unit]}`), size: 14, weight: 600 },
  ]);
  const grid = drawGrid(
    sheet,
    {
      rows: strategies.map((name, k) => (sheet.narrow ? String(k + 1) : `${k + 1} ${name}`)),
      columns: strategies.length,
      cell: (row, k) => {
        const duel = duels[row * strategies.length + k];
        const value = duel === undefined ? Number.NaN : pairValue(duel, outcome);
        if (!Number.isFinite(value)) return { shade: 0, text: "–" };
        const place = (value - low) / (high - low);
        return { shade: better === "low" ? place : 1 - place, text: numberText(outcome, value) };
      },
      fill: "force",
    },
    { x, y: y + head.height + 4, width, names: sheet.narrow ? 28 : 168 },
  );
  return { body: head.body + grid.body, height: head.height + 4 + grid.height };
}

function numberText(outcome: MappedOutcome, value: number): string {
  return Number.isFinite(value) ? displayValue(outcome, value).toFixed(0) : "–";
}
