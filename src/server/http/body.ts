/** Bodies of requests: JSON of bounded size, or a refusal. */
import type { IncomingMessage } from "node:http";
import { Problem } from "../../problem/index.ts";

/**
 * Reads a body.
 *
 * @param most how many bytes it may have
 * @throws Problem when it is no JSON, or longer
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<unknown> {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!/^application\/json *(; *charset="?utf-8"?)? *$/i.test(type) || encoding !== "identity") {
    throw new Problem("wrong-media-type", "Expected a body of the type application/json, in UTF-8 and not compressed.");
  }
  const tooLong = (): Problem =>
    new Problem("too-large", `The body is longer than ${most} bytes, the most that is read.`);
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLong();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw tooLong();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    const why = error instanceof SyntaxError ? "" : " in UTF-8";
    throw new Problem("not-json", `The body is no JSON${why}.`);
  }
}
