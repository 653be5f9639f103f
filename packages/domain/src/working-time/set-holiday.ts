import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { CivilDate } from '@congso/language/dates';
import type { Actor, Caller } from '../office/caller.ts';
import type { Office } from '../office/office.ts';
import { type Change, changeAggregate } from '../outbox/change-aggregate.ts';
import { requireRole } from '../people/require-role.ts';
import { isDuplicateKey } from '../stores/mongo.ts';
import { type HolidayDoc, holidays } from './holiday-model.ts';

/** Makes a day a day off or a working day. Deadlines already set stay: they were promised as dates. */
export async function setHoliday(
  office: Office,
  caller: Caller,
  { requestId, date, kind, name }: CommandInput<'holidays.set'>,
): Promise<CommandOutput<'holidays.set'>> {
  requireRole(caller, 'admin');
  await changeDay(office, caller, requestId, date, { kind, name });
  return { date, kind, name };
}

/** Makes a day an ordinary day again: worked from Monday to Friday. */
export async function removeHoliday(
  office: Office,
  caller: Caller,
  { requestId, date }: CommandInput<'holidays.remove'>,
): Promise<CommandOutput<'holidays.remove'>> {
  requireRole(caller, 'admin');
  await changeDay(office, caller, requestId, date, { kind: 'ordinary', name: '' });
  return {};
}

type Day = Pick<HolidayDoc, 'kind' | 'name'>;

/** Changes one day of the table for whoever asks; the caller of this has asked whether they may. */
async function changeDay(office: Office, actor: Actor, requestId: string, date: CivilDate, day: Day): Promise<void> {
  await ensureDay(office, date);
  await changeAggregate(office, holidays, date, actor, requestId, (current) =>
    current.kind === day.kind && current.name === day.name ? null : changeTo(current, day),
  );
}

/** Writes a day nobody has ever touched, and tells whether it did. */
export async function fillDay(office: Office, actor: Actor, date: CivilDate, day: Day): Promise<boolean> {
  await ensureDay(office, date);
  let isFilled = false;
  await changeAggregate(office, holidays, date, actor, null, (current) => {
    isFilled = current.version === 0;
    return isFilled ? changeTo(current, day) : null;
  });
  return isFilled;
}

const changeTo = (current: HolidayDoc, { kind, name }: Day): Change<HolidayDoc> => ({
  set: { kind, name },
  story: {
    action: kind === 'ordinary' ? 'removed' : 'set',
    from: current.kind,
    to: kind,
    details: { name },
    marks: [{ to: 'everyone', kind: 'holiday' }],
  },
});

/** Every day has a row once it was touched; before that it is ordinary. So one conditional change serves both cases. */
async function ensureDay(office: Office, date: CivilDate): Promise<void> {
  const untouched = {
    version: 0,
    createdAt: office.clock.now(),
    createdById: null,
    outbox: [],
    requestIds: [],
    kind: 'ordinary',
    name: '',
  };
  try {
    await holidays.of(office).updateOne({ _id: date }, { $setOnInsert: untouched }, { upsert: true });
  } catch (error) {
    // Somebody else touched the day first at the same moment.
    if (!isDuplicateKey(error, '_id')) throw error;
  }
}
