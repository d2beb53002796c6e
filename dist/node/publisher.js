import { timingSafeEqual, createHash } from 'node:crypto';
import { a as sha256, E as EMPTY_ROOT, n as nodeHash, l as leafHash } from './keyFile.js';
import { S as StoreError, e as encodeLeaf, b as placeKey, F as FLAGS, h as hex, r as rootOf, N as NOTICE, R as RECORD } from './sqliteStore.js';
import { K as KEY_CLAIM, a as checkpointText, s as signNote, p as parseRecord, c as checkLog } from './parseRecord.js';
import { b as batchTree } from './batchTree.js';
import { s as split, t as treeReader } from './treeReader.js';
import { o as own } from './own.js';
import { createServer } from 'node:http';
import { g as getRequestListener, w as writeDurably } from './writeDurably.js';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

//#region src/http-exception.ts
/**
* `HTTPException` must be used when a fatal error such as authentication failure occurs.
*
* @see {@link https://hono.dev/docs/api/exception}
*
* @param {StatusCode} status - status code of HTTPException
* @param {HTTPExceptionOptions} options - options of HTTPException
* @param {HTTPExceptionOptions["res"]} options.res - response of options of HTTPException
* @param {HTTPExceptionOptions["message"]} options.message - message of options of HTTPException
* @param {HTTPExceptionOptions["cause"]} options.cause - cause of options of HTTPException
*
* @example
* ```ts
* import { HTTPException } from 'hono/http-exception'
*
* // ...
*
* app.post('/auth', async (c, next) => {
*   // authentication
*   if (authorized === false) {
*     throw new HTTPException(401, { message: 'Custom error message' })
*   }
*   await next()
* })
* ```
*/
var HTTPException = class extends Error {
	res;
	status;
	/**
	* Creates an instance of `HTTPException`.
	* @param status - HTTP status code for the exception. Defaults to 500.
	* @param options - Additional options for the exception.
	*/
	constructor(status = 500, options) {
		super(options?.message, { cause: options?.cause });
		this.res = options?.res;
		this.status = status;
	}
	/**
	* Returns the response object associated with the exception.
	* If a response object is not provided, a new response is created with the error message and status code.
	* @returns The response object.
	*/
	getResponse() {
		if (this.res) return new Response(this.res.body, {
			status: this.status,
			headers: this.res.headers
		});
		return new Response(this.message, { status: this.status });
	}
};

//#region src/request/constants.ts
const GET_MATCH_RESULT = Symbol();

const bufferToFormData = (arrayBuffer, contentType) => {
	return new Response(arrayBuffer, { headers: { "Content-Type": contentType.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();
};

//#region src/utils/body.ts
const MAX_NESTED_OBJECTS = 1e4;
const isRawRequest = (request) => "headers" in request;
const parseBody = async (request, options = Object.create(null)) => {
	const { all = false, dot = false } = options;
	const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
	if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
		all,
		dot
	});
	return {};
};
/**
* Parses form data from a request.
*
* @template T - The type of the parsed body data.
* @param {HonoRequest | Request} request - The request object containing form data.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {Promise<T>} The parsed body data.
*/
async function parseFormData(request, options) {
	if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
	const headers = isRawRequest(request) ? request.headers : request.raw.headers;
	const arrayBuffer = await request.arrayBuffer();
	const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
	if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
	const formData = await formDataPromise;
	if (formData) return convertFormDataToBodyData(formData, options);
	return {};
}
/**
* Converts form data to body data based on the provided options.
*
* @template T - The type of the parsed body data.
* @param {FormData} formData - The form data to convert.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {T} The converted body data.
*/
function convertFormDataToBodyData(formData, options) {
	const form = Object.create(null);
	const nestingState = { count: 0 };
	formData.forEach((value, key) => {
		if (!(options.all || key.endsWith("[]"))) form[key] = value;
		else handleParsingAllValues(form, key, value);
	});
	if (options.dot) Object.entries(form).forEach(([key, value]) => {
		if (key.includes(".")) {
			handleParsingNestedValues(form, key, value, nestingState);
			delete form[key];
		}
	});
	return form;
}
/**
* Handles parsing all values for a given key, supporting multiple values as arrays.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The key to parse.
* @param {FormDataEntryValue} value - The value to assign.
*/
const handleParsingAllValues = (form, key, value) => {
	if (form[key] !== void 0) {
		if (Array.isArray(form[key])) form[key].push(value);
		else form[key] = [form[key], value];
	} else if (!key.endsWith("[]")) form[key] = value;
	else form[key] = [value];
};
/**
* Handles parsing nested values using dot notation keys.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The dot notation key.
* @param {BodyDataValue} value - The value to assign.
* @param {{ count: number }} state - The state object tracking nesting depth.
*/
const handleParsingNestedValues = (form, key, value, state) => {
	if (/(?:^|\.)__proto__\./.test(key)) return;
	let nestedForm = form;
	const keys = key.split(".", 34);
	if (keys.length > 33) throwNestingLimitExceeded();
	keys.forEach((key, index) => {
		if (index === keys.length - 1) nestedForm[key] = value;
		else {
			if (!nestedForm[key] || typeof nestedForm[key] !== "object" || Array.isArray(nestedForm[key]) || nestedForm[key] instanceof File) {
				if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
				nestedForm[key] = Object.create(null);
			}
			nestedForm = nestedForm[key];
		}
	});
};
const throwNestingLimitExceeded = () => {
	throw new Error("Nesting limit exceeded");
};

//#region src/utils/url.ts
const splitPath = (path) => {
	const paths = path.split("/");
	if (paths[0] === "") paths.shift();
	return paths;
};
const splitRoutingPath = (routePath) => {
	const { groups, path } = extractGroupsFromPath(routePath);
	const paths = splitPath(path);
	return replaceGroupMarks(paths, groups);
};
const extractGroupsFromPath = (path) => {
	const groups = [];
	path = path.replace(/\{[^}]+\}/g, (match, index) => {
		const mark = `@${index}`;
		groups.push([mark, match]);
		return mark;
	});
	return {
		groups,
		path
	};
};
const replaceGroupMarks = (paths, groups) => {
	for (let i = groups.length - 1; i >= 0; i--) {
		const [mark] = groups[i];
		for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
			paths[j] = paths[j].replace(mark, groups[i][1]);
			break;
		}
	}
	return paths;
};
const patternCache = {};
const getPattern = (label, next) => {
	if (label === "*") return "*";
	const match = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
	if (match) {
		const cacheKey = `${label}#${next}`;
		if (!patternCache[cacheKey]) {
			if (match[2]) patternCache[cacheKey] = next && next[0] !== ":" && next[0] !== "*" ? [
				cacheKey,
				match[1],
				new RegExp(`^${match[2]}(?=/${next})`)
			] : [
				label,
				match[1],
				new RegExp(`^${match[2]}$`)
			];
			else patternCache[cacheKey] = [
				label,
				match[1],
				true
			];
		}
		return patternCache[cacheKey];
	}
	return null;
};
const tryDecode = (str, decoder) => {
	try {
		return decoder(str);
	} catch {
		return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match) => {
			try {
				return decoder(match);
			} catch {
				return match;
			}
		});
	}
};
const decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
const getPath = (request) => {
	const url = request.url;
	const start = url.indexOf("/", url.indexOf(":") + 4);
	let i = start;
	for (; i < url.length; i++) {
		const charCode = url.charCodeAt(i);
		if (charCode === 37) {
			const queryIndex = url.indexOf("?", i);
			const hashIndex = url.indexOf("#", i);
			const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
			const path = url.slice(start, end);
			const decoded = tryDecode(path, decodeURIWithPreservedPercent);
			if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
				const rewritten = new URL("http://localhost");
				rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
				if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
			}
			return decoded;
		} else if (charCode === 63 || charCode === 35) break;
	}
	return url.slice(start, i);
};
const getPathNoStrict = (request) => {
	const result = getPath(request);
	return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
/**
* Merge paths.
* @param {string[]} ...paths - The paths to merge.
* @returns {string} The merged path.
* @example
* mergePath('/api', '/users') // '/api/users'
* mergePath('/api/', '/users') // '/api/users'
* mergePath('/api', '/') // '/api'
* mergePath('/api/', '/') // '/api/'
*/
const mergePath = (base, sub, ...rest) => {
	if (rest.length) sub = mergePath(sub, ...rest);
	return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
const checkOptionalParameter = (path) => {
	if (path.charCodeAt(path.length - 1) !== 63 || !path.includes(":")) return null;
	const segments = path.split("/");
	const results = [];
	let basePath = "";
	segments.forEach((segment) => {
		if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
		else if (/\:/.test(segment)) {
			if (segment.charCodeAt(segment.length - 1) === 63) {
				if (results.length === 0 && basePath === "") results.push("/");
				else results.push(basePath);
				const optionalSegment = segment.slice(0, -1);
				basePath += "/" + optionalSegment;
				results.push(basePath);
			} else basePath += "/" + segment;
		}
	});
	return results.filter((v, i, a) => a.indexOf(v) === i);
};
const tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
const _decodeURI = (value) => {
	if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
	return tryDecodeURIComponent(value);
};
const _getQueryParam = (url, key, multiple) => {
	const hashIndex = url.indexOf("#", 8);
	if (hashIndex !== -1) url = url.slice(0, hashIndex);
	let encoded;
	if (!multiple && key && !/[%+&=]/.test(key)) {
		const queryIndex = url.indexOf("?", 8);
		let keyIndex = queryIndex;
		if (keyIndex === -1) return;
		if (!url.startsWith(key, keyIndex + 1)) keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		while (keyIndex !== -1) {
			const trailingKeyCode = url.charCodeAt(keyIndex + key.length + 1);
			if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
				if (keyIndex > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex))) break;
				if (trailingKeyCode === 61) {
					const valueIndex = keyIndex + key.length + 2;
					const endIndex = url.indexOf("&", valueIndex);
					return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
				}
				return "";
			}
			keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		}
		encoded = /[%+]/.test(url);
		if (!encoded) return;
	}
	const results = Object.create(null);
	encoded ??= /[%+]/.test(url);
	let keyIndex = url.indexOf("?", 8);
	while (keyIndex !== -1) {
		const nextKeyIndex = url.indexOf("&", keyIndex + 1);
		let valueIndex = url.indexOf("=", keyIndex);
		if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
		let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
		if (encoded) name = _decodeURI(name);
		keyIndex = nextKeyIndex;
		if (name === "") continue;
		let value;
		if (valueIndex === -1) value = "";
		else {
			value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
			if (encoded) value = _decodeURI(value);
		}
		if (multiple) {
			if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
			results[name].push(value);
		} else results[name] ??= value;
	}
	return key ? results[key] : results;
};
const getQueryParam = _getQueryParam;
const getQueryParams = (url, key) => {
	return _getQueryParam(url, key, true);
};
const decodeURIComponent_ = decodeURIComponent;

