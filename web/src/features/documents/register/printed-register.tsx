import type { OfficialDocument } from '@congso/contract/documents';
import { formatCivilDate, yearOf } from '@congso/language/dates';
import type { Translate } from '@congso/language/translate';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useSay } from '../../../lib/language.ts';
import { useMe } from '../../../office/me.ts';
import './printed-register.css';
import { officeNow } from '../../../lib/time/office-clock.ts';
import { REGISTER_COLUMNS, useRegisterRow } from './register-row.ts';
import { usePrinting } from './use-printing.ts';

type BookProps = {
  documents: readonly OfficialDocument[];
  search: { year?: number; from?: string; to?: string };
};
/** `isComplete` is false while rows of what is searched for are missing. */
type Props = BookProps & { isComplete: boolean };

/**
 * The register on paper: landscape, the head of the book on top, the head of the table on every page, oldest first.
 * Printed by the browser's own command before every row is here, it says so in the rows' place.
 */
export function PrintedRegister({ documents, search, isComplete }: Props) {
  const isPrinting = usePrinting();
  // The page's own frame must not be printed; it is left out by this mark, and only while the register is open.
  useEffect(() => {
    document.body.dataset.prints = 'register';
    return () => {
      delete document.body.dataset.prints;
    };
  }, []);
  if (!isPrinting) return null;
  return createPortal(isComplete ? <Book documents={documents} search={search} /> : <Incomplete />, document.body);
}

/** A register that lacks rows would be a false one. */
function Incomplete() {
  const say = useSay();
  return <p className="printed-register">{say('documents.print.incomplete')}</p>;
}

function Book({ documents, search }: BookProps) {
  const say = useSay();
  const { officeName } = useMe();
  const rowOf = useRegisterRow();
  const year = search.year ?? documents[0]?.year ?? yearOf(officeNow());
  const oldestFirst = [...documents].reverse();
  return (
    <div className="printed-register">
      <style>{numberPages(say)}</style>
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
              <th key={column} scope="col" data-column={column}>
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
                  <td key={column} data-column={column}>
                    {row[column]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const COUNTED = '\u0000';

/** "Trang 2/7" at the foot of every page: the words are the catalog's, the figures are counted by whoever prints. */
function numberPages(say: Translate): string {
  const [before, between, after] = say('documents.print.page', { page: COUNTED, pages: COUNTED })
    .split(COUNTED)
    .map((words) => JSON.stringify(words));
  const content = `${before} counter(page) ${between} counter(pages) ${after}`;
  return `@page register { @bottom-right { content: ${content}; } }`;
}
