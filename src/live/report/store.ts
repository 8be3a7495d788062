/** What a report shows: how far the record is told, what is chosen in it, and the address that says so. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import {
  type Crisis,
  crisisKnownAt,
  crisisOf,
  cutAfter,
  cutTo,
  type ReaderQuestion,
  readerQuestionsOf,
} from "../../crisis/index.ts";
import type { Step } from "../../history/index.ts";
import { type Words, wordsOf } from "../../pictures/index.ts";
import type { ReportData } from "../../report/index.ts";
import { judgeScenario, type Supposed, suppose } from "../../scenario/index.ts";

/** How long the record stands still before what follows it does, in milliseconds: a step is drawn without waiting for that. */
const STILL = 100;

/** What is shown, and what changes it. */
export interface Store {
  readonly data: ReportData;
  readonly words: Words;
  readonly whole: Crisis;
  /** How many steps are told. */
  readonly count: ReadonlySignal<number>;
  /** How many steps were told when the record last stood still; in a guess, how many are told. */
  readonly followed: ReadonlySignal<number>;
  /** The id of the chosen event. */
  readonly chosen: ReadonlySignal<string | undefined>;
  /** The name of the what-if that is drawn beside the record. */
  readonly branch: ReadonlySignal<string | undefined>;
  /** Which question is before the reader, who sees nothing later; none outside a guess. */
  readonly asked: ReadonlySignal<number | undefined>;
  readonly questions: readonly ReaderQuestion[];
  /** Tells so many steps, and chooses the last of them. */
  tell(count: number): void;
  choose(id: string | undefined): void;
  suppose(name: string | undefined): void;
  /** Puts a question before the reader, or ends the guessing: after the last one all is told. */
  ask(question: number | undefined): void;
  /** How many steps there are to be told. */
  most(): number;
  /** The crisis as far as it is told; or after a number of steps. */
  told(count?: number): Crisis;
  /** The step of an event that is told, in the record or in the branch that is drawn. */
  stepOf(id: string): Step | undefined;
  /** The branch that is drawn. */
  supposed(): Supposed | undefined;
}

/**
 * Opens the crisis of a report; the address may say where.
 *
 * @param closed ends it: from then on it doesn't follow the address
 */
export function storeOf(data: ReportData, closed: AbortSignal = new AbortController().signal): Store {
  const file = `${data.file.scenario}.yaml`;
  const { scenario } = judgeScenario(data.file, { file, between: data.between, errorsAlone: true });
  if (scenario === undefined) throw new Error("A report holds a scenario that can't be read: a defect of ours.");
  const whole = crisisOf(scenario);
  const { steps } = whole.history;
  const indexOf = (id: string): number => steps.findIndex(({ event }) => event.id === id);
  const questions = readerQuestionsOf(whole);
  const count = signal(steps.length);
  const chosen = signal<string | undefined>(undefined);
  const branch = signal<string | undefined>(undefined);
  const asked = signal<number | undefined>(undefined);
  const still = signal(steps.length);
  // Where somebody guesses nothing shows what the record does not, not for a moment.
  const followed = computed(() => (asked.value === undefined ? still.value : count.value));
  const branches = new Map<string, Supposed>();
  const cuts = new Map<number, Crisis>();
  const guesses = new Map<number, Crisis>();

  const store: Store = {
    data,
    words: wordsOf(data.language),
    whole,
    count,
    followed,
    chosen,
    branch,
    asked,
    questions,
    tell(to) {
      count.value = Math.min(Math.max(Math.round(to), 0), store.most());
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
    ask(question) {
      asked.value = question;
      branch.value = undefined;
      chosen.value = undefined;
      count.value = store.most();
      keep();
    },
    most: () => (asked.value === undefined ? undefined : questions[asked.value]?.count) ?? steps.length,
    told(told = count.value) {
      const cut = cutAfter(whole, told);
      const guessing = asked.value !== undefined;
      if (!guessing && cut.count === steps.length) return whole;
      const known = guessing ? guesses : cuts;
      // For a guess it is opened from a file that has nothing later in it.
      const made = known.get(cut.count) ?? (guessing ? crisisKnownAt(whole, data.file, cut).crisis : cutTo(whole, cut));
      known.set(cut.count, made);
      return made;
    },
    stepOf: (id) =>
      steps.slice(0, store.most()).find(({ event }) => event.id === id) ??
      store.supposed()?.history.steps.find(({ event }) => event.id === id),
    supposed() {
      const name = branch.value;
      if (name === undefined) return undefined;
      const made = branches.get(name) ?? suppose(scenario, name);
      branches.set(name, made);
      return made;
    },
  };

  let keeping: ReturnType<typeof setTimeout> | undefined;
  let drawing = 0;

  /** Follows once it has stood still, from when it is drawn: else a slow machine would follow between two steps. */
  function keep(): void {
    clearTimeout(keeping);
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(() => {
      keeping = setTimeout(follow, STILL);
    });
  }

  /** Lets the rest of the page follow, and writes the place into the address: browsers take few changes of it a second. */
  function follow(): void {
    clearTimeout(keeping);
    still.value = count.value;
    write();
  }

  function write(): void {
    const place = new URLSearchParams();
    const at = count.value < store.most() ? (steps[count.value - 1]?.event.id ?? "") : undefined;
    if (data.between !== undefined) place.set("between", `${data.between.a},${data.between.b}`);
    if (asked.value !== undefined) place.set("guess", String(asked.value + 1));
    if (at !== undefined) place.set("at", at);
    if (chosen.value !== undefined && chosen.value !== at) place.set("event", chosen.value);
    if (branch.value !== undefined) place.set("what-if", branch.value);
    history.replaceState(null, "", `#${place}`);
  }

  /** Reads the address; what it names and the record lacks is passed over. */
  function find(): void {
    const place = new URLSearchParams(location.hash.slice(1));
    const guess = Number(place.get("guess") ?? 0);
    asked.value = guess >= 1 && guess <= questions.length ? Math.floor(guess) - 1 : undefined;
    const at = place.get("at");
    count.value = at === null ? store.most() : Math.min(indexOf(at) + 1, store.most());
    still.value = count.value;
    const event = place.get("event") ?? at ?? "";
    chosen.value = store.stepOf(event) === undefined ? undefined : event;
    const name = place.get("what-if");
    const open = asked.value === undefined && name !== null && Object.hasOwn(whole.scenario.whatIfs, name);
    branch.value = open ? name : undefined;
  }
  if (data.guess) asked.value = questions.length === 0 ? undefined : 0;
  if (location.hash.length > 1 || !data.guess) find();
  else still.value = count.value = store.most();
  addEventListener("hashchange", find, { signal: closed });
  addEventListener("beforeprint", follow, { signal: closed });
  closed.addEventListener("abort", () => {
    clearTimeout(keeping);
    cancelAnimationFrame(drawing);
  });
  return store;
}
