/** Terminal sessions in the documentation, filled with what the commands really print. */
import { spawnSync } from "node:child_process";

const BLOCK = /```console\n([\s\S]*?)```/g;
const COMMAND = /^\$ (?:printf '([^']*)' \| )?demarche (.+?)(?: \| (head|tail) -(\d+))?$/;

/** A page whose `console` blocks hold, after each `$ demarche ...`, what may be piped into it included, the output of that command today. */
export function filled(page: string): string {
  return page.replace(BLOCK, (_, block: string) => {
    const commands = block.split("\n").filter((line) => line.startsWith("$ "));
    return `\`\`\`console\n${commands.map((line) => `${line}\n${output(line)}`).join("\n")}\`\`\``;
  });
}

function output(line: string): string {
  const [, typed = "", call, end, count] = COMMAND.exec(line) ?? [];
  if (call === undefined) throw new Error(`The documentation runs "${line}", which is no demarche command.`);
  const args = call.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^(["'])(.*)\1$/, "$2")) ?? [];
  const { FORCE_COLOR: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ["src/cli/main.ts", ...args], {
    encoding: "utf8",
    input: typed.replaceAll("\\n", "\n"),
    env: { ...env, NO_COLOR: "1", COLUMNS: "80" },
  });
  const lines = `${stdout}${stderr}`.replace(/\s+$/, "").split("\n");
  const shown = end === "head" ? lines.slice(0, Number(count)) : end === "tail" ? lines.slice(-Number(count)) : lines;
  return `${shown.join("\n")}\n`;
}
