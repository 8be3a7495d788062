/** The dot-commands of a game: a table of what can be typed besides acts. */

import { why } from "../../crisis/index.ts";
import { actOf, inZone, isActId, nearestAct, needsConsent, parseDuration, parseWhen } from "../../events/index.ts";
import * as play from "../../play/index.ts";
import { didYouMean, isProblem, nearest, nth, visibleLine } from "../../problem/index.ts";
import { BLANK, type Block, line, plural, section, span, terminal, wrap } from "../../render/index.ts";
import { choicesBlock, happenedBlock, momentText, situationTable, whyBlock, whyNotBlock } from "../../views/index.ts";
import { othersBlock } from "./intro.ts";
import { type Reply, refuse, say, standingBlock, type Talk, turn } from "./talk.ts";

export interface DotCommand {
  readonly name: string;
  readonly args: string;
  readonly does: string;
  readonly run: (talk: Talk, arg: string) => Reply;
}

/** Every dot-command, in the order in which help lists them. */
export const dotCommands: readonly DotCommand[] = [
  { name: ".acts", args: "[CLASS]", does: "the acts that are valid now, and what each would change", run: acts },
  { name: ".look", args: "", does: "the situation, whole", run: look },
  {
    name: ".wait",
    args: "[TIME]",
    does: "wait so long, such as 3d or 12h; without it, until something happens",
    run: wait,
  },
  { name: ".back", args: "", does: "take back the last act or wait", run: back },
  { name: ".goto", args: "DATE|ID", does: "go to a date or to an event of the game, back or ahead", run: goTo },
  { name: ".why", args: "KEY|ID", does: "the causes of a part of the situation, or of an event", run: whyIs },
  { name: ".why-not", args: "ACT", does: "whether an act is valid now, and what would make it so", run: whyNotAct },
  { name: ".fork", args: "NAME", does: "begin another line of play here", run: fork },
  { name: ".forks", args: "", does: "all lines of play", run: forks },
  { name: ".switch", args: "NAME", does: "play on in another line", run: switchTo },
  { name: ".answer", args: "", does: "the answer to the question that the scenario asked", run: answer },
  { name: ".log", args: "", does: "what happened so far", run: log },
  { name: ".others", args: "", does: "who decides for the others, by what rules and chances", run: others },
  {
    name: ".save",
    args: "[NAME]",
    does: "keep the game as a what-if; without a name, under one that is free",
    run: save,
  },
  { name: ".help", args: "", does: "this list", run: help },
  { name: ".quit", args: "", does: "leave", run: (talk) => ({ ...say(talk, []), leave: true }) },
];

/** Carries a dot-command out. */
export function runDotCommand(talk: Talk, text: string): Reply {
  const [word = "", ...args] = text.trim().split(/\s+/);
  const dot = dotCommands.find(({ name }) => name === word);
  if (dot === undefined) {
    const hint = didYouMean(
      nearest(
        word,
        dotCommands.map(({ name }) => name),
      ),
    );
    return refuse(talk, `There is no command ${visibleLine(word)}.${hint} .help lists them.`);
  }
  const needed = dot.args !== "" && !dot.args.startsWith("[");
  if (args.length > (dot.args === "" ? 0 : 1) || (needed && args.length === 0)) {
    return refuse(talk, `Expected: ${dot.name}${dot.args === "" ? " alone" : ` ${dot.args}`}.`);
  }
  return dot.run(talk, args[0] ?? "");
}

function acts(talk: Talk, kind: string): Reply {
  const { session, position, columns } = talk;
  const { game } = session;
  const choices = play.choicesOf(game, position);
  const classes = [...new Set(choices.map((one) => one.class))];
  const chosen = kind === "" ? choices : choices.filter((one) => one.class === kind);
  if (chosen.length === 0) {
    const hint = didYouMean(nearest(kind, classes));
    return refuse(talk, `No act of class "${visibleLine(kind)}" is valid now.${hint} Classes: ${classes.join(", ")}.`);
  }
  const { situation, dyad } = position.history;
  return say(talk, choicesBlock(chosen, situation, game.other, dyad, columns));
}

function look(talk: Talk): Reply {
  const { session, position, columns } = talk;
  const telling = { scenario: session.game.scenario, history: position.history, until: position.history.now };
  return say(talk, terminal([situationTable(telling, "")], columns));
}

function log(talk: Talk): Reply {
  const { session, position, columns } = talk;
  return say(talk, happenedBlock(session.game, position.history.steps, columns));
}

function others(talk: Talk): Reply {
  return say(talk, othersBlock(talk));
}

function wait(talk: Talk, time: string): Reply {
  if (talk.position.over)
    return refuse(talk, "The window is over; there is nothing to wait for. .back goes on from before.");
  if (time === "") return turn(talk, play.wait(talk.session));
  const minutes = parseDuration(time);
  if (minutes === undefined || minutes < 1) {
    return refuse(talk, `.wait ${visibleLine(time)}: expected a length of time, such as 3d, 12h or 30min.`);
  }
  return turn(talk, play.wait(talk.session, minutes));
}

function back(talk: Talk): Reply {
  const session = play.back(talk.session);
  if (session === talk.session) return refuse(talk, "There is nothing to take back: the game begins here.");
  return turn(talk, session, [line(span(`Back at ${momentText(play.lineOf(session).place.now, "minute")}.`, "faint"))]);
}

