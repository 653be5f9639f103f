import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendSms } from '@congso/domain/sms/sending/send-sms';
import { setSmsSettings } from '@congso/domain/sms/settings/sms-settings';
import { type SmsDoc, smsMessages } from '@congso/domain/sms/sms-model';
import { as, type Demo, once } from '../filling/demo.ts';

type Due = Pick<SmsDoc, '_id'> & { nextAt: Date };

const DAY_MS = 24 * 60 * 60_000;

/**
 * Sends what was to be sent by SMS, each at its own time, into a folder that is then thrown away: nothing leaves. In its
 * first days the office had no provider yet, so those are kept as not sent. What waits for a morning that has not come yet
 * is left to the office that opens.
 */
export async function settleSms(demo: Demo): Promise<void> {
  const { office, from } = demo;
  const beginsAt = new Date(from.getTime() + 9 * DAY_MS);
  const folder = await mkdtemp(join(tmpdir(), 'congso-sms-'));
  try {
    let hasProvider = false;
    // One that came at night is due once more, in the morning.
    for (let next = await findNext(demo); next; next = await findNext(demo)) {
      if (!hasProvider && next.nextAt > beginsAt) {
        await chooseProvider(demo, beginsAt);
        hasProvider = true;
      }
      office.clock.set(next.nextAt);
      await sendSms(office, next._id, folder);
    }
    await chooseProvider(demo, beginsAt);
    await office.relay.settled();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function findNext({ office, until }: Demo): Promise<Due | null> {
  return smsMessages
    .of(office)
    .findOne({ nextAt: { $ne: null, $lte: until } }, { nextAt: 1 })
    .sort({ nextAt: 1 })
    .lean<Due>();
}

/** SMS of the live demonstration go into a folder too. */
async function chooseProvider(demo: Demo, at: Date): Promise<void> {
  demo.office.clock.set(at);
  await setSmsSettings(demo.office, as(demo, 'quantri'), {
    requestId: once('sms provider'),
    settings: { provider: 'folder' },
  });
}
