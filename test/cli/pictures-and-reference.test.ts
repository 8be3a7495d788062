import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { commands } from "../../src/cli/commands.ts";
import { loaders } from "../../src/cli/program.ts";
import { crisisWith, demarche, fileWith, flagship, folder } from "../support/cli.ts";
import { mermaid } from "../support/mermaid.ts";
import { isMissing } from "../support/programs.ts";

test("every command that help lists has its code", () => {
  expect(Object.keys(loaders).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
});

test("mermaid itself parses the chart and the timeline, whatever a title holds", { tags: "long" }, async () => {
  const odd = fileWith(
    crisisWith((text) =>
      text.replace("title: A short crisis, for the tests", 'title: "A: {short}; #crisis <b>\\"x\\""'),
    ),
  );
  for (const args of [["--chart"], [flagship], [flagship, "--at", "2024-01-18"]]) {
    expect(await mermaid.parse(demarche(["draw", ...args]).out)).toMatchObject({ diagramType: "stateDiagram" });
  }
  for (const file of [flagship, odd]) {
    const { out } = demarche(["draw", file, "--what", "timeline"]);
    expect(await mermaid.parse(out)).toMatchObject({ diagramType: "timeline" });
  }
});

test("the chart is drawn as SVG and told as text: what leads out of where it stands, or the whole course", () => {
  const chart = demarche(["draw", flagship, "--at", "2024-01-18", "--as", "svg"]).out;
  const bare = demarche(["draw", "--chart", "--as", "svg", "--dark", "--pixels", "390"]).out;
  for (const svg of [chart, bare]) expect(svg).toMatch(/^<svg [\s\S]*<desc [\s\S]*<\/svg>\s*$/);
  expect(chart).toContain("Retaliation");
  expect(bare).toContain("Relations severed");
  expect(demarche(["draw", flagship, "--at", "2024-01-18", "--as", "text"]).out).toContain("→ Blow for blow");
});

test("every picture is drawn as SVG and told as text, up to the day that is asked for", () => {
  for (const what of ["timeline", "band", "posts", "stands", "claims", "casualties"]) {
    const asked = ["draw", flagship, "--what", what, "--at", "2024-01-17"];
    const svg = demarche([...asked, "--as", "svg", "--dark", "--pixels", "390"]).out;
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(svg).toContain("2024-01-17");
    expect(demarche([...asked, "--as", "text"]).out).not.toBe("");
    expect(svg + demarche([...asked, "--as", "text"]).out).not.toContain("reprisal");
  }
  expect(demarche(["draw", flagship, "--what", "timeline", "--as", "text"]).out).toContain(
    "Pakistan: recalls its ambassador",
  );
  expect(demarche(["draw", flagship, "--what", "branches", "--what-if", "restraint", "--as", "svg"]).out).toContain(
    "lost a cause",
  );
});

test("under a picture stand its title, its source and how to cite it, in full whatever its width", () => {
  const { title } = parse(readFileSync("CITATION.cff", "utf8"));
  const hash = createHash("sha256").update(readFileSync(flagship)).digest("hex");
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const pixels of ["390", "1280"]) {
    const { out } = demarche(["draw", flagship, "--what", "band", "--at", "2024-01-17", "--pixels", pixels]);
    const texts = [...out.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, line]) => line).join(" ");
    expect(texts).toContain("(iran-pakistan-2024): as known on");
    // A hash that is longer than a line is broken in two.
    expect(texts.replaceAll(" ", "")).toContain(hash);
    expect(texts).toContain(`Made with Démarche ${version}`);
    expect(texts).toContain(`“${title}”, version ${version}.`);
  }
  expect(demarche(["draw", "--chart", "--as", "svg"]).out).toContain(`“${title}”, version ${version}.`);
});

test("-o writes the format that the name ends in, and writes over nothing unless it is told to", () => {
  const path = join(folder(), "band.svg");
  const asked = ["draw", flagship, "--what", "band", "-o", path];
  expect(demarche(asked)).toMatchObject({ code: 0, out: expect.stringContaining("written") });
  const first = readFileSync(path, "utf8");
  expect(first).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(demarche([...asked, "--dark"])).toMatchObject({ code: 2, err: expect.stringContaining("--force") });
  expect(readFileSync(path, "utf8")).toBe(first);
  expect(demarche([...asked, "--dark", "--force"]).code).toBe(0);
  expect(readFileSync(path, "utf8")).not.toBe(first);
});

