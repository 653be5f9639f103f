import { LIMITS } from '@congso/contract/limits';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { GuardedButton } from '../../components/buttons/guarded-button.tsx';
import { whatIsMissing } from '../../components/buttons/what-is-missing.ts';
import { useSay } from '../../lib/language.ts';
import { type Draft, useDraft } from '../../office/use-draft.ts';
import { Dialog } from './dialog.tsx';
import { Refused } from './error-state.tsx';
import { useFieldError } from './use-field-error.ts';

type Props = {
  onClose: () => void;
  /** Names the thing: "Thu hồi thông báo “Họp giao ban”?" */
  title: string;
  /** What follows, where it is not plain from the title. */
  children?: ReactNode;
  /** The verb on the button. */
  action: string;
  isDestructive?: boolean;
  isRunning?: boolean;
  error?: unknown;
};

/**
 * Asks once before what cannot be undone. Mounted with its command while it asks, so that each question is a new one:
 * without the refusal of the one before.
 */
export function ConfirmDialog({ onConfirm, ...props }: Props & { onConfirm: () => void }) {
  return (
    <Frame {...props} onSubmit={onConfirm} whyNot={null}>
      {props.children && <Text size="sm">{props.children}</Text>}
    </Frame>
  );
}

const NO_REASON = { reason: '' };

/**
 * The reason `ConfirmReason` writes, kept under the name of what is done and to what ('withdraw:<id>') until it is done:
 * `onDone` is for the command.
 */
export function useReason(name: string, onClose: () => void) {
  const draft = useDraft(name, NO_REASON);
  const [, , discard] = draft;
  const onDone = () => {
    discard();
    onClose();
  };
  return { draft, onDone };
}

/** Asks for the reason of a step that goes on record, and confirms it; mounted in the same way. */
export function ConfirmReason({
  onConfirm,
  label,
  draft: [{ reason }, change],
  ...props
}: Props & { label: string; draft: Draft<typeof NO_REASON>; onConfirm: (reason: string) => void }) {
  const say = useSay();
  const errorOf = useFieldError(props.error);
  const said = reason.trim();
  return (
    <Frame {...props} onSubmit={() => onConfirm(said)} whyNot={whatIsMissing(say, { [label]: said === '' })}>
      {props.children && <Text size="sm">{props.children}</Text>}
      <Textarea
        label={label}
        error={errorOf('reason')}
        value={reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        maxLength={LIMITS.reasonLength}
        autosize
        minRows={3}
        maxRows={8}
        required
        withAsterisk={false}
        data-autofocus
      />
    </Frame>
  );
}

function Frame({
  onClose,
  title,
  children,
  action,
  isDestructive = false,
  isRunning = false,
  error,
  onSubmit,
  whyNot,
}: Props & { onSubmit: () => void; whyNot: string | null }) {
  const say = useSay();
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (whyNot === null) onSubmit();
        }}
      >
        <Stack>
          {children}
          <Refused error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} data-cancel={isDestructive || undefined}>
              {say('frame.action.cancel')}
            </Button>
            <GuardedButton type="submit" color={isDestructive ? 'red' : 'teal'} loading={isRunning} whyNot={whyNot}>
              {action}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
