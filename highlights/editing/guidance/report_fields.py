"""The fields of a year's folder: the edition's head, a report and what it lists."""

from __future__ import annotations

from highlights.editing.guidance.guidance import Fields, Guidance, Wrong
from highlights.load.entries import EditionEntry, Entry, FigureEntry, HighlightEntry, RemarkEntry, ReportHead

_SOURCES = Guidance(
    "来源，写成 来源#部分，登记在 sources.yaml。与报告开头写的不同时才写。",
    right=("yearbook-2022#donghu", "[yearbook-2022#donghu, bulletin-2023#all]"),
)

REPORT_FIELDS: dict[type[Entry], Fields] = {
    EditionEntry: {
        "year": Guidance("四位数字，与文件夹的名称一致。", right=("2022",), wrong=(Wrong("二〇二二", "用数字"),)),
        "title": Guidance("这一年度的标题，显示在网页和简报上。", right=("各区2022年度亮点",)),
        "status": Guidance("编写时是草稿，定稿以后改成已发布。"),
        "issuer": Guidance("发布这一年度内容的单位。不知道就不写。"),
        "issued": Guidance(
            "发布日期，知道多少写多少。不知道就不写。",
            right=("2023-02-15", "2023-02", "2023"),
            wrong=(Wrong("2023年2月", "用连字符，不用汉字"),),
        ),
        "introduction": Guidance("年度总览开头的一段话：收录了哪些区、内容来自哪里。"),
    },
    ReportHead: {
        "district": Guidance("区的编号，与文件名一致；全市自己的报告写 city。"),
        "year": Guidance("四位数字，与文件夹的名称一致。", right=("2022",), wrong=(Wrong("二〇二二", "用数字"),)),
        "sources": Guidance(
            "下面各条亮点和数据的来源，写成 来源#部分，登记在 sources.yaml。个别不同的，在那一条里另写。",
            right=("yearbook-2022#donghu", "[yearbook-2022#donghu, bulletin-2023#all]"),
        ),
        "highlights": Guidance("亮点，一条或几条，每条以“- id:”开头。没有就整个不写。"),
        "figures": Guidance(
            "数据，一行一个。编号是指标的编号时，写一行就够；只有本区报告的数据，另写 label。"
            "没有公布的不写，更不要写成 0。"
        ),
        "remarks": Guidance("说明：哪里残缺、没有公布、口径不同。"),
    },
    HighlightEntry: {
        "id": Guidance(
            "英文编号，是网页地址的一部分，定了不要改。小写字母开头，中间可用连字符。",
            right=("tree-day", "reading2"),
            wrong=(Wrong("植树日", "用拼音或英文"), Wrong("Tree Day", "没有大写和空格")),
        ),
        "title": Guidance("标题，一句话说明做了什么。"),
        "themes": Guidance("主题的编号，一个或几个，登记在 themes.yaml。", right=("[greening]", "[greening, reading]")),
        "text": Guidance(
            "用自己的话写。可用段落、列表（每行以“- ”开头）、**强调** 和 [文字](网址)，不用 HTML。"
            "数据写成 {编号}，显示时连单位和“近”“约”一起换成原文，前后不要再写。"
        ),
        "sources": _SOURCES,
        "organisation": Guidance("不是本区单位做的，写明是谁，例如一家企业。"),
    },
    FigureEntry: {
        "reported": Guidance(
            "原文怎样印就怎样写，从“近”“约”一直写到单位，不要换算。"
            "只写这一项时可以写在编号后面：trees_planted: 2.4万余棵。",
            right=("2209件", "近400万元", "3.4万余人次", "70%以上", "5000元至10万元"),
            wrong=(Wrong("几十个", "没有确定的数"), Wrong("36个架子", "单位后面不再写别的")),
        ),
        "indicator": Guidance("属于哪个指标，写指标的编号，登记在 indicators.yaml。编号本身就是指标的编号时不必写。"),
        "label": Guidance("名称。只有本区报告的数据必须写；与 indicator 同写时，表示范围更窄。", right=("图书漂流架",)),
        "kind": Guidance("数据的性质，不写就是结果。"),
        "period": Guidance(
            "这个数是哪段时间的，不写就是这一年度。结束日期不明写 2022/unknown，从何时算起不明写 unknown/2022。"
            "计划（kind: target）可以是以后的年度。",
            right=("2022", "2022-04", "2022-01/2022-06", "2022/unknown"),
            wrong=(Wrong("上半年", "写成 2022-01/2022-06"), Wrong("2022-06/2022-01", "结束早于开始")),
        ),
        "as_of": Guidance(
            "存量是哪一天的数，知道多少写多少；原文没有日期写 unknown。写了它就不写 period。"
            "计划（kind: target）可以是以后的日期。",
            right=("2022-12-31", "2022-12", "unknown"),
            wrong=(Wrong("2022-13-31", "没有 13 月"), Wrong("年底", "写成 2022-12")),
        ),
        "scope": Guidance("不是整个区时写范围，例如某个镇；比区大、是全市的写 city。", right=("环湖地区", "city")),
        "per": Guidance("每个什么有多少，例如每个街道 2 场写 街道。", right=("街道", "企业")),
        "part_of": Guidance("原文写明“其中”时，写上大的那个数据的编号。", right=("trees_planted",)),
        "ratio_of": Guidance(
            "比率由哪两个数据得出，写两个编号；是百分比、千分比的，程序会核对。",
            right=("[settled, accepted]",),
            wrong=(Wrong("[settled]", "要写两个"),),
        ),
        "by": Guidance("由别的单位实施时写是谁。"),
        "caveat": Guidance("口径与指标的定义不同时，写明不同在哪里。写了就不参加比较。", right=("只含志愿者栽种的",)),
        "qualifier": Guidance("只在泛指时写，例如“百万资金”：没有确定的数值。“约”“近”“余”写在 reported 里。"),
        "sources": _SOURCES,
        "nth": Guidance(
            "同一写法在来源的这一部分不止一处时，写第几处。", right=("2",), wrong=(Wrong("0", "从 1 数起"),)
        ),
    },
    RemarkEntry: {
        "type": Guidance("说明的类型。"),
        "text": Guidance("说明的内容；例外写理由。"),
        "rule": Guidance("例外针对的规则，写规则的代码。只有 type: exception 才写。"),
        "on": Guidance("关于哪个数据或亮点，写它的编号；关于整份报告的不写。", right=("trees_planted",)),
        "date": Guidance("哪一天更正的，写到日。只有 type: correction 才写，而且必须写。", right=("2024-03-01",)),
        "was": Guidance("更正以前的写法。只有 type: correction 才写。", right=("188家",)),
        "label": Guidance("删去的数据或亮点，写它原来的名称。没有删去的不写。", right=("图书漂流架",)),
    },
}
