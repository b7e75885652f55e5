import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createPlain, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { findingToText } from '../../../../src/commands/doctor/finding.ts';
import { checkSearchServer } from '../../../../src/commands/doctor/search-check.ts';
import {
  SearchServer,
  type SearchServerSettings,
} from '../../../../src/search/engines/opensearch/search-server.ts';
import { afterTest } from '../../../support/start-desk.ts';

/** Made for these tests with an authority whose key is nowhere; `expired` ended in 2021. */
const pathOf = (name: string) => new URL(`certificates/${name}`, import.meta.url).pathname;
const pem = (name: string) => readFileSync(pathOf(name));

const whole = { timed_out: false, _shards: { total: 1, successful: 1 }, hits: { hits: [] } };

const answering: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole));
};

async function listening(server: Server & { closeAllConnections(): void }): Promise<number> {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterTest(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

async function startSecure(certificate: string, options: ServerOptions = {}): Promise<string> {
  const own = { key: pem(`${certificate}.key`), cert: pem(`${certificate}.pem`) };
  return `https://127.0.0.1:${await listening(createServer({ ...own, ...options }, answering))}`;
}

function settingsFor(url: string, more: Partial<SearchServerSettings> = {}): SearchServerSettings {
  return { urls: [url], prefix: 'desk', auth: { kind: 'basic' }, ...more };
}

/** What comes of a search: `found`, or the fault. */
async function searched(settings: SearchServerSettings): Promise<string> {
  const server = await SearchServer.open(settings);
  afterTest(() => server.close());
  return server.search('desk-1', { query: { match_all: {} } }).then(
    () => 'found',
    ({ kind, message }) => `${kind}: ${message}`,
  );
}

async function doctorSays(settings: SearchServerSettings): Promise<string> {
  return (await checkSearchServer(settings)).map(findingToText).join('\n');
}

describe('a search server behind TLS', () => {
  it('is trusted by the authority that is named, and by no other one', async () => {
    const url = await startSecure('server');
    expect(await searched(settingsFor(url, { caFile: pathOf('ca.pem') }))).toBe('found');
    expect(await searched(settingsFor(url))).toMatch(/^away: .*certificate/i);
    expect(await doctorSays(settingsFor(url))).toMatch(/WRONG {2}search: .*SEARCH_CA_FILE/s);
  });

  it('is not trusted with a certificate that has ended, and the doctor says so', async () => {
    const url = await startSecure('expired');
    const settings = settingsFor(url, { caFile: pathOf('ca.pem') });
    expect(await searched(settings)).toMatch(/^away: .*certificate has expired/i);
    expect(await doctorSays(settings)).toMatch(/WRONG {2}search: .*certificate has expired/);
  });

  it('hears the certificate of the bot', async () => {
    const ca = pem('ca.pem');
    const url = await startSecure('server', { ca, requestCert: true, rejectUnauthorized: true });
    const trusted = { caFile: pathOf('ca.pem') };
    expect(await searched(settingsFor(url, trusted))).toMatch(/^away/);
    const own = { certFile: pathOf('server.pem'), keyFile: pathOf('server.key') };
    expect(await searched(settingsFor(url, { ...trusted, ...own }))).toBe('found');
  });

  it('says which file is not there', async () => {
    const settings = settingsFor('https://127.0.0.1:1', { caFile: '/nowhere/ca.pem' });
    expect(await doctorSays(settings)).toMatch(/WRONG.*\/nowhere\/ca\.pem/);
  });
});

const region = 'eu-west-1';
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

function hash(data: string): string {
  return createHash('sha256').update(data).digest('hex');
}

function mac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** The signature of a request as AWS computes it: Signature Version 4, its four steps in order. */
function signatureOf({ method, url = '', headers }: IncomingMessage, body: string, names: string) {
  const [path = '', query = ''] = url.split('?');
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const payload = String(headers['x-amz-content-sha256'] ?? hash(body));
  const sorted = query.split('&').sort().join('&');
  const canonical = [method, path, sorted, signed.join(''), names, payload].join('\n');
  const time = String(headers['x-amz-date']);
  const scope = `${time.slice(0, 8)}/${region}/es/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, hash(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(mac, `AWS4${secret}`);
  return { scope, payload, signature: mac(key, toSign).toString('hex') };
}

describe('a search server of AWS', () => {
  it('gets requests signed with the credentials of the machine', async () => {
    const given = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: secret };
    const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
    Object.assign(process.env, given);
    afterTest(async () => {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    });
    const heard: { authorization: string; expected: string; isOfBody: boolean }[] = [];
    const server = createPlain((request, response) => {
      void text(request).then((body) => {
        const { authorization = '' } = request.headers;
        const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? '';
        const { scope, payload, signature } = signatureOf(request, body, names);
        const expected = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=${names}, Signature=${signature}`;
        heard.push({ authorization, expected, isOfBody: payload === hash(body) });
        answering(request, response);
      });
    });
    const url = `http://127.0.0.1:${await listening(server)}`;
    const auth = { kind: 'aws', region, service: 'es' } as const;
    expect(await searched(settingsFor(url, { auth }))).toBe('found');
    expect(heard).toHaveLength(1);
    const [first] = heard;
    expect(first?.authorization).toBe(first?.expected);
    expect(first?.isOfBody).toBe(true);
    expect(first?.authorization).toMatch(/SignedHeaders=[^,]*host/);
  });
});
