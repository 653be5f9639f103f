import type { Office } from '../office/office.ts';
import { type ConversationDoc, conversations } from './conversation-model.ts';
import type { SubjectConversation } from './set-conversation-members.ts';

/** What a noun knows of its subjects and one person, of whom something has changed. */
export type PersonSubjects = {
  readonly kind: SubjectConversation['kind'];
  /** Those of these subjects in whose conversations the person is to be. */
  readonly listHis: (subjectIds: readonly string[]) => Promise<readonly string[]>;
  /** Subjects that may be his now, and were not before. */
  readonly listCandidates: () => Promise<readonly string[]>;
  /** Brings one subject's conversation to what the subject says. */
  readonly ensure: (subjectId: string) => Promise<void>;
};

const PAGE = 500;
const AT_ONCE = 8;

/**
 * Lets the conversations of a noun's subjects follow a change of one person's appointments or account. A clerk is in
 * thousands of them, and hardly any change: they are asked about by the page, and only those that differ are gone
 * through one by one. He goes out first, for until then he still reads.
 */
export async function followPerson(office: Office, personId: string, subjects: PersonSubjects): Promise<void> {
  const isIn = await listSubjectIdsOf(office, subjects.kind, personId);
  await ensureEach(isIn, subjects, (his, id) => !his.has(id));
  const known = new Set(isIn);
  const others = (await subjects.listCandidates()).filter((id) => !known.has(id));
  await ensureEach(others, subjects, (his, id) => his.has(id));
}

async function ensureEach(
  subjectIds: readonly string[],
  { listHis, ensure }: PersonSubjects,
  differs: (his: ReadonlySet<string>, subjectId: string) => boolean,
): Promise<void> {
  for (let start = 0; start < subjectIds.length; start += PAGE) {
    const page = subjectIds.slice(start, start + PAGE);
    const his = new Set(await listHis(page));
    const wrong = page.filter((id) => differs(his, id));
    const ensureNext = async () => {
      for (let next = wrong.shift(); next !== undefined; next = wrong.shift()) await ensure(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ensureNext));
  }
}

/** The subjects of one kind in whose conversations a person is. */
async function listSubjectIdsOf(
  office: Office,
  kind: SubjectConversation['kind'],
  memberIds: string,
): Promise<string[]> {
  const found = await conversations
    .of(office)
    .find({ memberIds, kind }, { subjectId: 1 })
    .lean<Pick<ConversationDoc, 'subjectId'>[]>();
  return found.flatMap(({ subjectId }) => subjectId ?? []);
}
