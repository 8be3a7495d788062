/** What a journal does is seen as spans by the OpenTelemetry SDK, and no entry's content is among them. */
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import { foldJournal, forkStream, fromCloudEvents, memoryJournal, verifyJournal } from "../../src/journal/index.ts";
import { otelHooks } from "../../src/server/otel.ts";
import { manyEvents, recordsOf } from "../support/journals.ts";

function traced() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const journal = memoryJournal({ hooks: otelHooks(provider.getTracer("test")) });
  return { journal, spans: () => exporter.getFinishedSpans() };
}

test("appends and reads are spans with the stream and how many entries", async () => {
  const { journal, spans } = traced();
  await journal.append("one", manyEvents(3));
  await journal.appendAll([
    { stream: "two", entries: manyEvents(2) },
    { stream: "three", entries: manyEvents(1) },
  ]);
  await Array.fromAsync(journal.read({ stream: "one", after: 1 }));
  expect(
    spans().map(({ name, kind, attributes, status }) => ({ name, kind, attributes, status: status.code })),
  ).toEqual([
    {
      name: "journal append",
      kind: SpanKind.CLIENT,
      attributes: { "demarche.journal": "memory", "demarche.stream": "one", "demarche.entries": 3 },
      status: SpanStatusCode.UNSET,
    },
    {
      name: "journal append",
      kind: SpanKind.CLIENT,
      attributes: { "demarche.journal": "memory", "demarche.entries": 3 },
      status: SpanStatusCode.UNSET,
    },
    {
      name: "journal read",
      kind: SpanKind.CLIENT,
      attributes: {
        "demarche.journal": "memory",
        "demarche.stream": "one",
        "demarche.after": "1",
        "demarche.entries": 2,
      },
      status: SpanStatusCode.UNSET,
    },
  ]);
});

test("forks, checks, folds and imports are spans of their own", async () => {
  const { journal, spans } = traced();
  await journal.append("one", manyEvents(3));
  await forkStream(journal, "one", "two");
  await verifyJournal(journal);
  await foldJournal(journal, { branch: "two", beginning: { dyad: { a: "IRN", b: "PAK" } } });
  await fromCloudEvents(journal, []);
  const names = new Set(spans().map(({ name }) => name));
  for (const name of ["journal fork", "journal verify", "journal fold", "journal import"])
    expect(names).toContain(name);
});

test("an append that is refused is a span with its error", async () => {
  const { journal, spans } = traced();
  await expect(journal.append("one", manyEvents(1), { expected: 5 })).rejects.toThrow("expected to be at version 5");
  const [span] = spans();
  expect(span?.status).toMatchObject({ code: SpanStatusCode.ERROR });
  expect(span?.events.map(({ name, attributes }) => [name, attributes?.["exception.message"]])).toEqual([
    ["exception", "one was expected to be at version 5, and it is empty. Nothing was appended."],
  ]);
});

test("a reader who goes away early, and one who meets an error, end their span too", async () => {
  const { journal, spans } = traced();
  await journal.append("one", manyEvents(3));
  for await (const { position } of journal.read()) if (position === 2) break;
  await expect(Array.fromAsync(journal.read({ at: "never" }))).rejects.toThrow("no date");
  const [, early, failed] = spans();
  expect(early?.attributes["demarche.entries"]).toBe(2);
  expect(early?.status.code).toBe(SpanStatusCode.UNSET);
  expect(failed?.status.code).toBe(SpanStatusCode.ERROR);
});

test("nothing of what an entry says is told", async () => {
  const { journal, spans } = traced();
  await journal.append("one", [
    { ...manyEvents(1)[0], id: "e0", note: "a secret" } as ReturnType<typeof manyEvents>[0],
  ]);
  await recordsOf(journal);
  expect(JSON.stringify(spans().map(({ attributes, events, name }) => [attributes, events, name]))).not.toMatch(
    /secret|lodge-protest|PAK/,
  );
});
