// The pages of the benches, built as they are asked for and served on loopback: the product's mesh with the
// aliases of vite.config.ts, everything else without them.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type InlineConfig, type Rolldown, build } from 'vite';

import { inRoot } from '../../tools/tree.mjs';

export type PageKind = 'ours' | 'stock' | 'trystero' | 'stranger' | 'raw';

const HTML = (kind: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${kind}</title><link rel="icon" href="data:,">` +
  `<a href="/file.bin">A file</a><script type="module" src="/${kind}/page.js"></script>`;

const settingsFor = (kind: PageKind): InlineConfig =>
  kind === 'ours' ? { configFile: inRoot('vite.config.ts') } : { configFile: false };

const buildPage = async (kind: PageKind): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const result = await build({
    ...settingsFor(kind),
    root: inRoot('.'),
    base: `/${kind}/`,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      sourcemap: false,
      // Names that a profile can tell.
      minify: false,
      rolldownOptions: {
        input: inRoot(`test/bench/pages/${kind}.ts`),
        output: { entryFileNames: 'page.js', ...(kind === 'raw' ? { format: 'iife' } : {}) },
      },
    },
  });
  const outputs = [result].flat() as Rolldown.RolldownOutput[];
  const files = outputs.flatMap(({ output }) => output);
  return new Map(files.map((file) => [`/${kind}/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
};

export class BenchSite {
  readonly #server: Server;
  readonly #files = new Map<string, string | Uint8Array>();
  readonly #kinds = new Set<PageKind>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(host: string): Promise<BenchSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const site = new BenchSite(server);
    server.on('request', (request, response) => {
      const path = request.url ?? '/';
      const content = site.#files.get(path);
      if (path === '/file.bin') {
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' });
        response.end('content');
      } else if (content === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html' })
          .end(content);
    });
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The path of a page of that kind. */
  async pathOf(kind: PageKind): Promise<string> {
    if (!this.#kinds.has(kind)) {
      for (const [path, content] of await buildPage(kind)) this.#files.set(path, content);
      this.#files.set(`/${kind}/`, HTML(kind));
      this.#kinds.add(kind);
    }
    return `/${kind}/`;
  }

  /** A script that was built elsewhere. */
  add(path: string, code: string): void {
    this.#files.set(path, code);
  }

  /** As one script, for a page that is not of this site. */
  async codeOf(kind: PageKind): Promise<string> {
    await this.pathOf(kind);
    return String(this.#files.get(`/${kind}/page.js`));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
