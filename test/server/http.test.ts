import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { lineageOf, readLineage } from "../../src/scenario/index.ts";
import { folder } from "../support/cli.ts";
import { begun, call, entries, recorded, STREAM, serving, talks } from "../support/served-case.ts";
import { asked, fed, posted } from "../support/serving.ts";

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
    const { status, text: body } = await asked(
      port,
      "/records?act=stryke&after=-1&at=2024-02-30&afer=2&actor=A&actor=B",
    );
    expect(status).toBe(400);
    expect(JSON.parse(body).problems.map(({ path, message }: Record<string, string>) => `${path}: ${message}`)).toEqual(
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
    const text = { stream: STREAM, entries: [talks("in-braces")] };
    const version = (await posted(port, text)).version;
    expect(await posted(port, text)).toMatchObject({ status: 200, added: 0, version });
    expect(await journal.head()).toMatchObject({ position: 23 });
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
    ["braces that are none", { stream: STREAM, entries: ["id: x"] }, "A mapping in braces was expected."],
    ["braces for no scenario", { stream: "other", entries: [talks("x")] }, "holds no scenario"],
    ["half of JSON", '{"stream":', "The body is no JSON."],
    [
      "a deep nest",
      `{"stream":"${STREAM}","entries":[{"event":${"[".repeat(25_000)}${"]".repeat(25_000)},"kind":"event"}]}`,
      "expected an event",
    ],
    [
      "a deep nest in a claim",
      `{"stream":"${STREAM}","entries":[{"kind":"event","event":${JSON.stringify(call("x")).replace('"claims":[]', `"claims":${"[".repeat(25_000)}${"]".repeat(25_000)}`)}}]}`,
      "claims",
    ],
  ])("as %s is refused with a sentence, and changes nothing", async (_, data, message) => {
    const { journal, port } = await serving();
    const refused = await posted(port, data);
    expect(refused.error).toContain(message);
    expect(refused.status).toBe(400);
    expect(await journal.head()).toMatchObject({ position: 21 });
  });

  test("with a text beside it, as releases before wrote it, is its event alone", async () => {
    const { journal, port } = await serving();
    const text = `  - ${talks("x")}\n  - ${talks("other")}\n`;
    const answer = await posted(port, { stream: STREAM, entries: [{ kind: "event", event: call("x"), text }] });
    expect(answer).toMatchObject({ status: 200, added: 1, version: 22 });
    expect(await posted(port, { stream: STREAM, entries: [call("x")] })).toMatchObject({ status: 200, added: 0 });
    const reading = readLineage(lineageOf(STREAM, await Array.fromAsync(journal.read({ branch: STREAM }))), STREAM);
    expect(reading.scenario?.events.map(({ id }) => id)).toEqual([...recorded.map(({ id }) => id), "x"]);
    expect(reading.text()).not.toContain("id: other");
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
