import type { OfficialDocument } from '@congso/contract/documents';
import { formatCivilDate, formatDate } from '@congso/language/dates';
import { codeOf } from '@congso/language/document-code';
import type { Translate } from '@congso/language/translate';
import { typeNameOf } from '../../../components/documents/document-words.ts';
import { useSay } from '../../../lib/language.ts';
import { useNameOf } from '../../../office/people.ts';
import { useUnits } from '../../../office/units.ts';

/** The columns of the register of incoming documents (Decree 30/2020, annex IV), in its order. */
export const REGISTER_COLUMNS = [
  'arrivalDate',
  'arrivalNumber',
  'issuer',
  'numberAndNotation',
  'issuedDate',
  'typeAndSubject',
  'handler',
  'transferDate',
  'receiptSignature',
  'note',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

type Names = { nameOf: (personId: string) => string; unitNameOf: (unitId: string) => string; say: Translate };

/** Turns a document into what each column of the register says of it. */
export function useRegisterRow(): (document: OfficialDocument) => Record<RegisterColumn, string> {
  const say = useSay();
  const nameOf = useNameOf();
  const { units } = useUnits({ withClosed: true });
  const unitNameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? '…';
  return (document) => registerRowOf(document, { say, nameOf, unitNameOf });
}

/** The receipt is signed in ink on the printed page, so that column stays empty. */
export function registerRowOf(document: OfficialDocument, names: Names): Record<RegisterColumn, string> {
  const { say } = names;
  const [first] = [...document.holders].sort((a, b) => a.at.localeCompare(b.at));
  const voided = document.voidReason === null ? '' : say('documents.voided', { reason: document.voidReason });
  return {
    arrivalDate: document.arrivalDate === null ? '' : formatCivilDate(document.arrivalDate),
    arrivalNumber: String(document.arrivalNumber ?? ''),
    issuer: document.issuer,
    numberAndNotation: codeOf(document),
    issuedDate: document.issuedDate === null ? '' : formatCivilDate(document.issuedDate),
    typeAndSubject: [typeNameOf(document, say), document.subject].filter(Boolean).join(': '),
    handler: handlersOf(document, names),
    transferDate: first === undefined ? '' : formatDate(first.at),
    receiptSignature: '',
    note: [voided, document.note].filter(Boolean).join('. '),
  };
}

/** Unit by unit, the lead first: "Phòng Kế hoạch (Đặng Văn Hải); Phòng Tài chính, phối hợp (Dương Thị Lan)". */
function handlersOf({ holders }: OfficialDocument, { say, nameOf, unitNameOf }: Names): string {
  const units = new Map<string | null, { isLead: boolean; people: Set<string> }>();
  for (const { unitId, personId, part } of holders) {
    const unit = units.get(unitId) ?? { isLead: false, people: new Set() };
    unit.isLead ||= part === 'lead';
    unit.people.add(personId);
    units.set(unitId, unit);
  }
  return [...units]
    .sort(([, a], [, b]) => Number(b.isLead) - Number(a.isLead))
    .map(([unitId, { isLead, people }]) => {
      const part = isLead ? '' : `, ${say('documents.part.coordinate').toLowerCase()}`;
      const who = [...people].map(nameOf).join(', ');
      return unitId === null ? `${who}${part}` : `${unitNameOf(unitId)}${part} (${who})`;
    })
    .join('; ');
}
