import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MailDoc, mails } from '@congso/domain/mail/mail-model';
import { buildOffice } from '@congso/test/support/people/build-office';
import { startGateway, type TestGateway } from '@congso/test/support/smtp/start-gateway';
import { type SmtpTalk, sendRawMail, talkSmtp } from '@congso/test/support/smtp/talk-smtp';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const REGISTRY = 'vanthu@snv.example.vn';
const letter = (id: string, body = 'Kính gửi\r\n') =>
  `From: a@ext.example\r\nTo: ${REGISTRY}\r\nSubject: ${id}\r\nMessage-ID: <${id}@ext.example>\r\n\r\n${body}`;

let office: TestOffice;
let gateway: TestGateway;
let talk: SmtpTalk;

beforeAll(async () => {
  office = await openTestOffice();
  await buildOffice(office);
  gateway = await startGateway(office, {
    ...{ messageBytes: 100_000, connectionsPerClient: 8 },
    // All of these tests are one client.
    unknownRecipients: 1_000,
    unknownFree: 1_000,
  });
});
afterAll(async () => {
  await gateway.stop();
  await closeTestOffice(office);
});
beforeEach(async () => {
  await mails.of(office).deleteMany({});
  talk = talkSmtp(gateway.port);
});
afterEach(async () => {
  talk.drop();
  await talk.closed;
});

const stored = () => mails.of(office).find().sort({ recipient: 1 }).lean<MailDoc[]>();
const greet = async () => {
  expect(await talk.reply()).toBe('220 mx.snv.example.vn ESMTP Congso');
  return talk.say('EHLO sender.example');
};
const bytesOf = (mail: MailDoc | undefined) => readFile(office.blobs.path(mail?.rawSha256 ?? ''), 'latin1');
const halfWritten = () => readdir(join(office.blobFolder, 'incoming'));

