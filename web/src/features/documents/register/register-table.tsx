import type { OfficialDocument } from '@congso/contract/documents';
import { Table, Text, VisuallyHidden } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { UrgencyBadge } from '../../../components/documents/urgency-badge.tsx';
import { DueBadge } from '../../../components/time/due-badge.tsx';
import { useSay } from '../../../lib/language.ts';
import classes from './register.module.css';
import { REGISTER_COLUMNS, type RegisterColumn, useRegisterRow } from './register-row.ts';

/** The receipt is signed on paper. */
const COLUMNS = REGISTER_COLUMNS.filter((column) => column !== 'receiptSignature');

export type Density = 'compact' | 'whole';

/** The register on the screen: the latest number first, each row opening its document; one line to a letter, or all of it. */
export function RegisterTable({ documents, density }: { documents: readonly OfficialDocument[]; density: Density }) {
  const say = useSay();
  const rowOf = useRegisterRow();
  const navigate = useNavigate();
  const open = (event: MouseEvent, documentId: string) => {
    // Text one marks, to copy it, opens nothing; the link opens by itself, also in another tab.
    if (getSelection()?.isCollapsed === false || (event.target as Element).closest('a')) return;
    void navigate({ to: '/documents/$documentId', params: { documentId } });
  };
  return (
    <section className={classes.scroll} aria-label={say('documents.incomingRegister')}>
      <Table
        className={classes.register}
        data-density={density}
        stickyHeader
        highlightOnHover
        horizontalSpacing="0.5rem"
      >
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col" className={classes[column]}>
                {say(`documents.field.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {documents.map((document) => {
            const row = rowOf(document);
            return (
              <Table.Tr
                key={document.id}
                data-voided={document.state === 'voided'}
                onClick={(event) => open(event, document.id)}
              >
                {COLUMNS.map((column) => (
                  <Table.Td key={column} className={classes[column]} title={row[column]}>
                    <Cell column={column} text={row[column]} document={document} isBrief={density === 'compact'} />
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

type CellProps = { column: RegisterColumn; text: string; document: OfficialDocument; isBrief: boolean };

function Cell({ column, text, document, isBrief }: CellProps) {
  const say = useSay();
  if (column !== 'typeAndSubject') return text;
  const { id, state, urgency, registeredAt, dueAt, completedAt } = document;
  return (
    <div className={classes.subject}>
      <UrgencyBadge urgency={urgency} />
      <Link className={classes.open} to="/documents/$documentId" params={{ documentId: id }}>
        {text}
      </Link>
      {isBrief ? (
        <VisuallyHidden>{say(`documents.state.${state}`)}</VisuallyHidden>
      ) : (
        <Text span size="xs" c="dimmed">
          {say(`documents.state.${state}`)}
        </Text>
      )}
      <DueBadge startedAt={registeredAt ?? ''} dueAt={dueAt} closedAt={completedAt} isBrief={isBrief} />
    </div>
  );
}
