import type { Office } from '../office/office.ts';
import { type Addressee, type NoticeDoc, notices } from './notice-model.ts';

/**
 * A notice as it concerns one person. Of its audience, which may be the whole office, only that person is fetched:
 * everybody opens it and answers it, and would else read everybody each time.
 */
export type NoticeForMe = Omit<NoticeDoc, 'audience' | 'searchKey' | 'pressedAt' | 'outbox' | 'requestIds'> & {
  /** Null for who is not of its audience: its author, a leader. */
  readonly me: Addressee | null;
};

type Found = Omit<NoticeForMe, 'me'> & { audience?: Addressee[] };

const FIELDS = [
  'version',
  'createdAt',
  'createdById',
  'nextAt',
  'attempts',
  'title',
  'body',
  'fileIds',
  'authorId',
  'scope',
  'publishedAt',
  'mustAcknowledge',
  'acknowledgeBy',
  'state',
  'withdrawReason',
] as const satisfies readonly (keyof Found)[];

/** Notices by a filter, in an order, as they concern a person. */
export async function findNotices(
  office: Office,
  personId: string,
  filter: object,
  { sort, limit }: { readonly sort: Record<string, 1 | -1>; readonly limit: number },
): Promise<NoticeForMe[]> {
  const found = await notices.of(office).find(filter, forPerson(personId)).sort(sort).limit(limit).lean<Found[]>();
  return found.map(withMe);
}

/** One notice as it concerns a person; whether they may read it is asked in `access.ts`. */
export async function findNotice(office: Office, personId: string, noticeId: string): Promise<NoticeForMe | null> {
  const found = await notices.of(office).findOne({ _id: noticeId }, forPerson(personId)).lean<Found>();
  return found && withMe(found);
}

const withMe = ({ audience, ...notice }: Found): NoticeForMe => ({ ...notice, me: audience?.[0] ?? null });

const forPerson = (personId: string): Record<string, unknown> => ({
  ...Object.fromEntries(FIELDS.map((field) => [field, 1])),
  audience: { $elemMatch: { personId } },
  // Those published before the size was kept beside the audience have it counted.
  audienceSize: { $ifNull: ['$audienceSize', { $size: '$audience' }] },
});
