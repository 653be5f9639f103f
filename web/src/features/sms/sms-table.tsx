import type { Sms } from '@congso/contract/sms';
import { formatDateTime } from '@congso/language/dates';
import { formatPhone } from '@congso/language/phones';
import { Button, Group, Table } from '@mantine/core';
import { PersonName } from '../../components/people/person-name.tsx';
import { Refused } from '../../components/states/error-state.tsx';
import { useSay } from '../../lib/language.ts';
import { useCommand } from '../../lib/use-command.ts';
import classes from './sms.module.css';
import { SmsState } from './sms-state.tsx';

/** The SMS as a table; on a phone it scrolls by itself. */
export function SmsTable({ messages }: { messages: readonly Sms[] }) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds nothing to focus is scrolled by keys this way (WCAG 2.1.1)
    <section className="congso-scroll-x" tabIndex={0} aria-label={say('sms.page')}>
      <Table verticalSpacing="xs" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('sms.requestedAt')}</Table.Th>
            <Table.Th>{say('sms.person')}</Table.Th>
            <Table.Th>{say('sms.text')}</Table.Th>
            <Table.Th>{say('sms.stateLabel')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {messages.map((message) => (
            <Table.Tr key={message.id}>
              <Table.Td className={classes.time}>{formatDateTime(message.createdAt)}</Table.Td>
              <Table.Td className={classes.person}>
                <PersonName personId={message.personId} />
                <div className={classes.quiet}>{message.phone && formatPhone(message.phone)}</div>
              </Table.Td>
              <Table.Td className={classes.text}>
                {message.text}
                <div className={classes.quiet}>{say('sms.parts', { count: message.parts })}</div>
              </Table.Td>
              <Table.Td className={classes.state}>
                <SmsState message={message} />
                {message.state === 'unknown' && <Settle message={message} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Somebody asked the person or the provider: it arrived, or it did not. It is never sent again. */
function Settle({ message }: { message: Sms }) {
  const say = useSay();
  const settle = useCommand('sms.settle', { changes: ['sms'] });
  return (
    <>
      <div className={classes.quiet}>{say('sms.unknownHint')}</div>
      <Group gap="xs" mt={4} role="group" aria-label={say('sms.settleLabel')}>
        <Button
          size="compact-sm"
          variant="default"
          loading={settle.isPending}
          onClick={() => settle.mutate({ smsId: message.id, outcome: 'accepted' })}
        >
          {say('sms.settle.arrived')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={settle.isPending}
          onClick={() => settle.mutate({ smsId: message.id, outcome: 'failed' })}
        >
          {say('sms.settle.notArrived')}
        </Button>
      </Group>
      <Refused error={settle.error} />
    </>
  );
}
