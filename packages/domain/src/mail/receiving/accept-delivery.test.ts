import { lastMail, receiveMail } from '@congso/test/support/mail/receive-mail';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailDoc, mails } from '../mail-model.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const raw = (fields: string[]) =>
  ['From: vanthu@so.example', ...fields, '', 'Đề nghị đơn vị nộp báo cáo đúng hạn.'].join('\r\n');
const DATED = raw(['Date: Sat, 28 Nov 2026 09:15:00 +0700', 'Subject: Nhac nop bao cao']);
const NAMELESS = raw(['Subject: Nhac nop bao cao']);
const countMails = () => mails.of(office).countDocuments();

describe('a letter that is delivered again', () => {
  it('is one mail for as long as a sender’s queue may send it again, and then a new one', async () => {
    await receiveMail(office, DATED);
    office.clock.advance(5 * DAY_MS);
    await receiveMail(office, DATED);
    expect(await countMails()).toBe(1);
    office.clock.advance(DAY_MS);
    await receiveMail(office, DATED);
    expect(await countMails()).toBe(2);
    // The new one counts from its own day on, and so does the one after it.
    office.clock.advance(5 * DAY_MS);
    await receiveMail(office, DATED);
    expect(await countMails()).toBe(2);
    office.clock.advance(DAY_MS);
    await receiveMail(office, DATED);
    expect(await countMails()).toBe(3);
  });

  it('without Message-ID and Date is a new one an hour later: nothing tells that it is not the next report', async () => {
    await receiveMail(office, NAMELESS);
    office.clock.advance(HOUR_MS - 1);
    await receiveMail(office, NAMELESS);
    expect(await countMails()).toBe(1);
    office.clock.advance(1);
    await receiveMail(office, NAMELESS);
    expect(await countMails()).toBe(2);
  });

  it('many times at once is one mail, the first time and after the hold', async () => {
    for (const expected of [1, 2]) {
      await Promise.all(Array.from({ length: 20 }, () => receiveMail(office, DATED)));
      expect(await countMails()).toBe(expected);
      office.clock.advance(6 * DAY_MS);
    }
    const stories = await mails.of(office).find().lean<MailDoc[]>();
    expect(stories.map(({ duty, state }) => [duty, state])).toEqual([
      ['read', 'received'],
      ['read', 'received'],
    ]);
  });

  it('by a clock that was set back is still the same', async () => {
    await receiveMail(office, DATED);
    office.clock.advance(-30 * DAY_MS);
    await receiveMail(office, DATED);
    expect(await countMails()).toBe(1);
  });

  it('long after it was destroyed is a new letter, read and judged anew, and not dropped behind a 250', async () => {
    const mail = await receiveMail(office, DATED);
    await mails.of(office).updateOne({ _id: mail._id }, { $set: { state: 'destroyed', rawSha256: null } });
    await receiveMail(office, DATED);
    expect(await countMails()).toBe(1);
    office.clock.advance(7 * DAY_MS);
    await receiveMail(office, DATED);
    expect(await lastMail(office)).toMatchObject({ state: 'received', duty: 'read' });
    expect(await office.blobs.has((await lastMail(office)).rawSha256 ?? '')).toBe(true);
  });
});
