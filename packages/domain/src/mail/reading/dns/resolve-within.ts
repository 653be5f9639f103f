import { dnsError, type Resolve } from '../child/ask-over.ts';
import { keepAnswers } from './kept-answers.ts';

/** An SPF record leads to at most ten others of at most ten names each; a letter that asks for more asks for itself. */
const MOST_QUESTIONS = 120;

const kept = new Map<string, Resolve>();

/**
 * A resolver for one letter: all its questions together have one budget, which begins with the first. When that is used
 * up every question, open or new, ends in ETIMEOUT, so that what was answered in time still counts and the rest comes
 * out as a temporary error. Answers are kept for all letters of this process.
 */
export function resolveWithin(budgetMs: number, servers: readonly string[]): { resolve: Resolve; close(): void } {
  const key = servers.join();
  const ask = kept.get(key) ?? keepAnswers(servers);
  kept.set(key, ask);
  let questions = 0;
  let over: () => void = () => undefined;
  const isOver = new Promise<never>((_, reject) => {
    over = () => reject(dnsError('the budget is used up', 'ETIMEOUT'));
  });
  isOver.catch(() => undefined); // nobody may be asking at that moment
  let timer: NodeJS.Timeout | undefined;
  return {
    resolve: async (name, type) => {
      questions += 1;
      timer ??= setTimeout(over, budgetMs);
      if (questions > MOST_QUESTIONS) throw dnsError(name, 'ENOTFOUND');
      // In this order: what is known counts also when the budget is used up.
      return Promise.race([ask(name, type), isOver]);
    },
    close: () => clearTimeout(timer),
  };
}
