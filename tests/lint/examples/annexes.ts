import { type Examples, planText } from '../documents.ts';

const withAnnexes = (list: readonly string[], actual: readonly string[]): string =>
  `${planText('一、重点任务\n\n加快建设园区。')}\n\n附件：${list.map((t, i) => `${i + 1}.${t}`).join('\n\n')}\n\n${actual.map((t, i) => `附件${i + 1}\n\n${t}\n\n一、总体要求\n\n坚持市场导向。`).join('\n\n')}`;

export const examples: Examples = {
  finds: [
    {
      name: 'an annex that is listed and missing',
      text: withAnnexes(
        ['临江市链主企业名单', '临江市重点项目清单', '临江市重点平台清单'],
        ['临江市链主企业名单', '临江市重点项目清单'],
      ),
      at: '3.临江市重点平台清单',
      severity: 'warning',
    },
    {
      name: 'an annex that is not listed',
      text: withAnnexes(
        ['临江市链主企业名单', '临江市重点项目清单'],
        ['临江市链主企业名单', '临江市重点项目清单', '临江市重点平台清单'],
      ),
      at: '附件3',
      severity: 'warning',
    },
    {
      name: 'an annex of another title',
      text: withAnnexes(['临江市链主企业名单', '临江市重点项目清单'], ['临江市链主企业名单', '临江市重大项目清单']),
      at: '附件2',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'annexes as listed',
      text: withAnnexes(['临江市链主企业名单', '临江市重点项目清单'], ['临江市链主企业名单', '临江市重点项目清单']),
    },
    {
      name: 'a text published without its annexes',
      text: withAnnexes(['临江市链主企业名单', '临江市重点项目清单'], []),
    },
  ],
};
