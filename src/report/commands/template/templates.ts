import { sm3 } from '../../../../platform/digest/index.ts';
import { checkTemplate } from '../../../../platform/docx/index.ts';
import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { BulletinTemplateJson, TemplateFieldsJson } from '../../contract.ts';
import {
  type BulletinKind,
  bulletinKindNames,
  plainOf,
  type TemplateValue,
  templateFields,
} from '../../domain/index.ts';
import {
  changeTemplate as changeStored,
  insertTemplate,
  insertVersion,
  listTemplates as listStored,
  readTemplate,
  readVersionContent,
  readVersions,
  type StoredTemplate,
  type StoredVersion,
} from '../../store.ts';
import { type ReportDeps, today } from '../deps.ts';
import { usualTemplate, valuesOf } from '../output/word.ts';
import { seenBulletin } from '../paper/load.ts';

const mostBytes = 5 * 1024 * 1024;
const mostVersions = 200;

/** Templates in reach with all their versions. */
export async function listTemplates(actor: Actor, { db }: ReportDeps): Promise<{ templates: BulletinTemplateJson[] }> {
  permit(actor, 'report.write');
  const stored = await listStored(db);
  const versions = await readVersions(
    db,
    stored.map(({ id }) => id),
  );
  return { templates: stored.map((template) => templateJson(actor, template, versions)) };
}

function templateJson(
  actor: Actor,
  template: StoredTemplate,
  versions: readonly StoredVersion[],
): BulletinTemplateJson {
  const { id, revision, name, kind, current_version: current, retired_at, changed_at, changed_by } = template;
  return {
    ...{ id, revision, name, kind, current, retired: retired_at !== null },
    ...{ changedAt: changed_at, changedBy: changed_by, mine: isMine(actor, template) },
    versions: versions
      .filter(({ templateId }) => templateId === id)
      .map(({ version, fileName, size, digest, note, at, by }) => ({ version, fileName, size, digest, note, at, by })),
  };
}

const placeOf = ({ region_id, unit_id, chain_id }: StoredTemplate) => ({
  ...{ regionId: region_id, unitId: unit_id, chainId: chain_id },
});
const isMine = (actor: Actor, template: StoredTemplate): boolean =>
  actor.permissions.has('report.template') && covers(actor.reach, placeOf(template));

/** Every field of templates, with its value in a paper when one is named. */
export async function readFields(
  actor: Actor,
  bulletinId: string | undefined,
  deps: ReportDeps,
): Promise<TemplateFieldsJson> {
  permit(actor, 'report.write');
  const row = bulletinId === undefined ? null : await seenBulletin(actor, bulletinId, deps.db);
  const values = row === null ? null : valuesOf(row, today(deps));
  return {
    bulletin: row === null ? null : { id: row.id, title: row.title },
    fields: templateFields.map((field) => ({
      ...{ name: field.name, about: field.about, kind: field.kind },
      value: values === null ? null : valueWords(values[field.name] ?? null),
      fields: field.kind === 'list' ? field.fields.map(({ name, about }) => ({ name, about })) : [],
    })),
  };
}

function valueWords(value: TemplateValue): string {
  if (value === null) return '（空）';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  const [first] = value;
  if (first === undefined) return '（没有）';
  if (typeof first === 'string' || 'figure' in first || 'taken' in first) return plainOf(value as never);
  return 'kind' in first ? `${value.length} 段` : `${value.length} 行`;
}

