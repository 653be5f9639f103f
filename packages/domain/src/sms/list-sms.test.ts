import { addPerson, callerWith, REQUEST } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSms } from './list-sms.ts';
import { requestSms } from './request-sms.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await addPerson(office, 'an', '+84912345678');
  for (let index = 0; index < 5; index += 1) {
    await requestSms(office, { ...REQUEST, causeId: `cause:${index}`, isSecret: index === 0 });
    // Two of the same instant: the page must not lose or repeat one of them.
    if (index % 2 === 0) office.clock.advance(1_000);
  }
});
afterEach(() => closeTestOffice(office));

const admin = callerWith('admin');

describe('the list of SMS', () => {
  it('comes page by page, the latest first, each SMS once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listSms>> = await listSms(office, admin, {
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items.map(({ createdAt, id }) => `${createdAt} ${id}`));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    const instants = seen.map((one) => one.split(' ')[0]);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it('can show one state', async () => {
    const { items, next } = await listSms(office, admin, { state: 'suppressed' });
    expect(items).toMatchObject([{ reason: 'secret', text: '' }]);
    expect(next).toBeNull();
  });

  it('is for administrators, and a made-up cursor is refused', async () => {
    await expect(listSms(office, callerWith('officer'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(listSms(office, admin, { cursor: '{$gt:0}' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
