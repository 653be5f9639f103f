import { fold } from '../fold.ts';

/**
 * Words that passwords here are made of before all others, folded and without spaces. The common ones of the world are in
 * a list of their own, which only the server holds (`sessions/guess-password.ts`).
 */
export const COMMON_WORDS: readonly string[] = [
  ...['password', 'matkhau', 'admin', 'administrator', 'quantri', 'quantrivien', 'welcome', 'letmein', 'qwerty'],
  ...['qwertyuiop', 'asdfgh', 'zxcvbn', 'abcdef', 'iloveyou', 'congso', 'coquan', 'vanphong', 'vanthu', 'uyban'],
  ...['uybannhandan', 'ubnd', 'giamdoc', 'chutich', 'truongphong', 'chuyenvien', 'congchuc', 'canbo', 'nhanvien'],
  ...['vietnam', 'hanoi', 'saigon', 'hochiminh', 'danang', 'haiphong', 'cantho', 'thanglong', 'xinchao', 'anhyeuem'],
  ...[
    'angiang',
    'bacninh',
    'camau',
    'caobang',
    'daklak',
    'dienbien',
    'dongnai',
    'dongthap',
    'gialai',
    'hatinh',
    'hungyen',
  ],
  ...['khanhhoa', 'laichau', 'lamdong', 'langson', 'laocai', 'nghean', 'ninhbinh', 'phutho', 'quangngai', 'quangninh'],
  ...['quangtri', 'sonla', 'tayninh', 'thainguyen', 'thanhhoa', 'tuyenquang', 'vinhlong', 'haiduong', 'namdinh'],
  ...['emyeuanh', 'yeuem', 'anhyeu', 'conyeu', 'tinhyeu', 'giadinh', 'hanhphuc', 'khongbiet', 'mahieu', 'dangnhap'],
];

/** A shorter word stands in many others by chance: "an" in "ngân hàng". */
const TELLING = 3;
/** So few different letters beside the words everybody knows leave nothing to guess. */
const LETTERS_OF_ITS_OWN = 4;
const STANDS_FOR: Readonly<Record<string, string>> = {
  ...{ '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' },
};

/** The name of an office has hardly more words. */
const MOST_PARTS = 16;

/**
 * The words a stranger tries first for somebody: those of a name, a login, the office, each alone and several as they
 * follow one another, and their initials.
 */
export function ownWords(...texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => {
    const parts = (fold(text).match(/[a-z]+/g) ?? []).slice(0, MOST_PARTS);
    return parts.flatMap((_, start) =>
      parts.slice(start).flatMap((_last, more) => {
        const run = parts.slice(start, start + more + 1);
        return [run.join(''), run.map((part) => part[0]).join('')];
      }),
    );
  });
  return [...new Set(words)].filter((word) => word.length >= TELLING);
}

/**
 * Whether a password is little more than words everybody knows, with digits or marks around them, with or without tones,
 * also where digits stand for letters: "matkhau123", "P@ssw0rd!", "Sở Nội vụ 2026", "1234567890".
 *
 * @param words of whoever chooses it and of the office, as `ownWords` answers them
 */
export function isEasyPassword(password: string, words: readonly string[]): boolean {
  const folded = fold(password);
  const replaced = folded.replace(/[@431!0$57]/g, (mark) => STANDS_FOR[mark] ?? mark);
  const known = [...COMMON_WORDS, ...words].sort((a, b) => b.length - a.length);
  return new Set(folded).size < 5 || [folded, replaced].some((text) => lettersBeside(text, known) < LETTERS_OF_ITS_OWN);
}

function lettersBeside(text: string, known: readonly string[]): number {
  const letters = text.replace(/[^\p{L}]/gu, '');
  // A gap for each word taken out, so that what stood around it does not make another.
  const rest = known.reduce((left, word) => left.replaceAll(word, ' '), letters);
  return new Set(rest.replaceAll(' ', '')).size;
}
