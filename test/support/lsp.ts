/** A client of the real yaml-language-server, as an editor would be one. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

type Message = { readonly id?: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown };

/** An editor with one open file. */
export interface Editor {
  /** The labels offered at a place; lines and characters count from 0. */
  readonly complete: (line: number, character: number) => Promise<readonly string[]>;
  /** The problems that the server reports of the file. */
  readonly problems: Promise<
    readonly { readonly message: string; readonly range: { readonly start: { readonly line: number } } }[]
  >;
  readonly close: () => void;
}

/** Opens a text under a path of the repository, so that its `$schema` line is resolved from there. */
export async function openInEditor(path: string, text: string): Promise<Editor> {
  const server = spawn(process.execPath, [
    resolve("node_modules/yaml-language-server/bin/yaml-language-server"),
    "--stdio",
  ]);
  const wire = connect(server);
  const uri = pathToFileURL(resolve(path)).href;
  await wire.request("initialize", { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null });
  wire.notify("initialized", {});
  wire.notify("workspace/didChangeConfiguration", {
    settings: { yaml: { validate: true, completion: true, schemaStore: { enable: false } } },
  });
  const problems = wire
    .once("textDocument/publishDiagnostics")
    .then((params) => Reflect.get(Object(params), "diagnostics"));
  wire.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  return {
    problems,
    complete: async (line, character) => {
      const found = await wire.request("textDocument/completion", {
        textDocument: { uri },
        position: { line, character },
      });
      const items: unknown = Array.isArray(found) ? found : Reflect.get(Object(found), "items");
      return Array.isArray(items) ? items.map((item) => String(Reflect.get(Object(item), "label"))) : [];
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
    else if (method !== undefined) awaited.get(method)?.(params);
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
    once: (method: string): Promise<unknown> => new Promise((done) => awaited.set(method, done)),
  };
}
