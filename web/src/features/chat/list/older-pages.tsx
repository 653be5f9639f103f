import { Button } from '@mantine/core';
import { sentenceOf } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import { loadOlder } from '../log/load-older.ts';
import type { LogState } from '../log/log-stores.ts';
import classes from './list.module.css';

type Props = { conversationId: string } & Pick<LogState, 'isLoadingOlder' | 'olderError'>;

/** That the past is being loaded, or could not be. Over the list: what is being read does not move. */
export function OlderPages({ conversationId, isLoadingOlder, olderError }: Props) {
  const say = useSay();
  if (olderError !== null) {
    return (
      <div className={classes.older} role="alert">
        <span>{sentenceOf(olderError, say)}</span>
        <Button size="compact-sm" variant="default" onClick={() => void loadOlder(conversationId)}>
          {say('frame.action.retry')}
        </Button>
      </div>
    );
  }
  if (!isLoadingOlder) return null;
  return (
    <div className={classes.older} role="status">
      {say('frame.state.loading')}
    </div>
  );
}
