import type { HistoryEntry } from '@congso/contract/history';
import type vi from '@congso/language/catalog/vi';
import { HistoryList } from '../../../components/history/history-list.tsx';
import { Loaded } from '../../../components/states/loaded.tsx';
import { ListSkeleton } from '../../../components/states/skeletons.tsx';
import { Prose } from '../../../components/text/prose.tsx';
import { useSay } from '../../../lib/language.ts';
import { useNameOf } from '../../../office/people.ts';
import { useUnits } from '../../../office/units.ts';
import { useDocumentHistory } from '../documents-queries.ts';

type Named = Exclude<keyof (typeof vi)['documents']['historyAction'], 'other'>;
const NAMED: readonly Named[] = [
  'drafted',
  'registered',
  'submit',
  'direct',
  'assign',
  'return',
  'reassign',
  'release',
  'complete',
  'voided',
];

/** Everything that happened to a document: by whom, when, to whom it was given, and what was entered late. */
export function DocumentHistory({ documentId }: { documentId: string }) {
  const say = useSay();
  const history = useDocumentHistory(documentId);
  return (
    <Loaded query={history} skeleton={<ListSkeleton rows={5} />}>
      {(entries) => (
        <HistoryList
          entries={entries}
          nameAction={({ action }) => say(`documents.historyAction.${NAMED.find((one) => one === action) ?? 'other'}`)}
          describe={(entry) => <Details details={entry.details} />}
        />
      )}
    </Loaded>
  );
}

type Given = { assigneeId: string; unitId: string | null; kind: string };

/** Whom a step gave the document to, and with which instruction. */
function Details({ details }: { details: HistoryEntry['details'] }) {
  const say = useSay();
  const nameOf = useNameOf();
  const { units } = useUnits({ withClosed: true });
  const given = Array.isArray(details.given) ? details.given.filter(isGiven) : [];
  // A unit was given it to assign; a person to handle it.
  const nameOfGiven = ({ assigneeId, unitId, kind }: Given) =>
    (kind === 'assign' && units.find(({ id }) => id === unitId)?.name) || nameOf(assigneeId);
  const names = given.map(nameOfGiven);
  const { instruction } = details;
  return (
    <>
      {names.length > 0 && <div>{say('documents.givenTo', { names: [...new Set(names)].join(', ') })}</div>}
      {typeof instruction === 'string' && instruction !== '' && <Prose text={instruction} />}
    </>
  );
}

/** The details of history are free in form, so that old lines stay readable. */
function isGiven(one: unknown): one is Given {
  return typeof one === 'object' && one !== null && 'assigneeId' in one && typeof one.assigneeId === 'string';
}
