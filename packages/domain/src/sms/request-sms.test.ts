import { addPerson, REQUEST } from '@congso/test/support/sms/sms-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { theOffice } from '../office/caller.ts';
import { changeAggregate } from '../outbox/change-aggregate.ts';
import { people } from '../people/person-model.ts';
import { requestSms } from './request-sms.ts';
import { smsMessages } from './sms-model.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await addPerson(office, 'an', '+84912345678');
});
afterEach(() => closeTestOffice(office));

describe('a request for an SMS', () => {
  it('repeated for the same cause is one SMS', async () => {
    const [first, second] = await Promise.all([requestSms(office, REQUEST), requestSms(office, REQUEST)]);
    expect(second._id).toBe(first._id);
    await requestSms(office, { ...REQUEST, causeId: 'document:d1:5' });
    expect(await smsMessages.of(office).countDocuments()).toBe(2);
  });

  it('becomes an unaccented text with the reference and the day', async () => {
    const sms = await requestSms(office, REQUEST);
    expect(sms).toMatchObject({ state: 'queued', phone: '+84912345678', parts: 1 });
    expect(sms.text).toBe('Congso: Dong chi duoc giao xu ly van ban den so 12/2026. Han: 13/03/2026.');
  });

  it('about an express letter begins with that, and still names nothing but the reference', async () => {
    const sms = await requestSms(office, { ...REQUEST, isExpress: true });
    expect(sms.text).toBe('HOA TOC. Congso: Dong chi duoc giao xu ly van ban den so 12/2026. Han: 13/03/2026.');
    expect(sms.parts).toBe(1);
  });

  it('cannot carry the subject of a letter', async () => {
    await expect(requestSms(office, { ...REQUEST, reference: 'Kế hoạch sáp nhập' })).rejects.toThrow('not a text');
  });

  it('about a secret letter leaves a record without text and no SMS', async () => {
    const sms = await requestSms(office, { ...REQUEST, isSecret: true });
    expect(sms).toMatchObject({ state: 'suppressed', reason: 'secret', text: '', nextAt: null });
  });

  it('to somebody who has left the office is not sent: the number may be somebody else’s by now', async () => {
    await changeAggregate(office, people, 'an', theOffice, null, () => ({
      set: { isActive: false },
      story: { action: 'deactivated' },
    }));
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await requestSms(office, REQUEST)).toMatchObject({ state: 'suppressed', reason: 'left', nextAt: null });
    }
    expect(await smsMessages.of(office).countDocuments()).toBe(1);
    expect(await requestSms(office, { ...REQUEST, causeId: 'd2', isSecret: true })).toMatchObject({ reason: 'secret' });
  });

  it('beyond what one person reads in a day is recorded and not sent, except about an express letter', async () => {
    const ask = (n: number, more: object = {}) => requestSms(office, { ...REQUEST, causeId: `task:${n}`, ...more });
    for (let n = 0; n < 20; n += 1) expect((await ask(n)).state).toBe('queued');
    expect(await ask(20)).toMatchObject({ state: 'suppressed', reason: 'too-many', nextAt: null });
    expect((await ask(0)).state).toBe('queued');
    expect((await ask(21, { isExpress: true })).state).toBe('queued');
    await addPerson(office, 'binh', '+84912345679');
    expect((await ask(22, { personId: 'binh' })).state).toBe('queued');
    office.clock.advance(24 * 60 * 60 * 1_000 + 1);
    expect((await ask(23)).state).toBe('queued');
  });

  it('to somebody with a desk phone or none says so', async () => {
    await addPerson(office, 'desk', '+842033825678');
    await addPerson(office, 'none', null);
    for (const personId of ['desk', 'none']) {
      expect(await requestSms(office, { ...REQUEST, personId })).toMatchObject({
        state: 'suppressed',
        reason: 'no-phone',
      });
    }
  });
});
