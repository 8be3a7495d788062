/** `tournament`: named strategies against each other from one opening under the same luck. */

import { dateIn, option, stepOf, tournamentOptions } from "../../crisis/index.ts";
import { strategies } from "../../doctrine/index.ts";
import { actOf, formatDuration, MINUTES_PER_DAY, parseDuration } from "../../events/index.ts";
import {
  boundsFor,
  type Contest,
  LENGTH,
  openingFor,
  strategyAssumptions,
  tournament,
  WAR,
} from "../../futures/index.ts";
import { cutHistory, type History, stepsUntil } from "../../history/index.ts";
import type { Pattern } from "../../machine/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { svgOf } from "../../render/index.ts";
import { parsePattern, type Scenario } from "../../scenario/index.ts";
import { momentText, nameOf, patternText, pictureText, tournamentBlock, tournamentPicture } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, flag, textOption, textsOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { type Loaded, load, stamped } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { createProgress, processWatching } from "../progress.ts";

const names: readonly string[] = strategies.map(({ id }) => id);

/** Plays a tournament. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  const [file = ""] = call.args;
  if (flag(options, "json") && flag(options, "svg")) throw new Problem("bad-option", "Either --json or --svg.");
  const chosen = strategiesIn(textOption(options, "strategies"));
  const games = settingsIn(call, tournamentOptions);
  const length = lengthOf(textOption(options, "horizon"));
  const settings = parametersIn(textsOption(options, "set"), chosen);
  widthOption(call);
  const loaded = await load(file, io);
  const { scenario } = loaded;
  const contest: Contest = {
    history: openingIn(loaded, textOption(options, "from")),
    length,
    settings,
    assumptions: scenario.assumptions,
    war: warIn(textOption(options, "war"), scenario),
  };
  const progress = createProgress(games.futures, 0, `futures of ${chosen.length ** 2} pairs`, processWatching());
  const played = tournament(contest, chosen, games, progress.update);
  progress.clear();
  const command = commandOf(loaded, call, games);
  const { a, b } = scenario.dyad;
  const parties = [nameOf({ scenario }, a), nameOf({ scenario }, b)] as const;
  const title = `Tournament: ${scenario.title}`;
  if (flag(options, "svg")) {
    io.write(await svgOf(tournamentPicture(played, { title, parties }), pictureText(played, { title, parties })));
    return exitCodes.fine;
  }
  const telling = {
    title,
    parties,
    opening: openingText(contest.history),
    horizon: formatDuration(length),
    quiet: formatDuration(scenario.quiet),
    war: warText(contest.war, scenario),
    assumptions: strategyAssumptions(chosen, settings),
    command,
    purpose: scenario.purpose,
  };
  await writeAnswer(call, {
    data: async () =>
      (await import("../../crisis/data/tournament.ts")).tournamentData(stamped(loaded), contest, played, command),
    blocks: (columns) => [tournamentBlock(played, telling, columns)],
  });
  return exitCodes.fine;
}

/** The strategies that are named, each once; all of them by default. */
function strategiesIn(text: string | undefined): readonly string[] {
  if (text === undefined) return names;
  const wanted = [...new Set(text.split(",").map((name) => name.trim()))].filter((name) => name !== "");
  if (wanted.length === 0) throw new Problem("bad-option", `--strategies names none. There are: ${names.join(", ")}.`);
  for (const name of wanted) {
    if (names.includes(name)) continue;
    throw new Problem("no-such-strategy", `There is no strategy "${visibleLine(name)}".`, {
      suggestion: nearest(name, names),
      expected: `Strategies: ${names.join(", ")}.`,
    });
  }
  return wanted;
}

function lengthOf(text: string | undefined): number {
  if (text === undefined) return LENGTH;
  const minutes = parseDuration(text);
  if (minutes !== undefined && minutes > 0 && minutes <= 3660 * MINUTES_PER_DAY) return minutes;
  throw new Problem(
    "bad-option",
    `--horizon ${visibleLine(text)}: expected a length of time up to 3660d, such as 180d.`,
  );
}

/** `name=number` for parameters that one of the strategies has. */
function parametersIn(texts: readonly string[], chosen: readonly string[]): Readonly<Record<string, number>> {
  const known = strategyAssumptions(chosen);
  const parameters = [...new Set(known.map(({ name }) => name))];
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = "", number = ""] = /^([^=]*)=(.*)$/.exec(text) ?? [];
      if (!parameters.includes(name)) {
        throw new Problem(
          "bad-option",
          `--set ${visibleLine(text)}: expected name=number for one of ${parameters.join(", ")}.`,
          { suggestion: nearest(name, parameters) },
        );
      }
      const value = number.trim() === "" ? Number.NaN : Number(number);
      const [least, most] = boundsFor(name, known.find((one) => one.name === name)?.range);
      if (!(value >= least && value <= most)) {
        throw new Problem("bad-option", `--set ${visibleLine(text)}: expected a number from ${least} to ${most}.`);
      }
      return [name, value] as const;
    }),
  );
}

function openingIn({ scenario, history }: Loaded, from: string | undefined): History {
  if (from === undefined) {
    const opening = openingFor(history);
    if (opening !== undefined) return opening;
    throw new Problem(
      "bad-option",
      "Neither party does anything hostile in this record. Say where to begin: --from DATE or ID.",
    );
  }
  if (/^\d{4}-/.test(from)) {
    const minute = Math.min(dateIn(scenario, from, option("from")).end, scenario.window.to);
    return cutHistory(history, { count: stepsUntil(history, minute), minute });
  }
  const step = stepOf(history, from);
  return cutHistory(history, { count: history.steps.indexOf(step) + 1, minute: step.minute });
}

function warIn(text: string | undefined, { dyad }: Scenario): Pattern {
  if (text === undefined) return WAR;
  const read = parsePattern(text, dyad);
  if ("problems" in read) throw new Problem("bad-option", `--war ${visibleLine(text)}: ${read.problems.join("\n")}`);
  return read.pattern;
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

/** The line that makes the same again. */
function commandOf(
  { input }: Loaded,
  { options }: Call,
  { futures, seed }: { readonly futures: number; readonly seed: number },
): string {
  const given = (name: string): string => {
    const text = textOption(options, name);
    return text === undefined ? "" : ` --${name} ${quoted(text)}`;
  };
  const set = textsOption(options, "set").map((text) => ` --set ${quoted(text)}`);
  return `demarche tournament ${quoted(input.file)}${given("strategies")}${given("from")}${given("horizon")}${given("war")}${set.join("")} --futures ${futures} --seed ${seed}`;
}

/** A word as a shell takes it. */
function quoted(text: string): string {
  return /^[\w./:=,@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
