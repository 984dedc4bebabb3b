import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOfDatabaseUrl } from '../../src/config/database-url.ts';

test.each([
  'postgres://db/x',
  'postgresql://user:pa%2Fss%23%3F@db.test:5432/x',
  'postgres://user:p@ss@db/x',
  'postgres://user:!$&()*+;=~:pass@[::1]:5432/x',
  'postgres://user@db/x?sslmode=verify-full&sslrootcert=/etc/ca.pem&application_name=a',
  'postgres://db/x?sslmode=require&uselibpqcompat=true',
  'postgres://db/x?ssl=no-verify',
  'postgres:///x?host=/var/run/postgresql&user=u&password=p&port=5433',
  'postgres://user:pass@%2Fvar%2Frun%2Fpostgresql/x',
])('%s is fine', (url) => {
  expect(faultOfDatabaseUrl(url)).toBeUndefined();
});

test.each<[url: string, fault: RegExp]>([
  ['mysql://a:b@db/x', /^must be a Postgres URL/],
  ['db:5432', /^must be a Postgres URL/],
  ['postgres://db:port/x', /^must be a Postgres URL/],
  ['postgres://hush:12/hush@db/x', /no bare \/, \? or # in its user or password/],
  ['postgres://hush:12#hush@db/x', /no bare \/, \? or # in its user or password/],
  ['postgres://hush:12?hush@db/x', /no bare \/, \? or # in its user or password/],
  ['postgres://hush#hush:x@db/x', /no bare \/, \? or # in its user or password/],
  ['postgres://a:hush#', /no bare # in it/],
  ['postgres://a@db/x?password=hush#hush', /no bare # in it/],
  ['postgres://a:hu sh@db/x', /no blank in it/],
  ['postgres://a:b@db/hush"', /no quote at its end/],
  ['postgres://a:100%@db/hush', /no bare % in it; write %25/],
  ['postgres://a:%ff@db/hush', /no bare % in it; write %25/],
  ['postgres://a:b@one,two/hush', /must name one host/],
  ['postgres://one:5432,two:5432/hush', /must name one host/],
  ['postgres://a:b@/hush?host=/run', /for a socket have the form postgres:\/\/\/DATABASE\?host=/],
  ['postgres://a:b@db/x?sslmode=verifyfull', /one of disable, prefer, .* for sslmode/],
  ['postgres://a:b@db/x?sslmode=', /one of disable, prefer, .* for sslmode/],
  ['postgres://a:b@db/x?sslmode=disable&sslmode=require', /must name sslmode once/],
  ['postgres://a:b@db/x?ssl=false', /one of true, 1, 0, no-verify for ssl/],
  ['postgres://a:b@db/x?sslnegotiation=hush', /for sslnegotiation/],
  ['postgres://a:b@db/x?port=hush', /a port from 0 to 65535/],
  ['postgres://a:b@db/x?port=65536', /a port from 0 to 65535/],
])('%s is refused, without a word of it', (url, fault) => {
  expect(faultOfDatabaseUrl(url)).toMatch(fault);
  expect(faultOfDatabaseUrl(url)).not.toMatch(/hush|verifyfull/);
});

test('a password is never taken for a host: it is rejected, or the host is the one that was meant', () => {
  const password = fc.stringMatching(/^[a-z0-9#/?:@%,.[\]]{1,12}$/);
  fc.assert(
    fc.property(fc.constantFrom('', 'user:', '1:'), password, (user, secret) => {
      const url = `postgres://${user}${secret}@db.test/x`;
      if (faultOfDatabaseUrl(url) === undefined) expect(new URL(url).hostname).toBe('db.test');
    }),
    { numRuns: 2000 },
  );
});
