/** Drawings of a timeline: Mermaid's timeline by days, and DOT with the causes as arrows. */
import { actOf } from "../events/index.ts";
import { type Step, stepsUntil } from "../history/index.ts";
import { span } from "../render/index.ts";
import { stretchesOf } from "./ribbon.ts";
import { momentText, type Telling } from "./telling.ts";
import { whoText } from "./words.ts";

/** A Mermaid `timeline`: a section for each stretch of the course, a period for each day, an entry for each act. */
export function timelineMermaid({ scenario, history, until }: Telling): string {
  const stretches = stretchesOf(history, scenario.window.from, until);
  const steps = history.steps.slice(0, stepsUntil(history, until));
  let next = 0;
  const sections = stretches.map(({ course, from }, k) => {
    const first = next;
    const to = stretches[k + 1]?.from ?? Number.POSITIVE_INFINITY;
    while ((steps[next]?.minute ?? to) < to) next += 1;
    return [`    section ${course} from ${momentText(from)}`, ...periods(steps.slice(first, next))];
  });
  return ["timeline", `    title ${mermaidText(scenario.title)}`, ...sections.flat()].join("\n");
}

/** A DOT graph: events from left to right by day, an arrow from each cause to its effect. */
export function timelineDot({ scenario, history, until }: Telling): string {
  const steps = history.steps.filter(({ minute }) => minute <= until);
  const ids = new Set(steps.map(({ event }) => event.id));
  const days = [...Map.groupBy(steps, ({ event }) => event.at.slice(0, 10))];
  const ranks = days.map(([day, members]) => {
    const nodes = members.map(({ event: { id } }) => `${dotText(id)};`).join(" ");
    return `  { rank=same; ${dotText(`day ${day}`)} [label=${dotText(day)}, shape=plaintext]; ${nodes} }`;
  });
  const axis = days.map(([day]) => dotText(`day ${day}`)).join(" -> ");
  return [
    "digraph timeline {",
    `  label=${dotText(scenario.title)}; labelloc=t; rankdir=LR; fontname="sans-serif";`,
    '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=11];',
    ...steps.map(nodeOf),
    ...ranks,
    ...(days.length > 1 ? [`  ${axis} [style=dotted, arrowhead=none];`] : []),
    ...steps.flatMap(({ event }) =>
      event.because.filter((id) => ids.has(id)).map((id) => `  ${dotText(id)} -> ${dotText(event.id)};`),
    ),
    "}",
  ].join("\n");
}

const FILLS: Readonly<Record<string, string>> = {
  force: "#ffcdd2",
  "non-state": "#ffcdd2",
  threat: "#ffe0b2",
  display: "#ffe0b2",
  protest: "#fff3c4",
  rupture: "#e1bee7",
  sanction: "#e1bee7",
  contact: "#b2ebf2",
  conciliation: "#c8e6c9",
  agreement: "#c8e6c9",
  "third-party": "#bbdefb",
};

function periods(steps: readonly Step[]): readonly string[] {
  return [...Map.groupBy(steps, ({ event }) => event.at.slice(0, 10))].map(([day, members]) => {
    const entries = members.map(({ event }) => mermaidText(`${actOf(event.act).label} (${whoText(event)})`));
    return `        ${day} : ${entries.join(" : ")}`;
  });
}

function nodeOf({ event, verdict }: Step): string {
  const { label, class: kind } = actOf(event.act);
  const line = verdict === "void" ? ", color=red, penwidth=2" : verdict === "noted" ? ", color=gray" : "";
  const text = dotText(`${label}\n${whoText(event)}`);
  return `  ${dotText(event.id)} [label=${text}, fillcolor=${dotText(FILLS[kind] ?? "#f5f5f5")}${line}];`;
}

/** Text without the characters that mean something to Mermaid. */
export function mermaidText(text: string): string {
  return span(text)
    .text.replaceAll(":", "꞉")
    .replace(/[;#{}<>"`\\]/g, " ");
}

function dotText(text: string): string {
  const safe = text.split("\n").map((part) => span(part).text.replace(/[\\"]/g, "\\$&"));
  return `"${safe.join("\\n")}"`;
}
