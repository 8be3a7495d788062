/** `laws`: lists the laws, explains one, or checks them in every situation that can be reached. */

import { type Everywhere, everywhere, isExhaustible, type Law, laws, testsOf, ways, waysOf } from "../../laws/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import { lawBlock, lawCheckBlock, lawsBlock, type ShownLaw } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, flag } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { packageVersion } from "../package.ts";
import { createProgress, progressTerminal } from "../progress.ts";

/** Prints laws: all, or one in full; with `--check` the result of checking them in every situation that can be reached. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const [wanted] = args;
  const chosen = wanted === undefined ? laws : [findLaw(wanted)];
  const check = flag(options, "check") ? checkLaws(chosen, call) : undefined;
  const [first] = chosen.map(shownLaw);
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/laws.ts")).lawsData(chosen, packageVersion(), check),
    blocks: (columns) => [
      check !== undefined
        ? lawCheckBlock(check, columns)
        : wanted !== undefined && first !== undefined
          ? lawBlock(first, columns)
          : lawsBlock(chosen.map(shownLaw), columns),
    ],
  });
  return check === undefined || check.breaches.length === 0 ? exitCodes.fine : exitCodes.finding;
}

function findLaw(text: string): Law {
  const found = laws.find(({ name }) => name === text);
  if (found !== undefined) return found;
  throw new Problem("no-such-law", `There is no law "${visibleLine(text)}".`, {
    suggestion: nearest(
      text,
      laws.map(({ name }) => name),
    ),
    expected: "demarche laws lists them all.",
  });
}

/** The number of situations is only known at the end; the progress bar expects the number when this was written. */
const EXPECTED_SITUATIONS = 35_000;

function checkLaws(chosen: readonly Law[], { io }: Call): Everywhere {
  const exhaustible = chosen.filter(isExhaustible);
  const [first] = chosen;
  if (exhaustible.length === 0 && first !== undefined) {
    throw badOption(
      `${first.name} is a law of every ${first.of}. These can't be enumerated, so --check has nothing to hold it to; tests hold it at random: demarche laws ${first.name}`,
    );
  }
  const watching = progressTerminal();
  const start = watching.now();
  const progress = createProgress(EXPECTED_SITUATIONS, 0, "situations", watching);
  const check = everywhere(exhaustible, { onProgress: (done) => progress.update(done) });
  progress.clear();
  const left = chosen.length - exhaustible.length;
  const others = left === 0 ? "" : ` ${plural(left, "law")} of histories, branches and futures can't be enumerated.`;
  io.say(`Checked in ${((watching.now() - start) / 1000).toFixed(1)} s.${others}`);
  return check;
}

function shownLaw(law: Law): ShownLaw {
  const { name, sentence, basis, of } = law;
  return { name, sentence, basis, of, ways: waysOf(law).map((way) => [way, ways[way]]), tests: testsOf(law) };
}
