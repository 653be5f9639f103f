import type { Sms } from '@congso/contract/sms';
import { Badge } from '@mantine/core';
import { useSay } from '../../lib/language.ts';

const COLORS: Record<Sms['state'], string> = {
  queued: 'blue',
  sending: 'blue',
  accepted: 'green',
  delivered: 'teal',
  failed: 'red',
  unknown: 'orange',
  suppressed: 'gray',
};
export const SMS_STATES = Object.keys(COLORS) as Sms['state'][];

const REASONS = ['quiet-hours', 'no-phone', 'left', 'no-provider', 'secret', 'too-many', 'interrupted'] as const;

/** How an SMS stands, and why where it did not leave; a provider's own words are shown as it said them. */
export function SmsState({ message: { state, reason } }: { message: Sms }) {
  const say = useSay();
  const known = REASONS.find((one) => one === reason);
  return (
    <>
      <Badge variant="light" color={COLORS[state]} tt="none">
        {say(`sms.state.${state}`)}
      </Badge>
      {reason !== null && <div>{known ? say(`sms.reason.${known}`) : reason}</div>}
    </>
  );
}
