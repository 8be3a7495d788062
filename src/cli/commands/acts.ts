/** `acts`: the catalogue, one of its acts, or those that match a text. */
import { type ActId, actIds, actOf, actsFor, isActId, nearestAct } from "../../events/index.ts";
import { among, Problem, visibleLine } from "../../problem/index.ts";
import type { Block } from "../../render/index.ts";
import { actBlock, actsBlock, actsFoundBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { packageVersion } from "../package.ts";

/** Prints acts: all, those of a class, one in full, or those that match a text. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const [wanted] = args;
  const ids = wanted === undefined ? actsOfClass(textOption(options, "class")) : findActs(wanted);
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/acts.ts")).actsData(ids, packageVersion()),
    blocks: (columns) => [blockOf(ids, wanted, columns)],
  });
  return exitCodes.fine;
}

function blockOf(ids: readonly ActId[], wanted: string | undefined, columns: number): Block {
  if (wanted === undefined) return actsBlock(ids, columns);
  return isActId(wanted) ? actBlock(wanted, columns) : actsFoundBlock(ids, columns);
}

/** The act of that name, or else those that match the text. */
function findActs(text: string): readonly ActId[] {
  const found = isActId(text) ? [text] : actsFor(text);
  if (found.length > 0) return found;
  throw new Problem("no-such-act", `There is no act "${visibleLine(text)}".`, {
    suggestion: nearestAct(text),
    expected: "demarche acts lists them.",
  });
}

function actsOfClass(wanted: string | undefined): readonly ActId[] {
  if (wanted === undefined) return actIds;
  const ids = actIds.filter((id) => actOf(id).class === wanted);
  if (ids.length > 0) return ids;
  const classes = [...new Set(actIds.map((id) => actOf(id).class))];
  throw new Problem("no-such-class", `There is no class "${visibleLine(wanted)}".`, among(wanted, classes, "Classes"));
}
