import { buildOffice } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listHistory } from '../history/list-history.ts';
import type { Caller } from '../office/caller.ts';
import { newId } from '../office/ids.ts';
import { relayAggregate } from '../outbox/relay.ts';
import { resetPassword } from '../people/accounts/reset-password.ts';
import { people } from '../people/person-model.ts';
import { changePassword } from './account/change-password.ts';
import { createToken } from './account/create-token.ts';
import { listSessions } from './account/list-sessions.ts';
import { revokeSession } from './account/revoke-session.ts';
import { setPhrases } from './account/set-phrases.ts';
import { setPreferences } from './account/set-preferences.ts';
import { authenticateSecret, type SignedIn } from './authenticate.ts';
import { hashPassword } from './passwords.ts';
import { presentMe } from './present-me.ts';
import { requireSettledPassword } from './require-settled-password.ts';
import { sessions } from './session-model.ts';
import { signIn } from './sign-in/sign-in.ts';
import { signOut, signOutEverywhere } from './sign-out.ts';

const PASSWORD = 'lúa-chín-đầu-thu';
const NEXT = 'mưa-rơi-trên-phố';
let hash: string;
let office: TestOffice;
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  await people.of(office).updateMany({}, { $set: { passwordHash: hash } });
});
afterEach(() => closeTestOffice(office));

const enter = (login: string, password = PASSWORD) =>
  signIn(office, { login, password }, { address: '203.0.113.7', userAgent: '' });
const isOpen = async (secret: string) => (await authenticateSecret(office, secret)) !== null;
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
/** What the server processes hear on the bus. */
const listen = async () => {
  const heard: unknown[] = [];
  const waiting: (() => void)[] = [];
  office.bus.subscribe('session.ended', (nudge) => {
    heard.push(nudge);
    for (const tell of waiting) tell();
  });
  const subscribers = async () =>
    (await office.redis.commands.call('PUBSUB', 'NUMSUB', `${office.redis.prefix}:session.ended`)) as [string, number];
  await expect.poll(async () => (await subscribers())[1]).toBe(1);
  return heard;
};

