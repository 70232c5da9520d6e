import { type Catalogue, figure } from './catalogue.ts';

const meant = (limit: string | number | null | undefined): string => (limit ? `您是不是要 ${limit}？` : '');

/** Sentences for settings, migration, backup and restore: what the operator reads. */
export const operationsMessages: Catalogue = {
  'setting-wrong': (r) =>
    `环境变量 ${r.field ?? ''} 不能是「${r.given ?? ''}」，应为${figure(r.limit)}。请改正后再启动。`,
  'secret-setting-wrong': (r) =>
    `环境变量 ${r.field ?? ''} 的值不对（为保密不显示），应为${figure(r.limit)}。请改正后再启动。`,
  'setting-unknown': (r) =>
    `没有 ${figure(r.given)} 这个环境变量。${meant(r.limit)}请改正或去掉它；全部变量见 docs/configuration.md。`,
  'setting-missing': (r) =>
    `设了环境变量 ${figure(r.given)}，还要设 ${r.field ?? ''}，例如 ${figure(r.limit)}。请补上后再启动。`,
};
