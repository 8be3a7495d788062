/** A report: the record at a glance, told as far as one likes, with its causes, its what-ifs and what may follow them. */
import { useEffect, useRef, useState } from "preact/hooks";
import { pictured } from "../pictures.ts";
import { Branches } from "./branches.tsx";
import { Chosen } from "./chosen.tsx";
import { Picture } from "./picture.tsx";
import type { Store } from "./store.ts";
import { Transport } from "./transport.tsx";

/** The whole report. */
export function App({ store }: { readonly store: Store }) {
  const [width, box] = useWidth();
  const { chosen } = store;
  const told = store.told();
  const supposed = store.supposed();
  const look = { theme: "auto", words: store.words } as const;
  const main =
    supposed === undefined
      ? pictured.record(told, { ...look, width, chosen: chosen.value })
      : pictured.branch(told, supposed, { ...look, width, chosen: chosen.value });
  return (
    <div class={store.view.value} ref={box}>
      <Picture of={main} choose={store.choose} chosen={chosen.value} />
      <Transport store={store} />
      <Branches store={store} />
      <Chosen store={store} />
      <div class="panels">
        {pictured.panels(told, look, width).map((one) => (
          <Picture of={one} key={one.title} />
        ))}
      </div>
    </div>
  );
}

/** How wide there is room, as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(Math.min(1392, innerWidth - 32));
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [width, box] as const;
}
