/** Locality: which regions decide what an act does, read off the chart itself, so that it need not be asked of all others. */
import { type ActId, isActId } from "../events/index.ts";
import { chart } from "./chart.ts";
import { regionsOf, valid } from "./guards.ts";
import { type Region, regionNames } from "./situation.ts";
import { type ChartTransition, transitionsOf } from "./transitions.ts";

type Node = typeof chart.root;

/** What one transition of the chart amounts to. */
interface Rule {
  /** The event's type; empty for one that is taken without any event. */
  readonly on: string;
  readonly source: Node;
  /** The states that it may enter. */
  readonly enters: ReadonlySet<Node>;
  /** The regions that it may change. */
  readonly changes: ReadonlySet<Region>;
  /** The regions that its guard looks at. */
  readonly looksAt: ReadonlySet<Region>;
  /** Whether the chart may send itself an event when it is taken. */
  readonly raises: boolean;
}

/**
 * The regions on which it depends whether an act is valid and what it does. In two situations that agree in these it
 * has the same verdict and makes the same changes, and in no other region does it change anything. This holds where the
 * chart is at rest: where no transition without an event is due.
 */
export function localityOf(act: ActId): ReadonlySet<Region> {
  const known = localities.get(act);
  if (known !== undefined) return known;
  const made = localityIn(act);
  localities.set(act, made);
  return made;
}

const localities = new Map<ActId, ReadonlySet<Region>>();

function localityIn(act: ActId): ReadonlySet<Region> {
  const rules = allRules();
  const chosen = new Set(rules.filter(({ on }) => on === act || on.includes("*")));
  // What is chosen may set off more: events that the chart sends itself, and transitions without an event.
  for (let before = -1; before !== chosen.size; ) {
    before = chosen.size;
    const taken = [...chosen];
    const raised = taken.some(({ raises }) => raises);
    const isDue = ({ source, looksAt }: Rule): boolean =>
      taken.some(({ enters, changes }) => enters.has(source) || [...looksAt].some((region) => changes.has(region)));
    for (const rule of rules) {
      if (rule.on === "" ? isDue(rule) : raised && !isActId(rule.on)) chosen.add(rule);
    }
  }
  return new Set([...regionsOf(valid(act)), ...[...chosen].flatMap((rule) => [...rule.changes, ...rule.looksAt])]);
}

let found: readonly Rule[] | undefined;

function allRules(): readonly Rule[] {
  found ??= transitionsOf(chart.root).map(ruleOf);
  return found;
}

function ruleOf({ source, target = [], eventType, guard, actions }: ChartTransition): Rule {
  const regions = [source, ...target].flatMap(({ path: [top] }) =>
    regionNames.filter((region) => top === undefined || region === top),
  );
  // What holds the source, too, is not left, and so not entered.
  const stays = new Set(aboveOf(source));
  const enters = new Set(target.flatMap(lineOf).filter((node) => !stays.has(node)));
  return {
    on: String(eventType),
    source,
    enters,
    changes: new Set(regions),
    looksAt: new Set(guard === undefined ? [] : regionsOf(guard)),
    raises:
      actions.length > 0 ||
      [...enters].some(({ entry }) => entry.length > 0) ||
      lineOf(source).some(({ exit }) => exit.length > 0),
  };
}

/** A state, all that hold it and all that it holds. */
function lineOf(node: Node): readonly Node[] {
  return [node, ...aboveOf(node), ...belowOf(node)];
}

function aboveOf({ parent }: Node): readonly Node[] {
  return parent === undefined ? [] : [parent, ...aboveOf(parent)];
}

function belowOf(node: Node): readonly Node[] {
  return Object.values(node.states).flatMap((state) => [state, ...belowOf(state)]);
}
