#!/usr/bin/python3
"""Runs notebooks in a real Jupyter with the Deno kernel, two at a time, and tells what each cell gave, as JSON.

usage: run-notebooks.py [--timeout SECONDS] [--past-errors] (FOLDER NOTEBOOK)...

Each notebook is validated by nbformat and runs with the folder before it as its working folder. The Deno kernel sends outputs after it
has said that it is idle, so after each cell a probe of ours is run: what it prints comes after everything that the cell
gave. The probe also tells errors that nobody caught, in timers and promises, which Jupyter itself does not hear of.
"""
import argparse
import json
import queue
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
from jupyter_client import KernelManager

SIGN = "\u0001probe "
LISTEN = """
globalThis.__caught = [];
globalThis.addEventListener("error", (event) => {
  event.preventDefault();
  globalThis.__caught.push(String(event.error?.message ?? event.message));
});
globalThis.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  globalThis.__caught.push(String(event.reason?.message ?? event.reason));
});
"""
# The wait lets timers fire that are due.
PROBE = """
{
  await new Promise((done) => setTimeout(done, %d));
  console.log("\\u0001probe " + JSON.stringify({ caught: globalThis.__caught.splice(0) }));
}
"""


def idle(kind, content, mine):
    return mine and kind == "status" and content["execution_state"] == "idle"


def probed(kind, content, mine):
    return kind == "stream" and SIGN in content["text"]


class Session:
    """A kernel and what is asked of it."""

    def __init__(self, folder, timeout):
        self.timeout = timeout
        self.manager = KernelManager(kernel_name="deno")
        self.manager.start_kernel(cwd=folder)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=timeout)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def outputs(self, code, done):
        """Runs code and gives the outputs that come until `done` says so of one of them."""
        asked = self.client.execute(code, store_history=True, allow_stdin=False)
        until = time.monotonic() + self.timeout
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=max(0.01, until - time.monotonic()))
            except queue.Empty:
                raise TimeoutError(f"no answer within {self.timeout} s")
            kind, content = message["msg_type"], message["content"]
            mine = message["parent_header"].get("msg_id") == asked
            if kind in ("stream", "error", "execute_result", "display_data"):
                yield kind, content
            if done(kind, content, mine):
                return

    def cell(self, code, wait):
        """Runs a cell and the probe after it."""
        found = [*self.outputs(code, idle), *self.outputs(PROBE % wait, probed)]
        told = {"outputs": [], "error": None}
        for kind, content in found:
            if kind == "error":
                told["error"] = f"{content['ename']}: {content['evalue']}"
            elif kind == "stream":
                before, _, after = content["text"].partition(SIGN)
                if after:
                    told.update(json.loads(after))
                if before:
                    told["outputs"].append({"kind": "stream", "mime": ["text/plain"], "text": before})
            else:
                data = content["data"]
                told["outputs"].append({"kind": kind, "mime": sorted(data), "text": str(data.get("text/plain", ""))})
        return told


def run(folder, path, timeout, past_errors):
    began = time.monotonic()
    told = {"path": path, "cells": [], "invalid": None, "failed": None}
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        told["invalid"] = str(error)[:500]
    session = None
    try:
        session = Session(folder, timeout)
        list(session.outputs(LISTEN, idle))
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        for index, cell in enumerate(code):
            last = index == len(code) - 1
            told["cells"].append({"id": cell.id, "code": cell.source, **session.cell(cell.source, 300 if last else 0)})
            if told["cells"][-1]["error"] and not past_errors:
                break
    except Exception as error:  # Told to the test, which fails with it.
        told["failed"] = f"{type(error).__name__}: {error}"
    finally:
        if session is not None:
            session.close()
    told["seconds"] = round(time.monotonic() - began, 2)
    return told


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--timeout", type=float, default=600)
    options.add_argument("--past-errors", action="store_true", help="go on after a cell that failed, as some frontends do")
    options.add_argument("notebooks", nargs="+")
    given = options.parse_args()
    with ThreadPoolExecutor(max_workers=2) as pool:
        told = list(pool.map(lambda one: run(*one, given.timeout, given.past_errors), zip(given.notebooks[::2], given.notebooks[1::2])))
    json.dump(told, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
