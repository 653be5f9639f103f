import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** A client that says exactly what it is told to, to the byte: a real one would not misbehave. */
export type SmtpTalk = {
  /** The next whole reply, its lines joined by `\n`; rejects when the server hangs up first. */
  reply(): Promise<string>;
  /** Sends a line and waits for its reply. */
  say(line: string): Promise<string>;
  /** Sends bytes and waits for nothing. */
  write(bytes: string | Buffer): void;
  /** Goes on inside TLS. */
  secure(): Promise<void>;
  /** Breaks the connection off, as a crash would. */
  drop(): void;
  /** Settles when the server has hung up. */
  readonly closed: Promise<void>;
};

/** Connects and waits for nothing: the greeting is the first `reply()`. */
export function talkSmtp(port: number): SmtpTalk {
  let socket: Socket = connectTcp({ port, host: '127.0.0.1' });
  let text = '';
  let isClosed = false;
  let wake: () => void = () => undefined;
  let close: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const listen = () => {
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      wake();
    });
    socket.on('error', () => undefined); // told by 'close'
    socket.on('close', () => {
      isClosed = true;
      wake();
      close();
    });
  };
  listen();

  const reply = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\n/.exec(text)?.[0];
      if (whole !== undefined) {
        text = text.slice(whole.length);
        return whole.trimEnd().replaceAll('\r', '');
      }
      if (isClosed) throw new Error(`the server hung up${text ? ` after ${text}` : ''}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return {
    reply,
    closed,
    say: (line) => {
      socket.write(`${line}\r\n`);
      return reply();
    },
    write: (bytes) => void socket.write(bytes),
    secure: () =>
      new Promise((resolve, reject) => {
        socket.removeAllListeners();
        const secured = connectTls({ socket, rejectUnauthorized: false }, resolve);
        secured.once('error', reject);
        socket = secured;
        text = '';
        listen();
      }),
    drop: () => socket.destroy(),
  };
}

/**
 * Dot-stuffs a message (RFC 5321, 4.5.2) and ends it; one that does not end in CRLF gets it, as any client gives it. A
 * sender of bare line feeds doubles the dots behind those too: receivers take them off there.
 */
export function stuffed(raw: Buffer): Buffer {
  const text = raw.toString('latin1').replace(/(^|\n)\./g, '$1..');
  return Buffer.from(`${text}${text.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}

/** Delivers one message over a connection of its own and answers the last reply: that of the first step refused. */
export async function sendRawMail(
  port: number,
  mail: { readonly from?: string; readonly to: readonly string[]; readonly raw: Buffer | string },
): Promise<string> {
  const talk = talkSmtp(port);
  try {
    await talk.reply();
    await talk.say('EHLO sender.example');
    let last = await talk.say(`MAIL FROM:<${mail.from ?? 'sender@ext.example'}>`);
    if (!last.startsWith('250')) return last;
    for (const to of mail.to) {
      last = await talk.say(`RCPT TO:<${to}>`);
      if (!last.startsWith('250')) return last;
    }
    last = await talk.say('DATA');
    if (!last.startsWith('354')) return last;
    talk.write(stuffed(Buffer.from(mail.raw)));
    return await talk.reply();
  } finally {
    talk.drop();
  }
}
