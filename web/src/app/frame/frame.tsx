import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { followConversations, followReading, useUnreadTotal } from '../../features/chat/chat-queries.ts';
import { useRingingCount } from '../../features/reminders/reminders-queries.ts';
import { useAnnouncement } from '../../lib/announce.ts';
import { loadLanguage, readLanguage, useSay } from '../../lib/language.ts';
import { useTitleCount } from '../../lib/use-page-title.ts';
import { Directory } from '../../office/directory.tsx';
import { useMe } from '../../office/me.ts';
import { followClock } from '../../realtime/follow-clock.ts';
import { followStream } from '../../realtime/follow-stream.ts';
import { openLine } from '../../realtime/socket.ts';
import { useLoadPagesAhead } from '../pages/load-pages.ts';
import { untilCalm } from '../pages/until-calm.ts';
import { queries as pageQueries } from '../queries.ts';
import { BottomBar, Rail } from './bars.tsx';
import classes from './frame.module.css';
import { Keys } from './keys/keys.tsx';
import { LineBanner } from './line-banner.tsx';
import { useCutPaste } from './use-cut-paste.ts';
import { useFollowRights } from './use-follow-rights.ts';

const Toasts = lazy(async () => {
  await untilCalm(pageQueries);
  return import('./toasts.tsx');
});

/** What surrounds every page of a signed-in person: navigation, banner, toasts, keys; and the line to the server. */
export function Frame() {
  const say = useSay();
  usePreferences();
  useRealtime();
  useFollowRights();
  useLoadPagesAhead();
  useCutPaste();
  useEffect(() => {
    // Nobody waits for it; where it does not come, the next page does it.
    import('../../office/drafts.ts').then(
      ({ forgetOldDrafts }) => forgetOldDrafts(),
      () => undefined,
    );
  }, []);
  useTitleCount(useUnreadTotal() + useRingingCount());
  return (
    <Directory>
      <div className={classes.frame}>
        <a className={classes.skip} href="#content">
          {say('frame.navigation.skipToContent')}
        </a>
        <Rail />
        <div className={classes.middle}>
          <LineBanner />
          <main id="content" className={classes.content} tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar />
        <LiveRegion />
        <Keys />
        <Suspense>
          <Toasts />
        </Suspense>
      </div>
    </Directory>
  );
}

function useRealtime(): void {
  const queries = useQueryClient();
  const myId = useMe().person.id;
  useEffect(() => {
    openLine();
    const stopClock = followClock();
    const stopStream = followStream(queries, (mark) => void followReading(queries, mark));
    const stopConversations = followConversations(queries, myId);
    return () => {
      stopClock();
      stopStream();
      stopConversations();
    };
  }, [queries, myId]);
}

/** The person's own language and theme, on whatever device. */
function usePreferences(): void {
  const { language, theme } = useMe().preferences;
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    setColorScheme(theme);
  }, [theme, setColorScheme]);
  useEffect(() => {
    if (readLanguage() !== language) void loadLanguage(language);
  }, [language]);
}

function LiveRegion() {
  const { text, count } = useAnnouncement();
  return (
    <div className={classes.unseen} aria-live="polite" aria-atomic="true">
      <span key={count}>{text}</span>
    </div>
  );
}
