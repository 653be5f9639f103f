import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Office } from '@congso/domain/office/office';
import { loadCertificate } from '@congso/mail-gateway/certificate';
import { GATEWAY_LIMITS, type GatewayLimits } from '@congso/mail-gateway/gateway-limits';
import { MailGateway } from '@congso/mail-gateway/mail-gateway';

/** A gateway in this process, on an office of the test. */
export type TestGateway = { readonly port: number; stop(): Promise<void> };

/** Starts it on a free port of loopback, with a certificate of its own; `limits` replace single ones. */
export async function startGateway(office: Office, limits: Partial<GatewayLimits> = {}): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'congso-tls-'));
  const certificate = await loadCertificate(folder, 'mx.snv.example.vn');
  const gateway = new MailGateway(office, {
    name: 'mx.snv.example.vn',
    certificate,
    limits: { ...GATEWAY_LIMITS, ...limits },
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  return {
    port: (gateway.server.address() as AddressInfo).port,
    stop: async () => {
      await new Promise<void>((resolve) => {
        gateway.close(resolve);
        for (const connection of gateway.connections) connection._socket.destroy();
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
