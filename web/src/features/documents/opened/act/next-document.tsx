import { Button } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSay } from '../../../../lib/language.ts';
import { useDocuments } from '../../documents-queries.ts';
import classes from './act.module.css';

/** What was done, and the way on to what presses most of the rest: Enter opens it. */
export function NextDocument({ documentId, done }: { documentId: string; done: string }) {
  const say = useSay();
  const { data: desk } = useDocuments('desk');
  const next = desk?.find(({ id }) => id !== documentId);
  const button = useRef<HTMLAnchorElement>(null);
  const nextId = next?.id;
  useEffect(() => {
    if (nextId !== undefined) button.current?.focus();
  }, [nextId]);
  return (
    <section className={classes.next} role="status">
      <div className={classes.nextWords}>
        <div className={classes.nextDone}>
          <IconCircleCheck size={18} aria-hidden="true" />
          {say('documents.acted', { action: done })}
        </div>
        {next && <div className={classes.nextSubject}>{next.subject}</div>}
        {desk && !next && <div className={classes.nextSubject}>{say('documents.nextNone')}</div>}
      </div>
      {next && (
        <Button
          ref={button}
          component={Link}
          to={`/documents/${next.id}`}
          rightSection={<IconArrowRight size={16} aria-hidden="true" />}
        >
          {say('documents.next')}
        </Button>
      )}
    </section>
  );
}
