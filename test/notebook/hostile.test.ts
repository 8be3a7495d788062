/** A scenario file is nobody's friend: what its texts would do to a page is shown as text and does nothing. */
import { describe, expect, test } from "vitest";
import { openText, type Shown } from "../../src/notebook/index.ts";
import { displayed, pageOf } from "../support/notebook.ts";
import { DOMParser } from "../support/page.ts";
import { base } from "../support/scenario.ts";

const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>\\"' onload=alert(3) &amp; </svg></title>`;
const hostile = base
  .replace("title: A small crisis", `title: "${attack}"`)
  .replace("{ name: Iran,", `{ name: "Iran ${attack}",`)
  .replace("press: { title: A report }", `press: { title: "${attack}", author: "${attack}" }`)
  .replace("says: a camp", `says: "${attack}"`)
  .replace("    cite: press\n    claims:", `    cite: press\n    note: "${attack}"\n    claims:`)
  .replace("because: No strike.", `because: "${attack}"`)
  .replace("    then: prune\n", "    then: model\n")
  .replace("basis: judgement", `basis: "${attack}"`)
  .replace("ask: What next?", `ask: "${attack}"`)
  .replace("answer: protest", `answer: protest\n    because: "${attack}"`);

const crisis = openText(hostile, "small");
const seen = crisis.until("strike");
const calm = crisis.whatIf("calm");
const guess = seen.predict({ protest: 0.5, strike: 0.5 }, { because: attack });
const results: Readonly<Record<string, Shown>> = {
  crisis,
  seen,
  timeline: crisis.timeline(),
  event: crisis.event("strike"),
  chart: crisis.chart({ only: "terms" }),
  situation: crisis.situation(),
  dossier: crisis.dossier(),
  why: crisis.why("course"),
  calm,
  compare: calm.compare(),
  review: calm.review(),
  futures: await calm.futures({ runs: 20 }),
  sensitivity: await calm.sensitivity({ points: 20, runs: 5 }),
  guess,
  reveal: guess.reveal(),
};

describe.each(Object.entries(results))("%s", (_, result) => {
  test("has no element and no attribute of the attacker's", async () => {
    const page = await pageOf(result);
    expect([...page.querySelectorAll("script, svg, [onerror], [onload], [src=x]")]).toEqual([]);
  });

  test("draws a picture without them", async () => {
    const svg = (await displayed(result))["image/svg+xml"] ?? "<svg/>";
    const page = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(page.querySelector("parsererror")).toBeNull();
    expect([...page.querySelectorAll("script, img, [onerror], [onload]")]).toEqual([]);
  });
});

test("the attack is there to be read", async () => {
  const texts = (await pageOf(crisis)).body.textContent ?? "";
  expect(texts).toContain("<script>alert(1)</script>");
  expect(String(crisis).replace(/\s+/g, "")).toContain("<script>alert(1)</script>");
});

test("what would steer a terminal or turn a line round is made visible", () => {
  const output = String(seen.predict({ protest: 1 }, { because: "\u001b[2Jred\u202e" }));
  expect(output).not.toMatch(/[\u001b\u202e]/);
  expect(output).toContain("\\u{1B}");
});
