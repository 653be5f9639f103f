import { z } from 'zod';
import { command, query } from './command.ts';
import { civilDateSchema, idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { mailDomainSchema } from './organisation.ts';
import { doneSchema, pageInput, pageOf } from './page.ts';
import { lineSchema, optionalLineSchema, searchedSchema } from './text.ts';

/** What a person may do, carried by an appointment and never by the person. */
export const ROLES = ['admin', 'leader', 'clerk', 'head', 'deputy', 'officer'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Person x position x unit, with the roles that come with it. `to` is null while it lasts. */
export const appointmentSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  positionId: idSchema,
  roles: z.array(roleSchema),
  isPrimary: z.boolean(),
  from: civilDateSchema,
  to: civilDateSchema.nullable(),
});
export type Appointment = z.infer<typeof appointmentSchema>;

/** A person as colleagues see one. */
export const personSchema = z.object({
  id: idSchema,
  familyMiddle: z.string(),
  given: z.string(),
  login: z.string(),
  title: z.string(),
  unitId: idSchema.nullable(),
  phone: z.string().nullable(),
  mail: z.string().nullable(),
  isActive: z.boolean(),
  appointments: z.array(appointmentSchema),
  version: z.number().int(),
});
export type Person = z.infer<typeof personSchema>;

export const preferencesSchema = z.object({
  language: z.enum(['vi', 'en']),
  theme: z.enum(['light', 'dark', 'auto']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** The signed-in person, as the browser needs it to show only what the person may do. */
/** What one says again and again when acting on a document, by the act; at most so many, each one line. */
const phraseListSchema = z.array(lineSchema(LIMITS.phraseLength)).max(LIMITS.phrases);
export const PHRASE_KINDS = ['submit', 'direct', 'assign', 'complete', 'return'] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];
/** Of a kind that is missing here the shipped ones are offered. */
export const phrasesSchema = z.object({
  submit: phraseListSchema.optional(),
  direct: phraseListSchema.optional(),
  assign: phraseListSchema.optional(),
  complete: phraseListSchema.optional(),
  return: phraseListSchema.optional(),
});
export type Phrases = z.infer<typeof phrasesSchema>;

export const meSchema = z.object({
  person: personSchema,
  roles: z.array(roleSchema),
  preferences: preferencesSchema,
  phrases: phrasesSchema,
  mustChangePassword: z.boolean(),
  /** Whether mail may come that I read before it is registered. */
  readsMail: z.boolean(),
  officeName: z.string(),
  serverTime: instantSchema,
});
export type Me = z.infer<typeof meSchema>;

const loginSchema = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);
/** The server checks strength; here only what can be stored. */
export const newPasswordSchema = z.string().min(1).max(LIMITS.passwordMax);
const personFields = {
  familyMiddle: lineSchema(LIMITS.personName),
  given: lineSchema(60),
  phone: optionalLineSchema(30).nullable(),
  mail: z.email().max(254).nullable(),
};
const appointmentFields = {
  unitId: idSchema,
  positionId: idSchema,
  roles: z.array(roleSchema).max(ROLES.length),
  isPrimary: z.boolean(),
};
const onPerson = { requestId: requestIdSchema, personId: idSchema };

export const sessionSchema = z.object({
  id: idSchema,
  kind: z.enum(['browser', 'token']),
  label: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

const OPEN = { isPublic: true, httpOnly: true } as const;
export const peopleCommands = {
  // For the page one signs in at; null before the office is founded.
  'session.office': query('Whose office this is', z.object({}), z.object({ name: z.string().nullable() }), OPEN),
  'session.signIn': command(
    'Sign in; the session comes as a cookie',
    z.object({ login: z.string().min(1).max(LIMITS.loginLength), password: z.string().min(1).max(LIMITS.passwordMax) }),
    meSchema,
    OPEN,
  ),
  'session.signOut': command('Sign out here', z.object({}), doneSchema, { httpOnly: true }),
  'session.signOutEverywhere': command('End all my sessions and tokens', z.object({}), doneSchema, { httpOnly: true }),
  'session.changePassword': command(
    'Change my password; every other session ends',
    z.object({
      requestId: requestIdSchema,
      currentPassword: z.string().min(1).max(LIMITS.passwordMax),
      newPassword: newPasswordSchema,
    }),
    doneSchema,
  ),
  'session.get': query('Who I am and what I may do', z.object({}), meSchema),
  'session.list': query('My sessions and tokens', z.object({}), z.object({ sessions: z.array(sessionSchema) })),
  'session.createToken': command(
    'A token for a program of mine; shown once',
    z.object({ requestId: requestIdSchema, label: lineSchema(80) }),
    z.object({ token: z.string() }),
  ),
  'session.revoke': command('End one of my sessions or tokens', z.object({ sessionId: idSchema }), doneSchema),
  'session.setPreferences': command('My language and theme', preferencesSchema, preferencesSchema),
  'session.setPhrases': command(
    'My phrases for one kind of act; null: the shipped ones again',
    z.object({ requestId: requestIdSchema, kind: z.enum(PHRASE_KINDS), phrases: phraseListSchema.nullable() }),
    phrasesSchema,
  ),
  'founding.found': command(
    'Found the office: its name and the first administrator',
    z.object({
      token: z.string().min(16).max(200),
      officeName: lineSchema(LIMITS.unitName),
      mailDomain: mailDomainSchema,
      familyMiddle: personFields.familyMiddle,
      given: personFields.given,
      login: loginSchema,
      password: newPasswordSchema,
    }),
    doneSchema,
    OPEN,
  ),
  'people.list': query(
    'The directory, by given name; `text` is matched without marks',
    z.object({
      text: searchedSchema.optional(),
      unitId: idSchema.optional(),
      withInactive: z.boolean().optional(),
      ...pageInput,
    }),
    pageOf(personSchema),
  ),
  'people.get': query('One person', z.object({ personId: idSchema }), personSchema),
  'people.create': command(
    'Add a person with a first appointment and a temporary password',
    z.object({
      requestId: requestIdSchema,
      login: loginSchema,
      ...personFields,
      appointment: z.object(appointmentFields),
    }),
    z.object({ person: personSchema, temporaryPassword: z.string().nullable() }),
  ),
  'people.update': command(
    'Correct name, phone or mail; what is left out stays',
    z.object({ ...onPerson, ...z.object(personFields).partial().shape }),
    personSchema,
  ),
  'people.appoint': command(
    'Appoint to a position in a unit',
    z.object({ ...onPerson, ...appointmentFields }),
    personSchema,
  ),
  'people.endAppointment': command(
    'End an appointment today',
    z.object({ ...onPerson, appointmentId: idSchema }),
    personSchema,
  ),
  'people.deactivate': command('Close the account; sessions end at once', z.object(onPerson), personSchema),
  'people.reactivate': command('Open the account again', z.object(onPerson), personSchema),
  'people.resetPassword': command(
    'Give a temporary password; sessions end at once',
    z.object(onPerson),
    z.object({ temporaryPassword: z.string().nullable() }),
  ),
};
