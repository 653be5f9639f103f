import { authenticateSession, type SignedIn } from '@congso/domain/sessions/authenticate';
import { endSessions } from '@congso/domain/sessions/end-sessions';
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
const search = (caller: SignedIn) => carryOut(office, caller, 'search.find', () => ({ text: 'lan' }), 'vi');
const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.body.error.code);

describe('whoever asks hundreds of things at once', () => {
  it('keeps no colleague waiting', async () => {
    const [flooder, colleague] = [await enter('planning-officer'), await enter('finance-officer')];
    let answered = 0;
    const flood = Array.from({ length: 300 }, async () => {
      await search(flooder);
      answered += 1;
    });
    expect(codeOf(await search(colleague))).toBe('ok');
    expect(answered).toBeLessThan(100);
    await Promise.all(flood);
    expect(answered).toBe(300);
  });

  it('is answered every one, and refused beyond what may wait; then all is as before', async () => {
    const flooder = await enter('planning-officer');
    const codes = (await Promise.all(Array.from({ length: 1_000 }, () => search(flooder)))).map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(310);
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(690);
    expect(codeOf(await search(flooder))).toBe('ok');
  });

  it('and is signed out meanwhile is answered nothing that was still to come', async () => {
    const flooder = await enter('planning-officer');
    const flood = Array.from({ length: 200 }, () => search(flooder));
    await endSessions(office, 'planning-officer', null);
    const codes = (await Promise.all(flood)).map(codeOf);
    expect(codes.filter((code) => code === 'NOT_SIGNED_IN').length).toBeGreaterThan(100);
    expect(codes.at(-1)).toBe('NOT_SIGNED_IN');
  });
});
