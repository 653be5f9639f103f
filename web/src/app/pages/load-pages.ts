import { type AnyRoute, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listen } from '../../realtime/socket.ts';
import { queries } from '../queries.ts';
import { untilCalm } from './until-calm.ts';

/** Loads the code of a page, also after it could not be had; resolves in either case. Nothing to do when it is here. */
export async function loadPage({ options }: AnyRoute): Promise<void> {
  await options.component?.preload?.();
}

/**
 * Once the line is up and nothing else is asked for, loads the pages that were not opened yet, one after the
 * other, and the frame's dialogs: when the line is lost later, they can be opened.
 */
export function useLoadPagesAhead(): void {
  const router = useRouter();
  useEffect(() => {
    let isStopped = false;
    const stop = listen('up', () => {
      stop();
      void loadAll();
    });
    const loadAll = async () => {
      for (const route of Object.values<AnyRoute>(router.routesById)) {
        await untilCalm(queries);
        if (isStopped) return;
        await loadPage(route);
      }
      try {
        await Promise.all([import('../frame/keys/quick-find.tsx'), import('../frame/keys/key-help.tsx')]);
      } catch {
        // The line is lost already: they are loaded when they are opened.
      }
    };
    return () => {
      isStopped = true;
      stop();
    };
  }, [router]);
}
