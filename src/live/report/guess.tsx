/** Guessing: the record until a moment, a question, and what the reader would bet. */
import { useState } from "preact/hooks";
import { dateText } from "../../pictures/index.ts";
import { Bet } from "../bet.tsx";
import { forgetAll } from "../storage.ts";
import { Sources, whoText } from "./chosen-event.tsx";
import type { Store } from "./store.ts";

/** The button that starts a guess, if the file has questions. */
export function ToGuess({ store: { questions, words, ask } }: { readonly store: Store }) {
  if (questions.length === 0) return null;
  return (
    <button type="button" onClick={() => ask(0)}>
      {words.report.guess(questions.length)}
    </button>
  );
}

/** The current question. */
export function Guess({ store }: { readonly store: Store }) {
  const {
    questionIndex,
    questions,
    words: { report, bet },
  } = store;
  const [open, setOpen] = useState<number | undefined>(undefined);
  const index = questionIndex.value;
  const question = index === undefined ? undefined : questions[index];
  if (index === undefined || question === undefined) return null;
  const last = index + 1 === questions.length;
  return (
    <>
      <Bet
        key={index}
        id={`guess-${question.pause}`}
        ask={question.ask}
        options={question.options.map((say) => ({ name: say, say }))}
        happened={question.answer}
        words={store.words}
        shown={() => <Happened store={store} index={index} />}
        onRevealed={() => setOpen(index)}
      />
      <p class="guess">
        {open === index ? (
          <button type="button" class="main" onClick={() => store.ask(last ? undefined : index + 1)}>
            {last ? report.all : report.next}
          </button>
        ) : null}{" "}
        <button type="button" onClick={() => store.ask(undefined)}>
          {report.give}
        </button>{" "}
        <button
          type="button"
          onClick={() => {
            forgetAll();
            location.reload();
          }}
        >
          {bet.forget}
        </button>
      </p>
    </>
  );
}

/** What came next: the first event after the moment by one of the parties, and what the file says about the answer. */
function Happened({ store, index }: { readonly store: Store; readonly index: number }) {
  const { questions, whole, words } = store;
  const question = questions[index];
  const step = whole.history.steps.slice(question?.count).find(({ event }) => event.source !== "clock");
  if (question === undefined || step === undefined) return null;
  return (
    <div class="happened">
      <p>
        <strong>{question.answer}.</strong> {question.because}
      </p>
      <p>
        {words.report.came} {dateText(step.minute, words, { year: true })}, {whoText(step.event, whole)}:{" "}
        {words.acts[step.event.act]}. {step.event.note}
      </p>
      <Sources of={step} store={store} />
    </div>
  );
}
