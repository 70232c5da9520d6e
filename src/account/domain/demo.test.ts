import { expect, test } from 'vitest';
import { type DemoPlace, demoRefusals } from './demo.ts';

const here: DemoPlace = { embedded: true, ownOrEmpty: true, host: '127.0.0.1', nodeEnv: undefined };
const codes = (changed: Partial<DemoPlace>): string[] => demoRefusals({ ...here, ...changed }).map(({ code }) => code);

test.each(['127.0.0.1', 'localhost', '::1', '127.1.2.3'])('on %s it may run', (host) => {
  expect(codes({ host })).toEqual([]);
});

test.each([
  [{ nodeEnv: 'production' }, ['demo-in-production']],
  [{ embedded: false }, ['demo-external-database']],
  [{ ownOrEmpty: false }, ['demo-database-in-use']],
  [{ host: '0.0.0.0' }, ['demo-not-loopback']],
  [{ host: '::' }, ['demo-not-loopback']],
  [{ host: '10.0.0.5' }, ['demo-not-loopback']],
  [{ host: '127.evil.example' }, ['demo-not-loopback']],
  [{ host: '', nodeEnv: 'production' }, ['demo-in-production', 'demo-not-loopback']],
] as const)('%j is refused: %j', (changed, refused) => {
  expect(codes(changed)).toEqual(refused);
});
