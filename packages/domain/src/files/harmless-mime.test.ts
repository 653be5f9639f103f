import { expect, it } from 'vitest';
import { BYTES, harmlessMime } from './harmless-mime.ts';

it.each([
  'text/html',
  'TEXT/HTML',
  'application/xhtml+xml',
  'image/svg+xml',
  'IMAGE/SVG+XML',
  'image/svg',
  'text/xml',
  'application/xml',
  'application/rss+xml',
  'application/vnd.mozilla.xul+xml',
  'application/vnd.ms-office.word.xml+xml',
  'application/javascript',
  'text/javascript',
  'application/x-javascript',
  'text/ecmascript',
  'text/css',
  'text/x-component',
  'text/vbscript',
  'application/hta',
  'application/x-shockwave-flash',
  'application/java-archive',
  'application/wasm',
  'multipart/related',
  'message/html',
  'text/html; charset=utf-8',
  'video/mp4\r\nx: y',
  '',
])('a file called %s is bytes', (declared) => {
  expect(harmlessMime(declared)).toBe(BYTES);
});

it.each([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/heic',
  'audio/mpeg',
  'video/mp4',
  'application/zip',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
  'text/csv',
  'message/rfc822',
])('a file that is %s stays that', (declared) => {
  expect(harmlessMime(declared)).toBe(declared);
});
