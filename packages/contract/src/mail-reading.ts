import { z } from 'zod';
import { urgencySchema } from './documents.ts';
import { fileFindingSchema } from './files.ts';
import { meetingSchema } from './slips.ts';

/** The secrecy a letter is marked with: mật, tối mật, tuyệt mật. */
export const secrecyMarkSchema = z.enum(['confidential', 'secret', 'top-secret']);
export type SecrecyMark = z.infer<typeof secrecyMarkSchema>;

/** What a message is: only a `letter` is offered for registration without a second thought. */
export const mailKindSchema = z.enum(['letter', 'bounce', 'auto-reply', 'list', 'calendar']);
export type MailKind = z.infer<typeof mailKindSchema>;

/**
 * What a reader of the message should be told before trusting it.
 * `duplicate-…`: the field came more than once, and the FIRST is the one shown, registered and checked.
 */
export const mailWarningSchema = z.enum([
  'duplicate-from',
  'duplicate-subject',
  'duplicate-date',
  'duplicate-message-id',
  'duplicate-content-type',
  'header-charset-guessed',
  'name-holds-address',
  'text-cut',
  'attachments-cut',
  'addresses-cut',
  'header-cut',
  'parts-cut',
  'structure-damaged',
  'body-charset-guessed',
  'characters-lost',
]);
export type MailWarning = z.infer<typeof mailWarningSchema>;

/** What a clerk may choose a body to be read as; the last two are no charsets but fonts of old Vietnamese programs. */
export const BODY_ENCODINGS = ['utf-8', 'windows-1258', 'viscii', 'windows-1252', 'utf-16le', 'tcvn3', 'vni'] as const;
export const bodyEncodingSchema = z.enum(BODY_ENCODINGS);
export type BodyEncoding = z.infer<typeof bodyEncodingSchema>;

/** An address of a message: the name NFC and without controls, the domain lower case and in its ASCII form. */
export const mailAddressSchema = z.object({ name: z.string().max(300), address: z.string().max(320) });
export type MailAddress = z.infer<typeof mailAddressSchema>;

/** One attachment. `mime` is what its bytes say (or the declared type where they say nothing); size in bytes. */
export const mailAttachmentSchema = z.object({
  name: z.string().min(1).max(200),
  declaredMime: z.string().max(150),
  mime: z.string().max(150),
  size: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A small picture shown inside the text, as a logo: no file of its own, but counted. */
  isDecoration: z.boolean(),
  contentId: z.string().max(300).nullable(),
  /** What was found when it was looked into, or that it was not. */
  findings: z.array(fileFindingSchema).max(20),
  /** The strongest secrecy mark in its name, its text or what lies in it. */
  secrecyMark: secrecyMarkSchema.nullable(),
});
export type MailAttachment = z.infer<typeof mailAttachmentSchema>;

/** A message as read: decoded, NFC, bounded. Everything in it is a claim of whoever sent it. */
export const parsedMailSchema = z.object({
  kind: mailKindSchema,
  from: mailAddressSchema.nullable(),
  to: z.array(mailAddressSchema).max(200),
  cc: z.array(mailAddressSchema).max(200),
  subject: z.string().max(2000),
  /** The Date field as an ISO instant; null where it is missing or no date. */
  sentAt: z.iso.datetime().nullable(),
  /** Plain text; made from the HTML where the message has no text of its own. */
  text: z.string().max(1_048_576),
  /** Vietnamese written for a TCVN3 or VNI font; subject, names and text have been converted as well as can be. */
  legacyEncoding: z.enum(['tcvn3', 'vni']).nullable(),
  /** What the body was read as, where it had to be guessed or was chosen by a clerk; null where the message says it. */
  encoding: bodyEncodingSchema.nullable(),
  warnings: z.array(mailWarningSchema).max(20),
});
export type ParsedMail = z.infer<typeof parsedMailSchema>;

/** Where a proposed field was found. */
export const proposalSourceSchema = z.enum(['pdf', 'subject', 'body', 'sender', 'file']);
export type ProposalSource = z.infer<typeof proposalSourceSchema>;

/** Doubts a clerk should see next to a proposal. */
export const proposalNoteSchema = z.enum([
  'code-differs',
  'code-unusual',
  'date-in-future',
  'issuer-not-known',
  'issuer-differs-from-sender',
  'pdf-without-text',
]);
export type ProposalNote = z.infer<typeof proposalNoteSchema>;

/** How a letter stands to another whose number it names. */
export const letterRelationSchema = z.enum(['replies-to', 'recalls', 'corrects', 'replaces', 'refers-to']);
export type LetterRelation = z.infer<typeof letterRelationSchema>;

const proposedText = (max: number) =>
  z.object({ value: z.string().min(1).max(max), source: proposalSourceSchema }).nullable();

/**
 * What the reader believes the letter's register fields to be (lengths: Decree 30/2020, annex VI). A field not found
 * is null: never guessed. Where a code has the regular form, `${codeNumber}/${codeNotation}` is how it is printed; an
 * irregular one (a Party document's "12-NQ/TU") is only in `codeText`.
 */
export const proposalSchema = z.object({
  issuer: proposedText(200),
  codeText: proposedText(60),
  codeNumber: proposedText(11),
  codeNotation: proposedText(30),
  /** YYYY-MM-DD */
  issuedDate: proposedText(10),
  /** A key of the domain's catalogue of document types. */
  documentType: proposedText(40),
  subject: proposedText(500),
  urgency: z.object({ value: urgencySchema, source: proposalSourceSchema }).nullable(),
  secrecyMark: z.object({ value: secrecyMarkSchema, source: proposalSourceSchema }).nullable(),
  /** The other letter that the subject names, as the number is printed; its date as YYYY-MM-DD. */
  refersTo: z
    .object({
      relation: letterRelationSchema,
      codeText: z.string().min(1).max(60),
      issuedDate: z.string().max(10).nullable(),
    })
    .nullable(),
  /** YYYY-MM-DD: the last day the letter asks an answer by. */
  deadline: proposedText(10),
  /** When the meeting is that the letter calls to: no deadline, a day to be there. */
  meeting: meetingSchema.extend({ source: proposalSourceSchema }).nullable(),
  notes: z.array(proposalNoteSchema).max(10),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** One verdict of RFC 7208, 6376 or 9989, in the words of RFC 8601. */
export const authenticationVerdictSchema = z.enum([
  'pass',
  'fail',
  'none',
  'softfail',
  'neutral',
  'temperror',
  'permerror',
]);
export type AuthenticationVerdict = z.infer<typeof authenticationVerdictSchema>;

const domainName = z.string().max(255).nullable();

/** Who vouches for the sender. `domain` is the one each verdict is about; DMARC's is that of the From shown. */
export const authenticationSchema = z.object({
  spf: z.object({ verdict: authenticationVerdictSchema, domain: domainName }),
  dkim: z.object({
    verdict: authenticationVerdictSchema,
    domain: domainName,
    selector: z.string().max(255).nullable(),
  }),
  dmarc: z.object({
    verdict: authenticationVerdictSchema,
    domain: domainName,
    policy: z.enum(['none', 'quarantine', 'reject']).nullable(),
  }),
  /** Some answer was missing for now: asking again later may settle it. */
  againLater: z.boolean(),
});
export type Authentication = z.infer<typeof authenticationSchema>;