describe('a sender', () => {
  it('is told what the office can do, and nothing it cannot', async () => {
    const told = (await greet())
      .split('\n')
      .slice(1)
      .map((line) => line.slice(4))
      .sort();
    expect(told).toEqual(
      ['8BITMIME', 'ENHANCEDSTATUSCODES', 'PIPELINING', 'SIZE 100000', 'SMTPUTF8', 'STARTTLS'].sort(),
    );
  });

  it('is held to the order of commands', async () => {
    expect(await talk.reply()).toMatch(/^220 /);
    expect(await talk.say('MAIL FROM:<a@ext.example>')).toMatch(/^503 5\.5\.1 /);
    await talk.say('EHLO sender.example');
    expect(await talk.say(`RCPT TO:<${REGISTRY}>`)).toMatch(/^503 5\.5\.1 /);
    expect(await talk.say('DATA')).toMatch(/^503 5\.5\.1 /);
    expect(await talk.say('MAIL FROM:<a@ext.example>')).toMatch(/^250 2\.1\.0 /);
    expect(await talk.say('DATA')).toMatch(/^503 5\.5\.1 /);
    expect(await talk.say('MAIL FROM:<b@ext.example>')).toMatch(/^503 5\.5\.1 /);
    expect(await talk.say('RSET')).toMatch(/^250 /);
    expect(await talk.say(`RCPT TO:<${REGISTRY}>`)).toMatch(/^503 /);
  });

  it('of a bounce, with no address of its own, is heard; its bytes are stored as sent', async () => {
    const raw = letter('bounce', '.\r\n..\r\n.x\r\nbare\nline\r\n');
    expect(await sendRawMail(gateway.port, { from: '', to: [REGISTRY], raw })).toMatch(/^250 2\.6\.0 /);
    const [mail] = await stored();
    expect(mail).toMatchObject({ kind: 'bounce', messageId: 'bounce@ext.example', recipient: REGISTRY, unitId: null });
    expect(await bytesOf(mail)).toBe(raw);
    expect(mail?.receivedField).toMatch(
      /^from sender\.example \(\[127\.0\.0\.1\]\) by mx\.snv\.example\.vn with ESMTP id \S+ for <vanthu@snv\.example\.vn>; /,
    );
  });

  it('that sends every week the same words under another subject and date has each of its letters stored', async () => {
    const report = (week: number, date: string, more = '') =>
      `${more}From: <vanthu@so.example>\r\nSubject: Nhac nop bao cao tuan ${week}\r\nDate: ${date}\r\n\r\nNop dung han.`;
    const [first, second] = ['Sat, 28 Nov 2026 09:15:00 +0700', 'Sat, 05 Dec 2026 09:15:00 +0700'] as const;
    const send = (raw: string) => sendRawMail(gateway.port, { from: 'hethong@so.example', to: [REGISTRY], raw });
    for (const raw of [report(47, first), report(48, second)]) expect(await send(raw)).toMatch(/^250 /);
    expect(await stored()).toHaveLength(2);
    // Only what a server on the way writes above it differs: the same delivery again.
    expect(await send(report(48, second, 'Received: from a by b; Sat, 05 Dec 2026 10:00:00 +0700\r\n'))).toMatch(
      /^250 /,
    );
    expect(await stored()).toHaveLength(2);
    for (const raw of [report(48, first), report(47, second)]) expect(await send(raw)).toMatch(/^250 /);
    expect(await stored()).toHaveLength(4);
  });

  it('reaches the registry, units in any spelling, and the postmaster with or without a domain; each once', async () => {
    const to = ['VanThu@SNV.example.VN', REGISTRY, 'kehoach@snv.example.vn', 'postmaster'];
    expect(await sendRawMail(gateway.port, { to, raw: letter('many') })).toMatch(/^250 /);
    expect((await stored()).map(({ recipient, unitId }) => [recipient, unitId])).toEqual([
      ['kehoach@snv.example.vn', 'planning'],
      ['postmaster@snv.example.vn', null],
      [REGISTRY, null],
    ]);
  });

  it('reaches whoever hears complaints, and a mailbox whatever stands behind a plus', async () => {
    const to = ['abuse@snv.example.vn', 'VanThu+thanh+tra@snv.example.vn', 'kehoach+@snv.example.vn'];
    expect(await sendRawMail(gateway.port, { to, raw: letter('plus') })).toMatch(/^250 /);
    expect((await stored()).map(({ recipient, unitId }) => [recipient, unitId])).toEqual([
      ['abuse@snv.example.vn', null],
      ['kehoach@snv.example.vn', 'planning'],
      [REGISTRY, null],
    ]);
    await greet();
    await talk.say('MAIL FROM:<a@ext.example>');
    for (const unknown of ['+vanthu', 'nobody+vanthu', '+']) {
      expect(await talk.say(`RCPT TO:<${unknown}@snv.example.vn>`)).toMatch(/^550 5\.1\.1 /);
    }
  });

  it('who tries names is answered later and later, then hung up on, and again when it comes back; a known name is not delayed', async () => {
    const limits = { unknownFree: 1, unknownRecipients: 3, unknownDelayMs: 200, unknownLongestMs: 10_000 };
    const other = await startGateway(office, limits);
    const guess = async (names: readonly string[]) => {
      const client = talkSmtp(other.port);
      await client.reply();
      await client.say('EHLO sender.example');
      await client.say('MAIL FROM:<a@ext.example>');
      const answers: string[] = [];
      const began = performance.now();
      for (const name of names) answers.push((await client.say(`RCPT TO:<${name}@snv.example.vn>`)).slice(0, 9));
      const tookMs = performance.now() - began;
      return { answers, tookMs, client };
    };
    try {
      const first = await guess(['an', 'binh', 'cuc', 'vanthu', 'dung']);
      expect(first.answers).toEqual(['550 5.1.1', '550 5.1.1', '550 5.1.1', '250 2.1.5', '421 4.7.0']);
      expect(first.tookMs).toBeGreaterThan(590);
      await first.client.closed;
      const again = await guess(['vanthu', 'em']);
      expect(again.answers).toEqual(['250 2.1.5', '421 4.7.0']);
      await again.client.closed;
    } finally {
      await other.stop();
    }
  });

  it('is put off before it sends anything when there is no room for it, and heard again when there is', async () => {
    let freeBytes = 199_999;
    let asked = 0;
    const ask = async () => {
      asked += 1;
      return freeBytes;
    };
    const put = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    const full = Object.assign(Object.create(office), {
      blobs: { ...office.blobs, put },
      room: { ...office.room, freeBytes: ask },
    });
    const other = await startGateway(full, { messageBytes: 100_000 });
    const client = talkSmtp(other.port);
    try {
      await client.reply();
      await client.say('EHLO sender.example');
      for (let n = 0; n < 5; n += 1) {
        expect(await client.say('MAIL FROM:<a@ext.example>')).toMatch(/^452 4\.3\.1 /);
      }
      // The disk is not asked for every command.
      expect(asked).toBe(1);
      freeBytes = 200_000;
      office.clock.advance(1_000);
      expect(await client.say('MAIL FROM:<a@ext.example>')).toMatch(/^250 /);
      // Others have filled it since.
      expect(await client.say(`RCPT TO:<${REGISTRY}>`)).toMatch(/^250 /);
      await client.say('DATA');
      expect(await client.say(`${letter('full')}\r\n.`)).toMatch(/^452 4\.3\.1 /);
    } finally {
      client.drop();
      await client.closed;
      await other.stop();
    }
  });

  it('is put off when the letters of others have filled the disk since, before it is quite full', async () => {
    let looks = 0;
    const freeBytes = async () => {
      looks += 1;
      return looks < 3 ? 200_000 : 99_999;
    };
    const filling = Object.assign(Object.create(office), { room: { ...office.room, freeBytes } });
    const other = await startGateway(filling, { messageBytes: 100_000 });
    try {
      expect(await sendRawMail(other.port, { to: [REGISTRY], raw: letter('in-time') })).toMatch(/^250 /);
      expect(await sendRawMail(other.port, { to: [REGISTRY], raw: letter('too-late') })).toMatch(/^452 4\.3\.1 /);
      expect(await halfWritten()).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it('is refused for good what can never be delivered: no such mailbox, another domain', async () => {
    await greet();
    await talk.say('MAIL FROM:<a@ext.example>');
    expect(await talk.say('RCPT TO:<nobody@snv.example.vn>')).toMatch(/^550 5\.1\.1 /);
    expect(await talk.say('RCPT TO:<someone@elsewhere.example>')).toMatch(/^550 5\.7\.1 /);
    expect(await talk.say('RCPT TO:<vanthu@snv.example.vn@elsewhere.example>')).toMatch(/^501 5\.1\.3 /);
    expect(await talk.say('RCPT TO:<vanthu%elsewhere.example@snv.example.vn>')).toMatch(/^550 5\.1\.1 /);
  });

  it('may name a hundred recipients and no more', async () => {
    await greet();
    await talk.say('MAIL FROM:<a@ext.example>');
    expect(await talk.say(`RCPT TO:<${REGISTRY}>`)).toMatch(/^250 2\.1\.5 /);
    const { port, stop } = await startGateway(office, { recipients: 2 });
    const to = [REGISTRY, 'kehoach@snv.example.vn', 'taichinh@snv.example.vn'];
    expect(await sendRawMail(port, { to, raw: letter('x') })).toMatch(/^452 4\.5\.3 /);
    await stop();
  });

  it('who uses what was not announced is told so', async () => {
    await greet();
    expect(await talk.say('BDAT 10 LAST')).toMatch(/^500 5\.5\.2 /);
    expect(await talk.say('AUTH PLAIN AGEAYg==')).toMatch(/^500 /);
    for (const relic of ['WIZ x', 'SHELL', 'KILL x', 'XCLIENT ADDR=192.0.2.1', 'XFORWARD ADDR=192.0.2.1']) {
      expect(await talk.say(relic)).toMatch(/^500 /);
    }
    expect(await talk.say('MAIL FROM:<a@ext.example> RET=FULL')).toMatch(/^555 5\.5\.4 /);
    expect(await talk.say('MAIL FROM:<đơn@ext.example>')).toMatch(/^553 5\.6\.7 /);
    expect(await talk.say('MAIL FROM:<đơn@ext.example> SMTPUTF8')).toMatch(/^250 /);
    expect(await talk.say(`RCPT TO:<${REGISTRY}> NOTIFY=SUCCESS`)).toMatch(/^555 5\.5\.4 /);
  });

  it('may say everything in one packet', async () => {
    await talk.reply();
    talk.write(
      `EHLO s.example\r\nMAIL FROM:<a@ext.example>\r\nRCPT TO:<${REGISTRY}>\r\nDATA\r\n${letter('p1')}.\r\n` +
        `MAIL FROM:<a@ext.example>\r\nRCPT TO:<${REGISTRY}>\r\nDATA\r\n${letter('p2')}.\r\nQUIT\r\n`,
    );
    const codes: string[] = [];
    for (let count = 0; count < 10; count += 1) codes.push((await talk.reply()).slice(0, 3));
    expect(codes.slice(0, 8)).toEqual(['250', '250', '250', '354', '250', '250', '250', '354']);
    expect(codes.slice(8)).toEqual(['250', '221']);
    expect((await stored()).map((mail) => mail.messageId).sort()).toEqual(['p1@ext.example', 'p2@ext.example']);
  });

  it('that repeats a letter because it missed our answer is told 250, and there is one mail', async () => {
    const raw = letter('again');
    for (const from of ['relay1', 'relay2']) {
      const hop = `Received: from ${from}\r\n${raw}`;
      expect(await sendRawMail(gateway.port, { to: [REGISTRY], raw: hop })).toMatch(/^250 /);
    }
    expect(await stored()).toHaveLength(1);
    expect(await sendRawMail(gateway.port, { to: [REGISTRY], raw: letter('again', 'another\r\n') })).toMatch(/^250 /);
    expect(await stored()).toHaveLength(2);
  });

  it('of a letter that went in circles is told so', async () => {
    const hops = (count: number) => 'Received: from x by y\r\n'.repeat(count);
    expect(await sendRawMail(gateway.port, { to: [REGISTRY], raw: hops(51) + letter('loop') })).toMatch(
      /^554 5\.4\.6 /,
    );
    expect(await sendRawMail(gateway.port, { to: [REGISTRY], raw: hops(50) + letter('far') })).toMatch(/^250 /);
    const quoted = letter('quotes', hops(60));
    expect(await sendRawMail(gateway.port, { to: [REGISTRY], raw: quoted })).toMatch(/^250 /);
    expect(await halfWritten()).toEqual([]);
  });

  it('with a slow line and a large letter is heard to its end, however long it takes', async () => {
    const { port, stop } = await startGateway(office, { transactionMs: 500, lookEveryMs: 50, stallMs: 5_000 });
    const slow = talkSmtp(port);
    await slow.reply();
    for (const line of ['EHLO s.example', 'MAIL FROM:<a@ext.example>', `RCPT TO:<${REGISTRY}>`, 'DATA']) {
      await slow.say(line);
    }
    slow.write(letter('slow'));
    const began = performance.now();
    const tap = setInterval(() => slow.write(`${'x'.repeat(40)}\r\n`), 20);
    await expect.poll(() => performance.now() - began, { timeout: 5_000 }).toBeGreaterThan(1_500);
    clearInterval(tap);
    expect(await slow.say('.')).toMatch(/^250 /);
    // And then has the usual time again.
    await slow.closed;
    await stop();
  });

  it('of too large a letter is refused when it says so, and when it does not; nothing stays behind', async () => {
    await greet();
    expect(await talk.say('MAIL FROM:<a@ext.example> SIZE=100001')).toMatch(/^552 5\.3\.4 /);
    const raw = letter('large', `${'x'.repeat(998)}\r\n`.repeat(120));
    expect(await sendRawMail(gateway.port, { to: [REGISTRY], raw })).toMatch(/^552 5\.3\.4 /);
    expect(await stored()).toEqual([]);
    expect(await halfWritten()).toEqual([]);
  });
});

describe('an attacker', () => {
  const ENDS = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r.\r\n', '\r\n.\r', '\n.\r', '\r\n\0.\r\n', '\r\n.\0\r\n'];

  it.each(ENDS)('cannot smuggle a second letter behind %j', async (end) => {
    await greet();
    await talk.say('MAIL FROM:<a@ext.example>');
    await talk.say(`RCPT TO:<${REGISTRY}>`);
    await talk.say('DATA');
    const smuggled = `MAIL FROM:<boss@ext.example>\r\nRCPT TO:<${REGISTRY}>\r\nDATA\r\nSubject: smuggled\r\n\r\nx`;
    talk.write(`${letter('outer')}x${end}${smuggled}\r\n.\r\n`);
    expect(await talk.reply()).toMatch(/^250 /);
    expect(await talk.say('NOOP')).toMatch(/^250 /);
    expect(await stored()).toHaveLength(1);
  });

  it('cannot put commands before the handshake into the session behind it, nor keep what was said before', async () => {
    await greet();
    talk.write(`STARTTLS\r\nMAIL FROM:<injected@ext.example>\r\nRCPT TO:<${REGISTRY}>\r\n`);
    expect(await talk.reply()).toMatch(/^220 /);
    await talk.secure();
    expect(await talk.say('MAIL FROM:<a@ext.example>')).toMatch(/^503 5\.5\.1 /);
    expect(await talk.say('EHLO sender.example')).not.toContain('STARTTLS');
    expect(await talk.say(`RCPT TO:<${REGISTRY}>`)).toMatch(/^503 /);
    await talk.say('MAIL FROM:<a@ext.example>');
    await talk.say(`RCPT TO:<${REGISTRY}>`);
    await talk.say('DATA');
    talk.write(`${letter('tls')}.\r\n`);
    expect(await talk.reply()).toMatch(/^250 /);
    expect((await stored())[0]?.receivedField).toContain('with ESMTPS id');
  });

  it('that breaks off in mid-DATA leaves nothing behind', async () => {
    await greet();
    await talk.say('MAIL FROM:<a@ext.example>');
    await talk.say(`RCPT TO:<${REGISTRY}>`);
    await talk.say('DATA');
    talk.write(letter('cut', 'x'.repeat(70_000)));
    await expect.poll(halfWritten).toHaveLength(1);
    talk.drop();
    await expect.poll(halfWritten).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('that drips a byte now and then is shown the door', async () => {
    const { port, stop } = await startGateway(office, { lookEveryMs: 50, stallMs: 300 });
    const drip = talkSmtp(port);
    await drip.reply();
    for (const line of ['EHLO s.example', 'MAIL FROM:<a@ext.example>', `RCPT TO:<${REGISTRY}>`, 'DATA']) {
      await drip.say(line);
    }
    const tap = setInterval(() => drip.write('x'), 20);
    expect(await drip.reply()).toMatch(/^421 4\.4\.2 /);
    clearInterval(tap);
    drip.drop();
    await expect.poll(halfWritten).toEqual([]);
    await stop();
  });

  it('that stops in the middle of a letter is shown the door, however much of it had come quickly', async () => {
    const { port, stop } = await startGateway(office, { lookEveryMs: 50, stallMs: 300 });
    const stalling = talkSmtp(port);
    await stalling.reply();
    for (const line of ['EHLO s.example', 'MAIL FROM:<a@ext.example>', `RCPT TO:<${REGISTRY}>`, 'DATA']) {
      await stalling.say(line);
    }
    stalling.write(letter('stalled', `${'x'.repeat(70)}\r\n`.repeat(1_000)));
    expect(await stalling.reply()).toMatch(/^421 4\.4\.2 /);
    await expect.poll(halfWritten).toEqual([]);
    await stop();
  });

  it('that only ever says NOOP is shown the door', async () => {
    const { port, stop } = await startGateway(office, { transactionMs: 400 });
    const idler = talkSmtp(port);
    await idler.reply();
    const tap = setInterval(() => idler.write('NOOP\r\n'), 20);
    await idler.closed;
    clearInterval(tap);
    await stop();
  });

  it('gets so many connections and no more; the others are served', async () => {
    const talks = Array.from({ length: 30 }, () => talkSmtp(gateway.port));
    const greetings = await Promise.all(talks.map((one) => one.reply()));
    expect(greetings.filter((line) => line.startsWith('220'))).toHaveLength(7);
    expect(greetings.filter((line) => /^421 4\.7\.0 /.test(line))).toHaveLength(23);
    for (const one of talks) one.drop();
    await Promise.all(talks.map((one) => one.closed));
    await expect.poll(() => sendRawMail(gateway.port, { to: [REGISTRY], raw: letter('after') })).toMatch(/^250 /);
  });

  it('that sends garbage is hung up on', async () => {
    await talk.reply();
    talk.write('\0\x01\x02 garbage\r\n'.repeat(50));
    let last = '';
    for (let count = 0; count < 10; count += 1) last = await talk.reply();
    expect(last).toMatch(/^421 /);
    await talk.closed;
  });
});
