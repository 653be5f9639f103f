import type { Health } from '@congso/contract/sync';
import { Alert, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Section } from '../../../components/layout/page.tsx';
import { TimeText } from '../../../components/time/time-text.tsx';
import { useSay } from '../../../lib/language.ts';

const NAMED = [
  'task',
  'reminder',
  'notice',
  'receipt',
  'organisation',
  'unit',
  'position',
  'person',
  'conversation',
  'holiday',
  'sms',
  'sms-settings',
  'mail',
  'mailRule',
  'document',
] as const;

/** What happened and cannot be told, and why: nothing when all goes well. */
export function StuckChanges({ stuck }: { stuck: Health['stuck'] }) {
  const say = useSay();
  if (stuck.length === 0) return null;
  return (
    <Section title={say('administration.stuck.title')}>
      <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} mb="md">
        {say('administration.stuck.hint')}
      </Alert>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds nothing to focus is scrolled by keys this way (WCAG 2.1.1) */}
      <section className="congso-scroll-x" tabIndex={0} aria-label={say('administration.stuck.title')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('administration.stuck.what')}</Table.Th>
              <Table.Th>{say('administration.stuck.since')}</Table.Th>
              <Table.Th ta="end">{say('administration.stuck.tries')}</Table.Th>
              <Table.Th>{say('administration.stuck.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {stuck.map(({ entity, id, action, since, tries, reason }) => (
              <Table.Tr key={`${entity}:${id}`}>
                <Table.Td>
                  {isNamed(entity) ? say(`administration.stuck.entity.${entity}`) : entity} <code>{id}</code>
                </Table.Td>
                <Table.Td>
                  <TimeText at={since} />
                </Table.Td>
                <Table.Td ta="end">{tries}</Table.Td>
                <Table.Td>
                  <code>
                    {action}: {reason}
                  </code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Section>
  );
}

const isNamed = (entity: string): entity is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(entity);
