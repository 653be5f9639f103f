import type { Conversation } from '@congso/contract/chat';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Withheld } from '../../components/states/withheld.tsx';
import { useSay } from '../../lib/language.ts';
import { useMe } from '../../office/me.ts';
import { useUnit } from '../../office/units.ts';
import { addressOfConversation } from './open-conversation.tsx';

/** A conversation one is in no more. `shown`: as it was on this page until now, null when it never was. */
export function ConversationWithheld({ shown }: { shown: Conversation | null }) {
  const say = useSay();
  const { unitId } = useMe().person;
  const left = useUnit(shown?.kind === 'unit' ? shown.subjectId : null);
  const own = useUnit(unitId);
  if (!shown) return <Withheld wasShown={false} />;
  // What a group is called is for its members; what a unit is called everybody knows.
  if (!left) return <Withheld wasShown title={say('chat.noLongerIn')} />;
  return (
    <Withheld wasShown title={say('chat.noLongerInUnit', { unit: left.name })}>
      {own && own.id !== left.id && (
        <Button component={Link} to={addressOfConversation(`unit:${own.id}`)} replace>
          {say('chat.openUnit', { unit: own.name })}
        </Button>
      )}
    </Withheld>
  );
}
