/** `tournament`: named strategies against each other from one opening under the same luck. */

import { option, planContest, tournamentOptions } from "../../crisis/index.ts";
import { actOf, formatDuration } from "../../events/index.ts";
import { strategyAssumptions, tournament, WAR } from "../../futures/index.ts";
import type { History } from "../../history/index.ts";
import type { Pattern } from "../../machine/index.ts";
import { tournamentPicture } from "../../pictures/index.ts";
import { shellWord } from "../../problem/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { betweenOption, momentText, nameOf, patternText, tournamentBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { futuresCaption } from "../caption.ts";
import { badOption, type Call, flag, textOption, textsOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { type Loaded, load, withHashAndVersion } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { createProgress, progressTerminal } from "../progress.ts";

/** Plays a tournament. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  const [file = ""] = call.args;
  if (flag(options, "json") && flag(options, "svg")) throw badOption("Either --json or --svg.");
  const games = settingsIn(call, tournamentOptions);
  widthOption(call);
  const loaded = await load(file, call);
  const { scenario } = loaded;
  const [strategies, from, horizon, war] = ["strategies", "from", "horizon", "war"].map((name) =>
    textOption(options, name),
  );
  const settings = { strategies, from, horizon, war, set: textsOption(options, "set") };
  const { contest, chosen } = planContest(loaded, settings, option);
  const progress = createProgress(games.futures, 0, `futures of ${chosen.length ** 2} pairs`, progressTerminal());
  const played = tournament(contest, chosen, games, progress.update);
  progress.clear();
  const command = commandOf(loaded, call, games);
  const { a, b } = scenario.dyad;
  const parties = [nameOf({ scenario }, a), nameOf({ scenario }, b)] as const;
  const title = `Tournament: ${scenario.title}`;
  if (flag(options, "svg")) {
    io.write(
      tournamentPicture({ tournament: played, title, parties }, { caption: futuresCaption(loaded, command) }).svg,
    );
    return exitCodes.fine;
  }
  const telling = {
    title,
    parties,
    opening: openingText(contest.history),
    horizon: formatDuration(contest.length),
    quiet: formatDuration(scenario.quiet),
    war: warText(contest.war, scenario),
    assumptions: strategyAssumptions(chosen, contest.settings),
    command,
    purpose: scenario.purpose,
  };
  await writeAnswer(call, {
    data: async () =>
      (await import("../../crisis/data/tournament.ts")).tournamentData(
        withHashAndVersion(loaded),
        contest,
        played,
        command,
      ),
    blocks: (columns) => [tournamentBlock(played, telling, columns)],
  });
  if (played.futures > 0) return exitCodes.fine;
  io.say("No future was played: there is no number here.");
  return exitCodes.incomplete;
}

function warText(war: Pattern = WAR, { dyad }: Scenario): string {
  return war === WAR ? "either party has declared it, whether or not the other fights" : patternText(war, dyad);
}

function openingText({ steps, now }: History): string {
  const last = steps.at(-1)?.event;
  if (last === undefined) return "Nothing has happened when the strategies take over.";
  const who = last.from.length === 0 ? "the clock" : last.from.join(" and ");
  return `They take over on ${momentText(now)}, after ${last.id} (${actOf(last.act).label.toLowerCase()} by ${who}).`;
}

/** The command that makes the same again. */
function commandOf(
  { input, scenario }: Loaded,
  { options }: Call,
  { futures, seed }: { readonly futures: number; readonly seed: number },
): string {
  const optionPart = (name: string): string => {
    const text = textOption(options, name);
    return text === undefined ? "" : ` --${name} ${shellWord(text)}`;
  };
  const set = textsOption(options, "set").map((text) => ` --set ${shellWord(text)}`);
  return `demarche tournament ${shellWord(input.file)}${betweenOption(scenario)}${optionPart("strategies")}${optionPart("from")}${optionPart("horizon")}${optionPart("war")}${set.join("")} --futures ${futures} --seed ${seed}`;
}
