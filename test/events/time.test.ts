import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDuration, formatWhen, MINUTES_PER_DAY, parseDuration, parseWhen, when } from "../../src/events/index.ts";

test("a date covers its whole day and keeps that it is a date", () => {
  expect(parseWhen("2024-01-16")).toEqual({
    text: "2024-01-16",
    precision: "day",
    start: Date.UTC(2024, 0, 16) / 60_000,
    end: Date.UTC(2024, 0, 17) / 60_000 - 1,
  });
});

test("a date-time is one minute, in UTC unless it names an offset", () => {
  const noon = Date.UTC(2025, 4, 10, 12) / 60_000;
  for (const text of ["2025-05-10T12:00", "2025-05-10T12:00Z", "2025-05-10T17:30+05:30", "2025-05-10T08:00:59-04:00"]) {
    expect(parseWhen(text)).toMatchObject({ start: noon, end: noon, precision: "minute" });
  }
});

test("the furthest offsets and the first and last minutes that four digits write are dates", () => {
  expect(parseWhen("2024-01-02T00:00+18:00")).toMatchObject({ start: when("2024-01-01T06:00").start });
  expect(parseWhen("2024-01-01T10:00+00:59")).toMatchObject({ start: when("2024-01-01T09:01").start });
  expect(parseWhen("0000-01-01T00:00Z")?.start).toBe(Date.parse("0000-01-01T00:00Z") / 60_000);
  expect(parseWhen("9999-12-31T23:59Z")?.start).toBe(Date.parse("9999-12-31T23:59Z") / 60_000);
});

test("a date that was read before is read the same, and costs no second reading", () => {
  expect(parseWhen("1979-11-04")).toBe(parseWhen("1979-11-04"));
});

test("so many dates can be read that not all can be remembered", () => {
  const days = Array.from({ length: 60_000 }, (_, day) => day);
  const isRead = (day: number): boolean => parseWhen(formatWhen(day * MINUTES_PER_DAY))?.start === day * 1440;
  expect(days.filter((day) => !isRead(day))).toEqual([]);
});

test.each([
  "2024-01-01T10:00+10:60",
  "2024-02-30",
  "2023-02-29",
  "2024-13-01",
  "2024-00-10",
  "24-01-01",
  "2024-1-1",
  "2024-01-01T24:00",
  "2024-01-01T10:60",
  "2024-01-01T10:00:60",
  "2024-01-01T10:00+19:00",
  "9999-12-31T23:59-18:00",
  "0000-01-01T00:00+14:00",
  "",
  "tomorrow",
])("%s is no date", (text) => {
  expect(parseWhen(text)).toBeUndefined();
  expect(() => when(text)).toThrow(`"${text}" is not a date: write YYYY-MM-DD or YYYY-MM-DDThh:mm.`);
});

test("what is formatted is read back, to the day or to the minute", () => {
  const minutes = fc.integer({ min: Date.UTC(1816, 0, 1) / 60_000, max: Date.UTC(2200, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      expect(parseWhen(formatWhen(minute, "minute"))?.start).toBe(minute);
      expect(parseWhen(formatWhen(minute))?.start).toBe(Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY);
    }),
  );
});

test("an offset only says where the clock hangs: the minute is the same everywhere", () => {
  const minutes = fc.integer({ min: Date.UTC(1900, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: -14 * 60, max: 14 * 60 }), (minute, offset) => {
      const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
      const zone = `${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
      const there = `${formatWhen(minute + offset, "minute")}${zone}`;
      expect(parseWhen(there)).toMatchObject({ start: minute, end: minute });
    }),
  );
});

test("durations are read in minutes, hours, days and weeks, and written in the largest unit that fits", () => {
  expect(["30min", "12h", "90d", "2w", "1.5d"].map(parseDuration)).toEqual([30, 720, 129_600, 20_160, 2160]);
  expect([129_600, 720, 90, 0].map(formatDuration)).toEqual(["90d", "12h", "90min", "0d"]);
  expect(["90", "d", "-1d", "1y", ""].map(parseDuration)).toEqual(Array(5).fill(undefined));
  fc.assert(
    fc.property(fc.nat(10_000_000), (minutes) => {
      expect(parseDuration(formatDuration(minutes))).toBe(minutes);
    }),
  );
});
