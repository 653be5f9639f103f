import { z } from 'zod';
import { command, query } from './command.ts';
import { civilDateSchema, idSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { doneSchema } from './page.ts';
import { lineSchema, optionalLineSchema } from './text.ts';

/** A mail domain of the office, lower case, as it stands after the @. */
export const mailDomainSchema = z
  .string()
  .toLowerCase()
  .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/);
/** The part before the @ of an address the office receives mail at. */
export const mailboxSchema = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$/);

export const organisationSchema = z.object({
  name: z.string(),
  shortName: z.string(),
  mailDomain: z.string(),
  registryMailbox: z.string(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** A department (phòng, ban, trung tâm). `code` is its part of an outgoing symbol, such as VX. */
export const unitSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  code: z.string(),
  mailbox: z.string().nullable(),
  order: z.number().int(),
  isClosed: z.boolean(),
  version: z.number().int(),
});
export type Unit = z.infer<typeof unitSchema>;

export const positionSchema = z.object({ id: idSchema, title: z.string(), rank: z.number().int() });
export type Position = z.infer<typeof positionSchema>;

export const holidaySchema = z.object({ date: civilDateSchema, kind: z.enum(['off', 'work']), name: z.string() });
export type Holiday = z.infer<typeof holidaySchema>;

const unitFields = {
  name: lineSchema(LIMITS.unitName),
  code: lineSchema(20),
  parentId: idSchema.nullable(),
  mailbox: mailboxSchema.nullable(),
  order: z.number().int().min(0).max(9_999),
};

export const organisationCommands = {
  'organisation.get': query('The office: its name and mail addresses', z.object({}), organisationSchema),
  'organisation.update': command(
    'Change the name or the mail addresses of the office; what is left out stays',
    z.object({
      requestId: requestIdSchema,
      name: lineSchema(LIMITS.unitName).optional(),
      shortName: lineSchema(60).optional(),
      mailDomain: mailDomainSchema.optional(),
      registryMailbox: mailboxSchema.optional(),
    }),
    organisationSchema,
  ),
  'units.list': query('All units, parents before children', z.object({}), z.object({ units: z.array(unitSchema) })),
  'units.create': command('Found a unit', z.object({ requestId: requestIdSchema, ...unitFields }), unitSchema),
  'units.update': command(
    'Rename or move a unit; what is left out stays',
    z.object({ requestId: requestIdSchema, unitId: idSchema, ...z.object(unitFields).partial().shape }),
    unitSchema,
  ),
  'units.close': command(
    'Close a unit that has nobody left in it',
    z.object({ requestId: requestIdSchema, unitId: idSchema }),
    unitSchema,
  ),
  'positions.list': query('Positions by rank', z.object({}), z.object({ positions: z.array(positionSchema) })),
  'positions.create': command(
    'Add a position',
    z.object({ requestId: requestIdSchema, title: lineSchema(120), rank: z.number().int().min(1).max(999) }),
    positionSchema,
  ),
  'holidays.list': query(
    'Days off and swapped working days of a year',
    z.object({ year: z.number().int().min(2000).max(2200) }),
    z.object({ holidays: z.array(holidaySchema) }),
  ),
  'holidays.set': command(
    'Make a day a day off or a working day',
    z.object({
      requestId: requestIdSchema,
      date: civilDateSchema,
      kind: z.enum(['off', 'work']),
      name: optionalLineSchema(120),
    }),
    holidaySchema,
  ),
  'holidays.remove': command(
    'Make a day an ordinary day again',
    z.object({ requestId: requestIdSchema, date: civilDateSchema }),
    doneSchema,
  ),
};
