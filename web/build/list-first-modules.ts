import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';

/** What somebody waits for who opens the office: the frame, and the one of these that they come to. */
export const FIRST_SCREENS = [
  'src/app/main.tsx',
  'src/features/account/sign-in-page.tsx',
  'src/features/today/today-page.tsx',
];

/**
 * The modules of which the first screens really use something, by building these alone, without anything that is loaded
 * later: what stands behind `import { IconBell } from '@tabler/icons-react'` is known only after the unused is shaken off.
 */
export async function listFirstModules(root: string): Promise<ReadonlySet<string>> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      react(),
      { name: 'leave-out-what-is-loaded-later', resolveDynamicImport: (id) => ({ id: String(id), external: true }) },
    ],
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: FIRST_SCREENS, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [built].flat().flatMap((one) => (one as Rolldown.RolldownOutput).output);
  const modules = outputs.flatMap((one) => (one.type === 'chunk' ? Object.entries(one.modules) : []));
  return new Set(modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id));
}
