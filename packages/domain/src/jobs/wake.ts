import type { JobName } from '@congso/contract/jobs';
import type { Office } from '../office/office.ts';

/**
 * Wakes a worker for an entity that is due at an instant. The job's id comes from the cause, and finished jobs leave
 * nothing behind, because a retained id would swallow the next wake. Redis being away is no fault: the sweep of
 * `nextAt` wakes again.
 */
export async function wake(office: Office, job: JobName, id: string, at: Date): Promise<void> {
  const delay = Math.max(0, at.getTime() - office.clock.now().getTime());
  // BullMQ forbids colons in custom ids.
  const jobId = `${id.replaceAll(':', '_')}.${at.getTime()}`;
  try {
    await office.queues
      .get(job)
      .add(job, { id }, { jobId, delay, removeOnComplete: true, removeOnFail: true, attempts: 1 });
  } catch (error) {
    office.log.debug({ err: error, job, id }, 'not woken: Redis is away, the sweep will');
  }
}
