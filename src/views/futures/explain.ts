/** What explains a sweep: how far each assumption decides each outcome, and the box in which something holds most often. */
import type { Explained, Influence, Sensitivity } from "../../futures/index.ts";
import {
  type Block,
  type Column,
  group,
  line,
  type Part,
  prose,
  span,
  type TableCell,
  type TablePart,
  table,
  width,
  wrap,
} from "../../render/index.ts";
import { numeral } from "./assumptions.ts";

const BAR = 20;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A share as a bar of so many columns. */
function bar(share: number, columns: number = BAR): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * columns * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** How far each assumption by itself decides every quantity, the largest first. */
export function sensitivityParts(decisions: readonly Influence[]): readonly Part[] {
  const told = decisions.filter(({ shares }) => shares.length > 0);
  const still = decisions.filter(({ shares }) => shares.length === 0).map(({ quantity }) => quantity.name);
  return [
    ...told.flatMap((one, k) => [...(k === 0 ? [] : [prose("")]), decisionTable(one)]),
    ...(still.length === 0 ? [] : [prose(`The same at every point: ${still.join("; ")}.`, "faint")]),
  ];
}

function decisionTable({ quantity, assumed, shares }: Influence): TablePart {
  const about = Number.isNaN(assumed)
    ? ""
    : `; of all that differs between futures ${percent(assumed)} is the assumptions', the rest chance`;
  const columns: readonly Column[] = [
    { head: "Assumption", size: 2 + Math.min(24, Math.max(...shares.map(({ name }) => width(name)))) },
    { head: "Share", size: BAR + 5 },
    { head: "From its lowest to its highest", rest: 0, hang: 0 },
    { head: "Noise reaches", most: 7, place: "page" },
    { head: "Mean at its lowest → highest", most: 16, place: "page" },
  ];
  const sorted = shares.toSorted((one, other) => other.share - one.share);
  return {
    ...table(
      quantity.name,
      columns,
      sorted.map((one) => shareCells(one, quantity.unit)),
    ),
    about,
  };
}

function shareCells({ name, share, noise, means }: Sensitivity, unit: string): readonly TableCell[] {
  const real = share > noise;
  return [
    `  ${name}`,
    [line(span(bar(share).padEnd(BAR), real ? "talk" : "faint"), percent(share).padStart(5))],
    real ? trend(means) : span("no more than noise", "faint"),
    percent(noise),
    `${numeral(means[0] ?? Number.NaN)} → ${numeral(means.at(-1) ?? Number.NaN)} ${unit}`,
  ];
}

function percent(share: number): string {
  return `${(Math.max(0, share) * 100).toFixed(0)} %`;
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
export function explainNotes(command: string): Part {
  const text =
    "The bar is the first-order index of the assumption: the share of what differs between the points that it accounts for by itself (corrected correlation ratio); beside it the means from its lowest values to its highest. The box is PRIM's (Friedman and Fisher 1999), its chances by resampling. All of it is about the model, not about the world; not a forecast.";
  return group("How to read it", prose(text, "faint"), prose(line(span("Again: ", "faint"), command), undefined, 4));
}
