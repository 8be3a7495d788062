/** `acts`: the catalogue, or one act of it. */
import { type ActId, actIds, actOf, isActId } from "../../events/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { json, render } from "../../render/index.ts";
import { actBlock, actsBlock } from "../../views/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";

/** Prints acts: all, those of a class, or one in full. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const [wanted] = args;
  const ids = wanted === undefined ? ofClass(textOption(options, "class")) : [named(wanted)];
  if (flag(options, "json")) {
    const { actsData } = await import("../output/acts.ts");
    io.write(json(actsData(ids), 2));
    return exitCodes.fine;
  }
  const { out } = await io.palettes();
  const columns = widthOption(call);
  const [first] = ids;
  io.write(
    render(wanted !== undefined && first !== undefined ? actBlock(first, columns) : actsBlock(ids, columns), out),
  );
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
