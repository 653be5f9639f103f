/** What turns the direction of writing: it makes a name, a number or a sum read as another (CVE-2021-42574). */
const DIRECTIONS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
/** What has no shape of its own: soft hyphens, zero-width spaces, word joiners and their kin, byte order marks. */
const SHAPELESS = '\\u00ad\\u200b\\u2060-\\u2065\\ufeff';

export const DIRECTION_CHARACTERS = new RegExp(`[${DIRECTIONS}]`, 'gu');
/** Whatever cannot be seen: it comes along with what is pasted or sent, and two names that look the same must be the same. */
export const INVISIBLE_CHARACTERS = new RegExp(`[${DIRECTIONS}${SHAPELESS}]`, 'gu');
