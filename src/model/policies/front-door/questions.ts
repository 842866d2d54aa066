import type { PolicyDefinition, Weighted } from "../policy.ts";
import {
  type DisplacedShares,
  type DoorEffect,
  displacedParams,
  type FrontDoor,
  OPEN,
  turnedAway,
} from "./front-door.ts";

export interface Questions extends DisplacedShares {
  readonly type: "questions";
  readonly abandons: number;
  readonly completes: number;
  readonly followUps: number;
}

export const questions: PolicyDefinition<Questions, FrontDoor> = {
  type: "questions",
  doc: "Questions asked before a first message is sent: less is missing, fewer rounds follow, and some messages are never sent.",
  source: "question prompts before sending are feasible (T42); no effect on workload is published",
  params: [
    {
      name: "abandons",
      kind: "share",
      doc: "share of first messages that are given up over the questions",
      default: 0,
    },
    {
      name: "completes",
      kind: "share",
      doc: "of the messages that would lack something, the share that lacks it no more",
      default: 0,
    },
    {
      name: "followUps",
      kind: "factor",
      doc: "factor on the chance that the reply brings another message",
      default: 1,
      least: 0,
      most: 1,
    },
    ...displacedParams,
  ],
  create(spec) {
    const { completes, followUps } = spec;
    const answered = turnedAway(spec.abandons, spec);
    const letIn = (completed: boolean): DoorEffect => ({ completed, followUps });
    const ask = (incomplete: boolean): readonly Weighted<DoorEffect>[] => {
      const [stays, ...gone] = answered;
      const complete = incomplete ? completes : 0;
      return [
        { chance: stays!.chance * (1 - complete), of: letIn(false) },
        { chance: stays!.chance * complete, of: letIn(true) },
        ...gone,
      ];
    };
    const [whole, lacking] = [ask(false), ask(true)];
    return { outcomes: ({ round, incomplete }) => (round > 0 ? OPEN : incomplete ? lacking : whole) };
  },
};
