import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientNetwork } from '@congso/domain/office/client-network';
import { countTurnedAway } from '../health/metrics.ts';

export type ConnectionLimits = {
  readonly inAll: number;
  /** Of strangers from one network. Infinite behind a proxy, whose connections all of them are. */
  readonly fromOneNetwork: number;
  /** Over which one signed-in person asks. Infinite behind a proxy. */
  readonly ofOnePerson: number;
};

/** Says whose a connection is, once somebody who is signed in asked something over it. */
export type NameConnection = (connection: Socket, personId: string) => void;

/** Of all connections this share is never taken by those that say nothing. */
const NOT_QUIET = 0.1;

/**
 * Bounds connections, each of which takes a file, and a process has only so many. What is over is taken from those over
 * which nothing is asked, the one that has been quiet longest first: whoever comes to ask something finds room though
 * an office shares one address with somebody who opens thousands.
 */
export function limitConnections(http: Server, limits: ConnectionLimits): NameConnection {
  http.maxConnections = limits.inAll;
  http.on('drop', () => countTurnedAway('connection'));
  const owners = new Map<string, Set<Socket>>();
  const ownerOf = new Map<Socket, string>();
  /** In the order in which they fell silent. */
  const quiet = new Set<Socket>();

  const end = (connection: Socket) => {
    countTurnedAway('connection');
    quiet.delete(connection);
    connection.destroy();
  };
  const leave = (connection: Socket) => {
    const owner = ownerOf.get(connection) ?? '';
    const own = owners.get(owner);
    own?.delete(connection);
    if (own?.size === 0) owners.delete(owner);
    ownerOf.delete(connection);
  };
  const enter = (connection: Socket, owner: string, most: number) => {
    const own = owners.get(owner) ?? new Set();
    owners.set(owner, own.add(connection));
    ownerOf.set(connection, owner);
    // Where something is asked over all of them, the newcomer finds no room.
    if (own.size > most) end([...own].find((one) => quiet.has(one)) ?? connection);
  };

  http.on('connection', (connection) => {
    quiet.add(connection);
    enter(connection, clientNetwork(connection.remoteAddress ?? ''), limits.fromOneNetwork);
    const [quietest] = quiet;
    if (quietest && ownerOf.size > limits.inAll * (1 - NOT_QUIET)) end(quietest);
    connection.once('close', () => {
      quiet.delete(connection);
      leave(connection);
    });
  });
  http.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    quiet.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) quiet.add(socket);
    });
  });
  http.on('upgrade', ({ socket }: IncomingMessage) => void quiet.delete(socket));
  return (connection, personId) => {
    const owner = `person:${personId}`;
    if (ownerOf.get(connection) === owner || !ownerOf.has(connection)) return;
    leave(connection);
    enter(connection, owner, limits.ofOnePerson);
  };
}
