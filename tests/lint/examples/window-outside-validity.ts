import { type Examples, planText } from '../documents.ts';

const clause = (text: string): string =>
  planText(`一、支持政策

1.${text}，由市级财政按设备投资额的10%给予补助，最高不超过50万元。（责任单位：市工信局）

二、附则

本方案自2025年4月1日起施行，有效期至2026年3月31日。`);

export const examples: Examples = {
  finds: [
    {
      name: 'a window that outlasts the document',
      text: clause('2025年4月1日至2026年12月31日期间，对购置设备的企业'),
      at: '按设备投资额的10%',
      severity: 'warning',
      arithmetic: '2026-12-31>2026-03-31',
    },
  ],
  silent: [{ name: 'a window within validity', text: clause('2025年4月1日至2025年12月31日期间，对购置设备的企业') }],
};
