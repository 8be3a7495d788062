/** OpenTelemetry: what a journal does as spans. */
import type { SpanKind, SpanStatusCode, Tracer } from "@opentelemetry/api";
import type { JournalHooks } from "../journal/index.ts";

/** Their numbers, so that this door opens without the package that every tracer brings. */
const [CLIENT, ERROR]: readonly [SpanKind.CLIENT, SpanStatusCode.ERROR] = [2, 2];

/**
 * Hooks that make a span of everything that a journal does: `journal append`, `journal read` and so on, with the names
 * of streams and how many entries. No entry's content is in them.
 *
 * @example
 * ```ts
 * import { trace } from "@opentelemetry/api";
 * import { memoryJournal } from "demarche/journal";
 * import { otelHooks } from "demarche/server";
 * const journal = memoryJournal({ hooks: otelHooks(trace.getTracer("my-app")) });
 * (await journal.head()).position; // => 0
 * ```
 */
export function otelHooks(tracer: Tracer): JournalHooks {
  return {
    started: (operation, details) => {
      const span = tracer.startSpan(`journal ${operation}`, { kind: CLIENT, attributes: prefixKeys(details) });
      return (results, error) => {
        span.setAttributes(prefixKeys(results));
        if (error instanceof Error) {
          span.recordException(error);
          span.setStatus({ code: ERROR, message: error.message });
        }
        span.end();
      };
    },
  };
}

function prefixKeys(details: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [`demarche.${key}`, value]));
}
