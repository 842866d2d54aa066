import { numberIn, objectIn, textIn } from "../../node/index.ts";
import type { ResultKind } from "./redo.ts";

/** Results of `clinicsim replay`: the record they were made from is about patients, and not kept. */
export const replayKind: ResultKind = {
  format: "clinicsim/replay/1",
  isOf: () => true,
  async open({ manifest: { manifest } }) {
    const { sha256, days } = objectIn(manifest.record, "record");
    const { name } = objectIn(manifest.scenario, "scenario");
    const record = textIn(sha256, "record.sha256", /^[0-9a-f]{64}$/);
    return {
      title: `replay of “${textIn(name, "scenario.name")}”`,
      why: `the record of ${numberIn(days, "record.days")} days that it was made from (${record.slice(0, 12)}…) is about patients, and is not kept here: clinicsim replay with the same extract finds this very result, or says that it differs`,
    };
  },
};
