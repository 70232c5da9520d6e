import { describe, expect, test } from 'vitest';
import { readValidity } from './validity.ts';

const dates = (text: string, issuedOn: string | null = '2025-03-12'): (string | null)[] | null => {
  const v = readValidity(text, issuedOn);
  return v && [v.from, v.to];
};

describe('a term of years ends the day before its anniversary', () => {
  test.each([
    ['本办法自发布之日起施行，有效期3年。', '2025-03-12', '2025-03-12', '2028-03-11'],
    ['本办法自印发之日起施行，有效期三年。', '2025-03-12', '2025-03-12', '2028-03-11'],
    ['本办法自公布之日起施行，有效期为五年。', '2025-01-01', '2025-01-01', '2029-12-31'],
    ['本措施自2025年5月1日起施行，有效期2年。', '2025-03-12', '2025-05-01', '2027-04-30'],
    ['本措施自2024年3月1日起施行，有效期1年。', '2024-02-10', '2024-03-01', '2025-02-28'],
    ['本措施自2023年3月1日起施行，有效期1年。', '2023-02-10', '2023-03-01', '2024-02-29'],
    ['本措施自2024年2月29日起施行，有效期1年。', '2024-02-10', '2024-02-29', '2025-02-28'],
    ['本意见自发布之日起实施，执行期限两年。', '2025-12-31', '2025-12-31', '2027-12-30'],
    ['本政策自印发之日起执行，有效期暂定3年。', '2025-03-12', '2025-03-12', '2028-03-11'],
  ])('%s', (text, issuedOn, from, to) => {
    expect(dates(text, issuedOn)).toEqual([from, to]);
  });
});

describe('a date of its own', () => {
  test.each([
    ['本方案自印发之日起施行，有效期至2027年12月31日。', '2025-03-12', '2027-12-31'],
    ['本办法自2025年4月1日起施行，有效期至2028年3月31日。', '2025-04-01', '2028-03-31'],
    ['本政策有效期自2025年1月1日至2027年12月31日。', '2025-01-01', '2027-12-31'],
    ['本办法自发布之日起30日后施行，有效期5年。', '2025-04-11', '2030-04-10'],
  ])('%s', (text, from, to) => {
    expect(dates(text)).toEqual([from, to]);
  });

  test('without a term the end is open', () => {
    expect(dates('本办法自印发之日起施行。')).toEqual(['2025-03-12', null]);
    expect(dates('本办法自2025年5月1日起施行。')).toEqual(['2025-05-01', null]);
  });
});

describe('what the text does not say stays unknown', () => {
  test('自印发之日起 without a date of issue', () => {
    expect(dates('本办法自印发之日起施行，有效期3年。', null)).toEqual([null, null]);
  });

  test.each([
    '各单位要认真组织实施，确保任务落到实处。',
    '2025年5月1日起，对企业免征城市道路占用费。',
    '营业执照有效期内的企业均可申报。',
    '企业自收到通知之日起15日内提交材料。',
  ])('%s', (text) => {
    expect(dates(text)).toBeNull();
  });
});

test('the words of the validity are pointed at', () => {
  const text = '（五）本办法由市工信局解释，自印发之日起施行，有效期3年。此前规定同时废止。';
  const v = readValidity(text, '2025-03-12')!;
  expect(text.slice(v.start, v.end)).toBe('自印发之日起施行，有效期3年');
});
