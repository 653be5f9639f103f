import type { OpenedMail } from '@congso/contract/mail';
import type { MailWarning } from '@congso/contract/mail-reading';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../../lib/language.ts';
import classes from './letter.module.css';

/** All there are: a warning the contract adds must be said here, or this does not compile. */
const WARNINGS: Record<MailWarning, true> = {
  'duplicate-from': true,
  'duplicate-subject': true,
  'duplicate-date': true,
  'duplicate-message-id': true,
  'duplicate-content-type': true,
  'header-charset-guessed': true,
  'name-holds-address': true,
  'text-cut': true,
  'attachments-cut': true,
  'addresses-cut': true,
  'header-cut': true,
  'parts-cut': true,
  'structure-damaged': true,
  'body-charset-guessed': true,
  'characters-lost': true,
};
const isWarning = (flag: string): flag is MailWarning => Object.hasOwn(WARNINGS, flag);
const ENCODINGS = ['tcvn3', 'vni'] as const;

/** What a clerk should know before trusting or registering the letter; nothing when there is nothing to say. */
export function MailWarnings({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const lines: { key: string; line: ReactNode }[] = [];
  // What is in quarantine already says so by itself.
  const mark = mail.state === 'quarantined' ? undefined : mail.proposal?.secrecyMark?.value;
  if (mark) lines.push({ key: mark, line: say('mail.secretFound', { mark: say(`mail.secrecy.${mark}`) }) });
  const name = mail.claimsToBe;
  if (name !== null) lines.push({ key: 'claims', line: say('mail.claimsToBe', { name }) });
  if (mail.kind !== 'letter') lines.push({ key: mail.kind, line: say(`mail.kind.${mail.kind}`) });
  for (const { kind, id, label } of mail.duplicates) {
    lines.push({ key: id, line: <Duplicate kind={kind} id={id} label={label} /> });
  }
  for (const flag of mail.flags) {
    const encoding = ENCODINGS.find((one) => flag.includes(one));
    if (isWarning(flag)) lines.push({ key: flag, line: say(`mail.warning.${flag}`) });
    else if (encoding) {
      lines.push({ key: flag, line: say('mail.legacyEncoding', { encoding: encoding.toUpperCase() }) });
    }
  }
  if (lines.length === 0) return null;
  return (
    <Alert color={mark ? 'red' : 'orange'} variant="light" title={say('mail.checkThis')}>
      <ul className={classes.warnings}>
        {lines.map(({ key, line }) => (
          <li key={key}>
            <IconAlertTriangle size={16} aria-hidden="true" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Duplicate({ kind, id, label }: OpenedMail['duplicates'][number]) {
  const say = useSay();
  const what = say(kind === 'mail' ? 'mail.duplicateMail' : 'mail.duplicateDocument');
  return (
    <>
      {say('mail.duplicates')}:{' '}
      {kind === 'mail' ? (
        <Link to="/mail/$mailId" params={{ mailId: id }}>
          {what} {label}
        </Link>
      ) : (
        <Link to="/documents/$documentId" params={{ documentId: id }}>
          {what} {label}
        </Link>
      )}
    </>
  );
}
