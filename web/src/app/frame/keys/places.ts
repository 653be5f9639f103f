import { fold, searchWords } from '@congso/language/fold';
import {
  IconBook2,
  IconCalendarPlus,
  IconFilePlus,
  IconMessagePlus,
  type IconSearch,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { ADMINISTRATION_SECTIONS } from '../../../features/administration/sections.ts';
import { useMayWrite } from '../../../features/notices/notices-queries.ts';
import { useSay } from '../../../lib/language.ts';
import { useHasRole } from '../../../office/me.ts';
import { useEntries } from '../navigation-entries.ts';

/** A page one can go to, or something one can begin. */
export type Place = { key: string; group: 'page' | 'action'; icon: typeof IconSearch; title: string; to: string };

/** Everything that has an address of its own and that the signed-in person may use: pages, then what one can begin. */
export function usePlaces(): Place[] {
  const say = useSay();
  const isClerk = useHasRole('clerk');
  const isAdmin = useHasRole('admin');
  const mayWrite = useMayWrite();
  const pages = useEntries().map(({ name, to, icon }) => ({
    key: name,
    icon,
    title: say(`frame.navigation.${name}`),
    to,
  }));
  const register = {
    key: 'register',
    icon: IconBook2,
    title: say('documents.incomingRegister'),
    to: '/documents/register',
  };
  const administration = isAdmin
    ? ADMINISTRATION_SECTIONS.map(({ name, to, icon }) => ({
        key: `administration:${name}`,
        icon,
        title: `${say('frame.navigation.administration')}: ${say(`administration.section.${name}`)}`,
        to,
      }))
    : [];
  const actions = [
    { key: 'new-task', icon: IconCalendarPlus, title: say('tasks.new'), to: '/tasks/new' },
    { key: 'new-conversation', icon: IconMessagePlus, title: say('chat.newConversation'), to: '/chat/new' },
    ...(mayWrite
      ? [{ key: 'new-notice', icon: IconSpeakerphone, title: say('notices.action.write'), to: '/notices/new' }]
      : []),
    ...(isClerk ? [{ key: 'new-paper', icon: IconFilePlus, title: say('documents.paper'), to: '/documents/new' }] : []),
  ];
  return [
    ...[...pages, register, ...administration].map((place) => ({ ...place, group: 'page' as const })),
    ...actions.map((place) => ({ ...place, group: 'action' as const })),
  ];
}

/** Whether every word typed begins a word of the title, marks ignored: "so dang" is "Sổ đăng ký văn bản đến". */
export function isMeant(typed: string, title: string): boolean {
  const words = ` ${fold(title)}`;
  return searchWords(typed).every((word) => words.includes(` ${word}`));
}
