/** A whole report. It shows the relations of a crisis one at a time; the reader chooses which. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ReportData } from "../../report/index.ts";
import { App } from "./app.tsx";
import { storeOf } from "./store.ts";

interface ReportProps {
  readonly data: ReportData;
  /** The record as tables, of the relation that the report begins with. */
  readonly paper: HTMLElement | null;
}

/** The report of the relation that the address names, or of the one that it begins with. */
export function Report({ data, paper }: ReportProps) {
  const [between, turn] = useState(() => relationIn(location.hash) ?? data.between);
  const { signal, store } = useMemo(() => {
    const closed = new AbortController();
    const shown = between === undefined ? data : { ...data, between };
    return { signal: closed, store: storeOf(shown, closed.signal) };
  }, [between?.a, between?.b]);
  useEffect(() => () => signal.abort(), [signal]);
  useEffect(() => {
    if (paper !== null) paper.hidden = between?.a !== data.between?.a || between?.b !== data.between?.b;
  }, [between?.a, between?.b]);
  const key = between === undefined ? "" : `${between.a},${between.b}`;
  return (
    <App
      key={key}
      store={store}
      paper={paper}
      turn={(pair) => {
        history.replaceState(null, "", `#between=${pair}`);
        turn(relationIn(location.hash));
      }}
    />
  );
}

/** The relation that an address names. */
function relationIn(hash: string): ReportData["between"] {
  const [a, b] = new URLSearchParams(hash.slice(1)).get("between")?.split(",") ?? [];
  return a === undefined || b === undefined ? undefined : { a, b };
}
