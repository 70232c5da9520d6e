-- 每一笔奖补：编号、条款、组、金额（元）和各方分担
-- 临江市示范措施（linjiang），按 2025-12-31 算，资料包 sha256:0
-- 取自 js.facts：一户一行；不知道的为 NULL，由它决定的就是“还不能断定”。要有这些列：
--   id　编号
--   revenue　营业收入，万元，最多 4 位小数
--   fee　费用，万元，最多 4 位小数
--   growth　增幅，%，最多 2 位小数
--   city_growth　全市增幅，%，最多 2 位小数
--   booths　展位数，个，整数
--   people　人数，人，整数
--   level　等级，级，整数
--   listed　仍在库，1 是，0 否
--   dishonest　失信，1 是，0 否
--   chain　产业链，textile 纺织、food 食品、metal 冶金
-- 一步一步：scaled 换成最小单位的整数；stored 去掉填错的格；judged 每一条自己给多少（元）；decided 同组就高、除去一律不给的；paid 留下有奖补的
WITH scaled AS (
SELECT
  "id",
  CAST(CAST("revenue" AS VARCHAR) AS DECIMAL(38, 10)) * 10000 AS "revenue",
  CAST(CAST("fee" AS VARCHAR) AS DECIMAL(38, 10)) * 10000 AS "fee",
  CAST(CAST("growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100 AS "growth",
  CAST(CAST("city_growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100 AS "city_growth",
  CAST(CAST("booths" AS VARCHAR) AS DECIMAL(38, 10)) AS "booths",
  CAST(CAST("people" AS VARCHAR) AS DECIMAL(38, 10)) AS "people",
  CAST(CAST("level" AS VARCHAR) AS DECIMAL(38, 10)) AS "level",
  CASE LOWER(TRIM(CAST("listed" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END AS "listed",
  CASE LOWER(TRIM(CAST("dishonest" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END AS "dishonest",
  CASE TRIM(CAST("chain" AS VARCHAR)) WHEN 'textile' THEN 0 WHEN '纺织' THEN 0 WHEN 'food' THEN 1 WHEN '食品' THEN 1 WHEN 'metal' THEN 2 WHEN '冶金' THEN 2 END AS "chain"
FROM "js"."facts"
),
stored AS (
SELECT
  "id",
  CASE WHEN "revenue" = TRUNC("revenue") AND "revenue" BETWEEN 0 AND 1000000000000 THEN CAST("revenue" AS BIGINT) END AS "revenue",
  CASE WHEN "fee" = TRUNC("fee") AND "fee" BETWEEN 0 AND 1000000000000 THEN CAST("fee" AS BIGINT) END AS "fee",
  CASE WHEN "growth" = TRUNC("growth") AND "growth" BETWEEN (-1000000) AND 1000000 THEN CAST("growth" AS BIGINT) END AS "growth",
  CASE WHEN "city_growth" = TRUNC("city_growth") AND "city_growth" BETWEEN (-1000000) AND 1000000 THEN CAST("city_growth" AS BIGINT) END AS "city_growth",
  CASE WHEN "booths" = TRUNC("booths") AND "booths" BETWEEN 0 AND 50 THEN CAST("booths" AS BIGINT) END AS "booths",
  CASE WHEN "people" = TRUNC("people") AND "people" BETWEEN 0 AND 100 THEN CAST("people" AS BIGINT) END AS "people",
  CASE WHEN "level" = TRUNC("level") AND "level" BETWEEN 0 AND 10 THEN CAST("level" AS BIGINT) END AS "level",
  "listed",
  "dishonest",
  "chain"
FROM scaled
),
decided AS MATERIALIZED (
SELECT
  "id",
  CASE WHEN out_0 THEN 2 WHEN out_0 IS NULL THEN 1 END AS excluded_0,
  CASE WHEN out_0 THEN NULL WHEN GREATEST(COALESCE(award_0, 40000), COALESCE(award_1, 1000000)) > GREATEST(COALESCE(award_0, 0), COALESCE(award_1, 0)) OR (out_0 IS NULL AND GREATEST(COALESCE(award_0, 0), COALESCE(award_1, 0)) > 0) THEN 1 END AS open_0,
  CASE WHEN out_0 THEN NULL WHEN award_2 IS NULL OR (out_0 IS NULL AND award_2 > 0) THEN 1 END AS open_1,
  CASE WHEN award_0 > 0 AND COALESCE(award_1, 1000000) <= award_0 AND NOT out_0 THEN award_0 END AS paid_0,
  CASE WHEN award_1 > 0 AND COALESCE(award_0, 39999) < award_1 AND NOT out_0 THEN award_1 END AS paid_1,
  CASE WHEN award_2 > 0 AND NOT out_0 THEN award_2 END AS paid_2
FROM (
  SELECT
    "id",
    "dishonest" <> 0 AS out_0,
    -- 一　数字化：对企业，符合下列条件的：等级不低于5级，给予4万元的奖补；金额四舍五入到元；有下列情形之一的不予奖补：失信企业；与“就高”中其他各项只给最高的；由市级承担。
    CASE (("level" >= 5)) WHEN TRUE THEN CAST(40000 AS BIGINT) WHEN FALSE THEN 0 END AS award_0,
    -- 一　增长：对企业，符合下列条件的：增幅高于全市增幅，或者仍在库，给予营业收入的3%，最高不超过100万元的奖补，不足1万元的不予奖补；金额四舍五入到元；有下列情形之一的不予奖补：失信企业；与“就高”中其他各项只给最高的；由市级50%、县级50%承担，分不尽的归县级。
    CASE ((("growth" > "city_growth") OR "listed" <> 0) AND (NULLIF(LEAST(COALESCE((3 * "revenue"), (-9007199254740992)), CAST(100000000 AS BIGINT)), (-9007199254740992)) >= 1000000)) WHEN TRUE THEN (2 * NULLIF(LEAST(COALESCE((3 * "revenue"), (-9007199254740992)), CAST(100000000 AS BIGINT)), (-9007199254740992)) + 100) // 200 WHEN FALSE THEN 0 END AS award_1,
    -- 一　展会：对企业，符合下列条件的：人数高于0；产业链为纺织，给予70% × 费用 × 人数、2人/个 × 展位数中较小的 ÷ 人数的奖补；金额舍去零头到百元；有下列情形之一的不予奖补：失信企业；由市级承担。
    CASE (("people" > 0) AND "chain" = 0) WHEN TRUE THEN (("fee" * 7) * NULLIF(LEAST(COALESCE(CAST("people" AS BIGINT), (-9007199254740992)), COALESCE((CAST("booths" AS BIGINT) * 2), (-9007199254740992))), (-9007199254740992))) // NULLIF(CAST("people" AS BIGINT) * CAST(1000 AS BIGINT), 0) * 100 WHEN FALSE THEN 0 END AS award_2
  FROM "stored"
) judged
),
paid AS MATERIALIZED (
SELECT id, paid_0, paid_1, paid_2
FROM decided
WHERE COALESCE(paid_0, paid_1, paid_2, NULL) IS NOT NULL
)
SELECT id, 'linjiang/digital' AS clause, 'linjiang/best' AS "group", paid_0 AS amount_yuan, paid_0 AS "市级", 0 AS "县级"
FROM paid WHERE paid_0 IS NOT NULL
UNION ALL
SELECT id, 'linjiang/growth' AS clause, 'linjiang/best' AS "group", paid_1 AS amount_yuan, (paid_1 * 500000 // 1000000) AS "市级", paid_1 - (paid_1 * 500000 // 1000000) AS "县级"
FROM paid WHERE paid_1 IS NOT NULL
UNION ALL
SELECT id, 'linjiang/fair' AS clause, 'linjiang/fair' AS "group", paid_2 AS amount_yuan, paid_2 AS "市级", 0 AS "县级"
FROM paid WHERE paid_2 IS NOT NULL;

-- 还没有定的：unknown 还不能断定，excluded 一律不给，exclusion unknown 还不知道给不给
-- 临江市示范措施（linjiang），按 2025-12-31 算，资料包 sha256:0
-- 取自 js.facts：一户一行；不知道的为 NULL，由它决定的就是“还不能断定”。要有这些列：
--   id　编号
--   revenue　营业收入，万元，最多 4 位小数
--   fee　费用，万元，最多 4 位小数
--   growth　增幅，%，最多 2 位小数
--   city_growth　全市增幅，%，最多 2 位小数
--   booths　展位数，个，整数
--   people　人数，人，整数
--   level　等级，级，整数
--   listed　仍在库，1 是，0 否
--   dishonest　失信，1 是，0 否
--   chain　产业链，textile 纺织、food 食品、metal 冶金
-- 一步一步：scaled 换成最小单位的整数；stored 去掉填错的格；judged 每一条自己给多少（元）；decided 同组就高、除去一律不给的；paid 留下有奖补的
WITH scaled AS (
SELECT
  "id",
  CAST(CAST("revenue" AS VARCHAR) AS DECIMAL(38, 10)) * 10000 AS "revenue",
  CAST(CAST("fee" AS VARCHAR) AS DECIMAL(38, 10)) * 10000 AS "fee",
  CAST(CAST("growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100 AS "growth",
  CAST(CAST("city_growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100 AS "city_growth",
  CAST(CAST("booths" AS VARCHAR) AS DECIMAL(38, 10)) AS "booths",
  CAST(CAST("people" AS VARCHAR) AS DECIMAL(38, 10)) AS "people",
  CAST(CAST("level" AS VARCHAR) AS DECIMAL(38, 10)) AS "level",
  CASE LOWER(TRIM(CAST("listed" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END AS "listed",
  CASE LOWER(TRIM(CAST("dishonest" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END AS "dishonest",
  CASE TRIM(CAST("chain" AS VARCHAR)) WHEN 'textile' THEN 0 WHEN '纺织' THEN 0 WHEN 'food' THEN 1 WHEN '食品' THEN 1 WHEN 'metal' THEN 2 WHEN '冶金' THEN 2 END AS "chain"
FROM "js"."facts"
),
stored AS (
SELECT
  "id",
  CASE WHEN "revenue" = TRUNC("revenue") AND "revenue" BETWEEN 0 AND 1000000000000 THEN CAST("revenue" AS BIGINT) END AS "revenue",
  CASE WHEN "fee" = TRUNC("fee") AND "fee" BETWEEN 0 AND 1000000000000 THEN CAST("fee" AS BIGINT) END AS "fee",
  CASE WHEN "growth" = TRUNC("growth") AND "growth" BETWEEN (-1000000) AND 1000000 THEN CAST("growth" AS BIGINT) END AS "growth",
  CASE WHEN "city_growth" = TRUNC("city_growth") AND "city_growth" BETWEEN (-1000000) AND 1000000 THEN CAST("city_growth" AS BIGINT) END AS "city_growth",
  CASE WHEN "booths" = TRUNC("booths") AND "booths" BETWEEN 0 AND 50 THEN CAST("booths" AS BIGINT) END AS "booths",
  CASE WHEN "people" = TRUNC("people") AND "people" BETWEEN 0 AND 100 THEN CAST("people" AS BIGINT) END AS "people",
  CASE WHEN "level" = TRUNC("level") AND "level" BETWEEN 0 AND 10 THEN CAST("level" AS BIGINT) END AS "level",
  "listed",
  "dishonest",
  "chain"
FROM scaled
),
decided AS MATERIALIZED (
SELECT
  "id",
  CASE WHEN out_0 THEN 2 WHEN out_0 IS NULL THEN 1 END AS excluded_0,
  CASE WHEN out_0 THEN NULL WHEN GREATEST(COALESCE(award_0, 40000), COALESCE(award_1, 1000000)) > GREATEST(COALESCE(award_0, 0), COALESCE(award_1, 0)) OR (out_0 IS NULL AND GREATEST(COALESCE(award_0, 0), COALESCE(award_1, 0)) > 0) THEN 1 END AS open_0,
  CASE WHEN out_0 THEN NULL WHEN award_2 IS NULL OR (out_0 IS NULL AND award_2 > 0) THEN 1 END AS open_1,
  CASE WHEN award_0 > 0 AND COALESCE(award_1, 1000000) <= award_0 AND NOT out_0 THEN award_0 END AS paid_0,
  CASE WHEN award_1 > 0 AND COALESCE(award_0, 39999) < award_1 AND NOT out_0 THEN award_1 END AS paid_1,
  CASE WHEN award_2 > 0 AND NOT out_0 THEN award_2 END AS paid_2
FROM (
  SELECT
    "id",
    "dishonest" <> 0 AS out_0,
    -- 一　数字化：对企业，符合下列条件的：等级不低于5级，给予4万元的奖补；金额四舍五入到元；有下列情形之一的不予奖补：失信企业；与“就高”中其他各项只给最高的；由市级承担。
    CASE (("level" >= 5)) WHEN TRUE THEN CAST(40000 AS BIGINT) WHEN FALSE THEN 0 END AS award_0,
    -- 一　增长：对企业，符合下列条件的：增幅高于全市增幅，或者仍在库，给予营业收入的3%，最高不超过100万元的奖补，不足1万元的不予奖补；金额四舍五入到元；有下列情形之一的不予奖补：失信企业；与“就高”中其他各项只给最高的；由市级50%、县级50%承担，分不尽的归县级。
    CASE ((("growth" > "city_growth") OR "listed" <> 0) AND (NULLIF(LEAST(COALESCE((3 * "revenue"), (-9007199254740992)), CAST(100000000 AS BIGINT)), (-9007199254740992)) >= 1000000)) WHEN TRUE THEN (2 * NULLIF(LEAST(COALESCE((3 * "revenue"), (-9007199254740992)), CAST(100000000 AS BIGINT)), (-9007199254740992)) + 100) // 200 WHEN FALSE THEN 0 END AS award_1,
    -- 一　展会：对企业，符合下列条件的：人数高于0；产业链为纺织，给予70% × 费用 × 人数、2人/个 × 展位数中较小的 ÷ 人数的奖补；金额舍去零头到百元；有下列情形之一的不予奖补：失信企业；由市级承担。
    CASE (("people" > 0) AND "chain" = 0) WHEN TRUE THEN (("fee" * 7) * NULLIF(LEAST(COALESCE(CAST("people" AS BIGINT), (-9007199254740992)), COALESCE((CAST("booths" AS BIGINT) * 2), (-9007199254740992))), (-9007199254740992))) // NULLIF(CAST("people" AS BIGINT) * CAST(1000 AS BIGINT), 0) * 100 WHEN FALSE THEN 0 END AS award_2
  FROM "stored"
) judged
)
SELECT id, 'unknown' AS state, 'linjiang/best' AS "of"
FROM decided WHERE open_0 IS NOT NULL
UNION ALL
SELECT id, 'unknown' AS state, 'linjiang/fair' AS "of"
FROM decided WHERE open_1 IS NOT NULL
UNION ALL
SELECT id, CASE excluded_0 WHEN 2 THEN 'excluded' ELSE 'exclusion unknown' END AS state, 'linjiang' AS "of"
FROM decided WHERE excluded_0 IS NOT NULL;

-- 汇总：各组、条款、地区、产业链、地市、分担方的笔数和金额（元）
-- 临江市示范措施（linjiang），按 2025-12-31 算，资料包 sha256:0
-- 取自 js.facts：一户一行；不知道的为 NULL，由它决定的就是“还不能断定”。要有这些列：
--   id　编号
--   region　地区
--   revenue　营业收入，万元，最多 4 位小数
--   fee　费用，万元，最多 4 位小数
--   growth　增幅，%，最多 2 位小数
--   city_growth　全市增幅，%，最多 2 位小数
--   booths　展位数，个，整数
--   people　人数，人，整数
--   level　等级，级，整数
--   listed　仍在库，1 是，0 否
--   dishonest　失信，1 是，0 否
--   chain　产业链，textile 纺织、food 食品、metal 冶金
-- 一步一步：scaled 换成最小单位的整数；stored 去掉填错的格；judged 每一条自己给多少（元）；decided 同组就高、除去一律不给的；paid 留下有奖补的
WITH scaled AS (
SELECT
  "id",
  COALESCE(NULLIF(TRIM(CAST("region" AS VARCHAR)), ''), '未填') AS "by region",
  COALESCE(CASE TRIM(CAST("chain" AS VARCHAR)) WHEN 'textile' THEN 'textile' WHEN '纺织' THEN 'textile' WHEN 'food' THEN 'food' WHEN '食品' THEN 'food' WHEN 'metal' THEN 'metal' WHEN '冶金' THEN 'metal' END, '未填') AS "by chain",
  CAST(CAST("revenue" AS VARCHAR) AS DECIMAL(38, 10)) * 10000 AS "revenue",
  CAST(CAST("fee" AS VARCHAR) AS DECIMAL(38, 10)) * 10000 AS "fee",
  CAST(CAST("growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100 AS "growth",
  CAST(CAST("city_growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100 AS "city_growth",
  CAST(CAST("booths" AS VARCHAR) AS DECIMAL(38, 10)) AS "booths",
  CAST(CAST("people" AS VARCHAR) AS DECIMAL(38, 10)) AS "people",
  CAST(CAST("level" AS VARCHAR) AS DECIMAL(38, 10)) AS "level",
  CASE LOWER(TRIM(CAST("listed" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END AS "listed",
  CASE LOWER(TRIM(CAST("dishonest" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END AS "dishonest",
  CASE TRIM(CAST("chain" AS VARCHAR)) WHEN 'textile' THEN 0 WHEN '纺织' THEN 0 WHEN 'food' THEN 1 WHEN '食品' THEN 1 WHEN 'metal' THEN 2 WHEN '冶金' THEN 2 END AS "chain"
FROM "js"."facts"
),
stored AS (
SELECT
  "id",
  "by region",
  "by chain",
  CASE WHEN "revenue" = TRUNC("revenue") AND "revenue" BETWEEN 0 AND 1000000000000 THEN CAST("revenue" AS BIGINT) END AS "revenue",
  CASE WHEN "fee" = TRUNC("fee") AND "fee" BETWEEN 0 AND 1000000000000 THEN CAST("fee" AS BIGINT) END AS "fee",
  CASE WHEN "growth" = TRUNC("growth") AND "growth" BETWEEN (-1000000) AND 1000000 THEN CAST("growth" AS BIGINT) END AS "growth",
  CASE WHEN "city_growth" = TRUNC("city_growth") AND "city_growth" BETWEEN (-1000000) AND 1000000 THEN CAST("city_growth" AS BIGINT) END AS "city_growth",
  CASE WHEN "booths" = TRUNC("booths") AND "booths" BETWEEN 0 AND 50 THEN CAST("booths" AS BIGINT) END AS "booths",
  CASE WHEN "people" = TRUNC("people") AND "people" BETWEEN 0 AND 100 THEN CAST("people" AS BIGINT) END AS "people",
  CASE WHEN "level" = TRUNC("level") AND "level" BETWEEN 0 AND 10 THEN CAST("level" AS BIGINT) END AS "level",
  "listed",
  "dishonest",
  "chain"
FROM scaled
),
decided AS MATERIALIZED (
SELECT
  "id",
  "by region",
  "by chain",
  CASE WHEN out_0 THEN 2 WHEN out_0 IS NULL THEN 1 END AS excluded_0,
  CASE WHEN out_0 THEN NULL WHEN GREATEST(COALESCE(award_0, 40000), COALESCE(award_1, 1000000)) > GREATEST(COALESCE(award_0, 0), COALESCE(award_1, 0)) OR (out_0 IS NULL AND GREATEST(COALESCE(award_0, 0), COALESCE(award_1, 0)) > 0) THEN 1 END AS open_0,
  CASE WHEN out_0 THEN NULL WHEN award_2 IS NULL OR (out_0 IS NULL AND award_2 > 0) THEN 1 END AS open_1,
  CASE WHEN award_0 > 0 AND COALESCE(award_1, 1000000) <= award_0 AND NOT out_0 THEN award_0 END AS paid_0,
  CASE WHEN award_1 > 0 AND COALESCE(award_0, 39999) < award_1 AND NOT out_0 THEN award_1 END AS paid_1,
  CASE WHEN award_2 > 0 AND NOT out_0 THEN award_2 END AS paid_2
FROM (
  SELECT
    "id",
    "by region",
    "by chain",
    "dishonest" <> 0 AS out_0,
    -- 一　数字化：对企业，符合下列条件的：等级不低于5级，给予4万元的奖补；金额四舍五入到元；有下列情形之一的不予奖补：失信企业；与“就高”中其他各项只给最高的；由市级承担。
    CASE (("level" >= 5)) WHEN TRUE THEN CAST(40000 AS BIGINT) WHEN FALSE THEN 0 END AS award_0,
    -- 一　增长：对企业，符合下列条件的：增幅高于全市增幅，或者仍在库，给予营业收入的3%，最高不超过100万元的奖补，不足1万元的不予奖补；金额四舍五入到元；有下列情形之一的不予奖补：失信企业；与“就高”中其他各项只给最高的；由市级50%、县级50%承担，分不尽的归县级。
    CASE ((("growth" > "city_growth") OR "listed" <> 0) AND (NULLIF(LEAST(COALESCE((3 * "revenue"), (-9007199254740992)), CAST(100000000 AS BIGINT)), (-9007199254740992)) >= 1000000)) WHEN TRUE THEN (2 * NULLIF(LEAST(COALESCE((3 * "revenue"), (-9007199254740992)), CAST(100000000 AS BIGINT)), (-9007199254740992)) + 100) // 200 WHEN FALSE THEN 0 END AS award_1,
    -- 一　展会：对企业，符合下列条件的：人数高于0；产业链为纺织，给予70% × 费用 × 人数、2人/个 × 展位数中较小的 ÷ 人数的奖补；金额舍去零头到百元；有下列情形之一的不予奖补：失信企业；由市级承担。
    CASE (("people" > 0) AND "chain" = 0) WHEN TRUE THEN (("fee" * 7) * NULLIF(LEAST(COALESCE(CAST("people" AS BIGINT), (-9007199254740992)), COALESCE((CAST("booths" AS BIGINT) * 2), (-9007199254740992))), (-9007199254740992))) // NULLIF(CAST("people" AS BIGINT) * CAST(1000 AS BIGINT), 0) * 100 WHEN FALSE THEN 0 END AS award_2
  FROM "stored"
) judged
),
paid AS MATERIALIZED (
SELECT id, "by region", "by chain", paid_0, paid_1, paid_2
FROM decided
WHERE COALESCE(paid_0, paid_1, paid_2, NULL) IS NOT NULL
),
cells AS MATERIALIZED (
SELECT 'linjiang/best' AS "group", 'linjiang/digital' AS "clause", "by region", "by chain", COUNT(*) AS awards, SUM(paid_0) AS total_yuan, COUNT(*) AS count_0, SUM(paid_0) AS total_0, 0 AS count_1, 0 AS total_1
FROM paid WHERE paid_0 IS NOT NULL GROUP BY "by region", "by chain"
UNION ALL
SELECT 'linjiang/best' AS "group", 'linjiang/growth' AS "clause", "by region", "by chain", COUNT(*) AS awards, SUM(paid_1) AS total_yuan, COUNT(NULLIF((paid_1 * 500000 // 1000000), 0)) AS count_0, SUM((paid_1 * 500000 // 1000000)) AS total_0, COUNT(NULLIF(paid_1 - (paid_1 * 500000 // 1000000), 0)) AS count_1, SUM(paid_1 - (paid_1 * 500000 // 1000000)) AS total_1
FROM paid WHERE paid_1 IS NOT NULL GROUP BY "by region", "by chain"
UNION ALL
SELECT 'linjiang/fair' AS "group", 'linjiang/fair' AS "clause", "by region", "by chain", COUNT(*) AS awards, SUM(paid_2) AS total_yuan, COUNT(*) AS count_0, SUM(paid_2) AS total_0, 0 AS count_1, 0 AS total_1
FROM paid WHERE paid_2 IS NOT NULL GROUP BY "by region", "by chain"
),
counts AS MATERIALIZED (
SELECT COUNT(*) AS all_rows, COUNT(CASE WHEN excluded_0 = 2 THEN 1 END) AS all_excluded, COUNT(COALESCE(open_0, open_1, NULL)) AS all_unknown, COUNT(COALESCE(open_0, NULL)) AS unknown_0, COUNT(COALESCE(open_1, NULL)) AS unknown_1
FROM decided
)
SELECT 'rows' AS part, '' AS "key", all_rows AS "count", 0 AS total_yuan FROM counts
UNION ALL
SELECT 'excluded' AS part, '' AS "key", all_excluded AS "count", 0 AS total_yuan FROM counts
UNION ALL
SELECT 'unknown' AS part, '' AS "key", all_unknown AS "count", 0 AS total_yuan FROM counts
UNION ALL
SELECT 'unknown-group' AS part, 'linjiang/best' AS "key", unknown_0 AS "count", 0 AS total_yuan FROM counts
UNION ALL
SELECT 'unknown-group' AS part, 'linjiang/fair' AS "key", unknown_1 AS "count", 0 AS total_yuan FROM counts
UNION ALL
SELECT 'group' AS part, "group" AS "key", SUM(awards) AS "count", SUM(total_yuan) AS total_yuan FROM cells GROUP BY "group"
UNION ALL
SELECT 'clause' AS part, "clause" AS "key", SUM(awards) AS "count", SUM(total_yuan) AS total_yuan FROM cells GROUP BY "clause"
UNION ALL
SELECT 'region' AS part, CAST("by region" AS VARCHAR) AS "key", SUM(awards) AS "count", SUM(total_yuan) AS total_yuan FROM cells GROUP BY "by region"
UNION ALL
SELECT 'chain' AS part, CAST("by chain" AS VARCHAR) AS "key", SUM(awards) AS "count", SUM(total_yuan) AS total_yuan FROM cells GROUP BY "by chain"
UNION ALL
SELECT 'payer' AS part, '市级' AS "key", SUM(count_0) AS "count", SUM(total_0) AS total_yuan FROM cells
UNION ALL
SELECT 'payer' AS part, '县级' AS "key", SUM(count_1) AS "count", SUM(total_1) AS total_yuan FROM cells;

-- 填得不对、因此当作不知道的格
-- 临江市示范措施（linjiang），按 2025-12-31 算，资料包 sha256:0
-- 取自 js.facts：一户一行；不知道的为 NULL，由它决定的就是“还不能断定”。要有这些列：
--   id　编号
--   revenue　营业收入，万元，最多 4 位小数
--   fee　费用，万元，最多 4 位小数
--   growth　增幅，%，最多 2 位小数
--   city_growth　全市增幅，%，最多 2 位小数
--   booths　展位数，个，整数
--   people　人数，人，整数
--   level　等级，级，整数
--   listed　仍在库，1 是，0 否
--   dishonest　失信，1 是，0 否
--   chain　产业链，textile 纺织、food 食品、metal 冶金
SELECT "id", 'revenue' AS "column", CAST("revenue" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("revenue" AS VARCHAR) AS DECIMAL(38, 10)) * 10000) = TRUNC((CAST(CAST("revenue" AS VARCHAR) AS DECIMAL(38, 10)) * 10000)) AND (CAST(CAST("revenue" AS VARCHAR) AS DECIMAL(38, 10)) * 10000) BETWEEN 0 AND 1000000000000)
UNION ALL
SELECT "id", 'fee' AS "column", CAST("fee" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("fee" AS VARCHAR) AS DECIMAL(38, 10)) * 10000) = TRUNC((CAST(CAST("fee" AS VARCHAR) AS DECIMAL(38, 10)) * 10000)) AND (CAST(CAST("fee" AS VARCHAR) AS DECIMAL(38, 10)) * 10000) BETWEEN 0 AND 1000000000000)
UNION ALL
SELECT "id", 'growth' AS "column", CAST("growth" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100) = TRUNC((CAST(CAST("growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100)) AND (CAST(CAST("growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100) BETWEEN (-1000000) AND 1000000)
UNION ALL
SELECT "id", 'city_growth' AS "column", CAST("city_growth" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("city_growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100) = TRUNC((CAST(CAST("city_growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100)) AND (CAST(CAST("city_growth" AS VARCHAR) AS DECIMAL(38, 10)) * 100) BETWEEN (-1000000) AND 1000000)
UNION ALL
SELECT "id", 'booths' AS "column", CAST("booths" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("booths" AS VARCHAR) AS DECIMAL(38, 10))) = TRUNC((CAST(CAST("booths" AS VARCHAR) AS DECIMAL(38, 10)))) AND (CAST(CAST("booths" AS VARCHAR) AS DECIMAL(38, 10))) BETWEEN 0 AND 50)
UNION ALL
SELECT "id", 'people' AS "column", CAST("people" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("people" AS VARCHAR) AS DECIMAL(38, 10))) = TRUNC((CAST(CAST("people" AS VARCHAR) AS DECIMAL(38, 10)))) AND (CAST(CAST("people" AS VARCHAR) AS DECIMAL(38, 10))) BETWEEN 0 AND 100)
UNION ALL
SELECT "id", 'level' AS "column", CAST("level" AS VARCHAR) AS given
FROM "js"."facts" WHERE NOT ((CAST(CAST("level" AS VARCHAR) AS DECIMAL(38, 10))) = TRUNC((CAST(CAST("level" AS VARCHAR) AS DECIMAL(38, 10)))) AND (CAST(CAST("level" AS VARCHAR) AS DECIMAL(38, 10))) BETWEEN 0 AND 10)
UNION ALL
SELECT "id", 'listed' AS "column", CAST("listed" AS VARCHAR) AS given
FROM "js"."facts" WHERE TRIM(CAST("listed" AS VARCHAR)) <> '' AND CASE LOWER(TRIM(CAST("listed" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END IS NULL
UNION ALL
SELECT "id", 'dishonest' AS "column", CAST("dishonest" AS VARCHAR) AS given
FROM "js"."facts" WHERE TRIM(CAST("dishonest" AS VARCHAR)) <> '' AND CASE LOWER(TRIM(CAST("dishonest" AS VARCHAR))) WHEN '1' THEN 1 WHEN '是' THEN 1 WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN '0' THEN 0 WHEN '否' THEN 0 WHEN 'false' THEN 0 WHEN 'no' THEN 0 END IS NULL
UNION ALL
SELECT "id", 'chain' AS "column", CAST("chain" AS VARCHAR) AS given
FROM "js"."facts" WHERE TRIM(CAST("chain" AS VARCHAR)) <> '' AND CASE TRIM(CAST("chain" AS VARCHAR)) WHEN 'textile' THEN 0 WHEN '纺织' THEN 0 WHEN 'food' THEN 1 WHEN '食品' THEN 1 WHEN 'metal' THEN 2 WHEN '冶金' THEN 2 END IS NULL;