//#region src/request.ts
var HonoRequest = class {
	/**
	* `.raw` can get the raw Request object.
	*
	* @see {@link https://hono.dev/docs/api/request#raw}
	*
	* @example
	* ```ts
	* // For Cloudflare Workers
	* app.post('/', async (c) => {
	*   const metadata = c.req.raw.cf?.hostMetadata?
	*   ...
	* })
	* ```
	*/
	raw;
	#validatedData;
	#matchResult;
	routeIndex = 0;
	/**
	* `.path` can get the pathname of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#path}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const pathname = c.req.path // `/about/me`
	* })
	* ```
	*/
	path;
	bodyCache = {};
	constructor(request, path = "/", matchResult = [[]]) {
		this.raw = request;
		this.path = path;
		this.#matchResult = matchResult;
	}
	param(key) {
		return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
	}
	#getDecodedParam(key) {
		const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
		const param = this.#getParamValue(paramKey);
		return param && tryDecodeURIComponent(param);
	}
	#getAllDecodedParams() {
		const decoded = {};
		const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
		for (const key of keys) {
			const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
			if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
		}
		return decoded;
	}
	#getParamValue(paramKey) {
		return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
	}
	query(key) {
		return getQueryParam(this.url, key);
	}
	queries(key) {
		return getQueryParams(this.url, key);
	}
	header(name) {
		if (name) return this.raw.headers.get(name) ?? void 0;
		const headerData = Object.create(null);
		this.raw.headers.forEach((value, key) => {
			headerData[key] = value;
		});
		return headerData;
	}
	async parseBody(options) {
		return parseBody(this, options);
	}
	#cachedBody = (key) => {
		const { bodyCache, raw } = this;
		const cachedBody = bodyCache[key];
		if (cachedBody) return cachedBody;
		for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
			if (anyCachedKey === "json") body = JSON.stringify(body);
			const contentType = anyCachedKey === "formData" ? void 0 : raw.headers.get("content-type");
			return new Response(body, { headers: contentType ? { "Content-Type": contentType } : void 0 })[key]();
		});
		return bodyCache[key] = raw[key]();
	};
	/**
	* `.json()` can parse Request body of type `application/json`
	*
	* @see {@link https://hono.dev/docs/api/request#json}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.json()
	* })
	* ```
	*/
	json() {
		return this.#cachedBody("text").then((text) => JSON.parse(text));
	}
	/**
	* `.text()` can parse Request body of type `text/plain`
	*
	* @see {@link https://hono.dev/docs/api/request#text}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.text()
	* })
	* ```
	*/
	text() {
		return this.#cachedBody("text");
	}
	/**
	* `.arrayBuffer()` parse Request body as an `ArrayBuffer`
	*
	* @see {@link https://hono.dev/docs/api/request#arraybuffer}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.arrayBuffer()
	* })
	* ```
	*/
	arrayBuffer() {
		return this.#cachedBody("arrayBuffer");
	}
	/**
	* `.bytes()` parses the request body as a `Uint8Array`.
	*
	* @see {@link https://hono.dev/docs/api/request#bytes}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.bytes()
	* })
	* ```
	*/
	bytes() {
		return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
	}
	/**
	* Parses the request body as a `Blob`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.blob();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#blob
	*/
	blob() {
		return this.#cachedBody("blob");
	}
	/**
	* Parses the request body as `FormData`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.formData();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#formdata
	*/
	formData() {
		return this.#cachedBody("formData");
	}
	/**
	* Adds validated data to the request.
	*
	* @param target - The target of the validation.
	* @param data - The validated data to add.
	*/
	addValidatedData(target, data) {
		(this.#validatedData ??= {})[target] = data;
	}
	valid(target) {
		return this.#validatedData?.[target];
	}
	/**
	* `.url` can get the request url strings.
	*
	* @see {@link https://hono.dev/docs/api/request#url}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const url = c.req.url // `http://localhost:8787/about/me`
	*   ...
	* })
	* ```
	*/
	get url() {
		return this.raw.url;
	}
	/**
	* `.method` can get the method name of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#method}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const method = c.req.method // `GET`
	* })
	* ```
	*/
	get method() {
		return this.raw.method;
	}
	get [GET_MATCH_RESULT]() {
		return this.#matchResult;
	}
	/**
	* `.matchedRoutes` can return a matched route in the handler
	*
	* @deprecated
	*
	* Use matchedRoutes helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#matchedroutes}
	*
	* @example
	* ```ts
	* app.use('*', async function logger(c, next) {
	*   await next()
	*   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
	*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
	*     console.log(
	*       method,
	*       ' ',
	*       path,
	*       ' '.repeat(Math.max(10 - path.length, 0)),
	*       name,
	*       i === c.req.routeIndex ? '<- respond from here' : ''
	*     )
	*   })
	* })
	* ```
	*/
	get matchedRoutes() {
		return this.#matchResult[0].map(([[, route]]) => route);
	}
	/**
	* `.routePath` can retrieve the path registered within the handler
	*
	* @deprecated
	*
	* Use routePath helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#routepath}
	*
	* @example
	* ```ts
	* app.get('/posts/:id', (c) => {
	*   return c.json({ path: c.req.routePath })
	* })
	* ```
	*/
	get routePath() {
		return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
	}
};

//#region src/utils/html.ts
/**
* @module
* HTML utility.
*/
const HtmlEscapedCallbackPhase = {
	Stringify: 1};
const raw = (value, callbacks) => {
	const escapedString = new String(value);
	escapedString.isEscaped = true;
	escapedString.callbacks = callbacks;
	return escapedString;
};
const escapeRe = /[&<>'"]/;
const stringBufferToString = async (buffer, callbacks) => {
	let str = "";
	callbacks ||= [];
	const resolvedBuffer = await Promise.all(buffer);
	for (let i = resolvedBuffer.length - 1;; i--) {
		str += resolvedBuffer[i];
		i--;
		if (i < 0) break;
		let r = resolvedBuffer[i];
		if (r == null || typeof r === "boolean") continue;
		if (typeof r === "number") {
			str += r;
			continue;
		}
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		const isEscaped = r.isEscaped;
		r = await (typeof r === "object" ? r.toString() : r);
		if (typeof r === "object") callbacks.push(...r.callbacks || []);
		if (r.isEscaped ?? isEscaped) str += r;
		else {
			const buf = [str];
			escapeToBuffer(r, buf);
			str = buf[0];
		}
	}
	return raw(str, callbacks);
};
const escapeToBuffer = (str, buffer) => {
	const match = str.search(escapeRe);
	if (match === -1) {
		buffer[0] += str;
		return;
	}
	let escape;
	let index;
	let lastIndex = 0;
	for (index = match; index < str.length; index++) {
		switch (str.charCodeAt(index)) {
			case 34:
				escape = "&quot;";
				break;
			case 39:
				escape = "&#39;";
				break;
			case 38:
				escape = "&amp;";
				break;
			case 60:
				escape = "&lt;";
				break;
			case 62:
				escape = "&gt;";
				break;
			default: continue;
		}
		buffer[0] += str.substring(lastIndex, index) + escape;
		lastIndex = index + 1;
	}
	buffer[0] += str.substring(lastIndex, index);
};
const resolveCallbackSync = (str) => {
	const callbacks = str.callbacks;
	if (!callbacks?.length) return str;
	const buffer = [str];
	const context = {};
	callbacks.forEach((c) => c({
		phase: HtmlEscapedCallbackPhase.Stringify,
		buffer,
		context
	}));
	return buffer[0];
};
const resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
	if (typeof str === "object" && !(str instanceof String)) {
		if (!(str instanceof Promise)) str = str.toString();
		if (str instanceof Promise) str = await str;
	}
	const callbacks = str.callbacks;
	if (!callbacks?.length) return Promise.resolve(str);
	if (buffer) buffer[0] += str;
	else buffer = [str];
	const resStr = Promise.all(callbacks.map((c) => c({
		phase,
		buffer,
		context
	}))).then((res) => Promise.all(res.filter(Boolean).map((str) => resolveCallback(str, phase, false, context, buffer))).then(() => buffer[0]));
	return resStr;
};

