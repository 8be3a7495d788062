/** A picture in a page: its events can be pointed at. By keyboard they are chosen from a list: see chosen.tsx. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { facesFor } from "../../page/index.ts";
import { captionOf, type Picture as Drawn, type Look } from "../../pictures/index.ts";
import type { ReportData } from "../../report/index.ts";
import { dayText } from "../../views/index.ts";
import { save } from "../save.ts";
import { patch } from "./patch.ts";
import type { Store } from "./store.ts";

interface PictureProps extends AlongProps {
  readonly of: Drawn;
  /** How tall its place is at least, in pixels, so that what stands below it does not move. */
  readonly least?: number | undefined;
  /** Told which event was pointed at. */
  readonly choose?: (id: string) => void;
  /** Told which relation was pointed at, by its parties. */
  readonly turn?: (pair: string) => void;
}

/** A picture, and how to take it along. */
export function Picture({ of, least, choose, turn, ...along }: PictureProps) {
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

/** How much finer a PNG is than its picture: as screens that show it are. */
const FINER = 2;

/** Two buttons behind a word; none where somebody pasted the text, since nothing could then be cited. */
function Along({ store, name, again, draw }: AlongProps) {
  const { along } = store.words.report;
  const { made } = store.data;
  if (made === undefined) return null;
  const drawForFile = (): Drawn => {
    const caption = captionFor(store, made);
    return draw({
      theme: "light",
      words: store.words,
      prefix: name,
      caption: again === undefined ? caption : `${again}\n${caption}`,
    });
  };
  const file = `${store.whole.scenario.name}-${name}`;
  return (
    <details class="along">
      <summary>{along.menu}</summary>
      <button type="button" aria-label={along.save("SVG")} onClick={() => save(svgOf(drawForFile()), `${file}.svg`)}>
        SVG
      </button>{" "}
      <button
        type="button"
        aria-label={along.save("PNG")}
        onClick={async () => save(await pngOf(drawForFile()), `${file}.png`)}
      >
        PNG
      </button>
    </details>
  );
}

/** A picture that is taken along, and how it is drawn for that. */
interface AlongProps {
  readonly store: Store;
  /** What its file is called after the scenario. */
  readonly name: string;
  /** The line that makes it again, of a picture that chance is in. */
  readonly again?: string;
  readonly draw: (look: Look) => Drawn;
}

function captionFor(store: Store, { version, hash }: NonNullable<ReportData["made"]>): string {
  const crisis = store.crisisAt();
  return captionOf(version, { told: crisis, moment: dayText(crisis.until), hash }, store.words);
}

/** The picture as a file: with the font in it, since a picture does not see that of its page. */
function svgOf({ svg }: Drawn): Blob {
  const rules = [...document.querySelectorAll("style")].map(({ textContent }) => textContent ?? "").join("");
  const faces = (rules.match(/@font-face\{[^}]*\}/g) ?? []).join("");
  const style = `<style>${facesFor(faces, svg)}</style></svg>`;
  return new Blob([svg.replace(/<\/svg>\s*$/, () => style)], { type: "image/svg+xml" });
}

async function pngOf(drawn: Drawn): Promise<Blob> {
  const image = new Image(drawn.width, drawn.height);
  image.src = await addressOf(svgOf(drawn));
  await image.decode();
  const canvas = new OffscreenCanvas(drawn.width * FINER, drawn.height * FINER);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/png" });
}

/** A file as an address of its own: the page's policy lets no other be shown. */
function addressOf(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}
