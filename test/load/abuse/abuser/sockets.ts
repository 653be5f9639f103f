import { connect, type Socket as TcpSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROTOCOL_VERSION } from '@congso/contract/protocol';
import { io } from 'socket.io-client';
import { type Abuse, again, type Given } from './abuse.ts';
import { sendRequest } from './send-request.ts';

const BEAT_MS = 20;
const REQUESTS_A_BEAT = 5;

/** Sockets of one account that type, watch and ask without waiting, and come back at once when they are cut off. */
export const keepBusy: Abuse = async ({ url, seconds, atOnce, token, personIds, conversationId }, note) => {
  const sockets = Array.from({ length: atOnce }, () =>
    io(url, {
      forceNew: true,
      transports: ['websocket'],
      auth: { protocol: PROTOCOL_VERSION, token },
      reconnectionDelay: 1,
      reconnectionDelayMax: 1,
    }),
  );
  for (const socket of sockets) {
    socket.on('connect', () => note('connected'));
    socket.on('connect_error', ({ message }) => {
      note(message);
      if (!socket.active) setTimeout(() => socket.connect(), BEAT_MS);
    });
    socket.on('disconnect', (reason) => {
      note(reason);
      if (!socket.active) socket.connect();
    });
  }
  const until = performance.now() + seconds * 1_000;
  for (let beat = 0; performance.now() < until; beat += 1) {
    for (const socket of sockets.filter(({ connected }) => connected)) {
      socket.emit('typing.show', { conversationId });
      socket.emit('presence.watch', { personIds: personIds.slice(beat % 2, 500) });
      for (let count = 0; count < REQUESTS_A_BEAT; count += 1)
        socket.emit('request', { name: 'people.list', input: {} }, (answer: { error?: { code: string } }) =>
          note(answer.error?.code ?? 'answered'),
        );
    }
    await sleep(BEAT_MS);
  }
  for (const socket of sockets) socket.off('disconnect').disconnect();
};

/** WebSockets of nobody that never say who they are. */
export const openSilentSockets: Abuse = (given, note) =>
  holdLines(given, note, (line) => {
    line.write(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: office\r\nConnection: Upgrade\r\n' +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
  });

/** Connections over which nothing is ever said. */
export const openSilentConnections: Abuse = (given, note) => holdLines(given, note, () => undefined);

/** Lines of long polling of nobody, begun and left. */
export const beginPolls: Abuse = (given, note) =>
  again(given, async () => note(await sendRequest(given.url, '/socket.io/?EIO=4&transport=polling', {})));

const AGAIN_MS = 20;

/** Keeps so many lines open; opens a new one for each that is ended. */
async function holdLines(given: Given, note: (what: string) => void, begin: (line: TcpSocket) => void): Promise<void> {
  const { hostname, port } = new URL(given.url);
  const until = performance.now() + given.seconds * 1_000;
  const lines = new Set<TcpSocket>();
  const open = () => {
    if (performance.now() >= until) return;
    const line = connect(Number(port), hostname);
    lines.add(line);
    line.once('connect', () => begin(line));
    line.once('data', (head) => note(head.toString('latin1').split('\r\n')[0] ?? ''));
    line.on('error', () => undefined);
    line.once('close', () => {
      lines.delete(line);
      note('closed');
      setTimeout(open, AGAIN_MS);
    });
  };
  for (let count = 0; count < given.atOnce; count += 1) {
    open();
    if (count % 100 === 99) await sleep(AGAIN_MS);
  }
  await sleep(Math.max(0, until - performance.now()));
  note(`${lines.size} held at the end`);
  for (const line of lines) line.destroy();
}