//#region src/context.ts
const TEXT_PLAIN = "text/plain; charset=UTF-8";
const setDefaultContentType = (contentType, headers) => {
	return {
		"Content-Type": contentType,
		...headers
	};
};
const createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
	#rawRequest;
	#req;
	/**
	* `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
	*
	* @see {@link https://hono.dev/docs/api/context#env}
	*
	* @example
	* ```ts
	* // Environment object for Cloudflare Workers
	* app.get('*', async c => {
	*   const counter = c.env.COUNTER
	* })
	* ```
	*/
	env = {};
	#var;
	finalized = false;
	/**
	* `.error` can get the error object from the middleware if the Handler throws an error.
	*
	* @see {@link https://hono.dev/docs/api/context#error}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   await next()
	*   if (c.error) {
	*     // do something...
	*   }
	* })
	* ```
	*/
	error;
	#status;
	#executionCtx;
	#res;
	#layout;
	#renderer;
	#notFoundHandler;
	#preparedHeaders;
	#matchResult;
	#path;
	/**
	* Creates an instance of the Context class.
	*
	* @param req - The Request object.
	* @param options - Optional configuration options for the context.
	*/
	constructor(req, options) {
		this.#rawRequest = req;
		if (options) {
			this.#executionCtx = options.executionCtx;
			this.env = options.env;
			this.#notFoundHandler = options.notFoundHandler;
			this.#path = options.path;
			this.#matchResult = options.matchResult;
		}
	}
	/**
	* `.req` is the instance of {@link HonoRequest}.
	*/
	get req() {
		this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
		return this.#req;
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#event}
	* The FetchEvent associated with the current request.
	*
	* @throws Will throw an error if the context does not have a FetchEvent.
	*/
	get event() {
		if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no FetchEvent");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#executionctx}
	* The ExecutionContext associated with the current request.
	*
	* @throws Will throw an error if the context does not have an ExecutionContext.
	*/
	get executionCtx() {
		if (this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no ExecutionContext");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#res}
	* The Response object for the current request.
	*/
	get res() {
		return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
	}
	/**
	* Sets the Response object for the current request.
	*
	* @param _res - The Response object to set.
	*/
	set res(_res) {
		if (this.#res && _res) {
			_res = createResponseInstance(_res.body, _res);
			for (const [k, v] of this.#res.headers.entries()) {
				if (k === "content-type") continue;
				if (k === "set-cookie") {
					const cookies = this.#res.headers.getSetCookie();
					_res.headers.delete("set-cookie");
					for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
				} else _res.headers.set(k, v);
			}
		}
		this.#res = _res;
		this.finalized = true;
	}
	/**
	* `.render()` can create a response within a layout.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   return c.render('Hello!')
	* })
	* ```
	*/
	render = (...args) => {
		this.#renderer ??= (content) => this.html(content);
		return this.#renderer(...args);
	};
	/**
	* Sets the layout for the response.
	*
	* @param layout - The layout to set.
	* @returns The layout function.
	*/
	setLayout = (layout) => this.#layout = layout;
	/**
	* Gets the current layout for the response.
	*
	* @returns The current layout function.
	*/
	getLayout = () => this.#layout;
	/**
	* `.setRenderer()` can set the layout in the custom middleware.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```tsx
	* app.use('*', async (c, next) => {
	*   c.setRenderer((content) => {
	*     return c.html(
	*       <html>
	*         <body>
	*           <p>{content}</p>
	*         </body>
	*       </html>
	*     )
	*   })
	*   await next()
	* })
	* ```
	*/
	setRenderer = (renderer) => {
		this.#renderer = renderer;
	};
	/**
	* `.header()` can set headers.
	*
	* @see {@link https://hono.dev/docs/api/context#header}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*
	*   // Append multiple headers using the append option (e.g. Vary)
	*   c.header('Vary', 'Accept-Encoding', { append: true })
	*   c.header('Vary', 'User-Agent', { append: true })
	*
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	header = (name, value, options) => {
		if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
		const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
		if (value === void 0) headers.delete(name);
		else if (options?.append) headers.append(name, value);
		else headers.set(name, value);
	};
	status = (status) => {
		this.#status = status;
	};
	/**
	* `.set()` can set the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   c.set('message', 'Hono is hot!!')
	*   await next()
	* })
	* ```
	*/
	set = (key, value) => {
		this.#var ??= /* @__PURE__ */ new Map();
		this.#var.set(key, value);
	};
	/**
	* `.get()` can use the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   const message = c.get('message')
	*   return c.text(`The message is "${message}"`)
	* })
	* ```
	*/
	get = (key) => {
		return this.#var ? this.#var.get(key) : void 0;
	};
	/**
	* `.var` can access the value of a variable.
	*
	* @see {@link https://hono.dev/docs/api/context#var}
	*
	* @example
	* ```ts
	* const result = c.var.client.oneMethod()
	* ```
	*/
	get var() {
		if (!this.#var) return {};
		return Object.fromEntries(this.#var);
	}
	#newResponse(data, arg, headers) {
		let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
		if (typeof arg === "object" && arg.headers) {
			responseHeaders ??= new Headers();
			for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
			else responseHeaders.set(key, value);
		}
		if (headers) {
			if (!responseHeaders) {
				let count = 0;
				for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
					responseHeaders = new Headers();
					break;
				}
			}
			if (responseHeaders) for (const k in headers) {
				const v = headers[k];
				if (typeof v === "string") responseHeaders.set(k, v);
				else {
					responseHeaders.delete(k);
					for (const v2 of v) responseHeaders.append(k, v2);
				}
			}
		}
		const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
		return createResponseInstance(data, {
			status,
			headers: responseHeaders ?? headers
		});
	}
	newResponse = (...args) => this.#newResponse(...args);
	/**
	* `.body()` can return the HTTP response.
	* You can set headers with `.header()` and set HTTP status code with `.status`.
	* This can also be set in `.text()`, `.json()` and so on.
	*
	* @see {@link https://hono.dev/docs/api/context#body}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*   // Set HTTP status code
	*   c.status(201)
	*
	*   // Return the response body
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	body = (data, arg, headers) => this.#newResponse(data, arg, headers);
	/**
	* `.text()` can render text as `Content-Type:text/plain`.
	*
	* @see {@link https://hono.dev/docs/api/context#text}
	*
	* @example
	* ```ts
	* app.get('/say', (c) => {
	*   return c.text('Hello!')
	* })
	* ```
	*/
	text = (text, arg, headers) => {
		return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text) : this.#newResponse(text, arg, setDefaultContentType(TEXT_PLAIN, headers));
	};
	/**
	* `.json()` can render JSON as `Content-Type:application/json`.
	*
	* @see {@link https://hono.dev/docs/api/context#json}
	*
	* @example
	* ```ts
	* app.get('/api', (c) => {
	*   return c.json({ message: 'Hello!' })
	* })
	* ```
	*/
	json = (object, arg, headers) => {
		return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
	};
	html = (html, arg, headers) => {
		const res = (html) => this.#newResponse(html, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
		return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
	};
	/**
	* `.redirect()` can Redirect, default status code is 302.
	*
	* @see {@link https://hono.dev/docs/api/context#redirect}
	*
	* @example
	* ```ts
	* app.get('/redirect', (c) => {
	*   return c.redirect('/')
	* })
	* app.get('/redirect-permanently', (c) => {
	*   return c.redirect('/', 301)
	* })
	* ```
	*/
	redirect = (location, status) => {
		const locationString = String(location);
		this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
		return this.newResponse(null, status ?? 302);
	};
	/**
	* `.notFound()` can return the Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/context#notfound}
	*
	* @example
	* ```ts
	* app.get('/notfound', (c) => {
	*   return c.notFound()
	* })
	* ```
	*/
	notFound = () => {
		this.#notFoundHandler ??= () => createResponseInstance();
		return this.#notFoundHandler(this);
	};
};

//#region src/compose.ts
/**
* Compose middleware functions into a single function based on `koa-compose` package.
*
* @template E - The environment type.
*
* @param {[[Function, unknown], unknown][] | [[Function]][]} middleware - An array of middleware functions and their corresponding parameters.
* @param {ErrorHandler<E>} [onError] - An optional error handler function.
* @param {NotFoundHandler<E>} [onNotFound] - An optional not-found handler function.
*
* @returns {(context: Context, next?: Next) => Promise<Context>} - A composed middleware function.
*/
const compose = (middleware, onError, onNotFound) => {
	return (context, next) => {
		let index = -1;
		return dispatch(0);
		/**
		* Dispatch the middleware functions.
		*
		* @param {number} i - The current index in the middleware array.
		*
		* @returns {Promise<Context>} - A promise that resolves to the context.
		*/
		async function dispatch(i) {
			if (i <= index) throw new Error("next() called multiple times");
			index = i;
			let res;
			let isError = false;
			let handler;
			if (middleware[i]) {
				handler = middleware[i][0][0];
				context.req.routeIndex = i;
			} else handler = i === middleware.length && next || void 0;
			if (handler) try {
				res = await handler(context, () => dispatch(i + 1));
			} catch (err) {
				if (err instanceof Error && onError) {
					context.error = err;
					res = await onError(err, context);
					isError = true;
				} else throw err;
			}
			else if (context.finalized === false && onNotFound) res = await onNotFound(context);
			if (res && (context.finalized === false || isError)) context.res = res;
			return context;
		}
	};
};

//#region src/helper/route/index.ts
/**
* Get matched routes in the handler
*
* @param {Context} c - The context object
* @returns An array of matched routes
*
* @example
* ```ts
* import { matchedRoutes } from 'hono/route'
*
* app.use('*', async function logger(c, next) {
*   await next()
*   matchedRoutes(c).forEach(({ handler, method, path }, i) => {
*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
*     console.log(
*       method,
*       ' ',
*       path,
*       ' '.repeat(Math.max(10 - path.length, 0)),
*       name,
*       i === c.req.routeIndex ? '<- respond from here' : ''
*     )
*   })
* })
* ```
*/
const matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route);
/**
* Get the route path registered within the handler
*
* @param {Context} c - The context object
* @param {number} index - The index of the route from which to retrieve the path, similar to Array.prototype.at(), where a negative number is the index counted from the end of the matching route. Defaults to the current route index.
* @returns The route path registered within the handler
*
* @example
* ```ts
* import { routePath } from 'hono/route'
*
* app.use('*', (c, next) => {
*   console.log(routePath(c)) // '*'
*   console.log(routePath(c, -1)) // '/posts/:id'
*   return next()
* })
*
* app.get('/posts/:id', (c) => {
*   return c.text(routePath(c)) // '/posts/:id'
* })
* ```
*/
const routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";

//#region src/router.ts
/**
* @module
* This module provides types definitions and variables for the routers.
*/
/**
* Constant representing all HTTP methods in uppercase.
*/
/**
* Array of supported HTTP methods.
*/
const METHODS = [
	"get",
	"post",
	"put",
	"delete",
	"options",
	"patch",
	"query"
];
/**
* Error message indicating that a route cannot be added because the matcher is already built.
*/
const MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.";
/**
* Error class representing an unsupported path error.
*/
var UnsupportedPathError = class extends Error {};

//#region src/utils/constants.ts
/**
* Constant used to mark a composed handler.
*/
const COMPOSED_HANDLER = "__COMPOSED_HANDLER";

//#region src/utils/mount.ts
const countTrailingSlashes = (path) => {
	let index = path.length;
	while (index > 0 && path.charCodeAt(index - 1) === 47) index--;
	return path.length - index;
};
const getPathPrefixLength = (c, pathPrefix, routePath) => {
	if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
	const path = c.req.path;
	const matchResult = c.req[GET_MATCH_RESULT];
	const paramNames = /* @__PURE__ */ new Set();
	let length = 0;
	for (const part of splitRoutingPath(pathPrefix)) {
		if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath}".`);
		const pattern = getPattern(part);
		if (pattern && pattern !== "*") {
			const name = pattern[1];
			if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath}".`);
			paramNames.add(name);
		}
		if (pattern && pattern !== "*" && pattern[2] !== true) {
			const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
			length += value.length + 1;
		} else if (pattern || part.endsWith("*")) {
			const end = path.indexOf("/", length + 1);
			length = end === -1 ? path.length : end;
		} else length += part.length + 1;
	}
	return length;
};
const createMountedRequest = (c, pathPrefix, routePath) => {
	if (/[^/]\*$/.test(routePath)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath}".`);
	const prefixLength = getPathPrefixLength(c, pathPrefix, routePath);
	const path = c.req.path.slice(prefixLength) || "/";
	if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new HTTPException(400, { message: "Invalid mounted path" });
	const rawUrl = c.req.raw.url;
	if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, { message: "Invalid mounted path" });
	const rawPathEnd = rawUrl.search(/[?#]/);
	const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
	if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, { message: "Invalid mounted path" });
	const url = new URL(rawUrl);
	url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent);
	if (path.includes("%")) ;
	return new Request(url, c.req.raw);
};

//#region src/hono-base.ts
/**
* @module
* This module is the base module for the Hono object.
*/
const notFoundHandler = (c) => {
	return c.text("404 Not Found", 404);
};
const errorHandler = (err, c) => {
	if ("getResponse" in err) {
		const res = err.getResponse();
		return c.newResponse(res.body, res);
	}
	console.error(err);
	return c.text("Internal Server Error", 500);
};
var Hono$1 = class Hono {
	get;
	post;
	put;
	delete;
	options;
	patch;
	query;
	all;
	on;
	use;
	router;
	getPath;
	_basePath = "/";
	#path = "/";
	routes = [];
	constructor(options = {}) {
		[...METHODS, "all"].forEach((method) => {
			this[method] = (args1, ...args) => {
				const methodName = method.toUpperCase();
				if (typeof args1 === "string") this.#path = args1;
				else this.#addRoute(methodName, this.#path, args1);
				args.forEach((handler) => {
					this.#addRoute(methodName, this.#path, handler);
				});
				return this;
			};
		});
		this.on = (method, path, ...handlers) => {
			for (const p of [path].flat()) {
				this.#path = p;
				for (const m of [method].flat()) {
					const methodName = m.toUpperCase();
					for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
				}
			}
			return this;
		};
		this.use = (arg1, ...handlers) => {
			if (typeof arg1 === "string") this.#path = arg1;
			else {
				this.#path = "*";
				handlers.unshift(arg1);
			}
			handlers.forEach((handler) => {
				this.#addRoute("ALL", this.#path, handler);
			});
			return this;
		};
		const { strict, ...optionsWithoutStrict } = options;
		Object.assign(this, optionsWithoutStrict);
		this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
	}
	#clone() {
		const clone = new Hono({
			router: this.router,
			getPath: this.getPath
		});
		clone.errorHandler = this.errorHandler;
		clone.#notFoundHandler = this.#notFoundHandler;
		clone.routes = this.routes;
		return clone;
	}
	#notFoundHandler = notFoundHandler;
	errorHandler = errorHandler;
	/**
	* `.route()` allows grouping other Hono instance in routes.
	*
	* @see {@link https://hono.dev/docs/api/routing#grouping}
	*
	* @param {string} path - base Path
	* @param {Hono} app - other Hono instance
	* @returns {Hono} routed Hono instance
	*
	* @example
	* ```ts
	* const app = new Hono()
	* const app2 = new Hono()
	*
	* app2.get("/user", (c) => c.text("user"))
	* app.route("/api", app2) // GET /api/user
	* ```
	*/
	route(path, app) {
		const subApp = this.basePath(path);
		app.routes.map((r) => {
			let handler;
			if (app.errorHandler === errorHandler) handler = r.handler;
			else {
				handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
				handler[COMPOSED_HANDLER] = r.handler;
			}
			subApp.#addRoute(r.method, r.path, handler, r.basePath);
		});
		return this;
	}
	/**
	* `.basePath()` allows base paths to be specified.
	*
	* @see {@link https://hono.dev/docs/api/routing#base-path}
	*
	* @param {string} path - base Path
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* const api = new Hono().basePath('/api')
	* ```
	*/
	basePath(path) {
		const subApp = this.#clone();
		subApp._basePath = mergePath(this._basePath, path);
		return subApp;
	}
	/**
	* `.onError()` handles an error and returns a customized Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#error-handling}
	*
	* @param {ErrorHandler} handler - request Handler for error
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.onError((err, c) => {
	*   console.error(`${err}`)
	*   return c.text('Custom Error Message', 500)
	* })
	* ```
	*/
	onError = (handler) => {
		this.errorHandler = handler;
		return this;
	};
	/**
	* `.notFound()` allows you to customize a Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#not-found}
	*
	* @param {NotFoundHandler} handler - request handler for not-found
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.notFound((c) => {
	*   return c.text('Custom 404 Message', 404)
	* })
	* ```
	*/
	notFound = (handler) => {
		this.#notFoundHandler = handler;
		return this;
	};
	/**
	* `.mount()` allows you to mount applications built with other frameworks into your Hono application.
	*
	* @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
	*
	* @see {@link https://hono.dev/docs/api/hono#mount}
	*
	* @param {string} path - base Path
	* @param {Function} applicationHandler - other Request Handler
	* @param {MountOptions} [options] - options of `.mount()`
	* @returns {Hono} mounted Hono instance
	* @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
	* @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
	*
	* @example
	* ```ts
	* import { Router as IttyRouter } from 'itty-router'
	* import { Hono } from 'hono'
	* // Create itty-router application
	* const ittyRouter = IttyRouter()
	* // GET /itty-router/hello
	* ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
	*
	* const app = new Hono()
	* app.mount('/itty-router', ittyRouter.handle)
	* ```
	*
	* @example
	* ```ts
	* const app = new Hono()
	* // Send the request to another application without modification.
	* app.mount('/app', anotherApp, {
	*   replaceRequest: (req) => req,
	* })
	* ```
	*/
	mount(path, applicationHandler, options) {
		let replaceRequest;
		let optionHandler;
		if (options) {
			if (typeof options === "function") optionHandler = options;
			else {
				optionHandler = options.optionHandler;
				if (options.replaceRequest === false) replaceRequest = (request) => request;
				else replaceRequest = options.replaceRequest;
			}
		}
		const getOptions = optionHandler ? (c) => {
			const options = optionHandler(c);
			return Array.isArray(options) ? options : [options];
		} : (c) => {
			let executionContext = void 0;
			try {
				executionContext = c.executionCtx;
			} catch {}
			return [c.env, executionContext];
		};
		const defaultReplaceRequest = (c) => {
			const mountedRoutePath = routePath(c);
			return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
		};
		const handler = async (c, next) => {
			const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
			if (res) return res;
			await next();
		};
		this.#addRoute("ALL", mergePath(path, "*"), handler);
		return this;
	}
	#addRoute(method, path, handler, baseRoutePath) {
		path = mergePath(this._basePath, path);
		const r = {
			basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
			path,
			method,
			handler
		};
		this.router.add(method, path, [handler, r]);
		this.routes.push(r);
	}
	#handleError(err, c) {
		if (err instanceof Error) return this.errorHandler(err, c);
		throw err;
	}
	#dispatch(request, executionCtx, env, method) {
		if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
		const path = this.getPath(request, { env });
		const matchResult = this.router.match(method, path);
		const c = new Context(request, {
			path,
			matchResult,
			env,
			executionCtx,
			notFoundHandler: this.#notFoundHandler
		});
		if (matchResult[0].length === 1) {
			let res;
			try {
				res = matchResult[0][0][0][0](c, async () => {
					c.res = await this.#notFoundHandler(c);
				});
			} catch (err) {
				return this.#handleError(err, c);
			}
			return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
		}
		const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
		return (async () => {
			try {
				const context = await composed(c);
				if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
				return context.res;
			} catch (err) {
				return this.#handleError(err, c);
			}
		})();
	}
	/**
	* `.fetch()` will be entry point of your app.
	*
	* @see {@link https://hono.dev/docs/api/hono#fetch}
	*
	* @param {Request} request - request Object of request
	* @param {Env} env - env Object
	* @param {ExecutionContext} executionCtx - context of execution
	* @returns {Response | Promise<Response>} response of request
	*
	*/
	fetch = (request, ...rest) => {
		return this.#dispatch(request, rest[1], rest[0], request.method);
	};
	/**
	* `.request()` is a useful method for testing.
	* You can pass a URL or pathname to send a GET request.
	* app will return a Response object.
	* ```ts
	* test('GET /hello is ok', async () => {
	*   const res = await app.request('/hello')
	*   expect(res.status).toBe(200)
	* })
	* ```
	* @see https://hono.dev/docs/api/hono#request
	*/
	request = (input, requestInit, Env, executionCtx) => {
		if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
		input = input.toString();
		return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
	};
	/**
	* `.fire()` automatically adds a global fetch event listener.
	* This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
	* @deprecated
	* Use `fire` from `hono/service-worker` instead.
	* ```ts
	* import { Hono } from 'hono'
	* import { fire } from 'hono/service-worker'
	*
	* const app = new Hono()
	* // ...
	* fire(app)
	* ```
	* @see https://hono.dev/docs/api/hono#fire
	* @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
	* @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
	*/
	fire = () => {
		addEventListener("fetch", (event) => {
			event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
		});
	};
};

