import type { Hands } from './hands.ts';

/** The clicks from a letter's number until it lies with the leader; the letter is the first of the queue. */
export async function submitAfterRegistering(hands: Hands): Promise<number> {
  const { page } = hands;
  await page.goto('/mail');
  await page.locator('a[href^="/mail/"]').first().click();
  await page.getByRole('button', { name: /Vào sổ/ }).waitFor();
  await hands.settle();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Mở văn bản' }).waitFor();
  await hands.settle();
  const before = hands.taps();
  const act = page.getByRole('button', { name: /^Trình/ });
  if ((await act.count()) === 0) {
    await hands.tap(page.getByRole('link', { name: 'Mở văn bản' }));
    await act.first().waitFor();
  }
  await hands.tap(act.first());
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await hands.settle();
  const leader = dialog.getByRole('combobox', { name: /Trình lãnh đạo/ }).first();
  if ((await leader.inputValue()) === '') {
    await hands.tap(leader);
    await hands.tap(page.getByRole('option').first());
  }
  await hands.tap(dialog.getByRole('button', { name: 'Trình', exact: true }));
  await dialog.waitFor({ state: 'detached' });
  return hands.taps() - before;
}

/** How a leader directs a letter from Today on a phone, with words and one unit: taps, and keys where words are typed. */
export async function directOnPhone(hands: Hands): Promise<{ taps: number; keys: number }> {
  const { page } = hands;
  await page.goto('/');
  const row = page
    .getByRole('listitem')
    .filter({ has: page.locator('a[href^="/documents/"]') })
    .first();
  await row.waitFor();
  await hands.settle();
  const before = { taps: hands.taps(), keys: hands.keys() };
  const dialog = page.getByRole('dialog');
  const verb = row.locator('a, button').filter({ hasText: /^(Bút phê|Mở)$/ });
  await hands.tap(verb.first());
  // Only its address is on the way where the page has to be loaded first.
  await page.waitForURL(/\/documents\//);
  await page.getByRole('button', { name: 'Bút phê' }).or(dialog).first().waitFor();
  await hands.settle();
  if ((await dialog.count()) === 0) await hands.tap(page.getByRole('button', { name: 'Bút phê' }).first());
  await dialog.waitFor();
  await chooseUnit(hands);
  await sayWords(hands);
  await hands.tap(dialog.getByRole('button', { name: /^Bút phê/ }));
  await dialog.waitFor({ state: 'detached' });
  return { taps: hands.taps() - before.taps, keys: hands.keys() - before.keys };
}

async function chooseUnit(hands: Hands): Promise<void> {
  const { page } = hands;
  const dialog = page.getByRole('dialog');
  const unit = dialog.getByRole('combobox', { name: /Đơn vị chủ trì/ }).first();
  if ((await unit.inputValue()) !== '') return;
  const offered = dialog.getByRole('group', { name: /Đơn vị chủ trì/ }).getByRole('button');
  if ((await offered.count()) > 0) return hands.tap(offered.filter({ hasText: /^Phòng/ }).first());
  await hands.tap(unit);
  await hands.tap(page.getByRole('option', { name: /^Phòng/ }).first());
}

async function sayWords(hands: Hands): Promise<void> {
  const dialog = hands.page.getByRole('dialog');
  const phrase = dialog.getByRole('group', { name: /Câu/ }).getByRole('button');
  if ((await phrase.count()) > 0) return hands.tap(phrase.first());
  await hands.tap(dialog.getByLabel('Ý kiến chỉ đạo'));
  await hands.type('Chủ trì, tham mưu giải quyết theo quy định');
}
