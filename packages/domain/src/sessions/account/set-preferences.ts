import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeAggregate } from '../../outbox/change-aggregate.ts';
import { people } from '../../people/person-model.ts';

/** Sets the caller's language and theme, on all their devices. */
export async function setPreferences(
  office: Office,
  caller: Caller,
  { language, theme }: CommandInput<'session.setPreferences'>,
): Promise<CommandOutput<'session.setPreferences'>> {
  const person = await changeAggregate(office, people, caller.personId, caller, null, ({ preferences }) =>
    preferences.language === language && preferences.theme === theme
      ? null
      : {
          set: { preferences: { language, theme } },
          story: { action: 'preferencesSet', marks: [{ to: [caller.personId], kind: 'person' }] },
        },
  );
  return person.preferences;
}
