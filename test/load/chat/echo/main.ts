import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** The yardstick: a socket.io server that passes a message on to a room and does nothing else. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
let seq = 0;
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('say', (text: string, acknowledge: (answer: object) => void) => {
    seq += 1;
    const fact = { conversationId: 'room', seq, at: new Date().toISOString(), authorId: socket.id, kind: 'sent', text };
    io.to('room').emit('said', fact);
    acknowledge({ result: { fact } });
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`);
});
