import type { InstructDoubt } from './model.ts';

/** What to look at before an instruction is sent, in one sentence. */
export function instructDoubtWords({ code, given }: InstructDoubt): string {
  const words: Readonly<Record<InstructDoubt['code'], string>> = {
    'lead-missing': '没有看出由谁牵头。请选定牵头单位。',
    'unit-unresolved': `“${given}”不在单位名录里。请选定单位。`,
    'unit-several': `叫“${given}”的单位不止一个。请选定是哪一个。`,
    'unit-collective': `“${given}”是几个单位的统称。请换成具体单位。`,
    'unit-region': `只写了地名，按它的政府或管委会办：${given}。请核对。`,
    'due-missing': '没有看出时限。请定一个日期，或者不设时限。',
    'due-vague': `“${given}”定不出日子。请定一个日期。`,
    'due-ambiguous': `“${given}”可以有几种理解。请定一个日期。`,
    'due-several': `写了几个时间（${given}），最后一个作时限，前面的作节点。请核对。`,
    'due-past': `“${given}”已经过了。请另定一个日期。`,
    'due-year-assumed': `没有写年份，今年的已经过了，按明年办：${given}。请核对。`,
    'due-unpublished': `“${given}”要数工作日，那一年的放假安排还没有公布。请定一个日期。`,
    recurring: `“${given}”是反复要办的事，这里只立一次。`,
    'title-missing': '没有看出要办什么。请写明事项。',
  };
  return words[code];
}
