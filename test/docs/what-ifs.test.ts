/** The page on what-ifs: its pictures are real and can be drawn, and no doubt and no work that is cited is missing. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { doubtTexts } from "../../src/history/index.ts";
import { mermaid } from "../support/mermaid.ts";

const page = readFileSync("docs/explanation/what-ifs.md", "utf8");
const literature = page.slice(page.indexOf("## Literature"));

test("there is a picture of each policy, made by a command, and mermaid itself can draw it", async () => {
  const pictures = [...page.matchAll(/^<!-- \$ \.\/demarche (.+) -->\n```mermaid\n([\s\S]*?)```$/gm)];
  expect(pictures.map(([, command]) => command)).toEqual(
    ["kept", "pruned", "stopped", "modelled"].map((name) => `what-if small.yaml ${name} --mermaid`),
  );
  expect(page.match(/```mermaid/g)).toHaveLength(pictures.length);
  for (const [, , picture = ""] of pictures) {
    expect(await mermaid.parse(picture)).toMatchObject({ diagramType: "gitGraph" });
    expect(picture).toContain("(recall)");
  }
});

test("each picture has a twin in plain text", () => {
  const policies = page.slice(page.indexOf("## The four policies"), page.indexOf("## Orphaned, reopened, unfit"));
  expect(policies.match(/```mermaid[\s\S]*?```\n\nThe same as text:\n\n```console/g)).toHaveLength(4);
});

test("every doubt is explained", () => {
  expect(Object.keys(doubtTexts).filter((code) => !page.includes(`(\`${code}\`)`))).toEqual([]);
});

test("every work that a doubt cites is in the list, and so is every work of the page", () => {
  const said = `${Object.values(doubtTexts)
    .map(({ literature: cited }) => cited)
    .join(" ")} ${page.replace(literature, "")}`;
  const cited = [...said.matchAll(/(Tetlock and Belkin|[A-Z][a-z]+) \(?(1[89]\d\d|20[01]\d)\b/g)].map(
    ([, author = "", year = ""]) => [author.split(" ")[0] ?? "", year] as const,
  );
  const works = cited.filter(([author]) => !["January", "June", "March"].includes(author));
  expect(works.length).toBeGreaterThan(10);
  const listed = literature.split("\n- ");
  expect(
    works.filter(([author, year]) => !listed.some((one) => one.startsWith(author) && one.includes(`(${year})`))),
  ).toEqual([]);
});
