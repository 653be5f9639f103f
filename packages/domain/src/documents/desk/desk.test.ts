import { act, LETTER, putLetter, putMail } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailDoc, mails } from '../../mail/mail-model.ts';
import { newId } from '../../office/ids.ts';
import { getDocument } from '../open-document.ts';
import { listDocuments } from '../register/list-documents.ts';
import { listIssuers } from '../register/list-issuers.ts';
import { registerDocument } from '../register/register-document.ts';
import { countDueByUnit } from './count-due-by-unit.ts';
import { listDesk } from './list-desk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const as = (who: string) => callerOf(office, who);
const opened = async (who: string, documentId: string) => getDocument(office, await as(who), { documentId });

/** A letter on the planning head's desk. */
async function direct(
  urgency: 'normal' | 'urgent' | 'express',
  date: string | null,
  unit = 'planning',
): Promise<string> {
  const { id } = await putLetter(office, { urgency });
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  await act(office, 'leader', id, 'direct', { leadUnitId: unit, due: date === null ? null : { date } });
  return id;
}

describe('a desk', () => {
  it('has hỏa tốc on top, then what is due first, then what came first; page by page the same', async () => {
    const later = await direct('normal', '2026-03-20');
    const undated = [await direct('normal', null), await direct('normal', null)];
    const late = await direct('normal', '2026-03-11');
    const urgent = await direct('urgent', null);
    const express = [await direct('express', '2026-03-25'), await direct('express', null)];
    const order = [...express, urgent, late, later, ...undated];
    const head = await as('planning-head');
    expect((await listDesk(office, head, 20)).map(({ document }) => document.id)).toEqual(order);
    for (const limit of [1, 2, 3, 5]) {
      const read: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listDocuments(office, head, { box: 'desk', limit, ...(cursor && { cursor }) });
        read.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(read, `by ${limit}`).toEqual(order);
    }
  });

  it('shifts nothing on the next page when what was read is done meanwhile', async () => {
    const first = await direct('express', null);
    const second = await direct('normal', '2026-03-20');
    const third = await direct('normal', null);
    const head = await as('planning-head');
    const page = await listDocuments(office, head, { box: 'desk', limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([first]);
    await act(office, 'planning-head', first, 'complete', { reason: 'Đã làm' });
    const rest = await listDocuments(office, head, { box: 'desk', cursor: page.next ?? '' });
    expect(rest.items.map(({ id }) => id)).toEqual([second, third]);
  });

  it.each(['', '0', '9~d1~n2026~n1', '0~d1', '0~{"$gt":1}~n1~n1', '2026.5'])(
    'refuses the forged cursor %j',
    async (cursor) => {
      const asked = listDocuments(office, await as('planning-head'), { box: 'desk', cursor });
      await expect(asked).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'cursor' });
    },
  );

  it('says what is to be done: each by its verb', async () => {
    const { id } = await putLetter(office);
    const stepFor = async (who: string) =>
      (await listDesk(office, await as(who), 9)).find(({ document }) => document.id === id)?.step;
    expect(await stepFor('clerk')).toBe('submit');
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    expect(await stepFor('leader')).toBe('direct');
    await act(office, 'leader', id, 'direct', { leadUnitId: 'planning' });
    expect(await stepFor('planning-deputy')).toBe('assign');
  });
});

