import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { processIo } from "../../src/cli/io.ts";
import { run } from "../../src/cli/journal/serve.ts";
import { type Journal, memoryJournal } from "../../src/journal/index.ts";
import { demarche, folder } from "../support/cli.ts";
import { begun, STREAM, serving, talks } from "../support/served-case.ts";
import { asked, fed, hungUp, served } from "../support/serving.ts";

describe("who means ill", () => {
  const evil = { Host: "evil.example" };
  const json = { "Content-Type": "application/json" };
  const body = JSON.stringify({ stream: STREAM, entries: [talks("x")] });

  test.each([
    ["a name that was bent to this machine", "GET", "/head", evil, 403, "another host"],
    ["a host within a host", "GET", "/head", { Host: "localhost:1@evil.example" }, 403, "another host"],
    [
      "a page of another site that posts",
      "POST",
      "/append",
      { ...json, Origin: "http://evil.example" },
      403,
      "another site",
    ],
    ["a page of nowhere", "POST", "/append", { ...json, Origin: "null" }, 403, "another site"],
    [
      "a page of another port",
      "POST",
      "/append",
      { ...json, Host: "localhost:4100", Origin: "http://localhost:9" },
      403,
      "another site",
    ],
    [
      "a browser that says so",
      "GET",
      "/records",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" },
      403,
      "another site",
    ],
    [
      "a form of another site",
      "POST",
      "/append",
      { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" },
      403,
      "another site",
    ],
    ["a form", "POST", "/append", { "Content-Type": "text/plain" }, 415, "application/json"],
    ["a body that is packed", "POST", "/append", { ...json, "Content-Encoding": "gzip" }, 415, "not compressed"],
    ["a way out of the folder", "GET", "/../../etc/passwd", {}, 404, "nothing here"],
    ["a way out, in other letters", "GET", "/%2e%2e/%2e%2e/etc/passwd", {}, 404, "nothing here"],
    ["another host as the path", "GET", "//evil.example/head", {}, 404, "nothing here"],
    ["a whole address as the path", "GET", "http://evil.example/head", {}, 404, "nothing here"],
    ["a property of objects", "GET", "/constructor", {}, 404, "nothing here"],
    ["a method that is not taken", "DELETE", "/records", {}, 405, "takes GET only"],
    ["a method of objects", "GET", "/append", {}, 405, "takes POST only"],
    ["a question before a post", "OPTIONS", "/append", { Origin: "http://evil.example" }, 403, "another site"],
    ["a place that is none", "GET", "/live", { "Last-Event-ID": "1; DROP" }, 400, "no position"],
  ])("%s is refused", async (_, method, path, headers, status, message) => {
    const { journal, port } = await serving();
    const refused = await asked(port, path, { method, headers, ...(method === "POST" ? { body } : {}) });
    expect(JSON.parse(refused.text).error).toContain(message);
    expect(refused.status).toBe(status);
    expect(refused.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
    expect(refused.headers["access-control-allow-origin"]).toBeUndefined();
    expect((await journal.head()).position).toBe(21);
  });

  test("is not who comes through a proxy of ours, or follows a link", async () => {
    const { port } = await serving();
    const proxied = { ...json, Host: "127.0.0.1:4100", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors" };
    expect((await asked(port, "/append", { method: "POST", headers: proxied, body })).status).toBe(200);
    const own = { Host: "localhost:4100", Origin: "http://localhost:4100" };
    expect((await asked(port, "/append", { method: "POST", headers: { ...json, ...own }, body })).status).toBe(200);
    const link = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" };
    expect((await asked(port, "/", { headers: link })).status).toBe(200);
    expect((await asked(port, "/head", { headers: { Host: "[::1]:4100" } })).status).toBe(200);
  });

  test("and has no token reads nothing and appends nothing; in an address it opens nothing but what is read", async () => {
    const { port } = await serving({ token: "the-token" });
    const bearer = { Authorization: "Bearer the-token" };
    const codes = async (path: string, headers = {}) => (await asked(port, path, { headers })).status;
    for (const path of ["/", "/head", "/stand", "/records", "/records.txt", "/live"]) {
      expect(await codes(path)).toBe(401);
      expect(await codes(`${path}?token=the-tokem`)).toBe(401);
    }
    expect(await codes("/head?token=the-token")).toBe(200);
    expect((await asked(port, "/?token=the-token")).text).toContain('href="records.txt?token=the-token"');
    expect(await codes("/head", bearer)).toBe(200);
    const all = { ...json, ...bearer };
    expect((await asked(port, "/append?token=the-token", { method: "POST", headers: json, body })).status).toBe(401);
    expect((await asked(port, "/append", { method: "POST", headers: all, body })).status).toBe(200);
  });

  test("and sends too much is told so, before it is read where that was announced", async () => {
    const { journal, port } = await serving({ limits: { body: 1000 } });
    const long = `POST /append HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
    expect(await hungUp(port, `${long}Content-Length: 99999999999\r\n\r\n`)).toContain("413 Payload Too Large");
    const chunk = `3e8\r\n${" ".repeat(1000)}\r\n`;
    expect(await hungUp(port, `${long}Transfer-Encoding: chunked\r\n\r\n${chunk}`, chunk)).toContain(
      "longer than 1000 bytes",
    );
    const wide = `GET /head HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n\r\n`;
    expect(await hungUp(port, wide)).toContain("431 Request Header Fields Too Large");
    expect(await hungUp(port, "GET /head HTTP/1.0\r\n\r\n")).toContain("another host");
    expect(await hungUp(port, "\x16\x03\x01 no HTTP at all\r\n\r\n")).toContain("400 Bad Request");
    expect((await journal.head()).position).toBe(21);
  });

  test("and sends slowly, or nothing, is cut off", async () => {
    const { port } = await serving({ limits: { request: 300 } });
    const head = "POST /append HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    const [silent, slowHead, slowBody] = await Promise.all([
      hungUp(port, ""),
      hungUp(port, head, "X: y\r\n"),
      hungUp(port, `${head}Content-Length: 900\r\n\r\n`, " "),
    ]);
    expect(silent).toContain("408 Request Timeout");
    expect(slowHead).toContain("The request came too slowly.");
    expect(slowBody).toContain("408 Request Timeout");
    expect((await asked(port, "/head")).status).toBe(200);
  });

  test("and takes nothing of a long answer is cut off; no more of it was read than a connection holds", {
    tags: "long",
  }, async () => {
    const before = "x".repeat(1_000_000);
    const long = memoryJournal();
    await long.append(
      "long",
      Array.from({ length: 16 }, (_, k) => ({ kind: "frame", id: `frame:${k}`, before, after: "" })),
    );
    let read = 0;
    let letGo = (): void => undefined;
    const counted: Journal["read"] = async function* (query) {
      try {
        for await (const record of long.read(query)) {
          read += 1;
          yield record;
        }
      } finally {
        letGo();
      }
    };
    const { port } = await serving({ limits: { patience: 200 } }, { ...long, read: counted });
    for (const [path, end] of [
      ["/records", "\r\n0\r\n\r\n"],
      ["/live", "id: 16\n"],
    ] as const) {
      read = 0;
      const cutOff = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const reader = connect(port, "127.0.0.1").on("error", () => undefined);
      reader.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await cutOff;
      expect(read).toBeLessThan(16);
      let taken = "";
      reader.setEncoding("utf8").on("data", (text) => {
        taken += text;
      });
      await once(reader, "close");
      expect(taken).not.toContain(end);
    }
    expect((await asked(port, "/head")).status).toBe(200);
    // Who takes what comes has all of it, however slow the machine is.
    const patient = await serving({ limits: { patience: 600_000 } }, long);
    expect((await asked(patient.port, "/records")).text.trimEnd().split("\n")).toHaveLength(16);
  });

  test("and comes too often finds the door shut, and the others are served on", async () => {
    const { port } = await serving({ limits: { live: 2 } });
    const feeds = [await fed(port, "/live"), await fed(port, "/live")];
    expect((await asked(port, "/live")).status).toBe(503);
    expect((await asked(port, "/head")).status).toBe(200);
    feeds[0]?.off();
    await expect
      .poll(async () => {
        const { status, off } = await fed(port, "/live");
        off();
        return status;
      })
      .toBe(200);
    feeds[1]?.off();
  });
});

test("who opens connections and asks nothing keeps nobody out", async () => {
  const { port } = await serving({ limits: { connections: 3 } });
  const silent = Array.from({ length: 6 }, () => connect(port, "127.0.0.1").on("error", () => undefined));
  await Promise.all(silent.map(async (one) => one.readyState === "open" || once(one, "connect")));
  expect((await asked(port, "/head")).status).toBe(200);
  for (const one of silent) one.destroy();
});

test("one event can't be as long as a whole body", async () => {
  const { port } = await serving();
  const long = `{ id: x, at: "2024-01-30", act: make-statement, from: [${"IRN, ".repeat(20_000)}PAK] }`;
  const body = JSON.stringify({ stream: STREAM, entries: [long] });
  const headers = { "Content-Type": "application/json" };
  const { status, text } = await asked(port, "/append", { method: "POST", headers, body });
  expect({ status, told: text.includes("longer than 65536 characters") }).toEqual({ status: 400, told: true });
});

test("what is made of more values than a thousand events have is refused before it is looked at", async () => {
  const { port } = await serving();
  const body = JSON.stringify({ stream: STREAM, entries: Array(100).fill(`{ because: [${"a,".repeat(1000)}a] }`) });
  const headers = { "Content-Type": "application/json" };
  const { status, text } = await asked(port, "/append", { method: "POST", headers, body });
  expect(status).toBe(413);
  expect(text).toContain("more than 60000 commas, colons and brackets");
});

describe("the program", () => {
  const place = folder();
  beforeAll(async () => {
    await (await begun(join(place, "case.db"))).close();
  });

  test("lets others in only with a token that it draws and prints, and ends at Ctrl-C", async () => {
    const program = await served(["case.db", "--port", "0", "--host", "0.0.0.0"], place);
    const address = new URL(program.addresses[0] ?? "");
    const token = address.searchParams.get("token") ?? "";
    expect(token).toMatch(/^[\w-]{24}$/);
    const port = Number(address.port);
    expect((await asked(port, "/head")).status).toBe(401);
    expect((await asked(port, `/head?token=${token}`)).status).toBe(200);
    expect((await asked(port, `/head?token=${token}`, { headers: { Host: "evil.example" } })).status).toBe(403);
    const taken = demarche(["journal", "serve", "case.db", "--port", String(port)], { cwd: place });
    expect(taken).toMatchObject({ code: 2, out: "" });
    expect(taken.err).toContain("is taken by another program: choose another with --port.");
    expect(await program.end("SIGINT")).toBe(0);
  });

  test.each([
    [["case.db"], { port: "70000" }, "--port 70000: expected a whole number from 0 to 65535."],
    [["case.db"], { host: "192.0.2.1" }, "--host 192.0.2.1: this machine has no such address."],
    [["case.db#calm"], {}, "The whole journal is served"],
    [["nowhere.db"], {}, "There is no journal"],
  ])("%j with %j is refused", async (args, options, message) => {
    const path = join(place, args[0] ?? "");
    await expect(run({ args: [path], options: { ...options }, io: processIo() })).rejects.toThrow(message);
  });
});