//#region src/router/utils.ts
const createNullObject = () => Object.create(null);

//#region src/router/reg-exp-router/matcher.ts
const emptyParam = [];
function match(method, path) {
	const matchers = this.buildAllMatchers();
	const match = ((method, path) => {
		const matcher = matchers[method] || matchers["ALL"];
		const staticMatch = matcher[2][path];
		if (staticMatch) return staticMatch;
		const match = path.match(matcher[0]);
		if (!match) return [[], emptyParam];
		const index = match.indexOf("", 1);
		return [matcher[1][index], match];
	});
	this.match = match;
	return match(method, path);
}

//#region src/router/reg-exp-router/node.ts
const LABEL_REG_EXP_STR = "[^/]+";
const ONLY_WILDCARD_REG_EXP_STR = "[^]*";
const TAIL_WILDCARD_REG_EXP_STR = "(?:|/[^]*)";
const PATH_ERROR = Symbol();
const regExpMetaChars = /* @__PURE__ */ new Set(".\\+*[^]$()");
/**
* Sort order:
* 1. literal
* 2. special pattern (e.g. :label{[0-9]+})
* 3. common label pattern (e.g. :label)
* 4. wildcard
*/
function compareKey(a, b) {
	if (a.length === 1) return b.length === 1 ? a < b ? -1 : 1 : -1;
	if (b.length === 1) return 1;
	if (a === "[^]*" || a === "(?:|/[^]*)") return b === "[^]*" ? -1 : 1;
	else if (b === "[^]*" || b === "(?:|/[^]*)") return -1;
	if (a === "[^/]+") return 1;
	else if (b === "[^/]+") return -1;
	return a.length === b.length ? a < b ? -1 : 1 : b.length - a.length;
}
var Node$1 = class Node {
	#index;
	#varIndex;
	#children = createNullObject();
	insert(tokens, index, paramMap, context, keys) {
		let node = this;
		for (let i = 0, len = tokens.length; i < len; i++) {
			const token = tokens[i];
			const pattern = token.length === 1 ? token === "*" ? i === len - 1 ? [
				"",
				"",
				ONLY_WILDCARD_REG_EXP_STR
			] : [
				"",
				"",
				LABEL_REG_EXP_STR
			] : null : token === "/*" ? [
				"",
				"",
				TAIL_WILDCARD_REG_EXP_STR
			] : token.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
			let nextNode;
			if (pattern) {
				const name = pattern[1];
				let regexpStr = pattern[2] || "[^/]+";
				if (name && pattern[2]) {
					if (new RegExp(regexpStr).test("")) throw PATH_ERROR;
					regexpStr = regexpStr.replace(/^\((?!\?:)(?=[^)]+\)$)/, "(?:");
					if (/\((?!\?:)/.test(regexpStr)) throw PATH_ERROR;
					if (regexpStr.length === 1 && regExpMetaChars.has(regexpStr)) throw PATH_ERROR;
				}
				keys.push(regexpStr);
				nextNode = node.#children[regexpStr];
				if (!nextNode) {
					if (regexpStr !== "[^]*" && regexpStr !== "(?:|/[^]*)") {
						for (const k in node.#children) if ((regexpStr.length > 1 || k.length > 1) && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
					}
					nextNode = node.#children[regexpStr] = new Node();
				}
				if (name !== "") {
					nextNode.#varIndex ??= context.varIndex++;
					paramMap.push([name, nextNode.#varIndex]);
				}
			} else {
				keys.push(token);
				nextNode = node.#children[token];
				if (!nextNode) {
					for (const k in node.#children) if (k.length > 1 && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
					nextNode = node.#children[token] = new Node();
				}
			}
			node = nextNode;
		}
		if (node.#index !== void 0) throw PATH_ERROR;
		node.#index = index;
	}
	buildRegExpStr() {
		const strList = Object.keys(this.#children).sort(compareKey).map((k) => {
			const c = this.#children[k];
			const childStr = c.buildRegExpStr();
			return childStr === "" ? "" : (typeof c.#varIndex === "number" ? `(${k})@${c.#varIndex}` : regExpMetaChars.has(k) ? `\\${k}` : k) + childStr;
		}).filter(Boolean);
		if (typeof this.#index === "number" && this.#index !== -1) strList.unshift(`#${this.#index}`);
		if (strList.length === 0) return "";
		if (strList.length === 1) return strList[0];
		return "(?:" + strList.join("|") + ")";
	}
};

//#region src/router/reg-exp-router/trie.ts
var Trie = class {
	#context = { varIndex: 0 };
	#root = new Node$1();
	#index = 0;
	paths = createNullObject();
	insert(path, isStatic) {
		const keys = [];
		if (isStatic) {
			this.#root.insert(path.split(""), -1, [], this.#context, keys);
			this.paths[path] = [
				-1,
				[],
				keys
			];
			return;
		}
		const paramAssoc = [];
		const groups = [];
		let markedPath = path;
		for (let i = 0;;) {
			let replaced = false;
			markedPath = markedPath.replace(/\{(?:\{[\d,]+\}|[^}])+\}/g, (m) => {
				const mark = `@\\${i}`;
				groups[i] = [mark, m];
				i++;
				replaced = true;
				return mark;
			});
			if (!replaced) break;
		}
		/**
		*  - pattern (:label, :label{0-9]+}, ...)
		*  - /* wildcard
		*  - character
		*/
		const tokens = markedPath.match(/(?::[^\/]+)|(?:\/\*$)|./gs) || [];
		for (let i = groups.length - 1; i >= 0; i--) {
			const [mark] = groups[i];
			for (let j = tokens.length - 1; j >= 0; j--) if (tokens[j].indexOf(mark) !== -1) {
				tokens[j] = tokens[j].replace(mark, groups[i][1]);
				break;
			}
		}
		this.#root.insert(tokens, this.#index, paramAssoc, this.#context, keys);
		this.paths[path] = [
			this.#index++,
			paramAssoc,
			keys
		];
	}
	buildRegExp() {
		let regexp = this.#root.buildRegExpStr();
		if (regexp === "") return [
			/^$/,
			[],
			[]
		];
		let captureIndex = 0;
		const indexReplacementMap = [];
		const paramReplacementMap = [];
		regexp = regexp.replace(/#(\d+)|@(\d+)|\.\*\$/g, (_, handlerIndex, paramIndex) => {
			if (handlerIndex !== void 0) {
				indexReplacementMap[++captureIndex] = Number(handlerIndex);
				return "$()";
			}
			if (paramIndex !== void 0) {
				paramReplacementMap[Number(paramIndex)] = ++captureIndex;
				return "";
			}
			return "";
		});
		return [
			new RegExp(`^${regexp}`),
			indexReplacementMap,
			paramReplacementMap
		];
	}
};

//#region src/router/reg-exp-router/router.ts
function endsWithWildcard(keys) {
	const tail = keys[keys.length - 1];
	return tail === "[^]*" || tail === "(?:|/[^]*)";
}
function covers(wildcard, target) {
	const last = wildcard.length - 1;
	for (let i = 0; i < last; i++) if (wildcard[i] !== target[i]) return false;
	return wildcard[last] === "[^]*" || target.length === last || target[last] === "/";
}
var RegExpRouter = class {
	name = "RegExpRouter";
	#handlers;
	#tries;
	constructor() {
		this.#handlers = { ["ALL"]: [] };
		this.#tries = { ["ALL"]: new Trie() };
	}
	#insertPath(method, path) {
		try {
			this.#tries[method].insert(path, !/\*|\/:/.test(path));
		} catch (e) {
			throw e === PATH_ERROR ? new UnsupportedPathError(path) : e;
		}
	}
	add(method, path, handler) {
		const handlers = this.#handlers;
		if (!handlers) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
		const tries = this.#tries;
		if (!handlers[method]) {
			tries[method] = new Trie();
			handlers[method] = [...handlers["ALL"]];
			for (const p in tries["ALL"].paths) this.#insertPath(method, p);
		}
		if (path === "/*") path = "*";
		const methods = method === "ALL" ? Object.keys(handlers) : [method];
		const paths = checkOptionalParameter(path) || [path];
		for (const path of paths) for (const m of methods) {
			if (!tries[m].paths[path]) this.#insertPath(m, path);
			handlers[m].push([handler, path]);
		}
	}
	match = match;
	buildAllMatchers() {
		const matchers = createNullObject();
		for (const method of Object.keys(this.#handlers)) matchers[method] = this.#buildMatcher(method);
		this.#handlers = this.#tries = void 0;
		return matchers;
	}
	#buildMatcher(method) {
		const handlers = this.#handlers[method];
		const trie = this.#tries[method];
		const staticMap = createNullObject();
		const handlerData = [];
		const [regexp, indexReplacementMap, paramReplacementMap] = trie.buildRegExp();
		const own = createNullObject();
		const entries = handlers.map(([h, p], i) => {
			(own[p] ??= []).push(i);
			return [h, trie.paths[p][1].reduceRight((map, [key, varIndex]) => {
				map[key] = paramReplacementMap[varIndex];
				return map;
			}, createNullObject())];
		});
		const wildcards = Object.keys(own).filter((p) => endsWithWildcard(trie.paths[p][2]));
		for (const path in trie.paths) {
			const [index, , keys] = trie.paths[path];
			const indexes = [...own[path]];
			for (const p of wildcards) if (p !== path && covers(trie.paths[p][2], keys)) indexes.push(...own[p]);
			const data = indexes.sort((a, b) => a - b).map((i) => entries[i]);
			if (index === -1) {
				const last = Math.max(-1, ...data.flatMap(([, map]) => Object.values(map)));
				staticMap[path] = [data, last === -1 ? emptyParam : path.match(regexp).slice(0, last + 1)];
			} else handlerData[index] = data;
		}
		return [
			regexp,
			indexReplacementMap.map((i) => handlerData[i]),
			staticMap
		];
	}
};

//#region src/router/smart-router/router.ts
var SmartRouter = class {
	name = "SmartRouter";
	#routers = [];
	#routes = [];
	constructor(init) {
		this.#routers = init.routers;
	}
	add(method, path, handler) {
		if (!this.#routes) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
		this.#routes.push([
			method,
			path,
			handler
		]);
	}
	match(method, path) {
		if (!this.#routes) throw new Error("Fatal error");
		const routers = this.#routers;
		const routes = this.#routes;
		const len = routers.length;
		let i = 0;
		let res;
		for (; i < len; i++) {
			const router = routers[i];
			try {
				for (let i = 0, len = routes.length; i < len; i++) router.add(...routes[i]);
				res = router.match(method, path);
			} catch (e) {
				if (e instanceof UnsupportedPathError) continue;
				throw e;
			}
			this.match = router.match.bind(router);
			this.#routers = [router];
			this.#routes = void 0;
			break;
		}
		if (i === len) throw new Error("Fatal error");
		this.name = `SmartRouter + ${this.activeRouter.name}`;
		return res;
	}
	get activeRouter() {
		if (this.#routes || this.#routers.length !== 1) throw new Error("No active router has been determined yet.");
		return this.#routers[0];
	}
};

//#region src/router/trie-router/node.ts
const emptyParams = createNullObject();
let order = 0;
var Node = class Node {
	#methods = [];
	#children = createNullObject();
	#patterns = [];
	#pattern;
	#params = emptyParams;
	insert(method, path, handler) {
		let curNode = this;
		const parts = splitRoutingPath(path);
		const possibleKeys = /* @__PURE__ */ new Set();
		let i = 0;
		for (const p of parts) {
			const nextP = parts[++i];
			const pattern = getPattern(p, nextP) || (nextP === void 0 && p && p.indexOf("*") === p.length - 1 ? p : null);
			const isParam = Array.isArray(pattern);
			const key = isParam ? pattern[0] : pattern || p;
			const child = curNode.#children[key] ||= new Node();
			if (pattern && !child.#pattern) {
				child.#pattern = pattern;
				curNode.#patterns.push(child);
			}
			curNode = child;
			if (isParam) possibleKeys.add(pattern[1]);
		}
		curNode.#methods.push({ [method]: {
			handler,
			possibleKeys: [...possibleKeys],
			score: ++order
		} });
	}
	#pushHandlerSets(handlerSets, node, method, nodeParams, params) {
		for (let i = 0, len = node.#methods.length; i < len; i++) {
			const m = node.#methods[i];
			const handlerSet = m[method] || m["ALL"];
			if (handlerSet) {
				handlerSet.params = createNullObject();
				handlerSets.push(handlerSet);
				for (let i = 0, len = handlerSet.possibleKeys.length; i < len; i++) {
					const key = handlerSet.possibleKeys[i];
					handlerSet.params[key] = params?.[key] && !i ? params[key] : nodeParams[key] ?? params?.[key];
				}
			}
		}
	}
	search(method, path) {
		const handlerSets = [];
		this.#params = emptyParams;
		let curNodes = [this];
		const parts = splitPath(path);
		const curNodesQueue = [];
		const len = parts.length;
		let partOffsets = null;
		for (let i = 0; i < len; i++) {
			const part = parts[i];
			const isLast = i === len - 1;
			const tempNodes = [];
			for (let j = 0, len2 = curNodes.length; j < len2; j++) {
				const node = curNodes[j];
				const nextNode = node.#children[part];
				if (nextNode) {
					nextNode.#params = node.#params;
					if (isLast) {
						if (nextNode.#children["*"]) this.#pushHandlerSets(handlerSets, nextNode.#children["*"], method, node.#params);
						this.#pushHandlerSets(handlerSets, nextNode, method, node.#params);
					} else tempNodes.push(nextNode);
				}
				for (const child of node.#patterns) {
					const pattern = child.#pattern;
					const params = node.#params === emptyParams ? {} : { ...node.#params };
					if (typeof pattern === "string") {
						if (pattern === "*" || part.startsWith(pattern.slice(0, -1))) {
							this.#pushHandlerSets(handlerSets, child, method, node.#params);
							if (pattern === "*") {
								child.#params = params;
								tempNodes.push(child);
							}
						}
						continue;
					}
					const [, name, matcher] = pattern;
					if (!part && matcher === true) continue;
					if (matcher !== true) {
						if (!partOffsets) {
							partOffsets = [];
							let offset = path[0] === "/" ? 1 : 0;
							for (let p = 0; p < len; p++) {
								partOffsets[p] = offset;
								offset += parts[p].length + 1;
							}
						}
						const restPathString = path.slice(partOffsets[i]);
						const m = matcher.exec(restPathString);
						if (m) {
							if (!Object.hasOwn(params, name)) params[name] = m[0];
							this.#pushHandlerSets(handlerSets, child, method, node.#params, params);
							if (m[0].length === restPathString.length && child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, node.#params, params);
							for (const _ in child.#children) {
								child.#params = params;
								const componentCount = m[0].match(/\//g)?.length ?? 0;
								(curNodesQueue[componentCount] ||= []).push(child);
								break;
							}
							continue;
						}
					}
					if (matcher === true || matcher.test(part)) {
						if (!Object.hasOwn(params, name)) params[name] = part;
						if (isLast) {
							this.#pushHandlerSets(handlerSets, child, method, params, node.#params);
							if (child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, params, node.#params);
						} else {
							child.#params = params;
							tempNodes.push(child);
						}
					}
				}
			}
			const shifted = curNodesQueue.shift();
			curNodes = shifted ? tempNodes.concat(shifted) : tempNodes;
		}
		if (handlerSets[1]) handlerSets.sort((a, b) => {
			return a.score - b.score;
		});
		return [handlerSets.map(({ handler, params }) => [handler, params])];
	}
};

//#region src/router/trie-router/router.ts
var TrieRouter = class {
	name = "TrieRouter";
	#node = new Node();
	add(method, path, handler) {
		for (const result of checkOptionalParameter(path) || [path]) this.#node.insert(method, result, handler);
	}
	match(method, path) {
		return this.#node.search(method, path);
	}
};

//#region src/hono.ts
/**
* The Hono class extends the functionality of the HonoBase class.
* It sets up routing and allows for custom options to be passed.
*
* @template E - The environment type.
* @template S - The schema type.
* @template BasePath - The base path type.
*/
var Hono = class extends Hono$1 {
	/**
	* Creates an instance of the Hono class.
	*
	* @param options - Optional configuration options for the Hono instance.
	*/
	constructor(options = {}) {
		super(options);
		this.router = options.router ?? new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
	}
};

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": "no-store"
};
function addHeaders(headers) {
  for (const [name, value] of Object.entries(ALWAYS)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
function corsHeaders(origin, preflight) {
  return [
    ["Vary", "Origin"],
    ["Access-Control-Allow-Origin", origin],
    ...preflight ? PREFLIGHT : []
  ];
}
const PREFLIGHT = [
  ["Access-Control-Allow-Methods", "POST, PUT"],
  ["Access-Control-Allow-Headers", "Content-Type"],
  ["Access-Control-Max-Age", "86400"]
];

function hasToken(authorization, token) {
  if (!token) return false;
  const [scheme = "", value = ""] = (authorization ?? "").split(" ");
  let shown = "";
  if (/^bearer$/i.test(scheme)) shown = value;
  if (/^basic$/i.test(scheme)) {
    const pair = Buffer.from(value, "base64").toString();
    shown = pair.slice(pair.indexOf(":") + 1);
  }
  return timingSafeEqual(sha256(shown), sha256(token));
}

class Refusal extends Error {
  status;
  code;
  /** Seconds for `Retry-After`, where trying again makes sense. */
  retryAfter;
  constructor(status, code, retryAfter) {
    super(code);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const MOST$1 = 5e4;
function tokenBuckets(rate, burst) {
  const buckets = /* @__PURE__ */ new Map();
  return (network, now) => {
    const bucket = buckets.get(network) ?? { tokens: burst, at: now };
    const gained = Math.max(0, now - bucket.at) / 1e3 * rate;
    const tokens = Math.min(burst, bucket.tokens + gained);
    const allowed = tokens >= 1;
    buckets.delete(network);
    buckets.set(network, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (buckets.size > MOST$1) buckets.delete(buckets.keys().next().value);
    return allowed;
  };
}
function networkOf(ip) {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(ip ?? "");
  if (v4) return v4[1];
  if (!ip?.includes(":")) return "";
  const [head = "", tail = ""] = ip.split("::");
  const left = head.split(":").filter(Boolean);
  const right = ip.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16) || 0);
  return [groups[0], groups[1], groups[2], (groups[3] ?? 0) >> 8].join(":");
}

function guard({ ownerToken, now }) {
  const allow = tokenBuckets(1, 20);
  return (context) => {
    if (hasToken(context.req.header("authorization"), ownerToken)) return;
    if (!allow(networkOf(context.env?.ip), now())) throw new Refusal(429, "too-many-requests", 60);
    throw new Refusal(401, "token-required");
  };
}

async function withDeadline(work, ms) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new StoreError("unavailable", "no answer in time")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const FRESH = 1e3;
function healthRoutes(shop) {
  let asked = -FRESH;
  let answer = Promise.resolve();
  const ready = () => {
    if (Math.abs(shop.now() - asked) >= FRESH) {
      asked = shop.now();
      answer = withDeadline(
        shop.sound().then(() => shop.store.ping()),
        shop.limits.commitTime
      );
      answer.catch(() => {
      });
    }
    return answer;
  };
  const enter = guard(shop);
  return new Hono().get("/healthz", (context) => context.json({ alive: true })).get("/readyz", async (context) => {
    await ready();
    return context.json({ ready: true });
  }).get("/metrics", async (context) => {
    enter(context);
    const { frontier } = await shop.store.head();
    context.header("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return context.body(
      shop.metrics.render({
        consentry_log_size: frontier.size,
        consentry_ready: await ready().then(
          () => 1,
          () => 0
        )
      })
    );
  });
}

const LIMITS = {
  body: 65536,
  lines: 50,
  line: 49152,
  keys: 1024,
  bodyTime: 1e4,
  commitTime: 8e3,
  inFlight: 1e3,
  queue: 4e3,
  batch: 200,
  rate: 50,
  burst: 500
};

async function readTile(store, { level, index, width }) {
  const start = index * 256;
  if (level != "entries") {
    const hashes = await store.nodes(level * 8, start, start + width);
    return hashes.length == width ? Buffer.concat(hashes) : null;
  }
  const leaves = await store.leaves(start, start + width);
  if (leaves.length != width) return null;
  return Buffer.concat(
    leaves.flatMap((leaf) => {
      const bytes = encodeLeaf(leaf);
      return [Buffer.of(bytes.length >> 8, bytes.length & 255), bytes];
    })
  );
}

function parseTilePath(path) {
  const parts = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(
    path
  );
  if (!parts) return null;
  const level = parts[1] == "entries" ? "entries" : Number(parts[1]);
  const index = Number(parts[2].replaceAll(/[x/]/g, ""));
  const width = parts[3] ? Number(parts[3]) : 256;
  const canonical = tilePath({ level, index, width }) == path;
  return canonical && width <= 256 && (level == "entries" || level < 8) ? { level, index, width } : null;
}
function tilePath({ level, index, width }) {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g);
  const name = groups.map((group, i) => i < groups.length - 1 ? `x${group}` : group).join("/");
  return `${level}/${name}${width < 256 ? `.p/${width}` : ""}`;
}

function logRoutes({ store, sound }) {
  return new Hono().get("/checkpoint", async (context) => {
    const [head, cosigned] = [await store.head(), await store.attestation("cosigned")];
    if (!head.note) throw new Refusal(404, "not-found");
    context.header("Content-Type", "text/plain; charset=utf-8");
    context.header("Access-Control-Allow-Origin", "*");
    return context.body(cosigned?.data ?? head.note);
  }).get("/keys", async (context) => {
    await sound();
    const claims = await store.claims(KEY_CLAIM);
    context.header("Access-Control-Allow-Origin", "*");
    return context.text(claims.map(({ name }) => `${name.slice(KEY_CLAIM.length)}
`).join(""));
  }).get("/tile/*", async (context) => {
    const path = parseTilePath(context.req.path.slice("/tile/".length));
    const tile = path && await readTile(store, path);
    if (!tile) throw new Refusal(404, "not-found");
    context.header("Content-Type", "application/octet-stream");
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Cache-Control", "public, max-age=31536000, immutable");
    return context.body(new Uint8Array(tile));
  });
}

function rootAgain(before, leaves) {
  const edge = /* @__PURE__ */ new Map();
  let start = 0;
  before.size.toString(2).split("").forEach((bit, i, bits) => {
    if (bit != "1") return;
    const end = start + 2 ** (bits.length - 1 - i);
    edge.set(`${start}-${end}`, before.hashes[edge.size]);
    start = end;
  });
  const root = (from, to) => {
    const known = edge.get(`${from}-${to}`);
    if (known) return known;
    if (to - from == 1) return leaves[from - before.size];
    const middle = from + split(to - from);
    return nodeHash(root(from, middle), root(middle, to));
  };
  const size = before.size + leaves.length;
  return size ? root(0, size) : EMPTY_ROOT;
}

function countsOf(logged, now) {
  const day = new Date(now).toISOString().slice(0, 10);
  const sums = /* @__PURE__ */ new Map();
  for (const { entry, notice } of logged) {
    const names = [`event:${entry.event}`];
    for (const [id, yes] of Object.entries(entry.categories)) {
      names.push(`${yes ? "yes" : "no"}:${id}`);
    }
    for (const name of names) {
      const key = `${entry.site} ${notice} ${name}`;
      const n = (sums.get(key)?.n ?? 0) + 1;
      sums.set(key, { day, site: entry.site, notice, name, n });
    }
  }
  return [...sums.keys()].toSorted().map((key) => sums.get(key));
}

const SKEW = 5 * 6e4;
function flagsOf(entry, seen, batch, now) {
  const known = (hash) => seen.leaves.has(hex(hash)) || batch.hashes.has(hex(hash));
  const place = placeKey(entry);
  return (entry.previous.length && !known(entry.previous) ? FLAGS.gap : 0) | (seen.places.has(place) || batch.places.has(place) ? FLAGS.fork : 0) | (entry.at - now > SKEW ? FLAGS.ahead : 0) | (now - entry.at > SKEW ? FLAGS.late : 0) | (entry.trusted ? 0 : FLAGS.untrusted) | (seen.ids.has(entry.id) || batch.ids.has(entry.id) ? FLAGS.conflict : 0) | (known(entry.notice) ? 0 : FLAGS.noticeless);
}

function sequence(entries, log, now) {
  let outcomes = [];
  const records = entries.filter((entry) => entry.kind == "record");
  return {
    wanted: {
      hashes: entries.flatMap(
        (entry) => entry.kind == "record" ? [entry.hash, entry.previous, entry.notice] : [entry.hash]
      ),
      ids: records.map(({ id }) => id),
      places: records
    },
    plan(seen) {
      const added = place(entries, seen, now());
      const { frontier } = seen.head;
      const tree = batchTree(
        frontier,
        added.leaves.map((leaf) => leaf.leafHash)
      );
      outcomes = added.verdicts.map((verdict) => ({
        ...verdict,
        proof: verdict.index < frontier.size ? null : tree.prove(verdict.index)
      }));
      if (!added.leaves.length) return null;
      return {
        ...added,
        nodes: tree.tileNodes,
        seal: (written) => seal(written, added.leaves, frontier, tree.frontier, log)
      };
    },
    outcomes: () => outcomes
  };
}
function place(entries, seen, now) {
  const leaves = [];
  const bodies = [];
  const notices = [];
  const logged = [];
  const batch = {
    hashes: /* @__PURE__ */ new Map(),
    ids: /* @__PURE__ */ new Set(),
    places: /* @__PURE__ */ new Set()
  };
  const add = (leaf) => {
    const index = seen.head.frontier.size + leaves.length;
    const row = { ...leaf, index, leafHash: leafHash(encodeLeaf(leaf)) };
    leaves.push(row);
    batch.hashes.set(hex(leaf.hash), row);
    return row;
  };
  const log = (entry) => {
    const key = hex(entry.hash);
    const earlier = seen.leaves.get(key) ?? batch.hashes.get(key);
    if (earlier) return { status: "duplicate", index: earlier.index, leaf: encodeLeaf(earlier) };
    if (entry.kind == "notice") {
      const row2 = add({ kind: NOTICE, site: "", hash: entry.hash, received: now, flags: 0 });
      notices.push({ index: row2.index, hash: entry.hash, text: entry.text });
      return { status: "stored", index: row2.index, leaf: encodeLeaf(row2) };
    }
    const conflict = seen.ids.has(entry.id) || batch.ids.has(entry.id);
    const row = add({
      kind: RECORD,
      site: entry.site,
      hash: entry.hash,
      received: now,
      flags: flagsOf(entry, seen, batch, now)
    });
    batch.ids.add(entry.id);
    batch.places.add(placeKey(entry));
    const { id, subject, site, previous, event, notice, text } = entry;
    bodies.push({
      index: row.index,
      id,
      subject,
      site,
      previous,
      received: now,
      event,
      notice,
      text
    });
    const shown = hex(notice);
    logged.push({ entry, notice: seen.leaves.has(shown) || batch.hashes.has(shown) ? shown : "" });
    return { status: conflict ? "conflict" : "stored", index: row.index, leaf: encodeLeaf(row) };
  };
  const verdicts = entries.map(log);
  return { leaves, bodies, notices, counts: countsOf(logged, now), verdicts };
}
function seal(written, planned, before, after, log) {
  const hashes = written.map((row) => leafHash(encodeLeaf(row)));
  const same = written.length == planned.length && written.every(({ index, leafHash: kept }, i) => {
    const plan = planned[i];
    return index == plan.index && hex(kept) == hex(hashes[i]) && hex(kept) == hex(plan.leafHash);
  });
  const root = rootOf(after);
  if (!same || hex(rootAgain(before, hashes)) != hex(root)) {
    throw new StoreError("broken", "what was written is not what was to be signed");
  }
  const text = checkpointText(log.origin, after.size, root);
  return { frontier: after, root, note: signNote(text, log.signers) };
}

function createGroupCommit(options) {
  const { store, log, now } = options;
  const queue = [];
  let waiting = 0;
  let running = false;
  const commit = async (entries) => {
    const { wanted, plan, outcomes } = sequence(entries, log, now);
    const start = performance.now();
    const head = await store.write(wanted, plan);
    options.onCommit?.(entries.length, performance.now() - start);
    return { outcomes: outcomes(), head };
  };
  const singly = async (entries) => {
    const outcomes = [];
    let head = await store.head();
    for (const entry of entries) {
      try {
        const committed = await commit([entry]);
        head = committed.head;
        outcomes.push(...committed.outcomes);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        outcomes.push(null);
      }
    }
    for (const outcome of outcomes) if (outcome) outcome.proof = null;
    return { outcomes, head };
  };
  const take = () => {
    const group = queue.splice(0, 1);
    let count = group[0].entries.length;
    while (queue[0] && count + queue[0].entries.length <= options.batch) {
      count += queue[0].entries.length;
      group.push(queue.shift());
    }
    return group;
  };
  const run = async () => {
    running = true;
    while (queue.length) {
      await new Promise((resolve) => setImmediate(resolve));
      const group = take();
      const entries = group.flatMap((one) => one.entries);
      waiting -= entries.length;
      try {
        const { outcomes, head } = await commit(entries).catch((error) => {
          if (isRefusal(error)) return singly(entries);
          throw error;
        });
        for (const one of group) {
          one.resolve({ outcomes: outcomes.splice(0, one.entries.length), head });
        }
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    running = false;
  };
  return {
    async submit(entries) {
      if (!entries.length) return { outcomes: [], head: await store.head() };
      if (waiting + entries.length > options.queue) {
        throw new StoreError("unavailable", "too much is waiting");
      }
      return new Promise((resolve, reject) => {
        queue.push({ entries, resolve, reject });
        waiting += entries.length;
        if (!running) void run();
      });
    },
    waiting: () => waiting
  };
}
function isRefusal(error) {
  return error instanceof StoreError && error.problem == "unstorable";
}

const SHAPE = /^\s*\{\s*"(text|hash|notice)"\s*:\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*(?:,\s*"(text|hash)"\s*:\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*)?\}\s*$/u;
function parseLine(line) {
  const names = SHAPE.exec(line);
  if (!names) return null;
  let json;
  try {
    json = JSON.parse(line);
  } catch {
    return null;
  }
  const [text, hash, notice] = [own(json, "text"), own(json, "hash"), own(json, "notice")];
  if (typeof notice == "string") {
    return names[2] == null ? { kind: "notice", text: notice } : null;
  }
  return typeof text == "string" && typeof hash == "string" ? { kind: "record", text, hash } : null;
}

const PREFIX = Buffer.from("consentry/v1 record\n");
const NO_RECORD = Buffer.alloc(32);
function checkEntry(line, rules) {
  if (Buffer.byteLength(line) > rules.line) return { code: "line-too-long", id: null };
  const parsed = parseLine(line);
  if (!parsed) return { code: "line-invalid", id: null };
  if (parsed.kind == "record") return checkRecord(parsed.text, parsed.hash, rules);
  const { text } = parsed;
  return text && !text.includes("\0") && Buffer.from(text).toString() == text ? { kind: "notice", hash: sha256(text), text } : { code: "notice-invalid", id: null };
}
function checkRecord(text, hash, rules) {
  const record = parseRecord(text);
  if (typeof record == "string") return { code: "record-invalid", id: null, field: record };
  const reject = (code) => ({ code, id: record.id });
  const { categories, services, page } = record;
  if (Object.keys(categories).length > rules.keys || Object.keys(services).length > rules.keys) {
    return reject("too-many-keys");
  }
  const previous = Buffer.from(record.previous ?? "", "hex");
  const digest = sha256(
    Buffer.concat([PREFIX, record.previous ? previous : NO_RECORD, Buffer.from(text)])
  );
  if (hex(digest) != hash) return reject("hash-mismatch");
  const site = siteOf(page, rules.origins);
  if (site == null) return reject("wrong-site");
  return {
    kind: "record",
    hash: digest,
    text,
    id: record.id,
    subject: record.subject,
    site,
    previous,
    at: Date.parse(record.at),
    event: record.event,
    trusted: record.trusted,
    notice: Buffer.from(record.notice, "hex"),
    categories
  };
}
function siteOf(page, origins) {
  if (!URL.canParse(page)) return null;
  const { origin, host } = new URL(page);
  return origins.has(origin) && page.startsWith(`${origin}/`) ? host : null;
}

async function logRecords(body, logger, only) {
  const most = only == null ? logger.limits.lines : 1;
  const lines = body.split("\n").filter((line) => line.trim());
  if (!lines.length) throw new Refusal(400, "no-lines");
  if (lines.length > most) throw new Refusal(413, "too-many-lines");
  const results = [];
  const entries = [];
  lines.forEach((text, line) => {
    const checked = checkEntry(text, logger.rules);
    if ("code" in checked) results.push({ line, ...checked, status: "rejected" });
    else if (only != null && idOf(checked) != only) {
      results.push({ line, id: idOf(checked), status: "rejected", code: "id-mismatch" });
    } else entries.push({ line, entry: checked });
  });
  entries.sort((a, b) => Number(a.entry.kind == "record") - Number(b.entry.kind == "record"));
  const { outcomes, head } = await logger.commit.submit(entries.map(({ entry }) => entry));
  const { size } = head.frontier;
  const receipts = [];
  const wanted = /* @__PURE__ */ new Set();
  for (const [i, { line, entry }] of entries.entries()) {
    const outcome = outcomes[i];
    const id = idOf(entry);
    if (!outcome) {
      results.push({ line, id, status: "rejected", code: "unstorable" });
      continue;
    }
    results.push({ line, id, status: outcome.status });
    if (entry.kind == "notice") continue;
    receipts.push(await receiptOf(entry.id, outcome, size, logger.tree));
    if (outcome.leaf.at(-1) & FLAGS.noticeless) wanted.add(hex(entry.notice));
  }
  results.sort((a, b) => a.line - b.line);
  return { results, checkpoint: head.note, receipts, wanted: [...wanted] };
}
const idOf = (entry) => entry.kind == "record" ? entry.id : hex(entry.hash);
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
async function receiptOf(id, { index, leaf, proof }, size, tree) {
  const hashes = proof ?? await tree.inclusion(index, size);
  return { id, index, leaf: base64(leaf), proof: hashes.map(base64) };
}

async function readBody(request, limits) {
  const type = (request.headers.get("content-type") ?? "text/plain").split(";")[0].trim();
  if (!/^(text\/plain|application\/(json|x-ndjson|jsonl))$/i.test(type)) {
    throw new Refusal(415, "type-not-supported");
  }
  if (!/^(identity)?$/i.test(request.headers.get("content-encoding") ?? "")) {
    throw new Refusal(415, "encoding-not-supported");
  }
  if (Number(request.headers.get("content-length") ?? 0) > limits.body) {
    throw new Refusal(413, "body-too-large");
  }
  const bytes = await collect(request, limits);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "not-utf-8");
  }
}
async function collect(request, limits) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Refusal(408, "body-too-slow")), limits.bodyTime);
  });
  const announced = request.headers.has("content-length");
  try {
    if (!announced) return await byChunks(request, limits.body, late);
    const bytes = new Uint8Array(await Promise.race([request.arrayBuffer(), late]));
    if (bytes.length > limits.body) throw new Refusal(413, "body-too-large");
    return bytes;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, "bad-request");
  } finally {
    clearTimeout(timer);
  }
}
async function byChunks(request, most, late) {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks = [];
  let size = 0;
  try {
    for (; ; ) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return Buffer.concat(chunks);
      size += value.length;
      if (size > most) throw new Refusal(413, "body-too-large");
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => {
    });
    throw error;
  }
}

