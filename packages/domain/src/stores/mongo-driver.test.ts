import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';

/** The driver's own connection, which it does not export; mongoose brings the driver. */
const load = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const { Connection } = load('mongodb/lib/cmap/connection.js') as {
  Connection: new (socket: Socket, options: object) => { command(ns: object, command: object): Promise<unknown> };
};
const { HostAddress, MongoDBNamespace } = load('mongodb/lib/utils.js') as {
  HostAddress: { fromString(text: string): unknown };
  MongoDBNamespace: { fromString(text: string): object };
};

/** More than the buffers of both ends of a line hold, and not more than the driver writes at once. */
const LARGE = Buffer.alloc(16 * 1024 * 1024);

it('a write under way when the database ends the line fails, and does not wait for ever for a sign that none gives', async () => {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const [peer] = (await once(server, 'connection')) as [Socket];
  const hostAddress = HostAddress.fromString(`127.0.0.1:${port}`);
  const connection = new Connection(socket, { id: 1, generation: 0, hostAddress, monitorCommands: false });

  const write = connection.command(MongoDBNamespace.fromString('office.$cmd'), { insert: 'rows', large: LARGE });
  const refused = expect(write).rejects.toThrow('the connection was closed before all was written');
  await once(peer, 'readable');
  peer.end();
  await once(socket, 'end');
  // Everything is written after all, but a stream that is ending tells nobody so: it closes, without an error.
  peer.resume();
  await refused;
  peer.destroy();
  server.close();
});
