import { explainQueries } from '@congso/test/support/explain-queries';
import { buildOffice, callerOf, transfer } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../office/ids.ts';
import { deactivatePerson } from '../people/accounts/deactivate-person.ts';
import { listReminders } from '../reminders/choose-reminder.ts';
import { fireReminder } from '../reminders/fire-reminder.ts';
import { planReminders } from '../reminders/plan-reminder.ts';
import { reminders } from '../reminders/reminder-model.ts';
import { pullStream } from '../sync/pull-stream.ts';
import { getNoticeAccess } from './access.ts';
import { acknowledgeNotice, markNoticeSeen } from './answer-notice.ts';
import { getNotice, listAwaitedNotices, listNotices } from './list-notices.ts';
import { notices, receipts } from './notice-model.ts';
import { pressNotice, remindWaiting } from './press-notice.ts';
import { publishNotice } from './publish-notice.ts';
import { tallyNotice } from './tally-notice.ts';
import { withdrawNotice } from './withdraw-notice.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (personId: string) => callerOf(office, personId);
const nobody = { everyone: false, unitIds: [] as string[], personIds: [] as string[] };
const publish = async (by = 'planning-head', changes: object = {}) =>
  publishNotice(office, await as(by), {
    requestId: newId(),
    title: 'Họp giao ban tuần',
    body: 'Thứ Hai, 8 giờ, phòng họp tầng 2.',
    fileIds: [],
    scope: { ...nobody, unitIds: ['planning'] },
    mustAcknowledge: true,
    acknowledgeBy: '2026-03-12',
    ...changes,
  });

describe('the audience of a notice', () => {
  it('is the unit with all below it, without the author, frozen at publication', async () => {
    const notice = await publish();
    expect(notice.audienceSize).toBe(4);
    await transfer(office, 'finance-officer', 'planning', ['officer']);
    await transfer(office, 'statistics-officer', 'finance', ['officer']);
    await expect(getNotice(office, await as('finance-officer'), { noticeId: notice.id })).rejects.toThrow('NOT_FOUND');
    expect((await getNotice(office, await as('statistics-officer'), { noticeId: notice.id })).id).toBe(notice.id);
    const { units } = await tallyNotice(office, await as('planning-head'), { noticeId: notice.id });
    expect(units.map(({ unitId, audience }) => [unitId, audience]).sort()).toEqual([
      ['planning', 3],
      ['statistics', 1],
    ]);
  });

  it.each([
    ['a leader, everyone', 'leader', { ...nobody, everyone: true }, 'ok'],
    ['a clerk, a unit', 'clerk', { ...nobody, unitIds: ['finance'] }, 'ok'],
    ['a deputy, a person of the unit', 'planning-deputy', { ...nobody, personIds: ['planning-officer'] }, 'ok'],
    ['a head, a unit below', 'planning-head', { ...nobody, unitIds: ['statistics'] }, 'ok'],
    ['a head, another unit', 'planning-head', { ...nobody, unitIds: ['finance'] }, 'FORBIDDEN'],
    ['a head, a person of another unit', 'planning-head', { ...nobody, personIds: ['finance-officer'] }, 'FORBIDDEN'],
    ['a head, everyone', 'planning-head', { ...nobody, everyone: true }, 'FORBIDDEN'],
    ['an officer, a colleague', 'planning-officer', { ...nobody, personIds: ['planning-head'] }, 'FORBIDDEN'],
    ['an administrator, everyone', 'admin', { ...nobody, everyone: true }, 'FORBIDDEN'],
    ['a leader, nobody', 'leader', nobody, 'AUDIENCE_EMPTY'],
    ['a leader, a unit that does not exist', 'leader', { ...nobody, unitIds: ['forged'] }, 'NOT_FOUND'],
  ])('%s', async (_who, by, scope, outcome) => {
    const publishing = publish(by, { scope });
    if (outcome === 'ok') expect((await publishing).state).toBe('published');
    else await expect(publishing).rejects.toThrow(outcome);
  });
});

