import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What the browser loads, by path. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly text: string }>;

const PAGE = fileURLToPath(new URL('./page/', import.meta.url));

/** The page, bundled in memory. */
export async function bundlePage(): Promise<PageFiles> {
  const [html, icon, bundle] = await Promise.all([
    readFile(`${PAGE}page.html`, 'utf8'),
    readFile(`${PAGE}icon.svg`, 'utf8'),
    build({
      entryPoints: { page: `${PAGE}page.tsx` },
      tsconfig: `${PAGE}tsconfig.json`,
      outdir: PAGE,
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      logLevel: 'silent',
    }),
  ]);
  const built = (end: string) => bundle.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', text: html }],
    ['/icon.svg', { type: 'image/svg+xml', text: icon }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', text: built('.js') }],
    ['/page.css', { type: 'text/css; charset=utf-8', text: built('.css') }],
  ]);
}
