/** As much of JSON Schema as the published schemas use. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  oneOf?: Schema[];
}

/** Every way in which a value is not what a schema says. */
export function violations(value: unknown, schema: Schema, root: Schema, at = "$"): string[] {
  if (schema.$ref) {
    const name = schema.$ref.replace("#/$defs/", "");
    return violations(value, root.$defs![name]!, root, at);
  }
  if (schema.oneOf) {
    const fitting = schema.oneOf.filter((one) => !violations(value, one, root, at).length);
    return fitting.length == 1 ? [] : [`${at} fits ${fitting.length} of the choices`];
  }
  const wrong: string[] = [];
  if ("const" in schema && value !== schema.const)
    wrong.push(`${at} is not ${String(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) wrong.push(`${at} is none of the values`);
  if (schema.type && !isOfType(value, schema.type)) return [...wrong, `${at} is no ${schema.type}`];
  if (typeof value == "number" && value < (schema.minimum ?? -Infinity))
    wrong.push(`${at} is too small`);
  if (Array.isArray(value) && schema.items)
    return [
      ...wrong,
      ...value.flatMap((one, index) => violations(one, schema.items!, root, `${at}[${index}]`)),
    ];
  if (typeof value != "object" || value === null || Array.isArray(value)) return wrong;
  for (const name of schema.required ?? []) if (!(name in value)) wrong.push(`${at}.${name} lacks`);
  for (const [name, part] of Object.entries(value)) {
    const of = schema.properties?.[name] ?? schema.additionalProperties;
    if (of) wrong.push(...violations(part, of, root, `${at}.${name}`));
    else if (schema.properties) wrong.push(`${at}.${name} is not in the schema`);
  }
  return wrong;
}

function isOfType(value: unknown, type: string): boolean {
  if (type == "integer") return Number.isInteger(value);
  if (type == "array") return Array.isArray(value);
  if (type == "object") return typeof value == "object" && value !== null && !Array.isArray(value);
  return typeof value == type;
}
