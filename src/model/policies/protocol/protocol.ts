import type { Role } from "../../roles.ts";

/** What may be closed by rule, without the role that it would otherwise need. */
export interface Protocol {
  /** Chance that a message of a topic is covered. */
  chance(topic: string): number;
  /** Who may close what is covered. */
  readonly role: Role;
}
