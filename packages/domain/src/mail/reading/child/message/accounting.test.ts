import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LeafPart, listLeafParts } from '@congso/test/support/mail/list-leaf-parts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { READING_LIMITS } from '../limits.ts';
import { decodeText } from '../text/decode-text.ts';
import { htmlToText } from '../text/html-to-text.ts';
import { fromLegacyEncoding } from '../text/legacy-encodings.ts';
import { type ParsedMessage, parseMessage } from './parse-message.ts';

// Vitest runs in the project's root.
const FOLDERS = [
  'test/fixtures/mail',
  'test/fixtures/mail-cases',
  join(process.env.MAIL_CORPUS ?? '../shared/mail-corpus', 'messages'),
].filter((folder) => existsSync(folder));
const files = (
  await Promise.all(FOLDERS.map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))))
)
  .flat()
  .filter((file) => file.endsWith('.eml'));

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'congso-account-'));
});
afterAll(() => rm(work, { recursive: true }));

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\d]+/gu) ?? [];

/** What of a part is neither text that is shown, nor a file, nor a small picture that is counted; '' where nothing is missing. */
function missingOf(part: LeafPart, { mail, attachments }: ParsedMessage): string {
  if (attachments.some(({ sha256 }) => sha256 === part.sha256)) return '';
  if (part.bytes.toString('latin1').trim() === '') return '';
  if (mail.warnings.some((warning) => warning.endsWith('-cut') || warning === 'structure-damaged')) return '';
  if (part.filename !== '') return `the file ${part.filename}`;
  const { text } = decodeText(part.bytes, part.charset, null);
  const plain = part.contentType === 'text/html' ? htmlToText(text) : text;
  const unicode = mail.legacyEncoding === null ? plain : fromLegacyEncoding(plain, mail.legacyEncoding);
  const shown = new Set(wordsOf(mail.text));
  // A letter loses its control characters, also within a word.
  return wordsOf(unicode.replace(/[^\P{Cc}\s]/gu, ''))
    .filter((word) => !shown.has(word))
    .slice(0, 20)
    .join(' ');
}

it('of no letter anything vanishes: every part is text that is shown, a file, or a small picture that is counted', async () => {
  expect(files.length).toBeGreaterThan(20);
  const missing: Record<string, string[]> = {};
  for (const [index, rawFile] of files.entries()) {
    const folder = await mkdtemp(join(work, `${index}-`));
    const message = { rawFile, folder, envelopeFrom: null, limits: READING_LIMITS, encoding: null };
    const parsed = await parseMessage(message, () => undefined).catch(String);
    const parts = await listLeafParts(rawFile);
    const lost = typeof parsed === 'string' ? [parsed] : parts.map((part) => missingOf(part, parsed)).filter(Boolean);
    if (lost.length > 0) missing[rawFile] = lost;
  }
  expect(missing).toEqual({});
}, 120_000);
