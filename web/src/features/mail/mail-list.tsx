import type { Mail } from '@congso/contract/mail';
import { Badge, Select } from '@mantine/core';
import { IconCalendar, IconMail, IconMailForward, IconMailOff, IconMailQuestion, IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { UrgencyBadge } from '../../components/documents/urgency-badge.tsx';
import { ListRow } from '../../components/layout/list-row.tsx';
import { PaneHeader } from '../../components/layout/pane-header.tsx';
import { SortedBy } from '../../components/list/sorted-by.tsx';
import { EmptyState } from '../../components/states/empty-state.tsx';
import { Loaded, MoreButton } from '../../components/states/loaded.tsx';
import { ListSkeleton } from '../../components/states/skeletons.tsx';
import { ShortTimeText } from '../../components/time/time-text.tsx';
import { announce } from '../../lib/announce.ts';
import { useListKeys } from '../../lib/keyboard/use-list-keys.ts';
import { BOTH_BESIDE, useOpenFirst } from '../../lib/keyboard/use-open-first.ts';
import { readSay, useSay } from '../../lib/language.ts';
import classes from './mail.module.css';
import { MAIL_BOXES, type MailBox, useMails } from './mail-queries.ts';
import { senderOf } from './sender-of.ts';
import { subjectOf } from './subject-of.ts';

const route = getRouteApi('/office/mail');

const ICONS: Record<Mail['kind'], typeof IconMail> = {
  letter: IconMail,
  bounce: IconMailOff,
  'auto-reply': IconMailForward,
  list: IconUsers,
  calendar: IconCalendar,
};

/** The queue, filling while one looks; or what was decided. */
export function MailList({ isOpen }: { isOpen: boolean }) {
  const say = useSay();
  const { box = 'queue' } = route.useSearch();
  const navigate = route.useNavigate();
  const mails = useMails(box);
  useListKeys((mails.data ?? []).map(({ id }) => `/mail/${id}`));
  const [first] = mails.data ?? [];
  useOpenFirst(first && `/mail/${first.id}`, isOpen, BOTH_BESIDE);
  useArrivals(box === 'queue' ? mails.data : undefined);
  const choose = (chosen: string | null) => {
    const next = MAIL_BOXES.find((one) => one === chosen) ?? 'queue';
    void navigate({ to: '/mail', search: next === 'queue' ? {} : { box: next } });
  };
  return (
    <>
      <PaneHeader
        title={say('mail.mail')}
        actions={
          <Select
            className={classes.box}
            size="xs"
            aria-label={say('mail.mail')}
            value={box}
            onChange={choose}
            allowDeselect={false}
            data={MAIL_BOXES.map((value) => ({ value, label: say(`mail.box.${value}`) }))}
          />
        }
      />
      <SortedBy words={say(box === 'queue' ? 'mail.sortedQueue' : 'mail.sortedNewest')} />
      <Loaded query={mails} skeleton={<ListSkeleton />}>
        {(found) => (
          <>
            {found.length === 0 && <EmptyBox box={box} />}
            <ul className={classes.list}>
              {found.map((mail) => (
                <li key={mail.id}>
                  <MailRow mail={mail} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreButton query={mails} />
    </>
  );
}

function EmptyBox({ box }: { box: MailBox }) {
  const say = useSay();
  if (box !== 'queue') return <EmptyState title={say('mail.emptyBox')} />;
  return <EmptyState icon={<IconMail size={36} />} title={say('mail.empty')} hint={say('mail.emptyHint')} />;
}

/** Number and issuer as they were read of it, else who sent it; and what is out of the ordinary. */
function MailRow({ mail }: { mail: Mail }) {
  const say = useSay();
  const { kind, state, proposal, duplicates } = mail;
  const Icon = state === 'quarantined' ? IconMailQuestion : ICONS[kind];
  const sender = proposal?.issuer?.value ?? senderOf(mail, say);
  const isOrdinary = kind === 'letter' && state === 'proposed' && duplicates.length === 0;
  return (
    <ListRow
      to={`/mail/${mail.id}`}
      keepsSearch
      isStrong={state === 'received' || state === 'proposed'}
      head={
        <>
          {(kind !== 'letter' || state === 'quarantined') && (
            <Icon className={classes.kind} size={16} aria-hidden="true" />
          )}
          <UrgencyBadge urgency={proposal?.urgency?.value ?? 'normal'} />
          <span title={sender}>{[proposal?.codeText?.value, sender].filter(Boolean).join(' · ')}</span>
        </>
      }
      title={subjectOf(mail, say)}
      aside={<ShortTimeText at={mail.receivedAt} />}
      detail={
        !isOrdinary && (
          <>
            {kind !== 'letter' && <span>{say(`mail.kind.${kind}`)}</span>}
            {duplicates.length > 0 && (
              <Badge variant="light" color="orange" tt="none">
                {say('mail.duplicates')}…
              </Badge>
            )}
            {state !== 'proposed' && <span>{say(`mail.state.${state}`)}</span>}
          </>
        )
      }
    />
  );
}

/** Tells screen readers what comes in while the queue is open; nothing that was there before. */
function useArrivals(mails: readonly Mail[] | undefined): void {
  const lastAt = useRef<string | null>(null);
  useEffect(() => {
    if (!mails) return;
    const say = readSay();
    const newest = mails.reduce<Mail | undefined>(
      (last, mail) => (last && last.receivedAt >= mail.receivedAt ? last : mail),
      undefined,
    );
    const newestAt = newest?.receivedAt ?? '';
    if (newest && lastAt.current !== null && newestAt > lastAt.current) {
      announce(say('mail.arrived', { from: senderOf(newest, say) }));
    }
    if (lastAt.current === null || newestAt > lastAt.current) lastAt.current = newestAt;
  }, [mails]);
}
