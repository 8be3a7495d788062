/** Terminal sessions in the documentation: carried out in a fresh folder, and filled with what the commands print. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const BLOCK = /^(?:<!-- (\$ .+) -->\n)?```(console|diff|yaml|csv|mermaid)(?: (\S+))?\n([\s\S]*?)^```/gm;
const COMMAND =
  /^\$ (?:printf '([^']*)' \| )?\.\/demarche (.+?)(?: \| (?:(head|tail) -(\d+)|sed -n '\/(.+)\/,\/(.+)\/p'))?$/;
/** The beginning of a file that a command has written, or some of its lines. */
const READ = /^\$ (?:head -(\d+)|sed -n '\/(.+)\/,\/(.+)\/p') (\w[\w.-]*(?:\/\w[\w.-]*)*)$/;

/** A command that a page shows. */
export interface Ran {
  readonly line: string;
  readonly code: number | null;
}

/** What became of a page's sessions. */
export interface Session {
  /** The page, with what each command printed after it. */
  readonly page: string;
  readonly ran: readonly Ran[];
}

/**
 * Does what a page says, from top to bottom, in a fresh folder. A `console` block holds commands, each of them followed
 * by its output: a `./demarche` command, or `head` or `sed -n` of a file that one has written. A `yaml` or `csv` block that names a file is written to it. A `diff` block that names a file is a change that the
 * reader makes in an editor: its lines without `+` must stand in the file, once, and those without `-` take their place.
 * A `mermaid` block below a comment with a command is what that command prints.
 *
 * @param program what runs `./demarche`: the one of this clone, unless a test has a quicker one
 */
export function carriedOut(page: string, program: Program = clone): Session {
  const folder = mkdtempSync(join(tmpdir(), "demarche-docs-"));
  symlinkSync(resolve("demarche"), join(folder, "demarche"));
  const ran: Ran[] = [];
  try {
    const perform = (line: string): string => {
      const { code, output } = run(line, folder, program);
      ran.push({ line, code });
      return output;
    };
    const filled = page.replace(
      BLOCK,
      (whole: string, above: string | undefined, kind: string, file, block: string) => {
        if (kind === "mermaid" && above !== undefined) {
          return `<!-- ${above} -->\n\`\`\`mermaid\n${perform(above)}\`\`\``;
        }
        if (kind === "console") return `\`\`\`console\n${sessionOf(block, perform)}\`\`\``;
        if (typeof file === "string" && kind === "diff") change(join(folder, file), block);
        if (typeof file === "string" && (kind === "yaml" || kind === "csv")) writeFileSync(join(folder, file), block);
        return whole;
      },
    );
    return { page: filled, ran };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sessionOf(block: string, perform: (line: string) => string): string {
  const commands = block.split("\n").filter((line) => line.startsWith("$ "));
  return commands.map((line) => `${line}\n${perform(line)}`).join("\n");
}

/** Runs the program with arguments, in a folder and with an input. */
export type Program = (
  args: readonly string[],
  given: { readonly cwd: string; readonly input: string; readonly env: Readonly<Record<string, string>> },
) => { readonly code: number | null; readonly out: string; readonly err: string };

const clone: Program = (args, { env, ...given }) => {
  const { FORCE_COLOR: _, ...others } = process.env;
  const program = join(given.cwd, "demarche");
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...given,
    encoding: "utf8",
    env: { ...others, ...env },
  });
  return { code: status, out: stdout, err: stderr };
};

function run(line: string, cwd: string, program: Program): { readonly code: number | null; readonly output: string } {
  const [, first, begin, stop, file] = READ.exec(line) ?? [];
  if (file !== undefined) {
    const held = readFileSync(join(cwd, file), "utf8").trimEnd().split("\n");
    const read =
      begin === undefined ? held.slice(0, Number(first)) : between(held, new RegExp(begin), new RegExp(stop ?? ""));
    return { code: 0, output: `${read.join("\n")}\n` };
  }
  const [, typed = "", call, end, count, from, to] = COMMAND.exec(line) ?? [];
  if (call === undefined) throw new Error(`The documentation runs "${line}", which is no ./demarche command.`);
  if (/ [|<>;&] /.test(call))
    throw new Error(`The documentation runs "${line}", of which only the first part is a call.`);
  const args = call.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])(.*)\1$/, "$2")) ?? [];
  const input = typed.replaceAll("\\n", "\n");
  const { code, out, err } = program(args, { cwd, input, env: { NO_COLOR: "1", COLUMNS: "80" } });
  const lines = `${out}${err}`.replace(/\s+$/, "").split("\n");
  const part = from === undefined ? lines : between(lines, new RegExp(from), new RegExp(to ?? ""));
  const shown = end === "head" ? part.slice(0, Number(count)) : end === "tail" ? part.slice(-Number(count)) : part;
  return { code, output: `${shown.join("\n").trimEnd()}\n` };
}

/** From the first line that matches the one pattern to the next that matches the other, as sed has it. */
function between(lines: readonly string[], from: RegExp, to: RegExp): readonly string[] {
  const first = lines.findIndex((line) => from.test(line));
  const last = lines.findIndex((line, k) => k > first && to.test(line));
  return first < 0 ? [] : lines.slice(first, last < 0 ? undefined : last + 1);
}

function change(path: string, block: string): void {
  const lines = block.replace(/\n$/, "").split("\n");
  const without = (sign: string): string =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const [before, after] = [without("+"), without("-")];
  const text = readFileSync(path, "utf8");
  const places = text.split(before).length - 1;
  if (places !== 1) throw new Error(`These lines stand ${places} times in the file, and should once:\n${before}`);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}
