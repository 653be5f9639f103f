import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './unpack-woff.ts';

const SUBSETS = ['latin', 'latin-ext', 'vietnamese'] as const;
const WEIGHTS = { regular: '400-normal', bold: '700-normal', italic: '400-italic' } as const;
export type Weight = keyof typeof WEIGHTS;

let fonts: Map<string, Buffer> | null = null;

/** The family's files, each under "weight:subset"; read once. */
export function loadFonts(): Map<string, Buffer> {
  if (fonts) return fonts;
  fonts = new Map();
  const require = createRequire(import.meta.url);
  for (const [weight, file] of Object.entries(WEIGHTS)) {
    for (const subset of SUBSETS) {
      const path = require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${file}.woff`);
      fonts.set(`${weight}:${subset}`, unpackWoff(readFileSync(path)));
    }
  }
  return fonts;
}

/** A text cut where the subset changes, each run with its font's name. */
export function runsOf(text: string, weight: Weight): [font: string, run: string][] {
  const runs: [string, string][] = [];
  for (const letter of text) {
    const font = `${weight}:${subsetOf(letter.codePointAt(0) ?? 0)}`;
    const last = runs.at(-1);
    if (last?.[0] === font) last[1] += letter;
    else runs.push([font, letter]);
  }
  return runs;
}

/** The ranges of the published subsets. */
function subsetOf(point: number): (typeof SUBSETS)[number] {
  const isVietnamese = [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1a0, 0x1a1, 0x1af, 0x1b0].includes(
    point,
  );
  if (isVietnamese || (point >= 0x1ea0 && point <= 0x1ef9)) return 'vietnamese';
  return point <= 0xff || (point >= 0x2000 && point <= 0x206f) ? 'latin' : 'latin-ext';
}
