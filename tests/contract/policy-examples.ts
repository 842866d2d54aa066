import type { PolicyDefinition, PolicyParameter } from "../../src/model/index.ts";

export type AnyDefinition = PolicyDefinition<{ readonly type: string }, unknown>;

export interface AnySpec {
  readonly type: string;
  readonly [parameter: string]: unknown;
}

/** What a scenario gets that says no more than the type. */
export function plainSpec({ type, params }: AnyDefinition): AnySpec {
  return { type, ...Object.fromEntries(params.map((param) => [param.name, param.default])) };
}

/** Values at and between the ends of what a parameter may be. */
function valuesOf(param: PolicyParameter): readonly unknown[] {
  switch (param.kind) {
    case "share":
      return [0, 0.3, 1];
    case "minutes":
      return [
        { type: "fixed", value: 0 },
        { type: "fixed", value: 7 },
      ];
    case "duration":
      return [param.least ?? 0, 480, param.default];
    case "count":
    case "factor":
      return [param.least, param.default, param.most];
    case "choice":
      return param.values;
    case "topics":
      return [[], ["refills"], ["refills", "symptoms"]];
    case "roles":
      return [{}, { refills: "clerk" }, { refills: "pharmacist", symptoms: "nurse", results: "physician" }];
    case "times":
      return [[540], [0, 720, 1439]];
  }
}

/** Specs in which each parameter in turn takes each of its values, the others theirs in step: every pair of neighbours is met. */
export function exampleSpecs(definition: AnyDefinition): readonly AnySpec[] {
  const plain = plainSpec(definition);
  const specs: AnySpec[] = [plain];
  definition.params.forEach((param, i) => {
    for (const value of valuesOf(param)) {
      specs.push({ ...plain, [param.name]: value });
      const next = definition.params[i + 1];
      for (const other of next === undefined ? [] : valuesOf(next)) {
        specs.push({ ...plain, [param.name]: value, [next!.name]: other });
      }
    }
  });
  return specs;
}
