import type { DocumentDoc } from '../document-model.ts';

/** A registration can be cancelled until the document is done; a finished one is record. */
export const isVoidable = ({ state }: Pick<DocumentDoc, 'state'>) => state !== 'voided' && state !== 'completed';
