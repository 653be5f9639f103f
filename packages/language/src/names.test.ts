import { describe, expect, it } from 'vitest';
import {
  compareNames,
  fullName,
  initialOf,
  initialsOfAgency,
  type PersonName,
  shortName,
  sortKeyOf,
  splitName,
} from './names.ts';

const written = (names: PersonName[]) => names.map(fullName);

describe('a Vietnamese name', () => {
  it('ends with the given name, by which the person is called', () => {
    const name = splitName(' Nguyễn  Thị Ánh ');
    expect(name).toEqual({ familyMiddle: 'Nguyễn Thị', given: 'Ánh' });
    expect(shortName(name)).toBe('Ánh');
    expect(initialOf(name)).toBe('Á');
    expect(fullName(name)).toBe('Nguyễn Thị Ánh');
  });

  it('may be a single word', () => {
    expect(splitName('An')).toEqual({ familyMiddle: '', given: 'An' });
    expect(initialOf({ familyMiddle: '', given: '' })).toBe('');
    expect(initialOf({ familyMiddle: 'Lê', given: '𠮷' })).toBe('𠮷');
  });
});

describe('the directory', () => {
  const ordered = ['Trần An', 'Lê Văn Anh', 'Bùi Ánh', 'Đỗ Ấn', 'Lê Bình', 'Vũ Dũng', 'An Đạt', 'Lý Ơn'].map(splitName);

  it('is ordered by given name, then by the rest, letters before tones', () => {
    expect(written(ordered.toReversed().sort(compareNames))).toEqual(written(ordered));
    const sameGiven = ['Đặng Hà', 'Nguyễn Hà', 'Dương Hạ'].map(splitName);
    expect(written(sameGiven.toReversed().sort(compareNames))).toEqual(written(sameGiven));
  });

  it('comes out of a byte-ordered index in the same order', () => {
    const syllables =
      'a ă â á à ả ã ạ ắ ặ ấ ậ ba bà bả bã bá bạ đa da đà dà ê é ế e o ô ơ ớ ợ u ư ự y ỳ ỵ anh an 2 10 ü'.split(' ');
    const names = syllables.flatMap((given) =>
      ['Lê', 'Lê Thị', 'Le', 'Đỗ', 'Do', 'Võ', 'Vo'].map((familyMiddle) => ({ familyMiddle, given })),
    );
    const listed = names.map((name) => ({ name, key: Buffer.from(sortKeyOf(name)) }));
    const disagreements = listed.flatMap((a) =>
      listed
        .filter((b) => Math.sign(Buffer.compare(a.key, b.key)) !== Math.sign(compareNames(a.name, b.name)))
        .map((b) => `${fullName(a.name)} ? ${fullName(b.name)}`),
    );
    expect(disagreements).toEqual([]);
  });

  it('keeps people together whose names were typed decomposed', () => {
    const name = splitName('Nguyễn Thị Ngọc Ẩn');
    const decomposed = { familyMiddle: name.familyMiddle.normalize('NFD'), given: name.given.normalize('NFD') };
    expect(sortKeyOf(decomposed)).toBe(sortKeyOf(name));
  });
});

it.each([
  ['Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn', 'SNNMT'],
  ['Sở Nội vụ thành phố Hà Nội', 'SNV'],
  ['Sở Lao động - Thương binh và Xã hội TP. Hải Phòng', 'SLĐTBXH'],
  ['Ủy ban nhân dân tỉnh Lam Sơn', 'UBND'],
  ['Ủy ban nhân dân phường Ứng Đông', 'UBNDPƯĐ'],
  ['Trung tâm Dịch vụ việc làm', 'TTDVVL'],
  // As a keyboard of a Mac writes it: letters and marks apart.
  ['Sở Y tế tỉnh Lạng Sơn'.normalize('NFD'), 'SYT'],
  ['Tỉnh đoàn Lạng Sơn', 'TĐLS'],
  ['2026', ''],
])('%s is abbreviated %s', (name, initials) => {
  expect(initialsOfAgency(name)).toBe(initials);
});
