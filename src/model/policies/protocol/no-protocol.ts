import type { PolicyDefinition } from "../policy.ts";
import type { Protocol } from "./protocol.ts";

export interface NoProtocol {
  readonly type: "none";
}

export const noProtocol: PolicyDefinition<NoProtocol, Protocol> = {
  type: "none",
  doc: "Every message needs the role that it needs.",
  source: "no standing orders",
  params: [],
  create: () => ({ chance: () => 0, role: "nurse" }),
};
