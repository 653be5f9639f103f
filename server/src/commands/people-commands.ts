import type { peopleCommands } from '@congso/contract/people';
import { createPerson } from '@congso/domain/people/accounts/create-person';
import { deactivatePerson } from '@congso/domain/people/accounts/deactivate-person';
import { reactivatePerson } from '@congso/domain/people/accounts/reactivate-person';
import { resetPassword } from '@congso/domain/people/accounts/reset-password';
import { updatePerson } from '@congso/domain/people/accounts/update-person';
import { appoint } from '@congso/domain/people/appointments/appoint';
import { endAppointment } from '@congso/domain/people/appointments/end-appointment';
import { getPerson, listPeople } from '@congso/domain/people/directory/list-people';
import { changePassword } from '@congso/domain/sessions/account/change-password';
import { createToken } from '@congso/domain/sessions/account/create-token';
import { listSessions } from '@congso/domain/sessions/account/list-sessions';
import { revokeSession } from '@congso/domain/sessions/account/revoke-session';
import { setPhrases } from '@congso/domain/sessions/account/set-phrases';
import { setPreferences } from '@congso/domain/sessions/account/set-preferences';
import { presentMe } from '@congso/domain/sessions/present-me';
import type { Handlers } from '../answering/handler.ts';
import type { SessionCommand } from '../http/session-door.ts';

export const peopleHandlers = {
  'session.changePassword': changePassword,
  'session.get': presentMe,
  'session.list': listSessions,
  'session.createToken': createToken,
  'session.revoke': revokeSession,
  'session.setPreferences': setPreferences,
  'session.setPhrases': setPhrases,
  'people.list': listPeople,
  'people.get': getPerson,
  'people.create': createPerson,
  'people.update': updatePerson,
  'people.appoint': appoint,
  'people.endAppointment': endAppointment,
  'people.deactivate': deactivatePerson,
  'people.reactivate': reactivatePerson,
  'people.resetPassword': resetPassword,
} satisfies Handlers<Exclude<keyof typeof peopleCommands, SessionCommand>>;
