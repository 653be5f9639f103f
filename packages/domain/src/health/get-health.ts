import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { JobName } from '@congso/contract/jobs';
import { AGGREGATES } from '../collections.ts';
import { DUE_WORK } from '../due-work.ts';
import { dueAt } from '../jobs/due-work.ts';
import { countMailStates } from '../mail/count-mail-states.ts';
import type { Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { countUntold, listStuck } from '../outbox/sweep-outboxes.ts';
import { requireRole } from '../people/require-role.ts';

/** More are not shown: the oldest tell what is broken. */
const MOST_STUCK = 20;

/** Queues, outboxes and stores, for the administrator's health page. MongoDB being away answers UNAVAILABLE at the door. */
export async function getHealth(
  office: Office,
  caller: Caller,
  _input: CommandInput<'health.get'>,
): Promise<CommandOutput<'health.get'>> {
  requireRole(caller, 'admin');
  const queues = await Promise.all(DUE_WORK.map((work) => queueHealth(office, work.job)));
  const waiting = await Promise.all(AGGREGATES.map((kind) => countUntold(office, kind)));
  return {
    queues,
    outboxWaiting: waiting.reduce((sum, count) => sum + count, 0),
    stuck: await listAllStuck(office),
    mongo: 'up',
    redis: (await isRedisUp(office)) ? 'up' : 'down',
    disk: { freeBytes: await office.room.freeBytes(), isShort: await office.room.isShort() },
    mails: await countMailStates(office),
    checkedAt: office.clock.now().toISOString(),
  };
}

async function listAllStuck(office: Office): Promise<CommandOutput<'health.get'>['stuck']> {
  const found = (await Promise.all(AGGREGATES.map((kind) => listStuck(office, kind)))).flat();
  return found
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
    .slice(0, MOST_STUCK)
    .map(({ entity, id, action, recordedAt, tries, reason }) => ({
      entity,
      id,
      action,
      since: recordedAt.toISOString(),
      tries,
      reason,
    }));
}

async function queueHealth(office: Office, job: JobName): Promise<CommandOutput<'health.get'>['queues'][number]> {
  const works = DUE_WORK.filter((work) => work.job === job);
  const [work] = works;
  const oldest = work
    ? await work.kind
        .of(office)
        .findOne(dueAt(office.clock.now(), work), { nextAt: 1 })
        .sort({ nextAt: 1 })
        .lean<{ nextAt: Date | null }>()
    : null;
  const counts = await countJobs(office, job);
  return { name: job, ...counts, oldestDueAt: oldest?.nextAt?.toISOString() ?? null };
}

async function countJobs(office: Office, job: JobName): Promise<{ waiting: number; active: number; failed: number }> {
  try {
    const counts = await office.queues.get(job).getJobCounts('waiting', 'delayed', 'active', 'failed');
    return {
      waiting: (counts.waiting ?? 0) + (counts.delayed ?? 0),
      active: counts.active ?? 0,
      failed: counts.failed ?? 0,
    };
  } catch (error) {
    office.log.debug({ err: error, job }, 'queue not counted: Redis is away');
    return { waiting: 0, active: 0, failed: 0 };
  }
}

async function isRedisUp(office: Office): Promise<boolean> {
  try {
    return (await office.redis.commands.ping()) === 'PONG';
  } catch {
    return false;
  }
}
