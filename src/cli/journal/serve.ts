/** `journal serve`: one machine keeps the journal; everyone who can reach it can read it live and append to it. */
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { Problem, visibleLine } from "../../problem/index.ts";
import type { JournalServer, ServeOptions } from "../../server/index.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { wholeNumber } from "../numbers.ts";
import { listenForStop } from "../stop-signal.ts";
import { systemCode } from "../system-error.ts";
import { isOfPart } from "./address.ts";
import { addressIn, withJournal } from "./open.ts";

const PORT = 4100;
const HOST = "127.0.0.1";

/** Serves until Ctrl-C or SIGTERM. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  if (isOfPart(address)) throw badOption("The whole journal is served, as it is: leave # and what follows out.");
  const host = textOption(options, "host") ?? HOST;
  const port = wholeNumber(options, "port", PORT, 0, 65_535);
  const { accessOf, serveJournal } = await import("../../server/index.ts");
  const serveOptions: ServeOptions = { host, port, ...accessOf(host) };
  return withJournal(address, async (journal) => {
    const server = await serveJournal(journal, serveOptions).catch((error: unknown) => {
      throw listenError(error, serveOptions);
    });
    const { signal } = listenForStop();
    io.say(`${visibleLine(journal.name)} is served at`);
    for (const one of addressesOf(serveOptions, server)) io.say(`  ${one}`);
    io.say(
      serveOptions.token === undefined
        ? "Only this machine can reach it. Ctrl-C ends it."
        : "Anyone who has such an address can read the journal and append to it. Nothing is encrypted. Ctrl-C ends it.",
    );
    await once(signal, "abort");
    await server.close();
    return exitCodes.fine;
  });
}

/** The addresses to open: all addresses of the machine if it listens on all. */
function addressesOf({ host, token }: ServeOptions, { port }: JournalServer): readonly string[] {
  const everywhere = host === "0.0.0.0" || host === "::";
  const others = Object.values(networkInterfaces()).flatMap((all = []) =>
    all.flatMap(({ family, address, internal }) => (family === "IPv4" && !internal ? [address] : [])),
  );
  const hosts = everywhere && others.length > 0 ? others : [everywhere ? HOST : host];
  return hosts.map((one) => {
    const name = one.includes(":") ? `[${one}]` : visibleLine(one);
    return `http://${name}:${port}/${token === undefined ? "" : `?token=${token}`}`;
  });
}

/** Why the server can't listen there, as a problem that the user can solve. */
function listenError(error: unknown, { host, port }: ServeOptions): unknown {
  const code = systemCode(error);
  const where = visibleLine(host);
  if (code === "EADDRINUSE") {
    return new Problem(
      "port-taken",
      `Port ${port} of ${where} is taken by another program: choose another with --port.`,
    );
  }
  if (code === "EACCES") return badOption(`Port ${port} is not for everybody: choose one from 1024 with --port.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EINVAL") {
    return badOption(`--host ${where}: this machine has no such address. 0.0.0.0 stands for all that it has.`);
  }
  return error;
}
