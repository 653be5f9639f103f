import { LETTER, putLetter, putMail } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf, type PersonName } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../../history/list-history.ts';
import { derivedId, newId } from '../../office/ids.ts';
import { pullStream } from '../../sync/pull-stream.ts';
import { documents } from '../document-model.ts';
import { findSameLetter } from '../find-same-letter.ts';
import { draftDocument } from './draft-document.ts';
import { listDocuments } from './list-documents.ts';
import { registerDocument } from './register-document.ts';
import { registerPaper } from './register-paper.ts';
import { voidDocument } from './void-document.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const register = async (mailId: string, person: PersonName = 'clerk', requestId = newId(), fields = LETTER) =>
  registerDocument(office, await callerOf(office, person), { requestId, mailId, fields });
const registerVoid = async (documentId: string, requestId = newId(), person: PersonName = 'clerk') =>
  voidDocument(office, await callerOf(office, person), { requestId, documentId, reason: 'Vào sổ nhầm' });
const places = async () =>
  (
    await documents
      .of(office)
      .find({ arrivalNumber: { $gt: 0 } } as object)
      .sort({ year: 1, arrivalNumber: 1 })
      .lean()
  ).map(({ year, arrivalNumber }) => `${year}/${arrivalNumber}`);

describe('the register', () => {
  it('gives consecutive numbers to mail and paper in one sequence', async () => {
    await putMail(office, 'mail-1');
    expect((await register('mail-1')).arrivalNumber).toBe(1);
    expect((await putLetter(office)).arrivalNumber).toBe(2);
    await putMail(office, 'mail-2');
    expect(await register('mail-2')).toMatchObject({
      arrivalNumber: 3,
      year: 2026,
      state: 'registered',
      mailId: 'mail-2',
      hasOriginal: true,
    });
  });

  it('gives twenty at once twenty numbers without gap or repeat', async () => {
    await Promise.all(Array.from({ length: 20 }, () => putLetter(office)));
    expect(await places()).toEqual(Array.from({ length: 20 }, (_, index) => `2026/${index + 1}`));
  });

  it('answers two clerks who register one letter with the one number, and the history tells who was first', async () => {
    await putMail(office, 'mail-1');
    const [first, second] = await Promise.all([
      register('mail-1', 'clerk', newId(), { ...LETTER, note: 'của chị Cúc' }),
      register('mail-1', 'second-clerk', newId(), { ...LETTER, note: 'của chị Dung' }),
    ]);
    expect(second).toEqual(first);
    expect(await places()).toEqual(['2026/1']);
    await office.relay.settled();
    const lines = await listHistory(office, 'document', first.id);
    expect(lines.map((line) => line.action)).toEqual(['drafted', 'registered']);
    const byClerk = lines[1]?.actorId === 'clerk';
    expect(lines[1]?.details.note).toBe(byClerk ? 'của chị Cúc' : 'của chị Dung');
    expect(first.note).toBe(lines[1]?.details.note);
  });

  it('registered twice under one request id has the effect of once', async () => {
    await putMail(office, 'mail-1');
    const requestId = newId();
    const original = await register('mail-1', 'clerk', requestId);
    expect(await register('mail-1', 'clerk', requestId)).toEqual(original);
    const clerk = await callerOf(office, 'clerk');
    const paper = { requestId: newId(), fields: LETTER, fileIds: [] };
    const letter = await registerPaper(office, clerk, paper);
    expect(await registerPaper(office, clerk, paper)).toEqual(letter);
    expect(await places()).toEqual(['2026/1', '2026/2']);
  });

  it('numbers a draft that a crash left behind, and shows nobody the draft', async () => {
    await putMail(office, 'mail-1');
    const clerk = await callerOf(office, 'clerk');
    const id = derivedId('document', 'mail-1');
    await draftDocument(office, clerk, id, LETTER, { arrivalDate: '2026-03-10', mailId: 'mail-1', fileIds: [] });
    expect((await listDocuments(office, clerk, { box: 'register' })).items).toEqual([]);
    expect(await register('mail-1', 'second-clerk')).toMatchObject({ id, arrivalNumber: 1 });
  });

  it('refuses mail that is secret, refused, aside or not yet read, and whoever is no clerk', async () => {
    for (const [state, code] of [
      ['quarantined', 'SECRET_CONTENT'],
      ['destroyed', 'SECRET_CONTENT'],
      ['refused', 'WRONG_STATE'],
      ['set-aside', 'WRONG_STATE'],
      ['received', 'WRONG_STATE'],
    ] as const) {
      await putMail(office, `mail-${state}`, state);
      await expect(register(`mail-${state}`)).rejects.toMatchObject({ code });
    }
    await expect(register('no-such-mail')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await putMail(office, 'mail-1');
    for (const person of ['leader', 'planning-head', 'admin'] as const) {
      await expect(register('mail-1', person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await places()).toEqual([]);
  });

  it('is told to clerks and leaders, and keeps the day of arrival apart from the day of entry', async () => {
    await pullStream(office, 'leader', null);
    await pullStream(office, 'planning-officer', null);
    await putMail(office, 'mail-1', 'original-only');
    office.clock.set(new Date('2026-03-11T02:00:00.000Z'));
    const document = await register('mail-1');
    expect(document).toMatchObject({ arrivalDate: '2026-03-10', registeredAt: '2026-03-11T02:00:00.000Z' });
    await office.relay.settled();
    expect((await pullStream(office, 'leader', 0)).marks).toEqual([{ kind: 'document', id: document.id, version: 2 }]);
    expect((await pullStream(office, 'planning-officer', 0)).marks).toEqual([]);
  });
});

describe('the year', () => {
  it('begins anew with 1 when midnight strikes in Hanoi', async () => {
    office.clock.set(new Date('2026-12-31T16:59:59.999Z'));
    expect(await putLetter(office)).toMatchObject({ year: 2026, arrivalNumber: 1 });
    expect(await putLetter(office)).toMatchObject({ year: 2026, arrivalNumber: 2 });
    office.clock.advance(1);
    expect(await putLetter(office)).toMatchObject({ year: 2027, arrivalNumber: 1 });
    expect(await putLetter(office)).toMatchObject({ year: 2027, arrivalNumber: 2 });
  });

  it('stays the new one when a clock falls back a little over midnight', async () => {
    office.clock.set(new Date('2026-12-31T17:00:01.000Z'));
    await putLetter(office);
    office.clock.advance(-5 * 60_000);
    expect(await putLetter(office)).toMatchObject({
      year: 2027,
      arrivalNumber: 2,
      registeredAt: '2026-12-31T17:00:01.000Z',
    });
  });

  it('is refused from a clock more than five minutes behind the last row, and nothing is written', async () => {
    await putLetter(office);
    office.clock.advance(-5 * 60_000 - 1);
    await expect(putLetter(office)).rejects.toMatchObject({ code: 'CLOCK_BEHIND' });
    expect(await places()).toEqual(['2026/1']);
    office.clock.advance(60_000);
    expect((await putLetter(office)).arrivalNumber).toBe(2);
  });
});

describe('a voided registration', () => {
  it('keeps its row and its number, says why, and hands nothing on', async () => {
    const letter = await putLetter(office);
    const voided = await registerVoid(letter.id);
    expect(voided).toMatchObject({
      state: 'voided',
      arrivalNumber: 1,
      voidReason: 'Vào sổ nhầm',
      allowedActions: [],
      canVoid: false,
    });
    expect((await putLetter(office)).arrivalNumber).toBe(2);
    const clerk = await callerOf(office, 'clerk');
    const rows = (await listDocuments(office, clerk, { box: 'register' })).items;
    expect(rows.map((row) => [row.arrivalNumber, row.state])).toEqual([
      [2, 'registered'],
      [1, 'voided'],
    ]);
    expect((await listDocuments(office, clerk, { box: 'desk' })).items.map((row) => row.arrivalNumber)).toEqual([2]);
  });

  it('lets the same letter be registered again under the next number, once', async () => {
    await putMail(office, 'mail-1');
    const requestId = newId();
    const first = await register('mail-1', 'clerk', requestId);
    await registerVoid(first.id);
    const [again, same] = await Promise.all([register('mail-1'), register('mail-1', 'second-clerk')]);
    expect(again).toMatchObject({ arrivalNumber: 2, state: 'registered' });
    expect(same.id).toBe(again.id);
    // The first request, repeated because its answer was lost, is answered with what it made.
    expect(await register('mail-1', 'clerk', requestId)).toMatchObject({ id: first.id, state: 'voided' });
    expect(await places()).toEqual(['2026/1', '2026/2']);
  });

  it('is voided once by a repeated request, not again by another, and only by a clerk', async () => {
    const letter = await putLetter(office);
    await expect(registerVoid(letter.id, newId(), 'leader')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const requestId = newId();
    const voided = await registerVoid(letter.id, requestId);
    expect(await registerVoid(letter.id, requestId)).toEqual(voided);
    await expect(registerVoid(letter.id)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('finding in the register', () => {
  const numbers = async (wanted: Omit<Parameters<typeof listDocuments>[2], 'box'>) =>
    (await listDocuments(office, await callerOf(office, 'clerk'), { box: 'register', ...wanted })).items.map(
      (row) => row.arrivalNumber,
    );

  it('finds words without marks, in any order, in subject, issuer and code; never a pattern', async () => {
    await putLetter(office, { subject: 'Kế hoạch phòng chống thiên tai', issuer: 'Sở Nông nghiệp', codeNumber: '7' });
    await putLetter(office, { subject: 'Giấy mời họp Đà Nẵng', codeNotation: 'GM-SNV' });
    expect(await numbers({ text: 'thien tai ke hoach' })).toEqual([1]);
    expect(await numbers({ text: 'đà nang' })).toEqual([2]);
    expect(await numbers({ text: 'nong nghiep' })).toEqual([1]);
    expect(await numbers({ text: '123/gm' })).toEqual([2]);
    expect(await numbers({ text: '.*' })).toEqual([]);
    expect(await numbers({ text: '  ' })).toEqual([2, 1]);
  });

  it('filters by year, days, urgency and state, and pages without losing or repeating a row', async () => {
    office.clock.set(new Date('2026-12-30T03:00:00.000Z'));
    await putLetter(office, { urgency: 'express' });
    office.clock.set(new Date('2027-01-04T03:00:00.000Z'));
    for (let index = 0; index < 4; index += 1) await putLetter(office);
    expect(await numbers({ year: 2026 })).toEqual([1]);
    expect(await numbers({ from: '2027-01-04', to: '2027-01-04' })).toEqual([4, 3, 2, 1]);
    expect(await numbers({ urgency: 'express' })).toEqual([1]);
    expect(await numbers({ state: 'voided' })).toEqual([]);
    const clerk = await callerOf(office, 'clerk');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDocuments(office, clerk, { box: 'register', limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map((row) => `${row.year}/${row.arrivalNumber}`));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['2027/4', '2027/3', '2027/2', '2027/1', '2026/1']);
    await expect(numbers({ cursor: '{"$gt":0}' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('reports the same letter whatever its case, accents and leading zeros, but not the number of another year', async () => {
    const letter = await putLetter(office, { codeNumber: '05', codeNotation: 'QĐ-UBND' });
    const same = { codeNumber: '5', codeNotation: 'qđ-ubnd', issuer: 'UỶ BAN NHÂN DÂN TỈNH LẠNG SƠN' };
    expect(await findSameLetter(office, { ...same, issuedDate: null })).toEqual([
      { id: letter.id, label: '1/2026 · 05/QĐ-UBND' },
    ]);
    expect(await findSameLetter(office, { ...same, issuedDate: '2025-03-09' })).toEqual([]);
    expect(await findSameLetter(office, { ...same, issuer: 'Sở Y tế', issuedDate: null })).toEqual([]);
    expect(await findSameLetter(office, { ...same, codeNumber: '', issuedDate: null })).toEqual([]);
    await registerVoid(letter.id);
    expect(await findSameLetter(office, { ...same, issuedDate: null })).toEqual([]);
  });
});
