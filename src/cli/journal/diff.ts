/** `journal diff`: compares two lines, or one line as of two moments. */
import { historyOf } from "../../history/index.ts";
import { nth, visibleLine } from "../../problem/index.ts";
import { line, render, span, terminal, wrap } from "../../render/index.ts";
import { recordOf } from "../../scenario/index.ts";
import { againstParts, type Side } from "../../views/index.ts";
import { badOption, type Call, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";

/** Compares two addresses; the second may leave the journal out: `#stream`, `#@12`. */
export async function run(call: Call): Promise<ExitCode> {
  const [one, second] = call.args;
  if (one === undefined || second === undefined) {
    throw badOption("journal diff compares two: demarche journal diff case.db#one '#two'");
  }
  const columns = widthOption(call);
  const [where = ""] = one.split("#");
  const other = second.startsWith("#") ? `${where}${second}` : second;
  const [left, right] = [await read(one, call), await read(other, call)];
  const { a, b } = left.scenario.dyad;
  if (right.scenario.dyad.a !== a || right.scenario.dyad.b !== b) {
    throw badOption(
      `They are not about the same parties: ${a} and ${b}, and ${Object.values(right.scenario.dyad).join(" and ")}.`,
    );
  }
  const names = [one, second].map((name) => visibleLine(name.replace(/^[^#]*#?/, "") || "the record"));
  const sides = [left, right].map(
    ({ scenario }, k): Side => ({ name: nth(names, k), history: historyOf(recordOf(scenario)) }),
  );
  const [before, after] = sides;
  if (before === undefined || after === undefined) throw new Error("Two addresses have two sides: a defect of ours.");
  const { out } = await call.io.palettes();
  const title = wrap(line(span(after.name, "title"), ` against ${before.name}`), columns);
  call.io.write(render([...title, ...terminal(againstParts(left.scenario, before, after), columns)], out));
  return exitCodes.fine;
}
