import type { Socket } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { SMTPConnection, type SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js';

const ENHANCED_CODE = /^[245]\.\d{1,3}\.\d{1,3} /;

/** A client's connection, with what the library leaves to us: a deadline that bytes do not extend, and exact codes. */
export class OfficeConnection extends SMTPConnection {
  readonly #transactionMs: number;
  #deadline: NodeJS.Timeout | undefined;

  constructor(server: SMTPServer, socket: Socket, options: SMTPConnectionOptions | null, transactionMs: number) {
    super(server, socket, options);
    this.#transactionMs = transactionMs;
    this.startTransaction();
  }

  /** Gives the client the whole time again: a message of its own has ended. */
  startTransaction(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.hangUp('4.4.2 This took too long'), this.#transactionMs);
    this.#deadline.unref();
  }

  /** A message is coming: how long it may take depends on its size, and another watches that. */
  endTransaction(): void {
    clearTimeout(this.#deadline);
  }

  /** Ends the connection; a message under way is given up. */
  hangUp(text: string): void {
    this.send(421, text);
  }

  /** A text that brings its own enhanced status code gets no second one from the library's table. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const isCoded = typeof data === 'string' && ENHANCED_CODE.test(data);
    super.send(code, data, isCoded ? false : context);
  }
}
