import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeOneself } from '../../people/accounts/change-oneself.ts';

/** Sets what the caller is offered to say by one tap in one kind of act; each phrase once. */
export async function setPhrases(
  office: Office,
  caller: Caller,
  { requestId, kind, phrases }: CommandInput<'session.setPhrases'>,
): Promise<CommandOutput<'session.setPhrases'>> {
  const person = await changeOneself(office, caller, requestId, (current) => {
    const { [kind]: _before, ...others } = current.phrases ?? {};
    return {
      set: { phrases: phrases === null ? others : { ...others, [kind]: [...new Set(phrases)] } },
      story: { action: 'phrasesSet', details: { kind }, marks: [{ to: [caller.personId], kind: 'person' }] },
    };
  });
  return person.phrases ?? {};
}