function recordRoutes(shop) {
  const { limits, metrics, origins } = shop;
  const allow = tokenBuckets(limits.rate, limits.burst);
  const commit = createGroupCommit({
    ...shop,
    batch: limits.batch,
    queue: limits.queue,
    onCommit(entries, ms) {
      metrics.time("consentry_commit_seconds", ms / 1e3);
      metrics.add("consentry_committed_entries_total", "", entries);
    }
  });
  const rules = { origins, line: limits.line, keys: limits.keys };
  const logger = { commit, tree: shop.tree, rules, limits };
  let inFlight = 0;
  const admit = (context, preflight2) => {
    const origin = context.req.header("origin");
    if (origin == null) return;
    if (!origins.has(origin)) throw new Refusal(403, "origin-not-allowed");
    for (const [name, value] of corsHeaders(origin, preflight2)) context.header(name, value);
  };
  const later = (atLeast) => Math.ceil(atLeast + shop.random() * 10);
  const take = async (context, id) => {
    admit(context, false);
    if (!allow(networkOf(context.env?.ip), shop.now())) {
      throw new Refusal(429, "too-many-requests", later(1));
    }
    if (inFlight >= limits.inFlight) throw new Refusal(503, "too-busy", later(1));
    inFlight++;
    try {
      const body = await readBody(context.req.raw, limits);
      await shop.sound();
      const answer = await withDeadline(logRecords(body, logger, id), limits.commitTime);
      for (const { status, code } of answer.results) {
        const labels = `status="${status}"${code ? `,code="${code}"` : ""}`;
        metrics.add("consentry_lines_total", labels);
      }
      context.set("records", answer.receipts.length);
      return context.json(answer);
    } finally {
      inFlight--;
    }
  };
  const preflight = (context) => {
    admit(context, true);
    return context.body(null, 204);
  };
  const refuse = (allowed) => (context) => {
    context.header("Allow", `${allowed}, OPTIONS`);
    throw new Refusal(405, "method-not-allowed");
  };
  return new Hono().options("/v1/records", preflight).options("/v1/records/:id", preflight).post("/v1/records", (context) => take(context)).put("/v1/records/:id", (context) => take(context, context.req.param("id"))).all("/v1/records", refuse("POST")).all("/v1/records/:id", refuse("PUT"));
}

