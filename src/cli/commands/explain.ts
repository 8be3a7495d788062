/** `explain`: which assumptions of a kept sweep decide its outcomes, and which ranges separate where something holds. */
import { type Explained, explain, influencesOf, readCondition } from "../../futures/index.ts";
import { nth, Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { type Block, group, line, section, span, terminal, wrap } from "../../render/index.ts";
import { boxBlock, explainNotes, sensitivityParts } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { type Kept, keptIn, type Recounted, recount } from "../sweep/kept.ts";

/** Explains a sweep; one that is not whole is explained as far as it goes. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const folder = nth(args, 0);
  const when = textOption(options, "when");
  widthOption(call);
  const kept = keptIn(folder);
  const { manifest, outcomes } = kept;
  const condition = when === undefined ? { holds: () => false } : readCondition(when, outcomes);
  if ("problem" in condition) throw new Problem("bad-option", `--when ${visibleLine(condition.problem)}`);
  const counted = await recount(folder, kept, condition.holds);
  const decided = influencesOf(counted.summary, counted.casesOf, manifest.seed);
  const boxed = when === undefined ? undefined : { when, found: explained(kept, counted) };
  const blocks = (columns: number): readonly Block[] => {
    const again = `demarche explain ${shellWord(visibleLine(folder))}${when === undefined ? "" : ` --when ${shellWord(when)}`}`;
    const made = `A sweep of ${counted.summary.rows.toLocaleString("en")} futures, seed ${manifest.seed}, over ${manifest.over.join(", ")}; made by: ${manifest.command}`;
    return [
      [
        ...wrap(line(span(manifest.title, "title")), columns),
        ...wrap(line(span(made, "faint")), columns),
        ...(boxed === undefined
          ? []
          : section(`What separates ${boxed.when}`, boxBlock(boxed.when, boxed.found, columns - 2))),
        ...terminal([group("What decides each outcome", ...sensitivityParts(decided)), explainNotes(again)], columns),
      ],
    ];
  };
  const data = async () =>
    (await import("../../crisis/data/sweep.ts")).explainData(manifest, counted.summary, decided, boxed);
  await writeAnswer(call, { data, blocks });
  if (manifest.status === "complete") return exitCodes.fine;
  io.say("This sweep is not whole: the same command as before goes on with it.");
  return exitCodes.incomplete;
}

function explained({ manifest: { seed } }: Kept, { held, casesOf }: Recounted): Explained {
  const cases = casesOf(held);
  if (cases.seen.length > 0 && cases.names.length > 0) return explain(cases, seed);
  throw new Problem(
    "nothing-to-explain",
    "This sweep has no points beside the central one: there is nothing to separate.",
  );
}