describe('what is known is proposed', () => {
  /** A letter that came by mail, with the unit a rule named. */
  async function register(dueInLetter: string | null) {
    await putMail(office, 'mail-1');
    const meeting = { date: '2026-03-19', time: '08:00', source: 'pdf' } as const;
    const mail = await mails.of(office).findOne({ _id: 'mail-1' }).lean<MailDoc>();
    const proposal = { ...mail?.proposal, meeting };
    await mails.of(office).updateOne({ _id: 'mail-1' }, { $set: { proposedUnitId: 'finance', proposal } });
    const fields = { ...LETTER, dueInLetter };
    return registerDocument(office, await as('clerk'), { requestId: newId(), mailId: 'mail-1', fields });
  }

  it('to the leader: the unit a rule named, the day the letter asks for, its meeting', async () => {
    const { id } = await register('2026-03-18');
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    const { proposed, meeting, dueInLetter, dueDate } = await opened('leader', id);
    expect(proposed).toMatchObject({ unitId: 'finance', dueDate: '2026-03-18' });
    expect(proposed.unitIds).toEqual(['finance', 'planning', 'department']);
    expect(meeting).toEqual({ date: '2026-03-19', time: '08:00' });
    // What the letter asks for binds nobody before the leader has said so.
    expect({ dueInLetter, dueDate }).toEqual({ dueInLetter: '2026-03-18', dueDate: null });
  });

  it('but no day that has passed', async () => {
    const { id } = await register('2026-03-11');
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    office.clock.set(new Date('2026-03-12T03:00:00.000Z'));
    expect((await opened('leader', id)).proposed.dueDate).toBeNull();
  });

  it('to the leader: the units they mostly direct to, the most frequent first', async () => {
    for (const unit of ['planning', 'finance', 'finance']) await direct('normal', null, unit);
    const { id } = await putLetter(office);
    await act(office, 'clerk', id, 'submit', { personId: 'leader' });
    expect((await opened('leader', id)).proposed.unitIds).toEqual(['finance', 'planning', 'department']);
  });

  it('to the clerk: the leader submitted to last, their own before another clerk’s', async () => {
    const submit = async (who: 'clerk' | 'second-clerk', personId: string) => {
      const { id } = await putLetter(office);
      await act(office, who, id, 'submit', { personId });
    };
    const { id } = await putLetter(office);
    expect((await opened('clerk', id)).proposed.leaderId).toBeNull();
    await submit('clerk', 'deputy-leader');
    await submit('second-clerk', 'leader');
    expect((await opened('clerk', id)).proposed.leaderId).toBe('deputy-leader');
    expect((await opened('second-clerk', id)).proposed.leaderId).toBe('leader');
  });

  it('to a clerk who types an issuer: who wrote before, the most frequent first, with their symbols', async () => {
    await putLetter(office, { issuer: 'Sở Tài chính', codeNotation: 'STC-NS' });
    await putLetter(office);
    await putLetter(office, { issuer: 'Sở Tài chính', codeNotation: 'STC-TH' });
    const { issuers } = await listIssuers(office, await as('clerk'), {});
    expect(issuers).toEqual([
      { name: 'Sở Tài chính', notations: ['STC-TH', 'STC-NS'] },
      { name: LETTER.issuer, notations: [LETTER.codeNotation] },
    ]);
    await expect(listIssuers(office, await as('planning-head'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the strip of units', () => {
  /** Monday 2026-03-16 in the office's week. */
  const monday = () => office.clock.set(new Date('2026-03-16T03:00:00.000Z'));
  const counted = async (who: string) => (await countDueByUnit(office, await as(who), {})).units;

  it('counts what is late and what is due this week, and opens exactly those rows', async () => {
    await direct('normal', '2026-03-13');
    await direct('normal', '2026-03-22');
    await direct('normal', '2026-03-23');
    await direct('normal', null);
    await direct('normal', '2026-03-16', 'finance');
    const moved = await direct('normal', '2026-03-13');
    await act(office, 'leader', moved, 'reassign', { leadUnitId: 'finance', reason: 'Đúng lĩnh vực hơn' });
    const done = await direct('normal', '2026-03-13');
    await act(office, 'planning-head', done, 'complete', { reason: 'Đã làm' });
    const shared = await direct('normal', '2026-03-20');
    await act(office, 'planning-head', shared, 'assign', {
      personId: 'planning-officer',
      coordinatorIds: ['planning-second-officer'],
    });
    await office.relay.settled();
    monday();
    const units = await counted('leader');
    expect(units).toEqual([
      { unitId: 'planning', late: 1, thisWeek: 2 },
      { unitId: 'finance', late: 1, thisWeek: 1 },
    ]);
    for (const { unitId, ...counts } of units) {
      for (const openDue of ['late', 'thisWeek'] as const) {
        const filter = { box: 'register', openUnitId: unitId, openDue } as const;
        const { items } = await listDocuments(office, await as('leader'), filter);
        expect(items, `${unitId} ${openDue}`).toHaveLength(counts[openDue]);
      }
    }
  });

  it('is for leaders of all units, for a head and deputy of theirs, for nobody else', async () => {
    await direct('normal', '2026-03-13');
    await direct('normal', '2026-03-13', 'finance');
    await office.relay.settled();
    monday();
    const unitsOf = async (who: string) => (await counted(who)).map(({ unitId }) => unitId).sort();
    expect(await unitsOf('leader')).toEqual(['finance', 'planning']);
    expect(await unitsOf('planning-head')).toEqual(['planning']);
    expect(await unitsOf('finance-deputy')).toEqual(['finance']);
    for (const who of ['clerk', 'planning-officer', 'admin']) {
      await expect(counted(who), who).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
