/** Consonants a syllable begins with; "gi" and "qu" hold their vowel letter themselves. */
const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?';
/** Vowels without their tone, the longer ones first, and the consonants that may close them. */
const VOWELS =
  'uyê|uya|uyu|uy|uê|uơ|uâ|oă|oai|oay|oao|oeo|oa|oe|oo|ươi|ươu|ươ|ưu|ưa|ưi|ư|uôi|uô|ua|ui|u|iêu|iê|yêu|yê|ia|iu|i|y|' +
  'ai|ao|au|ay|a|âu|ây|â|ă|eo|e|êu|ê|oi|o|ôi|ô|ơi|ơ';
const SYLLABLE = new RegExp(`^${ONSET}(?:${VOWELS})(?:nh|ng|ch|[cmnpt])?$`, 'u');
/** Grave, acute, tilde, hook above, dot below: at most one to a syllable. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Enough to know a language by. */
const LONGEST_LOOKED_AT = 64 * 1024;

/** Of the words that have a letter beyond ASCII: how many there are, and how many of them Vietnamese can spell. */
export interface VietnameseShare {
  marked: number;
  valid: number;
}

/**
 * How Vietnamese a text is. Read in a wrong encoding, hardly a word stays one that the language can spell: that is how the
 * right encoding is told when nobody says it.
 */
export function vietnameseShareOf(text: string): VietnameseShare {
  const share = { marked: 0, valid: 0 };
  for (const [word] of text
    .slice(0, LONGEST_LOOKED_AT)
    .normalize('NFC')
    .matchAll(/[\p{L}\p{M}\p{Cc}\p{S}\uFFFD]+/gu)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a word of ASCII alone says nothing
    if (/^[\x00-\x7F]*$/.test(word)) continue;
    share.marked += 1;
    const bare = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
    const tones = word.normalize('NFD').match(TONES)?.length ?? 0;
    if (tones <= 1 && SYLLABLE.test(bare)) share.valid += 1;
  }
  return share;
}
