import { InputError, type Issue } from "../errors.ts";
import { formatPath, type JsonValue, type Patch, patchScenario, type Scenario } from "../scenario/index.ts";
import type { StaffFlags } from "./staff-flags.ts";

/** The scenario with what the flags say of deciding written into it. Throws InputError with every fault. */
export function withStaffing(scenario: Scenario, asked: StaffFlags): Scenario {
  const { vary, keep, minimise, tolerance, confidence } = asked;
  const issues: Issue[] = [];
  const varied: Record<string, JsonValue> = Object.create(null);
  for (const written of vary) {
    const equals = written.indexOf("=");
    const path = written.slice(0, Math.max(0, equals)).trim();
    if (path in varied) {
      const message = `${path} is decided twice`;
      const hint = `list all its values in one: ${path}=${String(varied[path])},${written.slice(equals + 1).trim()}`;
      issues.push({
        code: "decided-twice",
        path: "--vary",
        message,
        hint,
        severity: "error",
      });
    } else if (path !== "") varied[path] = written.slice(equals + 1).trim();
    else {
      const message = `"${written}" has no path before an equals sign`;
      const hint = "write path=values, as in staff.triage-nurse.count=1..4";
      issues.push({ code: "bad-vary", path: "--vary", message, hint, severity: "error" });
    }
  }
  const bounds = [...(scenario.document.staffing?.keep ?? []), ...keep];
  const patch: Patch = {
    ...(vary.length === 0 ? {} : { "staffing.vary": { ...varied } }),
    ...(keep.length === 0 ? {} : { "staffing.keep": bounds }),
    ...(minimise.length === 0 ? {} : { "staffing.minimise": minimise }),
    ...(confidence === undefined ? {} : { "staffing.confidence": confidence }),
    ...Object.fromEntries(
      tolerance.map(([response, size]) => [formatPath(["staffing", "tolerance", response]), size]),
    ),
  };
  if (issues.length > 0) throw new InputError(issues);
  if (Object.keys(patch).length === 0) return scenario;
  const patched = patchScenario(scenario, patch);
  if (patched.scenario === undefined) throw new InputError(patched.issues);
  return patched.scenario;
}
