/** The site: which pages there are, and where each stands. Links say the file, since from disk no folder has an index. */
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { processIo } from "../../src/cli/io.ts";
import { buildProgram } from "../../src/cli/program.ts";
import { type Crisis, crisisOf } from "../../src/crisis/index.ts";
import { isAsBuilt } from "../../src/page/index.ts";
import { readScenario } from "../../src/scenario/index.ts";
import { fontStyle, pageScript } from "../page-scripts.ts";
import { docPages } from "./docs.ts";
import { lessonPath, lessonsOf } from "./lessons.ts";
import { contentsPage, docPage, pastePage } from "./pages.ts";

/** What is built, and where. */
export interface SiteOptions {
  readonly out: string;
  readonly base?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly futures?: string | undefined;
}

/** Builds the site in place of the one before, and gives how many pages it has. */
export async function buildSite({ out, base, only, futures }: SiteOptions): Promise<number> {
  clear(out);
  const write = (path: string, text: string): void => writeFileSync(placed(out, path), text);
  const copy = (from: string, to: string): void => copyFileSync(from, placed(out, to));
  const font = fontStyle();

  const crises = crisesOf(only);
  for (const { scenario } of crises) {
    const path = `c/${scenario.name}`;
    const more = futures === undefined ? [] : ["--futures", futures];
    await report([scenario.name, "-o", placed(out, `${path}/index.html`), ...more]);
    if (scenario.lessons.length === 0) continue;
    await report([scenario.name, "-o", placed(out, `${path}/guess/index.html`), "--guess", ...more]);
  }

  const lessons = lessonsOf();
  for (const { folder, number, files } of lessons) {
    for (const file of files) copy(join(folder, `${file}.html`), lessonPath(number, file));
  }

  const docs = docPages();
  for (const doc of docs) {
    write(doc.path, docPage(doc, font));
    for (const { from, to } of doc.copies) copy(from, to);
  }

  write("paste/index.html", pastePage(font, await pageScript("paste")));
  write("index.html", contentsPage({ crises, lessons, docs, base, font, script: await pageScript("qr") }));
  return globSync("**/*.html", { cwd: out }).length;
}

/** Removes the site before this one. A folder that holds something else stays as it is. */
function clear(out: string): void {
  const first = join(out, "index.html");
  if (existsSync(first) ? !isAsBuilt(readFileSync(first, "utf8")) : existsSync(out) && readdirSync(out).length > 0) {
    throw new Error(`${out} is there and is no site that was built here: name another folder with --out.`);
  }
  for (const part of ["index.html", "c", "l", "d", "paste", "files"]) {
    rmSync(join(out, part), { recursive: true, force: true });
  }
}

/** A path below a folder, whose own folder is there. */
function placed(out: string, path: string): string {
  const place = join(out, path);
  mkdirSync(dirname(place), { recursive: true });
  return place;
}

async function report(args: readonly string[]): Promise<void> {
  let code = 0;
  const program = buildProgram(processIo(), {
    done: (given) => {
      code = given;
    },
    complain: (text) => console.error(text),
  });
  await program.parseAsync(["report", ...args], { from: "user" });
  if (code !== 0) throw new Error(`No report of ${args[0]}.`);
}

function crisesOf(only: readonly string[] | undefined): readonly Crisis[] {
  const names = only ?? globSync("scenarios/*.yaml").map((path) => basename(path, ".yaml"));
  return names.toSorted().map((name) => {
    const file = `scenarios/${name}.yaml`;
    const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
    if (scenario === undefined) throw new Error(`${file} can't be read.`);
    return crisisOf(scenario);
  });
}
