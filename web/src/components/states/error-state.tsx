import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import classes from './states.module.css';

/** What could not be loaded: the sentence of the error, and another try. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useSay();
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle className={classes.icon} aria-hidden="true" />
      <div className={classes.title}>{sentenceOf(error, say)}</div>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {say('frame.action.retry')}
        </Button>
      )}
    </div>
  );
}

/** A command that was refused, said where it was given. Shows nothing without an error. */
export function Refused({ error }: { error: unknown }) {
  const say = useSay();
  if (!error) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden="true" />}>
      {sentenceOf(error, say)}
    </Alert>
  );
}
