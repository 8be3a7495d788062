/** The chosen event: what it was, its causes and consequences, who reports it, and everything that the record says about it. */
import { useMemo, useState } from "preact/hooks";
import type { Crisis } from "../../crisis/index.ts";
import type { DiplomaticEvent } from "../../events/index.ts";
import type { Step } from "../../history/index.ts";
import { dateText, eventCard } from "../../pictures/index.ts";
import { renderHtml } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { nameOf, sourceText } from "../../views/index.ts";
import type { Store } from "./store.ts";

/** A list of the events shown so far, to choose one from. It is updated once the record stands still. */
export function Choose({ store }: { readonly store: Store }) {
  const { chosen, words } = store;
  const { steps } = store.whatIf()?.history ?? store.crisisAt(store.followed.value).history;
  const options = useMemo(
    () =>
      steps.map(({ event, minute }) => (
        <option key={event.id} value={event.id}>
          {dateText(minute, words, { year: true })}: {words.acts[event.act]}
        </option>
      )),
    [steps],
  );
  return (
    <label>
      {words.report.event}{" "}
      <select
        class="events"
        value={chosen.value ?? ""}
        onChange={({ currentTarget: { value } }) => store.choose(value === "" ? undefined : value)}
      >
        <option value="">{words.report.none}</option>
        {options}
      </select>
    </label>
  );
}

export function Chosen({ store }: { readonly store: Store }) {
  const { chosen, words } = store;
  const step = chosen.value === undefined ? undefined : store.stepOf(chosen.value);
  if (step === undefined) return null;
  const { event, verdict, minute } = step;
  const crisis = store.crisisAt();
  const { steps } = store.whatIf()?.history ?? crisis.history;
  const consequences = steps.filter((other) => other.event.because.includes(event.id));
  return (
    <section class="chosen" aria-live="polite" aria-labelledby="chosen">
      <h2 id="chosen">{words.acts[event.act]}</h2>
      <p class="facts">
        {whoText(event, crisis)} · {dateText(minute, words, { year: true })} · {words.report.verdicts[verdict]}
      </p>
      {event.note === undefined ? null : <p>{event.note}</p>}
      {step.reasons.map(({ requirement }) => {
        const { sentence, remedy } = words.requirements[requirement];
        return (
          <p class="void" key={requirement}>
            {sentence} {words.report.remedy} {remedy}
          </p>
        );
      })}
      <Linked
        label={words.report.because}
        steps={event.because.flatMap((id) => store.stepOf(id) ?? [])}
        store={store}
      />
      <Linked label={words.report.led} steps={consequences} store={store} />
      <Sources of={step} store={store} />
      <Everything of={step} store={store} />
    </section>
  );
}

/** Who did it and to whom, by name. */
export function whoText({ from, to }: DiplomaticEvent, crisis: Crisis): string {
  const names = (codes: readonly string[]): string => codes.map((code) => nameOf(crisis, code)).join(", ");
  return to.length === 0 ? names(from) : `${names(from)} → ${names(to)}`;
}

interface LinkedProps {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly store: Store;
}

/** Events that can be chosen from here. */
function Linked({ label, steps, store }: LinkedProps) {
  if (steps.length === 0) return null;
  return (
    <p class="linked">
      {label}{" "}
      {steps.map(({ event, minute }) => (
        <button type="button" key={event.id} onClick={() => store.choose(event.id)}>
          {store.words.acts[event.act]}, {dateText(minute, store.words, { year: true })}
        </button>
      ))}
    </p>
  );
}

interface StepProps {
  readonly of: Step;
  readonly store: Store;
}

export function Sources({ of: { event }, store }: StepProps) {
  const { scenario } = store.crisisAt();
  if (event.cite.length === 0) return <p class="sources">{store.words.report.unsourced}</p>;
  return (
    <p class="sources">
      {store.words.report.reported}{" "}
      {event.cite.map((id, k) => (
        <span key={id}>
          {k === 0 ? "" : "; "}
          <SourceLine id={id} scenario={scenario} />
        </span>
      ))}
    </p>
  );
}

function SourceLine({ id, scenario: { sources } }: { readonly id: string; readonly scenario: Scenario }) {
  const { url, ...source } = sources[id] ?? { title: id };
  const text = sourceText(id, { sources: { [id]: source } });
  if (url === undefined || !/^https?:/.test(url)) return <>{text}</>;
  return (
    <a href={url} rel="noreferrer">
      {text}
    </a>
  );
}

/** The whole card, made when it is opened. */
function Everything({ of, store }: StepProps) {
  const [open, setOpen] = useState(false);
  const html = useMemo(() => {
    if (!open) return "";
    const crisis = store.crisisAt();
    return renderHtml(eventCard(crisis, of, store.words));
  }, [open, of]);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{store.words.report.everything}</summary>
      <div class="output" dangerouslySetInnerHTML={{ __html: html }} />
    </details>
  );
}
