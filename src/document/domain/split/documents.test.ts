import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../../../tests/examples/document.ts';
import { extractDocuments } from '../extract.ts';

const titles = (text: string): (string | null)[] => extractDocuments(sourceOf(text)).map((d) => d.title);

/** A notice of the invented city, with its head, salutation, body and signature. */
const notice = (title: string, number: string, body: string): string =>
  [
    '临江市人民政府办公室',
    title,
    number,
    '各县（市、区）人民政府，市直有关单位：',
    body,
    '临江市人民政府办公室',
    '2025年3月12日',
    '（此件主动公开）',
  ].join('\n');

const training = notice(
  '关于开展产业链专题培训的通知',
  '临府办发〔2025〕8号',
  '为提升产业链工作能力，定于2025年4月举办专题培训，请各单位选派2名业务骨干参加，培训期间统一安排食宿。',
);
const survey = notice(
  '关于做好企业用工调查的通知',
  '临府办发〔2025〕9号',
  '为掌握企业用工情况，请各县区于4月30日前完成500家企业的调查，并将汇总结果报送市人力资源社会保障局。',
);

describe('a gazette', () => {
  test('two notices with numbers are two documents', () => {
    expect(titles(`${training}\n${survey}`)).toEqual(['关于开展产业链专题培训的通知', '关于做好企业用工调查的通知']);
  });

  test('each document keeps its own number and items', () => {
    const read = extractDocuments(sourceOf(`${training}\n${survey}`));
    expect(read.map((d) => d.docNumber)).toEqual(['临府办发〔2025〕8号', '临府办发〔2025〕9号']);
  });

  test('places of the documents follow each other and lie in the file', () => {
    const text = `${training}\n${survey}`;
    const [first, second] = extractDocuments(sourceOf(text));
    expect(first!.start).toBe(0);
    expect(first!.end).toBeLessThanOrEqual(second!.start);
    expect(second!.start).toBe(text.indexOf('临江市人民政府办公室\n关于做好企业用工'));
    expect(second!.end).toBe(text.length);
  });

  test('a page of contents opens no documents', () => {
    const contents = [
      '临江市人民政府公报',
      '目录',
      '关于开展产业链专题培训的通知………………（3）',
      '关于做好企业用工调查的通知………………（5）',
    ].join('\n');
    expect(titles(`${contents}\n${training}\n${survey}`).slice(-2)).toEqual([
      '关于开展产业链专题培训的通知',
      '关于做好企业用工调查的通知',
    ]);
    expect(titles(`${contents}\n${training}\n${survey}`).length).toBeLessThanOrEqual(3);
  });

  test('an interpretation behind a document is a document of its own', () => {
    const reading = [
      '解读：关于开展产业链专题培训的通知',
      '近日，市政府办公室印发通知，现就有关内容解读如下。',
      '一、出台背景',
      '产业链工作任务重、要求高，需要一支懂产业、会服务的队伍。',
    ].join('\n');
    expect(titles(`${training}\n${reading}`)).toHaveLength(2);
  });

  test('two notices without numbers are told apart by issuer and title', () => {
    const plain = (text: string): string => text.replace(/临府办发.*\n/, '');
    expect(titles(`${plain(training)}\n${plain(survey)}`)).toEqual([
      '关于开展产业链专题培训的通知',
      '关于做好企业用工调查的通知',
    ]);
  });
});

describe('one document', () => {
  test('a notice and the plan it issues stay one', () => {
    const issued = [
      '临江市人民政府办公室关于印发临江市现代纺织产业三年行动方案的通知',
      '临府办发〔2025〕8号',
      '各县（市、区）人民政府，市直有关单位：',
      '《临江市现代纺织产业三年行动方案》已经市政府同意，现印发给你们，请认真贯彻执行。',
      '临江市人民政府办公室',
      '2025年3月12日',
      '临江市现代纺织产业三年行动方案',
      '为推动现代纺织产业提质升级，制定本方案。',
      '一、总体目标',
      '到2027年，全市现代纺织产业营业收入达到240亿元。',
    ].join('\n');
    expect(titles(issued)).toEqual(['临江市现代纺织产业三年行动方案']);
  });

  test('annexed plans with titles of their own stay with their notice', () => {
    const annexed = [
      training,
      '附件1',
      '临江市产业链专题培训工作方案',
      '培训分两期进行，每期三天，由市委党校承办，市直各单位按名额选派人员。',
      '附件2',
      '产业链专题培训任务分工',
      '各单位要落实责任，按时报送名单，并做好参训人员的组织工作。',
    ].join('\n');
    expect(titles(annexed)).toEqual(['关于开展产业链专题培训的通知']);
  });

  test('a plan that cites other documents by number is not cut at the citation', () => {
    const citing = [
      '临江市现代纺织产业三年行动方案',
      '根据《东澜省人民政府关于推进制造业强链的意见》（东府发〔2024〕3号）精神，制定本方案。',
      '一、总体目标',
      '到2027年，全市现代纺织产业营业收入达到240亿元。',
    ].join('\n');
    expect(titles(citing)).toEqual(['临江市现代纺织产业三年行动方案']);
  });

  test('a text without any head is still one document', () => {
    expect(titles('到2027年，全市规上企业达到250家。')).toHaveLength(1);
  });
});

test('an empty file holds no document', () => {
  expect(extractDocuments(sourceOf(' \n\u3000\n'))).toEqual([]);
});
