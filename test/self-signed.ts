import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that signs itself, for servers on loopback. Both parts are PEM. */
export interface SelfSigned {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;
/** Object identifiers, encoded. */
const OID = {
  commonName: '0603550403',
  ecdsaWithSha256: '06082a8648ce3d040302',
  subjectAltName: '0603551d11',
  basicConstraints: '0603551d13',
} as const;

/**
 * Makes a certificate that is valid from yesterday until tomorrow, and its own authority.
 * @param name a host's name, or an IPv4 address
 */
export function selfSigned(name: string, now: number = Date.now()): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(hex(OID.ecdsaWithSha256));
  const subject = sequence(tagged(0x31, sequence(hex(OID.commonName), tagged(0x0c, Buffer.from(name)))));
  const isAddress = /^[\d.]+$/.test(name);
  const altName = isAddress ? tagged(0x87, Buffer.from(name.split('.').map(Number))) : tagged(0x82, Buffer.from(name));
  const extensions = sequence(
    extension(OID.subjectAltName, sequence(altName)),
    extension(OID.basicConstraints, sequence(tagged(0x01, Buffer.of(0xff)))),
  );
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.of(2))),
    tagged(0x02, Buffer.of(1)),
    algorithm,
    subject,
    sequence(time(now - DAY_MS), time(now + DAY_MS)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions),
  );
  const signature = tagged(0x03, Buffer.of(0), sign('sha256', body, privateKey));
  const der = sequence(body, algorithm, signature).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${der.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function extension(oid: string, value: Buffer): Buffer {
  return sequence(hex(oid), tagged(0x04, value));
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

function time(at: number): Buffer {
  return tagged(
    0x17,
    Buffer.from(
      new Date(at)
        .toISOString()
        .replace(/^..|[-:T]|\..*/g, '')
        .concat('Z'),
    ),
  );
}
