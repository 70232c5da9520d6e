import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../../tests/examples/document.ts';
import { extractDocuments } from './extract.ts';
import type { DocumentExtraction, Located } from './model.ts';

const plan = [
  '临江市人民政府办公室关于印发《临江市现代纺织产业提质升级三年行动方案（2025—2027年）》的通知',
  '临府办发〔2025〕8号',
  '各县（市、区）人民政府，市直有关单位：',
  '现将《临江市现代纺织产业提质升级三年行动方案（2025—2027年）》印发给你们，请结合实际抓好落实。',
  '临江市人民政府办公室',
  '2025年3月12日',
  '临江市现代纺织产业提质升级三年行动方案（2025—2027年）',
  '一、发展目标',
  '到2027年，全市现代纺织产业营业收入达到２４０亿元，规模以上企业达到250家以上，年均增长8%—10%。',
  '二、重点任务',
  '1.建设专业园区。2025年9月底前开工建设厂房。（市工信局牵头，芦洲区政府配合）',
  '三、支持政策',
  '1.对首次上规的企业，一次性奖励10万元。',
  '附件1',
  '各县区目标表',
  '地区\t2025年\t2027年',
  '东湖区\t12\t20',
  '西山县\t9\t15',
  '以上目标由各县区逐项落实。',
].join('\n');

const items = (d: DocumentExtraction): Located[] => [...d.indicators, ...d.tasks, ...d.clauses, ...d.tables];

describe('a whole document', () => {
  const [d] = extractDocuments(sourceOf(plan));

  test('gives its head, outline and items of every kind', () => {
    expect(d).toMatchObject({
      title: '临江市现代纺织产业提质升级三年行动方案（2025—2027年）',
      docNumber: '临府办发〔2025〕8号',
      issuer: '临江市人民政府办公室',
      issuedOn: '2025-03-12',
    });
    expect(d!.outline.map((n) => n.label)).toEqual(['一', '二', '三', '附件1']);
    expect([d!.tasks.length, d!.clauses.length, d!.tables.length]).toEqual([1, 1, 1]);
    expect(d!.indicators.filter((i) => !i.table).map((i) => i.value)).toEqual([240, 250, 8]);
  });

  test('every item lies within its document and says where it stands', () => {
    for (const item of items(d!)) {
      expect(item.start).toBeGreaterThanOrEqual(d!.start);
      expect(item.end).toBeLessThanOrEqual(d!.end);
      expect(item.start).toBeLessThan(item.end);
      expect(item.path.length).toBeGreaterThan(0);
    }
  });

  test('an item that the file wrote in wide digits points at the wide digits', () => {
    const item = d!.indicators.find((i) => i.value === 240)!;
    expect(plan.slice(item.start, item.end)).toContain('２４０亿元');
  });

  test('the same text gives the same extraction', () => {
    expect(extractDocuments(sourceOf(plan))).toEqual([d]);
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...[
      '一、',
      '（一）',
      '1.',
      '到2027年',
      '2025年3月、9月',
      '250家',
      '8%—10%',
      '给予',
      '奖励10万元',
      '（',
      '）',
      '《',
      '》',
      '“',
    ],
    ...[
      '，',
      '。',
      '：',
      '；',
      '、',
      '\n',
      '\t',
      ' ',
      '\u3000',
      '责任单位：',
      '市工信局',
      '临府发〔2025〕8号',
      '附件1',
      '分别',
      '每年',
    ],
    ...['\ud83d', '𠮷', '①', '％', '.', '-', '第三条', '不再列出', '自印发之日起施行，有效期3年', '12', 'A', '纺织'],
  );

  test('is read without failing, and every place lies in the text', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const d of extractDocuments(sourceOf(text)))
          for (const item of [d, ...items(d)]) {
            expect(item.start).toBeGreaterThanOrEqual(0);
            expect(item.end).toBeLessThanOrEqual(text.length);
            expect(item.start).toBeLessThanOrEqual(item.end);
          }
      }),
      { numRuns: 150 },
    );
  });
});
