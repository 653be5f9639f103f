import type { OfficialDocument } from '@congso/contract/documents';
import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { UrgencyBadge } from '../../../components/documents/urgency-badge.tsx';
import { DueBadge } from '../../../components/time/due-badge.tsx';
import { useSay } from '../../../lib/language.ts';
import classes from './register.module.css';
import { REGISTER_COLUMNS, type RegisterColumn, useRegisterRow } from './register-row.ts';

/** The register on the screen: the latest number first, each row opening its document. */
export function RegisterTable({ documents }: { documents: readonly OfficialDocument[] }) {
  const say = useSay();
  const rowOf = useRegisterRow();
  return (
    <section className={classes.scroll} aria-label={say('documents.incomingRegister')}>
      <Table className={classes.register} stickyHeader highlightOnHover verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {REGISTER_COLUMNS.map((column) => (
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
              <Table.Tr key={document.id} data-voided={document.state === 'voided'}>
                {REGISTER_COLUMNS.map((column) => (
                  <Table.Td key={column} className={classes[column]}>
                    <Cell column={column} text={row[column]} document={document} />
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

type CellProps = { column: RegisterColumn; text: string; document: OfficialDocument };

function Cell({ column, text, document }: CellProps) {
  const say = useSay();
  if (column !== 'typeAndSubject') return text;
  return (
    <>
      <Link className={classes.open} to="/documents/$documentId" params={{ documentId: document.id }}>
        {text}
      </Link>
      <div className={classes.standing}>
        <span>{say(`documents.state.${document.state}`)}</span>
        <UrgencyBadge urgency={document.urgency} />
        <DueBadge startedAt={document.registeredAt ?? ''} dueAt={document.dueAt} closedAt={document.completedAt} />
      </div>
    </>
  );
}
