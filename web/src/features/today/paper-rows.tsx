import type { TodayItem } from '@congso/contract/sync';
import { Button } from '@mantine/core';
import { IconFileText, IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { UrgencyBadge } from '../../components/documents/urgency-badge.tsx';
import { DueBadge } from '../../components/time/due-badge.tsx';
import { TimeText } from '../../components/time/time-text.tsx';
import { useSay } from '../../lib/language.ts';
import { Line } from './today-line.tsx';

/** An item of one kind, and how its button looks: filled where nothing presses more. */
export type ItemOf<K extends TodayItem['kind']> = Extract<TodayItem, { kind: K }>;
export type Variant = { variant: 'filled' | 'default' };

/** A document on my desk, with the act it waits for: its button leads right into the dialog. */
export function DocumentRow({ document, at, step, reminder, variant }: ItemOf<'document'> & Variant) {
  const say = useSay();
  const to = `/documents/${document.id}`;
  // What is worked on has its task, where it is reported; what lies with nobody is handed on.
  const act = step === 'process' ? null : (step ?? 'reassign');
  return (
    <Line
      icon={IconFileText}
      reminder={reminder}
      title={document.subject}
      to={to}
      detail={
        <>
          <UrgencyBadge urgency={document.urgency} />
          <DueBadge startedAt={document.registeredAt ?? document.dueAt ?? ''} dueAt={at ?? document.dueAt} />
          {document.arrivalNumber !== null && (
            <span>
              {say('documents.field.arrivalNumber')} {document.arrivalNumber}
            </span>
          )}
          <span>{document.issuer}</span>
        </>
      }
      action={
        // Right into the dialog: one tap less than to open it and look for the button.
        <Button size="xs" variant={variant} component={Link} to={act === null ? to : `${to}?act=${act}`}>
          {say(act === null ? 'documents.step.process' : `documents.action.${act}`)}
        </Button>
      }
    />
  );
}

/** The letters that wait for a clerk, as one row. */
export function MailRow({ count, at, urgency, variant }: ItemOf<'mail'> & Variant) {
  const say = useSay();
  return (
    <Line
      icon={IconMail}
      title={say('today.mailWaiting', { count })}
      to="/mail"
      detail={
        <>
          <UrgencyBadge urgency={urgency} />
          <span>
            {say('mail.receivedAt')} <TimeText at={at} />
          </span>
        </>
      }
      action={
        <Button size="xs" variant={variant} component={Link} to="/mail">
          {say('documents.action.register')}
        </Button>
      }
    />
  );
}
