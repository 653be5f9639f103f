import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../../components/states/copy-button.tsx';
import { useSay } from '../../../lib/language.ts';

/** A temporary password, shown this once. Null when the same command was repeated: it cannot be read again. */
export function TemporaryPassword({ password, onClose }: { password: string | null; onClose: () => void }) {
  const say = useSay();
  return (
    <Stack>
      <Text>{say(password === null ? 'people.passwordNotShown' : 'people.temporaryPassword')}</Text>
      {password !== null && (
        <Group>
          <Code fz="lg" p="sm">
            {password}
          </Code>
          <CopyButton value={password}>
            {({ isCopied, copy }) => (
              <Button variant="default" onClick={copy}>
                {say(isCopied ? 'frame.action.copied' : 'frame.action.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{say('frame.action.close')}</Button>
      </Group>
    </Stack>
  );
}
