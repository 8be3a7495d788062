/** A report: the record at a glance up to any event, with causes, what-ifs and what may follow them. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { branchPicture, type Picture as Drawn, type Look, pairIn, recordPicture } from "../../pictures/index.ts";
import { headerHtml, panels, webPanels } from "../../report/index.ts";
import { letterScale } from "../letter-scale.ts";
import { Choice, ChosenWhatIf } from "./branches.tsx";
import { Choose, Chosen } from "./chosen-event.tsx";
import { Guess, ToGuess } from "./guess.tsx";
import { workWhenIdle } from "./idle.ts";
import { Picture } from "./picture.tsx";
import type { Store } from "./store.ts";
import { Transport } from "./transport.tsx";

/** For a longer record no pictures are drawn ahead: each is drawn when it is needed. */
const MAX_AHEAD = 100;

interface AppProps {
  readonly store: Store;
  /** The record as tables, which is taken out of the page during a guess. */
  readonly paper: HTMLElement | null;
  /** Turns to another relation of the file, by its parties: `SAU,QAT`. */
  readonly turn: (pair: string) => void;
}

/** The whole report. */
export function App({ store, paper, turn }: AppProps) {
  const [width, box] = useWidth();
  const guessing = store.questionIndex.value !== undefined;
  const crisis = store.crisisAt();
  const { title } = crisis.scenario;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    for (const skip of document.querySelectorAll<HTMLElement>(".skip")) skip.hidden = guessing;
    if (guessing) paper?.remove();
    else if (paper !== null) box.current?.closest("main")?.after(paper);
  }, [guessing]);
  return (
    <div ref={box}>
      <header dangerouslySetInnerHTML={{ __html: headerHtml(crisis, store.words, guessing) }} />
      <Turn store={store} turn={turn} />
      <Panels of={webPanels} {...{ store, width, turn }} />
      <Record store={store} width={width} guessing={guessing} />
      <div class="bar">
        <Transport store={store} />
        <Choose store={store} />
        {guessing ? null : <Choice store={store} />}
        {guessing ? null : <ToGuess store={store} />}
      </div>
      {guessing ? <Guess store={store} /> : null}
      <ChosenWhatIf store={store} width={width} />
      <Chosen store={store} />
      <Panels of={panels} {...{ store, width, turn }} />
    </div>
  );
}

interface PanelsProps extends Omit<RecordProps, "guessing">, Pick<AppProps, "turn"> {
  readonly of: typeof panels;
}

/** Panels above or below the record. */
function Panels({ of: panelsOf, store, width, turn }: PanelsProps) {
  const shown = store.followed.value;
  const drawn = useMemo(
    () => panelsOf(store.crisisAt(shown), width).map((panel) => ({ ...panel, of: panel.draw(look(store)) })),
    [shown, width, store.questionIndex.value],
  );
  if (drawn.length === 0) return null;
  return (
    <div class="panels">
      {drawn.map(({ name, columns, rows, draw, of }) => (
        <div class="panel" style={{ gridColumn: `span ${columns}`, gridRow: `span ${rows}` }} key={name}>
          <Picture of={of} store={store} name={name} draw={draw} turn={turn} />
        </div>
      ))}
    </div>
  );
}

function look({ words }: Store) {
  return { theme: "auto", words } as const;
}

interface RecordProps {
  readonly store: Store;
  readonly width: number;
  readonly guessing: boolean;
}

/** A choice of relations, of a crisis of several. */
function Turn({ store: { whole, words }, turn }: Pick<AppProps, "store" | "turn">) {
  const { relations, dyad } = whole.scenario;
  if (relations.length < 2) return null;
  return (
    <label class="turn">
      {words.report.relation}{" "}
      <select value={`${dyad.a},${dyad.b}`} onChange={({ currentTarget: { value } }) => turn(value)}>
        {relations.map(({ a, b }) => (
          <option key={`${a},${b}`} value={`${a},${b}`}>
            {pairIn(whole, { a, b })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The record, with the chosen what-if if there is one. During a guess a fog covers what comes later. */
function Record({ store, width, guessing }: RecordProps) {
  const chosen = store.chosen.value;
  const crisis = store.crisisAt();
  const baseLooks = recordLook(store, { width, guessing, chosen });
  const whatIf = store.whatIf();
  const draw = (more: Look): Drawn => {
    const looks = { ...baseLooks, ...more };
    return whatIf === undefined ? recordPicture(crisis, looks) : branchPicture(crisis, whatIf, looks);
  };
  const name = store.branch.value ?? "record";
  const ahead = useAhead(store, width, whatIf === undefined && !guessing);
  const drawn = useMemo(
    () => ahead(store.count.value, chosen) ?? draw({}),
    [ahead, crisis, whatIf, chosen, width, guessing],
  );
  const tallest = useRef(0);
  // The height must not reveal how much is to come.
  const still = store.followed.value === store.count.value;
  tallest.current = still ? drawn.height : Math.max(tallest.current, drawn.height);
  const least = tallest.current > drawn.height ? tallest.current * letterScale() : undefined;
  return <Picture of={drawn} least={least} choose={store.choose} store={store} name={name} draw={draw} />;
}

/**
 * The record after each step, with the last event chosen, drawn while the page is idle: on a slow machine drawing takes as
 * long as the rest of a step. Returns none if another event is chosen.
 */
function useAhead(store: Store, width: number, wanted: boolean) {
  const { steps } = store.whole.history;
  const isKept = wanted && steps.length <= MAX_AHEAD;
  const ahead = useMemo(() => {
    const drawn = new Map<number, Drawn>();
    return (count: number, chosen: string | undefined): Drawn | undefined => {
      if (!isKept || chosen !== steps[count - 1]?.event.id) return undefined;
      const looks = recordLook(store, { width, guessing: false, chosen });
      const picture = drawn.get(count) ?? recordPicture(store.crisisAt(count), looks);
      drawn.set(count, picture);
      return picture;
    };
  }, [store, width, isKept]);
  useEffect(() => {
    if (!isKept) return;
    return workWhenIdle(steps.length + 1, (count) => ahead(count, steps[count - 1]?.event.id));
  }, [ahead]);
  return ahead;
}

/** How the record looks in a report; during a guess a fog covers what comes later. */
function recordLook(
  store: Store,
  { width, guessing, chosen }: Omit<RecordProps, "store"> & { readonly chosen: string | undefined },
) {
  return { ...look(store), width, fog: guessing, prefix: "record", ...(chosen === undefined ? {} : { chosen }) };
}

/** The width available, as it changes, divided by the letter scale: larger letters make pictures larger too. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() =>
    widthOf(Math.min(1392, innerWidth - (innerWidth > 700 * letterScale() ? 48 : 28))),
  );
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(widthOf(entry.contentRect.width));
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [width, box] as const;
}

function widthOf(pixels: number): number {
  return Math.round(pixels / letterScale());
}
