import { JOBS, type JobName } from '@congso/contract/jobs';
import { MAIL_STATES } from '@congso/contract/mail';
import type { Health } from '@congso/contract/sync';
import { formatFileSize } from '@congso/language/file-sizes';
import { Badge, Button, Table } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Page, Section } from '../../../components/layout/page.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { TimeText } from '../../../components/time/time-text.tsx';
import { useLanguage, useSay } from '../../../lib/language.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import classes from './health.module.css';
import { StuckChanges } from './stuck-changes.tsx';

const EVERY_MS = 10_000;

/** Whether everything runs: stores, queues, processes, mail. Looks again by itself. */
export function HealthAdmin() {
  const say = useSay();
  const asked = useQuery({
    ...askOptions(['health'], 'health.get', {}),
    refetchInterval: EVERY_MS,
  });
  return (
    <Page
      title={say('administration.section.queues')}
      backTo="/administration"
      detail={asked.data && <TimeText at={asked.data.checkedAt} />}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden="true" />}
          loading={asked.isFetching}
          onClick={() => void asked.refetch()}
        >
          {say('frame.action.reload')}
        </Button>
      }
    >
      <Loaded query={asked} skeleton={<DetailSkeleton />}>
        {(data) => <Figures health={data} />}
      </Loaded>
    </Page>
  );
}

function Figures({ health }: { health: Health }) {
  const say = useSay();
  const language = useLanguage();
  const state = (isUp: boolean) => (
    <Badge variant="light" color={isUp ? 'green' : 'red'} tt="none">
      {say(isUp ? 'administration.queue.healthy' : 'administration.queue.unhealthy')}
    </Badge>
  );
  return (
    <>
      <dl className={classes.figures}>
        <div>
          <dt>{say('administration.health.mongo')}</dt>
          <dd>{state(health.mongo === 'up')}</dd>
        </div>
        <div>
          <dt>{say('administration.health.redis')}</dt>
          <dd>{state(health.redis === 'up')}</dd>
        </div>
        <div>
          <dt>{say('administration.health.disk')}</dt>
          <dd>
            {state(!health.disk.isShort)}{' '}
            {say('administration.health.diskFree', { size: formatFileSize(health.disk.freeBytes, language) })}
          </dd>
        </div>
        <div>
          <dt>{say('administration.health.outboxWaiting')}</dt>
          <dd>{health.outboxWaiting}</dd>
        </div>
      </dl>
      <StuckChanges stuck={health.stuck} />
      <Section title={say('administration.section.queues')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds nothing to focus is scrolled by keys this way (WCAG 2.1.1) */}
        <section className="congso-scroll-x" tabIndex={0} aria-label={say('administration.queue.name')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say('administration.queue.name')}</Table.Th>
                <Table.Th ta="end">{say('administration.queue.waiting')}</Table.Th>
                <Table.Th ta="end">{say('administration.queue.active')}</Table.Th>
                <Table.Th ta="end">{say('administration.queue.failed')}</Table.Th>
                <Table.Th>{say('administration.queue.oldest')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {health.queues.map((queue) => (
                <Table.Tr key={queue.name}>
                  <Table.Td>{isJobName(queue.name) ? say(`administration.job.${queue.name}`) : queue.name}</Table.Td>
                  <Table.Td ta="end">{queue.waiting}</Table.Td>
                  <Table.Td ta="end">{queue.active}</Table.Td>
                  <Table.Td ta="end">{queue.failed}</Table.Td>
                  <Table.Td>{queue.oldestDueAt && <TimeText at={queue.oldestDueAt} />}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      </Section>
      {Object.keys(health.mails).length > 0 && (
        <Section title={say('mail.mail')}>
          <dl className={classes.figures}>
            {Object.entries(health.mails).map(([mailState, count]) => (
              <div key={mailState}>
                <dt>{isMailState(mailState) ? say(`mail.state.${mailState}`) : mailState}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

const isMailState = (state: string): state is (typeof MAIL_STATES)[number] =>
  (MAIL_STATES as readonly string[]).includes(state);

const isJobName = (name: string): name is JobName => name in JOBS;
