/** `score`: what the law and the models come to beside data. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { shippedFit } from "../../calibrated/index.ts";
import {
  type FitFile,
  lawScoring,
  midTable,
  type PredictionScore,
  readFit,
  readTable,
  refusedLines,
  scoreNext,
  scoreResponse,
  scoreTurns,
  turnsOf,
} from "../../evidence/index.ts";
import { reliabilityPicture } from "../../pictures/index.ts";
import { among, quoted, visibleLine } from "../../problem/index.ts";
import { terminal } from "../../render/index.ts";
import { lawScoreDocument, predictionScoreDocument } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { bundledScenarios } from "../input.ts";
import { read } from "../load.ts";
import { packageVersion } from "../package.ts";
import { feedTable, readWholeTable } from "../tables.ts";
import { scoreSubjects } from "../usage/evidence.ts";
import { writeNew } from "../write.ts";

/** Scores the subject that the first argument names; any other argument is a scenario file. */
export async function run(call: Call): Promise<ExitCode> {
  const [word = "", path] = call.args;
  const subject = scoreSubjects.find((one) => one === word);
  if (subject === undefined) {
    if (call.args.length === 1 && isScenario(word)) return scoreScenario(word, call);
    throw badOption(`There is no score of ${quoted(word)}.`, among(word, scoreSubjects));
  }
  if (path === undefined) {
    throw badOption(`score ${subject} needs a table.`, {
      expected: `Write demarche score ${subject} ${subject === "icb" ? "icb2.csv" : "mie.csv"}.`,
    });
  }
  if (subject === "law") return scoreLaw(path, call);
  const file = visibleLine(basename(path));
  const text = await readWholeTable(path);
  const fitted = await readFitted(call);
  return writeScore(
    call,
    subject === "icb" ? scoreResponse(fitted, file, text) : scoreNext(fitted, file, text, replicatesIn(call)),
  );
}

function isScenario(word: string): boolean {
  return word === "-" || /\.ya?ml$/.test(word) || existsSync(word) || bundledScenarios().includes(word);
}

/** Holds the law against a table, and writes the score. */
async function scoreLaw(path: string, call: Call): Promise<ExitCode> {
  const { options } = call;
  const file = visibleLine(basename(path));
  const mid = textOption(options, "mid");
  const disputes =
    mid === undefined ? undefined : readTable(midTable, await readWholeTable(mid), visibleLine(basename(mid))).rows;
  const kindName = textOption(options, "kind");
  const scoring = await feedTable(path, { file, named: kindName }, (kind) => lawScoring(kind, file, disputes));
  const score = scoring.end();
  const { refused } = scoring;
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/score.ts")).scoreLawData(file, score, refused, packageVersion()),
    blocks: (columns) => [terminal(lawScoreDocument({ file, score, refused }).parts, columns)],
  });
  return exitCodes.fine;
}

/** Scores a fit on what happened between the parties of a scenario, in all relations that it follows. */
async function scoreScenario(file: string, call: Call): Promise<ExitCode> {
  const { scenario, relations } = await read(file, call, true);
  const dyads = relations.map(({ dyad }) => dyad);
  const rows = turnsOf(scenario.events, dyads);
  const about = { of: "scenario", file: scenario.name, own: false } as const;
  return writeScore(call, scoreTurns(await readFitted(call), about, { rows, refused: new Map() }));
}

async function writeScore(call: Call, score: PredictionScore): Promise<ExitCode> {
  for (const line of refusedLines(score.refused)) call.io.say(line);
  const picture = textOption(call.options, "picture");
  if (picture !== undefined) {
    writeNew(picture, `${reliabilityPicture(score).svg}\n`);
    call.io.say(`Wrote ${visibleLine(picture)}.`);
  }
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/score.ts")).scorePredictionsData(score, packageVersion()),
    blocks: (columns) => [terminal(predictionScoreDocument(score).parts, columns)],
  });
  return exitCodes.fine;
}

/** How often pairs are begun anew; 0 by default. */
function replicatesIn({ options }: Call): number {
  const text = textOption(options, "replicates") ?? "0";
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw badOption(`--replicates ${visibleLine(text)}: expected a whole number up to 9999.`);
}

/** What `fit` wrote, or else what the package brings. */
async function readFitted({ options }: Call): Promise<FitFile> {
  const path = textOption(options, "model");
  return path === undefined
    ? (shippedFit() as FitFile)
    : readFit(await readWholeTable(path), visibleLine(basename(path)));
}
