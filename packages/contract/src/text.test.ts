import { describe, expect, it } from 'vitest';
import { lineSchema, optionalLineSchema, textSchema } from './text.ts';

describe('what somebody pastes', () => {
  it('from a page or a list of addresses is taken without what cannot be seen in it', () => {
    const pasted = '\ufeffV/v  họp\u200b giao\u00ad ban\u2069 ';
    expect(lineSchema(100).parse(pasted)).toBe('V/v họp giao ban');
    expect(optionalLineSchema(100).parse(pasted)).toBe('V/v họp giao ban');
    expect(lineSchema(100).parse('\u200e0912345678')).toBe('0912345678');
    expect(lineSchema(100).parse('e\u200b\u0302')).toBe('ê');
    expect(textSchema(100).parse('e\u00ad\u0302')).toBe('ê');
  });

  it('cannot make a name read differently from what it is', () => {
    expect(lineSchema(100).parse('hoa-don\u202efdp.exe')).toBe('hoa-donfdp.exe');
    expect(textSchema(100).parse('Kính gửi \u2066\u202eNam\u2069')).toBe('Kính gửi Nam');
  });

  it('from a word processor or a PDF keeps its lines, however they were broken', () => {
    expect(textSchema(100).parse('một\r\nhai\vba\u2028bốn\ffive\tsix')).toBe('một\nhai\nba\nbốn\nfive\tsix');
  });
});

it.each(['a\u0000b', 'a\nb', 'a\u2028b', 'a\u0085b', '\u200b\u202e', ' '])('%j is no line', (text) => {
  expect(lineSchema(100).safeParse(text).success).toBe(false);
});

it('a text with a NUL in it is none', () => {
  expect(textSchema(100).safeParse('a\u0000b').success).toBe(false);
});

it('letters are what they are, composed: emoji of several parts and marks of other scripts stay', () => {
  expect(lineSchema(100).parse('Trâ\u0300n 👩\u200d💻')).toBe('Trần 👩\u200d💻'.normalize('NFC'));
});
