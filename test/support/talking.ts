/** A run of the program that one talks with: lines in, and waiting until something is said. */
import { type ChildProcess, spawn } from "node:child_process";
import { clean, main } from "./cli.ts";

/** A program that runs. */
export interface Talking {
  readonly say: (line: string) => void;
  /** Waits until the output, after what was heard before, matches; gives what it said up to there. */
  readonly hears: (pattern: RegExp) => Promise<string>;
  /** Ends its input and waits until it has ended. */
  readonly ends: () => Promise<number | null>;
  readonly child: ChildProcess;
}

/** Only so that what is never said is an error with a name. */
const PATIENCE = 600_000;

/** Starts the program. */
export function talkWith(args: readonly string[], cwd: string): Talking {
  const child = spawn(process.execPath, [main, ...args], { cwd, env: clean(), stdio: "pipe" });
  let said = "";
  let heard = 0;
  let wake = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      said += String(chunk);
      wake();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    child,
    say: (line) => child.stdin.write(`${line}\n`),
    hears: async (pattern) => {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const match = pattern.exec(said.slice(heard));
        if (match !== null) {
          const upTo = heard + match.index + match[0].length;
          const part = said.slice(heard, upTo);
          heard = upTo;
          return part;
        }
        if (Date.now() > end || child.exitCode !== null) {
          throw new Error(`${String(pattern)} was not said. Since then: ${said.slice(heard)}`);
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 200);
        });
      }
    },
    ends: () => {
      child.stdin.end();
      return ended;
    },
  };
}
