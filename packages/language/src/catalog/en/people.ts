import type { Translated } from '../translated.ts';
import type { people as vi } from '../vi/people.ts';

export const people = {
  person: 'Person',
  people: 'People',
  directory: 'Directory',
  searchDirectory: 'Search by name, position, unit or phone',
  familyMiddle: 'Family and middle names',
  given: 'Given name',
  fullName: 'Full name',
  phone: 'Phone',
  mail: 'E-mail',
  login: 'Login',
  you: 'you',
  unknown: 'Someone no longer in the office',
  count: '{{count}} people',
  count_one: '{{count}} person',
  onBehalfOf: '{{actor}} on behalf of {{principal}}',
  role: {
    clerk: 'Clerk',
    leader: 'Leader',
    head: 'Head of unit',
    deputy: 'Deputy head',
    officer: 'Officer',
    admin: 'Administrator',
  },
  presence: {
    online: 'Online',
    offline: 'Offline',
  },
  state: {
    active: 'Active',
    deactivated: 'Deactivated',
  },
  action: {
    message: 'Message',
    call: 'Call',
    deactivate: 'Deactivate',
    reactivate: 'Reactivate',
    resetPassword: 'Reset password',
  },
  empty: 'Nobody in the directory yet',
} as const satisfies Translated<typeof vi>;
