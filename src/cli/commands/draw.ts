/** `draw`: the chart with the present situation, or the timeline, as Mermaid, DOT or SVG. */
import { historyUntil } from "../../history/index.ts";
import { toDot, toMermaid } from "../../machine/index.ts";
import { timelineDot, timelineMermaid } from "../../present/index.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { load } from "../load.ts";
import { dateIn } from "../moments.ts";

/** Writes a drawing to standard output. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  const format = textOption(options, "as") ?? "mermaid";
  const { mermaid, dot } = await drawing(call);
  io.write(format === "mermaid" ? mermaid() : format === "dot" ? dot() : await svg(dot()));
  return exitCodes.fine;
}

interface Drawing {
  readonly mermaid: () => string;
  readonly dot: () => string;
}

async function drawing({ args: [file], options, io }: Call): Promise<Drawing> {
  const what = textOption(options, "what") ?? "chart";
  const at = textOption(options, "at");
  if (file === undefined) {
    if (!flag(options, "chart")) throw new UsageError("Name a file, or ask for the bare chart with --chart.");
    if (at !== undefined || what === "timeline") throw new UsageError("--at and --what timeline need a file.");
    return { mermaid: () => toMermaid(), dot: () => toDot() };
  }
  const { scenario, history } = await load(file, io);
  const minute = at === undefined ? scenario.window.to : Math.min(dateIn(scenario, at, "--at").end, scenario.window.to);
  const cut = historyUntil(history, minute);
  if (what === "timeline") {
    const telling = { scenario, history: cut, until: minute };
    return { mermaid: () => timelineMermaid(telling), dot: () => timelineDot(telling) };
  }
  const situation = flag(options, "chart") ? undefined : cut.situation;
  return { mermaid: () => toMermaid(situation), dot: () => toDot(situation) };
}

async function svg(dot: string): Promise<string> {
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await Graphviz.load();
  return graphviz.dot(dot, "svg").trimEnd();
}