const BOUNDS = [1e-3, 2e-3, 5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
function createMetrics() {
  const counters = /* @__PURE__ */ new Map();
  const histograms = /* @__PURE__ */ new Map();
  return {
    add(name, labels, by = 1) {
      const values = counters.get(name) ?? /* @__PURE__ */ new Map();
      counters.set(name, values);
      values.set(labels, (values.get(labels) ?? 0) + by);
    },
    time(name, seconds) {
      const found = histograms.get(name);
      const histogram = found ?? { counts: Array(BOUNDS.length + 1).fill(0), sum: 0 };
      histograms.set(name, histogram);
      const at = BOUNDS.findIndex((bound) => seconds <= bound);
      histogram.counts[at < 0 ? BOUNDS.length : at] += 1;
      histogram.sum += seconds;
    },
    render(gauges) {
      const lines = [];
      for (const [name, values] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [labels, value] of values) {
          lines.push(`${name}${labels && `{${labels}}`} ${value}`);
        }
      }
      for (const [name, { counts, sum }] of histograms) {
        lines.push(`# TYPE ${name} histogram`);
        let total = 0;
        counts.forEach((count, i) => {
          total += count;
          lines.push(`${name}_bucket{le="${BOUNDS[i] ?? "+Inf"}"} ${total}`);
        });
        lines.push(`${name}_sum ${sum}`, `${name}_count ${total}`);
      }
      for (const [name, value] of Object.entries(gauges)) {
        lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
      }
      return `${lines.join("\n")}
`;
    }
  };
}

