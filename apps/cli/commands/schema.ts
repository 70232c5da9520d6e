import { ExtractAnswerSchema } from '../../../src/plan/contract.ts';
import { command, EXIT } from '../command.ts';

export const schema = command({
  usage: 'schema',
  about: '打印 extract --json 输出的 JSON Schema（2020-12）。同一份说明也用于网页接口。',
  words: { min: 0, max: 0, what: '' },
  options: {},
  examples: [['./jingwei schema > extraction.schema.json', '存成文件，供别的程序校验']],
  async run({ terminal }) {
    const published = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: '经纬：公文抽取结果',
      ...ExtractAnswerSchema,
    };
    await terminal.write(`${JSON.stringify(published, null, 2)}\n`);
    return EXIT.ok;
  },
});
