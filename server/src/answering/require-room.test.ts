import { authenticateSession, type SignedIn } from '@congso/domain/sessions/authenticate';
import { openSession } from '@congso/domain/sessions/open-session';
import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, carryOut } from './carry-out.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

async function enter(personId: string): Promise<SignedIn> {
  const { sessionId } = await openSession(office, personId, 'token', 'test');
  const caller = await authenticateSession(office, sessionId);
  if (!caller) throw new Error('not let in');
  return caller;
}
const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.body.error.code);

describe('when the disk is nearly full', () => {
  it('everything is read and nothing is saved, so that the database can go on; with room again all is as before', async () => {
    const caller = await enter('planning-officer');
    const make = { requestId: 'make-group-1', name: 'Nhóm', memberIds: ['clerk'] };
    let isShort = true;
    office.room.isShort = async () => isShort;
    const refused = await carryOut(office, caller, 'conversations.createGroup', () => make, 'vi');
    expect([codeOf(refused), refused.ok ? 200 : refused.status]).toEqual(['DISK_FULL', 503]);
    expect(codeOf(await carryOut(office, caller, 'search.find', () => ({ text: 'lan' }), 'vi'))).toBe('ok');
    expect(codeOf(await carryOut(office, caller, 'session.list', () => ({}), 'vi'))).toBe('ok');
    isShort = false;
    expect(codeOf(await carryOut(office, caller, 'conversations.createGroup', () => make, 'vi'))).toBe('ok');
  });
});
