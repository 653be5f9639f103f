import { connect } from 'node:net';

/** Asks the private Redis whether it works; settles with its first word, whatever that is, and rejects when it refuses. */
export function pingRedis(socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath, () => socket.write('PING\r\n'));
    socket.once('data', () => {
      resolve();
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed without an answer')));
  });
}
