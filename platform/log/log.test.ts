import { expect, test } from 'vitest';
import { steppingClock } from '../clock/index.ts';
import { faultFields, openLog } from './index.ts';

const start = '2026-03-01T02:00:00.000Z';

function collect(readable: boolean, level: 'debug' | 'warn' = 'debug') {
  const lines: string[] = [];
  const log = openLog({ level, readable, clock: steppingClock(start), write: (line) => lines.push(line) });
  return { log, lines };
}

test('one JSON object a line, in the order of events', () => {
  const { log, lines } = collect(false);
  log('info', 'request', { request: 'r1', method: 'GET', route: '/api/v1/plans/:planId', status: 200, ms: 12 });
  log('warn', 'stopping');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      ...{ time: start, level: 'info', event: 'request' },
      ...{ request: 'r1', method: 'GET', route: '/api/v1/plans/:planId', status: 200, ms: 12 },
    },
    { time: '2026-03-01T02:00:01.000Z', level: 'warn', event: 'stopping' },
  ]);
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
});

test('below the level nothing is written; at a terminal a line is short', () => {
  const { log, lines } = collect(true, 'warn');
  log('info', 'request', { method: 'GET' });
  log('error', 'request', { method: 'GET', route: '/x', status: 500, ms: 3 });
  expect(lines).toEqual(['02:00:00 error request GET /x 500 3ms\n']);
});

test.each([
  ['invalid input syntax for type integer: "张三 13812345678"', 'invalid input syntax for type integer: …'],
  [
    'duplicate key value violates unique constraint "person_phone"',
    'duplicate key value violates unique constraint "person_phone"',
  ],
  ["Cannot read properties of undefined (reading '张三')", 'Cannot read properties of undefined (reading …)'],
  ['no person 360111199001011234 here', 'no person … here'],
  ['sent to zhang.san@example.gov.cn failed', 'sent to … failed'],
  ['错误: 重复键违反唯一约束 "临江市丝绸厂', '…: … …'],
  ['Unexpected token \'甲\', "甲乙丙" is not valid JSON', 'Unexpected token …, … is not valid JSON'],
])('words of a fault are masked: %s', (words, expected) => {
  expect(faultFields(new Error(words)).words).toBe(expected);
});

test('a fault tells its kind, code and places, and not what the database adds', () => {
  const cause = Object.assign(new TypeError('手机 13812345678\n  at 临江 1:1'), {
    code: '23505',
    detail: 'Key (phone)=(13812345678)',
  });
  const told = faultFields(cause);
  expect(told).toMatchObject({ error: 'TypeError', code: '23505' });
  expect(told.stack?.[0]).toMatch(/log\.test\.ts:\d+:\d+/);
  expect(JSON.stringify(told)).not.toMatch(/138|临江|Key/);
  expect(faultFields('text 13812345678')).toEqual({ error: 'string' });
});
