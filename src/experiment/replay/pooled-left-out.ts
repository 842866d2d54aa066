import type { LeftOut } from "./recorded-messages.ts";

/** A count of messages below this would tell of single patients. */
const SMALLEST = 5;

/** What was left out, as it may be told: counts of one to four are NaN. */
export function pooledLeftOut({
  specialties,
  chasers,
  withoutTopic,
  neverClosed,
  topics,
  roles,
  withoutRole,
  ...rest
}: LeftOut): LeftOut {
  return {
    ...rest,
    specialties: specialties.map(({ name, messages }) => ({ name, messages: pooled(messages) })),
    chasers: pooled(chasers),
    topics: topics.map(({ name, messages }) => ({ name, messages: pooled(messages) })),
    withoutTopic: pooled(withoutTopic),
    neverClosed: pooled(neverClosed),
    roles: roles.map(({ role, replies }) => ({ role, replies: pooled(replies) })),
    withoutRole: pooled(withoutRole),
  };
}

function pooled(count: number): number {
  return count > 0 && count < SMALLEST ? Number.NaN : count;
}
