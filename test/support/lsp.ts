/** A client of the real yaml-language-server, as an editor would be one. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

type Message = { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown };

/** A file that is open in the editor. */
export interface Opened {
  /** The labels offered at a place; lines and characters count from 0. */
  readonly complete: (line: number, character: number) => Promise<readonly string[]>;
  /** The problems that the server reports of the file. */
  readonly problems: Promise<
    readonly { readonly message: string; readonly range: { readonly start: { readonly line: number } } }[]
  >;
}

/** An editor with its server. */
export interface Editor {
  /** Opens a text as if it lay beside a file, so that its `$schema` line is resolved from there. */
  readonly open: (text: string, beside: string) => Opened;
  readonly close: () => void;
}

/** Starts the server, as an editor does once. */
export async function startEditor(): Promise<Editor> {
  const program = resolve("node_modules/yaml-language-server/bin/yaml-language-server");
  const server = spawn(process.execPath, [program, "--stdio"]);
  const wire = connect(server);
  await wire.request("initialize", { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null });
  wire.notify("initialized", {});
  wire.notify("workspace/didChangeConfiguration", {
    settings: { yaml: { validate: true, completion: true, schemaStore: { enable: false } } },
  });
  let files = 0;
  return {
    open: (text, beside) => {
      files += 1;
      // Nobody looks for it on the disk.
      const uri = pathToFileURL(join(dirname(resolve(beside)), `open-${files}.yaml`)).href;
      const problems = wire.once("textDocument/publishDiagnostics", uri).then((params) => {
        return Reflect.get(Object(params), "diagnostics");
      });
      wire.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
      return {
        problems,
        complete: async (line, character) => {
          const where = { textDocument: { uri }, position: { line, character } };
          const found = await wire.request("textDocument/completion", where);
          const items: unknown = Array.isArray(found) ? found : Reflect.get(Object(found), "items");
          return Array.isArray(items) ? items.map((item) => String(Reflect.get(Object(item), "label"))) : [];
        },
      };
    },
    close: () => server.kill(),
  };
}

function connect(server: ChildProcessWithoutNullStreams) {
  const answers = new Map<number, (result: unknown) => void>();
  const awaited = new Map<string, (params: unknown) => void>();
  let buffer = Buffer.alloc(0);
  let last = 0;
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = ({ id, method, params, result }: Message): void => {
    if (method === undefined && id !== undefined) answers.get(id)?.(result);
    else if (method === "workspace/configuration" && id !== undefined)
      send({ id, result: [{ validate: true, completion: true }, {}, {}, {}, {}] });
    else if (id !== undefined) send({ id, result: null });
    else if (method !== undefined) awaited.get(`${method} ${Reflect.get(Object(params), "uri")}`)?.(params);
  };
  server.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const [head, length] = /^Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(buffer.toString("latin1")) ?? [];
      if (head === undefined || buffer.length < head.length + Number(length)) return;
      const body = buffer.subarray(head.length, head.length + Number(length)).toString("utf8");
      buffer = buffer.subarray(head.length + Number(length));
      receive(JSON.parse(body));
    }
  });
  return {
    notify: (method: string, params: unknown): void => send({ method, params }),
    request: (method: string, params: unknown): Promise<unknown> => {
      const id = ++last;
      send({ id, method, params });
      return new Promise((done) => answers.set(id, done));
    },
    /** What it says next about a file. */
    once: (method: string, uri: string): Promise<unknown> =>
      new Promise((done) => awaited.set(`${method} ${uri}`, done)),
  };
}
