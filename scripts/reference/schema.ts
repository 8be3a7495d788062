/** The JSON Schema of scenario files, as the reference reads it. */
import { scenarioJsonSchema } from "../../src/scenario/index.ts";

/** The parts of a JSON Schema that the reference tells of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema | readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The schema of the whole file. */
export const root: Schema = scenarioJsonSchema();

/** A schema with what it refers to in the place of the reference. */
export function resolved(schema: Schema): Schema {
  const [only] = schema.allOf ?? [];
  const ref = schema.$ref ?? (schema.properties === undefined ? only?.$ref : undefined);
  if (ref === undefined) return schema;
  const target = root.definitions?.[ref.replace("#/definitions/", "")];
  if (target === undefined) return schema;
  const { required = [], ...others } = resolved(target);
  const { description } = schema;
  return {
    ...others,
    required: [...required, ...(schema.required ?? [])],
    ...(description === undefined ? {} : { description }),
  };
}
