/** Addresses of servers: read, and shown without their password. */
import { JournalError } from "../errors.ts";

/** How to connect to a server, as `pg` takes it; told apart from its types, which not everybody has. */
export interface ServerConnection {
  readonly connectionString: string;
  readonly connectionTimeoutMillis: number;
}

/**
 * How to connect to an address. `?schema=` names the schema; all other parameters are the server's.
 *
 * @throws JournalError when it is none; the message does not show the password
 */
export function connectionOf(address: string): { readonly connection: ServerConnection; readonly schema?: string } {
  try {
    const url = new URL(address);
    const schema = url.searchParams.get("schema");
    url.searchParams.delete("schema");
    const connection = { connectionTimeoutMillis: 10_000, connectionString: url.href };
    return schema === null ? { connection } : { connection, schema };
  } catch {
    throw new JournalError(
      "unreachable",
      "The address of the server can't be read. Expected: postgres://user:password@host:port/database",
    );
  }
}

/** What a server is called in messages: without user and password. */
export function serverName(address: string, schema: string): string {
  try {
    const { host, pathname } = new URL(address);
    return `postgres://${host}${pathname}${schema === "demarche" ? "" : `?schema=${schema}`}`;
  } catch {
    return "the PostgreSQL server";
  }
}
