/** Text out of bytes, as every system writes it: UTF-8, or UTF-16 that says so by the mark that it begins with. */

type Form = "utf-8" | "utf-16le" | "utf-16be";

function formOf([first, second]: Iterable<number>): Form {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The text of bytes; what is no text becomes U+FFFD. The mark stays, so that what is written back has it. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(formOf(bytes), { ignoreBOM: true }).decode(bytes);
}

/** The bytes of a text that takes the place of another, in the form of that. */
export function encodeLike(before: Uint8Array, text: string): Uint8Array {
  const form = formOf(before);
  if (form === "utf-8") return new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let k = 0; k < text.length; k += 1) view.setUint16(k * 2, text.charCodeAt(k), form === "utf-16le");
  return new Uint8Array(view.buffer);
}

/**
 * The text of bytes that come in pieces, without the mark.
 *
 * @param fatal whether bytes that are no text end it, by a TypeError
 */
export async function* decodePieces(
  pieces: AsyncIterable<Uint8Array>,
  fatal = false,
): AsyncGenerator<string, undefined, undefined> {
  let decoder: TextDecoder | undefined;
  // A mark may come in two pieces.
  let first: readonly number[] = [];
  for await (const piece of pieces) {
    if (decoder === undefined) {
      first = [...first, ...piece.subarray(0, 2)];
      if (first.length < 2) continue;
      decoder = new TextDecoder(formOf(first), { fatal });
      const earlier = first.length - Math.min(2, piece.length);
      if (earlier > 0) yield decoder.decode(Uint8Array.from(first.slice(0, earlier)), { stream: true });
    }
    yield decoder.decode(piece, { stream: true });
  }
  decoder ??= new TextDecoder("utf-8", { fatal });
  yield first.length === 1 ? decoder.decode(Uint8Array.from(first)) : decoder.decode();
}

/** The lines of a text, each without its end, whichever system wrote it. */
export function textLines(text: string): readonly string[] {
  return text.replace(/^\ufeff/, "").split(/\r?\n/);
}
