/** How the likelihood is reckoned, for whoever reads a list sorted by it. */
export const reachWords =
  '可能性看要求的条件已经有了多少：每个条件符合算一个，还不能断定的算半个；要打分的，再看有把握和可能的分数占及格分的多少，和条件取平均。百分之百就是全部符合。';

export const withinWords = (percent: number): string =>
  `现在没有这个称号，已经全部符合，或者可能性在 ${percent}% 以上、不知道的条件不到一半，算够得着。已到期又够得着的，两边都数。`;

/** `还有 12 天`、`今天到期`、`已过 3 天`. */
export const daysWords = (days: number): string =>
  days > 0
    ? `还有 ${days.toLocaleString('zh-CN')} 天`
    : days === 0
      ? '今天起无效'
      : `已过 ${(-days).toLocaleString('zh-CN')} 天`;

/** `85.5%`; thousandths come in. */
export const percentText = (thousandths: number): string => `${(thousandths / 10).toLocaleString('zh-CN')}%`;
