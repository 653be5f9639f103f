import { createManualClock } from '@congso/domain/office/clock';
import { openOffice } from '@congso/domain/open-office';
import { sendSms } from '@congso/domain/sms/sending/send-sms';
import { pino } from 'pino';

/**
 * A process that sends one SMS, to be killed while it does. Arguments: MongoDB's address, Redis's, its prefix, a folder
 * for blobs, the instant its clock shows, the SMS.
 */
const [mongoUrl = '', redisUrl = '', redisPrefix = '', blobFolder = '', now = '', smsId = ''] = process.argv.slice(2);
const clock = createManualClock(new Date(now));
const log = pino({ level: 'silent' });
const office = await openOffice({ mongoUrl, redisUrl, redisPrefix, blobFolder, clock, log });
await sendSms(office, smsId, blobFolder);
await office.close();
