import type { Mail } from '@congso/contract/mail';
import type { Authentication } from '@congso/contract/mail-reading';
import { IconChevronDown, IconClock, IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSay } from '../../../lib/language.ts';
import classes from './letter.module.css';

type Sender = 'genuine' | 'forged' | 'unverified' | 'pending';

const ICONS: Record<Sender, typeof IconClock> = {
  genuine: IconShieldCheck,
  forged: IconShieldX,
  unverified: IconShieldQuestion,
  pending: IconClock,
};
const CHECKS = ['spf', 'dkim', 'dmarc'] as const;

/** In one word whether the From shown is true. Only DMARC is about that name; SPF and DKIM may vouch for another. */
export function senderVerdictOf(authentication: Authentication | null): Sender {
  if (authentication === null || authentication.againLater) return 'pending';
  if (authentication.dmarc.verdict === 'pass') return 'genuine';
  return authentication.dmarc.verdict === 'fail' ? 'forged' : 'unverified';
}

/** Whether the sender is who the letter says: a word and an icon; SPF, DKIM and DMARC one by one for who wants to know. */
export function SenderVerdict({ mail: { authentication } }: { mail: Pick<Mail, 'authentication'> }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const sender = senderVerdictOf(authentication);
  const Icon = ICONS[sender];
  return (
    <>
      <button
        type="button"
        className={classes.verdict}
        data-sender={sender}
        aria-expanded={isOpen}
        aria-disabled={authentication === null}
        title={authentication === null ? say('mail.senderPendingHint') : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon size={18} aria-hidden="true" />
        {say(`mail.sender.${sender}`)}
        {authentication !== null && <IconChevronDown size={14} aria-hidden="true" />}
      </button>
      {isOpen && authentication !== null && (
        <div className={classes.checks}>
          {CHECKS.map((check) => (
            <Check key={check} name={check.toUpperCase()} {...authentication[check]} />
          ))}
        </div>
      )}
    </>
  );
}

function Check({ name, verdict, domain }: { name: string } & Pick<Authentication['spf'], 'verdict' | 'domain'>) {
  const say = useSay();
  return (
    <>
      <span>{name}</span>
      <span>{say(`mail.verdict.${verdict}`)}</span>
      <span className={classes.domain}>{domain}</span>
    </>
  );
}
