import { readFileSync } from "node:fs";
import { CloudEvent, type CloudEventV1, HTTP } from "cloudevents";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actIds,
  actOf,
  chainFaults,
  event,
  eventSchema,
  fromCloudEvent,
  isActId,
  toCloudEvent,
  upcast,
  upcasters,
} from "../../src/events/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";

describe("old versions", () => {
  const stored: readonly Record<string, unknown>[] = JSON.parse(readFileSync("test/fixtures/events-v1.json", "utf8"));

  test("a formal expulsion of version 1 is the expulsion of today", () => {
    expect(upcast(stored[0] ?? {})).toMatchObject({ act: "expel-ambassador", version: 2 });
  });

  test("a soft one is the bar that diplomats tell from it", () => {
    expect(upcast(stored[1] ?? {})).toMatchObject({ act: "bar-ambassador", version: 1, because: ["strike"] });
  });

  test("every lifted event is valid today", () => {
    for (const lifted of stored.map(upcast)) {
      const act = String(lifted["act"]);
      expect(isActId(act) && eventSchema(act).safeParse(lifted).success).toBe(true);
    }
  });

  test("a version that this release does not know is refused with a sentence", () => {
    expect(() => upcast({ act: "strike", version: 9 })).toThrow(expect.objectContaining({ code: "unknown-version" }));
    expect(() => upcast({ act: "strike", version: 9 })).toThrow("versions 1 to 1 can be read");
  });

  test("what says no act or no version is left as it is", () => {
    for (const one of [
      {},
      { act: 7, version: 1 },
      { act: "toString", version: 1 },
      { act: "expel-ambassador", a: 1 },
    ]) {
      expect(upcast(one)).toBe(one);
    }
  });

  test("a version below the first is unknown, by its code", () => {
    expect(() => upcast({ act: "expel-ambassador", version: 0 })).toThrow("Version 0 of expel-ambassador is unknown");
  });

  test("the chain of upcasters has no gap, no step twice and none beyond the present", () => {
    const present = new Map(actIds.map((id) => [id, actOf(id).version]));
    expect(chainFaults(upcasters, present)).toEqual([]);
    const [step] = upcasters;
    if (step === undefined) throw new Error("one upcaster expected");
    expect(chainFaults([], present)).toEqual(["expel-ambassador has no upcaster from version 1 to 2."]);
    expect(chainFaults([step, step], present)).toEqual(["expel-ambassador has two upcasters from version 1."]);
    expect(chainFaults([step, { ...step, from: 2 }], present)[0]).toContain("no older event can have");
  });
});

describe("CloudEvents 1.0", () => {
  const events = recordArbitrary({ maxLength: 4 });

  test("the official SDK accepts every event in this form", () => {
    fc.assert(
      fc.property(events, (record) => {
        for (const one of record) {
          const cloud = new CloudEvent({ ...toCloudEvent(one, "/scenarios/test") });
          expect(cloud.validate()).toBe(true);
        }
      }),
    );
  });

  test("an event has its stream, its act, its time to the second, and who acts, joined", () => {
    const accord = event({
      id: "accord",
      act: "agree",
      at: "2024-01-22",
      from: ["IRN", "PAK"],
      terms: [{ act: "return-ambassador", by: "both" }],
    });
    expect(toCloudEvent(accord, "/scenarios/x")).toEqual({
      specversion: "1.0",
      id: "accord",
      source: "/scenarios/x",
      type: "org.demarche.agree",
      time: "2024-01-22T00:00:00Z",
      subject: "IRN+PAK",
      datacontenttype: "application/json",
      data: accord,
    });
    const nobodys = event({ id: "faded", act: "crisis-faded", at: "2024-05-01T10:30", from: [] });
    expect(toCloudEvent(nobodys, "/s")).not.toHaveProperty("subject");
    expect(toCloudEvent(nobodys, "/s").time).toBe("2024-05-01T10:30:00Z");
  });

  test("an event sent structured over HTTP by the SDK comes back the same", () => {
    fc.assert(
      fc.property(events, (record) => {
        for (const one of record) {
          const sent = HTTP.structured(new CloudEvent({ ...toCloudEvent(one, "/scenarios/test") }));
          const got = HTTP.toEvent({ headers: sent.headers, body: sent.body }) as CloudEventV1<unknown>;
          expect(fromCloudEvent(got)).toEqual(one);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("an event of an old version is lifted as it is read", () => {
    const data = JSON.parse(readFileSync("test/fixtures/events-v1.json", "utf8"))[1];
    expect(fromCloudEvent({ type: "org.demarche.expel-ambassador", data })).toMatchObject({ act: "bar-ambassador" });
  });

  test("what is no event of ours is refused", () => {
    const strange =
      '"com.example.thing" is no event of this project: its type begins with org.demarche. and it has data.';
    expect(() => fromCloudEvent({ type: "com.example.thing", data: { act: "visit" } })).toThrow(strange);
    for (const data of [undefined, null, "text"]) {
      expect(() => fromCloudEvent({ type: "org.demarche.visit", data })).toThrow("no event of this project");
    }
    expect(() => fromCloudEvent({ type: "org.demarche.7", data: { act: 7 } })).toThrow("7 is no act of the catalogue.");
    expect(() => fromCloudEvent({ type: "org.demarche.strike", data: { act: "strik" } })).toThrow(
      "no act of the catalogue",
    );
  });

  test("an event whose type and data name different acts is refused", () => {
    const data = event({ id: "call", act: "visit", at: "2024-01-19", from: ["PAK"], to: ["IRN"] });
    expect(fromCloudEvent({ type: "org.demarche.visit", data })).toEqual(data);
    expect(() => fromCloudEvent({ type: "org.demarche.strike", data })).toThrow(
      'The event contradicts itself: its type says "strike", its data "visit".',
    );
  });
});