describe('sessions', () => {
  it('end here and go on elsewhere when a person signs out', async () => {
    const [here, there] = [await enter('clerk'), await enter('clerk')];
    await signOut(office, here.caller);
    expect([await isOpen(here.secret), await isOpen(there.secret)]).toEqual([false, true]);
    expect(await codeOf(signOut(office, here.caller))).toBe('done');
  });

  it('and tokens all end when a person signs out everywhere, and the sockets are told', async () => {
    const heard = await listen();
    const [here, there, other] = [await enter('clerk'), await enter('clerk'), await enter('leader')];
    const { token } = await createToken(office, here.caller, { requestId: 'token-one', label: 'Máy quét' });
    await signOutEverywhere(office, here.caller);
    expect(await Promise.all([here.secret, there.secret, token, other.secret].map(isOpen))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    await expect.poll(() => heard).toEqual([{ personId: 'clerk', exceptSessionId: null }]);
  });

  it('are listed to their owner only, without anything that opens one', async () => {
    const [here, there] = [await enter('clerk'), await enter('clerk')];
    await enter('leader');
    const listed = (await listSessions(office, here.caller, {})).sessions;
    expect(listed).toHaveLength(2);
    expect(listed.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(here.secret);
    expect(await isOpen(listed[0]?.id ?? '')).toBe(false);
    const other = listed.find(({ isCurrent }) => !isCurrent);
    await revokeSession(office, here.caller, { sessionId: other?.id ?? '' });
    expect([await isOpen(here.secret), await isOpen(there.secret)]).toEqual([true, false]);
  });

  it('of somebody else cannot be ended, and the answer tells nothing', async () => {
    const [clerk, leader] = [await enter('clerk'), await enter('leader')];
    expect(await codeOf(revokeSession(office, clerk.caller, { sessionId: leader.caller.sessionId }))).toBe('done');
    expect(await codeOf(revokeSession(office, clerk.caller, { sessionId: 'no-such-session' }))).toBe('done');
    expect(await isOpen(leader.secret)).toBe(true);
  });

  it('that ran out are removed when their owner comes back', async () => {
    await enter('clerk');
    office.clock.advance(15 * 24 * 60 * 60 * 1_000);
    const { caller } = await enter('clerk');
    expect(await sessions.of(office).countDocuments({ personId: 'clerk' })).toBe(1);
    expect((await listSessions(office, caller, {})).sessions).toHaveLength(1);
  });
});

describe('a token', () => {
  it('asked for twice under one request id is one token: the one answered last', async () => {
    const { caller } = await enter('clerk');
    const ask = () => createToken(office, caller, { requestId: 'token-one', label: 'Máy quét' });
    const first = await ask();
    const second = await ask();
    expect([await isOpen(first.token), await isOpen(second.token)]).toEqual([false, true]);
    const raced = await Promise.all([ask(), ask(), ask()]);
    expect(await sessions.of(office).countDocuments({ kind: 'token' })).toBe(1);
    const open = await Promise.all(raced.map(({ token }) => isOpen(token)));
    expect(open.filter(Boolean)).toHaveLength(1);
  });
});

describe('changing the password', () => {
  it('ends every other session and token and keeps this one', async () => {
    const [here, there] = [await enter('clerk'), await enter('clerk')];
    const { token } = await createToken(office, here.caller, { requestId: 'token-one', label: 'Máy quét' });
    await changePassword(office, here.caller, { requestId: newId(), currentPassword: PASSWORD, newPassword: NEXT });
    expect(await Promise.all([here.secret, there.secret, token].map(isOpen))).toEqual([true, false, false]);
    expect(await codeOf(enter('clerk'))).toBe('WRONG_PASSWORD');
    expect((await enter('clerk', NEXT)).me.person.id).toBe('clerk');
  });

  it('needs the current one, and a thief at an open browser may not try for ever', async () => {
    const { caller, secret } = await enter('clerk');
    const guess = () =>
      codeOf(changePassword(office, caller, { requestId: newId(), currentPassword: 'guess', newPassword: NEXT }));
    for (let round = 0; round < 5; round += 1) expect(await guess()).toBe('CURRENT_PASSWORD_WRONG');
    expect(await guess()).toBe('TOO_MANY_ATTEMPTS');
    expect(await isOpen(secret)).toBe(true);
  });

  it('repeated after a lost answer has the effect of once, and costs no attempt', async () => {
    const { caller, secret } = await enter('clerk');
    const change = (requestId: string) =>
      changePassword(office, caller, { requestId, currentPassword: PASSWORD, newPassword: NEXT });
    await change('change-one');
    const since = await enter('clerk', NEXT);
    for (let round = 0; round < 7; round += 1) expect(await change('change-one')).toEqual({});
    expect(await Promise.all([secret, since.secret].map(isOpen))).toEqual([true, true]);
    await office.relay.settled();
    const lines = await listHistory(office, 'person', 'clerk');
    expect(lines.filter(({ action }) => action === 'passwordChanged')).toHaveLength(1);
    // Asked anew it is another change, and the password given as the current one is not.
    expect(await codeOf(change('change-two'))).toBe('CURRENT_PASSWORD_WRONG');
  });

  it('asked for twice in the same moment is done once', async () => {
    const { caller } = await enter('clerk');
    const input = { requestId: 'change-one', currentPassword: PASSWORD, newPassword: NEXT };
    expect(await Promise.all([1, 2, 3].map(() => changePassword(office, caller, input)))).toEqual([{}, {}, {}]);
  });

  it.each(['clerk-clerk-clerk', 'aaaaaaaaaaaaaa', 'CLERK@2026!x', PASSWORD])(
    'refuses %s as easy to guess',
    async (weak) => {
      const { caller } = await enter('clerk');
      const refused = changePassword(office, caller, {
        requestId: newId(),
        currentPassword: PASSWORD,
        newPassword: weak,
      });
      await expect(refused).rejects.toMatchObject({ code: 'PASSWORD_TOO_WEAK', field: 'newPassword' });
    },
  );

  it('leaves no trace of either password in the history', async () => {
    const { caller } = await enter('clerk');
    await changePassword(office, caller, { requestId: newId(), currentPassword: PASSWORD, newPassword: NEXT });
    await office.relay.settled();
    const lines = await listHistory(office, 'person', 'clerk');
    expect(lines.at(-1)).toMatchObject({ action: 'passwordChanged', actorId: 'clerk', details: {} });
    expect(JSON.stringify(lines)).not.toMatch(/argon2|lúa|mưa/);
  });

  it('ends the others although the process died right after the change', async () => {
    const [here, there] = [await enter('clerk'), await enter('clerk')];
    office.clock.advance(60_000);
    const dying = Object.assign(Object.create(office), {
      relay: { start: () => undefined, settled: async () => undefined },
      bus: {
        subscribe: () => undefined,
        publish: () => {
          throw new Error('died');
        },
      },
    });
    await codeOf(
      changePassword(dying, here.caller, { requestId: newId(), currentPassword: PASSWORD, newPassword: NEXT }),
    );
    // What died between the write and the end of the sessions left them; they are put back to show it.
    await sessions.of(office).updateOne(
      { _id: there.caller.sessionId },
      {
        personId: 'clerk',
        kind: 'browser',
        label: '',
        createdAt: new Date(office.clock.now().getTime() - 60_000),
        lastSeenAt: office.clock.now(),
        expiresAt: new Date(office.clock.now().getTime() + 60_000),
      },
      { upsert: true },
    );
    const since = await enter('clerk', NEXT);
    await relayAggregate(office, people, 'clerk');
    expect(await Promise.all([here.secret, there.secret, since.secret].map(isOpen))).toEqual([true, false, true]);
  });
});

describe('a temporary password', () => {
  it('lets its owner change it and nothing else', async () => {
    const admin = (await enter('admin')).caller;
    const { temporaryPassword } = await resetPassword(office, admin, { requestId: 'reset-one', personId: 'clerk' });
    const { caller, me } = await enter('clerk', temporaryPassword ?? '');
    expect(me.mustChangePassword).toBe(true);
    const may = (name: Parameters<typeof requireSettledPassword>[1], who: SignedIn = caller) => {
      try {
        requireSettledPassword(who, name);
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'PASSWORD_MUST_CHANGE' });
        return false;
      }
    };
    expect([may('session.get'), may('session.changePassword'), may('session.signOut')]).toEqual([true, true, true]);
    expect([may('people.list'), may('messages.send'), may('sync.pull'), may('units.create')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    await changePassword(office, caller, {
      requestId: newId(),
      currentPassword: temporaryPassword ?? '',
      newPassword: NEXT,
    });
    const settled = (await enter('clerk', NEXT)).caller;
    expect(may('people.list', settled)).toBe(true);
  });
});

describe('preferences', () => {
  it('follow the person to every device', async () => {
    const here: Caller = (await enter('clerk')).caller;
    expect(await setPreferences(office, here, { language: 'en', theme: 'dark' })).toEqual({
      language: 'en',
      theme: 'dark',
    });
    const there = await enter('clerk');
    expect(there.caller.language).toBe('en');
    expect((await presentMe(office, there.caller)).preferences).toEqual({ language: 'en', theme: 'dark' });
  });
});

describe('phrases of one’s own', () => {
  it('are the person’s alone, by kind, each once; without one’s own the shipped ones are offered', async () => {
    const { caller } = await enter('clerk');
    const set = (phrases: string[] | null) =>
      setPhrases(office, caller, { requestId: newId(), kind: 'submit', phrases });
    expect((await presentMe(office, caller)).phrases).toEqual({});
    await set(['Kính trình', 'Kính trình', 'Xin ý kiến']);
    const { caller: again } = await enter('clerk');
    expect((await presentMe(office, again)).phrases).toEqual({ submit: ['Kính trình', 'Xin ý kiến'] });
    const other = await enter('planning-head');
    expect((await presentMe(office, other.caller)).phrases).toEqual({});
    expect(await set(null)).toEqual({});
  });

  it('set twice by one request are set once: what was set since stays', async () => {
    const { caller } = await enter('clerk');
    const first = { requestId: newId(), kind: 'direct' as const, phrases: ['Một'] };
    await setPhrases(office, caller, first);
    await setPhrases(office, caller, { requestId: newId(), kind: 'direct', phrases: ['Hai'] });
    expect(await setPhrases(office, caller, first)).toEqual({ direct: ['Hai'] });
  });
});
