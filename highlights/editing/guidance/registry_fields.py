"""The fields of what a city has once: itself, its districts, themes, indicators, sources and terms."""

from __future__ import annotations

from highlights.editing.guidance.guidance import Fields, Guidance, Wrong
from highlights.load.entries import (
    CityEntry,
    DistrictEntry,
    Entry,
    IndicatorEntry,
    SectionEntry,
    SourceEntry,
    TermEntry,
    ThemeEntry,
)

REGISTRY_FIELDS: dict[type[Entry], Fields] = {
    CityEntry: {
        "name": Guidance("城市的全名。", right=("云州市",)),
        "title": Guidance("网站的名称，显示在每一页的顶上。"),
        "description": Guidance("一两句话说明网站有什么，显示在搜索结果里。"),
        "organisation": Guidance("市级单位的全名。"),
        "short_name": Guidance("在表格里怎样称呼全市。", right=("全市",)),
        "aliases": Guidance("搜索时也会用的叫法。", right=("[云州, 云州全市]",)),
        "home": Guidance(
            "首页显示哪一年度。不写就用至少半数区有报告的最新一年；有已发布的，不用草稿。", right=("2022",)
        ),
        "address": Guidance(
            "网站公开的地址。", right=("https://example.org/",), wrong=(Wrong("example.org", "写完整，从 https:// 起"),)
        ),
        "host": Guidance("主办单位，显示在页脚。"),
        "contact": Guidance(
            "联系方式，电子邮箱或网址。写了它，读者才能报告错误。",
            right=("name@example.org", "https://example.org/report"),
            wrong=(Wrong("0100-0000000", "电话不行"),),
        ),
        "icp": Guidance("ICP 备案号，整串照抄，显示在页脚。"),
        "police": Guidance("公安备案号，整串照抄，显示在页脚。"),
        "units": Guidance(
            "数据里用到、程序还不认得的单位，每个分开写，不带“万”。指标自己的单位写在指标的 units 里。可以不写。",
            right=("[册次, 幅次]", "标准箱"),
            wrong=(Wrong("册次、幅次", "分开写成 [册次, 幅次]"), Wrong("[万册次]", "“万”写在数据里")),
        ),
    },
    DistrictEntry: {
        "name": Guidance("区的全名。", right=("东湖区",)),
        "short_name": Guidance("在表格和图里的简称，不与别的区的名称、简称、别名相同。", right=("东湖",)),
        "type": Guidance("行政区还是功能区。"),
        "organisation": Guidance("这个区由哪个单位报告，写全名。"),
        "aliases": Guidance("搜索时也会用的叫法。", right=("[湖区]",)),
        "tile": Guidance(
            "在方格图里的行和列，从 1 数起，一格一个区。可以不写。",
            right=("[1, 2]",),
            wrong=(Wrong("[0, 2]", "从 1 数起"), Wrong("[1]", "行和列都要写")),
        ),
    },
    ThemeEntry: {
        "name": Guidance("主题的名称。", right=("园林绿化",)),
        "description": Guidance("一句话说明包括什么。"),
    },
    IndicatorEntry: {
        "name": Guidance("指标的名称，不与别的指标相同。", right=("植树",)),
        "definition": Guidance("数的是什么、不含什么，让别的区知道自己的数据是不是它。"),
        "units": Guidance(
            "单位，显示用第一个，每个分开写，不带“万”。并列的几个，只能是一个算一个的量词；长度、金额、人次等只写一个。",
            right=("[棵, 株]", "公里"),
            wrong=(Wrong("棵、株", "分开写成 [棵, 株]"), Wrong("[万公里]", "“万”写在数据里")),
        ),
        "measure": Guidance("数的是一段时间、某一天，还是比率。"),
        "aggregate": Guidance("各区的数能不能加起来。比率不能。"),
        "theme": Guidance("属于哪个主题，写主题的编号，登记在 themes.yaml。"),
    },
    SourceEntry: {
        "title": Guidance("来源的标题，照原文写。"),
        "file": Guidance(
            "文本文件的名称。PDF 和网页先存成 UTF-8 文本。",
            right=("yearbook-2022.txt",),
            wrong=(Wrong("2022/yearbook.txt", "只写名称，不写文件夹"),),
        ),
        "sha256": Guidance(
            "文本文件的校验值，64 位小写十六进制数，用 sha256sum 文件名 算出。", wrong=(Wrong("edce12", "要整串抄入"),)
        ),
        "publisher": Guidance("出版者。原文没有写明的不写。"),
        "published": Guidance(
            "出版日期，知道多少写多少。原文没有写明的不写。",
            right=("2023-02-15", "2023-02", "2023"),
            wrong=(Wrong("2023年2月", "用连字符，不用汉字"),),
        ),
        "address": Guidance("公开的网址。", right=("https://example.org/yearbook",)),
        "note": Guidance("关于这份来源的说明，显示在数据说明页。"),
        "sections": Guidance("各部分，一个编号一个；每个数据写明来自哪一部分。"),
    },
    SectionEntry: {
        "name": Guidance("部分的名称，一般是区名。"),
        "lines": Guidance(
            "在文本文件里从第几行到第几行，从 1 数起；几段写成列表。",
            right=("79-83", "17", "[17, 19-21]"),
            wrong=(Wrong("十到十三", "用数字"),),
        ),
        "note": Guidance("这一部分的说明，例如错排、缺字。"),
    },
    TermEntry: {
        "name": Guidance("名词，照文中的写法。"),
        "text": Guidance("用公众看得懂的话解释。"),
        "aliases": Guidance("文中的其他写法。", right=("[G20]",)),
        "sources": Guidance("解释的来源，写成 来源#部分。可以不写。", right=("yearbook-2022#city",)),
    },
}