test("-o writes PNG: twice as fine as the SVG, the same captions in it, and letters that are seen", async () => {
  const at = folder();
  const asked = ["draw", flagship, "--what", "band", "--pixels", "640"];
  const { out: svg } = demarche(asked);
  expect(demarche([...asked, "-o", join(at, "band.png")])).toMatchObject({ code: 0, err: "" });
  const png = readFileSync(join(at, "band.png"));
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  // Without a font only what is drawn is left.
  await initWasm(readFileSync("node_modules/@resvg/resvg-wasm/index_bg.wasm"));
  const bare = new Resvg(svg, { fitTo: { mode: "zoom", value: 2 } }).render().asPng();
  expect(png.length).toBeGreaterThan(2 * bare.length);
  const foreign = fileWith(crisisWith((text) => text.replace(/^title: .*$/m, "title: 李 by the river")));
  expect(demarche(["draw", foreign, "--what", "band", "-o", join(at, "none.png")]).err).toContain("the letter 李");
  expect(demarche([...asked, "--as", "png"]).err).toContain("--out");
});

test("what can't be drawn so says how it can be", () => {
  expect(demarche(["draw", flagship, "--what", "posts", "--as", "dot"]).err).toContain("ask for svg, png or text");
  expect(demarche(["draw", flagship, "--as", "scxml"]).err).toContain("--chart");
  expect(demarche(["draw", "--chart", "--as", "scxml"]).out).toContain("<scxml ");
  expect(JSON.parse(demarche(["draw", "--chart", "--as", "json"]).out).id).toBe("relation");
  expect(demarche(["draw", flagship, "--what", "branches", "--as", "svg"]).err).toContain("--what-if");
  expect(demarche(["draw", flagship, "--what", "band", "--pixels", "3"]).err).toContain("from 320 to 4000");
});

test("new writes a scenario that passes check, and overwrites nothing", () => {
  const cwd = folder();
  expect(demarche(["new", "border-2025"], { cwd }).code).toBe(0);
  const written = readFileSync(join(cwd, "border-2025.yaml"), "utf8");
  expect(demarche(["check", "border-2025.yaml"], { cwd })).toMatchObject({ code: 0, err: "" });
  expect(demarche(["new", "border-2025"], { cwd })).toMatchObject({
    code: 2,
    err: expect.stringContaining("exists already"),
  });
  expect(readFileSync(join(cwd, "border-2025.yaml"), "utf8")).toBe(written);
  expect(demarche(["new", "x", "--from", "nothing-like-it"], { cwd }).err).toContain("There is no template");
  expect(readdirSync(cwd)).toEqual(["border-2025.yaml", "scenario.schema.json"]);
});

test("new leaves a schema of another release alone, and says how to renew it", () => {
  const cwd = folder();
  writeFileSync(join(cwd, "scenario.schema.json"), "{}");
  const { code, err } = demarche(["new", "border-2025"], { cwd });
  expect(code).toBe(0);
  expect(err).toContain("demarche schema > scenario.schema.json");
  expect(readFileSync(join(cwd, "scenario.schema.json"), "utf8")).toBe("{}");
  writeFileSync(join(cwd, "scenario.schema.json"), demarche(["schema"]).out);
  expect(demarche(["new", "border-2026"], { cwd }).err).toBe(
    "Wrote border-2026.yaml. Next: demarche check border-2026.yaml\n",
  );
});

test.each(["bloc", "border-incident", "expulsion-spiral", "three-states"])(
  "new --from %s writes the template under the new name",
  (template) => {
    const cwd = folder();
    expect(demarche(["new", "my-case", "--from", template], { cwd })).toMatchObject({ code: 0, out: "" });
    const text = readFileSync(join(cwd, "my-case.yaml"), "utf8");
    expect(text).toMatch(/^scenario: my-case$/m);
    expect(text).not.toContain(`${template}.yaml`);
    expect(demarche(["check", "my-case.yaml"], { cwd })).toMatchObject({ code: 0, err: "" });
  },
);

