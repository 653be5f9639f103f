import { fold } from '@congso/language/fold';
import { COMMON_WORDS } from '@congso/language/passwords/easy-passwords';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Of a longer one only the beginning is looked at: how long it takes grows with the square. */
const LOOKED_AT = 32;
/** Fewer than 10^8 guesses: what the lists of common passwords, a keyboard, a date or a repetition give away. */
const HARD = 3;

let factory: Promise<ZxcvbnFactory> | null = null;

/**
 * Whether the lists that guessers use would soon come to a password: about fifty thousand common ones, those of here, and
 * what they are varied with (years, digits for letters, keyboards, repetitions).
 *
 * @param words of whoever chooses it and of the office
 */
export async function isSoonGuessed(password: string, words: readonly string[]): Promise<boolean> {
  factory ??= openFactory();
  const folded = fold(password).slice(0, LOOKED_AT);
  return (await factory).check(folded, [...words]).score < HARD;
}

/** Loaded with the first password that is chosen: no other process and no other request needs half a megabyte of words. */
async function openFactory(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const here = { 'passwords-vi': [...COMMON_WORDS] };
  return new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: { ...dictionary, ...here },
    l33tMaxSubstitutions: 8,
  });
}
