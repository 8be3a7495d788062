/** `show`: one moment, whole; what differs from another; why it is so; and what stands in an act's way. */
import { at, dateIn, option, why, whyNot } from "../../crisis/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Block, json, render } from "../../render/index.ts";
import { differenceBlock, momentBlock, standText, stateWord, whyBlock, whyNotBlock } from "../../views/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { type Loaded, load } from "../load.ts";
import { causesData, differenceData, momentData, whyNotData } from "../output/show.ts";

/** Shows a moment: the end of the window unless `--at` names another. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  if (["diff", "why", "whyNot"].filter((name) => options[name] !== undefined).length > 1) {
    throw new Problem("bad-option", "--diff, --why and --why-not are three questions: ask one at a time.");
  }
  const whole = await load(args[0] ?? "", io, textOption(options, "whatIf"));
  const moment = { ...whole, ...at(whole, textOption(options, "at"), option("at")) };
  const shown = viewOf(whole, moment, call, widthOption(call));
  const { out } = await io.palettes();
  if (flag(options, "json")) io.write(json({ ...momentData(moment), ...shown.data }, 2));
  else io.write(render(shown.block, out));
  return exitCodes.fine;
}

interface View {
  readonly block: Block;
  readonly data: object;
}

function viewOf(whole: Loaded, moment: Loaded, { options }: Call, columns: number): View {
  const [diff, key, act] = [textOption(options, "diff"), textOption(options, "why"), textOption(options, "whyNot")];
  const { dyad } = moment.scenario;
  if (diff !== undefined) return differenceView(whole, moment.until, diff, columns);
  if (key !== undefined) {
    const explained = why(moment, key, option("why"));
    const state = explained.region === undefined ? {} : { state: stateWord(explained.region.state, dyad) };
    const data = { why: { key, ...state, causes: causesData(explained.cause) } };
    return { block: whyBlock(explained, dyad, columns), data };
  }
  if (act !== undefined) {
    const judged = whyNot(moment, act, textOption(options, "by"), { act: option("why-not"), by: option("by") });
    const block = whyNotBlock(judged, `at ${standText(moment.until)}`, columns);
    return { block, data: { whyNot: whyNotData(judged) } };
  }
  if (options["by"] !== undefined) throw new Problem("bad-option", "--by says who would do the act of --why-not.");
  return { block: momentBlock(moment, columns), data: {} };
}

function differenceView(whole: Loaded, minute: number, text: string, columns: number): View {
  const other = Math.min(dateIn(whole.scenario, text, option("diff")).end, whole.scenario.window.to);
  const [from, to] = other < minute ? [other, minute] : [minute, other];
  return {
    block: differenceBlock({ ...whole, until: to }, from, to, columns),
    data: { difference: differenceData(whole, from, to) },
  };
}
