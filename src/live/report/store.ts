/** What a report shows: how far the record goes, what is chosen in it, and the address that keeps both. */
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
import { type EvaluatedWhatIf, evaluateWhatIf, judgeScenario } from "../../scenario/index.ts";

/** How long the record stands still before the rest of the page is updated, in milliseconds. A step is drawn at once. */
const STILL = 100;

/** What is shown, and what changes it. */
export interface Store {
  readonly data: ReportData;
  readonly words: Words;
  readonly whole: Crisis;
  /** How many steps are shown. */
  readonly count: ReadonlySignal<number>;
  /** How many steps were shown when the record last stood still; in a guess, how many are shown. */
  readonly followed: ReadonlySignal<number>;
  /** The id of the chosen event. */
  readonly chosen: ReadonlySignal<string | undefined>;
  /** The name of the what-if that is drawn beside the record. */
  readonly branch: ReadonlySignal<string | undefined>;
  /** The index of the current question, after which nothing is shown; undefined outside a guess. */
  readonly questionIndex: ReadonlySignal<number | undefined>;
  readonly questions: readonly ReaderQuestion[];
  /** Shows this number of steps, and chooses the last of them. */
  tell(count: number): void;
  choose(id: string | undefined): void;
  chooseWhatIf(name: string | undefined): void;
  /** Asks a question, or ends the guess and shows everything. */
  ask(question: number | undefined): void;
  /** The maximum number of steps that may be shown now. */
  maxCount(): number;
  /** The crisis as far as it is shown, or after a number of steps. */
  crisisAt(count?: number): Crisis;
  /** The step of an event that may be shown, in the record or in the branch that is drawn. */
  stepOf(id: string): Step | undefined;
  /** The branch that is drawn. */
  whatIf(): EvaluatedWhatIf | undefined;
}

/**
 * Opens the crisis of a report; the address may say where.
 *
 * @param closed closes it: from then on it ignores the address
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
  const questionIndex = signal<number | undefined>(undefined);
  const settled = signal(steps.length);
  // During a guess nothing may show more than the record does, not even for a moment.
  const followed = computed(() => (questionIndex.value === undefined ? settled.value : count.value));
  const branches = new Map<string, EvaluatedWhatIf>();
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
    questionIndex,
    questions,
    tell(to) {
      count.value = Math.min(Math.max(Math.round(to), 0), store.maxCount());
      chosen.value = steps[count.value - 1]?.event.id;
      keep();
    },
    choose(id) {
      chosen.value = id;
      keep();
    },
    chooseWhatIf(name) {
      branch.value = name;
      if (name !== undefined) count.value = steps.length;
      keep();
    },
    ask(question) {
      questionIndex.value = question;
      branch.value = undefined;
      chosen.value = undefined;
      count.value = store.maxCount();
      keep();
    },
    maxCount: () =>
      (questionIndex.value === undefined ? undefined : questions[questionIndex.value]?.count) ?? steps.length,
    crisisAt(upTo = count.value) {
      const cut = cutAfter(whole, upTo);
      const guessing = questionIndex.value !== undefined;
      if (!guessing && cut.count === steps.length) return whole;
      const cache = guessing ? guesses : cuts;
      // For a guess the crisis comes from a file that has nothing later in it.
      const crisis =
        cache.get(cut.count) ?? (guessing ? crisisKnownAt(whole, data.file, cut).crisis : cutTo(whole, cut));
      cache.set(cut.count, crisis);
      return crisis;
    },
    stepOf: (id) =>
      steps.slice(0, store.maxCount()).find(({ event }) => event.id === id) ??
      store.whatIf()?.history.steps.find(({ event }) => event.id === id),
    whatIf() {
      const name = branch.value;
      if (name === undefined) return undefined;
      const evaluated = branches.get(name) ?? evaluateWhatIf(scenario, name);
      branches.set(name, evaluated);
      return evaluated;
    },
  };

  let keeping: ReturnType<typeof setTimeout> | undefined;
  let drawing = 0;

  /** Updates the rest once the record, drawn, has stood still: a slow machine would otherwise do so between two steps. */
  function keep(): void {
    clearTimeout(keeping);
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(() => {
      keeping = setTimeout(follow, STILL);
    });
  }

  /** Updates the rest of the page, and writes the place into the address: browsers allow few changes of it a second. */
  function follow(): void {
    clearTimeout(keeping);
    settled.value = count.value;
    writeAddress();
  }

  function writeAddress(): void {
    const place = new URLSearchParams();
    const at = count.value < store.maxCount() ? (steps[count.value - 1]?.event.id ?? "") : undefined;
    if (data.between !== undefined) place.set("between", `${data.between.a},${data.between.b}`);
    if (questionIndex.value !== undefined) place.set("guess", String(questionIndex.value + 1));
    if (at !== undefined) place.set("at", at);
    if (chosen.value !== undefined && chosen.value !== at) place.set("event", chosen.value);
    if (branch.value !== undefined) place.set("what-if", branch.value);
    history.replaceState(null, "", `#${place}`);
  }

  /** Reads the address. Names in it that the record lacks are ignored. */
  function readAddress(): void {
    const place = new URLSearchParams(location.hash.slice(1));
    const guess = Number(place.get("guess") ?? 0);
    questionIndex.value = guess >= 1 && guess <= questions.length ? Math.floor(guess) - 1 : undefined;
    const at = place.get("at");
    count.value = at === null ? store.maxCount() : Math.min(indexOf(at) + 1, store.maxCount());
    settled.value = count.value;
    const event = place.get("event") ?? at ?? "";
    chosen.value = store.stepOf(event) === undefined ? undefined : event;
    const name = place.get("what-if");
    const open = questionIndex.value === undefined && name !== null && Object.hasOwn(whole.scenario.whatIfs, name);
    branch.value = open ? name : undefined;
  }
  if (data.guess) questionIndex.value = questions.length === 0 ? undefined : 0;
  if (location.hash.length > 1 || !data.guess) readAddress();
  else settled.value = count.value = store.maxCount();
  addEventListener("hashchange", readAddress, { signal: closed });
  addEventListener("beforeprint", follow, { signal: closed });
  closed.addEventListener("abort", () => {
    clearTimeout(keeping);
    cancelAnimationFrame(drawing);
  });
  return store;
}
