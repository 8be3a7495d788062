/** The pictures of `draw`: the chart, the record, its band and what goes with it as SVG or text; the timeline and branches as Mermaid. */
import { type Crisis, crisisAt, option, webOf, webOn, whatIfNamed } from "../crisis/index.ts";
import { historyOf } from "../history/index.ts";
import {
  bandPicture,
  bandsPicture,
  branchPicture,
  casualtiesPicture,
  chartPicture,
  claimsPicture,
  coursePicture,
  type Look,
  type Picture,
  postsPicture,
  type RecordLook,
  recordPicture,
  standsPicture,
  type Words,
  webPicture,
  wordsOf,
} from "../pictures/index.ts";
import { nth } from "../problem/index.ts";
import { mermaidBranches, mermaidTimeline } from "../render/index.ts";
import { evaluateWhatIf, recordOf } from "../scenario/index.ts";
import { branchesFigure, standText, timelineFigure } from "../views/index.ts";
import { captionFor } from "./caption.ts";
import { badOption, type Call, flag, textOption } from "./command.ts";
import { languageIn, refuseLanguage } from "./language.ts";
import { type Loaded, load, read } from "./load.ts";
import { wholeNumber } from "./numbers.ts";

type WithWords<L extends Look> = L & { readonly words: Words };

type Draw = (call: Call, file: string, what: string) => Promise<string>;

/** What `--what` draws besides the chart, and how. */
const drawings = {
  timeline: ofCrisis(recordPicture, (crisis) => mermaidTimeline(timelineFigure(crisis))),
  band: ofCrisis(bandPicture),
  posts: ofCrisis(postsPicture),
  stands: ofCrisis(standsPicture),
  claims: ofCrisis(claimsPicture),
  casualties: ofCrisis(casualtiesPicture),
  branches: drawBranches,
  web: ofAllRelations(webPicture),
  bands: ofAllRelations(bandsPicture),
} satisfies Readonly<Record<string, Draw>>;

/** A word of `--what`. */
export type DrawingName = "chart" | keyof typeof drawings;

/** Formats by how the names of their files end. */
const endings: Readonly<Record<string, string>> = {
  svg: "svg",
  png: "png",
  dot: "dot",
  gv: "dot",
  mmd: "mermaid",
  txt: "text",
  scxml: "scxml",
  json: "json",
};

/** The format of `--as`, or else of the output file's ending. */
export function formatOf({ options }: Call, otherwise: string): string {
  const ending = /\.(\w+)$/.exec(textOption(options, "out") ?? "")?.[1] ?? "";
  return textOption(options, "as") ?? (Object.hasOwn(endings, ending) ? endings[ending] : undefined) ?? otherwise;
}

/** A picture of a file. */
export async function drawPicture(call: Call, what: string, file: string): Promise<string> {
  const all: Readonly<Record<string, Draw>> = drawings;
  const draw = all[what];
  if (draw === undefined) throw new TypeError(`No picture is called ${what}: a defect of ours.`);
  return draw(call, file, what);
}

/** A picture of one relation, as it was at a moment. Only the timeline is drawn as Mermaid. */
function ofCrisis(
  picture: (crisis: Crisis, look: RecordLook) => Picture,
  asMermaid?: (crisis: Crisis) => string,
): Draw {
  return async (call, file, what) => {
    const crisis = await loadAtMoment(call, file);
    const format = formatOf(call, asMermaid === undefined ? "svg" : "mermaid");
    if (format === "mermaid") refuseLanguage(call.options, format);
    if (format === "mermaid" && asMermaid !== undefined) return asMermaid(crisis);
    return pictureText(format, what, () => picture(crisis, lookOf(call, crisis)));
  };
}

/** A picture of all relations of a crisis: through time, or at a moment. */
function ofAllRelations(picture: typeof webPicture | typeof bandsPicture): Draw {
  return async (call, file, what) => {
    if (textOption(call.options, "between") !== undefined) {
      throw badOption(`--what ${what} shows all relations: it goes without --between.`);
    }
    const { relations, input } = await read(file, call, true);
    const at = textOption(call.options, "at");
    const web = webOn(webOf(relations, textOption(call.options, "whatIf")), at, option("at"));
    const main = nth(web.relations, 0);
    return pictureText(formatOf(call, "svg"), what, () => picture(web.relations, lookOf(call, { ...main, input })));
  };
}

/** A crisis at the moment of `--at`. */
export async function loadAtMoment(call: Call, file: string): Promise<Loaded> {
  const { options } = call;
  const loaded = await load(file, call);
  return { ...crisisAt(loaded, textOption(options, "at"), option("at")), input: loaded.input };
}

/** The transitions out of the crisis's current states; without a crisis, the whole chart of the course. */
export function drawChart(call: Call, format: string, crisis: Loaded | undefined): string {
  if (crisis === undefined)
    return pictureText(format, "chart", () => {
      const size = sizeOf(call);
      return coursePicture(undefined, { ...size, caption: captionFor(undefined, size.words) });
    });
  const { scenario, history, until } = crisis;
  const look = lookOf(call, crisis);
  const figure = { scenario, situation: history.situation, moment: standText(until, look.words.endOf) };
  return pictureText(format, "chart", () => chartPicture(figure, look));
}

function sizeOf({ options }: Call): WithWords<Look> {
  return {
    width: wholeNumber(options, "pixels", 1280, 320, 4000),
    theme: flag(options, "dark") ? "dark" : "light",
    words: wordsOf(languageIn(options)),
  };
}

function lookOf(call: Call, crisis: Pick<Loaded, "scenario" | "until" | "history" | "input">): WithWords<RecordLook> {
  const scale = flag(call.options, "toScale") ? "time" : "words";
  const size = sizeOf(call);
  return { ...size, scale, caption: captionFor(crisis, size.words) };
}

/** The record and its what-ifs as a tree; one of them against the record as a picture. */
async function drawBranches(call: Call, file: string): Promise<string> {
  const { options } = call;
  if (textOption(options, "at") !== undefined || flag(options, "chart")) {
    throw badOption("--what branches shows all of history: it goes without --at and --chart.");
  }
  const { scenario, input } = await read(file, call);
  const name = textOption(options, "whatIf");
  const names = name === undefined ? Object.keys(scenario.whatIfs) : [whatIfNamed(name, scenario)];
  const record = recordOf(scenario);
  const evaluated = names.map((one) => evaluateWhatIf(scenario, one, record));
  const format = formatOf(call, "mermaid");
  if (format === "mermaid") refuseLanguage(call.options, format);
  if (format === "mermaid") return mermaidBranches(branchesFigure(historyOf(record), evaluated));
  const [one] = evaluated;
  if (name === undefined || one === undefined) {
    throw badOption("--what branches is drawn as Mermaid, or as a picture of one: name it with --what-if.");
  }
  const telling = { scenario, history: historyOf(record), until: scenario.window.to, input };
  return pictureText(format, "branches", () => branchPicture(telling, one, lookOf(call, telling)));
}

function pictureText(format: string, what: string, draw: () => Picture): string {
  if (format === "svg" || format === "png") return draw().svg;
  if (format === "text") return draw().text;
  throw badOption(`--what ${what} is not drawn as ${format}: ask for svg, png or text.`);
}
