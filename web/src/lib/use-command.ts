import type { CommandName, CommandOutput, CommandRequest } from '@congso/contract/catalog';
import type { EntityKind } from '@congso/contract/sync';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { ask } from '../realtime/ask.ts';
import { type AskError, isRefusedFor } from './ask-error.ts';
import { outdate } from './outdate.ts';
import { isOutdatedBy } from './query-keys.ts';
import { openDoubtfulRequest } from './requests/doubtful-request.ts';

type WithoutRequestId<T> = T extends unknown ? Omit<T, 'requestId'> : never;
/** What a caller writes: the request id is this hook's business. */
export type Intention<K extends CommandName> = WithoutRequestId<CommandRequest<K>>;

type Options<K extends CommandName> = {
  /** Kinds whose cached answers may differ afterwards: fetched again without waiting for the mark on the stream. */
  changes?: readonly EntityKind[];
  /** The name of the form's draft, where it has one: what got no answer is then remembered with it. */
  draft?: string;
  onDone?: (output: CommandOutput<K>, input: Intention<K>) => void;
};

/**
 * A command as a mutation: `const accept = useCommand('tasks.accept', { changes: ['task'] })`, then
 * `accept.mutate({ taskId })`. Failures show in `accept.error`; what the user repeats after a lost answer keeps its
 * request id, so that it cannot happen twice. The same once more while it is under way, as by a double click, is not sent.
 */
export function useCommand<K extends CommandName>(name: K, { changes = [], draft, onDone }: Options<K> = {}) {
  const queries = useQueryClient();
  const [doubtful] = useState(() => openDoubtfulRequest(draft));
  const underWay = useRef<string | null>(null);
  const mutation = useMutation<CommandOutput<K>, AskError, Intention<K>>({
    mutationFn: (intention) =>
      ask(name, { ...intention, requestId: doubtful.requestIdFor(JSON.stringify(intention)) } as CommandRequest<K>),
    onSuccess: (output, intention) => {
      doubtful.settle();
      const isTouched = ({ queryKey }: { queryKey: readonly unknown[] }) =>
        changes.some((kind) => queryKey[0] === kind || isOutdatedBy(queryKey, { kind, id: '' }));
      void outdate(queries, isTouched);
      onDone?.(output, intention);
    },
    onError: (error) => {
      // Only an answer that never came is in doubt; a refusal is an answer, and the next try a new intention.
      if (!isRefusedFor(error, 'UNREACHABLE')) doubtful.settle();
    },
    onSettled: (_output, _error, intention) => {
      if (underWay.current === JSON.stringify(intention)) underWay.current = null;
    },
  });
  const send = mutation.mutate;
  const mutate = useCallback(
    (...args: Parameters<typeof send>) => {
      const input = JSON.stringify(args[0]);
      if (underWay.current === input) return;
      underWay.current = input;
      send(...args);
    },
    [send],
  );
  return { ...mutation, mutate };
}
