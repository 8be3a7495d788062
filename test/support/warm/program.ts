/** The program kept warm: a process that runs it once for each call it is sent, on streams of the call's own. */
import { writeSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { Readable, Writable } from "node:stream";
import type { Ran } from "../cli.ts";

/** What one run of the program is given. */
export interface Call {
  /** All of `process.argv` but Node itself. */
  readonly argv: readonly string[];
  readonly input: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface Answer extends Ran {
  /** Whether it left something behind that the next call must not meet. */
  readonly last: boolean;
}

/** What is written during a call. */
interface Written {
  readonly stream: Writable;
  readonly text: () => string;
}

let [out, err] = [written(), written()];

// First, so that no call comes before somebody listens.
process.on("message", (call: Call) => void answer(call));
process.on("disconnect", () => process.exit());
// Who ends the process amid a call has written all the same.
process.on("exit", () => {
  writeSync(1, out.text());
  writeSync(2, err.text());
});

async function answer({ argv, input, cwd, env }: Call): Promise<void> {
  [out, err] = [written(), written()];
  const stdin = new Readable({ read: () => undefined });
  if (input !== "") stdin.push(Buffer.from(input));
  stdin.push(null);
  for (const [name, value] of Object.entries({ stdin, stdout: out.stream, stderr: err.stream })) {
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true, writable: true });
  }
  process.argv = [process.execPath, ...argv];
  process.exitCode = undefined;
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(env, name)) delete process.env[name];
  Object.assign(process.env, env);
  enableCompileCache();
  const [main = ""] = argv;
  // Beside it, of the same kind.
  const { run }: typeof import("../../../src/cli/run.ts") = await import(main.replace(/main(\.[jt]s)$/, "run$1"));
  const before = await leftovers();
  await run(argv.slice(1));
  // A process of its own would not end before this either.
  while (isMore((await leftovers()).busy, before.busy)) await turn();
  const last = isMore((await leftovers()).listeners, before.listeners);
  const answer: Answer = { code: Number(process.exitCode ?? 0), out: out.text(), err: err.text(), last };
  [out, err] = [written(), written()];
  process.exitCode = undefined;
  process.send?.(answer);
}

function written(): Written {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    decodeStrings: true,
    write: (chunk, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

type Counts = ReadonlyMap<string, number>;

/** What keeps the process alive, and who listens to it. */
async function leftovers(): Promise<{ readonly busy: Counts; readonly listeners: Counts }> {
  await turn();
  const busy = new Map<string, number>();
  for (const name of process.getActiveResourcesInfo()) busy.set(name, (busy.get(name) ?? 0) + 1);
  return {
    busy,
    listeners: new Map(process.eventNames().map((name) => [String(name), process.listenerCount(name)])),
  };
}

function isMore(now: Counts, before: Counts): boolean {
  return [...now].some(([name, count]) => count > (before.get(name) ?? 0));
}

/** Gives everything else its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
