import { z } from 'zod';
import { command, query } from './command.ts';
import { URGENCIES } from './documents.ts';
import { fileSchema } from './files.ts';
import { idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { authenticationSchema, bodyEncodingSchema, mailKindSchema, proposalSchema } from './mail-reading.ts';
import { pageInput, pageOf } from './page.ts';
import { lineSchema, optionalLineSchema, saidSchema } from './text.ts';

/**
 * received: durable, not yet read; proposed: read, a document is proposed; original-only: could not be read, the
 * original is kept; quarantined: carries a secrecy mark; then what the clerk decided.
 */
export const MAIL_STATES = [
  'received',
  'proposed',
  'original-only',
  'quarantined',
  'registered',
  'refused',
  'set-aside',
  'destroyed',
] as const;
export const mailStateSchema = z.enum(MAIL_STATES);

export const mailSchema = z.object({
  id: idSchema,
  state: mailStateSchema,
  receivedAt: instantSchema,
  recipient: z.string(),
  /** The unit whose address it came to; null for the registry. */
  unitId: idSchema.nullable(),
  envelopeFrom: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  subject: z.string(),
  sizeBytes: z.number().int(),
  kind: mailKindSchema,
  flags: z.array(z.string()),
  /** Our person, unit or office whom the sender's name is that of, although the address is none of ours. */
  claimsToBe: z.string().nullable(),
  authentication: authenticationSchema.nullable(),
  proposal: proposalSchema.nullable(),
  proposedUnitId: idSchema.nullable(),
  /** Mails or documents that look like the same letter. */
  duplicates: z.array(z.object({ kind: z.enum(['mail', 'document']), id: idSchema, label: z.string() })),
  documentId: idSchema.nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
});
export type Mail = z.infer<typeof mailSchema>;

/** What can be done with a mail: made a row of the register, or decided about otherwise. */
export const MAIL_ACTIONS = [
  'register',
  'readAgain',
  'readAs',
  'refuse',
  'setAside',
  'quarantine',
  'takeBack',
  'destroy',
] as const;
export type MailAction = (typeof MAIL_ACTIONS)[number];

/** One mail opened: its text and its attachments; the original is at `/mails/{id}/original`. */
export const openedMailSchema = mailSchema.extend({
  text: z.string(),
  attachments: z.array(fileSchema),
  /** Small pictures of the text, as logos, that are not among the attachments. */
  hiddenPictures: z.number().int().nonnegative(),
  /** What the text was read as, where that was guessed or chosen. */
  encoding: bodyEncodingSchema.nullable(),
  to: z.array(z.string()),
  sentAt: instantSchema.nullable(),
  /** What I may do with it now. */
  actions: z.array(z.enum(MAIL_ACTIONS)),
});
export type OpenedMail = z.infer<typeof openedMailSchema>;

/** Sender's domain or words in the subject -> unit and urgency proposed. */
export const mailRuleSchema = z.object({
  id: idSchema,
  name: z.string(),
  senderDomain: z.string().nullable(),
  subjectWords: z.string().nullable(),
  unitId: idSchema.nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  order: z.number().int(),
});
export type MailRule = z.infer<typeof mailRuleSchema>;

const onMail = { requestId: requestIdSchema, mailId: idSchema };
const reason = saidSchema(LIMITS.reasonLength);
const ruleFields = {
  name: lineSchema(120),
  senderDomain: optionalLineSchema(253)
    .transform((domain) => domain.toLowerCase())
    .nullable(),
  subjectWords: optionalLineSchema(200).nullable(),
  unitId: idSchema.nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  order: z.number().int().min(0).max(9_999),
};

export const mailCommands = {
  'mails.list': query(
    "The clerk's queue, or what was decided",
    z.object({ box: z.enum(['queue', 'registered', 'refused', 'set-aside', 'quarantined']), ...pageInput }),
    pageOf(mailSchema),
  ),
  'mails.get': query('One mail, opened', z.object({ mailId: idSchema }), openedMailSchema),
  'mails.readAgain': command('Read anew a letter that could not be read', z.object(onMail), mailSchema),
  'mails.readAs': command(
    'Read anew a letter whose characters came out wrong, in an encoding chosen by a clerk',
    z.object({ ...onMail, encoding: bodyEncodingSchema }),
    mailSchema,
  ),
  'mails.refuse': command('Not for us, because', z.object({ ...onMail, reason }), mailSchema),
  'mails.setAside': command('Not a document, keep it aside', z.object({ ...onMail, reason }), mailSchema),
  'mails.takeBack': command('Back into the queue', z.object({ ...onMail, reason }), mailSchema),
  'mails.quarantine': command(
    'This letter is marked secret: stop handling it here',
    z.object({ ...onMail, reason }),
    mailSchema,
  ),
  'mails.destroy': command(
    'Destroy a secret letter; a stub without content stays',
    z.object({ ...onMail, reason }),
    mailSchema,
  ),
  'mailRules.list': query('Mail rules in order', z.object({}), z.object({ rules: z.array(mailRuleSchema) })),
  'mailRules.create': command('Add a rule', z.object({ requestId: requestIdSchema, ...ruleFields }), mailRuleSchema),
  'mailRules.update': command(
    'Change a rule; what is left out stays',
    z.object({ requestId: requestIdSchema, ruleId: idSchema, ...z.object(ruleFields).partial().shape }),
    mailRuleSchema,
  ),
  'mailRules.remove': command(
    'Remove a rule',
    z.object({ requestId: requestIdSchema, ruleId: idSchema }),
    z.object({}),
  ),
};
