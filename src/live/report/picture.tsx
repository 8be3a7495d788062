/** A picture in a page. Its events can be clicked; by keyboard they are chosen from a list: see chosen-event.tsx. */
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
  /** The minimum height of its place in pixels, which keeps what is below from moving. */
  readonly least?: number | undefined;
  /** Called with the event that was clicked. */
  readonly choose?: (id: string) => void;
  /** Called with the parties of the relation that was clicked. */
  readonly turn?: (pair: string) => void;
}

/** A picture, and the menu to save it. */
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

/** Pixels of a PNG for each pixel of its picture, as on high-density screens. */
const FINER = 2;

/** Two buttons in a menu; none if the text was pasted, since there would be nothing to cite. */
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

/** A picture that can be saved, and how it is drawn for that. */
interface AlongProps {
  readonly store: Store;
  /** What its file is called after the scenario. */
  readonly name: string;
  /** The command that makes it again, for a picture that depends on chance. */
  readonly again?: string;
  readonly draw: (look: Look) => Drawn;
}

function captionFor(store: Store, { version, hash }: NonNullable<ReportData["made"]>): string {
  const crisis = store.crisisAt();
  return captionOf(version, { told: crisis, moment: dayText(crisis.until), hash }, store.words);
}

/** The picture as a file. The font is in it, since a saved picture has no access to that of the page. */
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

/** A file as a data address: the page's policy allows no other to be shown. */
function addressOf(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}
