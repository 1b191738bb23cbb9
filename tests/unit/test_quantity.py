"""What expressions of quantity mean, which are refused and why, how they are printed and added up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from highlights.quantity import (
    Direction,
    Qualifier,
    Quantity,
    UnreadableQuantity,
    canonical_unit,
    count_alike,
    difference,
    format_quantity,
    parse_quantity,
    ratio,
    rhetorical_quantity,
    total,
)

EXACT, ABOUT, OVER = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.OVER
AT_LEAST, UNDER, AT_MOST = Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.AT_MOST

Row = tuple[str, str, str | None, str, Qualifier]


def quantity(value: str, unit: str = "人", qualifier: Qualifier = EXACT, value_max: str | None = None) -> Quantity:
    return Quantity(Decimal(value), None if value_max is None else Decimal(value_max), unit, qualifier)


# Every one of these stands in one of the five texts that the first city's data is made from.
PRINTED: tuple[Row, ...] = (
    ("27件", "27", None, "件", EXACT),
    ("11家", "11", None, "家", EXACT),
    ("383人次", "383", None, "人次", EXACT),
    ("52.76万元", "527600", None, "元", EXACT),
    ("4000余人", "4000", None, "人", OVER),
    ("18项", "18", None, "项", EXACT),
    ("3.4万余人次", "34000", None, "人次", OVER),
    ("84个", "84", None, "个", EXACT),
    ("508万元", "5080000", None, "元", EXACT),
    ("约17万人次", "170000", None, "人次", ABOUT),
    ("2209件", "2209", None, "件", EXACT),
    ("503件", "503", None, "件", EXACT),
    ("近400万元", "4000000", None, "元", UNDER),
    ("一名", "1", None, "人", EXACT),
    ("100余万元", "1000000", None, "元", OVER),
    ("3000名", "3000", None, "人", EXACT),
    ("5家", "5", None, "家", EXACT),
    ("4000名", "4000", None, "人", EXACT),
    ("1500家", "1500", None, "家", EXACT),
    ("600个", "600", None, "个", EXACT),
    ("近4000家", "4000", None, "家", UNDER),
    ("20余场", "20", None, "场", OVER),
    ("34项", "34", None, "项", EXACT),
    ("1.7万人次", "17000", None, "人次", EXACT),
    ("3000人次", "3000", None, "人次", EXACT),
    ("1920人", "1920", None, "人", EXACT),
    ("51个", "51", None, "个", EXACT),
    ("580场次", "580", None, "场", EXACT),
    ("68场次", "68", None, "场", EXACT),
    ("2万余人", "20000", None, "人", OVER),
    ("17万名", "170000", None, "人", EXACT),
    ("超3万人", "30000", None, "人", OVER),
    ("1100余万元", "11000000", None, "元", OVER),
    ("32万余名", "320000", None, "人", OVER),
    ("6000余万元", "60000000", None, "元", OVER),
    ("3.7万名", "37000", None, "人", EXACT),
    ("3.7万人", "37000", None, "人", EXACT),
    ("188家", "188", None, "家", EXACT),
    ("百人以上", "100", None, "人", AT_LEAST),
    ("49家", "49", None, "家", EXACT),
    ("60354人", "60354", None, "人", EXACT),
    ("27个", "27", None, "个", EXACT),
    ("6个", "6", None, "个", EXACT),
    ("5000元至10万元", "5000", "100000", "元", EXACT),
    ("457场", "457", None, "场", EXACT),
    ("54家", "54", None, "家", EXACT),
    ("13873人", "13873", None, "人", EXACT),
    ("54名", "54", None, "人", EXACT),
    ("900余人次", "900", None, "人次", OVER),
    ("2000人", "2000", None, "人", EXACT),
    ("54场次", "54", None, "场", EXACT),
    ("2736名", "2736", None, "人", EXACT),
    ("238场次", "238", None, "场", EXACT),
    ("3217人", "3217", None, "人", EXACT),
    ("25万余元", "250000", None, "元", OVER),
    ("6000余份", "6000", None, "份", OVER),
    ("19967人", "19967", None, "人", EXACT),
    ("31393名", "31393", None, "人", EXACT),
    ("112个", "112", None, "个", EXACT),
    ("39117名", "39117", None, "人", EXACT),
    ("27万元", "270000", None, "元", EXACT),
    ("302场", "302", None, "场", EXACT),
    ("8030人", "8030", None, "人", EXACT),
    ("108件", "108", None, "件", EXACT),
    ("132万元", "1320000", None, "元", EXACT),
    ("42.5万元", "425000", None, "元", EXACT),
    ("325家", "325", None, "家", EXACT),
    ("1000余名", "1000", None, "人", OVER),
    ("110余次", "110", None, "次", OVER),
    ("一份", "1", None, "份", EXACT),
    ("一次", "1", None, "次", EXACT),
    ("一套", "1", None, "套", EXACT),
    ("26项", "26", None, "项", EXACT),
    ("1至2个", "1", "2", "个", EXACT),
    ("1094家", "1094", None, "家", EXACT),
    ("不低于1500人", "1500", None, "人", AT_LEAST),
    ("178场次", "178", None, "场", EXACT),
    ("1万余人", "10000", None, "人", OVER),
    ("两场", "2", None, "场", EXACT),
    ("40余家", "40", None, "家", OVER),
    ("91类", "91", None, "类", EXACT),
    ("355个", "355", None, "个", EXACT),
    ("四项", "4", None, "项", EXACT),
    ("1400余处", "1400", None, "处", OVER),
    ("100余人", "100", None, "人", OVER),
    ("6836余人次", "6836", None, "人次", OVER),
    ("14115人次", "14115", None, "人次", EXACT),
    ("400多名", "400", None, "人", OVER),
    ("八届", "8", None, "届", EXACT),
    ("12500余名", "12500", None, "人", OVER),
    ("36000余人", "36000", None, "人", OVER),
    ("800余家", "800", None, "家", OVER),
    ("60多家", "60", None, "家", OVER),
    ("160余万元", "1600000", None, "元", OVER),
    ("4000余名", "4000", None, "人", OVER),
    ("70%以上", "70", None, "%", AT_LEAST),
    ("30余万元", "300000", None, "元", OVER),
    ("100%", "100", None, "%", EXACT),
    ("50本", "50", None, "本", EXACT),
    ("3天", "3", None, "天", EXACT),
    ("1000余盒", "1000", None, "盒", OVER),
    ("40余套", "40", None, "套", OVER),
    ("12.7万人", "127000", None, "人", EXACT),
    ("92.39%", "92.39", None, "%", EXACT),
    ("8375件", "8375", None, "件", EXACT),
    ("1.5亿元", "150000000", None, "元", EXACT),
    ("2.79亿元", "279000000", None, "元", EXACT),
    ("3.43亿元", "343000000", None, "元", EXACT),
    ("126.7万人次", "1267000", None, "人次", EXACT),
    ("180.21万人次", "1802100", None, "人次", EXACT),
    ("99.43%", "99.43", None, "%", EXACT),
    ("1933个", "1933", None, "个", EXACT),
    ("200余家", "200", None, "家", OVER),
    ("2000余家", "2000", None, "家", OVER),
)

NUMBERS: tuple[Row, ...] = (
    ("1,234件", "1234", None, "件", EXACT),
    ("1，234件", "1234", None, "件", EXACT),
    ("1,234,567.89元", "1234567.89", None, "元", EXACT),
    ("12 345人", "12345", None, "人", EXACT),
    ("１２．５万人", "125000", None, "人", EXACT),
    ("70％", "70", None, "%", EXACT),
    (" 近 400 万元 ", "4000000", None, "元", UNDER),
    ("11⼈", "11", None, "人", EXACT),  # the Kangxi radical that PDFs are full of
    ("10.50元", "10.5", None, "元", EXACT),
    ("0件", "0", None, "件", EXACT),
    ("0.5%", "0.5", None, "%", EXACT),
    ("3千", "3000", None, "", EXACT),
    ("3百人", "300", None, "人", EXACT),
    ("5百万元", "5000000", None, "元", EXACT),
    ("1亿2000万元", "120000000", None, "元", EXACT),
    ("1万5千", "15000", None, "", EXACT),
    ("1万2000人", "12000", None, "人", EXACT),
    ("1.2万亿元", "1200000000000", None, "元", EXACT),
    ("10000万元", "100000000", None, "元", EXACT),
    ("三千", "3000", None, "", EXACT),
    ("三千五百", "3500", None, "", EXACT),
    ("一百零五人", "105", None, "人", EXACT),
    ("一百〇五人", "105", None, "人", EXACT),
    ("一百一十五", "115", None, "", EXACT),
    ("两百一十", "210", None, "", EXACT),
    ("一万二千", "12000", None, "", EXACT),
    ("一万零五百", "10500", None, "", EXACT),
    ("二十万零五千元", "205000", None, "元", EXACT),
    ("两亿三千万元", "230000000", None, "元", EXACT),
    ("十五万", "150000", None, "", EXACT),
    ("三点五亿元", "350000000", None, "元", EXACT),
    ("〇", "0", None, "", EXACT),
    ("十", "10", None, "", EXACT),
    ("百分之七十", "70", None, "%", EXACT),
    ("百分之九十九点四三", "99.43", None, "%", EXACT),
    ("百分之百", "100", None, "%", EXACT),
    ("约百分之70", "70", None, "%", ABOUT),
    ("百分之七十多", "70", None, "%", OVER),
    ("千分之五", "5", None, "‰", EXACT),
    ("5‰", "5", None, "‰", EXACT),
    ("3个百分点", "3", None, "个百分点", EXACT),
)

UNITS: tuple[Row, ...] = (
    ("三位", "3", None, "人", EXACT),
    ("3个人", "3", None, "人", EXACT),
    ("3人天", "3", None, "人天", EXACT),
    ("5千克", "5", None, "千克", EXACT),
    ("3千米", "3", None, "千米", EXACT),
    ("1.2万千瓦时", "12000", None, "千瓦时", EXACT),
    ("五千瓦时", "5", None, "千瓦时", EXACT),
    ("五万千克", "50000", None, "千克", EXACT),
    ("五千克", "5000", None, "克", EXACT),
    ("两万三千米", "23000", None, "米", EXACT),
    ("1万5千克", "15000", None, "克", EXACT),
    ("5年", "5", None, "年", EXACT),
    ("3个月", "3", None, "个月", EXACT),
    ("3个小时", "3", None, "小时", EXACT),
    ("2,021年", "2021", None, "年", EXACT),
    ("98.5分", "98.5", None, "分", EXACT),
    ("1200平米", "1200", None, "平方米", EXACT),
    ("1200㎡", "1200", None, "平方米", EXACT),
    ("近1200 m²", "1200", None, "平方米", UNDER),
    ("1.5万余m2", "15000", None, "平方米", OVER),
    ("30㎥", "30", None, "立方米", EXACT),
    ("2.5km²", "2.5", None, "平方公里", EXACT),
    ("1200人·次", "1200", None, "人次", EXACT),
    ("1200人•次", "1200", None, "人次", EXACT),
    ("1500人·天", "1500", None, "人天", EXACT),
    ("8.5折", "8.5", None, "折", EXACT),
    ("500万人民币", "5000000", None, "元", EXACT),
    ("500万元人民币", "5000000", None, "元", EXACT),
    ("3.5km", "3.5", None, "公里", EXACT),
    ("500kg", "500", None, "千克", EXACT),
    ("12大类", "12", None, "大类", EXACT),
    ("500餐", "500", None, "餐", EXACT),
    ("20席", "20", None, "席", EXACT),
    ("5个工作日", "5", None, "工作日", EXACT),
    ("3000余通", "3000", None, "通", OVER),
    ("120人份", "120", None, "人份", EXACT),
)

QUALIFIERS: tuple[Row, ...] = (
    ("约3千人", "3000", None, "人", ABOUT),
    ("大约100人", "100", None, "人", ABOUT),
    ("约为100人", "100", None, "人", ABOUT),
    ("大概100人", "100", None, "人", ABOUT),
    ("100人左右", "100", None, "人", ABOUT),
    ("100人上下", "100", None, "人", ABOUT),
    ("约100人左右", "100", None, "人", ABOUT),
    ("超过100人", "100", None, "人", OVER),
    ("逾百万元", "1000000", None, "元", OVER),
    ("突破10万人次", "100000", None, "人次", OVER),
    ("多于5个", "5", None, "个", OVER),
    ("高于70%", "70", None, "%", OVER),
    ("不少于10场", "10", None, "场", AT_LEAST),
    ("至少10人", "10", None, "人", AT_LEAST),
    ("最少10人", "10", None, "人", AT_LEAST),
    ("100以上", "100", None, "", AT_LEAST),
    ("接近100人", "100", None, "人", UNDER),
    ("将近100人", "100", None, "人", UNDER),
    ("不到100人", "100", None, "人", UNDER),
    ("不足100人", "100", None, "人", UNDER),
    ("低于5%", "5", None, "%", UNDER),
    ("少于5人", "5", None, "人", UNDER),
    ("不超过100人", "100", None, "人", AT_MOST),
    ("不多于100人", "100", None, "人", AT_MOST),
    ("至多3次", "3", None, "次", AT_MOST),
    ("最多3次", "3", None, "次", AT_MOST),
    ("100人以内", "100", None, "人", AT_MOST),
    ("100人以下", "100", None, "人", AT_MOST),
    ("十余", "10", None, "", OVER),
    ("二十多名", "20", None, "人", OVER),
    ("20多名", "20", None, "人", OVER),
    ("20多次", "20", None, "次", OVER),
    ("3万多人", "30000", None, "人", OVER),
    ("20多万", "200000", None, "", OVER),
    ("十余万元", "100000", None, "元", OVER),
    ("3千余万元", "30000000", None, "元", OVER),
    ("1.5亿多元", "150000000", None, "元", OVER),
    ("3年多", "3", None, "年", OVER),
    ("5吨余", "5", None, "吨", OVER),
    ("2个多月", "2", None, "个月", OVER),
    ("3个多小时", "3", None, "小时", OVER),
    ("超100余万元", "1000000", None, "元", OVER),
    ("至少10余人", "10", None, "人", OVER),
    ("至少超过10人", "10", None, "人", OVER),
    ("约有300人", "300", None, "人", ABOUT),
    ("约占70%", "70", None, "%", ABOUT),
    ("约合3.5亿元", "350000000", None, "元", ABOUT),
    ("大约共有300人左右", "300", None, "人", ABOUT),
    ("超过了3000人", "3000", None, "人", OVER),
    ("突破了百万元", "1000000", None, "元", OVER),
    ("不止300人", "300", None, "人", OVER),
    ("至少有20余人", "20", None, "人", OVER),
    ("至少在70%以上", "70", None, "%", AT_LEAST),
    ("不得低于1500人", "1500", None, "人", AT_LEAST),
    ("不应少于1500人", "1500", None, "人", AT_LEAST),
    ("不下300人", "300", None, "人", AT_LEAST),
    ("300人（含）以上", "300", None, "人", AT_LEAST),
    ("300人或以上", "300", None, "人", AT_LEAST),
    ("1公里范围内", "1", None, "公里", AT_MOST),
    ("逼近1万人", "10000", None, "人", UNDER),
    ("3000元起", "3000", None, "元", AT_LEAST),
    ("3000元封顶", "3000", None, "元", AT_MOST),
    ("3天内", "3", None, "天", AT_MOST),
    ("15个工作日内", "15", None, "工作日", AT_MOST),
    ("300元之内", "300", None, "元", AT_MOST),
    ("90%多", "90", None, "%", OVER),
    ("100+家", "100", None, "家", OVER),
    ("10万+", "100000", None, "", OVER),
    ("突破10万+", "100000", None, "", OVER),
    ("5000＋人次", "5000", None, "人次", OVER),
    ("300人及以上", "300", None, "人", AT_LEAST),
    ("最低300元", "300", None, "元", AT_LEAST),
    ("将近有300人", "300", None, "人", UNDER),
    ("未达到300人", "300", None, "人", UNDER),
    ("最多可达300元", "300", None, "元", AT_MOST),
    ("最高可达300元", "300", None, "元", AT_MOST),
    ("不超300人", "300", None, "人", AT_MOST),
    ("没有超过300人", "300", None, "人", AT_MOST),
    ("不得超过300人", "300", None, "人", AT_MOST),
)

OMITTED_ONE: tuple[Row, ...] = (
    ("近百名", "100", None, "人", UNDER),
    ("百余名", "100", None, "人", OVER),
    ("超千人", "1000", None, "人", OVER),
    ("上千人", "1000", None, "人", OVER),
    ("上百", "100", None, "", OVER),
    ("上百万元", "1000000", None, "元", OVER),
    ("百余万元", "1000000", None, "元", OVER),
    ("百万余元", "1000000", None, "元", OVER),
    ("近千万元", "10000000", None, "元", UNDER),
    ("亿元以上", "100000000", None, "元", AT_LEAST),
    ("万余人次", "10000", None, "人次", OVER),
)

RANGES: tuple[Row, ...] = (
    ("三至五名", "3", "5", "人", EXACT),
    ("3到5名", "3", "5", "人", EXACT),
    ("5人至10名", "5", "10", "人", EXACT),
    ("2至3万元", "20000", "30000", "元", EXACT),
    ("2元至3万元", "2", "30000", "元", EXACT),
    ("2万至3万元", "20000", "30000", "元", EXACT),
    ("三至五千人", "3000", "5000", "人", EXACT),
    ("三至五百万元", "3000000", "5000000", "元", EXACT),
    ("100至200万元", "1000000", "2000000", "元", EXACT),
    ("5000至10万元", "5000", "100000", "元", EXACT),
    ("5千至10万元", "5000", "100000", "元", EXACT),
    ("10%-20%", "10", "20", "%", EXACT),
    ("10～20％", "10", "20", "%", EXACT),
    ("10—20%", "10", "20", "%", EXACT),
    ("10–20%", "10", "20", "%", EXACT),
    ("百分之十至百分之二十", "10", "20", "%", EXACT),
    ("3~5", "3", "5", "", EXACT),
)


@pytest.mark.parametrize(
    "row", [*PRINTED, *NUMBERS, *UNITS, *QUALIFIERS, *OMITTED_ONE, *RANGES], ids=lambda row: row[0]
)
def test_an_expression_means_one_quantity(row: Row) -> None:
    expression, value, value_max, unit, qualifier = row
    read = parse_quantity(expression)
    assert read == quantity(value, unit, qualifier, value_max)
    assert (str(read.value), read.value_max and str(read.value_max)) == (value, value_max)


REFUSED = (
    ("", "空"),
    ("  ", "空"),
    ("约", "没有读到数字"),
    ("以上", "没有读到数字"),
    ("元", "没有读到数字"),
    ("1,23件", "三位一组"),
    ("1,2345件", "三位一组"),
    ("12,34,567件", "三位一组"),
    ("1,件", "写法不规范"),
    ("1.2.3件", "写法不规范"),
    ("3 4人", "空格"),
    ("1 23人", "空格"),
    ("010件", "以 0 开头"),
    ("12千人", "不是规范"),
    ("3十人", "写法不规范"),
    ("2千三百人", "写法不规范"),
    ("三2人", "混用"),
    ("1.5亿2000万元", "写法不规范"),
    ("1万2亿元", "写法不规范"),
    ("1万5", "口语"),
    ("三万五", "口语"),
    ("两百五", "口语"),
    ("三五名", "约数"),
    ("二三十人", "约数"),
    ("一万万", "不是规范"),
    ("一亿亿", "不是规范"),
    ("一" + "亿" * 60, "不是规范"),
    ("九" * 60, "逐字"),
    ("二十两", "不是规范"),
    ("百二十人以上", "不是规范"),
    ("1" * 30 + "件", "位数太多"),
    ("0.12345678%", "小数位数太多"),
    ("百万资金", "泛指"),
    ("百万", "泛指"),
    ("千万", "泛指"),
    ("千家", "泛指"),
    ("亿元", "泛指"),
    ("百至千人", "泛指"),
    ("上100人", "前面多出“上”"),
    ("数百人", "没有具体数目"),
    ("几十人", "没有具体数目"),
    ("十几人", "没有具体数目"),
    ("若干", "没有具体数目"),
    ("多次", "没有具体数目"),
    ("半数", "没有具体数目|“半”"),
    ("一半", "“半”"),
    ("两年半", "“半”"),
    ("成千上万", "没有具体数目"),
    ("三分之一", "分数"),
    ("1/3", "分数"),
    ("三成", "成数"),
    ("7成", "成数"),
    ("差不多100人", "口语"),
    ("100来人", "口语"),
    ("好几百人", "口语"),
    ("第3", "序数"),
    ("第三届", "序数"),
    ("2021年", "日期"),
    ("约2021年", "日期"),
    ("2021年3月", "日期"),
    ("2021年3月5日", "日期"),
    ("2021年度", "日期"),
    ("二〇二一年", "日期"),
    ("3月", "日期"),
    ("8日", "日期"),
    ("十月", "日期"),
    ("2021-04", "日期"),
    ("2021-04-30", "日期"),
    ("2020-2021年度", "日期"),
    ("12:30", "时刻"),
    ("12：30", "时刻"),
    ("8点30分", "时刻"),
    ("八点三十", "时刻"),
    ("-5人", "负数"),
    ("−5%", "负数"),
    ("负五", "负数"),
    ("约-5人", "负数"),
    ("12351热线", "电话"),
    ("12351职工服务热线", "电话"),
    ("010-12345678", "电话"),
    ("13800138000", "电话"),
    ("50个项目", "单位后面多出“项目”"),
    ("3000名职工", "单位后面多出“职工”"),
    ("100元100", "单位后面多出“100”"),
    ("5+6", "算式"),
    ("50嗒", "“嗒”不是认识的单位"),
    ("100以上人", "“以上”后面多出“人”"),
    ("3人多", "“多”不能放在“人”后面"),
    ("20余人多", "“多”不能放在“人”后面"),
    ("3.4余公里", "“余”不能放在“3.4”后面"),
    ("五余人", "“余”不能放在“五”后面"),
    ("70余%", "“余”不和“%”连用"),
    ("100余万余元", "不是认识的单位"),
    ("3万余万元", "写法不规范"),
    ("近4000余人", "“近”和“余”互相矛盾"),
    ("约70%以上", "“约”和“以上”互相矛盾"),
    ("约100余人", "互相矛盾"),
    ("不超过100人以上", "互相矛盾"),
    ("约约100人", "写了两次"),
    ("约5至10人", "区间里不能再有“约”"),
    ("5至10余人", "区间里不能再有“余”"),
    ("5至10人以上", "区间里不能再有“以上”"),
    ("10至5人", "前一个数应小于后一个"),
    ("5至5人", "前一个数应小于后一个"),
    ("5元至10人", "单位不同"),
    ("5元至10", "单位不同"),
    ("5人至10人次", "单位不同"),
    ("一千至二千万元", "可能省了"),
    ("二至三万五千元", "可能省了"),
    ("5至", "没有读到数字"),
    ("400\u200b万元", "看不见的字符 U\\+200B"),
    ("\u202e400万元", "看不见的字符 U\\+202E"),
    ("400\n万元", "看不见的字符"),
    ("10²人", r"“²”（U\+00B2）不是普通的数字"),
    ("10cm²", "“cm²”不是认识的单位"),
    ("m10²", r"“²”（U\+00B2）不是普通的数字"),
    ("②", r"“②”（U\+2461）不是普通的数字"),
    ("⑵人", r"（U\+2475）不是普通的数字"),
    ("٣人", r"“٣”（U\+0663）不是普通的数字"),
    ("1𝟑人", r"“𝟑”（U\+1D7D1）不是普通的数字"),
    ("𝟶人", r"（U\+1D7F6）不是普通的数字"),
    ("½", "不是普通的数字"),
    ("㋀", "不是普通的数字"),
    ("3" * 100, "不像一个数量"),
)


@pytest.mark.parametrize(("expression", "reason"), REFUSED)
def test_what_has_no_certain_reading_is_refused_with_the_reason(expression: str, reason: str) -> None:
    with pytest.raises(UnreadableQuantity, match=reason) as refused:
        parse_quantity(expression)
    assert refused.value.hint


PRINTED_SO = "原文确实这样写的，加一行 qualifier: rhetorical，照样显示，不参加计算"
REMOVE = "没有公布就删去这一行"

# What editors really type: expression, words of the message, end of the hint.
SLIPS = (
    ("每天8小时", "前面多出“每天”", "只写 8小时；每天的数，加一行 per: 天"),
    ("全年300天", "前面多出“全年”", "只写 300天"),
    ("得分95分", "前面多出“得分”", "只写 95分"),
    ("400w元", "字母 w", "字母 w 改成“万”"),
    ("400W元", "字母 W", "字母 W 改成“万”"),
    ("400ｗ元", "字母 ｗ", "字母 ｗ 改成“万”"),
    ("1O8件", "字母 O", "字母 O 改成数字 0"),
    ("１Ｏ8件", "字母 Ｏ", "字母 Ｏ 改成数字 0"),
    ("1О8件", "字母 О", "字母 О 改成数字 0"),
    ("1o0人", "字母 o", "字母 o 改成数字 0"),
    ("1亿2O00万元", "字母 O", "字母 O 改成数字 0"),
    ("1,O00件", "字母 O", "字母 O 改成数字 0"),
    ("受理1O8件", "字母 O", "字母 O 改成数字 0"),
    ("l88件", "字母 l", "字母 l 改成数字 1"),
    ("I5家", "字母 I", "字母 I 改成数字 1"),
    ("lO8件", "字母 l、O", "字母 l 改成数字 1，字母 O 改成数字 0"),
    ("WIFI5个", "前面多出“WIFI”", "只写 5个"),
    ("", "空的", REMOVE),
    ("—", "没有数据", REMOVE),
    ("——", "没有数据", REMOVE),
    ("-", "没有数据", REMOVE),
    ("—件", "没有数据", REMOVE),
    ("无", "没有数据", REMOVE),
    ("N/A", "没有数据", REMOVE),
    ("n/a", "没有数据", REMOVE),
    ("未公布", "没有数据", REMOVE),
    ("暂未公布", "没有数据", REMOVE),
    ("暂无", "没有数据", REMOVE),
    ("待定", "没有数据", REMOVE),
    ("/", "没有数据", REMOVE),
    ("？", "没有数据", REMOVE),
    ("达到188家", "前面多出“达到”", "只写 188家"),
    ("达188家", "前面多出“达”", "只写 188家"),
    ("共188家", "前面多出“共”", "只写 188家"),
    ("共计188家", "前面多出“共计”", "只写 188家"),
    ("受理2209件", "前面多出“受理”", "只写 2209件"),
    ("受理 ２２０９件", "前面多出“受理”", "只写 ２２０９件"),
    ("受理约2209件", "前面多出“受理”", "只写 约2209件"),
    ("上半年受理2209件", "前面多出“上半年受理”", "只写 2209件"),
    ("受理——2209件", "前面多出“受理——”", "只写 2209件"),
    ("投入400万元", "前面多出“投入”", "只写 400万元"),
    ("减轻负担400万元", "前面多出“减轻负担”", "只写 400万元"),
    ("签约5家", "前面多出“签约”", "只写 5家"),
    ("签约为5家", "前面多出“签约为”", "只写 5家"),
    ("最近5年", "前面多出“最近”", "只写 5年"),
    ("节约5万元", "前面多出“节约”", "只写 5万元"),
    ("签约有5家", "前面多出“签约有”", "只写 5家"),
    ("面积1200㎡", "前面多出“面积”", "只写 1200㎡"),
    ("1200㎡活动室", "单位后面多出“活动室”", "只写到单位：1200㎡"),
    ("1200M²", "“²”（U\\+00B2）不是普通的数字", "单位写成“平方米”“立方米”"),
    ("超市300家", "前面多出“超市”", "只写 300家"),
    ("近年来300人", "前面多出“近年来”", "只写 300人"),
    ("最低工资2320元", "前面多出“最低工资”", "只写 2320元"),
    ("全区约有300人", "前面多出“全区”", "只写 约有300人"),
    ("其中不得低于1500人", "前面多出“其中”", "只写 不得低于1500人"),
    ("多达300人", "前面多出“多达”", "只写 300人"),
    (
        "约有职工300人",
        "前面多出“约有职工”",
        "“约有”说的不是这个数，才只写 300人；说的就是它，全照原文写，加一行 qualifier: rhetorical",
    ),
    ("至少组织职工300人", "前面多出“至少组织职工”", "qualifier: rhetorical"),
    ("一线职工300人", "前面多出“一线职工”", "只写 300人"),
    ("双十一活动5场", "前面多出“双十一活动”", "只写 5场"),
    ("￥400万", "前面多出“￥”", "只写 400万"),
    ("同比增长5.3%", "前面多出“同比增长”", "只写 5.3%"),
    ("增长5%", "前面多出“增长”", "只写 5%"),
    (">2000件", "前面多出“>”", "只写 2000件；原文写着“超”的，才写成 超2000件"),
    ("＞2000件", "前面多出“＞”", "只写 2000件；原文写着“超”的，才写成 超2000件"),
    ("≥2000件", "前面多出“≥”", "只写 2000件；原文写着“以上”的，才写成 2000件以上"),
    (">=2000件", "前面多出“>=”", "只写 2000件；原文写着“以上”的，才写成 2000件以上"),
    ("<5件", "前面多出“<”", "只写 5件；原文写着“不足”的，才写成 不足5件"),
    ("≤5件", "前面多出“≤”", "只写 5件；原文写着“不超过”的，才写成 不超过5件"),
    (">2000余件", "前面多出“>”", "只写 2000余件"),
    ("达到百万元", "可能是泛指", "写出确数"),
    ("受理1,23件", "三位一组", "千位分隔写作 1,234"),
    (".5件", "没有读到数字", "25万余元"),
    (",500件", "没有读到数字", "25万余元"),
    ("其中，500件", "前面多出“其中，”", "只写 500件"),
    ("受理两百五", "口语", "3.5万”|三万零五”"),
    ("电话13800138000", "电话", "不作数据"),
    ("约第3", "序数", "只写那个数量"),
    ("第一批200人", "前面多出“第一批”", "只写 200人"),
    ("800通电话", "单位后面多出“电话”", "只写到单位：800通"),
    ("5000余条短信", "单位后面多出“短信”", "只写到单位：5000余条"),
    ("12351职工服务热线", "电话", "不作数据"),
    ("3600人.次", "“人.次”不是认识的单位", "属于指标的写进指标的 units"),
    ("3比7", "时刻或比", "3小时”"),
    ("每单补贴2元", "前面多出“每单补贴”", "只写 2元"),
    ("第三届5月", "序数", "只写那个数量"),
    ("三八红旗手5名", "前面多出“三八红旗手”", "只写 5名"),
    ("五一劳动奖章约3个", "前面多出“五一劳动奖章”", "只写 约3个"),
    ("一百5人", "混用", "统一成一种写法"),
    ("前5名", "序数", "只写那个数量"),
    ("TOP10", "序数", "只写那个数量"),
    ("三、四家", "“、”前后的两个数", PRINTED_SO),
    ("3、4家", "“、”前后的两个数", PRINTED_SO),
    ("3、4月", "日期", "5天”"),
    ("近4000余人", "互相矛盾", PRINTED_SO),
    ("近10万+人次", "互相矛盾", PRINTED_SO),
    ("约约100人", "写了两次", PRINTED_SO),
    ("300台·班", "“台·班”不是认识的单位", "属于指标的写进指标的 units"),
    ("每人每天100元", "前面多出“每人每天”", "只写 100元"),
    ("500元每人", "单位后面多出“每人”", "只写到单位：500元；每人的数，加一行 per: 人"),
    ("300人（次）", "“人”，也可能是“人次”", PRINTED_SO),
    ("5户(次)", "“户”，也可能是“户次”", PRINTED_SO),
    ("3碗次", "“碗次”不是认识的单位", "属于指标的写进指标的 units"),
    ("1000元/人", "单位后面多出“/人”", "只写到单位：1000元；每人的数，加一行 per: 人"),
    ("每个街道2场", "前面多出“每个街道”", "只写 2场；每街道的数，加一行 per: 街道"),
    ("全年每月1次", "前面多出“全年每月”", "只写 1次；每月的数，加一行 per: 月"),
    ("2小时30分钟", "用了两个单位", PRINTED_SO),
    ("1年零3个月", "用了两个单位", PRINTED_SO),
    ("7×24小时", "算式或名称", "不作数据"),
    ("3+2", "算式或名称", "不作数据"),
    ("“1+16+N”", "算式或名称", "不作数据"),
    ("1:3", "时刻或比", "3小时”"),
    ("壹佰万元", "大写", PRINTED_SO),
    ("3支队伍", "单位后面多出“队伍”", "只写到单位：3支"),
    ("2209件案件", "单位后面多出“案件”", "只写到单位：2209件"),
    ("５０个项目", "单位后面多出“项目”", "只写到单位：５０个"),
    ("共5件案件", "单位后面多出“案件”", "只写到单位：5件"),
    ("一次性投入400万元", "单位后面多出“性投入400万元”", "只写一个数量：一次，或 400万元"),
    ("百万元资金", "可能是泛指", "写出确数"),
    ("万家灯火活动5场", "前面多出“万家灯火活动”", "只写 5场"),
    ("100元100", "单位后面多出“100”", "只写一个数量：100元，或 100"),
    ("１，２３件", "“１，２３”的分隔不是三位一组", "千位分隔写作 1,234"),
    ("1,8800件", "“1,8800”的分隔不是三位一组", "千位分隔写作 1,234"),
    ("70余％", "“余”不和“％”连用", "70%以上"),
    ("约2000—3000件", "区间里不能再有“约”", PRINTED_SO),
    ("2000多至3000件", "区间里不能再有“多”", PRINTED_SO),
    ("三四百件", "“三四百”是约数", PRINTED_SO),
    ("十七八家", "“十七八”是约数", PRINTED_SO),
    ("三五名", "“三五”是约数", PRINTED_SO),
    ("几十家", "没有具体数目", PRINTED_SO),
    ("数百人", "没有具体数目", PRINTED_SO),
    ("100来人", "口语", PRINTED_SO),
)


@pytest.mark.parametrize(("expression", "reason", "end_of_hint"), SLIPS)
def test_a_refusal_quotes_what_was_typed_and_says_what_to_do(expression: str, reason: str, end_of_hint: str) -> None:
    with pytest.raises(UnreadableQuantity, match=reason) as refused:
        parse_quantity(expression)
    assert refused.value.hint.endswith(tuple(end_of_hint.split("|")))


def test_letters_of_a_declared_unit_are_no_mistake() -> None:
    assert parse_quantity("5W", ["W"]) == quantity("5", "W")


def test_the_hint_says_what_to_write() -> None:
    with pytest.raises(UnreadableQuantity) as refused:
        parse_quantity("50个项目")
    assert refused.value.hint == "只写到单位：50个"
    with pytest.raises(UnreadableQuantity) as refused:
        parse_quantity("百万资金")
    assert "qualifier: rhetorical" in refused.value.hint


def test_a_declared_unit_is_read_and_preferred_when_longer() -> None:
    assert parse_quantity("5个标准箱", ["标准箱", "个标准箱"]) == quantity("5", "个标准箱")
    assert parse_quantity("50个项目", iter(["个项目"])) == quantity("50", "个项目")
    assert parse_quantity("3名", [""]) == quantity("3", "人")


def test_a_rhetorical_number_has_no_value() -> None:
    nothing = Quantity(None, None, "", Qualifier.RHETORICAL)
    assert rhetorical_quantity("百万资金") == rhetorical_quantity("千万") == nothing
    assert rhetorical_quantity("") == rhetorical_quantity("\u200b") == nothing
    assert rhetorical_quantity("百万元").unit == "元"
    assert rhetorical_quantity("千名").unit == "人"


@pytest.mark.parametrize(
    ("unit", "canonical"),
    [("名", "人"), ("位", "人"), ("场次", "场"), ("人", "人"), ("人次", "人次"), ("家", "家"), ("", "")],
)
def test_units_have_synonyms_but_visits_are_never_people(unit: str, canonical: str) -> None:
    assert canonical_unit(unit) == canonical


@pytest.mark.parametrize(
    ("qualifier", "direction"),
    [
        (EXACT, Direction.EXACT),
        (ABOUT, Direction.EITHER),
        (OVER, Direction.LOWER),
        (AT_LEAST, Direction.LOWER),
        (UNDER, Direction.UPPER),
        (AT_MOST, Direction.UPPER),
        (Qualifier.RHETORICAL, Direction.EITHER),
    ],
)
def test_a_qualifier_has_a_direction(qualifier: Qualifier, direction: Direction) -> None:
    assert qualifier.direction is direction


FORMATTED = (
    (quantity("2209", "件"), "2209件"),
    (quantity("0"), "0人"),
    (quantity("9999"), "9999人"),
    (quantity("10000"), "1万人"),
    (quantity("60354"), "6.0354万人"),
    (quantity("125620"), "12.562万人"),
    (quantity("150000000", "元"), "1.5亿元"),
    (quantity("100010000", "元"), "1.0001亿元"),
    (quantity("123456789", "元"), "12345.6789万元"),
    (quantity("99.43", "%"), "99.43%"),
    (quantity("12500", "%"), "12500%"),
    (quantity("10.5", "元"), "10.5元"),
    (quantity("4E+6", "元"), "400万元"),
    (quantity("2021", "年"), "2,021年"),
    (quantity("125620", "人", OVER), "12.5万余人"),
    (quantity("125620", "人", AT_LEAST), "12.5万人以上"),
    (quantity("125620", "人", UNDER), "近12.6万人"),
    (quantity("125620", "人", AT_MOST), "不超过12.6万人"),
    (quantity("125620", "人", ABOUT), "约12.6万人"),
    (quantity("125500", "人", ABOUT), "约12.6万人"),
    (quantity("124500", "人", ABOUT), "约12.4万人"),
    (quantity("99999999", "元", UNDER), "近1亿元"),
    (quantity("99999999", "元", OVER), "9999.9万余元"),
    (quantity("123456789", "元", OVER), "1.2亿余元"),
    (quantity("4000", "人", OVER), "4000余人"),
    (quantity("2209", "件", OVER), "2209余件"),
    (quantity("5", "人", OVER), "超5人"),
    (quantity("10", "", OVER), "10余"),
    (quantity("70", "%", AT_LEAST), "70%以上"),
    (quantity("70", "%", OVER), "超70%"),
    (quantity("3.44", "公里", OVER), "超3.4公里"),
    (quantity("3.44", "公里", UNDER), "近3.5公里"),
    (quantity("9999.99", "元", AT_MOST), "不超过1万元"),
    (quantity("33.333333", "%", ABOUT), "约33.3%"),
    (quantity("0.037123", "", ABOUT), "约0.037"),
    (quantity("3000", "", AT_LEAST), "3000以上"),
    (quantity("5000", "元", value_max="100000"), "5000元至10万元"),
    (quantity("2", "", value_max="30000"), "2至30000"),
    (quantity("2021", "", value_max="2022"), "2,021至2,022"),
    (quantity("10", "%", value_max="20"), "10%至20%"),
)


@pytest.mark.parametrize(("computed", "printed"), FORMATTED)
def test_printing_never_claims_more_than_is_known(computed: Quantity, printed: str) -> None:
    assert format_quantity(computed) == printed


@pytest.mark.parametrize("unprintable", [rhetorical_quantity("百万元"), quantity("-5"), quantity("-1", "%", ABOUT)])
def test_rhetorical_and_negative_numbers_have_no_printed_form(unprintable: Quantity) -> None:
    with pytest.raises(ValueError, match=r"rhetorical|negative"):
        format_quantity(unprintable)


TOTALS = (
    (["3人"], "3人"),
    (["3名", "2位", "1人"], "6人"),
    (["580场次", "68场次"], "648场"),
    (["3至5人"], "3至5人"),
    (["3至5人", "10人"], "13至15人"),
    (["4000余人", "100人"], "4100余人"),
    (["4000人以上", "100人"], "4100人以上"),
    (["4000人以上", "100余人"], "4100余人"),
    (["近400万元", "100万元"], "近500万元"),
    (["不超过400万元", "100万元"], "不超过500万元"),
    (["不超过400万元", "近100万元"], "近500万元"),
    (["近100人", "100余人"], "约200人"),
    (["约100人", "100余人"], "约200人"),
    (["约100人", "100人"], "约200人"),
    (["3至5人", "100余人"], "103余人"),
    (["3至5人", "近100人"], "近105人"),
    (["1至2人", "约10人"], "约12人"),
    (["3至5人", "近100人", "100人以上"], "约204人"),
    (["0.1%", "0.2%"], "0.3%"),
)


@pytest.mark.parametrize(("expressions", "expected"), TOTALS)
def test_a_total_keeps_unit_and_direction(expressions: list[str], expected: str) -> None:
    assert total(parse_quantity(expression) for expression in expressions) == parse_quantity(expected)


def test_only_like_units_are_added_up() -> None:
    for expressions in (["3人", "3人次"], ["3人", "3"]):
        with pytest.raises(ValueError, match="different units"):
            total(map(parse_quantity, expressions))
    with pytest.raises(ValueError, match="different units"):
        difference(parse_quantity("3人"), parse_quantity("3人次"))
    with pytest.raises(ValueError, match="nothing"):
        total([])


def test_a_rhetorical_number_takes_no_part_in_arithmetic() -> None:
    rhetorical, people = rhetorical_quantity("千人"), parse_quantity("3人")
    for parts in ([people, rhetorical], [rhetorical]):
        with pytest.raises(ValueError, match="rhetorical"):
            total(parts)
    for pair in ((people, rhetorical), (rhetorical, people)):
        with pytest.raises(ValueError, match="rhetorical"):
            difference(*pair)
        with pytest.raises(ValueError, match="rhetorical"):
            ratio(*pair)


def test_a_difference_is_exact_only_between_exact_numbers() -> None:
    assert difference(parse_quantity("10人"), parse_quantity("4名")) == quantity("6")
    assert difference(parse_quantity("4人"), parse_quantity("10人")) == quantity("-6")
    assert difference(parse_quantity("10余人"), parse_quantity("4人")) == quantity("6", "人", ABOUT)
    assert difference(parse_quantity("10余人"), parse_quantity("4余人")).qualifier is ABOUT
    assert difference(parse_quantity("3至5人"), parse_quantity("1人")) == quantity("3", "人", ABOUT)


def test_a_ratio_has_no_unit_and_says_when_it_is_rounded() -> None:
    assert ratio(parse_quantity("10人"), parse_quantity("4人")) == quantity("2.5", "")
    assert ratio(parse_quantity("1人"), parse_quantity("3人")) == quantity("0.333333", "", ABOUT)
    assert ratio(parse_quantity("10余人"), parse_quantity("5人")) == quantity("2", "", ABOUT)
    assert ratio(parse_quantity("100人次"), parse_quantity("20人")) == quantity("5", "")
    with pytest.raises(ValueError, match="zero"):
        ratio(parse_quantity("10人"), parse_quantity("0人"))


@pytest.mark.parametrize(
    "units", ["家 个", "项 个", "件 项", "棵 株", "场 场次", "人 名 位", "公里", "人次", "册次", "％ %"]
)
def test_units_that_count_one_by_one_count_alike(units: str) -> None:
    assert count_alike(units.split())


@pytest.mark.parametrize(
    "units",
    ["公里 米", "人 人次", "元 美元", "% ‰", "平方米 亩", "吨 千克", "小时 天", "场 人次", "人 家", "户 人", "盒 箱",
     "双 只", "册 册次", "件 件次", "家 家次", "个 批", "个 元", "个 %", "尊 个"],
)  # fmt: skip
def test_other_units_do_not(units: str) -> None:
    assert not count_alike(units.split())
