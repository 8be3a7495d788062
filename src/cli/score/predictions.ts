/** `score mie`, `score icb` and `score FILE`: how what is fitted predicts what happened. */
import { basename } from "node:path";
import { shippedFit } from "../../calibrated/index.ts";
import {
  type Fitted,
  type PredictionScore,
  readFit,
  refusedLines,
  scoreNext,
  scoreResponse,
  scoreTurns,
  turnsOf,
} from "../../evidence/index.ts";
import { reliabilityPicture } from "../../pictures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { terminal } from "../../render/index.ts";
import { predictionScoreDocument } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";
import { packageVersion } from "../package.ts";
import { wholeTable } from "../tables.ts";
import { writeNew } from "../write.ts";

/** Scores a fit on a table. */
export async function run(call: Call): Promise<ExitCode> {
  const [subject, path] = call.args;
  if (path === undefined) {
    throw new Problem("bad-option", `score ${subject} needs a table.`, {
      expected: `Write demarche score ${subject} ${subject === "icb" ? "icb2.csv" : "mie.csv"}.`,
    });
  }
  const file = visibleLine(basename(path));
  const text = await wholeTable(path);
  const fitted = await fittedIn(call);
  return told(
    call,
    subject === "icb" ? scoreResponse(fitted, file, text) : scoreNext(fitted, file, text, replicatesIn(call)),
  );
}

/** Scores a fit on what happened between the parties of a scenario, in all relations that it follows. */
export async function scoreScenario(call: Call): Promise<ExitCode> {
  const { scenario, relations } = await read(call.args[0] ?? "", call, true);
  const dyads = relations.map(({ dyad }) => dyad);
  const rows = turnsOf(scenario.events, dyads);
  const about = { of: "scenario", file: scenario.name, own: false } as const;
  return told(call, scoreTurns(await fittedIn(call), about, { rows, refused: new Map() }));
}

async function told(call: Call, score: PredictionScore): Promise<ExitCode> {
  for (const line of refusedLines(score.refused)) call.io.say(line);
  const picture = textOption(call.options, "picture");
  if (picture !== undefined) {
    writeNew(picture, `${reliabilityPicture(score).svg}\n`);
    call.io.say(`Wrote ${visibleLine(picture)}.`);
  }
  await writeAnswer(call, {
    data: async () => {
      const { scorePredictionsData } = await import("../../crisis/data/score-predictions.ts");
      return scorePredictionsData(score, packageVersion());
    },
    blocks: (columns) => [terminal(predictionScoreDocument(score).parts, columns)],
  });
  return exitCodes.fine;
}

/** How often pairs are begun anew; not at all unless it is asked for. */
function replicatesIn({ options }: Call): number {
  const text = textOption(options, "replicates") ?? "0";
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new Problem("bad-option", `--replicates ${visibleLine(text)}: expected a whole number up to 9999.`);
}

/** What `fit` wrote, or else what the package brings. */
async function fittedIn({ options }: Call): Promise<Fitted> {
  const path = textOption(options, "model");
  return path === undefined ? (shippedFit() as Fitted) : readFit(await wholeTable(path), visibleLine(basename(path)));
}
