import type { OutlineNode } from '../../../../document/index.ts';
import { contains } from '../../../../kernel/index.ts';
import type { LintContext } from '../context.ts';
import { MOST } from '../limits.ts';
import type { Finding } from '../model.ts';
import { findingIn } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text/words.ts';

const id = 'task-without-unit';

/** An item that names nobody, among items that do; milder where a general sentence gives units to all that follow. */
export const taskWithoutUnit: Rule = {
  id,
  severity: 'warning',
  title: '任务没有责任单位',
  check(context) {
    const { tasks } = context.document;
    if (context.explains || tasks.length < 2 || tasks.length > MOST.tasks) return [];
    const inherited = tasks.find((t) => t.inheritedUnits.length > 0);
    return lists(context, context.document.outline)
      .flatMap((items) => checkList(context, items))
      .map((f) => (inherited !== undefined && f.start >= inherited.start ? { ...f, severity: 'notice' as const } : f));
  },
};

/**
 * Lists of items that should be alike: the children of one heading; where headings have few, the children of its
 * neighbours too. Headings none of whose items name anybody speak of other things, unless nearly all the others do.
 */
function lists(context: LintContext, nodes: readonly OutlineNode[]): (readonly OutlineNode[])[] {
  const families = nodes.filter((n) => n.children.length > 0);
  const tasked = families.filter((n) => n.children.some((c) => hasTask(context, c)));
  const alike = tasked.length * 3 >= families.length * 2;
  const judged = families.filter((n) => tasked.includes(n) || (alike && !NOT_TASKS.test(n.title)));
  const small = judged.filter((n) => n.children.length < 4);
  return [
    ...(nodes === context.document.outline ? [nodes] : []),
    ...judged.filter((n) => n.children.length >= 4).map((n) => n.children),
    ...(small.length > 0 ? [small.flatMap((n) => n.children)] : []),
    ...families.flatMap((n) => lists(context, n.children)),
  ];
}

const hasTask = (context: LintContext, node: OutlineNode): boolean =>
  context.document.tasks.some((t) => contains(node, t) || contains(t, node));

const NAMES_SOMEBODY =
  /责任单位|责任部门|牵头单位|牵头部门|落实单位|责任人|[局委办厅府会公司心](?:按(?:照)?(?:各自)?(?:职责|分工)(?:分工)?)?(?:分别)?(?:负责|牵头|配合|承办|落实)|由[^，。；]{2,24}(?:负责|牵头)/;
/** Parts that set aims and rules rather than tasks. */
const NOT_TASKS =
  /目标|原则|思路|思想|背景|附则|范围|对象|名词|解释|公示|保障|组织实施|组织领导|兑现|申报|总体要求|要求$/;
const RULES_ITSELF =
  /起施行|起实施|起执行|有效期|由.{2,20}解释|就高不重复|不重复享受|下列|下表|如下|制定本|适用于|是指|所需资金|实际情况/;

function checkList(context: LintContext, nodes: readonly OutlineNode[]): Finding[] {
  const items = nodes.filter((n) => /^(?:[（第]?[一二三四五六七八九十百\d]+[）条]?|[①-⑳])$/.test(n.label));
  const tasked = items.filter((n) => hasTask(context, n));
  const bare = items.filter((n) => !tasked.includes(n));
  if (tasked.length < 2 || tasked.length < bare.length * 2) return [];
  return bare.flatMap((node) => {
    const start = context.text.at(node.start);
    const words = context.text.text.slice(start, context.text.at(node.end));
    if (NAMES_SOMEBODY.test(words) || NOT_TASKS.test(node.title) || RULES_ITSELF.test(words) || words.length < 12)
      return [];
    const title = node.title.split(/[。，；]/)[0]!;
    return [
      findingIn(
        context,
        id,
        { start, end: start + Math.min(words.length, 40) },
        {
          severity: 'warning',
          message: `${quote(`${node.label}${/^\d+$/.test(node.label) ? '.' : ''}${title}`)}没有写责任单位，同级的${tasked.length}项都写了。请补上牵头和配合单位。`,
        },
      ),
    ];
  });
}
