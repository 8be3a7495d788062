/** Keeping a game: as a what-if in its file, or in a new file where the scenario is not the player's own. */

import { writtenInvented } from "../../crisis/index.ts";
import { formatWhen } from "../../events/index.ts";
import { historyOf, situationAt } from "../../history/index.ts";
import { keyOf } from "../../machine/index.ts";
import * as play from "../../play/index.ts";
import { Problem } from "../../problem/index.ts";
import type { Supposed } from "../../scenario/index.ts";
import { momentText } from "../../views/index.ts";
import type { Input } from "../input.ts";
import { save } from "../save.ts";
import { besideSchema, writeSchemaBeside } from "../schema-beside.ts";
import { hashOf, writeNew } from "../write.ts";

/** A game that was kept: the file as it is now, and what to tell the player. */
export interface Kept {
  readonly input: Input;
  readonly told: readonly string[];
}

/**
 * Keeps the line that is played under a name.
 *
 * @throws Problem when there is nothing to keep, the name is taken, or the file can't be written
 */
export function keep(session: play.Session, name: string, input: Input): Kept {
  const kept = play.keptGame(session);
  if (kept === undefined)
    throw new Problem(
      "nothing-to-keep",
      "There is nothing to keep: nothing was played yet, or it is all as in the record.",
    );
  const { history } = play.positionOf(session);
  const invented = {
    ...kept,
    because: becauseOf(session),
    // It must stand where the game stands.
    isSo: ({ branch }: Supposed) => keyOf(situationAt(historyOf(branch), history.now)) === keyOf(history.situation),
  };
  const made = writtenInvented(
    invented,
    { name, source: input, scenario: session.game.scenario },
    () => `save ${name}`,
  );
  const { scenario } = session.game;
  const path = input.path ?? `${scenario.name}.yaml`;
  const text = input.path === undefined ? besideSchema(made.text) : made.text;
  if (input.path === undefined) writeNew(path, text);
  else save(input, text);
  const now = play.lineOf(session).place.now;
  const until = kept.then === "stop" ? "" : ` --until ${formatWhen(now, "minute")}`;
  const where =
    input.path === undefined
      ? `a new file, ${path}${writeSchemaBeside(path)}: the scenario itself is not yours to write to`
      : path;
  return {
    input: { ...input, path, file: path, text, hash: hashOf(text) },
    told: [
      `Kept as ${name} in ${where}.`,
      `Replay it without any chance: demarche replay ${path} --what-if ${name}${until}`,
    ],
  };
}

function becauseOf({ game }: play.Session): string {
  const { player, seed, setup } = game;
  return `A game in which somebody played ${player} from ${momentText(setup.history.now, "minute")} on, with seed ${seed}: invented, not reported.`;
}