//#region src/helper/html/index.ts
/**
* @module
* html Helper for Hono.
*/
const html = (strings, ...values) => {
	const buffer = [""];
	for (let i = 0, len = strings.length - 1; i < len; i++) {
		buffer[0] += strings[i];
		const children = Array.isArray(values[i]) ? values[i].flat(Infinity) : [values[i]];
		for (let i = 0, len = children.length; i < len; i++) {
			const child = children[i];
			if (typeof child === "string") escapeToBuffer(child, buffer);
			else if (typeof child === "number") buffer[0] += child;
			else if (typeof child === "boolean" || child === null || child === void 0) continue;
			else if (typeof child === "object" && child.isEscaped) {
				if (child.callbacks) buffer.unshift("", child);
				else {
					const tmp = child.toString();
					if (tmp instanceof Promise) buffer.unshift("", tmp);
					else buffer[0] += tmp;
				}
			} else if (child instanceof Promise) buffer.unshift("", child);
			else escapeToBuffer(child.toString(), buffer);
		}
	}
	buffer[0] += strings.at(-1);
	return buffer.length === 1 ? "callbacks" in buffer ? raw(resolveCallbackSync(raw(buffer[0], buffer.callbacks))) : raw(buffer[0]) : stringBufferToString(buffer, buffer.callbacks);
};

const KINDS = ["accepted", "refused", "withdrawn", "ended"];
const KIND_OF = {
  given: "accepted",
  renewed: "accepted",
  changed: "accepted",
  refused: "refused",
  withdrawn: "withdrawn",
  expired: "ended",
  invalidated: "ended"
};
const MOST = 20;
const none = () => ({ accepted: 0, refused: 0, withdrawn: 0, ended: 0 });
function summarise(counts, days, site) {
  const byDay = new Map(days.map((day) => [day, none()]));
  const summary = {
    days: [],
    total: none(),
    categories: /* @__PURE__ */ new Map(),
    banners: [],
    sites: [...new Set(counts.map((count) => count.site))].toSorted()
  };
  const banners = /* @__PURE__ */ new Map();
  for (const { day, site: of, notice, name, n } of counts) {
    const here = byDay.get(day);
    if (!here || site && of != site) continue;
    const banner = banners.get(notice) ?? newBanner(notice, day);
    banners.set(notice, banner);
    if (day < banner.firstDay) banner.firstDay = day;
    if (day > banner.lastDay) banner.lastDay = day;
    const [what = "", id = ""] = name.split(":");
    if (what == "event") {
      const kind = Object.hasOwn(KIND_OF, id) ? KIND_OF[id] : "ended";
      here[kind] += n;
      summary.total[kind] += n;
      banner.decisions += n;
    } else if (id != "necessary") {
      add(summary.categories, id, what == "yes", n);
      add(banner.categories, id, what == "yes", n);
    }
  }
  const answers = ({ yes, no }) => yes + no;
  const sorted = [...summary.categories].toSorted((a, b) => answers(b[1]) - answers(a[1]));
  summary.categories = new Map(sorted.slice(0, MOST));
  summary.days = Array.from(byDay, ([day, of]) => ({ day, counts: of }));
  summary.banners = [...banners.values()].toSorted((a, b) => a.lastDay < b.lastDay ? 1 : -1);
  return summary;
}
function newBanner(notice, day) {
  return { notice, firstDay: day, lastDay: day, decisions: 0, categories: /* @__PURE__ */ new Map() };
}
function add(shares, id, yes, n) {
  const share = shares.get(id) ?? { yes: 0, no: 0 };
  shares.set(id, share);
  share[yes ? "yes" : "no"] += n;
}
function lastDays(count, now) {
  return Array.from(
    { length: count },
    (_, i) => new Date(now - (count - 1 - i) * 864e5).toISOString().slice(0, 10)
  );
}

