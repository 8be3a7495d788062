/** `score law`: how the law conforms to a table of events. */
import { basename } from "node:path";
import { lawScoring, midTable, readTable } from "../../evidence/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { terminal } from "../../render/index.ts";
import { lawScoreDocument } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { packageVersion } from "../package.ts";
import { kindOfFile, tablePieces, wholeTable } from "../tables.ts";

/** Reads the table, holds the law against it, and says what came of it. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const [, path] = args;
  if (path === undefined) {
    throw new Problem("bad-option", "score law needs a table.", { expected: "Write demarche score law mie.csv." });
  }
  const file = visibleLine(basename(path));
  const mid = textOption(options, "mid");
  const disputes =
    mid === undefined ? undefined : readTable(midTable, await wholeTable(mid), visibleLine(basename(mid))).rows;
  const pieces = tablePieces(path);
  const first = await pieces.next();
  const kind = kindOfFile(first.value ?? "", { file, named: textOption(options, "kind") });
  const scoring = lawScoring(kind, file, disputes);
  if (!first.done) scoring.add(first.value);
  for await (const piece of pieces) scoring.add(piece);
  const score = scoring.end();
  const { refused } = scoring;
  await writeAnswer(call, {
    data: async () => {
      const { scoreLawData } = await import("../../crisis/data/score-law.ts");
      return scoreLawData(file, score, refused, packageVersion());
    },
    blocks: (columns) => [terminal(lawScoreDocument({ file, score, refused }).parts, columns)],
  });
  return exitCodes.fine;
}
