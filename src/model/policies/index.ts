/**
 * Every policy a clinic can choose, by seam. A new one is a file of its own and an entry in its list: types, schema, help,
 * documentation and the contract suite find it from here.
 *
 *   frontDoor   what happens to a message before it is sent     ─▶ FrontDoor
 *   flag        what is known of its urgency before it is read  ─▶ Flag
 *   sorting     to whom it goes before it is read               ─▶ Sorting
 *   triage      who reads first, and how                        ─▶ Triage
 *   protocol    what may be closed by rule                      ─▶ Protocol
 *   conversion  which threads become visits                     ─▶ Conversion
 *   drafts      what tools do to a reply's minutes              ─▶ Drafts
 *   routing     which physician, and who works the shared line  ─▶ Routing
 *   queue       who is next in a line                           ─▶ QueueDiscipline
 *   billing     which of physicians' minutes are paid           ─▶ Billing
 */
import { salaried } from "./billing/salaried.ts";
import { timeThreshold } from "./billing/time-threshold.ts";
import { unpaid } from "./billing/unpaid.ts";
import { noConversion } from "./conversion/no-conversion.ts";
import { toVisit } from "./conversion/to-visit.ts";
import { aiDrafts } from "./drafts/ai-drafts.ts";
import { noDrafts } from "./drafts/no-drafts.ts";
import { algorithmFlag } from "./flag/algorithm-flag.ts";
import { noFlag } from "./flag/no-flag.ts";
import { patientFlag } from "./flag/patient-flag.ts";
import { eligibility } from "./front-door/eligibility.ts";
import { fee } from "./front-door/fee.ts";
import { guidelines } from "./front-door/guidelines.ts";
import { lengthLimit } from "./front-door/length-limit.ts";
import { links } from "./front-door/links.ts";
import { messageCap } from "./front-door/message-cap.ts";
import { questions } from "./front-door/questions.ts";
import { thanksFilter } from "./front-door/thanks-filter.ts";
import { noProtocol } from "./protocol/no-protocol.ts";
import { standingOrders } from "./protocol/standing-orders.ts";
import { ageing } from "./queue/ageing.ts";
import { batch } from "./queue/batch.ts";
import { earliestDue } from "./queue/earliest-due.ts";
import { firstCome } from "./queue/first-come.ts";
import { shortestFirst } from "./queue/shortest-first.ts";
import { urgentFirst } from "./queue/urgent-first.ts";
import { coveringPhysician } from "./routing/covering-physician.ts";
import { leastLoaded } from "./routing/least-loaded.ts";
import { ownPhysician } from "./routing/own-physician.ts";
import { ownThenPool } from "./routing/own-then-pool.ts";
import { physicianPool } from "./routing/physician-pool.ts";
import { rotatingPhysician } from "./routing/rotating-physician.ts";
import { byAlgorithm } from "./sorting/by-algorithm.ts";
import { byTopic } from "./sorting/by-topic.ts";
import { noSorting } from "./sorting/no-sorting.ts";
import { clerkFirst } from "./triage/clerk-first.ts";
import { noTriage } from "./triage/no-triage.ts";
import { nurseFirst } from "./triage/nurse-first.ts";

export const frontDoorPolicies = [
  guidelines,
  links,
  questions,
  eligibility,
  fee,
  lengthLimit,
  messageCap,
  thanksFilter,
] as const;
export const flagPolicies = [noFlag, patientFlag, algorithmFlag] as const;
export const sortingPolicies = [noSorting, byTopic, byAlgorithm] as const;
export const triagePolicies = [nurseFirst, clerkFirst, noTriage] as const;
export const protocolPolicies = [noProtocol, standingOrders] as const;
export const conversionPolicies = [noConversion, toVisit] as const;
export const draftPolicies = [noDrafts, aiDrafts] as const;
export const routingPolicies = [
  ownPhysician,
  physicianPool,
  ownThenPool,
  rotatingPhysician,
  coveringPhysician,
  leastLoaded,
] as const;
export const queuePolicies = [urgentFirst, firstCome, earliestDue, ageing, shortestFirst, batch] as const;
export const billingPolicies = [unpaid, salaried, timeThreshold] as const;

export type { BillableThread, Billing } from "./billing/billing.ts";
export type { Conversion } from "./conversion/conversion.ts";
export type { Drafts } from "./drafts/drafts.ts";
export type { Flag } from "./flag/flag.ts";
export type { DoorEffect, FrontDoor, Incoming } from "./front-door/front-door.ts";
export {
  choose,
  createPolicy,
  type PolicyDefinition,
  type PolicyParameter,
  type SpecOf,
  type Weighted,
} from "./policy.ts";
export type { Protocol } from "./protocol/protocol.ts";
export { type Entry, MESSAGE_CLASS, type QueueDiscipline } from "./queue/queue-discipline.ts";
export type { Routing, TeamDay, TeamNow } from "./routing/routing.ts";
export type { Sortable, Sorting } from "./sorting/sorting.ts";
export type { ReadingRules, Triage } from "./triage/triage.ts";
