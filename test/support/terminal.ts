/** A pseudo-terminal, on which the program is met as somebody who types meets it. */
import { spawn, spawnSync } from "node:child_process";
import { clean, main } from "./cli.ts";

/** What is typed, once what stands before it is seen; or how many columns the terminal has from then on. */
export type Typed = readonly [seen: RegExp, keys: string | number];

/** Runs a command line on a pseudo-terminal of 80 columns by default and 30 rows, types into it, and gives all that it showed. */
export function onTerminal(
  line: string,
  typed: readonly Typed[] = [],
  env: Readonly<Record<string, string>> = {},
  columns = 80,
): Promise<string> {
  const command = `tty; stty cols ${columns} rows 30; ${process.execPath} ${main} ${line}; echo "[exit $?]"`;
  const child = spawn("script", ["-qec", command, "/dev/null"], { env: { ...clean(), TERM: "xterm", ...env } });
  const waiting = [...typed];
  let [shown, heard, tty] = ["", 0, ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    shown += text;
    if (tty === "") [, tty = "", shown] = /^(\S+)\r\n([\s\S]*)/.exec(shown) ?? ["", "", shown];
    for (;;) {
      const [seen, keys] = waiting[0] ?? [];
      const match = seen?.exec(shown.slice(heard));
      if (match === undefined || match === null) return;
      heard += match.index + match[0].length;
      waiting.shift();
      if (typeof keys === "number") spawnSync("stty", ["-F", tty, "cols", String(keys)]);
      else child.stdin.write(keys ?? "");
    }
  });
  return new Promise((resolve) => child.on("close", () => resolve(shown)));
}
