import type { Resource } from "./resource.ts";

/** Who brings claims to resources. These are called within the event that causes them: schedule what takes time. */
export interface Claimant {
  /** The turn of a waiting claim has come: it holds the resource. */
  granted(claim: Claim): void;
  /** The resource is taken away for a while. */
  suspended(claim: Claim): void;
  /** A suspended claim holds the resource again. */
  resumed(claim: Claim): void;
}

/** A wish to hold one unit of a resource, and its fate. Made and moved on by `Resource`. */
export class Claim {
  readonly resource: Resource;
  readonly claimant: Claimant;
  /** Lower goes first. */
  readonly priority: number;
  state: "waiting" | "held" | "suspended" | "ended" = "waiting";
  /** The claim that its process began to hold before this one. */
  earlier: Claim | undefined = undefined;

  constructor(resource: Resource, claimant: Claimant, priority: number) {
    this.resource = resource;
    this.claimant = claimant;
    this.priority = priority;
  }
}
