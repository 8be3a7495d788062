/** `demarche journal serve` as a class meets it, and as whoever means ill meets it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { processIo } from "../../src/cli/io.ts";
import { type Serving, serveJournal } from "../../src/cli/journal/serve/server.ts";
import { run } from "../../src/cli/journal/serve.ts";
import { type DiplomaticEvent, event } from "../../src/events/index.ts";
import { type Journal, memoryJournal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { journalEntries, readScenario } from "../../src/scenario/index.ts";
import { violations } from "../support/accessible.ts";
import { browser, noBrowser } from "../support/chromium.ts";
import { demarche, flagship, folder } from "../support/cli.ts";
import { asked, fed, hungUp, type Program, posted, served } from "../support/serving.ts";

const STREAM = "iran-pakistan-2024";
const text = readFileSync(flagship, "utf8");
const { scenario } = readScenario(text, { file: flagship });
if (scenario === undefined) throw new Error("The flagship can't be read.");
const entries = journalEntries(scenario, text);

/** An event in braces. */
const talks = (id: string): string =>
  `{ id: ${id}, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }`;
/** The same as data. */
const call = (id: string) =>
  event({ id, at: "2024-02-10", act: "consult-by-phone", from: ["IRN"], to: ["PAK"], cite: ["morrow"] });

/** A journal of the flagship that is served until the test is over. */
async function serving(given: Partial<Serving> = {}, journal: Journal = memoryJournal()) {
  if ((await journal.head()).position === 0) await journal.append(STREAM, entries);
  const { port, close } = await serveJournal(journal, { host: "127.0.0.1", port: 0, names: ["localhost"], ...given });
  onTestFinished(async () => {
    await close();
    await journal.close();
  });
  return { journal, port, close };
}

/** The flagship in a file. */
async function begun(path: string): Promise<Journal> {
  const journal = sqliteJournal(path, { create: true });
  await journal.append(STREAM, entries);
  return journal;
}

/** Waits for what comes soon, on a busy machine too. */
const soon = <Value>(find: () => Promise<Value>) => expect.poll(find, { timeout: 20_000 });

