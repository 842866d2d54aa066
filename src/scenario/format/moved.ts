/** Keys that earlier drafts of the format had, and where what they said stands now. */
const MOVED: ReadonlyMap<string, string> = new Map([
  ["urgencyFlag", 'a flag is a policy: "policies": { "flag": { "type": "patient-flag", "sensitivity": … } }'],
]);

/** A hint for who still writes such a key; undefined for any other. */
export function movedTo(key: string): string | undefined {
  return MOVED.get(key);
}
