/** Keeping a game: as a what-if in its file, or in a copy where the scenario is not the player's own. */
import { existsSync } from "node:fs";
import { addInventedWhatIf, type FileWithWhatIf } from "../../crisis/index.ts";
import { formatWhen } from "../../events/index.ts";
import { historyOf, situationAt } from "../../history/index.ts";
import { keyOf } from "../../machine/index.ts";
import * as play from "../../play/index.ts";
import { isProblem, Problem, shellWord } from "../../problem/index.ts";
import { readScenario, type Supposed } from "../../scenario/index.ts";
import { betweenOption, momentText } from "../../views/index.ts";
import { type Input, readInput } from "../input.ts";
import { save } from "../save.ts";
import { besideSchema, writeSchemaBeside } from "../schema-beside.ts";
import { writeNew } from "../write.ts";

const COPIES = 9;

/**
 * Keeps the line that is played: in the file as it is now, even if it was changed since it was read; or, where the scenario is
 * not the player's own, in a copy beside, which is made where none takes it.
 *
 * @param name what the game is to be called; empty for a name that is free
 * @returns what to tell the player
 * @throws Problem when there is nothing to keep, the name is taken, or the file can't be written
 */
export async function keep(session: play.Session, name: string, input: Input): Promise<readonly string[]> {
  const kept = play.keptGame(session);
  if (kept === undefined)
    throw new Problem(
      "nothing-to-keep",
      "There is nothing to keep: nothing was played yet, or it is all as in the record.",
    );
  const { game } = session;
  const { history } = play.positionOf(session);
  const invented = {
    ...kept,
    because: becauseOf(session),
    // It must stand where the game stands.
    isSo: ({ branch }: Supposed) => keyOf(situationAt(historyOf(branch), history.now)) === keyOf(history.situation),
  };
  const writtenInto = (source: Input): { readonly called: string; readonly made: FileWithWhatIf } => {
    const called = name === "" ? freeName(source, "game") : name;
    try {
      return {
        called,
        made: addInventedWhatIf(invented, { name: called, source, scenario: game.scenario }, () => "save"),
      };
    } catch (error) {
      if (!isProblem(error, "name-taken")) throw error;
      throw new Problem("name-taken", `${error.message} .save ${freeName(source, called)} would do.`);
    }
  };
  const told = (path: string, called: string, how: string): readonly string[] => {
    const until = kept.then === "stop" ? "" : ` --until ${formatWhen(play.lineOf(session).place.now, "minute")}`;
    return [
      `Kept as ${called} in ${how}.`,
      `Replay it without any chance: demarche replay ${shellWord(path)}${betweenOption(game.scenario)} --what-if ${called}${until}`,
    ];
  };
  const into = async (path: string): Promise<readonly string[]> => {
    const source = await readInput(path);
    const { called, made } = writtenInto(source);
    save(source, made.text);
    return told(path, called, path);
  };
  if (input.path !== undefined) return into(input.path);
  for (let copy = 1; ; copy += 1) {
    const path = `${game.scenario.name}${copy === 1 ? "" : `-${copy}`}.yaml`;
    try {
      if (existsSync(path)) return await into(path);
      const { called, made } = writtenInto(input);
      writeNew(path, besideSchema(made.text));
      return told(
        path,
        called,
        `a new file, ${path}${schemaBeside(path)}: the scenario itself is not yours to write to`,
      );
    } catch (error) {
      // Another text of that name, or a folder: the game goes into the next.
      if (!existsSync(path) || isProblem(error, "name-taken", "bad-name") || copy === COPIES) throw error;
    }
  }
}

/** What a what-if can be called that is not there yet. */
function freeName({ text, file }: Input, stem: string): string {
  const taken = readScenario(text, { file }).scenario?.whatIfs ?? {};
  for (let k = 1; ; k += 1) if (!Object.hasOwn(taken, `${stem}-${k}`)) return `${stem}-${k}`;
}

/** The game is kept whether or not a schema can stand beside it. */
function schemaBeside(path: string): string {
  try {
    return writeSchemaBeside(path);
  } catch {
    return "";
  }
}

function becauseOf({ game }: play.Session): string {
  const { player, seed, setup } = game;
  return `A game in which somebody played ${player} from ${momentText(setup.history.now, "minute")} on, with seed ${seed}: invented, not reported.`;
}
