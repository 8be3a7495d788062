/** A picture in a page: its events can be pointed at, and reached by the keyboard. */
import { useEffect, useRef } from "preact/hooks";
import type { Picture as Drawn } from "../../pictures/index.ts";

interface Shown {
  readonly of: Drawn;
  /** Told which event was pointed at. */
  readonly choose?: (id: string) => void;
  readonly chosen?: string | undefined;
}

/** A picture, with its text under it for those who want to read it. */
export function Picture({ of, choose, chosen }: Shown) {
  const box = useRef<HTMLDivElement>(null);
  // The picture is drawn anew with each step; who stood on an event by the keyboard stays on it.
  const focused = useRef<string | undefined>(undefined);
  useEffect(() => {
    const id = focused.current;
    if (id !== undefined) eventIn(box.current, id)?.focus({ preventScroll: true });
  }, [of.svg]);
  const point = (target: EventTarget | null): void => {
    const id = idAt(target);
    if (id !== undefined) choose?.(id);
  };
  return (
    <figure class="picture">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the events in it are the buttons */}
      <div
        ref={box}
        class="drawn"
        onClick={(event) => point(event.target)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          point(event.target);
        }}
        onFocusIn={(event) => {
          focused.current = idAt(event.target);
        }}
        onFocusOut={(event) => {
          if (event.relatedTarget !== null) focused.current = undefined;
        }}
        data-chosen={chosen}
        dangerouslySetInnerHTML={{ __html: of.svg }}
      />
    </figure>
  );
}

function idAt(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? (target.closest<SVGElement>("[data-event]")?.dataset["event"] ?? undefined)
    : undefined;
}

function eventIn(box: HTMLElement | null, id: string): SVGElement | undefined {
  return [...(box?.querySelectorAll<SVGElement>("[data-event]") ?? [])].find(({ dataset }) => dataset["event"] === id);
}
