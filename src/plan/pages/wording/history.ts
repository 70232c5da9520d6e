import type { HistoryEntryJson } from '../../contract.ts';

type Action = HistoryEntryJson['action'];

const words: Record<Action, string> = {
  import: '导入',
  'import-edition': '导入新版文件',
  'correct-head': '更正方案信息',
  'add-item': '补录条目',
  'correct-item': '更正条目',
  'delete-item': '删除条目',
  'merge-items': '合并条目',
  'review-items': '核定条目',
  'dismiss-finding': '注明不必处理',
  'reopen-finding': '恢复体检结果',
  undo: '撤销',
  redo: '重做',
  publish: '发布',
  'start-draft': '起草修订',
  'discard-draft': '放弃草案',
  'restore-draft': '恢复草案',
  'set-parents': '指明上位规划',
  assign: '变更归属',
};

/** What a step of the history did, as a verb. */
export const historyWord = (action: Action): string => words[action];
