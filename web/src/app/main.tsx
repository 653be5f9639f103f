import './look/look.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findFirstLanguage, loadLanguage } from '../lib/language.ts';
import { setLine } from '../realtime/connection.ts';
import { isLineUp } from '../realtime/socket.ts';
import { cssVariablesResolver, theme } from './look/theme.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { UntilLeft } from './until-left.tsx';

// A part of the page did not come although the server is there: it was upgraded since this tab was loaded.
window.addEventListener('vite:preloadError', () => {
  if (isLineUp()) setLine('outdated');
});

// The browser kept this page when it was left and brings it back with all that it held, whoever sits there now.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

// Nobody drops a file before the page stands.
import('../components/files/taking/file-targets.ts').then(
  ({ takeDropsAndPastes }) => takeDropsAndPastes(document),
  // It did not come, which `vite:preloadError` has told: what is dropped is the browser's own.
  () => undefined,
);

async function openPage(root: HTMLElement): Promise<void> {
  await loadLanguage(findFirstLanguage());
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <UntilLeft>
            <RouterProvider router={router} />
          </UntilLeft>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void openPage(root).catch((error: unknown) => {
  // Without its language the page cannot say a word: index.html has the sentence, in both, and the way to try again.
  root.dataset.state = 'failed';
  throw error; // to the console
});
