import { fold } from '@congso/language/fold';
import { focusedLabel, type Hands, listOptions } from './hands.ts';

/** A letter on paper, as it lies before the clerk. */
export type PaperLetter = {
  issuer: string;
  number: string;
  notation: string;
  /** dd/MM/yyyy */
  date: string;
  type: string;
  subject: string;
};

const MOST_TABS = 25;

/**
 * Registers a letter by the keyboard alone, as a clerk does who knows the form: where the field offers what is meant,
 * it is taken as soon as it is offered. Answers the keys pressed besides those of the subject's own words.
 */
export async function registerPaper(hands: Hands, letter: PaperLetter): Promise<number> {
  const { page } = hands;
  await page.goto('/documents/new');
  await page.getByLabel('Cơ quan ban hành').first().waitFor();
  await hands.settle();
  const before = hands.keys();
  await goTo(hands, 'Cơ quan ban hành');
  await typeUntilOffered(hands, 'Cơ quan ban hành', letter.issuer);
  await goTo(hands, 'Số');
  await hands.type(letter.number);
  await goTo(hands, 'Ký hiệu');
  await typeUntilOffered(hands, 'Ký hiệu', letter.notation);
  await goTo(hands, 'Ngày ban hành');
  await typeDate(hands, letter.date);
  if ((await readValue(hands, 'Tên loại')) !== letter.type) {
    await goTo(hands, 'Tên loại');
    await typeUntilOffered(hands, 'Tên loại', letter.type);
  }
  await goTo(hands, 'Trích yếu');
  await hands.uncounted(() => hands.type(letter.subject));
  await submit(hands);
  await page.waitForURL(/\/documents\/(?!new)/);
  return hands.keys() - before;
}

const readValue = ({ page }: Hands, label: string): Promise<string> =>
  page.getByLabel(label, { exact: true }).first().inputValue();

/** Tab after Tab until the field has the focus. */
async function goTo(hands: Hands, label: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if ((await focusedLabel(hands.page)) === label) return;
    await hands.press('Tab');
  }
  throw new Error(`the keyboard does not come to "${label}"`);
}

/** Types without marks, as one searches, until what is meant is the only offer, or the first; else in full. */
async function typeUntilOffered(hands: Hands, label: string, wanted: string): Promise<void> {
  const { page } = hands;
  const plain = fold(wanted);
  const offeredAfter = await hands.uncounted(async () => {
    await hands.press('Control+a');
    for (let length = 1; length < plain.length; length += 1) {
      await hands.type(plain.charAt(length - 1));
      const options = await listOptions(page);
      if (options[0] === wanted && !(await isOnlyText(hands, wanted))) return { length, isOnly: options.length === 1 };
    }
    return null;
  });
  await hands.uncounted(() => hands.press('Control+a'));
  if (offeredAfter === null) return hands.type(wanted);
  const ways = offeredAfter.isOnly ? [['Tab'], ['Enter'], ['ArrowDown', 'Enter']] : [['Enter'], ['ArrowDown', 'Enter']];
  for (const way of ways) {
    const before = await hands.uncounted(async () => {
      await hands.press('Control+a');
      await hands.type(plain.slice(0, offeredAfter.length));
      for (const key of way) await hands.press(key);
      return (await listValues(hands)).includes(wanted);
    });
    // Tried out by a newcomer; whoever knows the form does just this.
    if (before) return hands.count(offeredAfter.length + way.length);
    await hands.uncounted(() => focusAgain(hands, label));
  }
  throw new Error(`"${wanted}" was offered and cannot be taken`);
}

const listValues = ({ page }: Hands): Promise<string[]> =>
  page.evaluate('[...document.querySelectorAll("input, textarea")].map(({ value }) => value)') as Promise<string[]>;

const focusAgain = ({ page }: Hands, label: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).first().click();

/** Whether the field already holds it in full, so that nothing was saved. */
const isOnlyText = async ({ page }: Hands, wanted: string): Promise<boolean> =>
  (await page.evaluate('document.activeElement.value')) === wanted;

/** Day and month alone, where the page understands it for a letter of this year; else in full. */
async function typeDate(hands: Hands, date: string): Promise<void> {
  const short = date.slice(0, 5).replace('/', '');
  const isUnderstood = await hands.uncounted(async () => {
    await hands.type(short);
    await hands.press('Tab');
    const isRead = (await readValue(hands, 'Ngày ban hành')) === date;
    await hands.page.getByLabel('Ngày ban hành', { exact: true }).first().click();
    await hands.press('Control+a');
    return isRead;
  });
  await hands.type(isUnderstood ? short : date);
}

async function submit(hands: Hands): Promise<void> {
  if ((await hands.page.locator('form').getByText('hoàn tất').count()) > 0) return hands.press('Control+Enter');
  await goTo(hands, 'Vào sổ');
  await hands.press('Enter');
}
