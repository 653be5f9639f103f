import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the office's server listens while the pages are being worked on (`vite dev`). */
const server = process.env.OFFICE_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // Mantine imports react-dom from a package that does not declare it; pnpm keeps such things apart.
  resolve: { dedupe: ['react', 'react-dom'] },
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
    rolldownOptions: {
      output: {
        // What every page needs in one file: many small ones compress worse and ask more of a slow line.
        codeSplitting: {
          groups: [{ name: 'base', test: /node_modules\/(react|react-dom|scheduler|@tanstack|zustand)\// }],
        },
      },
    },
  },
});
