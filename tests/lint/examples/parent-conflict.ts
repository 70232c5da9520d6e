import { type Examples, planText } from '../documents.ts';

const city = planText(
  '一、发展目标\n\n到2027年，全市现代纺织产业链营业收入达到240亿元，规模以上纺织企业达到250家。到2027年，芦洲区规模以上纺织企业达到110家。',
  { title: '临江市现代纺织产业三年行动方案（2025—2027年）' },
);
const cityAgain = (text: string): string =>
  planText(`一、发展目标\n\n${text}`, {
    title: '临江市现代纺织产业2025—2027年工作安排',
    number: '临府办字〔2025〕20号',
  });
const district = (text: string): string =>
  planText(`一、发展目标\n\n${text}`, {
    title: '芦洲区现代纺织产业实施方案（2025—2027年）',
    number: '芦府办发〔2025〕6号',
  }).replaceAll('临江市人民政府办公室', '芦洲区人民政府办公室');

export const examples: Examples = {
  finds: [
    {
      name: 'another value for the same region',
      text: cityAgain('到2027年，全市规模以上纺织企业达到230家。'),
      parents: [city],
      at: '规模以上纺织企业达到230家',
      severity: 'warning',
      arithmetic: '230家≠250家',
    },
    {
      name: 'a district above its city',
      text: district('到2027年，全区现代纺织产业链营业收入达到260亿元。'),
      parents: [city],
      at: '260亿元',
      severity: 'warning',
      says: '局部大于整体',
    },
    {
      name: 'a district below the share that the city gives it',
      text: district('到2027年，全区规模以上纺织企业达到96家。'),
      parents: [city],
      at: '规模以上纺织企业达到96家',
      severity: 'notice',
      arithmetic: '96家<110家',
    },
  ],
  silent: [
    { name: 'the same value', text: cityAgain('到2027年，全市规模以上纺织企业达到250家。'), parents: [city] },
    {
      name: 'a district below its city',
      text: district('到2027年，全区现代纺织产业链营业收入达到117亿元。'),
      parents: [city],
    },
    { name: 'another year', text: cityAgain('2026年，全市规模以上纺织企业达到230家。'), parents: [city] },
    { name: 'a revision of the parent', text: city.replace('达到240亿元', '达到250亿元'), parents: [city] },
    { name: 'a document without parents', text: cityAgain('到2027年，全市规模以上纺织企业达到230家。') },
  ],
};
