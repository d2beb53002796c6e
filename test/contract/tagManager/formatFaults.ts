import { parseAst } from "rollup/parseAst";

type Data = Record<string, unknown>;
interface Node extends Data {
  type: string;
}
interface Typed extends Data {
  type: number;
}
interface Asked extends Data {
  instance: { key: Data; param?: { key: string; value: Typed }[] };
}

/** In the order in which the editor exports them; only those of the gallery have the first. */
const SECTIONS =
  "TERMS_OF_SERVICE INFO TEMPLATE_PARAMETERS SANDBOXED_JS_FOR_WEB_TEMPLATE WEB_PERMISSIONS TESTS NOTES";
const INFO =
  "type id version securityGroups displayName brand description containerContexts categories __wm";
/** Field types, each with what it may hold beside what all may. */
const FIELD = "type name displayName help enablingConditions";
const VALUE = `${FIELD} simpleValueType defaultValue alwaysInSummary valueValidators subParams`;
const FIELDS: Readonly<Record<string, string>> = {
  TEXT: `${VALUE} valueHint valueUnit notSetText lineCount canBeEmptyString textAsList`,
  CHECKBOX: `${VALUE} checkboxText`,
  SELECT: `${VALUE} selectItems macrosInSelect notSetText`,
  RADIO: `${VALUE} radioItems`,
  GROUP: `${FIELD} groupStyle subParams`,
  LABEL: FIELD,
  PARAM_TABLE: `${FIELD} paramTableColumns newRowButtonText newRowTitle editRowTitle valueValidators`,
  SIMPLE_TABLE: `${FIELD} simpleTableColumns newRowButtonText valueValidators defaultValue alwaysInSummary`,
};
const VALIDATORS =
  "NON_EMPTY POSITIVE_NUMBER NON_NEGATIVE_NUMBER NUMBER PERCENTAGE DECIMAL STRING_LENGTH REGEX TABLE_ROW_COUNT GA_TRACKING_ID EMAIL HOSTNAME";

/**
 * APIs of web templates with the permission that each demands, or an empty text.
 * Source: https://developers.google.com/tag-platform/tag-manager/templates/api, “Associated permissions”
 */
const APIS: Readonly<Record<string, string>> = Object.fromEntries(
  `addConsentListener:access_consent addEventCallback:read_event_metadata aliasInWindow:access_globals
  callInWindow:access_globals callLater: copyFromDataLayer:read_data_layer copyFromWindow:access_globals
  createArgumentsQueue:access_globals createQueue:access_globals decodeUri: decodeUriComponent: encodeUri:
  encodeUriComponent: fromBase64: generateRandom: getContainerVersion:read_container_data getCookieValues:get_cookies
  getQueryParameters:get_url getReferrerQueryParameters:get_referrer getReferrerUrl:get_referrer getTimestamp:
  getTimestampMillis: getType: getUrl:get_url gtagSet:write_data_layer injectHiddenIframe:inject_hidden_iframe
  injectScript:inject_script isConsentGranted:access_consent JSON: localStorage:access_local_storage
  logToConsole:logging makeInteger: makeNumber: makeString: makeTableMap: Math: Object: parseUrl: queryPermission:
  readAnalyticsStorage:read_analytics_storage readCharacterSet:read_character_set readTitle:read_title
  sendPixel:send_pixel setCookie:set_cookies setDefaultConsentState:access_consent setInWindow:access_globals sha256:
  templateStorage:access_template_storage toBase64: updateConsentState:access_consent`
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]),
);
/** The parameters of a permission, each a text (1) or a list (2) of texts or of maps with these keys. */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, 1 | 2 | string>>>> = {
  access_consent: { consentTypes: "consentType read write" },
  access_globals: { keys: "key read write execute" },
  get_cookies: { cookieAccess: 1, cookieNames: 2 },
  inject_script: { urls: 2 },
  logging: { environments: 1 },
  write_data_layer: { keyPatterns: 2 },
};

/** What an API does with the global that it names first. */
const RIGHTS: Readonly<Record<string, string>> = {
  callInWindow: "execute",
  createArgumentsQueue: "read write",
  createQueue: "read write",
  setInWindow: "write",
};

