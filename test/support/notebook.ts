/** Looks at what a notebook is shown: a display's parts, and what an HTML table says. */
import { jupyterDisplay, type Mime, type Shown } from "../../src/notebook/index.ts";
import { DOMParser, Element } from "./page.ts";

/** What a result gives to a notebook. */
export async function displayed(result: Shown): Promise<Mime> {
  return result[jupyterDisplay]();
}

/** The elements of a result's HTML. */
export async function pageOf(result: Shown): Promise<Document> {
  return new DOMParser().parseFromString(result.toHTML(), "text/html");
}

/** Every text of an HTML that tells something: cells, paragraphs, items, captions and alternative texts. */
export function textsOf(page: Document): readonly string[] {
  const elements = [...page.querySelectorAll("th, td, p, li, caption, figcaption")];
  const own = elements.map((element) => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof Element)) return "";
    for (const inner of copy.querySelectorAll("ul, ol")) inner.remove();
    for (const line of copy.querySelectorAll("br")) line.replaceWith(" ");
    return copy.textContent ?? "";
  });
  return [...own, ...[...page.querySelectorAll("img")].map(({ alt }) => alt)].filter((text) => text.trim() !== "");
}

/** The words of a text in which no column's width and no mark of a list counts. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s─]+/).filter((word) => word !== "" && word !== "-");
}
