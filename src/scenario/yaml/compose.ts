/** From tokens to documents. Errors are counted: a text that is wrong everywhere must not fill the memory with them. */
import { Composer, type CST, type Document, type YAMLError } from "yaml";

/** The first document, whether a second follows, and what is wrong with them. */
export interface Composed {
  readonly document?: Document.Parsed;
  /** Where a second document begins. */
  readonly second?: number;
  readonly errors: readonly Pick<YAMLError, "code" | "message" | "pos">[];
}

type Source = number | readonly [number, number, ...number[]] | { readonly offset: number; readonly source?: string };

/** So many errors are kept; who wrote the text mends the first ones first. */
const MOST = 1000;

/** Composes tokens into documents. */
export function compose(tokens: readonly CST.Token[]): Composed {
  const errors: Pick<YAMLError, "code" | "message" | "pos">[] = [];
  const composer = new Composer({ uniqueKeys: false, merge: false, schema: "core", version: "1.2" });
  // The library's own handler makes an Error with a stack for each of what may be millions.
  Object.assign(composer, {
    onError: (source: Source, code: YAMLError["code"], message: string) => {
      if (errors.length < MOST) errors.push({ code, message, pos: positionOf(source) });
    },
  });
  let document: Document.Parsed | undefined;
  for (const one of composer.compose(tokens)) {
    for (const { code, message, pos } of one.errors) errors.push({ code, message, pos });
    if (document !== undefined) return { document, second: one.range[0], errors };
    document = one;
  }
  return document === undefined ? { errors } : { document, errors };
}

function positionOf(source: Source): [number, number] {
  if (typeof source === "number") return [source, source + 1];
  if ("offset" in source) return [source.offset, source.offset + (source.source?.length ?? 1)];
  return [source[0], source[1]];
}
