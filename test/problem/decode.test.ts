import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, decodePieces, encodeLike, textLines } from "../../src/problem/index.ts";

const MARKS = { "utf-8": [0xef, 0xbb, 0xbf], "utf-16le": [0xff, 0xfe], "utf-16be": [0xfe, 0xff] } as const;
const words = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\ufeff"));

async function whole(pieces: readonly Uint8Array[], fatal = false): Promise<string> {
  const source = async function* () {
    yield* pieces;
  };
  return (await Array.fromAsync(decodePieces(source(), fatal))).join("");
}

describe.each(Object.entries(MARKS))("a text in %s with its mark", (_, mark) => {
  test("is read, and written back as it was", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const bytes = encodeLike(Uint8Array.from(mark), `\ufeff${before}`);
        expect([...bytes.subarray(0, mark.length)]).toEqual(mark);
        expect(decode(bytes)).toBe(`\ufeff${before}`);
        expect(decode(encodeLike(bytes, `\ufeff${after}`))).toBe(`\ufeff${after}`);
      }),
    );
  });

  test("comes in pieces cut anywhere, without the mark", async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.array(fc.nat(8)), async (text, sizes) => {
        const bytes = encodeLike(Uint8Array.from(mark), `\ufeff${text}`);
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const size of sizes) {
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(await whole([...pieces, bytes.subarray(at)])).toBe(text);
      }),
    );
  });
});

test("without a mark it is UTF-8, be it of one byte or of none", async () => {
  expect(decode(encodeLike(new Uint8Array(), "é"))).toBe("é");
  expect(await whole([Uint8Array.of(0x61)])).toBe("a");
  expect(await whole([])).toBe("");
});

test("bytes that are no text are shown as such, or end it where nothing may be lost", async () => {
  expect(await whole([Uint8Array.of(0x61, 0xe9)])).toBe("a\ufffd");
  await expect(whole([Uint8Array.of(0x61, 0xe9)], true)).rejects.toThrow(TypeError);
});

test("lines end as on any system", () => {
  expect(textLines("\ufeffone\r\ntwo\n\r\n")).toEqual(["one", "two", "", ""]);
});
