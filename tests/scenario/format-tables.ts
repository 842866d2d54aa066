import { scenarioJsonSchema } from "../../src/scenario/index.ts";

/** As much of JSON Schema as scenarios use. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | readonly Schema[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly description?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly "x-is"?: string;
  readonly "x-source"?: string;
}

const root = scenarioJsonSchema() as Schema;

/**
 * The tables of `scenarios/README.md`: every key of the format, what it takes, and its default, from the
 * parser's own schema.
 */
export function formatTables(): string {
  const tables: string[] = [];
  addTable(tables, "The file", root, "");
  const distribution = root.definitions!.distribution!;
  const kinds = Object.entries(distribution.properties!).map(([kind, reference]) => {
    const schema = resolved(reference);
    const parameters = Object.entries(schema.properties!).map(([name, parameter]) => {
      const optional = schema.required?.includes(name) === true ? "" : ", may be left out";
      return `\`${name}\`: ${resolved(parameter).description}${optional}`;
    });
    return `| \`${kind}\` | ${schema.description} | ${parameters.join("; ")} |`;
  });
  tables.push(
    ["### Distributions", "", "| kind | what it is | parameters |", "|---|---|---|", ...kinds].join("\n"),
  );
  return tables.join("\n\n");
}

function addTable(tables: string[], title: string, schema: Schema, path: string): void {
  const heading = path === "" ? `### ${title}` : `### \`${path}\``;
  const about = path === "" || schema.description === undefined ? [] : ["", schema.description];
  const rows = rowsOf(schema);
  tables.push([heading, ...about, "", ...tableOf(rows)].join("\n"));
  const places = rows.flatMap((row) => placesBelow(row, path));
  for (const [i, { place, plain }] of places.entries()) {
    if (seamOf(plain) !== undefined) {
      if (path === "policies") addSeam(tables, plain, place);
    } else if (i === 0 || !isAlike(plain, places[i - 1]!.plain)) addTable(tables, place, plain, place);
  }
}

function tableOf(rows: readonly Row[]): readonly string[] {
  const lines = rows.map(({ key, property, required, only }, i) => {
    const plain = resolved(property);
    const alike = rows.slice(0, i).find((before) => isAlike(plain, resolved(before.property)));
    const takes = alike === undefined ? kindOf(plain) : `as \`${alike.key}\``;
    const doc = [only, plain.description].filter((text) => text !== undefined).join(" ");
    return `| \`${key}\` | ${takes} | ${standard(plain, required)} | ${doc} |`;
  });
  return ["| key | takes | default | |", "|---|---|---|---|", ...lines];
}

/** What stands under a key in a table of its own. */
function placesBelow({ key, property }: Row, path: string): readonly { place: string; plain: Schema }[] {
  const plain = resolved(property);
  const place = path === "" ? key : `${path}.${key}`;
  const entry = entryOf(plain);
  const item = itemOf(plain);
  if (seamOf(plain) !== undefined || isObject(plain)) return [{ place, plain }];
  if (entry !== undefined && isObject(entry)) {
    return [{ place: `${place}.<${key === "evidence" ? "path" : "name"}>`, plain: entry }];
  }
  return item !== undefined && isObject(item) ? [{ place: `${place}[]`, plain: item }] : [];
}

/** Whether two objects have the same keys, all of which take the same. */
function isAlike(one: Schema, other: Schema): boolean {
  return one.properties !== undefined && JSON.stringify(one.properties) === JSON.stringify(other.properties);
}

/** A seam's policies and their parameters; those of several policies stand once. */
function addSeam(tables: string[], schema: Schema, path: string): void {
  const options = optionsOf(schema);
  const types = options.map(
    (option) => `| \`${typeOf(option)}\` | ${option.description} | ${option["x-source"]} |`,
  );
  const parameters = new Map<string, string[]>();
  for (const option of options) {
    for (const { key, property, required } of rowsOfObject(option)) {
      if (key === "type") continue;
      const plain = resolved(property);
      const row = `${kindOf(plain)} | ${standard(plain, required)} | ${plain.description} |`;
      const id = `| \`${key}\` | $types | ${row}`;
      parameters.set(id, [...(parameters.get(id) ?? []), `\`${typeOf(option)}\``]);
    }
  }
  const rows = [...parameters].map(([row, of]) => row.replace("$types", of.join(", ")));
  const head = [
    `### \`${path}\``,
    "",
    schema.description!,
    "",
    "| type | | source |",
    "|---|---|---|",
    ...types,
  ];
  const foot = ["", "| key | of | takes | default | |", "|---|---|---|---|---|", ...rows];
  tables.push([...head, ...(rows.length === 0 ? [] : foot)].join("\n"));
}

/** The name of the seam whose policies may stand here, one or a list of them. */
function seamOf(schema: Schema): string | undefined {
  const choice = schema.type === "array" ? itemOf(schema) : schema;
  if (choice?.oneOf === undefined || optionsOf(choice)[0]!["x-source"] === undefined) return undefined;
  return Object.keys(root.definitions!).find((name) => root.definitions![name]!.oneOf === choice.oneOf);
}

function optionsOf(schema: Schema): readonly Schema[] {
  const choice = schema.type === "array" ? itemOf(schema) : schema;
  return (choice?.oneOf ?? []).map(resolved);
}

function typeOf(option: Schema): string {
  return String(option.properties!.type!.const);
}

