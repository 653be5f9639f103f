import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buildOffice, PEOPLE } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { people } from '../../people/person-model.ts';
import { connectRedis } from '../../stores/redis.ts';
import { changePassword } from '../account/change-password.ts';
import { authenticateSecret } from '../authenticate.ts';
import { hashPassword } from '../passwords.ts';
import { type SessionDoc, sessions } from '../session-model.ts';
import { findKnownBrowser } from './known-browser.ts';
import { signIn } from './sign-in.ts';

const PASSWORD = 'lúa-chín-đầu-thu';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
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

const enter = (login: string, password = PASSWORD, address = '203.0.113.7') =>
  signIn(office, { login, password }, { address, userAgent: FIREFOX });
const failure = async (login: string, password: string, address?: string) => {
  const refusal = await enter(login, password, address).catch((error: unknown) => error);
  return refusal as { code: string; field?: string; retryAfterMs?: number };
};

describe('signing in', () => {
  it('opens a session whose secret is nowhere in the database', async () => {
    const { me, caller, secret } = await enter('clerk');
    expect(me).toMatchObject({
      person: { id: 'clerk', login: 'clerk', title: 'Công chức' },
      roles: ['clerk'],
      officeName: 'Sở Nội vụ tỉnh Lạng Sơn',
      mustChangePassword: false,
    });
    expect(caller).toMatchObject({ personId: 'clerk' });
    expect(await authenticateSecret(office, secret)).toMatchObject({ personId: 'clerk' });
    const stored = await sessions.of(office).find().lean<SessionDoc[]>();
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ personId: 'clerk', kind: 'browser', label: 'Firefox, Windows' });
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('takes the login in any case and the password in either Unicode form', async () => {
    expect((await enter('  CLERK ', PASSWORD.normalize('NFD'))).me.person.id).toBe('clerk');
  });

  it('answers an unknown login, a wrong password and a closed account alike', async () => {
    await people.of(office).updateOne({ _id: 'finance-head' }, { $set: { isActive: false } });
    const answers = [
      await failure('nobody', PASSWORD),
      await failure('clerk', 'wrong-password'),
      await failure('finance-head', PASSWORD),
    ].map(({ code, field, retryAfterMs }) => ({ code, field, retryAfterMs }));
    for (const answer of answers) {
      expect(answer).toEqual({ code: 'WRONG_PASSWORD', field: undefined, retryAfterMs: undefined });
    }
  });

  it('takes as long for a login nobody has as for a wrong password', async () => {
    const median = async (login: (round: number) => string) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const start = performance.now();
        await failure(login(round), 'wrong-password', `198.51.100.${round}`);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    const unknown = await median((round) => `nobody-${round}`);
    const known = await median((round) => Object.keys(PEOPLE)[round] ?? 'clerk');
    // Without the work done for nobody the answer would come about twenty times sooner.
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('writes no password and no secret into the log', async () => {
    let written = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        written += String(chunk);
        done();
      },
    });
    const talkative = Object.assign(Object.create(office), { log: pino({ level: 'trace' }, sink) });
    const { secret } = await signIn(
      talkative,
      { login: 'clerk', password: PASSWORD },
      { address: '203.0.113.7', userAgent: FIREFOX },
    );
    talkative.log.info('done');
    expect(written).toContain('done');
    expect(written).not.toContain(secret);
    expect(written).not.toContain(PASSWORD);
  });

  it.each([
    ['closed', { isActive: false }],
    ['given another password', { passwordHash: 'another' }],
  ])('leaves no session behind when the account is %s between the check and the session', async (_what, change) => {
    const model = sessions.of(office);
    const create = model.create.bind(model) as unknown as (doc: unknown) => Promise<never>;
    vi.spyOn(model, 'create').mockImplementationOnce((async (doc: unknown) => {
      await people.of(office).updateOne({ _id: 'clerk' }, { $set: change });
      return create(doc);
    }) as never);
    expect((await failure('clerk', PASSWORD)).code).toBe('WRONG_PASSWORD');
    expect(await model.countDocuments({ personId: 'clerk' })).toBe(0);
  });
});

