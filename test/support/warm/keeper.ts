/** A thread that keeps the program warm for tests, which wait meanwhile: it starts it, asks it, and replaces it. */
import { fork } from "node:child_process";
import { join } from "node:path";
import { type MessagePort, workerData } from "node:worker_threads";
import type { Ran } from "../cli.ts";
import type { Answer, Call } from "./program.ts";

const { port, answered }: { readonly port: MessagePort; readonly answered: Int32Array } = workerData;

let ask: ((call: Call) => void) | undefined;

port.on("message", (call: Call) => {
  ask ??= started();
  ask(call);
});

/** Starts a program, and gives what sends it a call. */
function started(): (call: Call) => void {
  const child = fork(join(import.meta.dirname, "program.ts"), {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  /** What comes through its own streams: what Node says itself, and last words. */
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  let isAsked = false;
  const over = (ran: Ran, last: boolean): void => {
    if (last) ask = undefined;
    if (isAsked) give({ code: ran.code, out: ran.out + out, err: ran.err + err });
    isAsked = false;
  };
  child.on("message", (answer: Answer) => {
    over(answer, answer.last);
    if (answer.last) child.disconnect();
  });
  // Who ends amid a call has answered it by that.
  child.on("close", (code) => over({ code, out: "", err: "" }, ask === send));
  function send(call: Call): void {
    [out, err] = ["", ""];
    isAsked = true;
    child.send(call);
  }
  return send;
}

function give(ran: Ran): void {
  port.postMessage(ran);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
}
