import { z } from 'zod';
import { command, query } from './command.ts';
import { fileSchema } from './files.ts';
import { civilDateSchema, idSchema, instantSchema, requestIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { pageInput, pageOf } from './page.ts';
import { lineSchema, saidSchema } from './text.ts';

/** To whom: everyone, or units with all below them and single persons. Frozen into names at publication. */
export const noticeScopeSchema = z.object({
  everyone: z.boolean(),
  unitIds: z.array(idSchema).max(500),
  personIds: z.array(idSchema).max(2_000),
});
export type NoticeScope = z.infer<typeof noticeScopeSchema>;

export const noticeSchema = z.object({
  id: idSchema,
  title: z.string(),
  body: z.string(),
  files: z.array(fileSchema),
  authorId: idSchema,
  scope: noticeScopeSchema,
  publishedAt: instantSchema,
  mustAcknowledge: z.boolean(),
  acknowledgeBy: instantSchema.nullable(),
  state: z.enum(['published', 'withdrawn']),
  withdrawReason: z.string().nullable(),
  audienceSize: z.number().int(),
  /** My own receipt; null when I am not in the audience (the author, for instance). */
  mine: z.object({ seenAt: instantSchema.nullable(), acknowledgedAt: instantSchema.nullable() }).nullable(),
  canFollow: z.boolean(),
  canWithdraw: z.boolean(),
  version: z.number().int(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const noticeTallySchema = z.object({
  noticeId: idSchema,
  audience: z.number().int(),
  seen: z.number().int(),
  acknowledged: z.number().int(),
  units: z.array(
    z.object({
      unitId: idSchema.nullable(),
      audience: z.number().int(),
      seen: z.number().int(),
      acknowledged: z.number().int(),
      /** Who has not answered yet (not acknowledged where asked for, else not seen). */
      waitingIds: z.array(idSchema),
    }),
  ),
});
export type NoticeTally = z.infer<typeof noticeTallySchema>;

const onNotice = { requestId: requestIdSchema, noticeId: idSchema };

export const noticesCommands = {
  'notices.publish': command(
    'Tell people, units with all below them, or everyone',
    z.object({
      requestId: requestIdSchema,
      title: lineSchema(LIMITS.titleLength),
      body: saidSchema(LIMITS.bodyLength),
      fileIds: z.array(idSchema).max(LIMITS.messageFiles).default([]),
      scope: noticeScopeSchema,
      mustAcknowledge: z.boolean(),
      acknowledgeBy: civilDateSchema.nullable(),
    }),
    noticeSchema,
  ),
  'notices.list': query(
    'Notices to me, or those I follow',
    z.object({ box: z.enum(['received', 'waiting', 'sent']), ...pageInput }),
    pageOf(noticeSchema),
  ),
  'notices.get': query('One notice', z.object({ noticeId: idSchema }), noticeSchema),
  'notices.markSeen': command('I have seen it', z.object({ noticeId: idSchema }), noticeSchema),
  'notices.acknowledge': command('I have read it and answer for it', z.object({ noticeId: idSchema }), noticeSchema),
  'notices.tally': query(
    'Who has seen and acknowledged, per unit',
    z.object({ noticeId: idSchema }),
    noticeTallySchema,
  ),
  'notices.remind': command(
    'Remind those who have not answered',
    z.object(onNotice),
    z.object({ reminded: z.number().int() }),
  ),
  'notices.withdraw': command(
    'Take a notice back, with the reason',
    z.object({ ...onNotice, reason: saidSchema(LIMITS.reasonLength) }),
    noticeSchema,
  ),
};
