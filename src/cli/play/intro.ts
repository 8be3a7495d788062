/** The introduction before the first move: who plays, how the others decide, and what the game rests on. */
import { type Doctrine, defaults, rulesOf, strategyOf } from "../../doctrine/index.ts";
import type * as play from "../../play/index.ts";
import { type Block, line, plural, span, wrap } from "../../render/index.ts";
import type { Alliance } from "../../scenario/index.ts";
import { momentText, openingBlock, separateBlocks } from "../../views/index.ts";
import { lessonLines, standingBlock, type Talk } from "./talk.ts";

/** The beginning of a game: what happened, where it stands, and the question. */
export function introBlock(talk: Talk): Block {
  const { session, position, columns } = talk;
  const { scenario, setup, player } = session.game;
  const { history } = position;
  const paragraph = (text: string): Block => wrap(line(text), columns, 2);
  return separateBlocks(
    [
      line(span(scenario.title, "title")),
      ...paragraph(
        `You decide for ${player} (${nameOf(session.game, player)}) from ${momentText(history.now, "minute")} to ${momentText(setup.horizon)}.`,
      ),
    ],
    openingBlock({ scenario, history }, columns),
    (setup.others ?? []).length === 0 ? [] : paragraph(besideText(session.game)),
    [...standingBlock(talk), ...lessonLines(talk)],
    paragraph(
      `What does ${player} do? An act, .acts for those that are valid, .wait for what the others do, or .help.`,
    ),
  );
}

/** Says that other relations go on, and how the player acts in them. */
function besideText({ player, other, setup: { others = [] } }: play.Game): string {
  const count =
    others.length === 1 ? "Another relation of the crisis goes" : `${others.length} other relations of the crisis go`;
  const own = others.map(({ history: { dyad } }) => dyad).find(({ a, b }) => a === player || b === player);
  const aimed = own === undefined ? "" : ` to=${other},${own.a === player ? own.b : own.a}`;
  const may =
    aimed === ""
      ? ""
      : ` An act may be aimed at more than ${other}, such as warn${aimed}; nobody acts for ${player} there.`;
  return `${count} on at the same time.${may}`;
}

/** Who decides for the others, by which rules, and what the game rests on. */
export function othersBlock({ session, columns }: Pick<Talk, "session" | "columns">): Block {
  const { game } = session;
  const others = Object.keys(game.scenario.actors).filter((code) => code !== game.player);
  const texts = [
    ...others.map((code) => actorText(game, code, code === game.other)),
    ...(game.setup.alliances ?? []).map((one) => allianceText(one, game)),
    basisText(game),
  ];
  return texts.flatMap((text) => (text === "" ? [] : wrap(line(text), columns, 2)));
}

/** What a game rests on, repeated at its end, with the command that starts it again. */
export function outroBlock({ session, columns }: Talk, command: string): Block {
  const { scenario, seed } = session.game;
  return [
    ...wrap(
      line(`One course of many, drawn by chance with seed ${seed}; not a forecast. Purpose: ${scenario.purpose}.`),
      columns,
      2,
    ),
    ...wrap(line(`The same moves give the same game: ${command}`), columns, 2),
  ];
}

type Strategic = Extract<Doctrine, { kind: "strategy" }>;

function actorText(game: play.Game, code: string, party: boolean): string {
  const { setup } = game;
  const doctrine = setupsOf(game).flatMap(({ doctrines }) => doctrines[code] ?? [])[0];
  const name = `${code} (${nameOf(game, code)})`;
  if (doctrine?.kind === "strategy") return `${name} follows ${strategyText(doctrine)}.`;
  if (doctrine !== undefined) return `${name} follows ${plural(doctrine.rules.length, "rule")} of the file.`;
  const own = setup.scheduled.filter(({ from }) => from.includes(code)).length;
  if (own > 0)
    return `${name} has no doctrine and does what the record tells where its causes stand: ${plural(own, "act")}.`;
  return party ? `${name} has no doctrine and does nothing.` : "";
}

function strategyText({ use, parameters }: Strategic): string {
  const { title = use, parameters: own = {} } = strategyOf(use) ?? {};
  const numbers = Object.entries(own).map(([name, { value }]) => `${name} ${rounded(parameters[name] ?? value)}`);
  return `${title.toLowerCase()} (${numbers.join(", ")})`;
}

function rounded(value: number | string): string {
  return typeof value === "string" ? value : String(Math.round(value * 1000) / 1000);
}

/** What allies do for one another; the player decides on its own duties. */
function allianceText({ members, with: act, chance }: Alliance, { player }: play.Game): string {
  const free = members.includes(player) ? `; what ${player} does is up to you` : "";
  return `Allies ${members.join(", ")}: ${act} towards whoever uses force against another of them, chance ${chance}${free}.`;
}

/** The setups of all relations, that of the game first. */
function setupsOf({ setup }: play.Game): readonly play.Game["setup"][] {
  return [setup, ...(setup.others ?? [])];
}

function basisText(game: play.Game): string {
  const { setup, seed } = game;
  const references = new Set(
    setupsOf(game)
      .flatMap(({ doctrines }) => Object.values(doctrines))
      .flatMap((doctrine) =>
        rulesOf(doctrine)
          .map(({ chance }): unknown => chance)
          .concat(doctrine.kind === "rules" ? [] : Object.values(doctrine.parameters)),
      ),
  );
  const assumptions = { ...defaults, ...setup.assumptions };
  const used = Object.entries(assumptions).filter(([name]) => references.has(name) || Object.hasOwn(defaults, name));
  const list = used.map(([name, { value }]) => `${name} ${value}`).join(", ");
  return `Chance: seed ${seed}. Assumed: ${list}.`;
}

function nameOf({ scenario }: play.Game, code: string): string {
  return scenario.actors[code]?.name ?? code;
}