const WIDTH = 720;
const HEIGHT = 180;
const LEFT = 44;
function ceiling(largest) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, largest)));
  return [1, 2, 5, 10].map((step) => step * power).find((value) => value >= largest) ?? power * 10;
}
function dayChart(days) {
  const totals = days.map(({ counts }) => KINDS.reduce((sum, kind) => sum + counts[kind], 0));
  const top = ceiling(Math.max(1, ...totals));
  const step = (WIDTH - LEFT) / days.length;
  const scale = (n) => n / top * HEIGHT;
  const bars = days.map(({ day, counts }, i) => {
    let y = HEIGHT;
    const x = LEFT + i * step;
    const parts = KINDS.filter((kind) => counts[kind]).map((kind) => {
      const height = scale(counts[kind]);
      y -= height;
      return html`<rect
        class="${kind}"
        x="${x + step * 0.1}"
        y="${y}"
        width="${step * 0.8}"
        height="${height}"
      />`;
    });
    const words = KINDS.map((kind) => `${counts[kind]} ${kind}`).join(", ");
    return html`<g
      ><title>${day}: ${words}</title
      ><rect class="hit" x="${x}" y="0" width="${step}" height="${HEIGHT}" />${parts}</g
    >`;
  });
  const marks = [0, 0.5, 1].map((part) => {
    const y = HEIGHT - part * HEIGHT;
    return html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${y}" y2="${y}" /><text
        x="${LEFT - 6}"
        y="${y + 4}"
        text-anchor="end"
        >${top * part}</text
      >`;
  });
  return html`<svg
    role="img"
    aria-label="Decisions per day"
    viewBox="0 -10 ${WIDTH} ${HEIGHT + 34}"
  >
    ${marks}${bars}
    <text x="${LEFT}" y="${HEIGHT + 18}">${days[0]?.day ?? ""}</text>
    <text x="${WIDTH}" y="${HEIGHT + 18}" text-anchor="end">${days.at(-1)?.day ?? ""}</text>
  </svg>`;
}
function shareBar({ yes, no }) {
  const all = yes + no;
  const part = all ? yes / all : 0;
  const percent = `${Math.round(part * 1e3) / 10} %`;
  return html`<svg
      class="share"
      role="img"
      aria-label="${percent} accepted"
      viewBox="0 0 200 14"
      preserveAspectRatio="none"
    >
      <rect class="rest" width="200" height="14" />
      <rect class="accepted" width="${part * 200}" height="14" />
    </svg>
    ${percent}`;
}
const nothing = raw("");

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --accepted: #1f6fb2;
--refused: #c4590b; --withdrawn: #7a4fb5; --ended: #6b7280; --line: #d4d4d8; --rest: #e4e4e7 }
@media (prefers-color-scheme: dark) { :root { --accepted: #6db3f2; --refused: #f5a35c;
--withdrawn: #b99be8; --ended: #a1a1aa; --line: #3f3f46; --rest: #3f3f46 } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2.5rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem } nav [aria-current] { font-weight: 600 }
svg { width: 100%; height: auto; display: block } svg text { font-size: 11px; fill: currentColor }
svg.share { width: 10rem; height: .8rem; display: inline-block; vertical-align: middle }
.accepted { fill: var(--accepted) } .refused { fill: var(--refused) }
.withdrawn { fill: var(--withdrawn) } .ended { fill: var(--ended) } .rest { fill: var(--rest) }
.hit { fill: transparent } .grid { stroke: var(--line) }
ul.key { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0 }
ul.key svg { width: .8rem; display: inline-block }
table { border-collapse: collapse } th, td { text-align: start; padding: .3rem 1rem .3rem 0;
border-bottom: 1px solid var(--line) } td.n { text-align: end; font-variant-numeric: tabular-nums }
.scroll { overflow-x: auto } code { font-size: .85em }
`;
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`);
const OWNER_POLICY = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;
const PERIODS = [7, 30, 90, 365];
function ownerPage(view) {
  const { summary } = view;
  const all = KINDS.reduce((sum, kind) => sum + summary.total[kind], 0);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Consent decisions</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <h1>Consent decisions</h1>
        <nav aria-label="Period">
          ${PERIODS.map((days) => link(view, { days }, `${days} days`, days == view.days))}
        </nav>
        <nav aria-label="Site">
          ${summary.sites.length > 1 ? ["", ...summary.sites].map(
    (site) => link(view, { site }, site || "All sites", site == view.site)
  ) : nothing}
        </nav>
        <h2>Per day</h2>
        <ul class="key">
          ${KINDS.map(
    (kind) => html`<li>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect class="${kind}" width="10" height="10" />
                </svg>
                ${summary.total[kind]} ${kind}
              </li>`
  )}
        </ul>
        ${all ? dayChart(summary.days) : html`<p>No decision in this period.</p>`}
        <h2>Acceptance per category</h2>
        <div class="scroll">
          <table>
            <tr>
              <th>Category</th>
              <th>Accepted</th>
              <th>Answers</th>
            </tr>
            ${Array.from(
    summary.categories,
    ([id, share]) => html`<tr>
                  <td>${id}</td>
                  <td>${shareBar(share)}</td>
                  <td class="n">${share.yes + share.no}</td>
                </tr>`
  )}
          </table>
        </div>
        <h2>Acceptance per banner version</h2>
        ${bannerTable(summary.banners, [...summary.categories.keys()])}
        <h2>The log</h2>
        <p>
          ${view.origin}: ${view.size} entries. <a href="checkpoint">Newest checkpoint</a> ·
          <a href="keys">Keys</a>
        </p>
        <p>
          Days are UTC. The sums stay when the text of records is erased. A decision without a known
          banner text is one whose snapshot has not arrived.
        </p>
      </body>
    </html>`;
}
function link(view, change, text, current) {
  const query = new URLSearchParams({
    days: String(change.days ?? view.days),
    site: change.site ?? view.site
  });
  const here = current ? raw(' aria-current="true"') : nothing;
  return html`<a href="?${query.toString()}" ${here}>${text}</a>`;
}
function bannerTable(banners, ids) {
  const rows = banners.slice(0, 50).map(
    (banner) => html`<tr>
        <td>${banner.notice ? html`<code>${banner.notice.slice(0, 12)}</code>` : "not known"}</td>
        <td>${banner.firstDay} – ${banner.lastDay}</td>
        <td class="n">${banner.decisions}</td>
        ${ids.map((id) => html`<td>${banner.categories.has(id) ? shareBar(banner.categories.get(id)) : "\u2013"}</td>`)}
      </tr>`
  );
  return html`<div class="scroll">
    <table>
      <tr>
        <th>Version (hash)</th>
        <th>Seen</th>
        <th>Decisions</th>
        ${ids.map((id) => html`<th>${id}</th>`)}
      </tr>
      ${rows}
    </table>
  </div>`;
}

function ownerRoutes(shop) {
  const enter = guard(shop);
  return new Hono().get("/owner", async (context) => {
    enter(context);
    const asked = Number(context.req.query("days"));
    const period = PERIODS.find((days2) => days2 == asked) ?? 30;
    const days = lastDays(period, shop.now());
    const counts = await shop.store.counts(days[0]);
    const wanted = context.req.query("site") ?? "";
    const site = counts.some((count) => count.site == wanted) ? wanted : "";
    const { size } = (await shop.store.head()).frontier;
    const summary = summarise(counts, days, site);
    context.header("Content-Security-Policy", OWNER_POLICY);
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    return context.html(ownerPage({ summary, days: period, site, origin: shop.log.origin, size }));
  });
}

function createCollector(options) {
  const { store, log, now = Date.now, report = () => {
  } } = options;
  let checked = null;
  const shop = {
    store,
    log,
    now,
    tree: treeReader(store),
    metrics: createMetrics(),
    limits: { ...LIMITS, ...options.limits },
    origins: new Set(options.origins.map((origin) => new URL(origin).origin)),
    ownerToken: options.ownerToken,
    random: options.random ?? Math.random,
    sound: () => checked ??= checkLog(store, log).catch((error) => {
      checked = null;
      throw error;
    })
  };
  const app = new Hono();
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    addHeaders(context.res.headers);
    const { status } = context.res;
    const { method } = context.req;
    const route = routePath(context, -1);
    shop.metrics.add("consentry_requests_total", `route="${route}",status="${status}"`);
    report({
      level: status < 500 ? "info" : "error",
      event: "request",
      method: /^[A-Z]{1,7}$/.test(method) ? method : "other",
      route,
      status,
      code: context.get("code"),
      records: context.get("records"),
      ms: Math.round((performance.now() - start) * 10) / 10
    });
  });
  app.onError((error, context) => {
    const refusal = asRefusal(error);
    if (error instanceof StoreError) {
      if (error.problem == "broken") checked = null;
      report({ level: "error", event: "store", problem: error.problem, message: error.message });
    } else if (refusal.code == "internal") {
      report({ level: "error", event: "internal", message: String(error) });
    }
    context.set("code", refusal.code);
    if (refusal.retryAfter != null) context.header("Retry-After", String(refusal.retryAfter));
    if (refusal.status == 401) context.header("WWW-Authenticate", 'Basic realm="consentry"');
    return context.json({ error: refusal.code }, refusal.status);
  });
  app.notFound((context) => {
    context.set("code", "not-found");
    return context.json({ error: "not-found" }, 404);
  });
  for (const routes of [
    recordRoutes(shop),
    logRoutes(shop),
    healthRoutes(shop),
    ownerRoutes(shop)
  ]) {
    app.route("/", routes);
  }
  return async (request, peer = {}) => app.fetch(request, peer);
}
function asRefusal(error) {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreError) return new Refusal(503, "not-durable", 2);
  return new Refusal(500, "internal");
}

async function serve(collector, options) {
  const { hostname = "127.0.0.1", proxies = 0 } = options;
  const listener = getRequestListener(
    (request, env) => collector(request, { ip: clientIp(request, env, proxies) }),
    { overrideGlobalObjects: false }
  );
  const server = createServer(
    {
      headersTimeout: options.headersTimeout ?? 5e3,
      requestTimeout: options.requestTimeout ?? 15e3,
      keepAliveTimeout: 5e3,
      connectionsCheckingInterval: 1e3,
      maxHeaderSize: 16384
    },
    (request, response) => void listener(request, response)
  );
  server.maxHeadersCount = 64;
  server.maxConnections = 1e4;
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, hostname, resolve);
  });
  const address = server.address();
  return {
    port: typeof address == "object" && address ? address.port : options.port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    })
  };
}
function clientIp(request, { incoming }, proxies) {
  const seen = request.headers.get("x-forwarded-for")?.split(",") ?? [];
  return proxies > 0 && seen.at(-proxies)?.trim() || incoming.socket.remoteAddress;
}

function readMark(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code == "ENOENT") return null;
    throw error;
  }
  const [, size, root] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (!size || !root) throw new Error(`${path} is damaged`);
  return { size: Number(size), root };
}
function writeMark(path, { size, root }) {
  writeDurably(path, `${size} ${root}
`);
}
async function checkMark(store, mark) {
  const { size } = (await store.head()).frontier;
  if (size < mark.size) {
    throw new StoreError(
      "broken",
      `this key has signed a log of ${mark.size} entries, and the database holds ${size}: it is an older copy or another one (see docs/operating.md, Restore)`
    );
  }
  if (mark.size && hex(await treeReader(store).root(mark.size)) != mark.root) {
    throw new StoreError(
      "broken",
      `the first ${mark.size} entries are not those that this key has signed`
    );
  }
}

function newTiles(old, size) {
  const out = [];
  const between = (level, before2, after2) => {
    for (let index = Math.floor(before2 / 256); index * 256 < after2; index++) {
      const width = Math.min(256, after2 - index * 256);
      if (index * 256 + width > before2) out.push({ level, index, width });
    }
  };
  between("entries", old, size);
  let [before, after] = [old, size];
  for (let level = 0; after; level++) {
    between(level, before, after);
    [before, after] = [Math.floor(before / 256), Math.floor(after / 256)];
  }
  return out;
}
async function writeTiles(store, directory, old, size) {
  for (const tile of newTiles(old, size)) {
    const bytes = await readTile(store, tile);
    if (!bytes) throw new StoreError("broken", `tile ${tilePath(tile)} is missing`);
    const path = join(directory, "tile", tilePath(tile));
    writeDurably(path, bytes);
    if (tile.width == 256) rmSync(`${path}.p`, { recursive: true, force: true });
  }
}

function createPublisher(options) {
  const { store, directory, cosign, report = () => {
  } } = options;
  let published = -1;
  let cosigned = -1;
  let busy = Promise.resolve();
  const publish = async () => {
    const head = await store.head();
    const { size } = head.frontier;
    if (!size) return;
    if (size != published) {
      writeMark(options.mark, { size, root: hex(head.root) });
      if (directory != null) {
        await writeTiles(store, directory, sizeIn(directory), size);
        const keys = options.log.signers.map(({ vkey }) => `${vkey}
`).join("");
        writeDurably(join(directory, "keys"), keys);
      }
    }
    let note = head.note;
    if (cosign && size != cosigned) {
      note = await cosign(head);
      if (note) {
        await store.attest({ kind: "cosigned", size, data: note });
        cosigned = size;
      }
    }
    if (note && directory != null && (size != published || cosign)) {
      writeDurably(join(directory, "checkpoint"), note);
    }
    if (size != published) {
      report({ level: "info", event: "checkpoint-published", size, cosigned: cosigned == size });
    }
    published = size;
  };
  return {
    publish() {
      const next = busy.then(publish);
      busy = next.catch(() => {
      });
      return next;
    }
  };
}
function sizeIn(directory) {
  try {
    const size = Number(readFileSync(join(directory, "checkpoint"), "utf8").split("\n")[1]);
    return Number.isSafeInteger(size) ? size : 0;
  } catch {
    return 0;
  }
}

export { LIMITS as L, createPublisher as a, checkMark as b, createCollector as c, readMark as r, serve as s };
