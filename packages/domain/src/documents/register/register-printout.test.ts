import type { HistoryEntry } from '@congso/contract/history';
import { act, putLetter } from '@congso/test/support/documents/build-letters';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listDocumentHistory } from '../open-document.ts';
import { listDocuments } from './list-documents.ts';
import { voidDocument } from './void-document.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

type Given = { stepId: string; kind: string; assigneeId: string; unitId: string | null; part: string };
type Holder = { unitId: string | null; personId: string; part: string; at: string };

/** The ten columns of annex IV (receipt is the handing over itself), made of nothing but what happened. */
function rowFromHistory(entries: readonly HistoryEntry[]) {
  const registered = entries.find(({ action }) => action === 'registered')?.details ?? {};
  const holders = new Map<string, Holder>();
  let voidReason: string | null = null;
  for (const { action, details, occurredAt, reason } of entries) {
    for (const { stepId, kind, assigneeId, unitId, part } of (details.given ?? []) as Given[]) {
      if (kind === 'assign' || kind === 'process') {
        holders.set(stepId, { unitId, personId: assigneeId, part, at: occurredAt });
      }
    }
    if (['return', 'reassign', 'release'].includes(action)) holders.delete(details.stepId as string);
    if (action === 'voided') voidReason = reason;
  }
  const { arrivalDate, year, arrivalNumber, issuer, codeNumber, codeNotation } = registered;
  const { issuedDate, documentType, subject, note } = registered;
  return {
    arrivalDate,
    year,
    arrivalNumber,
    issuer,
    codeNumber,
    codeNotation,
    issuedDate,
    documentType,
    subject,
    note,
    holders: [...holders.values()],
    voidReason,
  };
}

it('the printed register follows from the history alone, with transfers, returns and voids', async () => {
  const { id } = await putLetter(office, { note: 'Kèm 1 phụ lục' });
  await act(office, 'clerk', id, 'submit', { personId: 'leader' });
  office.clock.advance(3_600_000);
  await act(office, 'leader', id, 'direct', { leadUnitId: 'planning', coordinatingUnitIds: ['finance'] });
  office.clock.advance(3_600_000);
  await act(office, 'finance-head', id, 'return', { reason: 'Không liên quan' });
  await act(office, 'planning-head', id, 'assign', { personId: 'planning-officer' });
  office.clock.advance(3_600_000);
  await act(office, 'planning-head', id, 'reassign', { personId: 'planning-second-officer', reason: 'Bận' });
  const other = await putLetter(office, { codeNumber: '9' });
  const clerk = await callerOf(office, 'clerk');
  await voidDocument(office, clerk, { requestId: 'void-the-other', documentId: other.id, reason: 'Trùng' });
  await office.relay.settled();

  const { items } = await listDocuments(office, clerk, { box: 'register' });
  expect(items).toHaveLength(2);
  for (const row of items) {
    const { entries } = await listDocumentHistory(office, clerk, { documentId: row.id });
    expect(row).toMatchObject(rowFromHistory(entries));
  }
  expect(items[0]).toMatchObject({ arrivalNumber: 2, voidReason: 'Trùng', holders: [] });
  expect(items[1]?.holders).toEqual([
    { unitId: 'planning', personId: 'planning-head', part: 'lead', at: '2026-03-10T04:00:00.000Z' },
    { unitId: 'planning', personId: 'planning-second-officer', part: 'lead', at: '2026-03-10T06:00:00.000Z' },
  ]);
});
