import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError, invalidJson, methodNotAllowed, tooLarge, unauthorised, unknownRoute } from './apiError.ts';
import type { Fault, Faults } from './faults.ts';
import type { RateLimits } from './rateLimits.ts';
import type { Answer, Asked, Matched, RouteTable } from './route.ts';
import { readMultipart, type Upload, type Uploads } from './uploads.ts';
import type { Wire } from './wire.ts';

export interface RestContext {
  readonly token: string;
  /** Given late, as the routes need the server's address. */
  readonly routes: () => RouteTable;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly uploads: Uploads;
  readonly wire: Wire;
  readonly clock: () => number;
}

/** Where discord.js puts the version. Other versions are not spoken. */
const BASE = '/api/v10';
/** Bytes of a whole request. Source: discord-api-docs `developers/reference.mdx`, "Uploading Files". */
const REQUEST_SIZE = 25 * 1024 * 1024;

interface Sent extends Answer {
  readonly headers: Readonly<Record<string, string>>;
}

/** The HTTP side: reads, admits, hands to its route, and notes on the wire what went both ways. */
export function restServer(context: RestContext): Server {
  const { faults, uploads, wire, clock } = context;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://localhost');
    const file = method === 'GET' ? uploads.serve(url.pathname) : undefined;
    if (file) return void response.writeHead(200, { 'content-type': file.contentType }).end(file.bytes);

    const path = url.pathname.startsWith(BASE) ? url.pathname.slice(BASE.length) : url.pathname;
    const fault = faults.take(method, path);
    const read = await readBody(request);
    const done: Sent | undefined =
      fault && !fault.afterwards ? undefined : admit(context, request, { method, path, query: url.searchParams, read });
    const sent = fault ? failing(fault) : done;

    wire.record({
      via: 'rest',
      at: clock(),
      method,
      path: masked(path) + url.search,
      requestBody: read.kind === 'read' ? read.body : undefined,
      status: sent?.status ?? 0,
      responseBody: sent?.body,
      tookMs: performance.now() - startedAt,
    });
    if (!sent) return fault?.hang === 'close' ? void request.socket.destroy() : undefined;
    const text = sent.body === undefined ? undefined : JSON.stringify(sent.body);
    const type: Readonly<Record<string, string>> = text === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(sent.status, { ...type, ...sent.headers }).end(text);
  }

  return createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A fault of this server's own: loud for the bot, and in the trace of whoever runs it.
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `Local Discord failed: ${String(error)}`, code: 0 }));
    });
  });
}

type Read =
  | { readonly kind: 'read'; readonly body: unknown; readonly files: readonly Upload[] }
  | { readonly kind: 'refused'; readonly error: ApiError };

async function readBody(request: IncomingMessage): Promise<Read> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= REQUEST_SIZE) chunks.push(chunk);
  }
  if (size > REQUEST_SIZE) return { kind: 'refused', error: tooLarge() };
  if (size === 0) return { kind: 'read', body: undefined, files: [] };
  const raw = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const { json, files } = isForm ? await readMultipart(new Uint8Array(raw), type) : { json: raw.toString(), files: [] };
  try {
    return { kind: 'read', body: JSON.parse(json), files };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'refused', error: invalidJson() };
    throw error;
  }
}

interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly read: Read;
}

/** Token, limits, route: in the order in which Discord turns requests away. */
function admit(context: RestContext, request: IncomingMessage, arrived: Arrived): Sent {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const matched = context.routes().match(arrived.method, arrived.path);
    const isKnown = matched !== undefined && matched !== 'wrong-method';
    if (!(isKnown && matched.route.byInteractionToken)) {
      if (request.headers.authorization !== `Bot ${context.token}`) throw unauthorised();
      context.limits.takeGlobal();
    }
    if (matched === 'wrong-method') throw methodNotAllowed();
    if (!matched) throw unknownRoute();
    headers = takeLimit(context.limits, matched);
    if (arrived.read.kind === 'refused') throw arrived.read.error;
    const { body, files } = arrived.read;
    const asked: Asked = { part: matched.part, query: arrived.query, body, files };
    return { ...matched.route.handle(asked), headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: error.body, headers: { ...headers, ...error.headers } };
  }
}

function takeLimit(limits: RateLimits, { route, part }: Matched): Readonly<Record<string, string>> {
  const { limit, limitedBy } = route;
  return limit ? limits.take(limit, limitedBy ? part(limitedBy) : '') : {};
}

function failing({ status = 500, headers = {}, body, hang }: Fault): Sent | undefined {
  if (hang) return undefined;
  return { status, headers, body: body ?? { message: `${status}: Local Discord was asked to fail`, code: 0 } };
}

/** The path without the interaction's token. */
function masked(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/[^/]+\/)[^/]+/, '$1•••');
}
