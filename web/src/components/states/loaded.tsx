import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isWithheld, sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { ErrorState } from './error-state.tsx';
import classes from './states.module.css';
import { Withheld } from './withheld.tsx';

/** What `useQuery` and `useInfiniteQuery` answer, as far as it is shown. */
type Asked<T> = {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
  isFetchNextPageError?: boolean;
};

type Props<T> = { query: Asked<T>; skeleton: ReactNode; children: (data: T) => ReactNode };

/**
 * What was asked in each of its states: on its way, not to be had, here; and here but not up to date, which one line says
 * above it. What is there is taken away only when the office says that it is not for this person.
 */
export function Loaded<T>({ query: { data, error, refetch, isFetchNextPageError }, skeleton, children }: Props<T>) {
  const retry = () => void refetch();
  if (data === undefined && !error) return skeleton;
  if (isWithheld(error)) return <Withheld wasShown={data !== undefined} />;
  if (data === undefined) return <ErrorState error={error} onRetry={retry} />;
  return (
    <>
      {Boolean(error) && !isFetchNextPageError && <NotUpdated onRetry={retry} />}
      {children(data)}
    </>
  );
}

/** What is shown may be older than what the office has by now. */
export function NotUpdated({ onRetry }: { onRetry: () => void }) {
  const say = useSay();
  return (
    <div className={classes.notUpdated} role="status">
      <IconCloudOff size={16} aria-hidden="true" />
      <span>{say('frame.state.notUpdated')}</span>
      <Button size="compact-xs" variant="subtle" onClick={onRetry}>
        {say('frame.action.retry')}
      </Button>
    </div>
  );
}

type Pages = {
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
};

/** Loads the next page of a list; that it did not come is said here, where it was asked for. Nothing at the end. */
export function MoreButton({ query }: { query: Pages }) {
  const say = useSay();
  const { error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  if (!hasNextPage) return null;
  return (
    <div className={classes.more}>
      {isFetchNextPageError && <span role="alert">{sentenceOf(error, say)}</span>}
      <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {say(isFetchNextPageError ? 'frame.action.retry' : 'frame.action.showMore')}
      </Button>
    </div>
  );
}
