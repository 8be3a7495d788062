/** `draw`: the chart with the present situation, or the timeline, as Mermaid, DOT or SVG. */

import { at as crisisAt, option, whatIfNamed } from "../../crisis/index.ts";
import { historyOf } from "../../history/index.ts";
import { toDot, toMermaid } from "../../machine/index.ts";
import { chartPicture, coursePicture, recordPicture } from "../../pictures/index.ts";
import { Problem } from "../../problem/index.ts";
import { dotTimeline, mermaidBranches, mermaidTimeline } from "../../render/index.ts";
import { recordOf, suppose } from "../../scenario/index.ts";
import { branchesFigure, standText, timelineFigure } from "../../views/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { load, read } from "../load.ts";

/** Writes a drawing to standard output. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  const format = textOption(options, "as") ?? "mermaid";
  const { mermaid, dot, svg } = await drawing(call);
  io.write(format === "mermaid" ? mermaid() : format === "dot" ? dot() : svg());
  return exitCodes.fine;
}

interface Drawing {
  readonly mermaid: () => string;
  readonly dot: () => string;
  readonly svg: () => string;
}

async function drawing(call: Call): Promise<Drawing> {
  const {
    args: [file],
    options,
    io,
  } = call;
  const what = textOption(options, "what") ?? "chart";
  const at = textOption(options, "at");
  if (file === undefined) {
    if (!flag(options, "chart"))
      throw new Problem("bad-option", "Name a file, or ask for the bare chart with --chart.");
    if (at !== undefined || what !== "chart") throw new Problem("bad-option", `--at and --what ${what} need a file.`);
    return { mermaid: () => toMermaid(), dot: () => toDot(), svg: () => coursePicture().svg };
  }
  if (what === "branches" && (at !== undefined || flag(options, "chart"))) {
    throw new Problem("bad-option", "--what branches shows all of history: it goes without --at and --chart.");
  }
  if (what === "branches") return { mermaid: await branches(call, file), dot: mermaidOnly, svg: mermaidOnly };
  const crisis = crisisAt(await load(file, io, textOption(options, "whatIf")), at, option("at"));
  if (what === "timeline") {
    const figure = timelineFigure(crisis);
    return {
      mermaid: () => mermaidTimeline(figure),
      dot: () => dotTimeline(figure),
      svg: () => recordPicture(crisis).svg,
    };
  }
  const situation = flag(options, "chart") ? undefined : crisis.history.situation;
  const told = { scenario: crisis.scenario, moment: standText(crisis.until) };
  return {
    mermaid: () => toMermaid(situation),
    dot: () => toDot(situation),
    svg: () => (situation === undefined ? coursePicture() : chartPicture({ ...told, situation })).svg,
  };
}

/** The tree of branches: of all what-ifs, or of the one that is named. */
async function branches({ options, io }: Call, file: string): Promise<() => string> {
  const { scenario } = await read(file, io);
  const name = textOption(options, "whatIf");
  const names = name === undefined ? Object.keys(scenario.whatIfs) : [whatIfNamed(name, scenario)];
  const record = recordOf(scenario);
  const supposed = names.map((one) => suppose(scenario, one, record));
  return () => mermaidBranches(branchesFigure(historyOf(record), supposed));
}

function mermaidOnly(): never {
  throw new Problem("bad-option", "--what branches is drawn as Mermaid only.");
}
