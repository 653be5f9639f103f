import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@congso/domain/office/ids';
import { createTransport } from 'nodemailer';
import type { Visitor } from '../support/office/enter-office.ts';

/** Work that goes on until it is stopped, and what the office said yes to meanwhile. */
export type Load<T> = {
  /** What was acknowledged, in the order of its acknowledgement. */
  readonly accepted: T[];
  /** How often the same had to be asked again because the office was away. */
  readonly repeats: () => number;
  /** Begins nothing more; settles when what was begun has been answered. */
  stop(): Promise<void>;
};

type Loop<T> = (accept: (one: T) => void, repeat: () => void) => Promise<void>;

/** Runs rounds one after the other, a pause between them, as a person does. */
function keepOn<T>(pauseMs: number, round: Loop<T>): Load<T> {
  const accepted: T[] = [];
  let repeated = 0;
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      await round(
        (one) => void accepted.push(one),
        () => {
          repeated += 1;
        },
      );
      await sleep(pauseMs);
    }
  })();
  // Told by whoever stops it; until then it is no unhandled rejection.
  running.catch(() => undefined);
  return {
    accepted,
    repeats: () => repeated,
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}

export type Said = { readonly conversationId: string; readonly seq: number; readonly text: string };

/** Somebody who says one thing after the other, each until it is acknowledged. */
export function talk(visitor: Visitor, conversationId: string, pauseMs: number): Load<Said> {
  let count = 0;
  return keepOn(pauseMs, async (accept, repeat) => {
    const text = `${visitor.personId} ${count}`;
    count += 1;
    const { fact } = await visitor.insist('messages.send', { conversationId, clientId: newId(), text }, repeat);
    accept({ conversationId, seq: fact.seq, text });
  });
}

export type Sent = { readonly messageId: string; readonly raw: string };

/** A mail server that delivers letters, each again and again until it is told 250. */
export function deliver(smtpPort: () => number, name: string, pauseMs: number): Load<Sent> {
  let count = 0;
  return keepOn(pauseMs, async (accept, repeat) => {
    const messageId = `${name}-${count}@ubnd.example.vn`;
    const raw = letter(messageId, count);
    count += 1;
    for (;;) {
      const transport = createTransport({
        ...{ host: '127.0.0.1', port: smtpPort(), ignoreTLS: true },
        ...{ connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 },
      });
      try {
        await transport.sendMail({ envelope: { from: 'vt@ubnd.example.vn', to: 'vanthu@snv.example.vn' }, raw });
        accept({ messageId, raw });
        return;
      } catch (error) {
        // A server that is told "never" gives up; whatever else it is told it comes again.
        if (((error as { responseCode?: number }).responseCode ?? 0) >= 500) throw error;
        repeat();
        await sleep(200);
      } finally {
        transport.close();
      }
    }
  });
}

function letter(messageId: string, count: number): string {
  const lines = [
    ...[`Message-ID: <${messageId}>`, 'From: UBND <vt@ubnd.example.vn>', 'To: vanthu@snv.example.vn'],
    ...[`Subject: Cong van so ${count}`, 'Date: Tue, 10 Mar 2026 09:30:00 +0700', 'MIME-Version: 1.0'],
    ...['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', ''],
    ...[`Số: ${count}/UBND-VX`, 'V/v báo cáo công tác quý I', '', `Kính gửi: Sở Nội vụ. ${messageId}`, ''],
  ];
  return lines.join('\r\n');
}

export type Given = { readonly taskId: string; readonly reminderId: string };

/**
 * A head who gives tasks due tomorrow, one after the other, to each of his people in turn (each is an SMS, and one person
 * gets only so many a day), and each time asks to be reminded in a moment.
 */
export function giveTasks(head: Visitor, leadIds: readonly string[], now: () => Date, pauseMs: number): Load<Given> {
  let count = 0;
  return keepOn(pauseMs, async (accept, repeat) => {
    const title = `Báo cáo số ${count}`;
    const leadId = leadIds[count % leadIds.length] ?? '';
    count += 1;
    const due = { workingDays: 1 };
    const task = await head.insist('tasks.create', { requestId: newId(), title, leadId, due }, repeat);
    const at = new Date(now().getTime() + 5_000).toISOString();
    const target = { kind: 'task', id: task.id } as const;
    const reminder = await head.insist('reminders.create', { requestId: newId(), text: title, at, target }, repeat);
    accept({ taskId: task.id, reminderId: reminder.id });
  });
}
