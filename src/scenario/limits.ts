/**
 * Bounds on what a scenario may ask for, so that no file can hang a run or exhaust memory. Each is far beyond
 * any clinic; whoever meets one has most likely slipped a zero.
 */
export const LIMITS = {
  /** [bytes] of the file. */
  file: 4 * 1024 * 1024,
  /** [characters] of the file. */
  text: 2_000_000,
  /** Brackets within brackets. */
  depth: 48,
  /** Values of any kind in the file. */
  values: 20_000,
  /** [characters] of a name, and of any other text. */
  name: 80,
  words: 2_000,
  specialties: 20,
  topics: 40,
  otherWork: 40,
  triggers: 40,
  teams: 40,
  /** People in one team, and in all. */
  teamSize: 500,
  people: 1_000,
  /** Evening habits of a person; handovers of a team; deliveries of a day. */
  evenings: 14,
  handovers: 100,
  deliveries: 48,
  promises: 20,
  alternatives: 50,
  /** What `staff` may decide; choices of a decision. */
  decisions: 12,
  choices: 40,
  stresses: 50,
  outages: 100,
  /** [min] An outage of the portal, and the rebound after it. */
  outage: 44_640,
  /** Entries of a list of hours or dates; of a timeline; of a patch, which may change a number of every topic of a hospital. */
  list: 400,
  timeline: 100,
  patch: 2_000,
  patients: 2_000_000,
  /** [days] Warm-up, window and run-out together. */
  runDays: 7_320,
  replications: 100_000,
  /** Messages, and pieces of other work, expected in one replication. */
  messages: 5_000_000,
  work: 5_000_000,
  /** Person-days in one replication. */
  personDays: 2_000_000,
  /** Messages expected in all replications together. */
  allMessages: 20_000_000_000,
  /** [min] A handling time's mean or bound; a delay's. */
  handling: 1_440,
  delay: 525_600,
} as const;
