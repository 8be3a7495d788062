/** The JSON Schema (draft-07) of a scenario file, made from the zod schema, for editors. */
import * as z from "zod/mini";
import { type ActId, actOf, fields, neededFields, needsConsent, type Role } from "../events/index.ts";
import { described } from "../schema/index.ts";
import { addedEvent, eventOf, fileActs, fileEvent } from "./schema/event.ts";
import { scenarioFile } from "./schema/file.ts";

type Json = Record<string, unknown>;

/** The schema that `schema/scenario.schema.json` holds. */
export function scenarioJsonSchema(): Json {
  const { $schema, ...schema } = z.toJSONSchema(scenarioFile, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    reused: "ref",
    override: ({ zodSchema, jsonSchema }) => {
      addDatePattern({ zodSchema, jsonSchema });
      if (Object.is(zodSchema, fileEvent)) replace(jsonSchema, { ...EVENT, required: ["cite"] });
      if (Object.is(zodSchema, addedEvent)) replace(jsonSchema, EVENT);
    },
  });
  const definitions = { ...Object(schema["definitions"]), event: eventSchema() };
  return prune({ $schema, title: "Démarche scenario", ...schema, definitions });
}

const DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
const POINT = `${DAY}(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d{2}:\\d{2})?)?`;
const PARTIAL_DATE = `(${POINT}|\\d{4}(-(0[1-9]|1[0-2]))?)~?`;

/** The form of dates, as far as a pattern can tell it: whether the day exists, the reader says. */
function addDatePattern({ zodSchema, jsonSchema }: { readonly zodSchema: unknown; readonly jsonSchema: Json }): void {
  if (zodSchema === fields.date) jsonSchema["pattern"] = `^${POINT}$`;
  if (zodSchema === fields.eventDate) jsonSchema["pattern"] = `^${PARTIAL_DATE}(/${PARTIAL_DATE})?$`;
}

/** An event: that of the record must name its sources beside. */
const EVENT: Json = { description: "One thing that happened", allOf: [{ $ref: "#/definitions/event" }] };

/** Without the definitions that nothing refers to any more. */
function prune({ definitions, ...schema }: Json): Json {
  const all = Object.entries(Object(definitions));
  const kept = new Set<string>();
  const unvisited = [JSON.stringify(schema)];
  for (let text = unvisited.pop(); text !== undefined; text = unvisited.pop()) {
    for (const [name, definition] of all) {
      if (kept.has(name) || !text.includes(`"#/definitions/${name}"`)) continue;
      kept.add(name);
      unvisited.push(JSON.stringify(definition));
    }
  }
  return { ...schema, definitions: Object.fromEntries(all.filter(([name]) => kept.has(name))) };
}

function replace(target: Json, source: Json): void {
  for (const key of Object.keys(target)) delete target[key];
  Object.assign(target, source);
}

/**
 * An event of any act as one object, where zod has a union of seventy: editors complete it better. What the acts'
 * own fields demand is expressed by conditions.
 */
function eventSchema(): Json {
  const variants = fileActs.map((act) =>
    z.toJSONSchema(eventOf(act), { target: "draft-7", io: "input", override: addDatePattern }),
  );
  const properties: Json = Object.assign({}, ...variants.map(({ properties }) => properties));
  const common = Object.keys(variants[0]?.properties ?? {}).filter((key) =>
    variants.every((one) => key in (one.properties ?? {})),
  );
  const own = Object.keys(properties).filter((key) => !common.includes(key));
  return {
    type: "object",
    description: "One thing that happened",
    required: ["id", "at", "act", "from"],
    additionalProperties: false,
    properties: {
      ...properties,
      from: allowGroups(Object(properties["from"])),
      to: allowGroups(Object(properties["to"])),
      act: {
        type: "string",
        description: "The act, from the catalogue",
        enum: fileActs,
        enumDescriptions: fileActs.map((act) => `${actOf(act).definition} ${describeDoers(act)}`),
      },
    },
    allOf: [...own.map(limitToActs), ...fileActs.flatMap(requireFields)],
    defaultSnippets: fileActs.map(snippet),
  };
}

/** One or several, each by its code or by the name of a group that it is of: the reader spells groups out before it asks. */
function allowGroups(kept: Json): Json {
  const one = [fields.code, described(fields.id, "A group of this file, or unknown under from")].map((kind) => {
    const { $schema: _, ...schema } = z.toJSONSchema(kind, { target: "draft-7" });
    return schema;
  });
  const several = { type: "array", minItems: 1, maxItems: 64, items: { anyOf: one } };
  return { description: kept["description"], anyOf: [...one, several] };
}

/** A field of some acts stands with those acts only. */
function limitToActs(field: string): Json {
  const acts = fileActs.filter((act) => field in actOf(act).fields);
  return { if: { required: [field] }, then: { properties: { act: { enum: acts } } } };
}

const WHO: Readonly<Record<Role, string>> = {
  party: "a party",
  both: "both parties",
  third: "a third state or organisation",
  "non-state": "a non-state group",
  unknown: "unknown",
  clock: "the clock",
};

function describeDoers(act: ActId): string {
  return `Done by: ${actOf(act)
    .by.map((role) => WHO[role])
    .join(", ")}.`;
}

/** An event with what its act can't do without, for an editor to fill in. */
function snippet(act: ActId, place: number): Json {
  const { by, label } = actOf(act);
  const [one] = by;
  const from = one === "both" || needsConsent(act) ? ["$3", "$4"] : one === "unknown" ? "unknown" : "$3";
  const own = neededFields(act).map((key, k) => [key, key === "terms" ? [{ act: "$6", by: "$7" }] : `$${k + 6}`]);
  const body = { id: "$1", at: "$2", act, from, cite: "$5", ...Object.fromEntries(own) };
  return { label: act, description: `${label}. ${describeDoers(act)}`, sortText: String(place).padStart(3, "0"), body };
}

/** An act's own fields that it can't do without. */
function requireFields(act: ActId): readonly Json[] {
  const needed = neededFields(act);
  return needed.length === 0
    ? []
    : [{ if: { properties: { act: { const: act } }, required: ["act"] }, then: { required: needed } }];
}
