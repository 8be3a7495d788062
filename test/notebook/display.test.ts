/** Every result shows itself: HTML and text tell the same, tables are tables, pictures have words, all text is text. */
import { inspect } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { displayed, pageOf, textsOf, wordsOf } from "../support/notebook.ts";
import { document } from "../support/page.ts";
import { everyResult } from "./results.ts";

const results = await everyResult();
const names = Object.keys(results);

function result(name: string) {
  const found = results[name];
  if (found === undefined) throw new Error(`There is no result ${name}.`);
  return found;
}

const parsed = new Map<string, Promise<Document>>();

/** What a result's HTML holds, read once. */
function read(name: string): Promise<Document> {
  const page = parsed.get(name) ?? pageOf(result(name));
  parsed.set(name, page);
  return page;
}

test.each(names)("%s gives a notebook HTML and text, and a console the same text", async (name) => {
  const mime = await displayed(result(name));
  expect(mime["text/html"].length).toBeGreaterThan(100);
  expect(mime["text/plain"].length).toBeGreaterThan(50);
  expect(inspect(result(name))).toBe(mime["text/plain"]);
  expect(String(result(name))).toBe(mime["text/plain"]);
});

test.each(names)("the text of %s tells all that its HTML tells", async (name) => {
  const output = wordsOf(String(result(name))).join("");
  const page = await pageOf(result(name));
  // What opens folded rows is of use on a page alone.
  for (const summary of page.querySelectorAll("summary")) summary.remove();
  const texts = textsOf(page);
  expect(texts.length).toBeGreaterThan(2);
  // Columns break texts in pieces: that every word is there is what can be asked.
  const missing = texts.flatMap(wordsOf).filter((word) => !output.includes(word) && !inPieces(word, output));
  expect(missing).toEqual([]);
});

/** Whether a word that was broken over several lines of a column is there all the same, piece by piece. */
function inPieces(word: string, output: string): boolean {
  for (let end = word.length - 1; end > 2; end--) {
    const head = word.slice(0, end);
    if (!output.includes(head)) continue;
    const rest = word.slice(end);
    return output.includes(rest) || inPieces(rest, output);
  }
  return word.length <= 3 && output.includes(word);
}

test.each(names)("tables of %s have a caption, and heads that say of what they are heads", async (name) => {
  const page = await read(name);
  for (const table of page.querySelectorAll("table")) {
    expect(table.querySelector("caption")?.textContent).not.toBe("");
    expect([...table.querySelectorAll("thead th")].every((head) => head.getAttribute("scope") === "col")).toBe(true);
    const rows = [...table.querySelectorAll("tbody tr")];
    expect(rows.every((row) => row.firstElementChild?.getAttribute("scope") === "row")).toBe(true);
    const widths = new Set([...table.querySelectorAll("tr")].map((row) => row.children.length));
    expect(widths.size).toBe(1);
  }
});

test.each(names)("%s needs nothing from elsewhere and runs nothing", async (name) => {
  const page = await read(name);
  expect([...page.querySelectorAll("script, link, iframe, object, embed")]).toEqual([]);
  const attributes = [...page.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name: key }) => key.startsWith("on"))).toEqual([]);
  const sources = [...page.querySelectorAll("img")].map(({ src }) => src);
  expect(sources.filter((source) => !source.startsWith("data:image/svg+xml;base64,"))).toEqual([]);
});

test.each(["chart", "region", "futures", "sensitivity"])("%s is a picture with words in its place", async (name) => {
  const mime = await displayed(result(name));
  const svg = mime["image/svg+xml"] ?? "";
  expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title [^>]*>[^<]{20,}<\/title><desc [^>]*>[^<]{40,}<\/desc>/);
  const [image] = (await read(name)).querySelectorAll("img");
  expect(image?.alt.length).toBeGreaterThan(40);
  expect(atob(image?.src.split(",")[1] ?? "").length).toBe(new TextEncoder().encode(svg).length);
});

test.each(names)("%s is put into a page as an element that holds what its HTML tells", async (name) => {
  vi.stubGlobal("document", document);
  onTestFinished(() => void vi.unstubAllGlobals());
  const card = result(name).toElement().querySelector(".demarche");
  expect(card?.outerHTML).toBe((await read(name)).querySelector(".demarche")?.outerHTML);
  expect(card?.textContent).not.toBe("");
});

test("results are data beside: frozen, and JSON without what only shows them", () => {
  for (const name of names) {
    expect(Object.isFrozen(result(name))).toBe(true);
    expect(JSON.stringify(result(name)).length).toBeGreaterThan(10);
    expect(JSON.stringify(result(name))).not.toContain("text/html");
  }
});

test("the same asked twice gives the same bytes, futures and pictures included", { tags: "long" }, async () => {
  const again = await everyResult();
  for (const name of names.filter((one) => one !== "guess" && one !== "reveal")) {
    const other = again[name];
    if (other === undefined) throw new Error(name);
    expect(await displayed(other), name).toEqual(await displayed(result(name)));
  }
});

test("what used chance says its seed, its intervals, its assumptions, the line again, and is called no forecast", () => {
  for (const name of ["futures", "sensitivity"]) {
    const output = String(result(name)).replace(/\s+/g, " ");
    expect(output).toContain("seed 7");
    expect(output).toContain("not a forecast");
    expect(output).toContain('Again: await (await open("iran-pakistan-2024")).whatIf("second-round")');
    expect(output).toContain("resolve.PAK");
  }
  expect(String(result("futures"))).toContain("95 %");
});
