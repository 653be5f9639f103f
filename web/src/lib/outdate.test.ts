import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { outdate } from './outdate.ts';

const KEY = ['task', 'one'];
let stop: () => void = () => undefined;
afterEach(() => stop());

/** A page that shows a task; `answers` lets each of its asks have what the office said when it was asked. */
function openPage() {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } });
  const office = { title: 'cũ' };
  const answers: (() => void)[] = [];
  const queryFn = () => {
    const { title } = office;
    return new Promise<string>((resolve) => answers.push(() => resolve(title)));
  };
  const observer = new QueryObserver(queries, { queryKey: KEY, queryFn });
  const show = () => {
    stop = observer.subscribe(() => undefined);
  };
  const leave = () => stop();
  return { queries, office, answers, show, leave, shown: () => observer.getCurrentResult().data };
}
const isTask = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === 'task';

it('a change that is told while the page loads for the first time is shown', async () => {
  const page = openPage();
  page.show();
  page.office.title = 'mới';
  const told = outdate(page.queries, isTask);
  page.answers[0]?.();
  await expect.poll(() => page.answers.length).toBe(2);
  page.answers[1]?.();
  await told;
  expect(page.shown()).toBe('mới');
});

it('a change that is told after one left a page that was loading is shown when one comes back', async () => {
  const page = openPage();
  page.show();
  page.leave();
  page.office.title = 'mới';
  const told = outdate(page.queries, isTask);
  page.answers[0]?.();
  await told;
  expect(page.answers).toHaveLength(1);
  page.show();
  page.answers[1]?.();
  await expect.poll(page.shown).toBe('mới');
});

it('what a page shows is asked for once for each change, and what is of another kind not at all', async () => {
  const page = openPage();
  page.show();
  page.answers[0]?.();
  await expect.poll(page.shown).toBe('cũ');
  await outdate(page.queries, ({ queryKey }) => queryKey[0] === 'mail');
  expect(page.answers).toHaveLength(1);
  const told = outdate(page.queries, isTask);
  page.answers[1]?.();
  await told;
  expect(page.answers).toHaveLength(2);
});