describe('a browser in which somebody has signed in', () => {
  const HERE = '203.0.113.7';
  const from = (browser: string | null, login: string, password: string, address = HERE) =>
    signIn(office, { login, password }, { address, userAgent: FIREFOX, browser }).catch((error: unknown) => {
      return { code: (error as { code: string }).code, browser: null, me: null };
    });
  const lockFromEverywhere = async () => {
    for (let place = 0; place < 10; place += 1) {
      await Promise.all(Array.from({ length: 5 }, () => failure('clerk', 'wrong', `198.51.100.${place}`)));
    }
  };

  it('lets its owner in whatever strangers tried, from the same address and from everywhere', async () => {
    const { browser } = await enter('clerk');
    for (let round = 0; round < 8; round += 1) await failure('clerk', 'wrong');
    await lockFromEverywhere();
    expect((await failure('clerk', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await failure('clerk', PASSWORD, '192.0.2.1')).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await from(browser, 'clerk', PASSWORD)).me?.person.id).toBe('clerk');
    expect((await from(browser, 'clerk', PASSWORD, '192.0.2.1')).me?.person.id).toBe('clerk');
  });

  it('has attempts of its own, which use up nobody else’s', async () => {
    const { browser } = await enter('clerk');
    const tries = [];
    for (let round = 0; round < 6; round += 1) tries.push(await from(browser, 'clerk', 'wrong'));
    expect(tries.map((one) => 'code' in one && one.code)).toEqual([
      ...Array(5).fill('WRONG_PASSWORD'),
      'TOO_MANY_ATTEMPTS',
    ]);
    expect((await enter('clerk')).me.person.id).toBe('clerk');
  });

  it('is known to the accounts that signed in there alone, and to no other office', async () => {
    const first = await enter('clerk');
    const second = await from(first.browser, 'leader', PASSWORD);
    for (const login of ['clerk', 'leader', 'admin']) for (let n = 0; n < 5; n += 1) await failure(login, 'wrong');
    expect((await from(second.browser, 'clerk', PASSWORD)).me?.person.id).toBe('clerk');
    expect((await from(second.browser, 'leader', PASSWORD)).me?.person.id).toBe('leader');
    const forged = (second.browser ?? '').replaceAll('~', '').slice(0, 20);
    for (const browser of [second.browser, forged, 'x', '~~~', `${'a'.repeat(20)}.${'a'.repeat(43)}`]) {
      expect(await from(browser, 'admin', PASSWORD)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    }
    const elsewhere = Object.assign(Object.create(office), { secret: Buffer.alloc(32) });
    expect(findKnownBrowser(elsewhere, 'clerk', first.browser)).toBeNull();
    expect(findKnownBrowser(office, 'clerk', first.browser)).not.toBeNull();
  });

  it('changes a password whatever strangers tried', async () => {
    const { caller } = await enter('clerk');
    await lockFromEverywhere();
    const change = { requestId: 'change-one', currentPassword: PASSWORD, newPassword: 'mưa-rơi-trên-phố' };
    expect(await changePassword(office, caller, change)).toEqual({});
  });
});

describe('too many attempts', () => {
  it('from one place stop there, with the time to wait, even with the right password', async () => {
    for (let round = 0; round < 5; round += 1) expect((await failure('clerk', 'wrong')).code).toBe('WRONG_PASSWORD');
    const refusal = await failure('clerk', PASSWORD);
    expect(refusal.code).toBe('TOO_MANY_ATTEMPTS');
    expect(refusal.retryAfterMs).toBeGreaterThan(14 * 60 * 1_000);
    expect(refusal.retryAfterMs).toBeLessThanOrEqual(15 * 60 * 1_000);
  });

  it('on one login leave a colleague at the same address and the owner at another alone', async () => {
    for (let round = 0; round < 8; round += 1) await failure('clerk', 'wrong');
    expect((await enter('leader')).me.person.id).toBe('leader');
    expect((await enter('clerk', PASSWORD, '203.0.113.99')).me.person.id).toBe('clerk');
  });

  it('at once are counted like those one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => failure('clerk', 'wrong')));
    expect(answers.filter(({ code }) => code === 'WRONG_PASSWORD')).toHaveLength(5);
  });

  it('from many places stop for the login everywhere', async () => {
    for (let place = 0; place < 10; place += 1) {
      await Promise.all(Array.from({ length: 5 }, () => failure('clerk', 'wrong', `198.51.100.${place}`)));
    }
    expect((await failure('clerk', 'wrong', '192.0.2.1')).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await enter('leader', PASSWORD, '192.0.2.1')).me.person.id).toBe('leader');
  });

  it('cannot be told from those on a login nobody has', async () => {
    for (let round = 0; round < 5; round += 1) await failure('nobody', 'wrong');
    expect((await failure('nobody', 'wrong')).code).toBe('TOO_MANY_ATTEMPTS');
  });

  it('with invented logins, which nothing counts, are turned away before they pile up, and others come in after', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => failure(`nobody-${n}`, 'wrong')));
    const codes = answers.map(({ code }) => code);
    expect(codes.filter((code) => code === 'WRONG_PASSWORD').length).toBeGreaterThan(40);
    expect(codes.filter((code) => code === 'TOO_MANY_REQUESTS').length).toBeGreaterThan(100);
    expect((await enter('clerk')).me.person.id).toBe('clerk');
  });

  it('with invented logins keep out those who come from the same place, and nobody else', async () => {
    let isCrowded = false;
    const flood = Array.from({ length: 300 }, async (_, n) => {
      const { code } = await failure(`nobody-${n}`, 'wrong');
      isCrowded ||= code === 'TOO_MANY_REQUESTS';
    });
    await expect.poll(() => isCrowded, { interval: 1, timeout: 15_000 }).toBe(true);
    expect((await enter('clerk', PASSWORD, '198.51.100.1')).me.person.id).toBe('clerk');
    await Promise.all(flood);
  });

  it('that were turned away at a crowded door count as none', async () => {
    const tries = () => Promise.all(Array.from({ length: 5 }, () => failure('clerk', 'wrong')));
    const flood = Array.from({ length: 300 }, (_, n) => failure(`nobody-${n}`, 'wrong'));
    const answers = await tries();
    await Promise.all(flood);
    expect(answers.map(({ code }) => code)).toContain('TOO_MANY_REQUESTS');
    expect((await failure('clerk', 'wrong')).code).toBe('WRONG_PASSWORD');
  });

  it('from all the addresses of one IPv6 client are those of one place, and do not lock the owner out', async () => {
    const answers = [];
    for (let host = 0; host < 60; host += 1) answers.push(await failure('clerk', 'wrong', `2001:db8:1:2::${host}`));
    expect(answers.filter(({ code }) => code === 'WRONG_PASSWORD')).toHaveLength(5);
    expect((await enter('clerk', PASSWORD, '2001:db8:1:3::1')).me.person.id).toBe('clerk');
    expect((await enter('leader', PASSWORD, '::ffff:203.0.113.9')).me.person.id).toBe('leader');
  });

  it('are forgotten by a success, so that four slips a day lock nobody out', async () => {
    for (let day = 0; day < 3; day += 1) {
      for (let slip = 0; slip < 4; slip += 1) await failure('clerk', 'wrong');
      await enter('clerk');
    }
  });

  it('are still counted, and a sign-in still succeeds, while Redis is away', async () => {
    const noRedis = connectRedis('/nowhere/redis.sock', office.redis.prefix, () => undefined);
    const cutOff = Object.assign(Object.create(office), { redis: noRedis });
    const place = { address: '203.0.113.7', userAgent: '' };
    try {
      const { me } = await signIn(cutOff, { login: 'clerk', password: PASSWORD }, place);
      expect(me.person.id).toBe('clerk');
      const wrong = () =>
        signIn(cutOff, { login: 'leader', password: 'wrong' }, place).catch((error: { code: string }) => error.code);
      for (let round = 0; round < 5; round += 1) expect(await wrong()).toBe('WRONG_PASSWORD');
      expect(await wrong()).toBe('TOO_MANY_ATTEMPTS');
    } finally {
      noRedis.close();
    }
  });

  it('wait for a Redis that answers no more only a moment', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'congso-redis-'));
    const socket = join(folder, 'redis.sock');
    const hanging = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', ''], { stdio: 'ignore' });
    const store = connectRedis(socket, office.redis.prefix, () => undefined);
    try {
      await expect.poll(() => store.commands.status).toBe('ready');
      await store.commands.call('CLIENT', 'PAUSE', '600000', 'ALL');
      const stuck = Object.assign(Object.create(office), { redis: store });
      const place = { address: '203.0.113.7', userAgent: '' };
      const { me } = await signIn(stuck, { login: 'clerk', password: PASSWORD }, place);
      expect(me.person.id).toBe('clerk');
    } finally {
      store.close();
      hanging.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  });
});
