/** Addresses of servers: read, and shown without their password. */
import { Problem } from "../../problem/index.ts";

/**
 * How to connect to an address, as `pg` expects it; its own types may not be installed. `?schema=` names the schema; all
 * other parameters are for the server.
 *
 * @throws Problem when it is invalid; the message does not show the password
 */
export function connectionOf(
  address: string,
  code = "unreachable",
): {
  readonly connection: { readonly connectionString: string; readonly connectionTimeoutMillis: number };
  readonly schema?: string;
} {
  try {
    const url = urlOf(address);
    const schema = url.searchParams.get("schema");
    url.searchParams.delete("schema");
    const connection = { connectionTimeoutMillis: 10_000, connectionString: url.href };
    return schema === null ? { connection } : { connection, schema };
  } catch {
    const expected = "postgres://user:password@host:port/database";
    throw new Problem(code, `The address of the server can't be read. Expected: ${expected}`);
  }
}

/** The name of a server in messages, from a valid address: without user and password. */
export function serverName(address: string, schema: string): string {
  const { host, pathname } = urlOf(address);
  return `postgres://${host}${pathname}${schema === "demarche" ? "" : `?schema=${schema}`}`;
}

/** The name of the server at an address, with the schema if the address names one; undefined when it is no address. */
export function nameOfServer(address: string): string | undefined {
  try {
    return serverName(address, connectionOf(address).schema ?? "demarche");
  } catch {
    return undefined;
  }
}

/** An address as a URL. Refuses one that lacks a slash, so that user and password stand where the database should be. */
function urlOf(address: string): URL {
  const url = new URL(address);
  const astray = /:.*@|@.*\//.test(url.pathname);
  if (astray || !/^\s*[a-z][a-z\d+.-]*:\/\//i.test(address)) throw new TypeError("No address of a server.");
  return url;
}
