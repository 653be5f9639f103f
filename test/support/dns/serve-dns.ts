import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import packet from 'dns-packet';

/** A zone of a test: "TXT example.vn" -> texts, "A mail.example.vn" -> addresses, "MX example.vn" -> host names. */
export type Zone = Readonly<Record<string, readonly string[]>>;

/** A running name server. */
export interface DnsServer {
  /** `ip:port`, as DNS_SERVERS takes it. */
  address: string;
  /** Names asked for, in order: "TXT example.vn". */
  asked: string[];
  close: () => Promise<void>;
}

/**
 * A name server on loopback that knows one zone: other names do not exist. It hears questions for a name that
 * matches `muteFor` and answers none of them, as a server behind a broken line does.
 */
export async function serveDns(
  zone: Zone,
  { muteFor, port = 0 }: { muteFor?: RegExp; port?: number } = {},
): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  const names = new Set(Object.keys(zone).map((key) => key.split(' ')[1]));
  socket.on('message', (message, client) => {
    const query = packet.decode(message);
    const question = query.questions?.[0];
    if (question === undefined) return;
    const name = question.name.toLowerCase();
    asked.push(`${question.type} ${name}`);
    if (muteFor?.test(name)) return;
    const records = zone[`${question.type} ${name}`] ?? [];
    const reply = packet.encode({
      type: 'response',
      id: query.id ?? 0,
      // NXDOMAIN (3) only for a name that has no record of any type.
      flags: packet.AUTHORITATIVE_ANSWER | (names.has(name) ? 0 : 3),
      questions: [question],
      answers: records.map((record) => answerOf(question.type, question.name, record)),
    });
    socket.send(reply, client.port, client.address);
  });
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answerOf(type: string, name: string, record: string): packet.Answer {
  if (type === 'TXT') return { type, name, ttl: 60, data: record.match(/.{1,255}/gs) ?? [''] };
  if (type === 'MX') return { type, name, ttl: 60, data: { preference: 10, exchange: record } };
  return { type: type === 'AAAA' ? 'AAAA' : 'A', name, ttl: 60, data: record };
}
