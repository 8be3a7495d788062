/** `show`: one moment, in full; what differs from another; why it is so; and what prevents an act. */

import type { MomentQuestions } from "../../crisis/data/show.ts";
import { crisisAt, dateIn, option, why, whyNot } from "../../crisis/index.ts";
import { nth } from "../../problem/index.ts";
import type { Block } from "../../render/index.ts";
import { differenceBlock, momentBlock, standText, whyBlock, whyNotBlock } from "../../views/index.ts";
import { showAll } from "../all-relations.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { coversAllRelations, type Loaded, loadedOf, read, withHashAndVersion } from "../load.ts";

/** Shows a moment: the end of the window unless `--at` names another. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  if (["diff", "why", "whyNot"].filter((name) => options[name] !== undefined).length > 1) {
    throw badOption("--diff, --why and --why-not are three questions: ask one at a time.");
  }
  const input = await read(nth(args, 0), call, true);
  if (coversAllRelations(input, call)) return showAll(input, call);
  const whole = loadedOf(input, call);
  const moment = { ...whole, ...crisisAt(whole, textOption(options, "at"), option("at")) };
  const { data, block } = viewOf(whole, moment, call);
  widthOption(call);
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/show.ts")).showData(withHashAndVersion(moment), await data()),
    blocks: (columns) => [block(columns)],
  });
  return exitCodes.fine;
}

/** What is shown of a moment, and the data for the question. */
interface View {
  readonly block: (columns: number) => Block;
  readonly data: () => Promise<MomentQuestions>;
}

function viewOf(whole: Loaded, moment: Loaded, { options }: Call): View {
  const [diff, key, act] = [textOption(options, "diff"), textOption(options, "why"), textOption(options, "whyNot")];
  const { history } = moment;
  if (diff !== undefined) return differenceView(whole, moment.until, diff);
  if (key !== undefined) {
    const explained = why(moment, key, option("why"));
    return {
      block: (columns) => whyBlock(explained, history.dyad, columns),
      data: async () => ({ why: (await import("../../crisis/data/show.ts")).whyData(explained, history) }),
    };
  }
  if (act !== undefined) {
    const judged = whyNot(moment, act, textOption(options, "by"), { act: option("why-not"), by: option("by") });
    return {
      block: (columns) => whyNotBlock(judged, `at ${standText(moment.until)}`, columns),
      data: async () => ({ whyNot: (await import("../../crisis/data/show.ts")).whyNotData(judged) }),
    };
  }
  if (options["by"] !== undefined) throw badOption("--by says who would do the act of --why-not.");
  return { block: (columns) => momentBlock(moment, columns), data: async () => ({}) };
}

function differenceView(whole: Loaded, minute: number, text: string): View {
  const other = Math.min(dateIn(whole.scenario, text, option("diff")).end, whole.scenario.window.to);
  const [from, to] = other < minute ? [other, minute] : [minute, other];
  return {
    block: (columns) => differenceBlock({ ...whole, until: to }, from, to, columns),
    data: async () => ({
      difference: (await import("../../crisis/data/show.ts")).differenceData(whole.history, from, to),
    }),
  };
}
