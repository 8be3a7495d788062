/** Results that show themselves: in a notebook by rich display, in a console as text, the same facts in both. */
import { Problem } from "../../problem/index.ts";
import { type Document, renderHtml, renderText } from "../../render/index.ts";
import { forReader } from "../error.ts";

import { answeringMisspelt, consoleText, jupyterDisplay, requireAwait, withBrackets } from "./unfinished.ts";

/** What a notebook is given to show. */
export interface Mime {
  readonly "text/plain": string;
  readonly "text/html": string;
  readonly "image/svg+xml"?: string;
}

/** A result that shows itself. */
export interface Shown {
  /** The same as in a console. */
  toString(): string;
  /** HTML that stands alone, escaped, with its pictures in it. */
  toHTML(): string;
  /** Its first picture; undefined where it has none. */
  toSVG(): string | undefined;
  /**
   * The same HTML as an element, for Observable, React and plain pages.
   *
   * @throws Problem where there is no document
   */
  toElement(): HTMLElement;
  [jupyterDisplay](): Promise<Mime>;
  [consoleText](): string;
}

/**
 * Data that shows itself. The view is made when it is asked for, and its pictures when they are seen. A misspelt method of
 * it throws a Problem with the nearest one.
 *
 * @param data what can be computed with; plain, and frozen
 */
export function withDisplay<D extends object>(data: D, view: () => Document): Readonly<D> & Shown {
  let made: Document | undefined;
  const once = (): Document => {
    made ??= remembering(view());
    return made;
  };
  const text = (): string => renderText(once());
  const html = (): string => renderHtml(once());
  const svg = (): string | undefined => {
    for (const part of once().parts) if (part.kind === "figure") return part.svg();
    return undefined;
  };
  const whole = Object.freeze({
    ...forReaders(data),
    toString: text,
    toHTML: html,
    toSVG: svg,
    toElement: () => forReader(() => elementOf(html())),
    [jupyterDisplay]: async () => {
      const picture = svg();
      const all: Mime = { "text/plain": text(), "text/html": html() };
      return picture === undefined ? all : { ...all, "image/svg+xml": picture };
    },
    [consoleText]: text,
  });
  return answeringMisspelt(whole);
}

/** Every text in the HTML is escaped, and nothing in it runs. */
function elementOf(html: string): HTMLElement {
  if (typeof document === "undefined") {
    throw new Problem(
      "no-document",
      "An element belongs to a page, and this is none: toHTML() gives the same as text.",
    );
  }
  const element = document.createElement("div");
  element.innerHTML = html;
  return element;
}

/** The same data, with methods whose problems are shown without a stack, and that say what was left out around them. */
function forReaders<D extends object>(data: D): D {
  const guarded = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== "function") return [];
    const method = (...given: unknown[]): unknown => {
      const result: unknown = forReader(() => value(...given));
      return result instanceof Promise ? requireAwait(result, `${name}()`) : result;
    };
    return [[name, withBrackets(name, method)] as const];
  });
  return { ...data, ...Object.fromEntries(guarded) };
}

/** Every picture is drawn once. */
function remembering({ title, parts }: Document): Document {
  return {
    title,
    parts: parts.map((part) => {
      if (part.kind !== "figure") return part;
      let drawn: string | undefined;
      const svg = (): string => {
        drawn ??= part.svg();
        return drawn;
      };
      return { ...part, svg };
    }),
  };
}