const words = (text: string): string[] => text.split(/\s+/);

/** What keeps Tag Manager from importing a web template, or from running it as it is meant; nothing for one that is in order. */
export function formatFaults(text: string): string[] {
  const faults: string[] = [];
  const demand = (isSo: boolean, fault: string): void => void (isSo || faults.push(fault));
  // The editor's own export may begin with a mark of its byte order.
  const [before, ...parts] = text.replace(/^\uFEFF/, "").split(/^___([A-Z_]+)___\n/m);
  const names = parts.filter((_part, at) => at % 2 == 0);
  demand(!before, "text before the first section");
  const known = words(SECTIONS).filter((name) => name != "TERMS_OF_SERVICE" || names[0] == name);
  if (names.join() != known.join()) return [...faults, `sections: ${names.join(" ")}`];
  const section = Object.fromEntries(names.map((name, at) => [name, parts[at * 2 + 1]!]));
  for (const [name, body] of Object.entries(section)) {
    demand(body.startsWith("\n") && body.endsWith("\n"), `no blank line around ${name}`);
  }
  const read = (name: string): unknown => {
    try {
      return JSON.parse(section[name]!);
    } catch {
      faults.push(`${name} is no JSON`);
      return undefined;
    }
  };
  const info = (read("INFO") ?? {}) as Data;
  for (const key of Object.keys(info)) demand(words(INFO).includes(key), `INFO: ${key}`);
  for (const key of words(INFO).slice(0, 8)) demand(key in info, `INFO without ${key}`);
  const code = readCode(section["SANDBOXED_JS_FOR_WEB_TEMPLATE"]!);
  const fields = flat((read("TEMPLATE_PARAMETERS") ?? []) as Data[]);
  faults.push(...faultsOfFields(fields));
  const named = fields.map(({ name }) => String(name));
  for (const { name, type } of fields) {
    const isShown = type == "GROUP" || type == "LABEL";
    demand(isShown || code.fields.has(String(name)), `field ${String(name)} is used nowhere`);
  }
  for (const name of code.fields) {
    demand(named.includes(name) || name.startsWith("gtm"), `there is no field ${name}`);
  }
  faults.push(...faultsOfPermissions((read("WEB_PERMISSIONS") ?? []) as Asked[], code));
  demand(code.fields.has("gtmOnSuccess"), "never says that it is done");
  return faults;
}

/** With what stands in groups, and below others. */
const flat = (fields: readonly Data[]): Data[] =>
  fields.flatMap((field) => [field, ...flat((field["subParams"] ?? []) as Data[])]);

function faultsOfFields(fields: readonly Data[]): string[] {
  const faults: string[] = [];
  const seen = new Set<unknown>();
  for (const field of fields) {
    const { type, name } = field;
    const may = words(FIELDS[String(type)] ?? "");
    if (!/^[A-Za-z_]\w*$/.test(String(name)) || seen.has(name)) faults.push(`name ${String(name)}`);
    seen.add(name);
    for (const key of Object.keys(field)) {
      if (!may.includes(key)) faults.push(`field ${String(name)}: ${key}`);
    }
    if (type == "CHECKBOX" && !field["checkboxText"]) faults.push(`${String(name)} has no words`);
    for (const one of (field["valueValidators"] ?? []) as Data[]) {
      if (!words(VALIDATORS).includes(String(one["type"])))
        faults.push(`validator ${String(one["type"])}`);
    }
  }
  return faults;
}

interface Code {
  /** Members of `data`. */
  fields: Set<string>;
  /** APIs, each with the texts that are its first argument somewhere. */
  apis: Map<string, Set<string>>;
}

