/** Saving a game: as a what-if in its file, or in a copy if the scenario is not the player's own. */
import { existsSync } from "node:fs";
import { addInventedWhatIf, type FileWithWhatIf } from "../../crisis/index.ts";
import { formatWhen } from "../../events/index.ts";
import { historyOf, situationAt } from "../../history/index.ts";
import { keyOf } from "../../machine/index.ts";
import * as play from "../../play/index.ts";
import { isProblem, Problem, shellWord } from "../../problem/index.ts";
import { type EvaluatedWhatIf, readScenario } from "../../scenario/index.ts";
import { betweenOption, momentText } from "../../views/index.ts";
import { type Input, readInput } from "../input.ts";
import { save } from "../save.ts";
import { withSchemaLine, writeSchemaBeside } from "../schema-beside.ts";
import { writeNew } from "../write.ts";

const MAX_COPIES = 9;

/**
 * Saves the line that is played: in the file as it is now, even if it has changed since it was read; or, if the scenario
 * is not the player's own, in a copy in the current folder, which is made if no existing copy accepts it.
 *
 * @param name what the game is to be called; empty for a name that is free
 * @returns what to tell the player
 * @throws Problem when there is nothing to keep, the name is taken, or the file can't be written
 */
export async function saveGame(session: play.Session, name: string, input: Input): Promise<readonly string[]> {
  const whatIf = play.keptGame(session);
  if (whatIf === undefined)
    throw new Problem(
      "nothing-to-keep",
      "There is nothing to keep: nothing was played yet, or it is all as in the record.",
    );
  const { game } = session;
  const { history } = play.positionOf(session);
  const invented = {
    ...whatIf,
    because: becauseOf(session),
    // The what-if must end in the situation of the game.
    isSo: ({ branch }: EvaluatedWhatIf) =>
      keyOf(situationAt(historyOf(branch), history.now)) === keyOf(history.situation),
  };
  const writeInto = (source: Input): { readonly called: string; readonly made: FileWithWhatIf } => {
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
  const report = (path: string, called: string, how: string): readonly string[] => {
    const until = whatIf.then === "stop" ? "" : ` --until ${formatWhen(play.lineOf(session).place.now, "minute")}`;
    return [
      `Kept as ${called} in ${how}.`,
      `Replay it without any chance: demarche replay ${shellWord(path)}${betweenOption(game.scenario)} --what-if ${called}${until}`,
    ];
  };
  const saveInto = async (path: string): Promise<readonly string[]> => {
    const source = await readInput(path);
    const { called, made } = writeInto(source);
    save(source, made.text);
    return report(path, called, path);
  };
  if (input.path !== undefined) return saveInto(input.path);
  for (let copy = 1; ; copy += 1) {
    const path = `${game.scenario.name}${copy === 1 ? "" : `-${copy}`}.yaml`;
    try {
      if (existsSync(path)) return await saveInto(path);
      const { called, made } = writeInto(input);
      writeNew(path, withSchemaLine(made.text));
      return report(
        path,
        called,
        `a new file, ${path}${schemaBeside(path)}: the scenario itself is not yours to write to`,
      );
    } catch (error) {
      // Another file of that name, or a folder: the game goes into the next copy.
      if (!existsSync(path) || isProblem(error, "name-taken", "bad-name") || copy === MAX_COPIES) throw error;
    }
  }
}

/** A name that no what-if of the file has. */
function freeName({ text, file }: Input, stem: string): string {
  const taken = readScenario(text, { file }).scenario?.whatIfs ?? {};
  for (let k = 1; ; k += 1) if (!Object.hasOwn(taken, `${stem}-${k}`)) return `${stem}-${k}`;
}

/** The game is saved even if the schema can't be written beside it. */
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
