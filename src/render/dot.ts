/** DOT: a timeline in the language of Graphviz, with the causes as arrows. */
import type { FigureEvent, TimelineFigure } from "./figure.ts";
import { span } from "./line.ts";

/** A graph: events from left to right by day, an arrow from each cause to its effect. */
export function dotTimeline({ title, stretches }: TimelineFigure): string {
  const events = stretches.flatMap((one) => one.events);
  const ids = new Set(events.map(({ id }) => id));
  const days = [...Map.groupBy(events, ({ day }) => day)];
  const ranks = days.map(([day, members]) => {
    const nodes = members.map(({ id }) => `${dotText(id)};`).join(" ");
    return `  { rank=same; ${dotText(`day ${day}`)} [label=${dotText(day)}, shape=plaintext]; ${nodes} }`;
  });
  const axis = days.map(([day]) => dotText(`day ${day}`)).join(" -> ");
  return [
    "digraph timeline {",
    `  label=${dotText(title)}; labelloc=t; rankdir=LR; fontname="sans-serif";`,
    '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=11];',
    ...events.map(nodeOf),
    ...ranks,
    ...(days.length > 1 ? [`  ${axis} [style=dotted, arrowhead=none];`] : []),
    ...events.flatMap(({ id, because }) =>
      because.filter((cause) => ids.has(cause)).map((cause) => `  ${dotText(cause)} -> ${dotText(id)};`),
    ),
    "}",
  ].join("\n");
}

function nodeOf({ id, what, who, fill, border }: FigureEvent): string {
  return `  ${dotText(id)} [label=${dotText(`${what}\n${who}`)}, fillcolor=${dotText(fill)}${border}];`;
}

function dotText(text: string): string {
  const safe = text.split("\n").map((part) => span(part).text.replace(/[\\"]/g, "\\$&"));
  return `"${safe.join("\\n")}"`;
}
