import { describe, expect, it } from 'vitest';
import en from './catalog/en.ts';
import vi from './catalog/vi.ts';
import { createTranslator, type Translate } from './translate.ts';

/** Every sentence of a language with its key. */
function sentencesOf(branch: object, path = ''): [key: string, sentence: string][] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : sentencesOf(value, `${path}${key}.`),
  );
}

const placesIn = (sentence: string) => [...sentence.matchAll(/\{\{(.*?)\}\}/g)].map(([, place]) => place).sort();

describe('a translator', () => {
  it('says the same key in either language', async () => {
    const [sayVi, sayEn] = [await createTranslator('vi'), await createTranslator('en')];
    expect(sayVi('documents.urgency.express')).toBe('Hỏa tốc');
    expect(sayEn('documents.urgency.express')).toBe('Express');
  });

  it('counts in English as English does', async () => {
    const say = await createTranslator('en');
    expect(say('people.count', { count: 1 })).toBe('1 person');
    expect(say('people.count', { count: 2 })).toBe('2 people');
    expect(say('people.count', { count: 0 })).toBe('0 people');
    expect((await createTranslator('vi'))('people.count', { count: 1 })).toBe('1 người');
  });

  it("shows a person's text as it is: no markup, no lookup of keys, no setting comes out of it", async () => {
    const say = await createTranslator('vi');
    const name = '<b>"An" & $t(frame.yes) {{count}}</b>';
    expect(say('chat.typing', { name })).toBe(`${name} đang soạn tin…`);
  });

  it('does not compile with a key that is missing or a place left open', () => {
    const mistakes = (say: Translate) => {
      // @ts-expect-error no such key
      say('chat.noSuchSentence');
      // @ts-expect-error the name is missing
      say('chat.typing');
      // @ts-expect-error a count is a number
      say('people.count', { count: 'two' });
    };
    expect(mistakes).toBeTypeOf('function');
  });
});

describe('the catalogs', () => {
  const english = new Map(sentencesOf(en));

  it('say nothing empty', () => {
    for (const [key, sentence] of [...sentencesOf(vi), ...english])
      expect(`${key}: ${sentence.trim()}`).not.toBe(`${key}: `);
  });

  it('leave the same places open in both languages', () => {
    for (const [key, sentence] of sentencesOf(vi)) {
      expect(`${key} ${placesIn(english.get(key) ?? '')}`).toBe(`${key} ${placesIn(sentence)}`);
    }
  });

  it('are written composed (NFC), as everything else in the house', () => {
    for (const [key, sentence] of sentencesOf(vi))
      expect(`${key} ${sentence}`).toBe(`${key} ${sentence}`.normalize('NFC'));
  });
});
