/** What explains a sweep: how far each assumption decides each outcome, and the box in which something holds most often. */
import type { Explained, Quantity, Sensitivity } from "../../futures/index.ts";
import { BLANK, type Block, type Line, line, span, width, wrap } from "../../render/index.ts";
import { section } from "../ending.ts";
import { numeral } from "./assumptions.ts";

/** How far each assumption decides one quantity. */
export interface ToldDecision {
  readonly quantity: Quantity;
  /** The share of what differs between futures that the assumptions account for. */
  readonly assumed: number;
  readonly shares: readonly Sensitivity[];
}

const BAR = 20;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A share as a bar of so many columns. */
function bar(share: number, columns: number = BAR): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * columns * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** The sensitivities of every quantity, the largest first. */
export function sensitivityBlock(decisions: readonly ToldDecision[], columns: number): Block {
  const told = decisions.filter(({ shares }) => shares.length > 0);
  const still = decisions.filter(({ shares }) => shares.length === 0);
  return [
    ...told.flatMap((one, k): Block => [...(k === 0 ? [] : [BLANK]), ...decision(one, columns)]),
    ...(still.length === 0
      ? []
      : wrap(
          line(span(`The same at every point: ${still.map(({ quantity }) => quantity.name).join("; ")}.`, "faint")),
          columns,
        )),
  ];
}

function decision({ quantity, assumed, shares }: ToldDecision, columns: number): Block {
  const percent = Number.isNaN(assumed)
    ? ""
    : `; of all that differs between futures ${(Math.max(0, assumed) * 100).toFixed(0)} % is the assumptions', the rest chance`;
  const names = Math.min(24, Math.max(...shares.map(({ name }) => width(name))));
  return [
    ...wrap(line(span(quantity.name, "strong"), span(percent, "faint")), columns, 4),
    ...shares.toSorted((one, other) => other.share - one.share).map((one) => shareLine(one, names)),
  ];
}

function shareLine({ name, share, noise, means }: Sensitivity, names: number): Line {
  const real = share > noise;
  const picture = bar(share).padEnd(BAR);
  const number = `${(Math.max(0, share) * 100).toFixed(0)} %`.padStart(5);
  return line(
    `  ${name.padEnd(names)}  `,
    span(picture, real ? "talk" : "faint"),
    number,
    real ? `  ${trend(means)}` : span("  no more than noise", "faint"),
  );
}

const SPARKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

/** The means of classes, from the lowest values of the assumption to the highest. */
function trend(means: readonly number[]): string {
  const [low, high] = [Math.min(...means), Math.max(...means)];
  return means
    .map((mean) => SPARKS[high === low ? 0 : Math.min(7, Math.floor(((mean - low) / (high - low)) * 8))] ?? "▁")
    .join("");
}

/** The box, or that there is none. */
export function boxBlock(when: string, found: Explained, columns: number): Block {
  const { overall, density, coverage, mass, points, p, shuffles, noise, restrictions } = found;
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  const head = line(`${when} holds in ${(overall * 100).toFixed(1)} % of the futures over the sweep.`);
  const search = `The same search on the same shares dealt to the points at random, ${shuffles} times, finds as remarkable a box with chance ${p.toFixed(3)}.`;
  if (noise) {
    const none = "No range of any assumption separates them: what differs between the points is no more than noise.";
    return [
      ...wrap(head, columns),
      ...wrap(line(span(none, "warn")), columns),
      ...(overall > 0 && overall < 1 ? wrap(line(span(search, "faint")), columns) : []),
    ];
  }
  const names = Math.max(...restrictions.map(({ name }) => width(name)));
  return [
    ...wrap(head, columns),
    ...wrap(line("It holds most often where"), columns),
    ...restrictions.map((one) =>
      line(
        "  ",
        span(one.name.padEnd(names), "strong"),
        `  ${rangeText(one).padEnd(24)}`,
        span(`by chance ${one.p.toFixed(3)}`, "faint"),
      ),
    ),
    ...wrap(
      line(
        `There it holds in ${percent(density)} of the futures (density), and ${percent(coverage)} of the futures in which it holds are there (coverage); the box has ${percent(mass)} of the points (${points}).`,
      ),
      columns,
    ),
    ...wrap(line(span(search, "faint")), columns),
  ];
}

function rangeText({ low, high, below, above }: Explained["restrictions"][number]): string {
  if (below && above) return `from ${numeral(low)} to ${numeral(high)}`;
  return below ? `at least ${numeral(low)}` : `at most ${numeral(high)}`;
}

/** How to read both. */
export function explainNotes(command: string, columns: number): Block {
  const text =
    "The bar is the first-order index of the assumption: the share of what differs between the points that it accounts for by itself (corrected correlation ratio); beside it the means from its lowest values to its highest. The box is PRIM's (Friedman and Fisher 1999), its chances by resampling. All of it is about the model, not about the world; not a forecast.";
  return section("How to read it", [
    ...wrap(line(span(text, "faint")), columns - 2),
    ...wrap(line(span("Again: ", "faint"), command), columns - 2, 4),
  ]);
}
