import { randomBytes } from 'node:crypto';
import { type Abuse, again } from './abuse.ts';
import { sendRequest } from './send-request.ts';

const COMMAND = '/api/conversations.createGroup';
/** Deep and long: 240 KB that take far longer to unpack than to send. */
const LARGE = JSON.stringify({ name: Array.from({ length: 12_000 }, () => [[[{ a: [[1]] }]]]) });
const MISTAKEN = JSON.stringify({ memberIds: Array.from({ length: 60_000 }, () => 1) });

/** Large bodies of nobody. */
export const sendBodies: Abuse = (given, note) =>
  again(given, async () => note(await sendRequest(given.url, COMMAND, { method: 'POST', body: LARGE })));

/** Bodies of somebody, with tens of thousands of mistakes. */
export const sendMistakes: Abuse = (given, note) =>
  again(given, async () =>
    note(await sendRequest(given.url, COMMAND, { method: 'POST', token: given.token, body: MISTAKEN })),
  );

/** Questions under secrets that nobody holds. */
export const inventSecrets: Abuse = (given, note) =>
  again(given, async () => {
    const token = randomBytes(32).toString('base64url');
    note(await sendRequest(given.url, '/api/people.list', { method: 'POST', token, body: '{}' }));
  });

/** One address, read again and again. */
const read =
  (path: string): Abuse =>
  (given, note) =>
    again(given, async () => note(await sendRequest(given.url, path, {})));

export const readApi = read('/api/openapi.json');
export const readMetrics = read('/metrics');
export const readReady = read('/readyz');
export const readNothing = read('/files/nothing-of-the-kind');
export const readPage = read('/');

/** Passwords for invented logins, from two hundred addresses. */
export const signIn: Abuse = (given, note) =>
  again(given, async (lane, round) => {
    const from = `127.0.${1 + (lane % 4)}.${1 + (round % 50)}`;
    const body = JSON.stringify({ login: `${lane}-${round}`, password: 'khong-phai-mat-khau' });
    note(await sendRequest(given.url, '/api/session.signIn', { method: 'POST', from, body }));
  });
