/** Words for things that are counted or measured; they stand behind a number, and below the line as in `元/平方米/月`. */
export const thingWords: ReadonlySet<string> = new Set([
  ...['家', '户', '人', '名', '人次', '年', '月', '周', '天', '小时', '学时', '级', '次', '期', '届', '批', '场', '班'],
  ...['个', '件', '项', '台', '套', '辆', '门', '张', '条', '间', '床', '头', '株', '块', '座', '栋', '处', '笔'],
  ...['吨', '吨标准煤', '千克', '公斤', '克', '米', '公里', '平方米', '亩', '公顷', '立方米', '升'],
  ...['千瓦', '兆瓦', '千瓦时', '度'],
]);
