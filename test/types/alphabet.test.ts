/** Catalogue and chart have the same alphabet: tsc fails on this file when they differ. */
import { expectTypeOf, test } from "vitest";
import type { EventFromLogic } from "xstate";
import type { ActId, DiplomaticEvent, EventOf } from "../../src/events/index.ts";
import type { Chart, ChartEvent, Pattern, Situation } from "../../src/machine/index.ts";

test("what the chart takes is what the catalogue has", () => {
  expectTypeOf<ChartEvent["type"]>().toEqualTypeOf<ActId>();
  expectTypeOf<EventFromLogic<Chart>["type"]>().toEqualTypeOf<ActId | "calm">();
  expectTypeOf<DiplomaticEvent["act"]>().toEqualTypeOf<ActId>();
});

test("an act's own fields are typed", () => {
  expectTypeOf<EventOf<"release-persons">["of"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<EventOf<"expel-diplomats">["count"]>().toEqualTypeOf<
    number | [number, number] | "unknown" | undefined
  >();
  expectTypeOf<EventOf<"agree">["terms"][number]["by"]>().toEqualTypeOf<string>();
  expectTypeOf<EventOf<"strike">>().not.toHaveProperty("terms");
});

test("a pattern takes states and the states that hold them, and no others", () => {
  expectTypeOf<"retaliation">().toExtend<Pattern["course"]>();
  expectTypeOf<"reconciliation.overture">().toExtend<Pattern["course"]>();
  expectTypeOf<"peace">().not.toExtend<Pattern["course"]>();
  expectTypeOf<Situation["relations"]>().toEqualTypeOf<"established" | "severed">();
});
