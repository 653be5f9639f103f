import { createServer } from 'node:net';
import { type FakeProvider, startFakeProvider } from '@congso/test/support/sms/fake-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpProvider } from './http-provider.ts';

let fake: FakeProvider;
beforeEach(async () => {
  fake = await startFakeProvider();
});
afterEach(() => fake.stop());

const SMS = { id: 'sms1', phone: '+84912345678', text: 'So 12/2026 + 1 {{to}} $& "x"' };
const send = (change = {}) => createHttpProvider(fake.settings(change)).send(SMS);

describe('a provider over HTTP', () => {
  it('gets every value whole, whatever characters are in it, by POST or GET', async () => {
    expect(await send()).toEqual({ kind: 'accepted', said: '100 OK' });
    expect(await send({ method: 'GET' })).toEqual({ kind: 'accepted', said: '100 OK' });
    expect(fake.calls.map(({ method }) => method)).toEqual(['POST', 'GET']);
    for (const { parameters } of fake.calls) {
      expect(Object.fromEntries(parameters)).toMatchObject({
        key: 's3cret&key',
        to: SMS.phone,
        text: SMS.text,
        id: 'congso-sms1',
      });
    }
  });

  it('that says no has not sent it', async () => {
    fake.answer = (_request, response) => response.writeHead(403).end('wrong key s3cret&key (s3cret%26key)');
    expect(await send()).toEqual({ kind: 'failed', said: 'wrong key *** (***)' });
  });

  it('that answers 5xx, breaks off or stays silent leaves it unknown', async () => {
    fake.answer = (_request, response) => response.writeHead(502).end('100 OK');
    expect((await send()).kind).toBe('unknown');
    fake.answer = (request) => request.socket.destroy();
    expect((await send()).kind).toBe('unknown');
    fake.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('100 O');
      response.socket?.destroySoon();
    };
    expect((await send()).kind).toBe('unknown');
    fake.answer = () => undefined;
    expect((await send({ timeoutMs: 60 })).kind).toBe('unknown');
  });

  it('that cannot be reached has certainly not sent it', async () => {
    const settings = fake.settings();
    await fake.stop();
    expect(await createHttpProvider(settings).send(SMS)).toEqual({ kind: 'not-sent', said: 'ECONNREFUSED' });
    fake = await startFakeProvider();
  });

  it('over TLS that never shakes hands has certainly not sent it', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const url = `https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    expect((await send({ url, timeoutMs: 200 })).kind).toBe('not-sent');
    silent.close();
  });

  it('is not read to the end when it never ends, nor followed elsewhere', async () => {
    fake.answer = (_request, response) => {
      const pour = () => {
        while (response.write('100'.repeat(1_000)));
        response.once('drain', pour);
      };
      pour();
    };
    expect((await send()).kind).toBe('accepted');
    fake.answer = (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end();
    expect((await send()).kind).toBe('failed');
    expect(fake.calls).toHaveLength(2);
  });
});
