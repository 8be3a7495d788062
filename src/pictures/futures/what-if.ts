/** All that follows a what-if on one sheet: dumbbells, curves, end states, and what it rests on. */
import { visibleLine } from "../../problem/index.ts";
import { stacked } from "../content.ts";
import { framed, type Look, type Picture, sheetOf } from "../picture.ts";
import { assumptionsContent, type ToldAssumptions } from "./assumptions.ts";
import { endStatesContent } from "./end-states.ts";
import { futuresContent, runsText } from "./futures.ts";
import { reachedContent } from "./reached.ts";
import type { ToldFutures } from "./told.ts";

/** The futures of a what-if with what they rest on. */
export interface ToldWhatIf extends ToldFutures, Omit<ToldAssumptions, "scenario"> {
  /** The line that makes the picture again. */
  readonly command: string;
}

/** All that follows a what-if; what it rests on unless none of it is given. Its caption is the line that makes it again, unless another is asked for. */
export function whatIfPicture(told: ToldWhatIf, look: Look = {}): Picture {
  const open = sheetOf(look);
  const sheet = open.caption === "" ? { ...open, caption: visibleLine(open.say.futures.again(told.command)) } : open;
  return framed(
    sheet,
    stacked(`${sheet.say.futures.title(told.scenario.title, told.name)}. ${runsText(sheet.say, told)}`, [
      (y) => futuresContent(sheet, told, y),
      (y) => reachedContent(sheet, told, y),
      (y) => endStatesContent(sheet, told, y),
      ...(told.assumptions.length === 0 ? [] : [(y: number) => assumptionsContent(sheet, told, y)]),
    ]),
  );
}
