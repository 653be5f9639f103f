import { DOCUMENT_TYPE_KEYS } from '@congso/contract/document-types';
import type { DocumentFields, OfficialDocument } from '@congso/contract/documents';
import type { Meeting } from '@congso/contract/slips';
import { formatCivilDate } from '@congso/language/dates';
import type { Translate } from '@congso/language/translate';

/** The name of a document's type; empty where none was given. */
export function typeNameOf({ documentType }: Pick<DocumentFields, 'documentType'>, say: Translate): string {
  const key = DOCUMENT_TYPE_KEYS.find((one) => one === documentType);
  return key ? say(`documents.type.${key}`) : '';
}

/** When the meeting is: "Họp lúc 08:00 ngày 10/12/2026". */
export function sayMeeting({ date, time }: Meeting, say: Translate): string {
  const day = formatCivilDate(date);
  return time === null ? say('documents.meetingDay', { date: day }) : say('documents.meeting', { time, date: day });
}

/** How a document is told apart from every other of the register: number and year. */
export function arrivalOf({ arrivalNumber, year }: Pick<OfficialDocument, 'arrivalNumber' | 'year'>): string {
  return arrivalNumber === null ? '' : `${arrivalNumber}/${year}`;
}
