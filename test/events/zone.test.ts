/** Zones: where a date-time with an offset stands by the clocks of another place. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatWhen, inZone, isZone, offsetIn, parseWhen } from "../../src/events/index.ts";

test("a time with an offset is read off the clocks of a zone; one without stays", () => {
  const cases = [
    ["2025-05-07T01:05+05:30", "UTC", "2025-05-06T19:35"],
    ["2025-05-06T19:35Z", "+05:30", "2025-05-07T01:05"],
    ["2025-05-06T19:35Z", "Asia/Kolkata", "2025-05-07T01:05"],
    ["2024-07-01T12:00Z", "Europe/Paris", "2024-07-01T14:00"],
    ["2024-01-01T00:30Z", "America/New_York", "2023-12-31T19:30"],
    ["2024-01-26T20:00-08:00~", "UTC", "2024-01-27T04:00~"],
    ["2025-07-24T08:00+07:00/2025-07-28T23:59+07:00", "UTC", "2025-07-24T01:00/2025-07-28T16:59"],
    ["2025-05-07T01:05", "Asia/Kolkata", "2025-05-07T01:05"],
    ["2025-05-07", "Asia/Kolkata", "2025-05-07"],
    ["2001-10~", "+05:30", "2001-10~"],
    ["The +05:30 of T", "UTC", "The +05:30 of T"],
    ["2025-02-30T01:05+05:30", "UTC", "2025-02-30T01:05+05:30"],
    ["0000-01-01T00:00Z", "-05:00", "0000-01-01T00:00Z"],
    ["9999-12-31T23:00Z", "+05:30", "9999-12-31T23:00Z"],
  ] as const;
  for (const [text, zone, there] of cases) expect(inZone(text, zone), `${text} in ${zone}`).toBe(there);
});

test("in an offset the clocks show the same time as the text that is written with it", () => {
  const minutes = fc.integer({ min: Date.UTC(1816, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 });
  const offsets = fc
    .integer({ min: -14 * 60, max: 14 * 60 })
    .map((offset) => [Math.abs(offset), offset < 0 ? "-" : "+"] as const)
    .map(([m, sign]) => `${sign}${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);
  fc.assert(
    fc.property(minutes, offsets, offsets, (minute, zone, other) => {
      const here = formatWhen(minute, "minute");
      expect(inZone(`${here}${zone}`, zone)).toBe(here);
      // Through another zone and back it is the same minute.
      expect(inZone(`${inZone(`${here}${zone}`, other)}${other}`, zone)).toBe(here);
      expect(parseWhen(`${inZone(`${here}${zone}`, "UTC")}Z`)?.start).toBe(parseWhen(`${here}${zone}`)?.start);
    }),
  );
});

test("what names a zone, and what doesn't", () => {
  for (const zone of ["UTC", "+00:00", "-11:30", "Asia/Karachi", "America/Argentina/Ushuaia"]) {
    expect(isZone(zone), zone).toBe(true);
  }
  for (const text of ["", "Z", "+5:30", "+24:00", "+05:60", "Karachi", "Asia/Nowhere", "utc", "../etc", "GMT+5"]) {
    expect(isZone(text), text).toBe(false);
  }
});

test("the offset that a time is written with", () => {
  expect(["2024-01-01T00:00Z", "2024-01-01T00:00-08:00~", "2024-01-01T00:00", "2024-01-01"].map(offsetIn)).toEqual([
    "+00:00",
    "-08:00",
    undefined,
    undefined,
  ]);
});
