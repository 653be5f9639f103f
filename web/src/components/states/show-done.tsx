import type { CommandName } from '@congso/contract/catalog';
import type { EntityKind } from '@congso/contract/sync';
import { Button } from '@mantine/core';
import { announce } from '../../lib/announce.ts';
import { readSay, useSay } from '../../lib/language.ts';
import { hideToast, showToast } from '../../lib/toast.ts';
import { type Intention, useCommand } from '../../lib/use-command.ts';
import { Refused } from './error-state.tsx';

/** The command that takes back what was done. `changes`: kinds whose cached answers differ afterwards. */
type Undo<K extends CommandName> = { command: K; input: Intention<K>; changes: readonly EntityKind[] };

let count = 0;

/**
 * Tells in a toast what was done, to what and whom (the caller's sentence names them), and offers to take it back where
 * a command does that.
 */
export function showDone<K extends CommandName>(message: string, undo?: Undo<K>): void {
  announce(message);
  if (!undo) return void showToast({ message });
  count += 1;
  const id = `done:${count}`;
  void showToast({ id, message: <Undoable id={id} message={message} undo={undo} />, isLong: true });
}

function Undoable<K extends CommandName>({ id, message, undo }: { id: string; message: string; undo: Undo<K> }) {
  const say = useSay();
  const { mutate, isPending, error } = useCommand(undo.command, {
    changes: undo.changes,
    onDone: () => {
      void hideToast(id);
      showDone(readSay()('frame.state.undone', { what: message }));
    },
  });
  return (
    <>
      <div>{message}</div>
      <Button size="compact-sm" variant="default" mt="xs" loading={isPending} onClick={() => mutate(undo.input)}>
        {say('frame.action.undo')}
      </Button>
      <Refused error={error} />
    </>
  );
}
