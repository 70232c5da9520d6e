import { describe, expect, test } from 'vitest';
import type { Form } from '../model/index.ts';
import { answersOf, formula, number, one, scale, schemeWith, several, sidesOf } from '../testing/forms.ts';
import { answerOf, answersOfRow } from './answers.ts';
import { sheetColumnsOf } from './columns.ts';
import { judgedCells, judgedHeading } from './judged.ts';

const [network, systems] = [one('network', [0, 200, 400]), several('systems', [100, 300], 400)];
const [share, steps] = [number('share', [['5', 200]]), scale('steps', 4, 400)];

describe('a list of answers', () => {
  test('a column is found by its number or its words; what nobody asks for is told of', () => {
    const named = { ...systems, text: '在用哪些信息系统？' };
    const columns = sheetColumnsOf(
      ['\uFEFF编号', '企业名称', '行业代码', 'NETWORK', '在用哪些 信息系统?', 'netwrok', '', 'network'],
      [network, named],
    );
    expect([...columns.heads]).toEqual([
      ['id', 0],
      ['name', 1],
      ['industry', 2],
    ]);
    expect([...columns.questions]).toEqual([
      ['network', 3],
      ['systems', 4],
    ]);
    expect(columns.unknown).toEqual(['netwrok', 'network']);
  });

  test.each([
    [network, ' o1 ', 'o1'],
    [network, '选项2', 'o2'],
    [network, 'O1', 'o1'],
    [network, '', undefined],
    [systems, 'o0；选项1', ['o0', 'o1']],
    [systems, 'o0、o1,', ['o0', 'o1']],
    [{ ...systems, options: [{ id: 'a', text: '甲、乙', points: 1, alone: false }] }, '甲、乙', ['a']],
    [share, '１，２００．５％', '1200.5'],
    [share, '35 %', '35'],
    [steps, '3分', 3],
    [steps, '3.0', 3],
    [steps, '三', '三'],
  ] as const)('%# is read as it was meant', (question, cell, value) => {
    expect(answerOf(question as never, cell)).toEqual(value);
  });

  test('what cannot be an answer is told of and counts for nothing', () => {
    const form = { sides: sidesOf([10_000, network, systems, share, steps]) };
    const row: Readonly<Record<string, string>> = { network: 'o9', systems: 'none;o0', share: '200', steps: '2.5' };
    const { answers, faults } = answersOfRow(form, (id) => row[id] ?? '');
    expect([...answers]).toEqual([]);
    expect(faults.map(({ code, field }) => [field, code])).toEqual([
      ['network', 'diagnosis-option'],
      ['systems', 'diagnosis-option-alone'],
      ['share', 'diagnosis-number-range'],
      ['steps', 'diagnosis-scale'],
    ]);
  });

  test('scores, levels, gaps and reasons stand under their headings', () => {
    const depth = one('depth', [0, 400], { shownWhen: formula('systems has o0') });
    const form: Form = {
      ...{ questionnaireId: 'q', questionnaireName: '问卷', editionId: 'e', editionName: '一版', from: '2022-01-01' },
      ...{ source: '', tableId: 't', tableName: '表', isOwnWording: true, open: [], promise: '', minimum: [] },
      sides: sidesOf([6_000, network, systems, depth], [4_000, share]),
      schemes: [schemeWith(2_000, 4_000)],
    };
    // network 200 and systems 100 of 1200; 60 points: 15. share: all of 40.
    const cells = judgedCells(form, answersOf({ network: 'o1', systems: ['o0'], share: '5' }));
    const of = Object.fromEntries(
      judgedHeading(form)
        .slice(3)
        .map((name, at) => [name, cells[at]]),
    );
    expect(of).toMatchObject({ score: 55, s0: 15, s1: 40, four: 2, four_name: '2级', four_next: null, four_gap: null });
    expect(of).toMatchObject({ answered: 3, wanted: 4, missing: 'depth' });
    expect(String(of.why).split('\n')).toHaveLength(4);
    const less = judgedCells(form, answersOf({ network: 'o2' }));
    expect(less.slice(0, 7)).toEqual([20, 20, 0, 1, '1级', '2级', 20]);
  });
});
