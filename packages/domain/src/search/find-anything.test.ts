import { putLetter } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGroup } from '../chat/groups/create-group.ts';
import { publishNotice } from '../notices/publish-notice.ts';
import { newId } from '../office/ids.ts';
import { createTask } from '../tasks/giving/create-task.ts';
import { findAnything } from './find-anything.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const find = async (who: string, text: string) =>
  (await findAnything(office, await callerOf(office, who), { text })).hits.map((hit) =>
    'subject' in hit ? hit.subject : 'name' in hit ? hit.name : hit.title,
  );
const kindsFound = async (who: string, text: string) =>
  (await findAnything(office, await callerOf(office, who), { text })).hits.map(({ kind }) => kind);

async function fillOffice(): Promise<void> {
  const head = await callerOf(office, 'planning-head');
  const subject = 'Đào tạo lớp cán bộ trẻ';
  await putLetter(office, { subject });
  await createGroup(office, head, { requestId: newId(), name: subject, memberIds: ['planning-officer'] });
  await createTask(office, head, {
    ...{ requestId: newId(), title: subject, description: '', leadId: 'planning-officer', coordinatorIds: [] },
    ...{ due: null, fromMessage: null, fileIds: [] },
  });
  await publishNotice(office, head, {
    ...{ requestId: newId(), title: subject, body: 'x', fileIds: [], mustAcknowledge: false, acknowledgeBy: null },
    scope: { everyone: false, unitIds: ['planning'], personIds: [] },
  });
}

describe('one search for everything', () => {
  it('finds all kinds by the same words, in whatever order, marks, capitals and spaces ignored', async () => {
    await fillOffice();
    for (const text of ['can bo dao tao', '  Trẻ   đào ', 'ĐÀO TẠO LỚP CÁN BỘ TRẺ ']) {
      expect(await kindsFound('planning-officer', text), text).toEqual(['conversation', 'task', 'notice']);
      expect(await kindsFound('clerk', text), text).toEqual(['document']);
      expect(await kindsFound('leader', text), text).toEqual(['document', 'task', 'notice']);
    }
    expect(await find('planning-officer', 'dao tao gia')).toEqual([]);
    expect(await find('planning-officer', '   ')).toEqual([]);
  });

  it('takes patterns and operators for the text they are', async () => {
    await fillOffice();
    for (const text of ['.*', '(a+)+$', '[', '\\', 'đ.o', '$ne', 'a|b']) {
      // The directory has a rule of its own: words begin words, and what is no letter parts them.
      expect(
        (await kindsFound('planning-officer', text)).filter((kind) => kind !== 'person'),
        text,
      ).toEqual([]);
    }
  });

  it('finds for nobody what his gate does not show him', async () => {
    await fillOffice();
    for (const who of ['finance-head', 'finance-officer', 'admin']) expect(await find(who, 'dao tao'), who).toEqual([]);
  });

  it('reads of notices none that has not the words', async () => {
    await fillOffice();
    const officer = await callerOf(office, 'planning-officer');
    const explained = await explainQueries(office, () => findAnything(office, officer, { text: 'khong co' }));
    const read = explained.filter(({ collection }) => collection === 'notices');
    expect(read.map(({ examined }) => examined)).toEqual([0, 0]);
  });
});
