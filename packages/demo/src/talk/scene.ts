import { splitName } from '@congso/language/names';
import type { Colleague } from '../people/department.ts';
import { STAFF } from '../people/staff.ts';

/**
 * What is said, as plain lines: scenes are parted by an empty line, and each line is "letter: words", or
 * "letter[file.pdf]: words" with a file. The letters stand for the people the scene is played by.
 *
 * In the words, `{a}` is how others call A in passing ("anh Tuấn"), `{A}` the same with a capital, `{a.}` and `{A.}`
 * without the name ("anh", "Anh"), `{a-}` and `{A-}` the bare name; `{Đỗ Minh Quân}` is that colleague; other names in
 * braces are the scene's facts: `{xa}`, `{thu}`, `{ngay}`, `{thang}`, `{so}`.
 */
export type Script = string;

/** One thing said: by whom, in which words, with which file. */
export type Line = { readonly by: string; readonly text: string; readonly file: string | null };

/** The scenes of a script, each a list of lines. @throws on a line of no such form: a slip of ours. */
export function readScript(script: Script): Line[][] {
  return script
    .trim()
    .split(/\n\s*\n/)
    .map((scene) => scene.split('\n').map(readLine));
}

function readLine(line: string): Line {
  const [, by = '', file, text = ''] = /^([A-L])(?:\[([^\]]+)\])?: (.+)$/u.exec(line.trim()) ?? [];
  if (by === '') throw new Error(`no line of a scene: ${line}`);
  return { by, text, file: file ?? null };
}

/** How a colleague is called: "anh Tuấn" or "chị Hoa". */
const called = ({ she, name }: Colleague) => `${she ? 'chị' : 'anh'} ${splitName(name).given}`;
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Fills in who is meant and what is the case. @throws for a name that stands for nothing. */
export function fillIn(
  text: string,
  cast: Readonly<Record<string, Colleague>>,
  facts: Readonly<Record<string, string>>,
): string {
  const filled = text.replace(/\{([^}]+)\}/gu, (_, name: string) => {
    const fact = facts[name];
    if (fact !== undefined) return fact;
    const named = STAFF.find((one) => one.name === name);
    if (named) return called(named);
    const [letter = '', form = ''] = name;
    const meant = cast[letter.toUpperCase()];
    if (!meant) throw new Error(`nothing is called {${name}} in "${text}"`);
    const whole = called(meant);
    const words = form === '.' ? (whole.split(' ')[0] ?? '') : form === '-' ? splitName(meant.name).given : whole;
    return letter === letter.toUpperCase() ? capital(words) : words;
  });
  return capital(filled);
}
