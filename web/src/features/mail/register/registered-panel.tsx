import { Button } from '@mantine/core';
import { IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Loaded } from '../../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { isWithheld } from '../../../lib/ask-error.ts';
import { useSay } from '../../../lib/language.ts';
import { keyOf } from '../../../lib/query-keys.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { DocumentActs } from '../../documents/open-document-acts.tsx';
import { useNeighbours } from '../opened/use-neighbours.ts';
import classes from './register.module.css';

const route = getRouteApi('/office/mail');

type Props = {
  mailId: string;
  documentId: string;
  /** Just now, by this clerk: the focus goes on to the next letter, so that Enter opens it. */
  isFresh: boolean;
};

/** The arrival number, large enough to be written on paper from it, and the way on to the next letter. */
export function RegisteredPanel({ mailId, documentId, isFresh }: Props) {
  const say = useSay();
  const { next } = useNeighbours(mailId);
  const isQueue = route.useSearch({ select: ({ box }) => box === undefined });
  const asked = useQuery(askOptions(keyOf('document', documentId), 'documents.get', { documentId }));
  // A head reads the mail of the unit, and the document only once it has come there.
  if (isWithheld(asked.error)) return <p className={classes.done}>{say('mail.registered')}</p>;
  return (
    <Loaded query={asked} skeleton={<DetailSkeleton />}>
      {(document) => (
        <div className={classes.registered} role="status">
          <IconCircleCheck size={40} className={classes.check} aria-hidden="true" />
          <div className={classes.done}>{say('mail.registered')}</div>
          <div className={classes.label}>{say('mail.numberGiven')}</div>
          <div className={classes.given}>
            {document.arrivalNumber}
            <span className={classes.year}>/{document.year}</span>
          </div>
          <div className={classes.subject}>{document.subject}</div>
          <DocumentActs document={document} />
          {next && <NextMail mailId={next.id} takesFocus={isFresh} isSecond={document.allowedActions.length > 0} />}
          {!next && isQueue && <p className={classes.label}>{say('mail.queueDone')}</p>}
          <Button component={Link} to={`/documents/${documentId}`} variant="default">
            {say('mail.openDocument')}
          </Button>
        </div>
      )}
    </Loaded>
  );
}

function NextMail({ mailId, takesFocus, isSecond }: { mailId: string; takesFocus: boolean; isSecond: boolean }) {
  const say = useSay();
  const button = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <Button
      ref={button}
      component={Link}
      to={`/mail/${mailId}`}
      search={true}
      variant={isSecond ? 'default' : 'filled'}
      rightSection={<IconArrowRight size={16} aria-hidden="true" />}
    >
      {say('mail.next')}
    </Button>
  );
}
