/** A pseudo-terminal, on which the program is met as somebody who types meets it. */
import { spawnSync } from "node:child_process";
import { clean, main } from "./cli.ts";

/** Runs a command line on a pseudo-terminal of 80 by 30 and types into it. */
export function onTerminal(line: string, typed: string, env: Readonly<Record<string, string>> = {}): string {
  const command = `stty cols 80 rows 30; ${process.execPath} ${main} ${line}; echo "[exit $?]"`;
  const keys = typed.split("").map((key) => `printf '${KEYS[key] ?? key}'; sleep 0.3`);
  const pipe = `(sleep 2; ${keys.join("; ")}${keys.length > 0 ? "; " : ""}sleep 1) | script -qec '${command}' /dev/null`;
  return spawnSync("bash", ["-c", pipe], { encoding: "utf8", env: { ...clean(), TERM: "xterm", ...env } }).stdout;
}

/** Keys that printf writes otherwise than they are. */
const KEYS: Readonly<Record<string, string>> = { "\r": "\\r", "\t": "\\t" };
