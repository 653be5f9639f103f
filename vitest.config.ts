import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// An odd zone, half an hour off, so that a test which forgot to name the office's zone fails here and not in the office.
process.env.TZ = 'America/St_Johns';

export default defineConfig({
  test: {
    include: [
      '{packages/*,server,workers,mail-gateway,web}/src/**/*.test.{ts,tsx}',
      'test/{support,flows,chaos,e2e,load}/**/*.test.ts',
    ],
    globalSetup: ['test/support/stores.ts'],
    // Few processes for the whole run: the stores' clients are loaded once, and emptied databases are used again.
    isolate: false,
    // More than there are cores: while one test waits for a browser, a mail server or a time to pass, another works.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Generous: two cores may be busy with Chromium; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes within milliseconds, unless the machine has other work.
    expect: { poll: { timeout: 10_000 } },
  },
});
