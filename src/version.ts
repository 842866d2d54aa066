declare const __CLINICSIM_VERSION__: string | undefined;
declare const __CLINICSIM_ENGINE__: string | undefined;

/** Version of this package; "unbuilt" where the sources run without a build. */
export const version: string = typeof __CLINICSIM_VERSION__ === "string" ? __CLINICSIM_VERSION__ : "unbuilt";

/**
 * SHA-256 of the built pure bundle, in hexadecimal: two results with the same engine, scenario, offsets, seed and replication
 * are the same bytes. "unbuilt" where the sources run without a build. For the I/O floors only: the bundle cannot hold its own hash.
 */
export const engine: string = typeof __CLINICSIM_ENGINE__ === "string" ? __CLINICSIM_ENGINE__ : "unbuilt";
