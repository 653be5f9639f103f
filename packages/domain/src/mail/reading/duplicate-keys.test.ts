import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryKey, documentKey, hashMessageBody } from './duplicate-keys.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'congso-keys-'));
});
afterAll(() => rm(work, { recursive: true }));

async function bodyOf(raw: string | Buffer): Promise<string> {
  const file = join(work, 'mail.eml');
  await writeFile(file, raw);
  return hashMessageBody(file);
}

const letter = { envelopeFrom: 'vt@snv.example', messageId: '<1@snv.example>', bodySha256: 'a'.repeat(64) };

describe('a letter that comes twice', () => {
  it('by another way, with other Received lines, has the same body', async () => {
    const body = '\r\nKính gửi\r\n';
    const first = await bodyOf(`Received: a\r\nFrom: x\r\n${body}`);
    expect(await bodyOf(`Received: b\r\nReceived: a\r\nFrom: x\r\n${body}`)).toBe(first);
    expect(await bodyOf(`From: x\n${body}`)).toBe(first);
    expect(await bodyOf(`From: x\r\n${body}.`)).not.toBe(first);
  });

  it('has a body also where the header is long, endless or missing', async () => {
    const long = 'X-A: b\r\n'.repeat(100_000);
    expect(await bodyOf(`${long}\r\nx`)).toBe(await bodyOf('A: b\r\n\r\nx'));
    expect(await bodyOf('a'.repeat(3_000_000))).toMatch(/^[0-9a-f]{64}$/);
    expect(await bodyOf('')).toMatch(/^[0-9a-f]{64}$/);
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
    ];
    expect(new Set([letter, ...others].map(documentKey)).size).toBe(5);
    expect(documentKey(letter)).not.toBe(deliveryKey(letter, ''));
  });
});
