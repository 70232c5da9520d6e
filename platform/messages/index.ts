import type { Refusal } from '../../src/kernel/index.ts';
import { accountMessages } from './account.ts';
import { auditMessages } from './audit.ts';
import { type Catalogue, place } from './catalogue.ts';
import { chainMessages } from './chain.ts';
import { collectionMessages } from './collection.ts';
import { commandLineMessages } from './command-line.ts';
import { databaseMessages } from './database.ts';
import { diagnosisMessages } from './diagnosis.ts';
import { documentMessages } from './documents.ts';
import { enterpriseMessages } from './enterprise.ts';
import { enterpriseImportMessages } from './enterprise-import.ts';
import { factsMessages } from './facts.ts';
import { fileMessages } from './files.ts';
import { geoMessages } from './geo.ts';
import { indicatorMessages } from './indicator.ts';
import { ladderMessages } from './ladder.ts';
import { noticeMessages } from './notice.ts';
import { operationsMessages } from './operations.ts';
import { importMessages, organisationMessages } from './organisation.ts';
import { packMessages } from './packs.ts';
import { planMessages } from './plan.ts';
import { policyMessages } from './policy.ts';
import { projectMessages } from './project.ts';
import { reckoningMessages } from './reckoning.ts';
import { reportMessages } from './report.ts';
import { selectionMessages } from './selection.ts';
import { serverMessages } from './server.ts';
import { taskMessages } from './task.ts';
import { taskOriginMessages } from './task-origin.ts';
import { workMessages } from './work.ts';
import { workingTimeMessages } from './working-time.ts';

/** One catalogue for each area, in the order of docs/errors.md; a code means the same everywhere. */
export const areas: Readonly<Record<string, Catalogue>> = {
  文件: fileMessages,
  命令行: commandLineMessages,
  资料包: packMessages,
  组织机构: organisationMessages,
  表格导入: importMessages,
  账号: accountMessages,
  审计: auditMessages,
  消息: noticeMessages,
  事项: workMessages,
  工作日: workingTimeMessages,
  方案: planMessages,
  指标: indicatorMessages,
  填报: collectionMessages,
  任务: taskMessages,
  立项和会议: taskOriginMessages,
  项目: projectMessages,
  企业: enterpriseMessages,
  梯度培育: ladderMessages,
  遴选: selectionMessages,
  文稿: reportMessages,
  政策: policyMessages,
  数字化诊断: diagnosisMessages,
  产业链: chainMessages,
  Word和PDF: documentMessages,
  企业导入: enterpriseImportMessages,
  企业数据: factsMessages,
  地图: geoMessages,
  数据库计算: reckoningMessages,
  服务: serverMessages,
  数据库: databaseMessages,
  运维: operationsMessages,
};

const catalogue: Catalogue = Object.assign({}, ...Object.values(areas));

/** Every code that has a sentence. */
export const knownCodes: readonly string[] = Object.keys(catalogue);

/** The sentence, in plain Chinese, that tells a person what was refused, where, and what to do. */
export function say(refusal: Refusal): string {
  const sentence = Object.hasOwn(catalogue, refusal.code) ? catalogue[refusal.code] : undefined;
  if (sentence !== undefined) return sentence(refusal);
  // A code without a sentence is our omission; the person still learns the place and whom to tell.
  return `${place(refusal, '这一项')}没有通过检查（${refusal.code}）。请把这句话告诉系统管理员。`;
}
