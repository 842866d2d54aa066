import type { PolicyDefinition } from "../policy.ts";
import type { Conversion } from "./conversion.ts";

export interface NoConversion {
  readonly type: "none";
}

export const noConversion: PolicyDefinition<NoConversion, Conversion> = {
  type: "none",
  doc: "Whatever is written is answered in writing; a visit is booked once all is written.",
  source: "portals without channel management",
  params: [],
  create: () => ({ chance: () => 0, mode: "in person", bookingMinutes: 0 }),
};
