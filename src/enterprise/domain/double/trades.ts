/** Words for what an enterprise does or is, behind its own name; `wide` ones say little and come and go. */
export const wide = new Set(
  '科技 实业 发展 集团 控股 工贸 企业 产业 国际 股份 投资 技术 新 开发 公司 商贸 贸易 经贸 制造 工业 生产 加工 销售 管理 服务 中国'.split(
    ' ',
  ),
);
const trades = `纺织 纺织品 织造 纺纱 棉纺 毛纺 麻纺 丝绸 针织 针纺 针纺织品 经编 纬编 梭织 印染 染整 染织 漂染 印花 水洗 服装 服饰 制衣 时装 成衣 衣业 服装厂 鞋业 鞋帽 鞋服 帽业 皮革 皮具 箱包 羽绒 羽绒制品 家纺 床上用品 毛巾
  毛衫 内衣 袜业 手套 校服 童装 婴童 面料 辅料 布业 无纺布 无纺 非织造 化纤 纤维 新材料 材料 纱线 纱业 线业 绣品 刺绣 花边 拉链 纽扣 商标 织带 缝制 缝纫 缝制设备 机械 机电 设备 装备 重工 精工 精密 精密机械 模具 五金 金属 铝业
  铜业 钢铁 钢构 钢结构 铸造 锻造 电气 电器 电力 电子 电子科技 电子材料 光电 光学 半导体 集成电路 芯片 通信 通讯 信息 信息技术 信息科技 网络 网络科技 软件 数据 智能 智能科技 智能制造 智能装备 自动化 机器人 物联网 互联网
  汽车 汽车零部件 汽配 零部件 摩托车 航空 航天 船舶 轨道 新能源 能源 锂电 锂业 电池 储能 光伏 太阳能 风电 环保 环境 节能 再生资源 资源 水务 燃气 石油 石化 化工 化学 涂料 塑料 塑胶 橡胶 橡塑 包装 印刷 印务 纸业 造纸 彩印
  建材 建筑 建设 建工 装饰 装饰工程 工程 市政 园林 绿化 陶瓷 玻璃 水泥 混凝土 石材 木业 家具 家居 竹业 竹木 林业 农业 农业科技 农业开发 生态 生态农业 种植 养殖 畜牧 水产 粮油 米业 茶业 茶叶 酒业 饮料 食品 食品加工 乳业 肉业 调味品 餐饮 酒店 饭店 旅游 文旅 文化 文化传媒
  传媒 广告 影视 教育 教育科技 培训 咨询 物业 物流 供应链 供应链管理 运输 货运 快递 仓储 冷链 医药 药业 制药 生物 生物科技 生物医药 医疗 医疗器械 器械 健康 保健品 日化 化妆品 玩具 文具 体育 体育用品 体育器材 乐器 钟表 眼镜 珠宝 首饰 工艺 工艺品 礼品
  百货 超市 商城 商业 商务 电子商务 电商 进出口 外贸 租赁 典当 担保 金融 保险 资产 资产管理 基金 创投 设计 研究院 检测 检验 认证 标准 安防 保安 家政 人力资源 劳务 房地产 置业 地产 矿业 矿产 稀土 冶金 有色金属 磁材 磁电 照明 灯饰 电缆 线缆 仪器 仪表 阀门 水泵 泵业 轴承 齿轮 紧固件 弹簧 锅炉 压缩机 制冷 空调 厨具 卫浴 门窗 消防`;
export const words: ReadonlySet<string> = new Set([...trades.split(/\s+/u), ...wide]);
const longest = Math.max(...[...words].map((word) => word.length));

/** The word of a trade that `text` has at `at`, the longest; '' for none. */
export function tradeAt(text: string, at: number): string {
  for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return '';
}

/** Where the words of its trade begin: before it stands what is its own, at least one sign, usually two. */
export function brandEnd(body: string): number {
  for (let at = 2; at < body.length; at++) if (tradeAt(body, at) !== '') return at;
  return body.length > 1 && tradeAt(body, 1).length === body.length - 1 ? 1 : body.length;
}

/** The words of a trade; what is none of them stays as it is. */
export function tradeWords(text: string): string[] {
  const found: string[] = [];
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const word = tradeAt(text, at);
    if (word === '') rest += text[at++] ?? '';
    else {
      if (rest !== '') found.push(rest);
      rest = '';
      found.push(word);
      at += word.length;
    }
  }
  return rest === '' ? found : [...found, rest];
}

/** Nothing but words of trades: no name of its own. */
export const isOnlyTrade = (text: string): boolean => tradeWords(text).every((word) => words.has(word));
