/** How patients are seen. */
export const VISIT_MODES = ["phone", "video", "in person"] as const;

export type VisitMode = (typeof VISIT_MODES)[number];
