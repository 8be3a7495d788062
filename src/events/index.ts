/** Events: the catalogue of acts, the envelope, old versions, and the forms that others read. */
export { type Act, type ActClass, type Plover, type RequirementId, type Role } from "./act.ts";
export {
  type ActId,
  actIds,
  actOf,
  actsOfClass,
  catalogue,
  hostilityLevel,
  isActId,
  isHostile,
} from "./catalogue.ts";
export { type Claim, claim, claimSubjects } from "./claim.ts";
export { type CloudEventForm, fromCloudEvent, toCloudEvent } from "./cloudevents.ts";
export { formatDuration, parseDuration } from "./duration.ts";
export {
  type DiplomaticEvent,
  type Envelope,
  emptyLists,
  envelope,
  type EventDraft,
  type EventOf,
  event,
  eventSchema,
} from "./envelope.ts";
export * as fields from "./fields.ts";
export { formatWhen, MINUTES_PER_DAY, parseWhen, type Precision, type When, when } from "./time.ts";
export { chainFaults, type StoredEvent, UnknownVersionError, type Upcaster, upcast, upcasters } from "./upcast.ts";
