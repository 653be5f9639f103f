import type { CommandInput, CommandOutput } from '@congso/contract/catalog';
import { LIMITS } from '@congso/contract/limits';
import type { Caller } from '../../office/caller.ts';
import type { Office } from '../../office/office.ts';
import { Refusal } from '../../office/refusal.ts';
import { isDuplicateKey } from '../../stores/mongo.ts';
import { openSession } from '../open-session.ts';
import { sessions } from '../session-model.ts';

const MAX_TRIES = 5;

/**
 * Makes a token for a program of the caller. Its secret is stored nowhere, so a repeat of the request cannot be answered
 * with the first one: it replaces it. There is one token per request, and it is the one answered last.
 *
 * @throws Refusal TOO_MANY_KEPT
 */
export async function createToken(
  office: Office,
  caller: Caller,
  { requestId, label }: CommandInput<'session.createToken'>,
): Promise<CommandOutput<'session.createToken'>> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    await sessions.of(office).deleteOne({ personId: caller.personId, requestId });
    await requireFewTokens(office, caller);
    try {
      const { secret } = await openSession(office, caller.personId, 'token', label, requestId);
      return { token: secret };
    } catch (error) {
      // A repeat under way at the same time was quicker.
      if (!isDuplicateKey(error, 'requestId')) throw error;
    }
  }
  throw new Refusal('CONFLICT');
}

async function requireFewTokens(office: Office, { personId }: Caller): Promise<void> {
  const kept = { personId, kind: 'token', expiresAt: { $gt: office.clock.now() } } as const;
  if ((await sessions.of(office).countDocuments(kept)) >= LIMITS.tokensKept) throw new Refusal('TOO_MANY_KEPT');
}
