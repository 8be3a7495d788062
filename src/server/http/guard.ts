/** Access control. Refuses pages of other sites, foreign host names that point at this machine, and requests without the token. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { Problem } from "../../problem/index.ts";
import type { Access } from "./serve-options.ts";

/**
 * Checks a request before anything is done for it.
 *
 * @throws Problem for a host or an origin that is not ours, or without the token
 */
export function admit(request: IncomingMessage, query: URLSearchParams, { names, token }: Access): void {
  const host = request.headers.host?.toLowerCase() ?? "";
  if (!isOurs(host, names)) {
    throw new Problem("wrong-host", "The request is for another host: use the address that the server printed.");
  }
  const { origin, "sec-fetch-site": site, "sec-fetch-mode": mode } = request.headers;
  const isForeign = origin !== undefined && origin.toLowerCase().replace(/^https?:\/\//, "") !== host;
  const follows = request.method === "GET" && mode === "navigate";
  if (isForeign || ((site === "cross-site" || site === "same-site") && !follows)) {
    throw new Problem("foreign-origin", "The request comes from a page of another site.");
  }
  if (token !== undefined && !isSame(tokenIn(request, query), token)) {
    const expected = "open the address that the server printed, or send the header Authorization: Bearer TOKEN";
    throw new Problem("no-token", `A token is needed: ${expected}.`);
  }
}

/** Accepts any IP address, since unlike a name it can't be pointed at another machine; of names only known ones. */
function isOurs(host: string, names: readonly string[]): boolean {
  const [, bracketed, plain = ""] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]*))(?::\d{1,5})?$/.exec(host) ?? [];
  if (bracketed !== undefined) return isIP(bracketed) === 6;
  return isIP(plain) === 4 || names.includes(plain);
}

/** The token of a request. A page and its feed can't send a header, so they may read with a token in the address; appending needs the header. */
function tokenIn({ method, headers }: IncomingMessage, query: URLSearchParams): string {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return bearer ?? (method === "GET" ? query.get("token") : null) ?? "";
}

/** Compares in constant time, so that the duration does not reveal where the texts differ. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(
    ...([one, other].map((text) => createHash("sha256").update(text).digest()) as [Buffer, Buffer]),
  );
}
