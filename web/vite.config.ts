import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { listFirstModules } from './build/list-first-modules.ts';
import { preloadLanguage } from './build/preload-language.ts';
import { subsetFigures } from './build/subset-figures.ts';

/** Where the office's server listens while the pages are being worked on (`vite dev`). */
const server = process.env.OFFICE_URL ?? 'http://127.0.0.1:8080';
/** Fields, dialogs, menus and icons. Dates, uploads and the shapes of the contract are heavy, and stay apart. */
const PARTS =
  /[\\/](@mantine[\\/](core|hooks)|@floating-ui|@tabler|web[\\/]src[\\/](components[\\/](?!time|files)|office|lib))[\\/]/;
/** Made anew by each build and by `vite dev`, out of the way of both. */
const FIGURES = fileURLToPath(new URL('node_modules/.congso/figures.woff2', import.meta.url));
const ROOT = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig(async ({ command }) => {
  await subsetFigures(FIGURES);
  const first = command === 'build' ? await listFirstModules(ROOT) : new Set<string>();
  const isPart = (id: string) => PARTS.test(id) && !first.has(id);
  const isOfLibrary = (id: string) => /[\\/]node_modules[\\/]/.test(id);
  return {
    plugins: [react(), preloadLanguage],
    // Mantine imports react-dom from a package that does not declare it; pnpm keeps such things apart.
    resolve: { dedupe: ['react', 'react-dom'], alias: { 'figures.woff2': FIGURES } },
    server: {
      proxy: {
        '/api': server,
        '/files': server,
        '/mails': server,
        '/socket.io': { target: server, ws: true },
      },
    },
    build: {
      // Chrome 109 and Firefox 115 are the last ones for Windows 7 and 8.1, which offices still run.
      target: ['chrome100', 'edge100', 'firefox100', 'safari15.4'],
      manifest: true,
      // The server's CSP lets images be data:, but a small font or icon inlined into CSS would be loaded by everyone.
      assetsInlineLimit: 0,
      // Each sheet of its own costs a slow line a round trip before anything is seen; together they are a quarter more.
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          // Many small files compress worse and ask more of a slow line: what everybody waits for comes in two, of which
          // the libraries' stays the same from release to release; what most pages are made of, in a third.
          codeSplitting: {
            groups: [
              { name: 'base', test: (id: string) => first.has(id) && isOfLibrary(id), priority: 3 },
              { name: 'first', test: (id: string) => first.has(id), priority: 2 },
              { name: 'parts', test: isPart, minShareCount: 3 },
            ],
          },
        },
      },
    },
  };
});
