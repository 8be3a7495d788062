/** The how-to is carried out to the letter: what it tells the reader to type and to change is typed and changed. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { carriedOut } from "../../scripts/reference/console.ts";
import { demarche } from "../support/cli.ts";

const perform = (page: string) => carriedOut(page, demarche);

describe("write a what-if in ten minutes", () => {
  const page = readFileSync("docs/how-to/write-a-what-if.md", "utf8");
  const { page: done, ran } = perform(page);

  test("shows nothing but commands with their output, and changes of named files", () => {
    const fences = [...page.matchAll(/^```(.*)\n[\s\S]*?^```$/gm)].map(([, info = ""]) => info);
    expect(fences.length).toBeGreaterThan(10);
    expect(fences.filter((info) => !/^(console|diff \S+\.yaml)$/.test(info))).toEqual([]);
  });

  test("carried out in an empty folder, prints what it shows", () => {
    expect(done).toBe(page);
  });

  test("refuses whoever makes its mistakes, and leaves whoever mends them with a file without a problem", () => {
    const codes = ran.map(({ line, code }) => `${line.split(" ")[2]} ${code}`);
    expect(codes).toEqual([
      "new 0",
      "replay 0",
      "show 0",
      "what-if 2", // an unknown id
      "what-if 2", // no policy
      "what-if 0",
      "what-if 0",
      "what-if 0", // saved
      "check 1", // an expectation that does not hold
      "check 0",
      "check 2", // a date without quotes, a policy misspelt
      "check 2", // an unknown id, an effect before its cause
      "check 2",
      "check 0",
      "what-if 0",
      "what-if 0",
    ]);
  });
});

describe("carrying out a page", () => {
  const start = "```console\n$ ./demarche new x --from border-incident\n```\n";

  test("puts today's output in the place of another", () => {
    const session =
      "```console\n$ ./demarche what-if iran-pakistan-2024 --edit 'drop strike'\nyesterday's output\n```\n";
    const { page } = perform(session);
    expect(page).toContain("--edit needs --then");
    expect(page).not.toContain("yesterday");
  });

  test("does not go on from a change of lines that are not there, or stand there twice", () => {
    expect(() => perform(`${start}\`\`\`diff x.yaml\n-no such line\n+another\n\`\`\`\n`)).toThrow("stand 0 times");
    expect(() => perform(`${start}\`\`\`diff x.yaml\n-    expect:\n+    expects:\n\`\`\`\n`)).toThrow(/times/);
  });

  test("reads what a command has written, and nothing outside the folder", () => {
    const { page } = perform(
      `${start}\`\`\`console\n$ head -1 x.yaml\n$ sed -n '/^title/,/^parties/p' x.yaml\n\`\`\`\n`,
    );
    expect(page).toMatch(/\$ head -1 x\.yaml\n.+\n\n\$ sed -n .+ x\.yaml\ntitle: /);
    expect(() => perform("```console\n$ head -1 ../x.yaml\n```\n")).toThrow("no ./demarche command");
    expect(() => perform("```console\n$ head -1 /etc/hosts\n```\n")).toThrow("no ./demarche command");
  });

  test("knows no other program", () => {
    expect(() => perform("```console\n$ rm -r folder\n```\n")).toThrow("no ./demarche command");
  });
});