describe("what is read", () => {
  test("are the records that the parameters ask for, a line of JSON each, and where the journal ends", async () => {
    const { journal, port } = await serving();
    const { status, text: lines, headers } = await asked(port, "/records?act=strike&actor=IRN&after=1&at=2024-01-20");
    const wanted = await Array.fromAsync(journal.read({ act: "strike", actor: "IRN", after: 1, at: "2024-01-20" }));
    expect(wanted.length).toBe(2);
    expect(status).toBe(200);
    expect(
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(wanted);
    expect(headers["content-type"]).toContain("jsonl");
    const head = JSON.parse((await asked(port, "/head")).text);
    expect(head).toMatchObject({ ...(await journal.head()), streams: await journal.streams() });
    const stand = JSON.parse((await asked(port, "/stand")).text);
    expect(stand).toMatchObject({ stream: STREAM, position: 21, situation: { course: "normal.full" } });
    const plain = await asked(port, "/records.txt?position=3");
    expect(plain.headers["content-type"]).toContain("text/plain");
    expect(plain.text).toContain("up to position 3");
    expect(plain.text).toContain("2024-01-16 IRN → PAK strike (strike)");
    expect(plain.text).not.toContain("(visit)");
  });

  test("is refused with everything that is wrong, and the nearest word", async () => {
    const { port } = await serving();
    const { status, text: said } = await asked(
      port,
      "/records?act=stryke&after=-1&at=2024-02-30&afer=2&actor=A&actor=B",
    );
    expect(status).toBe(400);
    expect(JSON.parse(said).problems.map(({ path, message }: Record<string, string>) => `${path}: ${message}`)).toEqual(
      [
        "afer: There is no parameter afer here. Did you mean after? Parameters: stream, branch, actor, act, after, position, at, recordedAt.",
        "actor: It is given twice.",
        "act: There is no act stryke. Did you mean strike?",
        "at: 2024-02-30 is no date: expected YYYY-MM-DD or YYYY-MM-DDThh:mm.",
        "after: -1 is no position: expected a whole number.",
      ],
    );
    const other = await asked(port, "/records?branch=iran-pakistan-2042");
    expect(other.status).toBe(404);
    expect(JSON.parse(other.text).error).toContain(`Did you mean ${STREAM}?`);
  });
});

describe("what is appended", () => {
  test("by two who expected the same comes in once; the other is shown what came", async () => {
    const { journal, port } = await serving();
    const both = await Promise.all(
      ["one", "two"].map((id) => posted(port, { stream: STREAM, entries: [talks(id)], expected: 21 })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won = both.find(({ status }) => status === 200);
    const lost = both.find(({ status }) => status === 409);
    expect(won).toMatchObject({ stream: STREAM, version: 22, positions: [22], added: 1 });
    expect(lost).toMatchObject({ code: "conflict", expected: 21, found: 22, left: 0 });
    expect(lost.meanwhile).toEqual(await Array.fromAsync(journal.read({ after: 21 })));
  });

  test("once more is there already, and under the same id with another content is refused", async () => {
    const { journal, port } = await serving();
    const first = await posted(port, { stream: STREAM, entries: [call("once")], expected: 21 });
    const again = await posted(port, { stream: STREAM, entries: [call("once")], expected: 21 });
    expect([first, again]).toMatchObject([
      { status: 200, positions: [22], added: 1 },
      { status: 200, positions: [22], added: 0 },
    ]);
    const other = { ...call("once"), at: "2024-02-11" };
    expect(await posted(port, { stream: STREAM, entries: [other] })).toMatchObject({ status: 409, code: "id-clash" });
    expect(await journal.head()).toMatchObject({ position: 22 });
  });

  test("by many at once who expect nothing comes in whole, whatever another process appends between", async () => {
    const path = join(folder(), "many.db");
    const { journal, port } = await serving({}, await begun(path));
    const other = sqliteJournal(path);
    onTestFinished(() => other.close());
    const ids = Array.from({ length: 8 }, (_, k) => `many-${k}`);
    const [posts] = await Promise.all([
      Promise.all(ids.map((id) => posted(port, { stream: STREAM, entries: [call(id)] }))),
      (async () => {
        for (const id of ids) await other.append(STREAM, [call(`other-${id}`)]);
      })(),
    ]);
    expect(posts.map(({ status }) => status)).toEqual(ids.map(() => 200));
    const there = (await Array.fromAsync(journal.read({ after: 21 }))).map(
      ({ entry }) => "event" in entry && entry.event?.id,
    );
    expect(there.toSorted()).toEqual([...ids, ...ids.map((id) => `other-${id}`)].toSorted());
  });

  test("must leave a scenario that can be read: a fork, a correction and a new crisis too", async () => {
    const { journal, port } = await serving();
    const { hash } = (await Array.fromAsync(journal.read({ position: 7 }))).at(-1) ?? { hash: "" };
    const fork = { kind: "fork", id: "fork:calm", parent: STREAM, version: 7, digest: hash };
    const quiet = { ...call("quiet"), at: "2024-01-19" };
    expect(await posted(port, { stream: "calm", entries: [fork, quiet] })).toMatchObject({ status: 200, version: 2 });
    const uncited = { ...call("uncited"), at: "2024-01-19", cite: ["nobody"] };
    expect(await posted(port, { stream: "calm", entries: [uncited] })).toMatchObject({ status: 400 });
    const withdraw = { kind: "correction", id: "correct:accord", corrects: "accord", because: "Denied." };
    const refused = await posted(port, { stream: STREAM, entries: [withdraw] });
    expect(refused).toMatchObject({ status: 400, code: "unreadable-scenario" });
    expect(refused.problems[0]).toMatchObject({ code: "unknown-event", severity: "error" });
    expect(await posted(port, { stream: "again", entries, expected: "none" })).toMatchObject({
      status: 200,
      added: 21,
    });
    expect((await journal.head()).position).toBe(44);
  });

  test.each([
    ["no object", [], "Invalid input: expected object"],
    ["nothing", { stream: STREAM, entries: [] }, "expected a list of 1 to 1000"],
    ["texts and data mixed", { stream: STREAM, entries: [talks("x"), call("y")] }, "expected a list"],
    ["a version of no kind", { stream: STREAM, entries: [talks("x")], expected: "some" }, "expected a version, none"],
    ["an unknown key", { stream: STREAM, entries: [talks("x")], expect: 21 }, "expect"],
    [
      "a prototype",
      `{"stream":"${STREAM}","entries":[{"kind":"event","event":{"__proto__":{"id":"x"},"act":"strike"}}]}`,
      'Unrecognized key: "__proto__"',
    ],
    ["a stream of no name", { stream: "'; DROP TABLE record; --", entries: [call("x")] }, "no name of a stream"],
    ["an act of no catalogue", { stream: STREAM, entries: [{ ...call("x"), act: "constructor" }] }, "no act"],
    [
      "a text that says something else",
      { stream: STREAM, entries: [{ kind: "event", event: call("x"), text: `  - ${talks("other")}\n` }] },
      "does not say what its event says",
    ],
    [
      "a text with more in it",
      {
        stream: STREAM,
        entries: [{ kind: "event", event: call("x"), text: `  - ${talks("x")}\n  - ${talks("other")}\n` }],
      },
      "does not say what its event says",
    ],
    ["braces that are none", { stream: STREAM, entries: ["id: x"] }, "A mapping in braces was expected."],
    ["braces for no scenario", { stream: "other", entries: [talks("x")] }, "holds no scenario"],
    ["half of JSON", '{"stream":', "The body is no JSON."],
    [
      "a deep nest",
      `{"stream":"${STREAM}","entries":[{"event":${"[".repeat(100_000)}${"]".repeat(100_000)},"kind":"event"}]}`,
      "expected record",
    ],
    [
      "a deep nest in a claim",
      `{"stream":"${STREAM}","entries":[{"kind":"event","event":${JSON.stringify(call("x")).replace('"claims":[]', `"claims":${"[".repeat(100_000)}${"]".repeat(100_000)}`)}}]}`,
      "claims",
    ],
  ])("as %s is refused with a sentence, and changes nothing", async (_, data, said) => {
    const { journal, port } = await serving();
    const refused = await posted(port, data);
    expect(refused.error).toContain(said);
    expect(refused.status).toBe(400);
    expect(await journal.head()).toMatchObject({ position: 21 });
  });

  test("says everything that is wrong with an event at once", async () => {
    const { port } = await serving();
    const problemsOf = async (event: string) => {
      const { problems } = await posted(port, { stream: STREAM, entries: [event] });
      return problems.map(({ code, suggestion }: Record<string, string>) => [code, suggestion]);
    };
    expect(await problemsOf(talks("late").replace("2024-02-10", "2024-02-30").replace("phone", "fone"))).toEqual([
      ["bad-date", undefined],
      ["unknown-act", "consult-by-phone"],
    ]);
    expect(await problemsOf(talks("late").replace("IRN", "IRM").replace("morrow", "morow"))).toEqual([
      ["unknown-actor", "IRN"],
      ["unknown-source", "morrow"],
    ]);
    const two = await posted(port, {
      stream: STREAM,
      entries: [
        { ...call("a"), at: "soon" },
        { ...call("b"), act: "x" },
      ],
    });
    expect(two.problems.map(({ path }: Record<string, string>) => path)).toEqual(["entries.0", "entries.1"]);
  });
});

describe("what comes live", () => {
  test("goes on after every break where it was: nothing is missing and nothing comes twice", async () => {
    const path = join(folder(), "live.db");
    const { port } = await serving({}, await begun(path));
    const other = sqliteJournal(path);
    onTestFinished(() => other.close());
    const heard: number[] = [];
    const writing = (async () => {
      for (let k = 0; k < 40; k += 1) await other.append(STREAM, [call(`call-${k}`)]);
    })();
    for (let last = ""; heard.length < 61; last = String(heard.at(-1))) {
      const { events, off, headers } = await fed(port, "/live", last === "" ? {} : { "Last-Event-ID": last });
      expect(headers.get("content-type")).toContain("text/event-stream");
      let left = 13;
      for await (const { id, data } of events) {
        expect(data.position).toBe(Number(id));
        heard.push(data.position);
        left -= 1;
        if (left === 0 || heard.length === 61) break;
      }
      off();
    }
    await writing;
    expect(heard).toEqual(Array.from({ length: 61 }, (_, k) => k + 1));
  });

  test("is what was asked for, in words too, with what hides made visible", async () => {
    const { journal, port } = await serving();
    const { events, off } = await fed(port, "/live?actor=IRN&act=consult-by-phone&after=21");
    const because = "A slip\u202e.";
    await journal.append(STREAM, [
      { ...call("other"), from: ["PAK"], to: ["USA"] },
      call("mine"),
      {
        kind: "correction",
        id: "correct:mine",
        corrects: "mine",
        because,
        event: { ...call("mine"), at: "2024-02-11" },
      },
    ]);
    const [one, two] = [await events.next(), await events.next()];
    off();
    expect(one.value.data).toMatchObject({ position: 23, said: "2024-02-10 IRN → PAK consult-by-phone (mine)" });
    expect(two.value.data).toMatchObject({ position: 24, entry: { because } });
    expect(two.value.data.said).toContain("A slip\\u{202E}.");
  });

  test("tells its clients that the server stops, and lets nobody wait for it", async () => {
    const { port, close } = await serving();
    const { events } = await fed(port, "/live?after=21");
    await close();
    expect((await events.next()).value).toMatchObject({ event: "stopped", data: { error: "The server was stopped." } });
    expect((await events.next()).done).toBe(true);
    await expect(asked(port, "/head")).rejects.toThrow("ECONNREFUSED");
  });
});

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
  ])("%s is refused", async (_, method, path, headers, status, said) => {
    const { journal, port } = await serving();
    const refused = await asked(port, path, { method, headers, ...(method === "POST" ? { body } : {}) });
    expect(JSON.parse(refused.text).error).toContain(said);
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
    expect((await asked(port, "/append", { method: "POST", headers: { ...json, ...own }, body })).status).toBe(400);
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

  test("and takes nothing of a long answer is cut off; no more of it was read than a connection holds", async () => {
    const before = "x".repeat(1_000_000);
    const long = memoryJournal();
    await long.append(
      "long",
      Array.from({ length: 16 }, (_, k) => ({ kind: "frame", id: `frame:${k}`, before, after: "" })),
    );
    let read = 0;
    const counted: Journal["read"] = async function* (query) {
      for await (const record of long.read(query)) {
        read += 1;
        yield record;
      }
    };
    const { port } = await serving({ limits: { patience: 200 } }, { ...long, read: counted });
    for (const path of ["/records", "/live"]) {
      read = 0;
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      await new Promise((resolve) => setTimeout(resolve, 600));
      await expect(response.text()).rejects.toThrow("terminated");
      expect(read).toBeLessThan(16);
    }
    expect((await asked(port, "/records")).text.trimEnd().split("\n")).toHaveLength(16);
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
  ])("%j with %j is refused", async (args, options, said) => {
    const path = join(place, args[0] ?? "");
    await expect(run({ args: [path], options: { ...options }, io: processIo() })).rejects.toThrow(said);
  });
});

describe.skipIf(noBrowser)("the page in Chromium", () => {
  const place = folder();
  const complaints: string[] = [];
  const foreign: string[] = [];
  let chromium: Browser;
  let page: Page;
  let program: Program;
  /** The same journal, opened by another process than the one that serves it. */
  let others: Journal;

  beforeAll(async () => {
    others = await begun(join(place, "case.db"));
    [program, chromium] = await Promise.all([served(["case.db", "--port", "0"], place), browser()]);
    const [address = ""] = program.addresses;
    page = await (await chromium.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    await page.goto(address);
  });
  afterAll(async () => {
    await chromium?.close();
    await others?.close();
    program?.child.kill("SIGKILL");
  });

  const status = () => page.locator("#status").textContent();
  const latest = () => page.locator("#records li").first().textContent();

  test("shows the streams, where the line stands and every record, on a phone and without a violation", async () => {
    await soon(status).toBe("Live: 21 records.");
    expect(await page.locator("#records li").count()).toBe(21);
    expect(await page.locator("#stream").inputValue()).toBe(STREAM);
    await soon(() => page.locator("#stand").textContent()).toContain("coursenormal (full)");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page)).toEqual([]);
    }
  });

  test("sees what another process appends, as text whatever it says", async () => {
    const because = '<img src=x onerror="document.title=1"></script><b>bold</b> \u202e';
    const visit = scenario.events.find(({ id }) => id === "visit");
    const later = { ...visit, at: "2024-01-30" } as DiplomaticEvent;
    await others.append(STREAM, [{ kind: "correction", id: "correct:1", corrects: "visit", because, event: later }]);
    await soon(latest).toContain("@22");
    expect(await latest()).toContain('visit corrected: now 2024-01-30 IRN → PAK visit (visit). <img src=x onerror="');
    expect(await latest()).toContain("\\u{202E}");
    expect(await page.locator("#records :is(img, b, script)").count()).toBe(0);
    await soon(() => page.locator("#stand-told").textContent()).toContain("up to position 22");
  });

  test("appends what is written into it; who comes too late is shown what the others did, and decides again", async () => {
    const box = page.getByLabel("An event, in braces");
    const button = page.getByRole("button", { name: "Append" });
    await box.fill('{ id: mine, at: "2024-02-31", act: consult-by-fone, from: IRN, to: PAK, cite: morrow }');
    await button.click();
    await soon(() => page.getByRole("alert").textContent()).toContain("Did you mean consult-by-phone?");
    expect(await violations(page)).toEqual([]);
    await box.fill(talks("mine"));
    await others.append(STREAM, [call("theirs")]);
    await soon(latest).toContain("(theirs)");
    await button.click();
    await soon(() => page.getByRole("alert").textContent()).toContain("Others appended meanwhile, at position 23.");
    await button.click();
    await soon(() => page.locator("#appended").textContent()).toBe("Appended at position 24.");
    await soon(latest).toContain("(mine)");
    expect(await page.locator("#records li").count()).toBe(24);
  });

  test("asked nobody else for anything, and complained of nothing but the refusals", () => {
    expect(foreign).toEqual([]);
    expect(complaints.filter((text) => !/status of (400|409)/.test(text))).toEqual([]);
  });

  test("is told when the server stops, which it does at once", async () => {
    expect(await program.end("SIGTERM")).toBe(0);
    await soon(status).toBe("The server was stopped. It is looked for again by itself.");
  });

  test("goes on by itself where it was when the server is there again", async () => {
    const { port } = new URL(page.url());
    await others.append(STREAM, [call("later")]);
    program = await served(["case.db", "--port", port], place);
    await soon(latest).toContain("(later)");
    expect(await page.locator("#records li").count()).toBe(25);
  });
});
