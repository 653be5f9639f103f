import { AGGREGATES } from '@congso/domain/collections';
import { sweepOutboxes } from '@congso/domain/outbox/sweep-outboxes';
import { endSessions } from '@congso/domain/sessions/end-sessions';
import { loadHolidays } from '@congso/domain/working-time/load-holidays';
import { receiveLetters } from '../letters/receive-letters.ts';
import { setMailRules } from '../letters/set-mail-rules.ts';
import { enrolStaff } from '../people/enrol-staff.ts';
import { foundDepartment } from '../people/found-department.ts';
import { holdTalks } from '../talk/hold-talks.ts';
import { readUp } from '../talk/read-up.ts';
import { giveTasks } from '../work/give-tasks.ts';
import { handleDocuments } from '../work/handle-documents.ts';
import { ringWhatIsDue } from '../work/ring-what-is-due.ts';
import { setReminders } from '../work/set-reminders.ts';
import { settleSms } from '../work/settle-sms.ts';
import { tellNotices } from '../work/tell-notices.ts';
import type { Beginning, Demo } from './demo.ts';
import { allEnded } from './lane.ts';
import { createOfficeHours } from './office-hours.ts';

/**
 * Fills an empty office with the demonstration department and its life between two instants, through the office's own
 * commands alone. Filling again with the same instants and password goes on where it was cut short: every command
 * carries the request id it had before.
 *
 * @param say told how far it is, in one line each
 */
export async function fillOffice(beginning: Beginning, password: string, say: (line: string) => void): Promise<void> {
  const { office, from, until } = beginning;
  await tellWhatWasLeft(beginning);
  office.clock.set(from);
  const founded = await foundDepartment(beginning, password);
  const callers = await enrolStaff(beginning, founded, password);
  const demo: Demo = {
    ...{ office, from, until, callers },
    unitIds: founded.unitIds,
    hours: createOfficeHours(await loadHolidays(office)),
  };
  say(`${callers.size} people in ${Object.keys(founded.unitIds).length} units`);
  await setMailRules(demo);
  // Side by side, each on its own clock: letters wait for their reading while the others wait for the database.
  await allEnded([
    handleDocuments(demo, receiveLetters(demo)).then((count) =>
      say(`${count} letters registered, directed, worked on`),
    ),
    giveTasks(demo).then(() => say('tasks given and reported')),
    tellNotices(demo).then(() => say('notices told')),
    holdTalks(demo).then(() => say('conversations held')),
    setReminders(demo),
  ]);
  await allEnded([readUp(demo), ringWhatIsDue(demo).then(() => settleSms(demo))]);
  say('reminders rung, SMS settled');
  office.clock.set(until);
  await tellWhatWasLeft(beginning);
  for (const { personId } of callers.values()) await endSessions(office, personId, null);
}

/** Tells what an earlier, interrupted filling, or a reaction that failed, left untold. */
async function tellWhatWasLeft({ office, until }: Beginning): Promise<void> {
  office.clock.set(until);
  while ((await sweepOutboxes(office, AGGREGATES)) > 0) await office.relay.settled();
}
