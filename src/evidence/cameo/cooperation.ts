/** CAMEO 01 to 09: words, talks, co-operation, concessions. */
import { means } from "./meaning.ts";

const COOP = "ordinary co-operation opens, moves and ends no crisis";
const HOME = "within a state: between two states it is none";
const OFFER = "an offer of co-operation, which the catalogue does not tell from other statements";

/** What each code means, by the code. */
export const cooperation = {
  "01": means("Make public statement", "make-statement"),
  "010": means("Make statement, not specified below", "make-statement"),
  "011": means("Decline comment", "make-statement"),
  "012": means("Make pessimistic comment", "make-statement"),
  "013": means("Make optimistic comment", "make-statement"),
  "014": means("Consider policy option", "make-statement", { coarse: true, note: "or a council that meets over it" }),
  "015": means("Acknowledge or claim responsibility", "make-statement", {
    coarse: true,
    note: "or a justification of force",
  }),
  "016": means("Deny responsibility", "deny-responsibility"),
  "017": means("Engage in symbolic act", "make-statement"),
  "018": means("Make empathetic comment", "make-statement"),
  "019": means("Express accord", "make-statement"),
  "02": means("Appeal", "make-statement", { coarse: true, note: "a request: neither a demand nor an offer" }),
  "020": means("Appeal, not specified below", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "021": means("Appeal for material cooperation, not specified below", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0211": means("Appeal for economic cooperation", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0212": means("Appeal for military cooperation", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0213": means("Appeal for judicial cooperation", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0214": means("Appeal for intelligence", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "022": means("Appeal for diplomatic cooperation, such as policy support", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "023": means("Appeal for aid, not specified below", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0231": means("Appeal for economic aid", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0232": means("Appeal for military aid", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0233": means("Appeal for humanitarian aid", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0234": means("Appeal for military protection or peacekeeping", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "024": means("Appeal for political reform, not specified below", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0241": means("Appeal for change in leadership", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0242": means("Appeal for policy change", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0243": means("Appeal for rights", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "0244": means("Appeal for change in institutions, regime", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "025": means("Appeal to yield", "demand", { coarse: true, note: "asked for rather than demanded" }),
  "0251": means("Appeal for easing of administrative sanctions", "demand", {
    coarse: true,
    note: "asked for rather than demanded",
  }),
  "0252": means("Appeal for easing of popular dissent", "demand", {
    coarse: true,
    note: "asked for rather than demanded",
  }),
  "0253": means("Appeal for release of persons or property", "demand", {
    coarse: true,
    note: "asked for rather than demanded",
  }),
  "0254": means("Appeal for easing of economic sanctions, boycott, or embargo", "demand", {
    coarse: true,
    note: "asked for rather than demanded",
  }),
  "0255": means("Appeal for target to allow international involvement (non-mediation)", "demand", {
    coarse: true,
    note: "asked for rather than demanded",
  }),
  "0256": means("Appeal for de-escalation of military engagement", "demand", {
    coarse: true,
    note: "asked for rather than demanded",
  }),
  "026": means("Appeal to others to meet or negotiate", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "027": means("Appeal to others to settle dispute", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "028": means("Appeal to others to engage in or accept mediation", "make-statement", {
    coarse: true,
    note: "a request: neither a demand nor an offer",
  }),
  "03": means("Express intent to cooperate", "make-statement", { coarse: true, note: OFFER }),
  "030": means("Express intent to cooperate", "make-statement", { coarse: true, note: OFFER }),
  "031": means("Agree to engage in material cooperation", "make-statement", { coarse: true, note: OFFER }),
  "0311": means("Express intent to cooperate economically", "make-statement", { coarse: true, note: OFFER }),
  "0312": means("Express intent to cooperate militarily", "make-statement", { coarse: true, note: OFFER }),
  "0313": means("Express intent to cooperate on judicial matters", "make-statement", { coarse: true, note: OFFER }),
  "0314": means("Express intent to cooperate on intelligence", "make-statement", { coarse: true, note: OFFER }),
  "032": means("Express intent to engage in diplomatic cooperation (such as policy support)", "make-statement", {
    coarse: true,
    note: OFFER,
  }),
  "033": means("Express intent to provide material aid", "make-statement", { coarse: true, note: OFFER }),
  "0331": means("Express intent to provide economic aid", "make-statement", { coarse: true, note: OFFER }),
  "0332": means("Express intent to provide military aid", "make-statement", { coarse: true, note: OFFER }),
  "0333": means("Express intent to provide humanitarian aid", "make-statement", { coarse: true, note: OFFER }),
  "0334": means("Express intent to provide military protection or peacekeeping", "make-statement", {
    coarse: true,
    note: OFFER,
  }),
  "034": means("Express intent to bring political reform", "make-statement", { coarse: true, note: OFFER }),
  "0341": means("Express intent to change leadership", "make-statement", { coarse: true, note: OFFER }),
  "0342": means("Express intent to change policy", "make-statement", { coarse: true, note: OFFER }),
  "0343": means("Express intent to provide rights", "make-statement", { coarse: true, note: OFFER }),
  "0344": means("Express intent to change institutions, regime", "make-statement", { coarse: true, note: OFFER }),
  "035": means("Express intent to yield", "express-deescalation", {
    coarse: true,
    note: "which step is announced the act does not tell",
  }),
  "0351": means("Express intent to ease administrative sanctions", "express-deescalation", {
    coarse: true,
    note: "which step is announced the act does not tell",
  }),
  "0352": means("Express intent to ease popular dissent", "make-statement", { coarse: true, note: "a step at home" }),
  "0353": means("Express intent to release persons or property", "express-deescalation", {
    coarse: true,
    note: "which step is announced the act does not tell",
  }),
  "0354": means("Express intent to ease economic sanctions, boycott, embargo", "express-deescalation", {
    coarse: true,
    note: "which step is announced the act does not tell",
  }),
  "0355": means("Express intent to allow international involvement (non-mediation)", "express-deescalation", {
    coarse: true,
    note: "which step is announced the act does not tell",
  }),
  "0356": means("Express intent to de-escalate military engagement", "express-deescalation"),
  "036": means("Express intent to meet or negotiate", "offer-talks", { coarse: true, note: "or an invitation" }),
  "037": means("Express intent to settle dispute", "express-deescalation"),
  "038": means("Express intent to accept mediation", "accept-mediation"),
  "039": means("Express intent to mediate", "make-statement", {
    coarse: true,
    note: "an offer to mediate between others; of a third state, offer-mediation",
  }),
  "04": means("Consult", "meet", { coarse: true, note: "whether they met, called or visited is not told" }),
  "040": means("Consult", "meet", { coarse: true, note: "whether they met, called or visited is not told" }),
  "041": means("Discuss by telephone", "consult-by-phone"),
  "042": means("Make a visit", "visit"),
  "043": means("Host a visit", "visit", { mirrored: true }),
  "044": means("Meet at a 'third' location", "meet"),
  "045": means("Engage in mediation", "meet", { coarse: true, note: "talks with a part in a mediation" }),
  "046": means("Engage in negotiation", "negotiate", { joint: true }),
  "05": means("Engage in diplomatic cooperation", null, { note: COOP }),
  "050": means("Engage in diplomatic cooperation", null, { note: COOP }),
  "051": means("Praise or endorse", "make-statement", { coarse: true, note: "words for the other" }),
  "052": means("Defend verbally", "make-statement", { coarse: true, note: "words for the other" }),
  "053": means("Rally support on behalf of", "make-statement", { coarse: true, note: "words for the other" }),
  "054": means("Grant diplomatic recognition", null, {
    note: "recognition; where relations were severed, restore-relations needs both",
  }),
  "055": means("Apologize", "apologize"),
  "056": means("Forgive", "express-deescalation", { coarse: true, note: "forgiveness" }),
  "057": means("Sign formal agreement", "sign-agreement", {
    coarse: true,
    joint: true,
    note: "agree, where terms are left to be carried out",
  }),
  "06": means("Engage in material cooperation", null, { note: COOP }),
  "060": means("Engage in material cooperation", null, { note: COOP }),
  "061": means("Cooperate economically", null, { note: COOP }),
  "062": means("Cooperate militarily", null, { note: COOP }),
  "063": means("Engage in judicial cooperation", null, { note: COOP }),
  "064": means("Share intelligence or information", null, { note: COOP }),
  "07": means("Provide aid", null, { note: COOP }),
  "070": means("Provide aid", null, { note: COOP }),
  "071": means("Provide economic aid", null, { note: COOP }),
  "072": means("Provide military aid", null, { note: COOP }),
  "073": means("Provide humanitarian aid", null, { note: COOP }),
  "074": means("Provide military protection or peacekeeping", null, { note: COOP }),
  "075": means("Grant asylum", "grant-asylum"),
  "08": means("Yield", "meet-demand", { coarse: true, note: "what was demanded is not told" }),
  "080": means("Yield", "meet-demand", { coarse: true, note: "what was demanded is not told" }),
  "081": means("Ease administrative sanctions", "lift-measure", { coarse: true, note: "which measure is not told" }),
  "0811": means("Ease restrictions on political freedoms", null, { note: HOME }),
  "0812": means("Ease ban on political parties or politicians", null, { note: HOME }),
  "0813": means("Ease curfew", null, { note: HOME }),
  "0814": means("Ease state of emergency or martial law", null, { note: HOME }),
  "082": means("Ease political dissent", null, { note: HOME }),
  "083": means("Accede to requests or demands for political reform", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "0831": means("Accede to demands for change in leadership", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "0832": means("Accede to demands for change in policy", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "0833": means("Accede to demands for rights", "meet-demand", { coarse: true, note: "what was demanded is not told" }),
  "0834": means("Accede to demands for change in institutions, regime", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "084": means("Return, release", "release-persons"),
  "0841": means("Return, release person(s)", "release-persons"),
  "0842": means("Return, release property", "release-persons"),
  "085": means("Ease economic sanctions, boycott, embargo", "lift-sanctions", {
    coarse: true,
    note: "or another measure lifted",
  }),
  "086": means("Allow international involvement", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "0861": means("Receive deployment of peacekeepers", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "0862": means("Receive inspectors", "meet-demand", { coarse: true, note: "what was demanded is not told" }),
  "0863": means("Allow delivery of humanitarian aid", "meet-demand", {
    coarse: true,
    note: "what was demanded is not told",
  }),
  "087": means("De-escalate military engagement", "withdraw-forces", {
    coarse: true,
    note: "or a ceasefire, or a stand-down",
  }),
  "0871": means("Declare truce, ceasefire", "declare-ceasefire"),
  "0872": means("Ease military blockade", "lift-measure"),
  "0873": means("Demobilize armed forces", "stand-down"),
  "0874": means("Retreat or surrender militarily", "withdraw-forces", { coarse: true, note: "or a surrender" }),
  "09": means("Investigate", null, { note: "an inquiry is no act towards the other" }),
  "090": means("Investigate", null, { note: "an inquiry is no act towards the other" }),
  "091": means("Investigate crime, corruption", null, { note: "an inquiry is no act towards the other" }),
  "092": means("Investigate human rights abuses", null, { note: "an inquiry is no act towards the other" }),
  "093": means("Investigate military action", null, { note: "an inquiry is no act towards the other" }),
  "094": means("Investigate war crimes", null, { note: "an inquiry is no act towards the other" }),
} as const;
