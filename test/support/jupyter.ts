/** A real Jupyter with the Deno kernel: runs notebooks and tells what each cell gave. */
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { ownPackages } from "../../scripts/own-packages.ts";
import { once } from "./once.ts";

/** The first Python that has what runs notebooks; Debian's own stands beside others. */
const python = ["python3", "/usr/bin/python3"].find(
  (program) => spawnSync(program, ["-c", "import nbformat, jupyter_client"]).status === 0,
);

/** Whether tests that need Jupyter are to be skipped: it is missing, and this is not CI. */
export const noJupyter: boolean = process.env["CI"] === undefined && python === undefined;

/** Deno, which only these tests need: installed by the first that asks. */
export async function deno(): Promise<string> {
  return join(await once("deno", async () => ownPackages("test/support/deno")), ".bin/deno");
}

/** What a cell gave. */
export interface CellRun {
  readonly id: string;
  readonly code: string;
  readonly error: string | null;
  /** Errors that nobody caught, in timers and promises. */
  readonly caught?: readonly string[];
  readonly outputs: readonly { readonly kind: string; readonly mime: readonly string[]; readonly text: string }[];
}

/** What became of a notebook. */
export interface NotebookRun {
  readonly path: string;
  readonly seconds: number;
  /** What nbformat has against it. */
  readonly invalid: string | null;
  /** Why it could not be run to its end, if not by an error of a cell. */
  readonly failed: string | null;
  readonly cells: readonly CellRun[];
}

/** A notebook, and the folder in which its cells run. */
export type Placed = readonly [folder: string, notebook: string];

/** Runs notebooks, two at a time, with the network's proxies leading nowhere; past a cell that fails, if that is asked for. */
export async function runNotebooks(
  notebooks: readonly Placed[],
  { pastErrors = false } = {},
): Promise<readonly NotebookRun[]> {
  const home = mkdtempSync(join(tmpdir(), "demarche-jupyter-"));
  const kernel = join(home, "kernels", "deno");
  mkdirSync(kernel, { recursive: true });
  const argv = [await deno(), "jupyter", "--kernel", "--conn", "{connection_file}"];
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify({ argv, display_name: "Deno", language: "typescript" }));
  const nowhere = "http://127.0.0.1:9";
  const env = {
    ...process.env,
    JUPYTER_PATH: home,
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    IPYTHONDIR: join(home, "ipython"),
    DENO_DIR: join(home, "deno"),
    DENO_NO_UPDATE_CHECK: "1",
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
  };
  const program = resolve("test/support/run-notebooks.py");
  const options = { env, maxBuffer: 2 ** 28 };
  const { stdout } = await promisify(execFile)(
    python ?? "python3",
    [program, ...(pastErrors ? ["--past-errors"] : []), ...notebooks.flat()],
    options,
  );
  return JSON.parse(stdout);
}
