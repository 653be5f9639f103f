import { describe, expect, it } from 'vitest';
import { createFingerprint } from '../receiving/message-fingerprint.ts';
import { deliveryKey, documentKey } from './duplicate-keys.ts';

function bodyOf(raw: string): string {
  const fingerprint = createFingerprint();
  fingerprint.update(Buffer.from(raw));
  return fingerprint.finish().bodySha256;
}

const letter = {
  ...{ envelopeFrom: 'vt@snv.example', messageId: '<1@snv.example>', bodySha256: 'a'.repeat(64) },
  ...{ date: 'Sat, 28 Nov 2026 09:15:00 +0700', subject: 'Nhắc nộp báo cáo tuần 47' },
};

describe('a letter that comes twice', () => {
  it('by another way, with other Received lines, has the same body', () => {
    const body = '\r\nKính gửi\r\n';
    const first = bodyOf(`Received: a\r\nFrom: x\r\n${body}`);
    expect(bodyOf(`Received: b\r\nReceived: a\r\nFrom: x\r\n${body}`)).toBe(first);
    expect(bodyOf(`From: x\n${body}`)).toBe(first);
    expect(bodyOf(`From: x\r\n${body}.`)).not.toBe(first);
  });

  it('has a body also where the header is long, endless or missing', () => {
    const long = 'X-A: b\r\n'.repeat(100_000);
    expect(bodyOf(`${long}\r\nx`)).toBe(bodyOf('A: b\r\n\r\nx'));
    expect(bodyOf('a'.repeat(3_000_000))).toMatch(/^[0-9a-f]{64}$/);
    expect(bodyOf('')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('to one recipient is one delivery, to two is two of one document', () => {
    expect(deliveryKey(letter, 'congvan@OFFICE.example')).toBe(deliveryKey(letter, 'congvan@office.example'));
    expect(deliveryKey(letter, 'congvan@office.example')).not.toBe(deliveryKey(letter, 'phong@office.example'));
    expect(documentKey(letter)).toBe(
      documentKey({ ...letter, messageId: '1@snv.example', envelopeFrom: 'vt@SNV.example' }),
    );
  });

  it('is not taken for another with the same Message-ID, body or sender alone', () => {
    const others = [
      { ...letter, bodySha256: 'b'.repeat(64) },
      { ...letter, messageId: '<2@snv.example>' },
      { ...letter, messageId: null },
      { ...letter, envelopeFrom: '' },
      { ...letter, date: 'Sat, 05 Dec 2026 09:15:00 +0700' },
      { ...letter, date: null },
      { ...letter, subject: 'Nhắc nộp báo cáo tuần 48' },
      // What stands in one field does not imitate another.
      { ...letter, date: letter.subject, subject: letter.date },
    ];
    expect(new Set([letter, ...others].map(documentKey)).size).toBe(9);
    expect(documentKey(letter)).not.toBe(deliveryKey(letter, ''));
  });
});
