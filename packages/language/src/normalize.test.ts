import { describe, expect, it } from 'vitest';
import { normalizeLine } from './normalize.ts';

describe('a one-line field', () => {
  it('is composed, trimmed and has single spaces', () => {
    expect(normalizeLine('  Nguye\u0302\u0303n \t Va\u0306n\n An ')).toBe('Nguyễn Văn An');
    expect(normalizeLine('Nguye\u200b\u0302\u0303n')).toBe('Nguyễn');
  });

  it('cannot disguise a file name by writing backwards', () => {
    expect(normalizeLine('cong-van-\u202Efdp.exe')).toBe('cong-van-fdp.exe');
    expect(normalizeLine('An\u200B\u2066\u0000Bình\u001B[31m')).toBe('An Bình [31m');
  });
});
