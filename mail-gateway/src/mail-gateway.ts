import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { clientNetwork } from '@congso/domain/office/client-network';
import type { Office } from '@congso/domain/office/office';
import type { OwnAddress } from '@congso/domain/organisation/list-own-addresses';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js';
import { createGuessingBrake, type GuessingBrake } from './brake-guessing.ts';
import type { Certificate } from './certificate.ts';
import { GATEWAY_LIMITS, type GatewayLimits } from './gateway-limits.ts';
import { OfficeConnection } from './office-connection.ts';
import { createOwnAddresses, type OwnAddresses } from './own-addresses.ts';
import { receiveMessage } from './receive-message.ts';
import { answerTo, NO_ROOM, SmtpAnswer } from './smtp-answer.ts';
import { watchPace } from './watch-pace.ts';

export type GatewaySettings = {
  /** What the gateway calls itself. */
  readonly name: string;
  readonly certificate: Certificate;
  readonly limits?: GatewayLimits;
};

type Answer = (error?: Error | null) => void;
/** Parameters we announce, and so know (RFC 5321, 4.1.1.11: 555 for any other). */
const MAIL_PARAMETERS = new Set(['SIZE', 'BODY', 'SMTPUTF8']);

/** The disk is not asked for every letter of a burst. */
const ROOM_FRESH_MS = 1_000;

/** The door for mail: accepts or refuses, stores durably, hands over. Nothing else. */
export class MailGateway extends SMTPServer {
  readonly #office: Office;
  readonly #own: OwnAddresses;
  readonly #name: string;
  readonly #limits: GatewayLimits;
  readonly #brake: GuessingBrake;
  /** Decided when the recipient was named; a mailbox closed since then still gets this one letter. */
  readonly #accepted = new WeakMap<SMTPServerAddress, OwnAddress>();
  readonly #connections = new Map<string, OfficeConnection>();
  #room = { askedAt: Number.NEGATIVE_INFINITY, bytes: Promise.resolve(0) };

  constructor(office: Office, { name, certificate, limits = GATEWAY_LIMITS }: GatewaySettings) {
    super({
      ...certificate,
      name,
      banner: 'Congso',
      size: limits.messageBytes,
      rejectOversized: true,
      maxClients: limits.connections,
      maxRecipients: limits.recipients,
      socketTimeout: limits.idleMs,
      // Well before the process's own deadline for closing: who is idle is told 421, what is coming may end.
      closeTimeout: 3_000,
      disableReverseLookup: true,
      hideENHANCEDSTATUSCODES: false,
      // Relics, and doors for proxies and users that this door does not have.
      disabledCommands: ['AUTH', 'WIZ', 'SHELL', 'KILL', 'XCLIENT', 'XFORWARD'],
      logger: false,
    });
    this.#office = office;
    this.#own = createOwnAddresses(office);
    this.#name = name;
    this.#limits = limits;
    this.#brake = createGuessingBrake(limits);
    this.on('error', (error: Error) => office.log.info({ err: error }, 'connection failed'));
  }

  override connect(socket: Socket | TLSSocket, options?: SMTPConnectionOptions | null): void {
    const connection = new OfficeConnection(this, socket, options ?? null, this.#limits.transactionMs);
    const network = clientNetwork(connection.remoteAddress);
    const others = [...this.connections].filter((other) => clientNetwork(other.remoteAddress) === network);
    this.connections.add(connection);
    this.#connections.set(connection.id, connection);
    connection.on('error', (error) => this._onError(error));
    connection.init();
    if (others.length >= this.#limits.connectionsPerClient) connection.hangUp('4.7.0 Too many connections from you');
  }

  override onClose(session: SMTPServerSession): void {
    this.#connections.get(session.id)?.endTransaction();
    this.#connections.delete(session.id);
  }

  override onMailFrom({ address, args }: SMTPServerAddress, session: SMTPServerSession, answer: Answer): void {
    this.#reply(answer, async () => {
      refuseUnknownParameters(args, MAIL_PARAMETERS);
      // RFC 6531, 3.4: an address in Unicode needs the sender to have asked for it.
      const local = address.slice(0, address.lastIndexOf('@'));
      if (/[^\0-\x7f]/.test(local) && session.envelope.smtpUtf8 !== true) {
        throw new SmtpAnswer(553, '5.6.7 This address needs SMTPUTF8');
      }
      await this.#requireRoom();
    });
  }

  override onRcptTo(recipient: SMTPServerAddress, session: SMTPServerSession, answer: Answer): void {
    this.#reply(answer, async () => {
      refuseUnknownParameters(recipient.args, new Set());
      try {
        this.#accepted.set(recipient, await this.#own.find(recipient.address));
      } catch (error) {
        if (error instanceof SmtpAnswer && error.responseCode === 550) await this.#brake.miss(session.remoteAddress);
        throw error;
      }
    });
  }

  override onData(stream: SMTPServerDataStream, session: SMTPServerSession, answer: Answer): void {
    const connection = this.#connections.get(session.id);
    connection?.endTransaction();
    const pace = watchPace(stream, this.#limits, () => connection?.hangUp('4.4.2 This message comes too slowly'));
    this.#reply(answer, async () => {
      try {
        await receiveMessage(this.#office, this.#recipientsOf(session), stream, session, this.#name, this.#limits);
      } finally {
        pace.stop();
        // Not for one that has gone meanwhile.
        this.#connections.get(session.id)?.startTransaction();
      }
    });
  }

  /** A full disk is told before a letter has been sent in vain. Those on their way already look again (`leaveRoom`). */
  async #requireRoom(): Promise<void> {
    const now = this.#office.clock.now().getTime();
    if (now - this.#room.askedAt >= ROOM_FRESH_MS || now < this.#room.askedAt) {
      this.#room = { askedAt: now, bytes: this.#office.room.freeBytes() };
    }
    if ((await this.#room.bytes) < 2 * this.#limits.messageBytes) throw new SmtpAnswer(452, NO_ROOM);
  }

  /** Two spellings of one mailbox are one recipient. */
  #recipientsOf(session: SMTPServerSession): OwnAddress[] {
    const found = session.envelope.rcptTo.flatMap((recipient) => this.#accepted.get(recipient) ?? []);
    return [...new Map(found.map((own) => [own.address, own])).values()];
  }

  /** Every handler ends in an answer: the library leaves a client hanging whose handler throws. */
  #reply(answer: Answer, work: () => Promise<void>): void {
    work().then(
      () => answer(),
      (error: unknown) => answer(answerTo(error, this.#office.log)),
    );
  }
}

function refuseUnknownParameters(args: SMTPServerAddress['args'], known: ReadonlySet<string>): void {
  const unknown = Object.keys(args || {}).some((name) => !known.has(name));
  if (unknown) throw new SmtpAnswer(555, '5.5.4 A parameter is not known here');
}