function faultsOfPermissions(asked: readonly Asked[], { apis }: Code): string[] {
  const faults: string[] = [];
  const demand = (isSo: unknown, fault: string): void => void (isSo || faults.push(fault));
  const rights = new Map<unknown, Data>();
  const needed = new Set([...apis.keys()].map((api) => APIS[api]));
  for (const { instance, isRequired, clientAnnotations } of asked) {
    const id = String(instance.key["publicId"]);
    const form = PERMISSIONS[id] ?? {};
    demand(instance.key["versionId"] == "1", `version of ${id}`);
    demand(isRequired === true && clientAnnotations, `${id} is not as the editor writes it`);
    demand(needed.has(id), `${id} is needed by nothing`);
    demand(!rights.has(id), `${id} twice`);
    const params: Data = {};
    for (const { key, value } of instance.param ?? []) {
      demand(isOfForm(value, form[key]), `${id}: ${key}`);
      params[key] = value;
    }
    for (const key of Object.keys(form)) demand(params[key], `${id} without ${key}`);
    rights.set(id, params);
  }
  for (const [api, firsts] of apis) {
    const permission = APIS[api];
    demand(permission != undefined, `there is no API ${api}`);
    if (!permission) continue;
    demand(rights.has(permission), `${api} without ${permission}`);
    for (const path of permission == "access_globals" ? firsts : []) {
      const list = listOf(rights.get(permission)?.["keys"]);
      const wants = RIGHTS[api] ?? "read";
      const has = list.find(({ key }) => key == path);
      for (const right of words(wants)) demand(has?.[right] == true, `${path} without ${right}`);
      demand(!(path.split(".")[0]! in globalThis), `${path} is the browser's own`);
    }
  }
  return faults;
}

const listOf = (value: unknown): Data[] =>
  (((value as Data | undefined)?.["listItem"] ?? []) as Data[]).map((item) => {
    const values = (item["mapValue"] ?? []) as Data[];
    const keys = (item["mapKey"] ?? []) as Data[];
    return Object.fromEntries(
      keys.map(({ string }, at) => [
        String(string),
        values[at]!["string"] ?? values[at]!["boolean"],
      ]),
    );
  });

/** A value as the format writes it: 1 is a text, 2 a list, 3 a map, 8 a truth value. */
function isOfForm(value: Typed, form: 1 | 2 | string | undefined): boolean {
  if (form == 1) return value.type == 1 && typeof value["string"] == "string";
  if (!form || value.type != 2 || !Array.isArray(value["listItem"])) return false;
  const items = value["listItem"] as Typed[];
  if (form == 2) return items.every((item) => isOfForm(item, 1));
  return items.every(({ type, mapKey, mapValue }) => {
    const [keys, values] = [mapKey, mapValue] as [Typed[], Typed[]];
    return (
      type == 3 &&
      keys.map((key) => key["string"]).join(" ") == form &&
      keys.every((key) => isOfForm(key, 1)) &&
      values.length == keys.length &&
      values.every((one, at) =>
        at ? typeof one["boolean"] == "boolean" && one.type == 8 : isOfForm(one, 1),
      )
    );
  });
}

function readCode(code: string): Code {
  const fields = new Set<string>();
  const apis = new Map<string, Set<string>>();
  const names = new Map<unknown, string>();
  const required = (node: Node | undefined): string | undefined =>
    node?.type == "CallExpression" && (node["callee"] as Data)["name"] == "require"
      ? String((node["arguments"] as Data[])[0]!["value"])
      : undefined;
  const look = (node: Node): void => {
    const api = required(node);
    if (api != undefined) apis.set(api, apis.get(api) ?? new Set());
    if (node.type == "VariableDeclarator" && required(node["init"] as Node))
      names.set((node["id"] as Data)["name"], required(node["init"] as Node)!);
    if (node.type == "MemberExpression" && (node["object"] as Data)["name"] == "data")
      fields.add(String((node["property"] as Data)["name"]));
    if (node.type == "CallExpression") {
      const called =
        names.get((node["callee"] as Data)["name"]) ?? required(node["callee"] as Node);
      const [first] = node["arguments"] as Node[];
      if (called && typeof first?.["value"] == "string") apis.get(called)?.add(first["value"]);
    }
    for (const child of Object.values(node).flat()) {
      if (child && typeof child == "object" && "type" in child) look(child as Node);
    }
  };
  look(parseAst(`async () => {${code}}`, { allowReturnOutsideFunction: true }) as unknown as Node);
  return { fields, apis };
}