function goTo(talk: Talk, text: string): Reply {
  const { setup, scenario } = talk.session.game;
  const { steps } = talk.position.history;
  const date = parseWhen(inZone(text, scenario.zone));
  const step = steps.find(({ event }) => event.id === text);
  if (date === undefined && step === undefined) {
    const ids = steps.map(({ event }) => event.id);
    return refuse(talk, `.goto ${visibleLine(text)}: no date, and no event so far.${didYouMean(nearest(text, ids))}`);
  }
  const minute = date?.end ?? step?.minute ?? 0;
  if (date !== undefined && date.start > scenario.window.to) {
    return refuse(talk, `.goto ${text}: that is after the window, which ends on ${momentText(scenario.window.to)}.`);
  }
  const session = play.goTo(talk.session, minute);
  if (session === undefined) {
    const begins = momentText(setup.history.now, "minute");
    return refuse(
      talk,
      `.goto ${visibleLine(text)}: that is in the past of the game, which begins at ${begins}. Leave earlier with --from.`,
    );
  }
  const now = momentText(play.lineOf(session).place.now, "minute");
  return turn(talk, session, [line(span(`Now at ${now}.`, "faint"))]);
}

function whyIs(talk: Talk, key: string): Reply {
  const { history } = talk.position;
  try {
    const explained = why({ scenario: talk.session.game.scenario, history }, key, () => `.why ${visibleLine(key)}`);
    return say(talk, whyBlock(explained, history.dyad, talk.columns));
  } catch (error) {
    if (isProblem(error)) return refuse(talk, error.message);
    throw error;
  }
}

function whyNotAct(talk: Talk, text: string): Reply {
  const { session, position, columns } = talk;
  if (!isActId(text)) {
    return refuse(talk, `There is no act "${visibleLine(text)}".${didYouMean(nearestAct(text, play.playable))}`);
  }
  const { game } = session;
  const judged = play.judgedFor(game, position.history, text);
  const consent = needsConsent(text);
  const by = consent ? `${game.player} and ${game.other} together` : game.player;
  const more = consent && judged.verdict !== "void" ? consentLines(text, game, position, columns) : [];
  return say(talk, [...whyNotBlock({ act: text, by, ...judged }, "now", columns), ...more]);
}

function consentLines(act: string, { other }: play.Game, { proposals }: play.Position, columns: number): Block {
  const isProposed = proposals.some((one) => one.act === act && one.by === other);
  const text = isProposed
    ? `${other} has proposed it: say ${act} and it happens.`
    : `${other} has not proposed it. Say ${act} to propose it; it happens when ${other} proposes it too, unless force is used before.`;
  return wrap(line(`  ${text}`), columns, 2);
}

function fork(talk: Talk, name: string): Reply {
  if (!/^[a-z0-9][a-z0-9-]{0,31}$/.test(name)) {
    return refuse(talk, `"${visibleLine(name)}" can't name a line of play: use small letters, digits and hyphens.`);
  }
  const session = play.forkLine(talk.session, name);
  if (session === undefined)
    return refuse(talk, `There is a line called ${name} already. .switch ${name} plays on there.`);
  return say(
    { ...talk, session },
    wrap(line(`You play on in ${name}; ${talk.session.current} stays as it is.`), talk.columns),
  );
}

function forks(talk: Talk): Reply {
  const { lines, current } = talk.session;
  const widest = lines.reduce((most, { name }) => Math.max(most, name.length), 0);
  return say(
    talk,
    lines.map(({ name, place }) => {
      const summary = `${momentText(place.now, "minute")}  ${plural(place.turns.length, "act")} of yours`;
      return line(span(name === current ? "● " : "  ", "good"), span(name.padEnd(widest + 2), "strong"), summary);
    }),
  );
}

function switchTo(talk: Talk, name: string): Reply {
  const session = play.switchTo(talk.session, name);
  if (session === undefined) {
    const names = talk.session.lines.map((one) => one.name);
    return refuse(
      talk,
      `There is no line called "${visibleLine(name)}".${didYouMean(nearest(name, names))} Lines: ${names.join(", ")}.`,
    );
  }
  const next = { ...talk, session, position: play.positionOf(session) };
  return say(next, [
    line(span(`In ${name}, at ${momentText(next.position.history.now, "minute")}.`, "faint")),
    ...standingBlock(next),
  ]);
}

function answer(talk: Talk): Reply {
  const { lesson } = talk;
  if (lesson === undefined) return refuse(talk, "The scenario has asked nothing here.");
  const because = lesson.because === undefined ? "" : ` ${lesson.because}`;
  return say(talk, wrap(line("In the record: ", span(lesson.answer, "strong"), `.${because}`), talk.columns, 2));
}

function save(talk: Talk, name: string): Reply {
  return { ...say(talk, []), save: name };
}

function help(talk: Talk): Reply {
  const heads = dotCommands.map(({ name, args }) => `${name} ${args}`.trim());
  const widest = Math.max(...heads.map((head) => head.length));
  return say(talk, [
    ...wrap(
      line("Type an act to do it, with its fields as FIELD=VALUE: expel-diplomats count=3 because=ID."),
      talk.columns,
      2,
    ),
    ...section(
      "Beside acts",
      dotCommands.flatMap(({ does }, k) =>
        wrap(line(span(nth(heads, k).padEnd(widest + 2), "strong"), does), talk.columns - 2, widest + 2),
      ),
    ),
    BLANK,
    line(`demarche acts ACT explains an act, such as ${actOf("recall-ambassador").label.toLowerCase()}.`),
  ]);
}
