/** The documentation as pages: each link leads to a page of the site, to a file copied into it, or is only text. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { posix } from "node:path";
import { default as MarkdownIt } from "markdown-it";
import { codeHtml } from "../../src/lesson/markdown.ts";

/** A page of the documentation. */
export interface Doc {
  /** Where it stands in the site. */
  readonly path: string;
  /** The folder of the documentation that it belongs to, empty for the first one. */
  readonly group: string;
  readonly title: string;
  readonly html: string;
  readonly copies: readonly Copy[];
}

/** A file of the repository that a page leads to. */
interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Where a link leads, and the file that it needs there. */
interface Led {
  readonly href: string;
  readonly copy?: Copy;
}

/** Files that a browser shows. */
const SHOWN = /\.(yaml|json|svg|png|csv|txt|cff)$/;

const markdown = new MarkdownIt({ html: true });
markdown.renderer.rules["fence"] = (tokens, index) => code(tokens[index]);
markdown.renderer.rules["code_block"] = (tokens, index) => code(tokens[index]);
// The pages hold HTML only as remarks to the tests that run their sessions.
markdown.renderer.rules["html_block"] = () => "";
markdown.renderer.rules["html_inline"] = () => "";

function code(token: { readonly content: string; readonly info: string } | undefined): string {
  return codeHtml(token?.content ?? "", token?.info.trim().split(/\s+/)[0] ?? "");
}

/** Every page of the documentation. */
export function docPages(): readonly Doc[] {
  const project = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "scenarios/README.md"];
  return [...globSync("docs/**/*.md").toSorted(), ...project].map(docOf);
}

function docOf(source: string): Doc {
  const path = pathOf(source);
  const tokens = markdown.parse(readFileSync(source, "utf8"), {});
  const copies: Copy[] = [];
  let title = source;
  for (const [k, token] of tokens.entries()) {
    const said = tokens[k + 1]?.content ?? "";
    if (token.type === "heading_open") token.attrSet("id", addressOf(said));
    if (token.type === "heading_open" && token.tag === "h1") title = said;
    // A link holds no other, so what closes next closes the one that was opened last.
    let led: Led | undefined;
    for (const part of token.children ?? []) {
      if (part.type === "link_open") {
        led = leads(source, String(part.attrGet("href") ?? ""));
        if (led !== undefined) part.attrSet("href", led.href);
        if (led?.copy !== undefined) copies.push(led.copy);
      }
      if (part.type === "image") {
        const shown = leads(source, String(part.attrGet("src") ?? ""));
        if (shown !== undefined) part.attrSet("src", shown.href);
        if (shown?.copy !== undefined) copies.push(shown.copy);
      }
      if (part.type === "link_open" || part.type === "link_close") part.hidden = led === undefined;
    }
  }
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { path, group: path.startsWith("d/project/") ? "project" : posix.dirname(path).slice(2), title, html, copies };
}

/** Where a page of the repository stands in the site. */
function pathOf(source: string): string {
  if (source === "docs/README.md") return "d/index.html";
  const path = source.startsWith("docs/") ? source.slice("docs/".length) : `project/${source}`;
  return `d/${path.replace(/\.md$/, ".html")}`;
}

/** Where a link leads from a page; undefined where it leads out of the site into sources. */
function leads(source: string, target: string): Led | undefined {
  if (/^([a-z]+:|#)/.test(target)) return { href: target };
  const [named = "", anchor] = decodeURI(target).split("#");
  const file = posix.join(posix.dirname(source), named).replace(/\/$/, "");
  const from = posix.dirname(pathOf(source));
  const to = (path: string) => posix.relative(from, path);
  const hash = anchor === undefined ? "" : `#${anchor}`;
  if (!existsSync(file)) return undefined;
  if (statSync(file).isDirectory()) {
    if (file === "notebooks") return { href: to("index.html#lessons") };
    if (file === "scenarios") return { href: to("index.html#crises") };
    return file.startsWith("docs/") ? { href: to(`index.html#docs-${file.slice("docs/".length)}`) } : undefined;
  }
  if (/^(docs\/.*|README|CONTRIBUTING|CHANGELOG|scenarios\/README)/.test(file) && file.endsWith(".md")) {
    return { href: `${to(pathOf(file))}${hash}` };
  }
  if (!SHOWN.test(file)) return undefined;
  const copy = { from: file, to: `files/${file}` };
  return { href: to(copy.to), copy };
}

/** A heading as the address that hosts of repositories make of it. */
function addressOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
