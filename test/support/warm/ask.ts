/** Asks the warm program of this test file for a run, and waits for it as for any function. */
import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Ran } from "../cli.ts";
import type { Call } from "./program.ts";

interface Keeper {
  readonly port: MessagePort;
  readonly answered: Int32Array;
}

/** No limit of a test: only so that a run that never ends is an error with a name. */
const PATIENCE = 600_000;

let keeper: Keeper | undefined;

/** What the program answers. */
export function asked(call: Call): Ran {
  keeper ??= started();
  Atomics.store(keeper.answered, 0, 0);
  keeper.port.postMessage(call);
  Atomics.wait(keeper.answered, 0, 0, PATIENCE);
  const received: { readonly message: Ran } | undefined = receiveMessageOnPort(keeper.port);
  if (received === undefined) throw new Error(`It did not end within ten minutes: ${call.argv.slice(1).join(" ")}`);
  return received.message;
}

/** It ends with this process. */
function started(): Keeper {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { port: port2, answered };
  const worker = new Worker(join(import.meta.dirname, "keeper.ts"), {
    workerData,
    transferList: [port2],
    execArgv: [],
    env: {},
  });
  worker.unref();
  port1.unref();
  return { port: port1, answered };
}
