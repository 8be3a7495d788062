/** The controls to play, step, go back and scrub, by button and by key. */
import { useEffect, useState } from "preact/hooks";
import { dateText } from "../../pictures/index.ts";
import type { Store } from "./store.ts";

/** Milliseconds between two events while the record plays. */
const PACE = 1200;

/** The buttons under the timeline. */
export function Transport({ store }: { readonly store: Store }) {
  const {
    count,
    whole,
    words: { report: words },
  } = store;
  const [playing, play] = useState(false);
  const last = store.maxCount();
  const to = (step: number): void => {
    play(false);
    store.tell(step);
  };
  const start = (): void => {
    if (!playing && count.value === last) store.tell(0);
    play(!playing);
  };
  useEffect(() => {
    if (!playing) return;
    const beat = setInterval(() => {
      store.tell(count.value + 1);
      if (count.value >= last) play(false);
    }, PACE);
    return () => clearInterval(beat);
  }, [playing]);
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => to(count.value - 1),
      ArrowRight: () => to(count.value + 1),
      Home: () => to(0),
      End: () => to(last),
      " ": start,
    };
    const press = (event: KeyboardEvent): void => {
      const act = keys[event.key];
      if (act === undefined || event.altKey || event.ctrlKey || event.metaKey || isControl(event.target)) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  const step = whole.history.steps[count.value - 1];
  const where = step === undefined ? words.opening : dateText(step.minute, store.words, { year: true });
  return (
    <fieldset class="transport" aria-label={words.transport} title={words.keys}>
      <button type="button" onClick={() => to(0)} aria-label={words.first}>
        <Icon of="M4 4h3v12H4zM18 4v12L8 10z" />
      </button>
      <button type="button" onClick={() => to(count.value - 1)} aria-label={words.back}>
        <Icon of="M15 4v12L5 10z" />
      </button>
      <button type="button" class="main" onClick={start}>
        {playing ? words.pause : words.play}
      </button>
      <button type="button" onClick={() => to(count.value + 1)} aria-label={words.on}>
        <Icon of="M5 4v12l10-6z" />
      </button>
      <button type="button" onClick={() => to(last)} aria-label={words.last}>
        <Icon of="M13 4h3v12h-3zM2 4v12l10-6z" />
      </button>
      <input
        type="range"
        min={0}
        max={last}
        value={count.value}
        aria-label={words.scrub}
        aria-valuetext={words.place(count.value, last, where)}
        onInput={(event) => to(event.currentTarget.valueAsNumber)}
      />
      <span class="where">{words.place(count.value, last, where)}</span>
    </fieldset>
  );
}

/** An icon as a drawing, which no font needs to have. */
function Icon({ of }: { readonly of: string }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={of} fill="currentColor" />
    </svg>
  );
}

/** Whether what has the focus needs the keys itself, for typing or for its own arrows. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, button, a, summary") !== null;
}
