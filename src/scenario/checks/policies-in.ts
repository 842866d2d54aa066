import type { PolicyParameter } from "../../model/index.ts";
import { listingOf, SEAMS, type Seam } from "../format/seams.ts";
import type { JsonObject, Segment } from "../json-value.ts";
import { entriesOf, type SoundDocument } from "./check.ts";

/** A policy that a document chooses, and where. */
export interface PolicyAt {
  readonly seam: Seam;
  readonly path: readonly Segment[];
  /** As written, with defaults. */
  readonly policy: JsonObject;
  readonly params: readonly PolicyParameter[];
  /** The specialties that it is for, by name. */
  readonly specialties: readonly string[];
}

/**
 * Every policy of the clinic and of its specialties, each with the specialties it is for: the clinic's for those
 * that have none of their own in its place. The order of work and billing are everybody's.
 */
export function policiesIn({ policies, specialties }: SoundDocument): readonly PolicyAt[] {
  const names = entriesOf(specialties);
  return (Object.keys(SEAMS) as Seam[]).flatMap((seam) => {
    const own = names.map(([name, specialty]) => [name, chosen(specialty.policies, seam)] as const);
    const others = own.filter(([, policy]) => policy === undefined).map(([name]) => name);
    return [
      ...listed(seam, ["policies", seam], chosen(policies, seam), others),
      ...own.flatMap(([name, policy]) =>
        listed(seam, ["specialties", name, "policies", seam], policy, [name]),
      ),
    ];
  });
}

/** Those of one specialty, its own or the clinic's. */
export function policiesOf(document: SoundDocument, specialty: string): readonly PolicyAt[] {
  return policiesIn(document).filter(({ specialties }) => specialties.includes(specialty));
}

function chosen(policies: unknown, seam: Seam): unknown {
  return (policies as Partial<Record<Seam, unknown>> | undefined)?.[seam];
}

function listed(
  seam: Seam,
  path: readonly Segment[],
  chosen: unknown,
  specialties: readonly string[],
): readonly PolicyAt[] {
  const list = Array.isArray(chosen) ? (chosen as readonly JsonObject[]) : [chosen as JsonObject | undefined];
  return list.flatMap((policy, index) => {
    const definition = listingOf(seam, String(policy?.type));
    if (policy === undefined || definition === undefined) return [];
    const at = Array.isArray(chosen) ? [...path, index] : path;
    return [{ seam, path: at, policy, params: definition.params, specialties }];
  });
}
