/** The tree of branches: the record and its what-ifs as a Mermaid git graph. */
import { actOf } from "../../events/index.ts";
import type { History, Step } from "../../history/index.ts";
import type { Supposed } from "../../scenario/index.ts";
import { mermaidText } from "../drawing.ts";
import { dayText } from "../telling.ts";

/**
 * A Mermaid `gitGraph`: a commit for each event of the record, and a branch for each what-if from where it parts.
 * What is highlighted is void.
 */
export function branchesMermaid(record: History, all: readonly Supposed[]): string {
  const lines = ["gitGraph", `    commit id: "opening"`];
  const depart = (count: number): void => {
    for (const [k, { name, branch, history }] of all.entries()) {
      if (branch.shared.steps !== count) continue;
      const order = `${k + 1} ${name}`;
      lines.push(`    branch ${quoted(order)}`, ...commits(history.steps.slice(count), name));
      lines.push("    checkout main");
    }
  };
  depart(0);
  record.steps.forEach((step, k) => {
    lines.push(...commits([step], ""));
    depart(k + 1);
  });
  return lines.join("\n");
}

function commits(steps: readonly Step[], branch: string): readonly string[] {
  if (steps.length === 0) return branch === "" ? [] : [`    commit id: ${quoted(`end of ${branch}`)}`];
  return steps.map(({ event, minute, verdict }) => {
    const text = `${dayText(minute)} ${actOf(event.act).label} (${event.id})${branch === "" ? "" : ` in ${branch}`}`;
    return `    commit id: ${quoted(text)}${verdict === "void" ? " type: HIGHLIGHT" : ""}`;
  });
}

function quoted(text: string): string {
  return `"${mermaidText(text)}"`;
}
