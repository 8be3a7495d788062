/** A picture in a page: its events can be pointed at. By keyboard they are chosen from a list: see chosen.tsx. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Picture as Drawn } from "../../pictures/index.ts";
import { Along, type AlongProps } from "./along.tsx";
import { patch } from "./patched.ts";

interface Shown extends AlongProps {
  readonly of: Drawn;
  /** How tall its place is at least, in pixels, so that what stands below it does not move. */
  readonly least?: number | undefined;
  /** Told which event was pointed at. */
  readonly choose?: (id: string) => void;
  /** Told which relation was pointed at, by its parties. */
  readonly turn?: (pair: string) => void;
}

/** A picture, and how to take it along. */
export function Picture({ of, least, choose, turn, ...along }: Shown) {
  const figure = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (figure.current !== null) patch(figure.current, of.svg);
  }, [of.svg]);
  const point = (target: EventTarget | null): void => {
    const id = target instanceof Element ? target.closest<SVGElement>("[data-event]")?.dataset["event"] : undefined;
    if (id !== undefined) choose?.(id);
    const pair =
      target instanceof Element ? target.closest<SVGElement>("[data-between]")?.dataset["between"] : undefined;
    if (pair !== undefined) turn?.(pair.replace(" ", ","));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a list beside it gives the same by keyboard */}
      <figure
        ref={figure}
        class="picture"
        style={{ minHeight: least === undefined ? "" : `${least}px` }}
        onClick={({ target }) => point(target)}
      />
      <Along {...along} />
    </>
  );
}
