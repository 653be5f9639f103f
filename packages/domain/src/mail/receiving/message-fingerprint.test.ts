import { describe, expect, it } from 'vitest';
import { createFingerprint, type Fingerprint } from './message-fingerprint.ts';

/** The fingerprint of a message that arrives in pieces of so many bytes. */
function fingerprintOf(message: string | Buffer, pieceBytes = Number.POSITIVE_INFINITY): Fingerprint {
  const bytes = Buffer.from(message as string);
  const fingerprint = createFingerprint();
  for (let at = 0; at < bytes.length; at += pieceBytes) fingerprint.update(bytes.subarray(at, at + pieceBytes));
  return fingerprint.finish();
}

const LETTER = [
  'Received: from a by b; Tue, 10 Mar 2026 10:00:00 +0700',
  'Received: from c by a; Tue, 10 Mar 2026 09:59:00 +0700',
  'Message-ID:',
  '  <van-ban@ubnd.example.vn>',
  'Subject: =?utf-8?q?V=C4=83n_b=E1=BA=A3n?=',
  '',
  'Received: this line is of the body',
  '',
  'Trân trọng.',
].join('\r\n');

describe('the fingerprint of a message', () => {
  it('is the same in whatever pieces it arrives', () => {
    const whole = fingerprintOf(LETTER);
    expect(whole).toMatchObject({ messageId: 'van-ban@ubnd.example.vn', hops: 2 });
    for (const pieceBytes of [1, 2, 3, 7, 64, 200]) expect(fingerprintOf(LETTER, pieceBytes)).toEqual(whole);
  });

  it('tells the fields that make it this letter and no other: the first of each, however a server has folded them', () => {
    const fields = (lines: string[]) => fingerprintOf([...lines, '', 'x'].join('\r\n'));
    const plain = fields(['Date: Sat, 28 Nov 2026 09:15:00 +0700', 'Subject: a b', 'Subject: c']);
    expect(plain).toMatchObject({ date: 'Sat, 28 Nov 2026 09:15:00 +0700', subject: 'a b', messageId: null });
    expect(fields(['SUBJECT :  a', '\tb ', 'date: Sat, 28 Nov', '  2026 09:15:00 +0700'])).toEqual(plain);
    expect(fields(['X-Subject: a', 'Subject:', 'Date: '])).toMatchObject({ date: null, subject: null });
  });

  it('does not hang on what servers on the way added to the header', () => {
    const relayed = `Received: from d by c\r\n${LETTER}`;
    expect(fingerprintOf(relayed, 5)).toEqual({ ...fingerprintOf(LETTER), hops: 3 });
  });

  it('of one without an empty line is taken of all of it', () => {
    for (const message of ['', 'a', 'Subject: a\r\nb: c', 'x'.repeat(3_000_000)]) {
      expect(fingerprintOf(message, 4_096)).toEqual(fingerprintOf(message));
    }
  });

  it('is the same in whatever pieces, also where the header ends just behind what is looked at', () => {
    for (const extra of [-1, 0, 1, 2, 10]) {
      const message = `${'a'.repeat(1024 * 1024 - 4 + extra)}\r\n\r\nbody`;
      expect(fingerprintOf(message, 65_536)).toEqual(fingerprintOf(message));
    }
  });

  // Copied and searched anew for every piece, each of these is tens of gigabytes of work.
  it.each([
    ['one endless line', 'X-Endless: '.padEnd(400_000, 'a')],
    ['many short lines', 'X-A: b\r\n'.repeat(50_000)],
  ])('costs as much as its bytes when a client drips a long header: %s', (_name, header) => {
    const message = `Message-ID: <slow@x>\r\n${header}\r\n\r\nbody`;
    expect(fingerprintOf(message, 1)).toEqual(fingerprintOf(message));
  });
});
