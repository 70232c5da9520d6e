import { describe, expect, test } from 'vitest';
import { DOCUMENT_NUMBER_LINE, endsLikeTitle, isIssuerLine, isRedHead, looksLikeTitle } from './marks.ts';

describe('a line that is a document number', () => {
  test.each([
    ['临府发〔2025〕8号', true],
    ['临府办规〔2025〕第12号', true],
    ['临工信产业字〔2025〕108号', true],
    ['文号：临府发〔2025〕8号', true],
    ['临府发〔2025〕8号2025年3月12日', true],
    ['根据临府发〔2025〕8号精神', false],
    ['2025年第8号', false],
    ['临府发2025年8号', false],
  ])('%s: %s', (line, expected) => {
    expect(DOCUMENT_NUMBER_LINE.test(line)).toBe(expected);
  });
});

describe('a line that is an issuer', () => {
  test.each([
    ['临江市人民政府', true],
    ['临江市人民政府办公室', true],
    ['中共临江市委', true],
    ['临江市工业和信息化局', true],
    ['临江市推进产业链链长制工作领导小组办公室', true],
    ['一、加强组织领导', false],
    ['关于成立领导小组', false],
    ['附件市级部门责任分工办公室', false],
    ['到2027年建成园区', false],
  ])('%s: %s', (line, expected) => {
    expect(isIssuerLine(line)).toBe(expected);
  });
});

test('the red head of a document', () => {
  expect(isRedHead('临江市人民政府文件')).toBe(true);
  expect(isRedHead('临江市人民政府公报')).toBe(true);
  expect(isRedHead('文件')).toBe(false);
  expect(isRedHead('临江市人民政府')).toBe(false);
});

describe('a line that is a title', () => {
  test.each([
    ['关于推进现代纺织产业高质量发展的意见', true],
    ['临江市人民政府关于支持面料产业发展的若干措施', true],
    ['临江市现代纺织产业三年行动方案（2025—2027年）', true],
    ['临江市产业资金管理办法（试行）', true],
    ['关于推进工作，各单位要落实责任。', false],
    ['一、制定行动方案', false],
    ['（二）完善支持政策', false],
    ['临江市人民政府', false],
  ])('%s: %s', (line, expected) => {
    expect(looksLikeTitle(line)).toBe(expected);
  });

  test('its ending alone', () => {
    expect(endsLikeTitle('三年行动方案（2025—2027年）')).toBe(true);
    expect(endsLikeTitle('三年行动方案的背景')).toBe(false);
  });
});
