/**
 * Every policy a clinic can choose, by seam. A new one is a file of its own and an entry in its list: types, schema, help,
 * documentation and the contract suite find it from here.
 *
 *   triage    who reads first, and what that person does     ─▶ Triage
 *   routing   which physician, and who works the shared line  ─▶ Routing
 *   queue     who is next in a line                           ─▶ QueueDiscipline
 */
import { firstCome } from "./first-come.ts";
import { noTriage } from "./no-triage.ts";
import { nurseFirst } from "./nurse-first.ts";
import { ownPhysician } from "./own-physician.ts";
import { physicianPool } from "./physician-pool.ts";
import { rotatingPhysician } from "./rotating-physician.ts";
import { urgentFirst } from "./urgent-first.ts";

export const triagePolicies = [nurseFirst, noTriage] as const;
export const routingPolicies = [ownPhysician, physicianPool, rotatingPhysician] as const;
export const queuePolicies = [urgentFirst, firstCome] as const;

export {
  createPolicy,
  type PolicyDefinition,
  type PolicyParameter,
  type ServingTeam,
  type SpecOf,
} from "./policy.ts";
export { MESSAGE_CLASS, type QueueDiscipline } from "./queue-discipline.ts";
export type { Routing, TeamDay } from "./routing.ts";
export type { Outcome, Reading, Triage } from "./triage.ts";
