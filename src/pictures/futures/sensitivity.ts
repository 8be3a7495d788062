/** Sensitivities: a grid of outcomes by assumptions, darker for a larger share, with the share if it is beyond noise. */
import type { Influence, Resting } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { type Outcome, type Scenario, statesOf } from "../../scenario/index.ts";
import { capitalize, heading, MARGIN, sentences } from "../content.ts";
import { framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { meaningIn } from "./assumptions.ts";
import { drawGrid, gridKey, numberedList } from "./grid.ts";
import { finalState, outcomeWords } from "./outcomes.ts";

/** What sensitivities are drawn from. */
export interface SensitivityData {
  /** The shares for each quantity that some assumption decides. */
  readonly decided: readonly Influence[];
  /** What was swept, in words. */
  readonly count: string;
  readonly assumptions: readonly Pick<Resting, "name" | "meaning">[];
  readonly scenario: Pick<Scenario, "dyad" | "actors" | "events" | "outcomes">;
}

/** How far each assumption by itself decides each outcome. */
export function sensitivityPicture(data: SensitivityData, look: Look = {}): Picture {
  const { decided, count, assumptions, scenario } = data;
  const sheet = sheetOf(look);
  const { say } = sheet;
  const { sensitivity, sensitivityNote, sensitivityKey, noise } = say.futures;
  const title = sensitivity(count);
  const names = [...new Set(decided.flatMap(({ shares }) => shares.map(({ name }) => name)))];
  const meanings = names.map((name) => {
    const meaning = assumptions.find((one) => one.name === name)?.meaning ?? name;
    return capitalize(meaningIn(meaning, scenario));
  });
  const rows = decided.map((one) => quantityWords(sheet, one, scenario));
  /** The share of a name in a row, and in per cent if it is beyond noise. */
  const shareAt = (row: number, k: number): { readonly shade: number; readonly text: string } => {
    const one = nth(decided, row).shares.find(({ name }) => name === names[k]);
    const beyond = one !== undefined && one.share > one.noise;
    return { shade: Math.max(0, one?.share ?? 0), text: beyond ? (one.share * 100).toFixed(0) : "" };
  };
  const head = heading(sheet, title, [sensitivityNote], 12);
  let y = 12 + head.height + 8;
  const key = gridKey(sheet, "contact", sensitivityKey, MARGIN, y);
  y += key.height + 4;
  const width = sheet.width - 2 * MARGIN;
  // The list is beside the grid if there is room.
  const isBeside = sheet.width >= 1100;
  const place = { x: MARGIN, y, width: isBeside ? width * 0.62 : width, names: sheet.narrow ? 132 : 230 };
  const grid = drawGrid(sheet, { rows, columns: names.length, cell: shareAt, fill: "contact" }, place);
  const list = isBeside
    ? numberedList(sheet, meanings, { x: MARGIN + grid.width + 32, y: y + 20, width: width - grid.width - 32 })
    : numberedList(sheet, meanings, { x: MARGIN, y: y + grid.height + 14, width });
  const end = isBeside ? Math.max(grid.height, 20 + list.height) : grid.height + 14 + list.height;
  const lines = rows.map((row, k) => {
    const shares = meanings.flatMap((meaning, at) => {
      const { text } = shareAt(k, at);
      return text === "" ? [] : [`${meaning} ${text} %`];
    });
    return `${row}${say.colon}${shares.join(", ") || noise}`;
  });
  return framePicture(sheet, {
    height: y + end + 10,
    title,
    description: sentences([...lines, sensitivityNote]),
    text: [title, sensitivityNote, ...lines.map((line) => `- ${line}`)].join("\n"),
    body: head.body + key.body + grid.body + list.body,
  });
}

/** A quantity in words: `Envoys back, share reached`, `End: talks`. */
function quantityWords(
  { say }: Sheet,
  { quantity: { name, outcome: place, unit } }: Influence,
  scenario: SensitivityData["scenario"],
): string {
  const [key, outcome]: readonly [string?, Outcome?] = Object.entries(scenario.outcomes)[place] ?? [];
  if (key === undefined || outcome === undefined) return name;
  const { title } = outcomeWords(say, key, outcome, scenario);
  const state = statesOf(outcome).find((one) => name === `${key}, ${one}`);
  if (state !== undefined) return `${title}${say.colon}${finalState(say, outcome, state, scenario)}`;
  return outcome.kind === "first" ? `${title}${say.colon}${say.futures.first[unit === "share" ? 0 : 1]}` : title;
}
