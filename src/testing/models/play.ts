/** Play beside a model: for each line its minute, and what was seen at every place that one can go back to. */
import fc from "fast-check";
import { type ActId, actIds, actOf, MINUTES_PER_DAY, needsConsent } from "../../events/index.ts";
import * as play from "../../play/index.ts";
import { agree, type Commands, command, part } from "./agree.ts";

interface Snapshot {
  readonly now: number;
  readonly text: string;
}

/** What a session should be: where each line stands, with what was seen there and at the places before it. */
export interface PlayModel {
  current: string;
  readonly lines: Map<string, readonly Snapshot[]>;
}

/** A session, and what is done with it. Every operation gives a new one. */
export interface Played {
  session: play.Session;
}

/** The operations of a session; replace them to test your own. */
export type PlayTools = Pick<typeof play, "act" | "back" | "forkLine" | "goTo" | "positionOf" | "switchTo" | "wait">;

/** A game that has not begun, beside its model. */
export function playStart(game: play.Game): { model: PlayModel; real: Played } {
  const session = play.sessionOf(game);
  return {
    model: { current: session.current, lines: new Map([[session.current, [snapshotOf(session, play)]]]) },
    real: { session },
  };
}

/**
 * Commands for a session of play: acts, waiting, going back, to a minute, and to other lines. After each of them the
 * session must stand where the model does; what was seen at a place must be seen again after going back to it; a refused
 * act leaves no trace; and no act of the player is void.
 *
 * @param game the game that is played, from which the moments to go to are taken
 */
export function playCommands(
  { setup, player }: play.Game,
  maxCommands = 12,
  tools: PlayTools = play,
): Commands<PlayModel, Played> {
  const [start, end] = [setup.history.now, setup.horizon];
  const placesOf = ({ lines, current }: PlayModel): readonly Snapshot[] => lines.get(current) ?? [];
  const nowOf = (model: PlayModel): number => placesOf(model).at(-1)?.now ?? start;
  const go = (model: PlayModel, { session }: Played): void => {
    const snapshot = snapshotOf(session, tools);
    if (snapshot.text !== placesOf(model).at(-1)?.text) model.lines.set(model.current, [...placesOf(model), snapshot]);
  };
  const checked = (name: string, run: (model: PlayModel, real: Played) => void) =>
    command<PlayModel, Played>(name, (model, real) => {
      run(model, real);
      const position = tools.positionOf(real.session);
      const { now, text } = placesOf(model).at(-1) ?? { now: start, text: "" };
      const own = position.history.steps.filter(({ event, minute }) => minute > start && event.from.join() === player);
      agree([
        part("line", model.current, real.session.current),
        part(
          "lines",
          [...model.lines.keys()],
          real.session.lines.map((line) => line.name),
        ),
        part("minute", now, position.history.now),
        part("over", now >= end, position.over),
        part("what is seen", text, snapshotOf(real.session, tools).text),
        part(
          "void acts of the player",
          [],
          own.filter(({ verdict }) => verdict === "void").map(({ event }) => event.id),
        ),
      ]);
    });
  const waiting = fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: undefined }).map((minutes) =>
    checked(`wait ${minutes ?? ""}`, (model, real) => {
      const before = nowOf(model);
      real.session = tools.wait(real.session, minutes);
      const { now } = tools.positionOf(real.session).history;
      const until = minutes === undefined ? now : Math.min(end, before + minutes);
      agree([part("minute", until, now), part("later, unless it is over", true, before >= end || now > before)]);
      go(model, real);
    }),
  );
  const acting = fc.constantFrom(...actIds).map((id) =>
    checked(`act ${id}`, (model, real) => {
      const tried = tools.act(real.session, id, fieldsFor(id, end));
      const late = nowOf(model) + 1 > end;
      const single = actOf(id).by.includes("party") || needsConsent(id);
      agree([
        part("over", late, tried.kind === "over"),
        part("not for one", !late && !single, tried.kind === "not-for-one"),
      ]);
      if (!("session" in tried)) return;
      agree([part("minute", nowOf(model) + 1, tools.positionOf(tried.session).history.now)]);
      real.session = tried.session;
      go(model, real);
    }),
  );
  const going = fc.integer({ min: -1, max: Math.ceil((end - start) / MINUTES_PER_DAY) + 1 }).map((days) =>
    checked(`go to day ${days}`, (model, real) => {
      const gone = tools.goTo(real.session, start + days * MINUTES_PER_DAY);
      agree([part("before the game", days < 0, gone === undefined)]);
      if (gone === undefined) return;
      real.session = gone;
      agree([part("minute", Math.min(end, start + days * MINUTES_PER_DAY), tools.positionOf(gone).history.now)]);
      go(model, real);
    }),
  );
  const back = checked("back", (model, real) => {
    if (placesOf(model).length > 1) model.lines.set(model.current, placesOf(model).slice(0, -1));
    real.session = tools.back(real.session);
  });
  const names = fc.constantFrom(play.MAIN, "one", "two");
  const forking = names.map((name) =>
    checked(`fork ${name}`, (model, real) => {
      const forked = tools.forkLine(real.session, name);
      agree([part("taken", model.lines.has(name), forked === undefined)]);
      if (forked === undefined) return;
      model.lines.set(name, placesOf(model));
      Object.assign(model, { current: name });
      real.session = forked;
    }),
  );
  const switching = names.map((name) =>
    checked(`switch to ${name}`, (model, real) => {
      const switched = tools.switchTo(real.session, name);
      agree([part("there", model.lines.has(name), switched !== undefined)]);
      if (switched === undefined) return;
      Object.assign(model, { current: name });
      real.session = switched;
    }),
  );
  return fc.commands([waiting, acting, fc.constant(back), going, forking, switching], { maxCommands });
}

/** The fields that an act can't be without. */
function fieldsFor(act: ActId, end: number): Readonly<Record<string, unknown>> {
  if (act === "expel-diplomats") return { count: 1 };
  if (act === "cap-staff") return { limit: 1 };
  return act === "issue-ultimatum" ? { deadline: new Date(end * 60_000).toISOString().slice(0, 10) } : {};
}

function snapshotOf(session: play.Session, { positionOf }: Pick<PlayTools, "positionOf">): Snapshot {
  const { history, proposals, over } = positionOf(session);
  const steps = history.steps.map(({ event, minute, verdict }) => `${minute} ${event.id} ${verdict}`);
  return { now: history.now, text: [history.now, ...steps, JSON.stringify(proposals), over].join("\n") };
}
