/** Loopback ports of one Kannel: administration, boxes, the telephone network's end, sendsms. */
export type KannelPorts = { admin: number; boxes: number; network: number; sendsms: number };

/** What a sender needs to know; made up per test run. */
export const KANNEL_USER = 'congso';
export const KANNEL_PASSWORD = 'kannel-for-tests';

/** The smallest configuration with which Kannel accepts SMS over HTTP and hands them to a fake telephone network. */
export function kannelConf(ports: KannelPorts, folder: string): string {
  return `
group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = ${KANNEL_PASSWORD}
smsbox-port = ${ports.boxes}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
log-file = ${folder}/bearerbox.log
log-level = 1
store-type = file
store-location = ${folder}/kannel.store

group = smsc
smsc = fake
smsc-id = network
host = 127.0.0.1
port = ${ports.network}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${ports.sendsms}
sendsms-interface = 127.0.0.1
log-file = ${folder}/smsbox.log
log-level = 1

group = sendsms-user
username = ${KANNEL_USER}
password = ${KANNEL_PASSWORD}
max-messages = 3

group = sms-service
keyword = default
text = received
max-messages = 0
`;
}
