/** What a report shows: how far the record is told, what is chosen in it, and the address that says so. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { type Crisis, crisisOf } from "../../crisis/index.ts";
import { cutHistory, type Step } from "../../history/index.ts";
import { english, type Words } from "../../pictures/index.ts";
import { judgeScenario, recordOf, type Supposed, suppose } from "../../scenario/index.ts";
import type { ReportData } from "../data.ts";

/** How a report is seen: on a desk, or by a whole room. */
export type View = "desk" | "room";

/** What is shown, and what changes it. */
export interface Store {
  readonly data: ReportData;
  readonly words: Words;
  readonly whole: Crisis;
  /** How many steps are told. */
  readonly count: ReadonlySignal<number>;
  /** The id of the chosen event. */
  readonly chosen: ReadonlySignal<string | undefined>;
  /** The name of the what-if that is drawn beside the record. */
  readonly branch: ReadonlySignal<string | undefined>;
  readonly view: ReadonlySignal<View>;
  /** Tells so many steps, and chooses the last of them. */
  tell(count: number): void;
  choose(id: string | undefined): void;
  suppose(name: string | undefined): void;
  look(view: View): void;
  /** The crisis as far as it is told. */
  told(): Crisis;
  /** The step of an event, in the record or in the branch that is drawn. */
  stepOf(id: string): Step | undefined;
  /** The branch that is drawn. */
  supposed(): Supposed | undefined;
}

/** Opens the crisis of a report; the address may say where. */
export function storeOf(data: ReportData): Store {
  const { scenario } = judgeScenario(data.file, { file: `${data.file.scenario}.yaml` });
  if (scenario === undefined) throw new Error("A report holds a scenario that can't be read: a defect of ours.");
  const whole = crisisOf(scenario);
  const { steps } = whole.history;
  const record = recordOf(scenario);
  const known = new Map<string, Supposed>();
  const count = signal(steps.length);
  const chosen = signal<string | undefined>(undefined);
  const branch = signal<string | undefined>(undefined);
  const view = signal<View>("desk");
  const indexOf = (id: string): number => steps.findIndex(({ event }) => event.id === id);

  const store: Store = {
    data,
    words: english,
    whole,
    count,
    chosen,
    branch,
    view,
    tell(to) {
      count.value = Math.min(Math.max(Math.round(to), 0), steps.length);
      chosen.value = steps[count.value - 1]?.event.id;
      keep();
    },
    choose(id) {
      chosen.value = id;
      keep();
    },
    suppose(name) {
      branch.value = name;
      if (name !== undefined) count.value = steps.length;
      keep();
    },
    look(to) {
      view.value = to;
      keep();
    },
    told: () => crisisUntil(whole, count.value),
    stepOf: (id) =>
      steps.find(({ event }) => event.id === id) ??
      store.supposed()?.history.steps.find(({ event }) => event.id === id),
    supposed() {
      const name = branch.value;
      if (name === undefined) return undefined;
      const made = known.get(name) ?? suppose(scenario, name, record);
      known.set(name, made);
      return made;
    },
  };

  function keep(): void {
    const place = new URLSearchParams();
    const at = count.value < steps.length ? steps[count.value - 1]?.event.id : undefined;
    if (count.value === 0) place.set("at", "");
    if (at !== undefined) place.set("at", at);
    if (chosen.value !== undefined && chosen.value !== at) place.set("event", chosen.value);
    if (branch.value !== undefined) place.set("what-if", branch.value);
    if (view.value !== "desk") place.set("view", view.value);
    history.replaceState(null, "", `#${place}`);
  }

  /** Reads the address; what it names and the record lacks is passed over. */
  function find(): void {
    const place = new URLSearchParams(location.hash.slice(1));
    const at = place.get("at");
    const event = place.get("event") ?? at;
    const name = place.get("what-if");
    if (at !== null) count.value = indexOf(at) + 1;
    if (event !== null && event !== "" && indexOf(event) >= 0) chosen.value = event;
    if (name !== null && Object.hasOwn(whole.scenario.whatIfs, name)) branch.value = name;
    view.value = place.get("view") === "room" ? "room" : "desk";
  }
  find();
  addEventListener("hashchange", find);
  return store;
}

/** A crisis after so many steps. */
function crisisUntil(whole: Crisis, count: number): Crisis {
  const { history, scenario } = whole;
  if (count === history.steps.length) return whole;
  const minute = history.steps[count - 1]?.minute ?? scenario.window.from;
  return { ...whole, history: cutHistory(history, { count, minute }), until: minute };
}
