import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeZip } from '../../platform/files/testing/zip.ts';
import type { TaskJson } from '../../src/task/contract.ts';
import { tasksApi } from '../../src/task/contract.ts';
import { units } from '../access/organisation.ts';
import { cityOffice, clerk, openTaskWorld, type TaskWorld } from './world.ts';

/** What units hand in to show something. */
let world: TaskWorld;
let task: TaskJson;
let stranger: string;
beforeAll(async () => {
  world = await openTaskWorld();
  stranger = await world.clerkOf(units.foreign);
  task = await world.sent();
  task = await world.as(clerk, tasksApi.signDuty, {
    params: { taskId: task.id },
    body: { revision: task.revision, dutyId: 'D1' },
  });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const headersOf = (post: string) => ({ 'x-post': post, 'x-person': post.replace(/^post-/u, 'person-') });
/** A photograph, and what a camera wrote beside it. */
const picture = Buffer.concat([Buffer.from('ffda0004000a', 'hex'), Buffer.alloc(4000, 7), Buffer.from('ffd9', 'hex')]);
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe10011', 'hex'),
  Buffer.from('Exif\0\0GPS 28.1N', 'latin1'),
  picture,
  Buffer.from('film'),
]);
const bare = Buffer.concat([Buffer.from('ffd8', 'hex'), picture]);

async function put(name: string, content: Buffer, { post = clerk, dutyId = 'D1', taskId = task.id } = {}) {
  const form = new FormData();
  form.set('dutyId', dutyId);
  form.set('kind', 'photo');
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const sent = new Response(form);
  const answer = await world.api.app.inject({
    method: 'POST',
    url: `/api/v1/tasks/${taskId}/files`,
    headers: { ...headersOf(post), 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  const body = answer.json();
  return { status: answer.statusCode, body, code: `${answer.statusCode} ${body.refusals?.[0]?.code ?? body.kind}` };
}
const get = (fileId: string, post = clerk) =>
  world.api.app.inject({ url: `/api/v1/tasks/${task.id}/files/${fileId}`, headers: headersOf(post) });

test('a photograph is kept without its place, handed out only to be saved, and stands in the report', async () => {
  const { body } = await put('现场../照片.jpg', jpeg);
  expect(body).toMatchObject({ kind: 'photo', mediaType: 'image/jpeg', size: bare.length });
  expect((await put('现场../照片.jpg', jpeg)).body.id).toBe(body.id);
  const shown = [{ id: body.id, kind: 'photo' as const, name: '随便写的.html' }];
  const params = { taskId: task.id };
  const told = { words: '已开工。', figures: [], evidence: shown, problem: null, help: null };
  const reported = await world.as(clerk, tasksApi.reportDuty, {
    params,
    body: { revision: task.revision, dutyId: 'D1', ...told },
  });
  expect(reported.duties[0]?.reports[0]?.evidence).toEqual([{ id: body.id, kind: 'photo', name: body.name }]);
  const file = await get(body.id, cityOffice);
  expect(file.rawPayload.equals(bare)).toBe(true);
  expect(file.headers['content-disposition']).toMatch(/^attachment;/u);
  expect(file.headers['content-type']).toBe('image/jpeg');
  expect(file.headers['x-content-type-options']).toBe('nosniff');
  expect((await get(body.id, stranger)).statusCode).toBe(404);
  task = reported;
});

test.each([
  ['a web page', '说明.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), '422 evidence-kind'],
  ['SVG', '图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), '422 evidence-kind'],
  ['a program', '材料.pdf', Buffer.from('MZ\x90\0', 'latin1'), '422 evidence-kind'],
  ['an archive', '材料.docx', makeZip([{ name: 'a.txt', data: 'x' }]), '422 evidence-kind'],
  [
    'macros',
    '材料.docx',
    makeZip([
      { name: 'word/document.xml', data: '<x/>' },
      { name: 'word/vbaProject.bin', data: 'x' },
    ]),
    '422 macros',
  ],
  ['nothing', '材料.pdf', Buffer.alloc(0), '422 empty'],
  ['half a photograph', '照片.jpg', jpeg.subarray(0, 3000), '422 damaged'],
  ['too much', '材料.jpg', Buffer.concat([jpeg, Buffer.alloc(20 * 1024 * 1024)]), '413 too-large'],
])('%s is refused', async (_what, name, content, code) => {
  expect((await put(name, content)).code).toBe(code);
});

test('for another unit, another duty and another task nothing is taken', async () => {
  expect((await put('照片.jpg', jpeg, { dutyId: 'D2' })).code).toBe('403 duty-other-unit');
  expect((await put('照片.jpg', jpeg, { dutyId: 'D9' })).code).toBe('422 duty-unknown');
  expect((await put('照片.jpg', jpeg, { taskId: 'none' })).code).toBe('404 task-unknown');
  expect((await put('照片.jpg', jpeg, { post: stranger })).code).toBe('404 task-unknown');
  expect((await put('照片.jpg', jpeg, { post: 'post-finance' })).code).toBe('403 not-allowed');
});

test('what was not sent to the duty, and an address that is none, are no evidence', async () => {
  const sent = (evidence: object[]) =>
    world.refused(clerk, tasksApi.submitDuty, {
      params: { taskId: task.id },
      body: { revision: task.revision, dutyId: 'D1', words: '已办。', evidence },
    });
  expect(await sent([{ id: 'guessed', kind: 'file', name: '验收.pdf' }])).toBe('422 evidence-unknown');
  expect(await sent([{ id: 'L', kind: 'link', name: 'javascript:alert(1)' }])).toBe('422 evidence-link');
  expect(await sent([])).toMatch(/duty-evidence-missing|duty-parts-open/u);
});
