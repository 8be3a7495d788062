/** Routes: what each path of the server answers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Journal } from "../../journal/index.ts";
import { regionNames } from "../../machine/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { lineState } from "../../scenario/index.ts";
import { mainRelationText, regionName, sentence, situationData, stateText } from "../../views/index.ts";
import { answer } from "./answer.ts";
import { appendFor } from "./append.ts";
import { drawnLine, widthIn } from "./drawn.ts";
import { admit } from "./guard.ts";
import { resumed, sendLive } from "./live.ts";
import { sendPage } from "./page.ts";
import { LIVE, LOOKING_BACK, noneIn, queryIn } from "./query.ts";
import { sendRecords, sendText } from "./records.ts";
import { readAppend } from "./request.ts";
import type { Access, ServingLimits } from "./serving.ts";

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

type Route = Readonly<Record<string, (asked: Asked) => Promise<void> | void>>;
type Told = (stream: string) => Promise<object>;

export function answering(
  journal: Journal,
  access: Access,
  limits: ServingLimits,
  stopped: AbortSignal,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const routes = routesOf(journal, limits, stopped);
  return async (request, response) => {
    const [, path = "", rest = ""] = /^([^?#]*)\??([^#]*)/.exec(request.url ?? "") ?? [];
    const query = new URLSearchParams(rest);
    admit(request, query, access);
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route === undefined) {
      throw new Problem("unknown-path", `There is nothing here. Paths: ${Object.keys(routes).join(", ")}.`);
    }
    const method = request.method ?? "";
    const carryOut = Object.hasOwn(route, method) ? route[method] : undefined;
    if (carryOut === undefined) {
      const allowed = Object.keys(route).join(", ");
      throw new Problem("wrong-method", `${path} takes ${allowed} only.`, { data: { allowed } });
    }
    await carryOut({ request, response, query });
  };
}

function routesOf(journal: Journal, limits: ServingLimits, stopped: AbortSignal): Readonly<Record<string, Route>> {
  const stateIn = statesOf(journal);
  // One after another: each is read in the file that it would make, and none waits for a writer in vain.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  let followers = 0;

  const records = (send: typeof sendRecords): Route => ({
    GET: async ({ response, query }) => {
      const wanted = await queryIn(query, LOOKING_BACK, journal);
      response.setTimeout(limits.patience, () => response.destroy());
      await send(response, journal, wanted);
    },
  });

  /** What is told of a line: of the one that is named, else of the first. */
  const ofLine = (known: readonly string[], telling: (query: URLSearchParams) => Told): Route => ({
    GET: async ({ response, query }) => {
      const { branch } = await queryIn(query, ["branch", ...known], journal);
      const told = telling(query);
      const stream = branch ?? (await journal.streams())[0]?.stream;
      answer(response, 200, stream === undefined ? {} : await told(stream));
    },
  });

  return {
    "/": {
      GET: ({ response, query }) => {
        noneIn(query);
        sendPage(response, journal, query);
      },
    },
    "/records": records(sendRecords),
    "/records.txt": records(sendText),
    "/head": {
      GET: async ({ response, query }) => {
        noneIn(query);
        const [head, streams] = [await journal.head(), await journal.streams()];
        answer(response, 200, { journal: visibleLine(journal.name), ...head, streams });
      },
    },
    "/stand": ofLine([], () => stateIn),
    "/picture": ofLine(["width"], (query) => {
      const width = widthIn(query);
      return (stream) => drawnLine(journal, stream, width);
    }),
    "/live": {
      GET: async ({ request, response, query }) => {
        const wanted = resumed(request, await queryIn(query, LIVE, journal));
        if (followers >= limits.live || stopped.aborted) throw new Problem("too-many", "Too many follow already.");
        followers += 1;
        try {
          await sendLive(response, journal, wanted, { ...limits, stopped });
        } finally {
          followers -= 1;
        }
      },
    },
    "/append": {
      POST: async ({ request, response, query }) => {
        noneIn(query);
        const wanted = await readAppend(request, limits.body);
        answer(response, 200, await inTurn(() => appendFor(journal, wanted)));
      },
    },
  };
}

/** Lines whose state is remembered at once. */
const REMEMBERED = 100;

/** The state of lines. Many ask at once when something came: each is folded once for each position of the journal. */
function statesOf(journal: Journal): Told {
  const known = new Map<string, { readonly position: number; readonly data: Promise<object> }>();
  return async (stream) => {
    const { position } = await journal.head();
    const before = known.get(stream);
    if (before?.position === position) return before.data;
    const data = stateData(journal, stream);
    if (known.size >= REMEMBERED) known.clear();
    known.set(stream, { position, data });
    data.catch(() => known.delete(stream));
    return data;
  };
}

/** The state of a line, in words and as data; without its regions where the parties are unknown. */
async function stateData(journal: Journal, stream: string): Promise<object> {
  const { frame, folded } = await lineState(journal, { stream }, undefined);
  if (frame === undefined || folded === undefined) return { stream };
  const { dyad } = frame.beginning;
  const { situation } = folded.history;
  const names = { a: frame.names[dyad.a] ?? dyad.a, b: frame.names[dyad.b] ?? dyad.b };
  return {
    stream,
    title: visibleLine(`${frame.title}${mainRelationText(frame)}`),
    position: folded.position,
    situation: situationData(situation, dyad),
    regions: regionNames.map((region) => ({
      region: regionName(region, dyad),
      state: stateText(region, situation[region], dyad),
      meaning: visibleLine(sentence(region, situation, names)),
    })),
  };
}
