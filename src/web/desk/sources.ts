import type { EvidenceSource } from "../../report/index.ts";

declare const __CLINICSIM_SOURCES__: readonly EvidenceSource[];

/** The published sources that come with clinicsim. */
export const sources = __CLINICSIM_SOURCES__;
