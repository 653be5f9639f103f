import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import type { EntityKind } from '@congso/contract/sync';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask } from '../realtime/ask.ts';
import { type AskError, isRefusedFor } from './ask-error.ts';
import { outdate } from './outdate.ts';
import { isOutdatedBy } from './query-keys.ts';
import { newRequestId } from './request-id.ts';

type WithoutRequestId<T> = T extends unknown ? Omit<T, 'requestId'> : never;
/** What a caller writes: the request id is this hook's business. */
export type Intention<K extends CommandName> = WithoutRequestId<CommandRequest<K>>;

type Options<K extends CommandName> = {
  /** Kinds whose cached answers may differ afterwards: fetched again without waiting for the mark on the stream. */
  changes?: readonly EntityKind[];
  onDone?: (output: CommandOutput<K>, input: Intention<K>) => void;
};

/**
 * A command as a mutation: `const accept = useCommand('tasks.accept', { changes: ['task'] })`, then
 * `accept.mutate({ taskId })`. Failures show in `accept.error`; what the user repeats after a lost answer keeps its
 * request id, so that it cannot happen twice.
 */
export function useCommand<K extends CommandName>(name: K, { changes = [], onDone }: Options<K> = {}) {
  const queries = useQueryClient();
  const doubtful = useRef<{ input: string; requestId: string } | null>(null);
  return useMutation<CommandOutput<K>, AskError, Intention<K>>({
    mutationFn: async (intention) => {
      const input = JSON.stringify(intention);
      const requestId = doubtful.current?.input === input ? doubtful.current.requestId : newRequestId();
      doubtful.current = { input, requestId };
      return ask(name, { ...intention, requestId } as CommandRequest<K>);
    },
    onSuccess: (output, intention) => {
      doubtful.current = null;
      const isTouched = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        changes.some((kind) => queryKey[0] === kind || isOutdatedBy(queryKey, { kind, id: '' }));
      void outdate(queries, isTouched);
      onDone?.(output, intention);
    },
    onError: (error) => {
      // Only an answer that never came is in doubt; a refusal is an answer, and the next try a new intention.
      if (!isRefusedFor(error, 'UNREACHABLE')) doubtful.current = null;
    },
  });
}