interface Row {
  readonly key: string;
  readonly property: Schema;
  readonly required: boolean;
  /** Said of keys that only some kinds have. */
  readonly only?: string;
}

function rowsOf(schema: Schema): readonly Row[] {
  if (schema.properties !== undefined) return rowsOfObject(schema);
  const options = (schema.oneOf ?? []).map((option) => resolved(option));
  const discriminator = Object.keys(options[0]!.properties!).find(
    (key) => options[0]!.properties![key]!.const !== undefined,
  )!;
  const kinds = options.map((option) => ({
    type: String(option.properties![discriminator]!.const),
    rows: rowsOfObject(option).filter(({ key }) => key !== discriminator),
    doc: option.description,
  }));
  const choice: Row = {
    key: discriminator,
    required: schema.default === undefined,
    property: {
      enum: kinds.map(({ type }) => type),
      description: kinds
        .map(({ type, doc }) => (doc === undefined ? "" : `\`${type}\`: ${doc}`))
        .filter((text) => text !== "")
        .join(" "),
      ...(schema.default === undefined
        ? {}
        : { default: (schema.default as Record<string, unknown>)[discriminator] }),
    },
  };
  const names = [...new Set(kinds.flatMap(({ rows }) => rows.map(({ key }) => key)))];
  const others = names.map((name) => {
    const having = kinds.filter(({ rows }) => rows.some(({ key }) => key === name));
    const row = having[0]!.rows.find(({ key }) => key === name)!;
    const required = having.filter(({ rows }) => rows.some((one) => one.key === name && one.required));
    const only =
      having.length === kinds.length
        ? undefined
        : `Only for ${having.map(({ type }) => `\`${type}\``).join(", ")}.`;
    const needed =
      required.length > 0 && required.length < having.length
        ? ` Required for ${required.map(({ type }) => `\`${type}\``).join(", ")}.`
        : "";
    return {
      ...row,
      required: required.length === having.length,
      ...(only === undefined && needed === "" ? {} : { only: `${only ?? ""}${needed}`.trim() }),
    };
  });
  return [choice, ...others];
}

function rowsOfObject(schema: Schema): readonly Row[] {
  return Object.entries(schema.properties!).map(([key, property]) => ({
    key,
    property,
    required: schema.required?.includes(key) === true,
  }));
}

/** A schema with references and what stands around them put together; what is said nearest counts. */
function resolved(schema: Schema): Schema {
  const { $ref, allOf, ...own } = schema;
  const around = [
    ...(allOf ?? []),
    ...($ref === undefined ? [] : [root.definitions![$ref.split("/").at(-1)!]!]),
  ];
  return Object.assign({}, ...around.map(resolved), own);
}

function isObject(schema: Schema): boolean {
  if (isDistribution(schema)) return false;
  const options = schema.oneOf?.map(resolved);
  return (
    schema.properties !== undefined || options?.every((option) => option.properties !== undefined) === true
  );
}

function isDistribution(schema: Schema): boolean {
  return schema["x-is"] === "distribution";
}

function entryOf(schema: Schema): Schema | undefined {
  return typeof schema.additionalProperties === "object" && schema.properties === undefined
    ? resolved(schema.additionalProperties)
    : undefined;
}

function itemOf(schema: Schema): Schema | undefined {
  return schema.type === "array" && !Array.isArray(schema.items)
    ? resolved(schema.items as Schema)
    : undefined;
}

/** What may stand here, in a word or two. */
function kindOf(schema: Schema): string {
  if (isDistribution(schema)) return "distribution";
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema["x-is"] === "share") return `share${bounds(schema)}`;
  if (schema["x-is"] !== undefined) return `${schema["x-is"]}, \`"${String(schema.examples?.[0])}"\``;
  const seam = seamOf(schema);
  if (seam !== undefined) {
    return `${schema.type === "array" ? "list of policies" : "policy"}, see \`policies.${seam}\``;
  }
  if (isObject(schema)) return "see below";
  if (schema.anyOf !== undefined) return schema.anyOf.map((option) => kindOf(resolved(option))).join(" or ");
  if (schema.type === "array") {
    if (Array.isArray(schema.items)) return `${schema.items.length} values`;
    const item = itemOf(schema)!;
    if (isObject(item)) return "list, see below";
    const size =
      schema.minItems !== undefined && schema.minItems === schema.maxItems ? ` ${schema.minItems}` : "";
    return `list of${size}: ${kindOf(item)}`;
  }
  if (schema.type === "object") {
    const entry = entryOf(schema);
    if (entry === undefined) return "paths and values";
    return entry.enum === undefined ? "by name, see below" : `by name: ${kindOf(entry)}`;
  }
  if (schema.type === "integer") return `whole number${bounds(schema)}`;
  if (schema.type === "number") return `number${bounds(schema)}`;
  return "text";
}

function bounds({ minimum, exclusiveMinimum, maximum }: Schema): string {
  const least = exclusiveMinimum === undefined ? minimum : `above ${exclusiveMinimum}`;
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (least === undefined && most === undefined) return "";
  return most === undefined ? `, from ${least}` : `, ${least} … ${most}`;
}

function standard(schema: Schema, required: boolean): string {
  if (required) return "required";
  if (schema.default === undefined) return "left out";
  const text = JSON.stringify(schema.default);
  if (text === "{}") return isObject(schema) ? "as below" : "none";
  if (text === "[]") return "none";
  return /^\[1(,1)+\]$/.test(text) ? "all alike" : `\`${text}\``;
}
