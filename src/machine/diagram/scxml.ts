/** The chart for other tools: as SCXML, which a state machine of any make runs, and as JSON for those of xstate. */
import { type Chart, chart } from "../chart.ts";
import { conditionOf, guardText } from "../guards.ts";
import type { ChartTransition } from "../transitions.ts";

type Node = Chart["root"];

/**
 * The chart as SCXML 1.0, conditions and all. An event is an act by its id; its data are `by` and, where it has one, `detail`.
 *
 * @example
 * ```ts
 * import { toScxml } from "demarche/machine";
 * toScxml().includes('<state id="course.strike">'); // => true
 * ```
 */
export function toScxml(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="relation" initial="relation">',
    ...nodeLines(chart.root, "  "),
    "</scxml>",
    "",
  ].join("\n");
}

/**
 * The chart as xstate's `createMachine` and its tools take it: JSON, in which each guard is named by what it demands.
 *
 * @example
 * ```ts
 * import { toXstateJson } from "demarche/machine";
 * JSON.parse(toXstateJson()).states.channels.initial; // => "open"
 * ```
 */
export function toXstateJson(): string {
  return `${JSON.stringify(chart.config, (key, value: unknown) => (key === "guard" ? guardText(value) : value), 2)}\n`;
}

function nodeLines(node: Node, indent: string): readonly string[] {
  const kind = node.type === "parallel" ? "parallel" : "state";
  const initial = node.type === "compound" ? attribute("initial", node.initial.target.map(idOf).join(" ")) : "";
  const transitions = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
  return [
    `${indent}<${kind} id="${idOf(node)}"${initial}>`,
    ...transitions.map((one) => `${indent}  ${transitionLine(one)}`),
    ...Object.values(node.states).flatMap((state) => nodeLines(state, `${indent}  `)),
    `${indent}</${kind}>`,
  ];
}

function transitionLine({ eventType, guard, target, actions }: ChartTransition): string {
  const written = [
    attribute("event", eventType),
    attribute("cond", conditionOf(guard) ?? ""),
    attribute("target", (target ?? []).map(idOf).join(" ")),
  ].join("");
  // Internal: from the whole of a region into a state of it, the other regions stay where they are.
  const raised = actions.length === 0 ? "/>" : '><raise event="calm"/></transition>';
  return `<transition type="internal"${written}${raised}`;
}

/** `course.retaliation.war`; the whole chart is `relation`. */
function idOf({ path }: Pick<Node, "path">): string {
  return path.length === 0 ? "relation" : path.join(".");
}

function attribute(name: string, value: string): string {
  if (value === "") return "";
  return ` ${name}="${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")}"`;
}
