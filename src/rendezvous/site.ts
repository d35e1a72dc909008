// The built app, read once into memory. Decides what an address of the site answers. What is asked
// for is looked up in a table of what was built: no path of a request ever reaches the disk, and a
// build that goes on meanwhile mixes no two versions. A missing asset is 404, never the index page.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

interface Asset {
  readonly bytes: Buffer;
  /** Null where compressing does not pay. */
  readonly brotli: Buffer | null;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
}

export type Site = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const isText = (type: string): boolean => /^text|json|xml/.test(type);

/** Vite puts what carries its hash in its name into assets/: that never changes. All else is asked for anew. */
const cacheControlOf = (path: string): string =>
  /^\/(?:ask\/)?assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

const COMPRESSED = '.br';

/** The copy that the build left beside a file; null where there is none, or it is of another text. */
const builtBrotli = (file: string, bytes: Buffer): Buffer | null => {
  if (!existsSync(file + COMPRESSED)) return null;
  const built = readFileSync(file + COMPRESSED);
  try {
    return brotliDecompressSync(built, { maxOutputLength: bytes.length + 1 }).equals(bytes) ? built : null;
  } catch {
    // Broken off, or no brotli at all: it is made anew.
    return null;
  }
};

const brotliOf = (file: string, bytes: Buffer): Buffer => {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return builtBrotli(file, bytes) ?? brotliCompressSync(bytes, quality);
};

const readAsset = (file: string, path: string): Asset => {
  const bytes = readFileSync(file);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return {
    bytes,
    brotli: isText(type) && bytes.length > 512 ? brotliOf(file, bytes) : null,
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    cacheControl: cacheControlOf(path),
  };
};

/** Every file below the folder, under the path that it is asked for by; `x/index.html` is `x/` as well. */
export const loadSite = (folder: string): Site => {
  const site = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith(COMPRESSED)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const asset = readAsset(file, path);
    site.set(path, asset);
    if (entry.name === 'index.html') site.set(path.slice(0, -'index.html'.length), asset);
  }
  return site;
};

/** Built files have plain names, so nothing needs to be decoded. */
const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';

const refuse = (response: ServerResponse, status: number, sentence: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
};

export const answerFromSite = (site: Site, request: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  // Other sites may show the customers' page; the desk itself refuses to stand in a frame.
  if (!/^\/ask(?:\/|\.js$)/.test(pathOf(request)))
    response.setHeader('content-security-policy', "frame-ancestors 'none'");
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(response, 405, 'This address can only be read.');
  }
  const asset = site.get(pathOf(request));
  if (asset === undefined) return refuse(response, 404, 'There is nothing at this address.');
  const isBrotli = asset.brotli !== null && /\bbr\b/.test(request.headers['accept-encoding']?.toString() ?? '');
  response.setHeader('etag', asset.etag);
  response.setHeader('cache-control', asset.cacheControl);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === asset.etag) {
    response.writeHead(304).end();
    return;
  }
  const body = isBrotli ? (asset.brotli ?? asset.bytes) : asset.bytes;
  if (isBrotli) response.setHeader('content-encoding', 'br');
  response.writeHead(200, { 'content-type': asset.type, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
};
