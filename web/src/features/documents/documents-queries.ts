import type { CommandRequest } from '@congso/contract/catalog';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { keyOf, listKeyOf } from '../../lib/query-keys.ts';
import { askOptions, pagesOptions } from '../../lib/use-ask.ts';

export type DocumentBox = CommandRequest<'documents.list'>['box'];
/** Which rows of the register. */
export type RegisterFilter = Omit<CommandRequest<'documents.list'>, 'box' | 'cursor' | 'limit'>;

const REGISTER_PAGE = 100;

/** What waits for me, or what I have had a part in; the latest number first. */
export const useDocuments = (box: Exclude<DocumentBox, 'register'>) =>
  useInfiniteQuery(pagesOptions(listKeyOf('document', { box }), 'documents.list', { box, limit: 50 }));

/** The register, filtered, the latest number first, page by page. */
export function useRegister(filter: RegisterFilter) {
  const input = { ...filter, box: 'register' as const, limit: REGISTER_PAGE };
  return useInfiniteQuery({
    ...pagesOptions(listKeyOf('document', input), 'documents.list', input),
    placeholderData: keepPreviousData,
  });
}

/** One document, opened. */
export const useDocument = (documentId: string) =>
  useQuery(askOptions(keyOf('document', documentId), 'documents.get', { documentId }));

/** Everything that happened to it. */
export const useDocumentHistory = (documentId: string) =>
  useQuery({
    ...askOptions(keyOf('document', documentId, 'history'), 'documents.history', { documentId }),
    select: ({ entries }) => entries,
  });

/** The published workflows, by which a slip's states are named. They never change once published. */
export const useWorkflows = () =>
  useQuery({
    ...askOptions(['workflows'], 'workflows.list', {}),
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ workflows }) => workflows,
  });
