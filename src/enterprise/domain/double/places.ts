import { unified } from './signs.ts';

/** Provinces and their cities, as they stand in names. What is below comes from the register and from addresses. */
const known = `北京;天津;上海;重庆;河北 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水;山西 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁;
内蒙古 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布;辽宁 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛;
吉林 长春 四平 辽源 通化 白山 松原 白城 延边;黑龙江 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化;
江苏 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁;浙江 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水;
安徽 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城;福建 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德;
江西 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶;山东 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽;
河南 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店;湖北 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施;
湖南 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西;广东 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮;
广西 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左;海南 海口 三亚 儋州;四川 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳;
贵州 贵阳 六盘水 遵义 安顺 毕节 铜仁;云南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理;西藏 拉萨 日喀则;陕西 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛;
甘肃 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南;青海 西宁 海东;宁夏 银川 石嘴山 吴忠 固原 中卫;新疆 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什;台湾;香港;澳门`;

/** `level`: 1 province, 2 city, 3 county or a part of a city. */
export interface Place {
  readonly name: string;
  readonly level: 1 | 2 | 3;
  /** Those that it lies in; several where several places bear the name. */
  readonly within: ReadonlySet<string>;
}

const ending = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|省|市|地区|盟|区|县|旗)$/u;
/** How people say it: without the kind of place, unless nothing would be left. */
export const shortPlace = (name: string): string => {
  const short = name.replace(ending, '');
  return short.length >= 2 ? short : name;
};

/** Of an address: each place with its kind, the widest first. */
const address =
  /^(?:([\p{Script=Han}]{2,6}?(?:省|自治区)))?(?:([\p{Script=Han}]{2,6}?(?:市|自治州|地区|盟)))?(?:([\p{Script=Han}]{1,6}?(?:区|县|市|旗)))?/u;
const noPlace =
  /园区$|工业区$|开发区$|高新区$|经开区$|新区$|小区$|校区$|厂区$|库区$|社区$|景区$|城区$|郊区$|超市$|门市$|夜市$|菜市$|集市$|(?:大道|路|街|号|村|镇|乡).*[区市]$/u;

/** Which names are places, and what lies where. Grows by what it is told. */
export class Places {
  readonly #places = new Map<string, { name: string; level: 1 | 2 | 3; within: Set<string> }>();
  #longest = 3;

  constructor() {
    for (const line of known.replaceAll('\n', '').split(';')) {
      const [province = '', ...cities] = line.split(' ');
      this.add(province, 1, []);
      for (const city of cities) this.add(city, 2, [province]);
    }
  }

  add(name: string, level: 1 | 2 | 3, within: readonly string[]): void {
    const short = shortPlace(unified(name));
    if (short.length < 2 || noPlace.test(name)) return;
    const place = this.#places.get(short) ?? { name: short, level, within: new Set<string>() };
    for (const each of within) if (shortPlace(each) !== short) place.within.add(shortPlace(each));
    this.#places.set(short, place);
    this.#longest = Math.max(this.#longest, short.length);
  }

  /** Learns the places that an address begins with. */
  learn(text: string): void {
    const [province, city, county] = placesOfAddress(unified(text).replaceAll(/\s/gu, ''));
    if (province !== '') this.add(province, 1, []);
    if (city !== '') this.add(city, 2, province === '' ? [] : [province]);
    if (county !== '')
      this.add(
        county,
        3,
        [province, city].filter((each) => each !== ''),
      );
  }

  /** The longest place that `text` has at `at`, with how much of the text it takes. */
  at(text: string, at: number): { readonly place: Place; readonly length: number } | null {
    for (let length = Math.min(this.#longest, text.length - at); length >= 2; length--) {
      const place = this.#places.get(text.slice(at, at + length));
      if (place === undefined) continue;
      const kind = /^(?:特别行政区|自治区|自治州|省|市(?!场)|地区|县|区)/u.exec(text.slice(at + length));
      return { place, length: length + (kind?.[0].length ?? 0) };
    }
    return null;
  }

  get(name: string): Place | undefined {
    return this.#places.get(name);
  }

  /** Whether `inner` lies in `outer`, as far as is known. */
  lies(inner: string, outer: string): boolean {
    const place = this.#places.get(inner);
    if (place === undefined) return false;
    if (place.within.has(outer)) return true;
    for (const each of place.within) if (this.#places.get(each)?.within.has(outer) === true) return true;
    return false;
  }
}

/** Province, city and county that an address begins with, with their kinds; '' where it does not say. */
export function placesOfAddress(text: string): readonly [string, string, string] {
  const [, province = '', city = '', county = ''] = address.exec(text) ?? [];
  const isPlace = (name: string) => name !== '' && !noPlace.test(name) && !/[路街道号栋楼园]/u.test(name.slice(0, -1));
  return [isPlace(province) ? province : '', isPlace(city) ? city : '', isPlace(county) ? county : ''];
}
