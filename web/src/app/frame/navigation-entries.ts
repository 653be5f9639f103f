import type { Me } from '@congso/contract/people';
import {
  IconAddressBook,
  IconChecklist,
  IconFileText,
  IconHome,
  IconMail,
  IconMessageCircle,
  IconSettings,
  IconShieldCog,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { useUnreadTotal } from '../../features/chat/chat-queries.ts';
import { useMe } from '../../office/me.ts';

type Name = 'today' | 'chat' | 'notices' | 'tasks' | 'documents' | 'mail' | 'directory' | 'administration' | 'settings';

/** A place of the frame's navigation. `count` is what waits there, 0 for nothing. */
export type Entry = { name: Name; to: string; icon: typeof IconHome; count: number };

type Place = Omit<Entry, 'count'> & { isFor?: (me: Me) => boolean };

const PLACES: readonly Place[] = [
  { name: 'today', to: '/', icon: IconHome },
  { name: 'chat', to: '/chat', icon: IconMessageCircle },
  { name: 'notices', to: '/notices', icon: IconSpeakerphone },
  { name: 'tasks', to: '/tasks', icon: IconChecklist },
  { name: 'documents', to: '/documents', icon: IconFileText },
  { name: 'mail', to: '/mail', icon: IconMail, isFor: ({ readsMail }) => readsMail },
  { name: 'directory', to: '/directory', icon: IconAddressBook },
  {
    name: 'administration',
    to: '/administration',
    icon: IconShieldCog,
    isFor: ({ roles }) => roles.includes('admin'),
  },
  { name: 'settings', to: '/settings', icon: IconSettings },
];

/** The most used ones, in the bottom bar of a phone. */
export const PHONE_ENTRIES: readonly Name[] = ['today', 'chat', 'tasks', 'documents'];

/** Only what the signed-in person may use. */
export function useEntries(): Entry[] {
  const me = useMe();
  const unread = useUnreadTotal();
  return PLACES.filter(({ isFor }) => !isFor || isFor(me)).map((place) => ({
    ...place,
    count: place.name === 'chat' ? unread : 0,
  }));
}