describe('answers', () => {
  it('are counted per unit, live, and a second acknowledgement changes nothing', async () => {
    const notice = await publish();
    const author = await as('planning-head');
    await pullStream(office, 'planning-head', null);
    await markNoticeSeen(office, await as('planning-deputy'), { noticeId: notice.id });
    const first = await acknowledgeNotice(office, await as('planning-officer'), { noticeId: notice.id });
    office.clock.advance(60_000);
    const second = await acknowledgeNotice(office, await as('planning-officer'), { noticeId: notice.id });
    expect(second.mine).toEqual(first.mine);
    await office.relay.settled();
    const tally = await tallyNotice(office, author, { noticeId: notice.id });
    expect(tally).toMatchObject({ audience: 4, seen: 2, acknowledged: 1 });
    expect(tally.units.find(({ unitId }) => unitId === 'planning')?.waitingIds.sort()).toEqual([
      'planning-deputy',
      'planning-second-officer',
    ]);
    const { marks } = await pullStream(office, 'planning-head', 0);
    expect(marks.some(({ kind, id }) => kind === 'tally' && id === notice.id)).toBe(true);
  });

  it('given at the same moment by two devices are one answer', async () => {
    const notice = await publish();
    const caller = await as('planning-officer');
    await Promise.all([1, 2, 3, 4].map(() => acknowledgeNotice(office, caller, { noticeId: notice.id })));
    await office.relay.settled();
    expect(await tallyNotice(office, await as('leader'), { noticeId: notice.id })).toMatchObject({ acknowledged: 1 });
  });

  it('of people who were not told are not taken', async () => {
    const notice = await publish();
    for (const outsider of ['finance-officer', 'clerk', 'admin']) {
      await expect(acknowledgeNotice(office, await as(outsider), { noticeId: notice.id })).rejects.toThrow('NOT_FOUND');
    }
    await acknowledgeNotice(office, await as('leader'), { noticeId: notice.id });
    expect(await tallyNotice(office, await as('leader'), { noticeId: notice.id })).toMatchObject({ seen: 0 });
  });

  it('read of the audience nobody but who answers, however many were told', async () => {
    const notice = await publish();
    const officer = await as('planning-officer');
    const { notice: opened } = await getNoticeAccess(office, officer, notice.id);
    const listed = await listAwaitedNotices(office, 'planning-officer', 10);
    const fetched = JSON.stringify([opened, listed]);
    expect(fetched).toContain('planning-officer');
    expect(fetched).not.toContain('planning-deputy');
    const { items } = await listNotices(office, officer, { box: 'received' });
    expect(items[0]).toMatchObject({ audienceSize: 4, mine: { acknowledgedAt: null } });

    const readAll = vi.spyOn(receipts.of(office), 'find');
    await office.relay.settled();
    const isOfNotice = ([filter]: unknown[]) => (filter as { noticeId?: string } | undefined)?.noticeId === notice.id;
    await acknowledgeNotice(office, officer, { noticeId: notice.id });
    await office.relay.settled();
    expect(readAll.mock.calls.filter(isOfNotice)).toEqual([]);
    readAll.mockRestore();
  });

  it('of all that was ever told read only what is shown, and nothing to find that nothing waits', async () => {
    const officer = await as('planning-officer');
    for (let count = 0; count < 12; count += 1) {
      office.clock.advance(1_000);
      const { id } = await publish();
      if (count < 11) await acknowledgeNotice(office, officer, { noticeId: id });
      const { id: onlyRead } = await publish('planning-head', { mustAcknowledge: false, acknowledgeBy: null });
      await markNoticeSeen(office, officer, { noticeId: onlyRead });
    }
    await office.relay.settled();
    const read = async (run: () => Promise<unknown>, from = 'notices') =>
      (await explainQueries(office, run))
        .filter(({ collection }) => collection === from)
        .reduce((sum, { examined }) => sum + examined, 0);
    expect(await listAwaitedNotices(office, 'planning-officer', 10)).toHaveLength(1);
    expect(await read(() => listAwaitedNotices(office, 'planning-officer', 10))).toBeLessThan(3);
    expect(await read(() => listAwaitedNotices(office, 'planning-officer', 10), 'noticeReceipts')).toBe(11);
    expect(await read(() => listNotices(office, officer, { box: 'received', limit: 2 }))).toBe(3);
    const leader = await as('leader');
    expect(await read(() => listNotices(office, leader, { box: 'sent', limit: 2 }))).toBe(3);
    const author = await as('planning-head');
    expect(await read(() => listNotices(office, author, { box: 'sent', limit: 2 }))).toBe(3);
  });

  it('of a notice from before its size was kept are shown with it counted', async () => {
    const notice = await publish();
    await notices.of(office).collection.updateOne({ _id: notice.id as never }, { $unset: { audienceSize: 1 } });
    const { audienceSize, mine } = await getNotice(office, await as('planning-head'), { noticeId: notice.id });
    expect([audienceSize, mine]).toEqual([4, null]);
  });

  it('are followed by the author and the leaders alone', async () => {
    const notice = await publish();
    await expect(tallyNotice(office, await as('planning-officer'), { noticeId: notice.id })).rejects.toThrow(
      'FORBIDDEN',
    );
    await expect(tallyNotice(office, await as('finance-head'), { noticeId: notice.id })).rejects.toThrow('NOT_FOUND');
  });
});

