import { keyOf } from '../../../lib/query-keys.ts';
import { askOptions } from '../../../lib/use-ask.ts';

/** The office: its name and mail addresses. */
export const organisationOptions = askOptions(keyOf('organisation', '*'), 'organisation.get', {});
