/** Mermaid: a timeline, and a tree of branches, in the language of Mermaid. */
import type { BranchesFigure, Commit, TimelineFigure } from "./figure.ts";
import { span } from "./line.ts";

/** A `timeline`: a section for each stretch, a period for each day, an entry for each event. */
export function mermaidTimeline({ title, stretches }: TimelineFigure): string {
  const sections = stretches.flatMap(({ caption, events }) => [
    `    section ${caption}`,
    ...[...Map.groupBy(events, ({ day }) => day)].map(([day, members]) => {
      const entries = members.map(({ what, who }) => mermaidText(`${what} (${who})`));
      return `        ${day} : ${entries.join(" : ")}`;
    }),
  ]);
  return ["timeline", `    title ${mermaidText(title)}`, ...sections].join("\n");
}

/** A `gitGraph`: a commit for each event of the trunk, and each branch from where it parts. */
export function mermaidBranches({ trunk, branches }: BranchesFigure): string {
  const parting = (count: number): readonly string[] =>
    branches.flatMap(({ name, after, commits }) =>
      after === count ? [`    branch ${quote(name)}`, ...commits.map(commitLine), "    checkout main"] : [],
    );
  return ["gitGraph", ...trunk.flatMap((one, k) => [commitLine(one), ...parting(k)])].join("\n");
}

function commitLine({ text, marked }: Commit): string {
  return `    commit id: ${quote(text)}${marked ? " type: HIGHLIGHT" : ""}`;
}

function quote(text: string): string {
  return `"${mermaidText(text)}"`;
}

/** Text without the characters that mean something to Mermaid. */
function mermaidText(text: string): string {
  return span(text)
    .text.replaceAll(":", "꞉")
    .replace(/[;#{}<>"`\\]/g, " ");
}
