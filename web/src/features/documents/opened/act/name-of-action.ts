import type { Translate } from '@congso/language/translate';

const NAMED = ['submit', 'direct', 'assign', 'return', 'reassign', 'release', 'complete'] as const;

/** The verb of an action. A workflow of the office's own may have others: those are shown as it calls them. */
export function nameOfAction(action: string, say: Translate): string {
  const named = NAMED.find((one) => one === action);
  return named ? say(`documents.action.${named}`) : action;
}
