/** `acts`: the catalogue, or one act of it. */
import { type ActId, actIds, actOf, isActId } from "../../events/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { actBlock, actsBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { packageVersion } from "../package.ts";

/** Prints acts: all, those of a class, or one in full. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const [wanted] = args;
  const ids = wanted === undefined ? ofClass(textOption(options, "class")) : [named(wanted)];
  const [first] = ids;
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/acts.ts")).actsData(ids, packageVersion()),
    blocks: (columns) => [
      wanted !== undefined && first !== undefined ? actBlock(first, columns) : actsBlock(ids, columns),
    ],
  });
  return exitCodes.fine;
}

function named(text: string): ActId {
  if (isActId(text)) return text;
  throw new Problem("no-such-act", `There is no act "${visibleLine(text)}".`, { suggestion: nearest(text, actIds) });
}

function ofClass(wanted: string | undefined): readonly ActId[] {
  if (wanted === undefined) return actIds;
  const ids = actIds.filter((id) => actOf(id).class === wanted);
  if (ids.length > 0) return ids;
  const classes = [...new Set(actIds.map((id) => actOf(id).class))];
  throw new Problem("no-such-class", `There is no class "${visibleLine(wanted)}".`, {
    suggestion: nearest(wanted, classes),
    expected: `Classes: ${classes.join(", ")}.`,
  });
}
