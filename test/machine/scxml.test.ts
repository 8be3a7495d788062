/** The chart for other tools: well-formed, the same states and transitions, and it moves as the machine does. */
import { expect, test } from "vitest";
import { createMachine } from "xstate";
import { guardText } from "../../src/machine/guards.ts";
import {
  chart,
  keyOf,
  PEACE,
  regionNames,
  type Situation,
  step,
  symbols,
  toScxml,
  toXstateJson,
  transitionsOf,
  transitionText,
} from "../../src/machine/index.ts";
import { ofAll } from "../support/enduring.ts";
import { DOMParser } from "../support/page.ts";

interface Move {
  readonly event: string;
  readonly target: string;
  readonly raises: boolean;
  readonly holds: (In: (id: string) => boolean, event: object) => boolean;
}

interface State {
  readonly initial: string | null;
  readonly moves: readonly Move[];
}

/** The states of a document, in its order. */
function read(text: string): ReadonlyMap<string, State> {
  const page = new DOMParser().parseFromString(text, "application/xml");
  expect(page.querySelector("parsererror")?.textContent).toBeUndefined();
  const all = [...page.getElementsByTagNameNS("http://www.w3.org/2005/07/scxml", "*")];
  const found = all.filter(({ localName }) => localName === "state" || localName === "parallel");
  return new Map(found.map((state) => [state.id, { initial: state.getAttribute("initial"), moves: movesOf(state) }]));
}

function movesOf(state: Element): readonly Move[] {
  const own = [...state.children].filter(({ localName }) => localName === "transition");
  return own.map((move) => ({
    event: move.getAttribute("event") ?? "",
    target: move.getAttribute("target") ?? "",
    raises: move.querySelector("raise")?.getAttribute("event") === "calm",
    holds: new Function("In", "_event", `return ${move.getAttribute("cond") ?? "true"}`) as Move["holds"],
  }));
}

const states = read(toScxml());

test("its states and transitions are the machine's, in the machine's order", () => {
  const id = ({ path }: { readonly path: readonly string[] }): string => path.join(".") || "relation";
  const nodesOf = (node: typeof chart.root): readonly (typeof chart.root)[] => [
    node,
    ...Object.values(node.states).flatMap(nodesOf),
  ];
  const nodes = nodesOf(chart.root);
  expect([...states.keys()]).toEqual(nodes.map(id));
  for (const node of nodes) {
    const own = [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
    const expected = own.map(({ eventType, target, actions }) => [
      eventType,
      (target ?? []).map(id).join(" "),
      actions.length > 0,
    ]);
    const found = states.get(id(node));
    expect(found?.moves.map(({ event, target, raises }) => [event, target, raises])).toEqual(expected);
    expect(found?.initial).toBe(node.type === "compound" ? id(node.initial.target[0] as never) : null);
  }
});

/** One macrostep by the rules of SCXML, as far as the chart needs them: the innermost state and the first move that holds. */
function scxmlStep(situation: Situation, type: string, data: object): Situation {
  let at = Object.fromEntries(regionNames.map((region) => [region, `${region}.${situation[region]}`]));
  const micro = (event: string): boolean => {
    const before = at;
    const In = (id: string): boolean => Object.values(before).some((leaf) => `${leaf}.`.startsWith(`${id}.`));
    const taken = Object.entries(before).flatMap(([region, leaf]) => {
      const parts = leaf.split(".");
      const up = parts.map((_, k) => parts.slice(0, parts.length - k).join("."));
      const own = up.flatMap((id) => states.get(id)?.moves ?? []).filter((move) => move.event === event);
      const move = own.find(({ holds }) => holds(In, { data }));
      return move === undefined ? [] : [{ region, move }];
    });
    at = { ...before, ...Object.fromEntries(taken.map(({ region, move }) => [region, leafOf(move.target)])) };
    if (taken.some(({ move }) => move.raises)) {
      settle();
      micro("calm");
    }
    return taken.length > 0;
  };
  const settle = (): void => {
    while (micro(""));
  };
  micro(type);
  settle();
  return Object.fromEntries(regionNames.map((region) => [region, at[region]?.slice(region.length + 1)])) as Situation;
}

function leafOf(id: string): string {
  const initial = states.get(id)?.initial;
  return typeof initial !== "string" ? id : leafOf(initial);
}

test("it moves as the machine does, by every act that the chart can see, wherever a long walk comes by", () => {
  let situation: Situation = PEACE;
  const seen = new Set<string>();
  const length = ofAll(60, 20);
  for (let k = 0; k < length; k++) {
    const after = symbols.map((symbol) => {
      const next = step(situation, symbol);
      const moved = scxmlStep(situation, symbol.type, symbol);
      if (keyOf(moved) !== keyOf(next))
        expect({ situation, symbol, moved }).toEqual({ situation, symbol, moved: next });
      return next;
    });
    const fresh = after.filter((next) => !seen.has(JSON.stringify(next)));
    situation = fresh[(k * 7919) % fresh.length] ?? PEACE;
    seen.add(JSON.stringify(situation));
  }
  expect(seen.size).toBeGreaterThan((2 * length) / 3);
});

test("xstate makes the same machine of the JSON, with each guard named by what it demands", () => {
  const made = createMachine(JSON.parse(toXstateJson()));
  const named = transitionsOf(made.root as never).map(
    (one) => `${transitionText(one)} if ${String(one.guard ?? "always")}`,
  );
  expect(named).toEqual(transitionsOf(chart.root).map((one) => `${transitionText(one)} if ${guardText(one.guard)}`));
});
