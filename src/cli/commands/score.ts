/** `score`: what the law and the models come to beside data. */
import { existsSync } from "node:fs";
import { among, Problem, quoted } from "../../problem/index.ts";
import type { Call, Run } from "../command.ts";
import type { ExitCode } from "../exit.ts";
import { bundledScenarios } from "../input.ts";
import { scoreSubjects } from "../usage/evidence.ts";

/** Carries out the score of the subject that is named first; what is none of them is a scenario file. */
export async function run(call: Call): Promise<ExitCode> {
  const [word = ""] = call.args;
  const subject = scoreSubjects.find((one) => one === word);
  if (subject === undefined && call.args.length === 1 && isScenario(word)) {
    const { scoreScenario } = await import("../score/predictions.ts");
    return scoreScenario(call);
  }
  if (subject === undefined) {
    throw new Problem("bad-option", `There is no score of ${quoted(word)}.`, among(word, scoreSubjects));
  }
  const { run: score } = await loaders[subject]();
  return score(call);
}

function isScenario(word: string): boolean {
  return word === "-" || /\.ya?ml$/.test(word) || existsSync(word) || bundledScenarios().includes(word);
}

/** What can be scored, and where its code is. */
const loaders: Readonly<Record<(typeof scoreSubjects)[number], () => Promise<{ readonly run: Run }>>> = {
  law: () => import("../score/law.ts"),
  mie: () => import("../score/predictions.ts"),
  icb: () => import("../score/predictions.ts"),
};
