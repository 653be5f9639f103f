import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Postfix of our own, listening on loopback. */
export type Postfix = {
  readonly port: number;
  /** Whether all that was taken has gone its way. */
  isEmpty(): Promise<boolean>;
  stop(): Promise<void>;
};

/** Lines of main.cf that say what this Postfix does with mail. */
export type PostfixRole = readonly string[];

/** Accepts mail for one domain durably and throws it away behind its queue. */
export const discarding = (domain: string): PostfixRole => [
  `myhostname = bench.${domain}`,
  `mydestination = ${domain}`,
  'local_transport = discard:bench',
  'default_transport = error:5.7.1 no relay',
];

/** Takes mail of loopback and hands all of it on to one port there, in TLS where that is offered, as a sender's mail server does. */
export const relayingTo = (port: number, name: string): PostfixRole => [
  `myhostname = ${name}`,
  'mydestination =',
  `relayhost = [127.0.0.1]:${port}`,
  'smtp_tls_security_level = may',
];

const mainCf = (folder: string, role: PostfixRole) => `compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
maillog_file = ${folder}/log/maillog
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
local_recipient_maps =
alias_maps =
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
message_size_limit = 26214400
smtpd_forbid_bare_newline = yes
smtpd_forbid_bare_newline_exclusions =
${role.join('\n')}
`;

const masterCf = (port: number) => `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
smtp unix - - n - - smtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/** Starts it in a folder of its own; Postfix needs root, so another account needs sudo that asks for no password. */
export async function startPostfix(port: number, role: PostfixRole): Promise<Postfix> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-postfix-'));
  const [etc, data] = [join(folder, 'etc'), join(folder, 'data')];
  for (const name of ['etc', 'spool', 'data', 'log']) await mkdir(join(folder, name), { mode: 0o755 });
  await run('chmod', ['755', folder]);
  await writeFile(join(etc, 'main.cf'), mainCf(folder, role));
  await writeFile(join(etc, 'master.cf'), masterCf(port));
  await asRoot('chown', '-R', 'root:root', folder);
  await asRoot('chown', 'postfix:postfix', data);
  const postfix = (action: string) => asRoot('/usr/sbin/postfix', '-c', etc, action);
  await postfix('start');
  return {
    port,
    isEmpty: async () => (await run('/usr/sbin/postqueue', ['-c', etc, '-p'])).stdout.includes('queue is empty'),
    stop: async () => {
      await postfix('stop');
      await asRoot('rm', '-rf', folder);
    },
  };
}

async function asRoot(program: string, ...args: string[]): Promise<void> {
  if (process.getuid?.() === 0) await run(program, args);
  else await run('sudo', ['-n', program, ...args]);
}
