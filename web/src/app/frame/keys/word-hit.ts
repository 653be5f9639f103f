import type { Hit } from '@congso/contract/sync';
import { formatCivilDate, formatDate } from '@congso/language/dates';
import { codeOf } from '@congso/language/document-code';
import { fullName } from '@congso/language/names';
import type { Translate } from '@congso/language/translate';
import { arrivalOf } from '../../../components/documents/document-words.ts';

/** What was found in words: its name, and what tells it apart from others of that name; empty where nothing does. */
export function wordHit(
  hit: Hit,
  say: Translate,
  unitNameOf: (unitId: string | null) => string,
): { title: string; detail: string } {
  switch (hit.kind) {
    case 'person':
      return { title: fullName(hit), detail: [hit.title, unitNameOf(hit.unitId)].filter(Boolean).join(', ') };
    case 'conversation':
      return { title: hit.name, detail: '' };
    case 'document': {
      const arrival = hit.arrivalNumber === null ? '' : `${say('documents.field.arrivalNumber')} ${arrivalOf(hit)}`;
      return { title: hit.subject, detail: [arrival, codeOf(hit), hit.issuer].filter(Boolean).join(' · ') };
    }
    case 'task':
      return {
        title: hit.title,
        detail: hit.dueDate === null ? say('tasks.noDue') : `${say('tasks.due')}: ${formatCivilDate(hit.dueDate)}`,
      };
    case 'notice':
      return { title: hit.title, detail: formatDate(Date.parse(hit.publishedAt)) };
  }
}
