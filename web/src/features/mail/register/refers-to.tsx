import type { Proposal } from '@congso/contract/mail-reading';
import { formatCivilDate } from '@congso/language/dates';
import { Button, Group, Text } from '@mantine/core';
import { useSay } from '../../../lib/language.ts';

type Props = {
  reference: NonNullable<Proposal['refersTo']>;
  note: string;
  onNote: (note: string) => void;
};

/** The other letter that this one answers, recalls or speaks of, and a tap that puts it on record. */
export function RefersTo({ reference: { relation, codeText, issuedDate }, note, onNote }: Props) {
  const say = useSay();
  const plain = say(`mail.refersTo.${relation}`, { code: codeText });
  const reference =
    issuedDate === null ? plain : say('mail.refersTo.dated', { reference: plain, date: formatCivilDate(issuedDate) });
  return (
    <Group mt="sm" gap="sm" justify="space-between">
      <Text size="sm">{reference}</Text>
      {!note.includes(codeText) && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onNote([note, reference].filter((part) => part !== '').join('; '))}
        >
          {say('mail.refersTo.toNote')}
        </Button>
      )}
    </Group>
  );
}
