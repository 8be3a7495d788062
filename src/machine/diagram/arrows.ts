/** The chart as a drawing needs it: regions, their states, and arrows between states with the acts on them. */
import { type ActId, actsOfClass, isActId } from "../../events/index.ts";
import { chart } from "../chart.ts";
import { validActors } from "../guards.ts";
import {
  AGREEING,
  BEGINNING,
  CONCILIATION,
  CONTACT,
  DISPLACING,
  DISPLAY,
  ENDING,
  FORCE,
  STRAINING,
  WAR,
} from "../on.ts";
import { transitionsOf } from "../transitions.ts";

/** A state of a region, with the states it holds. */
export interface DrawnState {
  /** `course_reconciliation_talks`: a name that every drawing language takes. */
  readonly id: string;
  readonly label: string;
  /** Dotted path inside the region: `reconciliation.talks`. */
  readonly path: string;
  readonly initial: boolean;
  readonly states: readonly DrawnState[];
}

/** An arrow, with all acts that take it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A region of the chart. */
export interface DrawnRegion {
  readonly name: string;
  readonly label: string;
  readonly states: readonly DrawnState[];
  readonly arrows: readonly Arrow[];
}

type Node = (typeof chart)["root"];

const LABELS: Readonly<Record<string, string>> = { missionA: "mission of A", missionB: "mission of B" };

/** Every region of the chart, read from the machine itself. */
export function drawnRegions(): readonly DrawnRegion[] {
  return Object.entries(chart.states).map(([name, node]) => ({
    name,
    label: LABELS[name] ?? name,
    states: statesOf(node),
    arrows: arrowsOf(node),
  }));
}

function statesOf(node: Node): readonly DrawnState[] {
  return Object.values(node.states).map((state) => ({
    id: idOf(state),
    label: state.key,
    path: state.path.slice(1).join("."),
    initial: node.config.initial === state.key,
    states: statesOf(state),
  }));
}

/** The name of a state in a drawing. */
function idOf({ path }: { readonly path: readonly string[] }): string {
  return path.join("_").replaceAll("-", "_");
}

function arrowsOf(region: Node): readonly Arrow[] {
  const acts = new Map<string, Set<string>>();
  for (const { source, eventType, target } of transitionsOf(region)) {
    for (const to of target ?? []) {
      const key = `${idOf(source)} ${idOf(to)}`;
      acts.set(key, (acts.get(key) ?? new Set()).add(eventType));
    }
  }
  return [...acts].map(([key, types]) => {
    const [from = "", to = ""] = key.split(" ");
    return { from, to, label: summary([...types]) };
  });
}

/** Names for sets of acts that arrows often carry, larger ones first. */
const GROUPS: readonly (readonly [string, readonly ActId[]])[] = [
  ["any force", FORCE],
  ["force short of war", FORCE.filter((act) => !WAR.includes(act))],
  ["force by one party", FORCE.filter((act) => validActors(act).includes("a"))],
  ["force by one short of war", FORCE.filter((act) => !WAR.includes(act) && validActors(act).includes("a"))],
  ["any conciliation", actsOfClass("conciliation")],
  ["conciliation", CONCILIATION],
  ["conciliation by one party", CONCILIATION.filter((act) => validActors(act).includes("a"))],
  ["an ambassador displaced", DISPLACING],
  ["any contact", CONTACT],
  ["any agreement", AGREEING],
  ["any threat, display, sanction or lesser rupture", STRAINING],
  ["any act that begins a measure", BEGINNING],
  ["any act that ends a measure", ENDING],
  ["any display", DISPLAY],
];

/** Names a set of acts by groups that are wholly in it, and the rest one by one. */
function summary(types: readonly string[]): string {
  const groups: string[] = [];
  let rest = types.filter(isActId);
  for (const [name, acts] of GROUPS) {
    if (!acts.every((act) => rest.includes(act))) continue;
    groups.push(name);
    rest = rest.filter((act) => !acts.includes(act));
  }
  const inner = types.includes("calm") ? ["the crisis is over"] : types.includes("") ? ["by the missions"] : [];
  return [...groups, ...rest, ...inner].join(", ");
}
