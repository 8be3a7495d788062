/** A journal that is served, and clients of it: in this process with limits of a test's own, or by the program. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request as ask } from "node:http";
import { connect } from "node:net";
import { clean, main } from "./cli.ts";

/** An answer. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks with any headers and any path, as a browser would not. */
export function asked(
  port: number,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk);
      } catch (error) {
        // Cut off in the middle.
        reject(error);
      }
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Posts JSON. */
export async function posted(port: number, data: unknown, headers: Record<string, string> = {}) {
  const body = typeof data === "string" ? data : JSON.stringify(data);
  const all = { "Content-Type": "application/json", ...headers };
  const { status, text } = await asked(port, "/append", { method: "POST", headers: all, body });
  return { status, ...JSON.parse(text) };
}

/** What a server says to bytes that are sent to it, until it hangs up; `drip` is sent on and on. */
export async function hungUp(port: number, first: string, drip = ""): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.on("data", (chunk) => {
    said += chunk;
  });
  socket.on("error", () => undefined);
  socket.write(first);
  const dripping = setInterval(() => void (drip !== "" && socket.writable && socket.write(drip)), 50);
  await once(socket, "close");
  clearInterval(dripping);
  return said;
}

/** The feed of a client that can break off: events as they come. */
export async function fed(port: number, path: string, headers: Record<string, string> = {}) {
  const off = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers, signal: off.signal });
  const events = (async function* () {
    let text = "";
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const parts = (text + chunk).split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const event = Object.fromEntries(part.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (event.data !== undefined) yield { ...event, data: JSON.parse(event.data) };
      }
    }
  })();
  return { status: response.status, headers: response.headers, events, off: () => off.abort() };
}

/** The program, serving. */
export interface Program {
  readonly child: ChildProcess;
  /** The addresses that it printed. */
  readonly addresses: readonly string[];
  readonly said: () => string;
  /** Ends it by a signal, and gives its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Runs `demarche journal serve` until it says where. */
export async function served(args: readonly string[], cwd: string): Promise<Program> {
  const child = spawn(process.execPath, [main, "journal", "serve", ...args], { cwd, env: clean() });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  while (!said.includes("Ctrl-C ends it.")) {
    if (child.exitCode !== null) throw new Error(said);
    await Promise.race([once(child.stderr, "data"), once(child, "exit")]);
  }
  return {
    child,
    addresses: said.match(/http:\/\/\S+/g) ?? [],
    said: () => said,
    end: async (signal) => {
      const over = once(child, "exit");
      child.kill(signal);
      const [code] = await over;
      return code;
    },
  };
}
