/** `laws`: what always holds, one law whole, or all of them held to everything that can be reached. */
import { type Everywhere, everywhere, isExhaustible, type Law, laws, testsOf, ways, waysOf } from "../../laws/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { lawBlock, lawCheckBlock, lawsBlock, plural, type ShownLaw } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, flag } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { packageVersion } from "../package.ts";
import { createProgress, processWatching } from "../progress.ts";

/** Prints laws: all, or one whole; with `--check` what came of holding them to everything that can be reached. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const [wanted] = args;
  const chosen = wanted === undefined ? laws : [named(wanted)];
  const check = flag(options, "check") ? checked(chosen, call) : undefined;
  const [first] = chosen.map(shown);
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/laws.ts")).lawsData(chosen, packageVersion(), check),
    blocks: (columns) => [
      check !== undefined
        ? lawCheckBlock(check, columns)
        : wanted !== undefined && first !== undefined
          ? lawBlock(first, columns)
          : lawsBlock(chosen.map(shown), columns),
    ],
  });
  return check === undefined || check.breaches.length === 0 ? exitCodes.fine : exitCodes.finding;
}

function named(text: string): Law {
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

/** How many situations there are is known only at the end; the progress bar expects as many as when this was written. */
const ABOUT = 35_000;

function checked(chosen: readonly Law[], { io }: Call): Everywhere {
  const held = chosen.filter(isExhaustible);
  const [first] = chosen;
  if (held.length === 0 && first !== undefined) {
    throw badOption(
      `${first.name} is a law of every ${first.of}. These can't be enumerated, so --check has nothing to hold it to; tests hold it at random: demarche laws ${first.name}`,
    );
  }
  const watching = processWatching();
  const start = watching.now();
  const progress = createProgress(ABOUT, 0, "situations", watching);
  const check = everywhere(held, { onProgress: (done) => progress.update(done) });
  progress.clear();
  const left = chosen.length - held.length;
  const others = left === 0 ? "" : ` ${plural(left, "law")} of histories, branches and futures can't be enumerated.`;
  io.say(`Checked in ${((watching.now() - start) / 1000).toFixed(1)} s.${others}`);
  return check;
}

function shown(law: Law): ShownLaw {
  const { name, sentence, basis, of } = law;
  return { name, sentence, basis, of, ways: waysOf(law).map((way) => [way, ways[way]]), tests: testsOf(law) };
}
