import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileLimits } from '../../../platform/files/index.ts';
import { ApiRefused } from '../../../platform/http/client.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type ImportJobJson, type PlanDetailJson, planApi } from '../../../src/plan/contract.ts';
import { wholeNumber } from '../arguments.ts';
import { command, EXIT } from '../command.ts';
import { findPlan } from '../find-plan.ts';
import { type LocalApi, withPlans } from '../local-api.ts';
import { planColumns, planRow } from '../show/plan.ts';
import { table } from '../terminal/table.ts';

export const importFile = command({
  usage: 'import 文件 [选项]',
  about:
    '读懂一份公文并存为方案草案；一个文件里有几份公文时各成一个方案。加 --publish 直接发布，体检有错误时要写明理由。\n' +
    '加 --edition-of 则作为已有方案的下一版草案。全部成功才算数，否则什么也不存。',
  words: { min: 1, max: 1, what: '文件' },
  options: {
    publish: { type: 'boolean', help: '导入后直接发布' },
    acknowledge: { type: 'string', value: '理由', help: '体检有错误仍要发布的理由' },
    note: { type: 'string', value: '说明', help: '发布说明' },
    'edition-of': { type: 'string', value: '方案', help: '作为这个方案（编号，或标题里的字）的下一版' },
    part: { type: 'string', value: 'N', help: '与 --edition-of 同用：文件里的第 N 份公文' },
    json: { type: 'boolean', help: '输出 JSON' },
  },
  examples: [
    ['./jingwei import 行动方案.docx', '存为草案，到网页上核定'],
    ['./jingwei import 行动方案.docx --publish --note 市政府常务会议通过', '导入并发布'],
    ['./jingwei import 修订稿.docx --edition-of 丝绸 --publish', '成为同一方案的第二版'],
  ],
  async run({ options, words, terminal }) {
    const part = wholeNumber(options.part, '--part', 1) ?? undefined;
    const file = await readUpload(words[0] ?? '');
    return withPlans(terminal, async (api) => {
      const asEditionOf =
        options['edition-of'] === undefined ? undefined : (await findPlan(api, options['edition-of'])).id;
      terminal.progress(`正在读懂 ${file.name}……`);
      const job = await api.call(planApi.importFile, { form: formOf(file, { asEditionOf, part }) });
      const refused: string[] = [];
      const plans: PlanDetailJson[] = [];
      for (const { planId } of job.plans) {
        const { plan, refusal } = await publishIfAsked(api, planId, options);
        plans.push(plan);
        if (refusal !== null) refused.push(`${plan.title ?? plan.fileName}：${refusal}`);
      }
      terminal.progress('');
      if (options.json) await terminal.write(`${JSON.stringify({ plans }, null, 2)}\n`);
      else await terminal.write(table(planColumns, plans.map(planRow), terminal));
      for (const line of [...sameFiles(job), ...refused]) await terminal.note(line);
      return refused.length > 0 ? EXIT.refused : EXIT.ok;
    });
  },
});

async function readUpload(path: string): Promise<File> {
  const name = basename(path);
  const info = await stat(path).catch(() => {
    throw new RefusalError({ code: 'not-found', field: name });
  });
  if (!info.isFile()) throw new RefusalError({ code: 'not-a-file', field: name });
  if (info.size > fileLimits.fileBytes) {
    throw new RefusalError({ code: 'too-large', field: name, given: info.size, limit: fileLimits.fileBytes });
  }
  const bytes = await readFile(path).catch(() => {
    throw new RefusalError({ code: 'not-readable', field: name });
  });
  return new File([bytes], name);
}

function formOf(file: File, fields: Readonly<Record<string, string | number | undefined>>): FormData {
  const form = new FormData();
  // Fields go first: the server takes the file as it arrives.
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
  form.set('file', file);
  return form;
}

/** One of several plans may be refused; what was published before it stays published. */
async function publishIfAsked(
  api: LocalApi,
  planId: string,
  { publish, note, acknowledge }: { readonly publish?: boolean; readonly note?: string; readonly acknowledge?: string },
): Promise<{ plan: PlanDetailJson; refusal: string | null }> {
  const plan = await api.call(planApi.readPlan, { params: { planId } });
  if (publish !== true) return { plan, refusal: null };
  const body = {
    revision: plan.revision,
    ...(note === undefined ? {} : { note }),
    ...(acknowledge === undefined ? {} : { acknowledge }),
  };
  try {
    return { plan: await api.call(planApi.publishPlan, { params: { planId }, body }), refusal: null };
  } catch (error) {
    if (error instanceof ApiRefused) return { plan, refusal: error.message };
    throw error;
  }
}

const sameFiles = (job: ImportJobJson): string[] =>
  job.plans.flatMap(({ planId, sameAs }) =>
    sameAs === null ? [] : [`提示：${planId} 与先前导入的 ${sameAs} 来自同样的文件。`],
  );
