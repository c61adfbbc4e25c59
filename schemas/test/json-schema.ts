export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const NOTES = new Set(["$schema", "$id", "$defs", "title", "description"]);

/**
 * Problems of `value` under the keywords of JSON Schema 2020-12 that our published schemas use. An unknown keyword
 * throws, so that nothing in a schema is silently left unchecked.
 */
export function checkSchema(schema: Json, value: Json, root: Json = schema, at = "$"): string[] {
  const rules = asObject(schema);
  const problems: string[] = [];
  const fail = (ok: boolean, text: string): void => {
    if (!ok) problems.push(`${at}: ${text}`);
  };
  const into = (rule: Json, entry: Json, path: string): void => {
    problems.push(...checkSchema(rule, entry, root, path));
  };
  for (const [keyword, rule] of Object.entries(rules)) {
    if (NOTES.has(keyword)) continue;
    switch (keyword) {
      case "$ref":
        into(lookUp(root, asText(rule)), value, at);
        break;
      case "type": {
        const types = Array.isArray(rule) ? rule.map(asText) : [asText(rule)];
        fail(
          types.some((type) => isType(value, type)),
          `is not of type ${types.join(" or ")}`,
        );
        break;
      }
      case "enum":
        fail(asArray(rule).includes(value), `is none of ${JSON.stringify(rule)}`);
        break;
      case "pattern":
        fail(typeof value !== "string" || new RegExp(asText(rule), "u").test(value), `does not match ${asText(rule)}`);
        break;
      case "minLength":
        fail(typeof value !== "string" || value.length >= Number(rule), "is too short");
        break;
      case "minimum":
        fail(typeof value !== "number" || value >= Number(rule), `is below ${Number(rule)}`);
        break;
      case "minItems":
        fail(!Array.isArray(value) || value.length >= Number(rule), "has too few items");
        break;
      case "uniqueItems":
        fail(
          !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
          "repeats",
        );
        break;
      case "items":
        if (Array.isArray(value)) value.forEach((item: Json, index) => into(rule, item, `${at}[${index}]`));
        break;
      case "required":
        if (isObject(value)) for (const name of asArray(rule).map(asText)) fail(name in value, `lacks ${name}`);
        break;
      case "minProperties":
        fail(!isObject(value) || Object.keys(value).length >= Number(rule), "has too few properties");
        break;
      case "propertyNames":
        if (isObject(value)) for (const name of Object.keys(value)) into(rule, name, `${at} name ${name}`);
        break;
      case "properties":
        if (isObject(value)) {
          for (const [name, sub] of Object.entries(asObject(rule))) {
            const entry = value[name];
            if (entry !== undefined) into(sub, entry, `${at}.${name}`);
          }
        }
        break;
      case "additionalProperties":
        if (isObject(value)) {
          const known = asObject(rules["properties"] ?? {});
          for (const [name, entry] of Object.entries(value)) {
            if (name in known) continue;
            if (rule === false) fail(false, `has unknown property ${name}`);
            else into(rule, entry, `${at}.${name}`);
          }
        }
        break;
      default:
        throw new Error(`${at}: keyword ${keyword} is not supported by this check`);
    }
  }
  return problems;
}

function lookUp(root: Json, reference: string): Json {
  let found: Json = root;
  for (const step of reference.replace(/^#\//, "").split("/")) {
    const next: Json | undefined = asObject(found)[step];
    if (next === undefined) throw new Error(`no ${reference}`);
    found = next;
  }
  return found;
}

function isType(value: Json, type: string): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

function asText(value: Json): string {
  if (typeof value !== "string") throw new Error("not a string");
  return value;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asObject(value: Json): JsonObject {
  if (!isObject(value)) throw new Error("not an object");
  return value;
}

function asArray(value: Json): readonly Json[] {
  if (!Array.isArray(value)) throw new Error("not an array");
  return value;
}
