/** `show`: one moment, whole; what differs from another; why it is so; and what stands in an act's way. */
import { type ActId, actIds, isActId, needsConsent } from "../../events/index.ts";
import { causeOf, historyUntil, why, whyNot } from "../../history/index.ts";
import type { By } from "../../machine/index.ts";
import {
  BLANK,
  type Block,
  causeBlock,
  differenceBlock,
  momentBlock,
  regionKeys,
  regionOfKey,
  render,
  standText,
  stateWord,
  whyBlock,
  whyNotBlock,
} from "../../present/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { json } from "../json.ts";
import { type Loaded, load } from "../load.ts";
import { dateIn } from "../moments.ts";
import { causesData, differenceData, momentData, whyNotData } from "../output/show.ts";

/** Shows a moment: the end of the window unless `--at` names another. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const whole = await load(args[0] ?? "", io, textOption(options, "whatIf"));
  const at = textOption(options, "at");
  const { window } = whole.scenario;
  const minute =
    at === undefined
      ? Math.min(whole.history.now, window.to)
      : Math.min(dateIn(whole.scenario, at, "--at").end, window.to);
  const moment = { ...whole, history: historyUntil(whole.history, minute) };
  const shown = viewOf(whole, moment, minute, call, widthOption(call));
  const { out } = await io.palettes();
  if (flag(options, "json")) io.write(json({ ...momentData(moment, minute), ...shown.data }, 2));
  else io.write(render(shown.block, out));
  return exitCodes.fine;
}

interface View {
  readonly block: Block;
  readonly data: object;
}

function viewOf(whole: Loaded, moment: Loaded, minute: number, { options }: Call, columns: number): View {
  const [diff, key, act] = [textOption(options, "diff"), textOption(options, "why"), textOption(options, "whyNot")];
  if ([diff, key, act].filter((one) => one !== undefined).length > 1) {
    throw new Problem("bad-option", "--diff, --why and --why-not are three questions: ask one at a time.");
  }
  if (diff !== undefined) return differenceView(whole, minute, diff, columns);
  if (key !== undefined) return whyView(moment, key, columns);
  if (act !== undefined) return whyNotView(moment, minute, act, textOption(options, "by"), columns);
  if (options["by"] !== undefined) throw new Problem("bad-option", "--by says who would do the act of --why-not.");
  const { scenario, history } = moment;
  return { block: momentBlock({ scenario, history, until: minute }, columns), data: {} };
}

function differenceView(whole: Loaded, minute: number, text: string, columns: number): View {
  const { scenario, history } = whole;
  const other = Math.min(dateIn(scenario, text, "--diff").end, scenario.window.to);
  const [from, to] = other < minute ? [other, minute] : [minute, other];
  return {
    block: differenceBlock({ scenario, history, until: to }, from, to, columns),
    data: { difference: differenceData(whole, from, to) },
  };
}

function whyView({ history }: Loaded, key: string, columns: number): View {
  const { dyad } = history;
  const region = regionOfKey(key, dyad);
  if (region !== undefined) {
    const explained = why(history, region);
    const state = stateWord(explained.state, dyad);
    return {
      block: whyBlock(explained, dyad, columns),
      data: { why: { key, state, causes: causesData(explained.cause) } },
    };
  }
  const step = history.steps.find(({ event }) => event.id === key);
  if (step === undefined) {
    const ids = history.steps.map(({ event }) => event.id);
    throw new Problem(
      "bad-option",
      `--why ${visibleLine(key)}: no such part of the situation, and no such event by then.`,
      { suggestion: nearest(key, [...regionKeys(dyad), ...ids]), expected: `\nParts: ${regionKeys(dyad).join(", ")}.` },
    );
  }
  const cause = causeOf(history, step);
  return { block: causeBlock(cause, dyad, columns), data: { why: { key, causes: causesData(cause) } } };
}

function whyNotView(
  { scenario, history }: Loaded,
  minute: number,
  text: string,
  who: string | undefined,
  columns: number,
): View {
  const act = actNamed(text);
  const { a, b } = scenario.dyad;
  const by = who ?? (needsConsent(act) ? "both" : undefined);
  if (by === undefined) throw new Problem("bad-option", `--why-not ${act} needs --by: ${a}, ${b} or both.`);
  const judged = whyNot(history.situation, act, byOf(by, scenario));
  const moment = `at ${standText(minute)}`;
  return {
    block: [...whyNotBlock(act, by, judged, moment, columns), BLANK],
    data: { whyNot: whyNotData(act, by, judged) },
  };
}

function actNamed(text: string): ActId {
  if (isActId(text)) return text;
  throw new Problem("no-such-act", `There is no act "${visibleLine(text)}".`, {
    suggestion: nearest(text, actIds),
    expected: "demarche acts lists them.",
  });
}

function byOf(code: string, { dyad: { a, b }, actors }: Loaded["scenario"]): By {
  if (code === a) return "a";
  if (code === b) return "b";
  if (code === "both") return "both";
  if (Object.hasOwn(actors, code)) return "other";
  const known = [...Object.keys(actors), "both"];
  throw new Problem("no-such-act", `--by ${visibleLine(code)}: no such actor.`, {
    suggestion: nearest(code, known),
    expected: `Expected: ${known.join(", ")}.`,
  });
}
