/** The picture of calibration: laid out at every width, in every language, and described in its text. */
import { expect, test } from "vitest";
import { languages, reliabilityPicture, wordsOf } from "../../src/pictures/index.ts";
import { expectLaidOut } from "../support/svg.ts";

const reliability = Array.from({ length: 10 }, (_, k) => ({
  from: k / 10,
  said: k / 10 + 0.05,
  came: Math.min(1, k / 9),
  count: 10 ** (k % 5),
}));

test("every tenth stands in the picture and in the text", () => {
  for (const language of languages) {
    for (const width of [390, 640, 1280]) {
      const picture = reliabilityPicture({ reliability }, { width, words: wordsOf(language) });
      expectLaidOut(picture, `${language} at ${width}`);
      expect(picture.svg.match(/<circle/g)).toHaveLength(10);
      expect(picture.text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(10);
    }
  }
});
