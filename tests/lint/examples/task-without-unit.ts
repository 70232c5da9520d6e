import { type Examples, planText } from '../documents.ts';

const list = (third: string): string =>
  planText(`一、重点任务

1.建设园区。2025年9月底前开工建设产业园。（市工信局牵头，市财政局配合）

2.引进项目。每年引进亿元以上项目6个。（市商务局牵头）

${third}

4.推广工艺。2026年底前完成清洁生产审核。（市生态环境局牵头）

二、组织保障

（一）压实责任。实行月调度、季督查，结果报市政府。

（二）抓好落实。各县（市、区）要倒排工期，逐项落实到人。`);

export const examples: Examples = {
  finds: [
    {
      name: 'an item that names nobody among items that do',
      text: list('3.拓展应用场景。每年发布应用场景清单2批，组织供需对接会4场。'),
      at: '3.拓展应用场景',
      severity: 'warning',
      says: '同级的3项都写了',
    },
  ],
  silent: [
    { name: 'items that all name somebody', text: list('3.拓展应用场景。每年发布清单2批。（市工信局牵头）') },
    {
      name: 'an item that names somebody in its sentence',
      text: list('3.拓展应用场景。由市工信局负责，每年发布清单2批。'),
    },
    {
      name: 'a document whose items name nobody',
      text: planText(
        '一、重点任务\n\n1.建设园区。加快建设专业园区。\n\n2.引进项目。大力引进龙头项目。\n\n3.推广工艺。推广绿色工艺。',
      ),
    },
  ],
};