export interface SentTemplate {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

const isKind = (text: string): text is BulletinKind => Object.hasOwn(bulletinKindNames, text);

/**
 * Keeps an uploaded Word file as a template, or as the next version of one, when it is one: every field in it is known and
 * closed. Refuses it with each place that is wrong, and a file that is too large before it is read.
 */
export async function uploadTemplate(
  actor: Actor,
  { fileName, bytes, fields }: SentTemplate,
  deps: ReportDeps,
): Promise<BulletinTemplateJson> {
  permit(actor, 'report.template');
  const { post } = actor;
  if (post === null) throw new RefusalError({ code: 'bulletin-needs-post' });
  if (bytes.length > mostBytes)
    throw new RefusalError({ code: 'bulletin-template-large', field: fileName, given: bytes.length, limit: mostBytes });
  const refusals = await checkTemplate(bytes, templateFields);
  if (refusals.length > 0) throw new RefusalError(...refusals.slice(0, 50));
  const templateId = fields.templateId === undefined || fields.templateId === '' ? null : fields.templateId;
  const name = (fields.name ?? '').trim();
  const kind = fields.kind ?? '';
  const noteWords = (fields.note ?? '').trim().slice(0, 300);
  const [id, at] = [templateId ?? deps.newId(), deps.clock.now()];
  const version = { fileName: fileName.slice(0, 200), size: bytes.length, digest: sm3(bytes), note: noteWords, at };
  await recording(deps, actor, async (db, note) => {
    const known = templateId === null ? null : await heldTemplate(actor, templateId, db);
    const place = { regionId: post.scopeRegionId ?? '', unitId: post.unitId, chainId: null };
    const last = known === null ? 0 : ((await readVersions(db, [id]))[0]?.version ?? 0);
    if (last >= mostVersions)
      throw new RefusalError({ code: 'bulletin-template-versions', given: last, limit: mostVersions });
    if (known === null) {
      if (name === '' || name.length > 60)
        throw new RefusalError({ code: 'bulletin-template-name', field: 'name', given: name.length, limit: 60 });
      if (!isKind(kind)) throw new RefusalError({ code: 'value-not-listed', field: 'kind', given: kind });
      if (place.regionId === '') throw new RefusalError({ code: 'bulletin-needs-post' });
      await insertTemplate(db, {
        ...{
          id,
          revision: 1,
          name,
          kind,
          current_version: 1,
          retired_at: null,
          changed_at: at,
          changed_by: actor.name,
        },
        ...{ region_id: place.regionId, unit_id: place.unitId, chain_id: null },
      });
    }
    await insertVersion(db, {
      ...{ ...version, templateId: id, version: last + 1, byId: actor.id, by: actor.name, content: bytes },
    });
    if (known !== null) await changeStored(db, id, { currentVersion: last + 1, at, by: actor.name });
    note({
      action: 'report.upload-template',
      record: { kind: 'bulletin-template', id, name: known?.name ?? name },
      place: known === null ? place : placeOf(known),
      changes: [
        { field: 'version', before: known?.current_version ?? null, after: last + 1 },
        { field: 'digest', before: null, after: version.digest },
      ],
    });
  });
  return shown(actor, id, deps);
}

/** Lets new papers take another version, or nobody take the template any more; papers that have one keep it. */
export async function changeTemplate(
  actor: Actor,
  asked: {
    readonly templateId: string;
    readonly revision: number;
    readonly current?: number | undefined;
    readonly retired?: boolean | undefined;
  },
  deps: ReportDeps,
): Promise<BulletinTemplateJson> {
  permit(actor, 'report.template');
  const { templateId: id, revision, current, retired } = asked;
  await recording(deps, actor, async (db, note) => {
    const known = await heldTemplate(actor, id, db);
    if (known.revision !== revision)
      throw new RefusalError({ code: 'bulletin-changed', given: revision, limit: known.revision });
    if (current !== undefined && !(await readVersions(db, [id])).some(({ version }) => version === current))
      throw new RefusalError({ code: 'bulletin-template-unknown', field: 'current', given: current });
    const at = deps.clock.now();
    await changeStored(db, id, {
      ...{ at, by: actor.name },
      ...(current !== undefined && { currentVersion: current }),
      ...(retired !== undefined && { retiredAt: retired ? at : null }),
    });
    note({
      action: 'report.change-template',
      record: { kind: 'bulletin-template', id, name: known.name },
      place: placeOf(known),
      changes: [
        { field: 'version', before: known.current_version, after: current ?? known.current_version },
        { field: 'retired', before: known.retired_at !== null, after: retired ?? known.retired_at !== null },
      ],
    });
  });
  return shown(actor, id, deps);
}

const unknown = (id: string): RefusalError =>
  new RefusalError({ code: 'bulletin-template-unknown', field: 'templateId', given: id });

async function heldTemplate(actor: Actor, id: string, db: ReportDeps['db']): Promise<StoredTemplate> {
  const known = await readTemplate(db, id, 'locked');
  if (known === undefined || !isMine(actor, known)) throw unknown(id);
  return known;
}

async function shown(actor: Actor, id: string, { db }: ReportDeps): Promise<BulletinTemplateJson> {
  const known = await readTemplate(db, id);
  if (known === undefined) throw unknown(id);
  return templateJson(actor, known, await readVersions(db, [id]));
}

/** One version of a template, as it was uploaded. */
export async function downloadTemplate(
  actor: Actor,
  { templateId, version }: { readonly templateId: string; readonly version: number },
  { db }: ReportDeps,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  permit(actor, 'report.write');
  const found = await readVersionContent(db, templateId, version);
  if (found === undefined) throw unknown(templateId);
  return { name: found.fileName, content: found.content };
}

/** The template that comes with the program, to begin with. */
export async function downloadUsualTemplate(
  actor: Actor,
  kind: BulletinKind,
): Promise<{ readonly name: string; readonly content: Buffer }> {
  permit(actor, 'report.write');
  return { name: `${bulletinKindNames[kind]}模板.docx`, content: await usualTemplate(kind) };
}