test("a misspelt template gets the nearest one, and nothing is written", () => {
  const cwd = folder();
  const { code, err } = demarche(["new", "my-case", "--from", "border-incidents"], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(/Did you mean border-incident\?/);
  expect(err).toContain("bloc, border-incident, expulsion-spiral, three-states");
  expect(readdirSync(cwd)).toEqual([]);
});

test.each(["2024-01-01", "no", "007"])("a scenario may be named %s, which new puts in quotes", (name) => {
  const cwd = folder();
  for (const from of [[], ["--from", "border-incident"]]) {
    expect(demarche(["new", name, ...from], { cwd }).code).toBe(0);
    expect(demarche(["check", `${name}.yaml`], { cwd })).toMatchObject({ code: 0, err: "" });
    rmSync(join(cwd, `${name}.yaml`));
  }
});

test("acts finds those that a word means, best first, and says when there is none", () => {
  expect(demarche(["acts", "hostages"]).out).toMatch(/^ {2}detain-persons .*release-persons/s);
  expect(JSON.parse(demarche(["acts", "embargo", "--json"]).out).acts).toMatchObject([
    { id: "impose-sanctions" },
    { id: "lift-sanctions" },
  ]);
  expect(demarche(["acts", "constructor"])).toMatchObject({ code: 2, err: expect.stringContaining("There is no act") });
});

test("acts lists all by class, and explains one", () => {
  expect(demarche(["acts", "--class", "rupture"]).out).toMatch(/^rupture\n {2}recall-ambassador/);
  const { out } = demarche(["acts", "bar-ambassador"]);
  expect(out).toContain("Vienna Convention Art. 9");
  expect(out).toContain("Diplomatic relations must exist.");
});

test("schema --out writes them all", () => {
  const out = folder();
  expect(demarche(["schema", "--out", out]).code).toBe(0);
  // Those that are published.
  expect(readdirSync(out).sort()).toEqual(readdirSync("schema").sort());
});

test("help on a task of journal has the options of that task alone", () => {
  const { out, code } = demarche(["journal", "fork", "--help"]);
  expect(code).toBe(0);
  expect([...out.matchAll(/^ +(?:-h, )?(--[a-z]+)/gm)].map(([, name]) => name)).toEqual(["--as", "--at", "--help"]);
});

test.each(commands.map(({ name }) => [name]))("help on %s has its summary, options and two examples", (name) => {
  const { out, code } = demarche(["help", name]);
  const row = commands.find((one) => one.name === name);
  expect(code).toBe(0);
  for (const { flags } of row?.options ?? []) expect(out).toContain(flags);
  expect(out.match(/^ {2}\$ /gm)).toHaveLength(2);
});

test("bash completes commands, options, formats and bundled scenarios", () => {
  const { out } = demarche(["completion", "bash"]);
  const complete = (...words: readonly string[]) => {
    const script = `${out}\nCOMP_WORDS=(demarche ${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length}; _demarche; echo "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", script], { encoding: "utf8", cwd: folder() }).stdout.trim();
  };
  expect(complete("repl")).toBe("replay");
  expect(complete("rep").split(" ").toSorted()).toEqual(["replay", "report"]);
  expect(complete("replay", "iran")).toBe("iran-pakistan-2024");
  expect(complete("replay", "--un")).toBe("--until");
  expect(complete("check", "--format", "s")).toBe("sarif");
  expect(complete("show", "x", "--why-not", "recall")).toBe("recall-ambassador");
});

test.for([
  ["bash", ["-n"]],
  ["zsh", ["-n"]],
  ["fish", ["--no-execute"]],
] as const)("the completion for %s is well-formed to that shell", ([shell, check], { skip }) => {
  skip(isMissing(shell), `${shell} is not installed`);
  const path = join(folder(), `completion.${shell}`);
  writeFileSync(path, demarche(["completion", shell]).out);
  const { status, stderr } = spawnSync(shell, [...check, path], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("fish completes bundled scenarios and options", ({ skip }) => {
  skip(isMissing("fish"), "fish is not installed");
  const script = `${demarche(["completion", "fish"]).out}\ncomplete -C 'demarche replay iran'; complete -C 'demarche replay --unt'`;
  const { stdout } = spawnSync("fish", ["--no-config", "-c", script], { encoding: "utf8", cwd: folder() });
  expect(stdout).toContain("iran-pakistan-2024");
  expect(stdout).toContain("--until");
});
