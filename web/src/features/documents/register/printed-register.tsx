import type { OfficialDocument } from '@congso/contract/documents';
import { formatCivilDate, yearOf } from '@congso/language/dates';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useSay } from '../../../lib/language.ts';
import { useMe } from '../../../office/me.ts';
import './printed-register.css';
import { REGISTER_COLUMNS, useRegisterRow } from './register-row.ts';
import { usePrinting } from './use-printing.ts';

type Props = { documents: readonly OfficialDocument[]; search: { year?: number; from?: string; to?: string } };

/** The register on paper: landscape, the head of the book on top, the head of the table on every page, oldest first. */
export function PrintedRegister({ documents, search }: Props) {
  const isPrinting = usePrinting();
  // The page's own frame must not be printed; it is left out by this mark, and only while the register is open.
  useEffect(() => {
    document.body.dataset.prints = 'register';
    return () => {
      delete document.body.dataset.prints;
    };
  }, []);
  if (!isPrinting) return null;
  return createPortal(<Book documents={documents} search={search} />, document.body);
}

function Book({ documents, search }: Props) {
  const say = useSay();
  const { officeName } = useMe();
  const rowOf = useRegisterRow();
  const year = search.year ?? documents[0]?.year ?? yearOf(Date.now());
  const oldestFirst = [...documents].reverse();
  return (
    <div className="printed-register">
      <div className="printed-register-office">{officeName}</div>
      <h1>{say('documents.print.title')}</h1>
      <p>
        {say('documents.print.year', { year })}
        {search.from && search.to
          ? `. ${say('documents.print.period', { from: formatCivilDate(search.from), to: formatCivilDate(search.to) })}`
          : ''}
      </p>
      <table>
        <thead>
          <tr>
            {REGISTER_COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`documents.field.${column}`)}
              </th>
            ))}
          </tr>
          <tr className="printed-register-numbers">
            {REGISTER_COLUMNS.map((column, index) => (
              <td key={column}>({index + 1})</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {oldestFirst.map((document) => {
            const row = rowOf(document);
            return (
              <tr key={document.id}>
                {REGISTER_COLUMNS.map((column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
