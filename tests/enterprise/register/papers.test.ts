import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EnterpriseJson, enterpriseApi } from '../../../src/enterprise/contract.ts';
import { chief, company, type EnterpriseWorld, headersOf, lead, office, openEnterpriseWorld } from './world.ts';

let world: EnterpriseWorld;
let made: EnterpriseJson;
beforeAll(async () => {
  world = await openEnterpriseWorld();
  made = await world.register(office);
});
afterAll(() => world.close());

const params = () => ({ enterpriseId: made.id });
const person = { name: '周敏', role: '财务负责人', phone: '138 0013 8000', mail: 'zhou@example.com' };

test('a contact shows masked everywhere; whole only with a reason, which stays in the log', async () => {
  const add = (body: object) => ({ params: params(), body: { ...person, ...body } });
  expect(await world.refused(chief, enterpriseApi.addContact, add({}))).toBe('403 not-allowed');
  expect(await world.refused(office, enterpriseApi.addContact, add({ phone: '打我电话' }))).toMatch(/contact-phone/);
  expect(await world.refused(office, enterpriseApi.addContact, add({ phone: '', mail: '' }))).toMatch(/contact-empty/);
  expect(await world.refused(office, enterpriseApi.addContact, add({ mail: 'zhou' }))).toMatch(/contact-mail/);
  const { contacts } = await world.ask(office, enterpriseApi.addContact, add({}));
  expect(contacts).toMatchObject([{ name: '周敏', phone: '138****8000', mail: 'z***@example.com' }]);
  const of = { ...params(), contactId: contacts[0]?.id ?? '' };
  const reason = { reason: '通知年报补正' };
  expect(await world.refused(chief, enterpriseApi.revealContact, { params: of, body: reason })).toBe('403 not-allowed');
  expect(await world.refused(lead, enterpriseApi.revealContact, { params: of, body: reason })).toBe(
    '404 enterprise-unknown',
  );
  expect(await world.refused(office, enterpriseApi.revealContact, { params: of, body: { reason: '' } })).toMatch(
    /^400/,
  );
  expect(await world.ask(office, enterpriseApi.revealContact, { params: of, body: reason })).toEqual({
    phone: '13800138000',
    mail: 'zhou@example.com',
  });
  const changed = await world.ask(office, enterpriseApi.changeContact, {
    params: of,
    body: { name: '周敏', role: '总经理' },
  });
  expect(changed.contacts).toMatchObject([{ role: '总经理', phone: '138****8000' }]);
  const removed = await world.ask(office, enterpriseApi.removeContact, { params: of, body: { reason: '离职' } });
  expect(removed.contacts).toEqual([]);
  for (const table of ['audit_entry', 'enterprise_change', 'enterprise_contact'])
    expect(
      (
        await sql`select from ${sql.table(table)} t where to_jsonb(t)::text like '%13800138000%'`.execute(
          world.database.owner,
        )
      ).rows,
      table,
    ).toEqual([]);
  const told = await sql<{
    reason: string;
  }>`select reason from audit_entry where action = 'enterprise.reveal-contact'`.execute(world.database.owner);
  expect(told.rows).toEqual([{ reason: '通知年报补正' }]);
});

const pdf = Buffer.from('%PDF-1.7\n执照');
const send = (content: Buffer, fields: Record<string, string> = {}, post = office, name = '../执照.pdf') =>
  world.send(post, enterpriseApi.addFile, params(), { name, content, fields });
const codeIn = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  `${status} ${(body.refusals as { code: string }[] | undefined)?.[0]?.code ?? ''}`;

test('papers are kept as they are, served to be saved, refused when they are no papers', async () => {
  expect(codeIn(await send(pdf, {}, chief))).toBe('403 not-allowed');
  for (const bad of ['<html><script>alert(1)</script>', '<svg onload="x()"/>', 'MZ programme'])
    expect(codeIn(await send(Buffer.from(bad))), bad).toMatch(/evidence-kind/);
  expect(codeIn(await send(pdf, { about: 'title:0000000000' }))).toMatch(/enterprise-file-about/);
  expect(codeIn(await send(pdf, { about: '../etc' }))).toMatch(/enterprise-file-about/);
  const sent = await send(pdf, { about: 'figures:2025' });
  expect(sent.status).toBe(201);
  expect(codeIn(await send(pdf))).toBe('409 enterprise-file-twice');
  const { files } = await world.read(chief, made.id);
  expect(files).toMatchObject([{ name: '执照.pdf', about: 'figures:2025', type: 'application/pdf' }]);
  const url = `/api/v1/enterprises/${made.id}/files/${files[0]?.id}`;
  const seen = await world.api.app.inject({ url, headers: headersOf(chief) });
  expect(seen.headers['content-disposition']).toMatch(/^attachment/);
  expect(seen.rawPayload.equals(pdf)).toBe(true);
  expect((await world.api.app.inject({ url, headers: headersOf(company) })).statusCode).toBe(404);
  const remove = { params: { ...params(), fileId: files[0]?.id }, body: { reason: '传错了' } };
  expect((await world.ask(office, enterpriseApi.removeFile, remove)).files).toEqual([]);
  expect(await world.refused(office, enterpriseApi.removeFile, remove)).toBe('404 enterprise-file-unknown');
  expect((await world.api.app.inject({ url, headers: headersOf(chief) })).statusCode).toBe(404);
});
