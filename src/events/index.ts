/** Events: the catalogue of acts, the envelope, old versions, and the forms that others read. */
export type { Act, ActClass, Plover, RequirementId, Role } from "./act.ts";
export { canonical, digest } from "./canonical.ts";
export {
  type ActId,
  actIds,
  actOf,
  actsOfClass,
  catalogue,
  fieldLabels,
  hostilityLevel,
  isActId,
  isHostile,
  neededFields,
  needsConsent,
} from "./catalogue.ts";
export { type Claim, claim, claimSubjects } from "./claim.ts";
export { type CloudEventForm, fromCloudEvent, toCloudEvent } from "./cloudevents.ts";
export { formatDuration, parseDuration } from "./duration.ts";
export {
  type DiplomaticEvent,
  type Envelope,
  type EventDraft,
  type EventOf,
  envelope,
  event,
  eventSchema,
  fieldShape,
  isMade,
  type Schema,
} from "./envelope.ts";
export * as fields from "./fields.ts";
export { actsFor, actsTold, nearestAct } from "./find.ts";
export { isMeasureKind, type MeasureKind, measureKindIds, measureKinds } from "./measures.ts";
export { boundsOf, emptyLists } from "./plain.ts";
export { relabelled } from "./relabel.ts";
export type { Subscribable } from "./subscribable.ts";
export {
  dayStart,
  formatWhen,
  type Known,
  latestStart,
  MINUTES_PER_DAY,
  type Precision,
  parseSpan,
  parseWhen,
  type When,
  when,
} from "./time.ts";
export { chainFaults, type StoredEvent, type Upcaster, upcast, upcasters } from "./upcast.ts";
export { inZone, isZone, offsetIn, UTC } from "./zone.ts";
