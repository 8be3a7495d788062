/** What explains a sweep: how far each assumption decides each outcome, and the box in which something holds most often. */
import type { Explained, Influence, Ranged, Resting, Sensitivity } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import {
  type Block,
  type Column,
  type Document,
  type FigurePart,
  group,
  line,
  type Part,
  paragraph,
  prose,
  span,
  type TableCell,
  type TablePart,
  table,
  width,
} from "../../render/index.ts";
import { SPARKS } from "../scores.ts";
import { assumptionsTable, numeral } from "./assumptions.ts";

const BAR = 20;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A share as a bar; a share of 1 fills all columns. */
function bar(share: number, columns: number = BAR): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * columns * 8);
  return "█".repeat(Math.floor(eighths / 8)) + nth(EIGHTHS, eighths % 8);
}

/** How far each assumption by itself decides every quantity, the largest first. */
export function sensitivityParts(decisions: readonly Influence[]): readonly Part[] {
  const withShares = decisions.filter(({ shares }) => shares.length > 0);
  const still = decisions.filter(({ shares }) => shares.length === 0).map(({ quantity }) => quantity.name);
  return [
    ...withShares.flatMap((one, k) => [...(k === 0 ? [] : [prose("")]), decisionTable(one)]),
    ...(still.length === 0 ? [] : [prose(`The same at every point: ${still.join("; ")}.`, "faint")]),
  ];
}

function decisionTable({ quantity, assumed, shares }: Influence): TablePart {
  const about = Number.isNaN(assumed)
    ? ""
    : `; ${percent(assumed)} of what differs between futures comes from the assumptions, the rest from chance`;
  const columns: readonly Column[] = [
    { head: "Assumption", size: 2 + Math.min(24, Math.max(...shares.map(({ name }) => width(name)))) },
    { head: "Share", size: BAR + 5 },
    { head: "From its lowest to its highest", rest: 0, hang: 0 },
    { head: "Noise reaches", most: 7, place: "page" },
    { head: "Mean at its lowest → highest", most: 16, place: "page" },
  ];
  const sorted = shares.toSorted((one, other) => other.share - one.share);
  const rows = sorted.map((one) => shareCells(one, quantity.unit));
  return { ...table(quantity.name, columns, rows), about };
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
  const head = `${when} holds in ${(overall * 100).toFixed(1)} % of the futures over the sweep.`;
  const search = `When the same shares are dealt to the points at random (${shuffles} times), the search finds an equally remarkable box with chance ${p.toFixed(3)}.`;
  if (noise) {
    const none = "No range of any assumption separates them: the points differ by no more than noise.";
    const searched = overall > 0 && overall < 1 ? paragraph(search, columns, "faint") : [];
    return [...paragraph(head, columns), ...paragraph(none, columns, "warn"), ...searched];
  }
  const names = Math.max(...restrictions.map(({ name }) => width(name)));
  const rows = restrictions.map((one) => {
    const name = span(one.name.padEnd(names), "strong");
    return line("  ", name, `  ${rangeText(one).padEnd(24)}`, span(`by chance ${one.p.toFixed(3)}`, "faint"));
  });
  const there = `There it holds in ${percent(density)} of the futures (density), and ${percent(coverage)} of the futures in which it holds are there (coverage); the box has ${percent(mass)} of the points (${points}).`;
  return [
    ...paragraph(head, columns),
    ...paragraph("It holds most often where", columns),
    ...rows,
    ...paragraph(there, columns),
    ...paragraph(search, columns, "faint"),
  ];
}

function rangeText({ low, high, below, above }: Explained["restrictions"][number]): string {
  if (below && above) return `from ${numeral(low)} to ${numeral(high)}`;
  return below ? `at least ${numeral(low)}` : `at most ${numeral(high)}`;
}

/** How to read both. */
export function explainNotes(command: string): Part {
  const text =
    "The bar is the first-order index of the assumption: how much of the difference between the points it accounts for by itself (corrected correlation ratio); beside it the means from its lowest values to its highest. The box is PRIM's (Friedman and Fisher 1999), its chances by resampling. All of it is about the model, not about the world; not a forecast.";
  return group("How to read it", prose(text, "faint"), prose(line(span("Again: ", "faint"), command), undefined, 4));
}

/**
 * How far each assumption by itself decides each outcome.
 *
 * @param over the assumptions whose ranges were swept
 */
export function sensitivityDocument(
  title: string,
  decided: readonly Influence[],
  over: readonly Ranged[],
  details: {
    readonly count: string;
    readonly again: string;
    readonly assumptions: readonly Resting[];
    readonly figure: FigurePart | undefined;
  },
): Document {
  const { count, again, assumptions, figure } = details;
  const parts = [
    prose(`Over ${over.map(({ name }) => name).join(", ")}: ${count}.`),
    group("How far each assumption by itself decides each outcome", ...sensitivityParts(decided)),
    ...(figure === undefined ? [] : [figure]),
    assumptionsTable("What it rests on", assumptions),
    prose(
      "Share: the first-order index, how much of the difference between the points the assumption accounts for by itself (Saltelli et al. 2008). Noise: 95 of 100 random orders stay below it, so a smaller share says nothing. Single futures differ by the assumptions and by chance; the heading says how much comes from each. All of it is about the model, not about the world; not a forecast.",
    ),
    prose(`Again: ${again}`, "faint"),
  ];
  return { title, parts };
}
