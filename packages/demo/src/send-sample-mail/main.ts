/** Sends one of the sample letters by SMTP to the office running on this machine, with a number nobody has used yet. */
import { randomInt, randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { LETTER_TOPICS } from '../letters/letter-topics.ts';
import { makeLetterMail } from '../letters/make-letter-mail.ts';
import { writeLetter } from '../letters/plan-letters.ts';
import { readOptions, USAGE } from './options.ts';

const options = readOptions(process.argv.slice(2), LETTER_TOPICS.length);
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = 1;
} else if (options === null) {
  process.stdout.write(USAGE);
  LETTER_TOPICS.forEach((topic, index) => {
    process.stdout.write(
      `  ${String(index + 1).padStart(2)}  ${topic.type[0]}: ${topic.subject.replaceAll(/\{\w+\}/g, '...')}\n`,
    );
  });
} else {
  await send(options.letter, options.to, options.smtpPort);
}

async function send(letter: number, to: string, port: number): Promise<void> {
  const topic = LETTER_TOPICS[letter - 1];
  if (!topic) throw new Error(`there is no letter ${letter}`);
  const now = new Date();
  const { content, issuer } = writeLetter(randomInt(1, 300), topic, now, null);
  const from = `vanthu@${issuer.domain}`;
  const mark = topic.stamp ? `[${topic.stamp}] ` : '';
  const raw = await makeLetterMail({ content, sender: issuer, to, sentAt: now, key: randomUUID(), mark });
  // The office's own certificate is nobody's to vouch for, and the way is this machine's loopback.
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, tls: { rejectUnauthorized: false } });
  try {
    const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw });
    process.stdout.write(`Sent ${content.code} of ${issuer.name} to ${to}: ${response}\n`);
  } catch (error) {
    process.stderr.write(`Not sent to ${to} at port ${port}: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    transport.close();
  }
}
