import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { changeOneself } from '../../people/accounts/change-oneself.ts';

/** Sets the caller's language and theme, on all their devices. */
export async function setPreferences(
  office: Office,
  caller: Caller,
  { language, theme }: CommandInput<'session.setPreferences'>,
): Promise<CommandOutput<'session.setPreferences'>> {
  const person = await changeOneself(office, caller, null, ({ preferences }) =>
    preferences.language === language && preferences.theme === theme
      ? null
      : {
          set: { preferences: { language, theme } },
          story: { action: 'preferencesSet', marks: [{ to: [caller.personId], kind: 'person' }] },
        },
  );
  return person.preferences;
}
