import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PageFiles } from './pageBundle.ts';

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface PageServerOptions {
  readonly port: number;
  readonly files: PageFiles;
  /** Where the local Discord keeps files, such as `http://127.0.0.1:4000`. */
  readonly filesFrom: string;
  readonly connected: (socket: WebSocket) => void;
}

/** Nothing from elsewhere, nothing inline; the page cannot be framed. */
const CSP = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the page and its WebSocket on 127.0.0.1 only. */
export async function openPageServer({ port, files, filesFrom, connected }: PageServerOptions): Promise<PageServer> {
  let hosts: readonly string[] = [];
  /** A page elsewhere whose name was made to point here would send its own name. */
  const isOurs = (host: string | undefined) => host !== undefined && hosts.includes(host);

  const app = new Hono();
  app.use(async (context, next) => {
    if (!isOurs(context.req.header('host'))) return context.text('This address is not served here.', 403);
    await next();
    context.header('Content-Security-Policy', CSP);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Cache-Control', 'no-store');
    return undefined;
  });
  for (const [path, { type, text }] of files) {
    app.get(path, (context) => context.body(text, 200, { 'Content-Type': type }));
  }
  app.get('/attachments/*', async (context) => {
    const found = await fetch(new URL(new URL(context.req.url).pathname, filesFrom));
    const type = found.headers.get('content-type') ?? '';
    if (!found.ok) return context.notFound();
    // Only pictures are shown; anything else is handed over as a file, so that none runs as part of the page.
    const shows = /^image\/(png|jpeg|gif|webp|avif)$/.test(type);
    return context.body(await found.arrayBuffer(), 200, {
      'Content-Type': shows ? type : 'application/octet-stream',
      ...(shows ? {} : { 'Content-Disposition': 'attachment' }),
    });
  });

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    if (request.url !== '/talk' || !isOurs(host) || origin !== `http://${host}`) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, connected);
  });

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  hosts = [`127.0.0.1:${bound}`, `localhost:${bound}`];

  return {
    url: `http://127.0.0.1:${bound}/`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
