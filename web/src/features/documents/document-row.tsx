import type { OfficialDocument } from '@congso/contract/documents';
import { codeOf } from '@congso/language/document-code';
import { UrgencyBadge } from '../../components/documents/urgency-badge.tsx';
import { ListRow } from '../../components/layout/list-row.tsx';
import { DueBadge } from '../../components/time/due-badge.tsx';
import { useSay } from '../../lib/language.ts';
import classes from './documents.module.css';

/** A document in a list; `keepsSearch` where the list beside it is filtered by the address. */
export function DocumentRow({ document, keepsSearch = false }: { document: OfficialDocument; keepsSearch?: boolean }) {
  const say = useSay();
  return (
    <ListRow
      to={`/documents/${document.id}`}
      keepsSearch={keepsSearch}
      head={
        <>
          <UrgencyBadge urgency={document.urgency} />
          <b className={classes.number}>{document.arrivalNumber}</b>
          <span title={document.issuer}>{[codeOf(document), document.issuer].filter(Boolean).join(' · ')}</span>
        </>
      }
      title={document.subject}
      aside={
        document.dueAt === null ? (
          say(`documents.state.${document.state}`)
        ) : (
          <DueBadge startedAt={document.registeredAt ?? ''} dueAt={document.dueAt} closedAt={document.completedAt} />
        )
      }
    />
  );
}
