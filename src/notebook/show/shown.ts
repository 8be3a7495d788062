/** Results that show themselves: in a notebook by rich display, in a console as text, the same facts in both. */
import type { Document } from "../../render/index.ts";
import { renderHtml, renderText } from "../../render/index.ts";
import { forReader } from "../error.ts";
import { answeringMisspelt } from "./misspelt.ts";
import { awaited, consoleText, jupyterDisplay, withBrackets } from "./unfinished.ts";

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
  html(): Promise<string>;
  /** Its first picture; undefined where it has none. */
  svg(): Promise<string | undefined>;
  [jupyterDisplay](): Promise<Mime>;
  [consoleText](): string;
}

/**
 * Data that shows itself. The view is made when it is asked for, and its pictures when they are seen. A misspelt method of
 * it throws a Problem with the nearest one.
 *
 * @param data what can be computed with; plain, and frozen
 */
export function shown<D extends object>(data: D, view: () => Document): Readonly<D> & Shown {
  let made: Document | undefined;
  const once = (): Document => {
    made ??= remembering(view());
    return made;
  };
  const text = (): string => renderText(once());
  const svg = async (): Promise<string | undefined> => {
    for (const part of once().parts) if (part.kind === "figure") return part.svg();
    return undefined;
  };
  const whole = Object.freeze({
    ...forReaders(data),
    toString: text,
    html: async () => renderHtml(once()),
    svg,
    [jupyterDisplay]: async () => {
      const picture = await svg();
      const all: Mime = { "text/plain": text(), "text/html": renderHtml(once()) };
      return picture === undefined ? all : { ...all, "image/svg+xml": picture };
    },
    [consoleText]: text,
  });
  return answeringMisspelt(whole);
}

/** The same data, with methods whose problems are shown without a stack, and that say what was left out around them. */
function forReaders<D extends object>(data: D): D {
  const guarded = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== "function") return [];
    const method = (...given: unknown[]): unknown => {
      const result: unknown = forReader(() => value(...given));
      return result instanceof Promise ? awaited(result, `${name}()`) : result;
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