describe('those who have not answered', () => {
  it('are reminded at the deadline, once, and those who then answer are left in peace', async () => {
    const notice = await publish();
    await acknowledgeNotice(office, await as('planning-officer'), { noticeId: notice.id });
    await office.relay.settled();
    office.clock.set(new Date('2026-03-12T10:00:01.000Z'));
    await pressNotice(office, notice.id);
    await pressNotice(office, notice.id);
    await office.relay.settled();
    const ofDeputy = async () => (await listReminders(office, await as('planning-deputy'), {})).reminders;
    const [reminder, ...more] = await ofDeputy();
    expect(more).toEqual([]);
    expect(reminder).toMatchObject({ occasion: 'unanswered', target: { kind: 'notice', id: notice.id } });
    expect((await listReminders(office, await as('planning-officer'), {})).reminders).toEqual([]);
    await fireReminder(office, reminder?.id ?? '');
    expect((await ofDeputy())[0]?.state).toBe('fired');
    await acknowledgeNotice(office, await as('planning-deputy'), { noticeId: notice.id });
    await office.relay.settled();
    expect(await ofDeputy()).toEqual([]);
  });

  it('are reminded by the author when it presses, once per press', async () => {
    const notice = await publish();
    const input = { noticeId: notice.id, requestId: newId() };
    const author = await as('planning-head');
    expect(await remindWaiting(office, author, input)).toEqual({ reminded: 4 });
    await remindWaiting(office, author, input);
    await office.relay.settled();
    expect((await listReminders(office, await as('planning-officer'), {})).reminders).toHaveLength(1);
    await expect(remindWaiting(office, await as('planning-officer'), input)).rejects.toThrow('FORBIDDEN');
  });
});

describe('a reminder of a notice that was made', () => {
  /** As by a press that had seen the person waiting just before. */
  const remind = async (noticeId: string) => {
    const [id, personId, target] = [newId(), 'planning-officer', { kind: 'notice', id: noticeId } as const];
    const at = office.clock.now();
    await planReminders(office, [{ id, personId, target, occasion: 'unanswered', text: 'Họp giao ban tuần', at }]);
    await fireReminder(office, id);
    return (await reminders.of(office).findOne({ _id: id }))?.state;
  };

  it('when its person had answered, or when it had been withdrawn, does not ring', async () => {
    const notice = await publish();
    expect(await remind(notice.id)).toBe('fired');
    await markNoticeSeen(office, await as('planning-officer'), { noticeId: notice.id });
    expect(await remind(notice.id)).toBe('fired');
    await acknowledgeNotice(office, await as('planning-officer'), { noticeId: notice.id });
    expect(await remind(notice.id)).toBe('cancelled');

    const other = await publish();
    const input = { noticeId: other.id, requestId: newId(), reason: 'Hoãn họp' };
    await withdrawNotice(office, await as('planning-head'), input);
    expect(await remind(other.id)).toBe('cancelled');
  });
});

describe('a notice taken back', () => {
  it('says why in its history, asks for nothing more, and while its author is there only he can do it', async () => {
    const notice = await publish();
    const input = { noticeId: notice.id, requestId: newId(), reason: 'Hoãn họp' };
    await expect(withdrawNotice(office, await as('leader'), input)).rejects.toThrow('FORBIDDEN');
    expect((await withdrawNotice(office, await as('planning-head'), input)).state).toBe('withdrawn');
    await expect(acknowledgeNotice(office, await as('planning-officer'), { noticeId: notice.id })).rejects.toThrow(
      'WRONG_STATE',
    );
    expect((await listNotices(office, await as('planning-officer'), { box: 'waiting' })).items).toEqual([]);
    expect((await listNotices(office, await as('planning-officer'), { box: 'received' })).items).toHaveLength(1);
  });

  it('is taken back by a leader when its author has left, and by nobody else', async () => {
    const { id } = await publish();
    const canWithdraw = async (who: string) => (await getNotice(office, await as(who), { noticeId: id })).canWithdraw;
    expect(await canWithdraw('planning-head')).toBe(true);
    expect(await canWithdraw('leader')).toBe(false);
    await deactivatePerson(office, await as('admin'), { personId: 'planning-head', requestId: newId() });
    expect(await canWithdraw('leader')).toBe(true);
    expect(await canWithdraw('planning-officer')).toBe(false);
    const input = { noticeId: id, requestId: newId(), reason: 'Hoãn họp' };
    await expect(withdrawNotice(office, await as('planning-officer'), input)).rejects.toThrow('FORBIDDEN');
    const withdrawn = await withdrawNotice(office, await as('leader'), input);
    expect(withdrawn).toMatchObject({ state: 'withdrawn', canWithdraw: false });
    expect((await withdrawNotice(office, await as('leader'), input)).version).toBe(withdrawn.version);
  });
});
