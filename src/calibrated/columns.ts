/** What a fitted model sees: columns of numbers, and what a linear model makes of them. */

/** A column: a code with a number of values from 0 on, or a number with the places at which its effect may bend. */
export type Predictor =
  | { readonly name: string; readonly codes: number }
  | { readonly name: string; readonly bends: readonly number[] };

/** The columns of a linear model: what each becomes, and which codes are taken together. */
export interface Design {
  readonly columns: readonly Predictor[];
  /** Pairs of columns of codes, by name, whose combinations have effects of their own. */
  readonly together: readonly (readonly [string, string])[];
}

/** A row as a linear model sees it: the few terms that are not nought. */
export interface Terms {
  readonly places: Int32Array;
  readonly values: Float64Array;
  count: number;
}

export interface Encoder {
  readonly size: number;
  /** The terms of a row, until it is asked again. */
  readonly encode: (row: ArrayLike<number>) => Terms;
}

/** The encoder of a design. The first term is always 1. */
export function encoderOf({ columns, together }: Design): Encoder {
  const starts: number[] = [];
  let size = 1;
  for (const column of columns) {
    starts.push(size);
    size += "codes" in column ? column.codes : column.bends.length + 1;
  }
  const pairs = together.map(([one, other]) => {
    const [first, second] = [placeOf(columns, one), placeOf(columns, other)];
    const [codes, within] = [codesOf(columns, first), codesOf(columns, second)];
    const start = size;
    size += codes * within;
    return { first, second, within, start };
  });
  const terms: Terms = { places: new Int32Array(size), values: new Float64Array(size), count: 0 };
  const put = (place: number, value: number): void => {
    if (value === 0) return;
    terms.places[terms.count] = place;
    terms.values[terms.count++] = value;
  };
  return {
    size,
    encode: (row) => {
      terms.count = 0;
      put(0, 1);
      for (let k = 0; k < columns.length; k++) {
        const [column, value, start] = [columns[k] as Predictor, row[k] as number, starts[k] as number];
        if ("codes" in column) put(start + value, 1);
        else {
          put(start, value);
          for (let j = 0; j < column.bends.length; j++)
            put(start + 1 + j, Math.max(0, value - (column.bends[j] as number)));
        }
      }
      for (const { first, second, within, start } of pairs) {
        put(start + (row[first] as number) * within + (row[second] as number), 1);
      }
      return terms;
    },
  };
}

function placeOf(columns: readonly Predictor[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}

function codesOf(columns: readonly Predictor[], place: number): number {
  const column = columns[place];
  return column !== undefined && "codes" in column ? column.codes : 0;
}
