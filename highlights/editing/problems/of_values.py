"""Problems of keys and values, and of the names by which entries refer to each other."""

from __future__ import annotations

from highlights.editing.problems.problem import Problem, ProblemGroup

VALUES = ProblemGroup(
    "problems-values",
    "键和值",
    (
        Problem("unknown-key", "没有这个键。", "titel: 沿湖植树", "title: 沿湖植树"),
        Problem("missing-field", "缺少必须写的键。", "一条亮点没有 title", "补上这一行"),
        Problem("empty-value", "写了键，没有写值。", "title:", "填写内容；没有内容就删去这一行"),
        Problem("wrong-type", "值的样子不对。", "year: 二〇二二", "year: 2022"),
        Problem("unknown-value", "只能从几个词里选，这个词不在其中。", "kind: plan", "kind: target"),
        Problem("out-of-range", "数超出了范围。", "nth: 0", "nth: 1"),
        Problem("too-long", "内容太长。", "名称、标题超过 300 字，正文超过两万字", "精简，或分成几条"),
        Problem("bad-id", "编号的写法不对。", "id: 植树日", "id: tree-day"),
        Problem("bad-date", "日期看不懂，或没有这一天。", "as_of: 2022-06-31", "as_of: 2022-06-30"),
        Problem("bad-period", "期间看不懂，或结束早于开始。", "period: 上半年", "period: 2022-01/2022-06"),
        Problem("bad-lines", "行号看不懂。", "lines: 十到十三", "lines: 10-13"),
        Problem("bad-sha256", "校验值不是 64 位小写十六进制数。", "sha256: edce12", "用 sha256sum 算出，整串抄入"),
        Problem("bad-unit", "单位没有分开写，或带了“万”。", "units: 棵、株", "units: [棵, 株]"),
        Problem(
            "mixed-units",
            "并列的几个单位，数的不一样，不能直接比较和相加。",
            "units: [公里, 米]",
            "units: [公里]；原文确有几种的，分成两个指标",
        ),
        Problem("bad-link", "网址不完整，或者不能用。", "[名词](www.example.org)", "[名词](https://www.example.org)"),
        Problem(
            "bad-file", "文件名里带了文件夹，或有文件名不能用的符号。", "file: 2022/yearbook.txt", "file: yearbook.txt"
        ),
        Problem("bad-contact", "既不是电子邮箱，也不是网址。", "contact: 0100-0000000", "contact: name@example.org"),
        Problem("rate-with-sum", "比率不能相加。", "aggregate: sum（measure 是 rate）", "aggregate: none"),
    ),
)

NAMES = ProblemGroup(
    "problems-names",
    "编号和引用",
    (
        Problem("unknown-district", "这个区没有登记。", "district: dongu", "district: donghu，见 districts.yaml"),
        Problem("unknown-theme", "这个主题没有登记。", "themes: [园林]", "themes: [greening]，见 themes.yaml"),
        Problem(
            "unknown-indicator",
            "这个指标没有登记；只写编号和数的，编号必须是指标。",
            "shelves: 36个",
            "shelves: {label: 图书漂流架, reported: 36个}",
        ),
        Problem("unknown-source", "这份来源没有登记。", "sources: yearbook#donghu", "照 sources.yaml 里的编号写"),
        Problem(
            "unknown-section",
            "来源没有这一部分，或者没有写部分。",
            "sources: yearbook-2022",
            "sources: yearbook-2022#donghu",
        ),
        Problem("unknown-figure", "本报告没有这个数据或亮点。", "正文写 {fruit_tree}", "正文写 {fruit_trees}"),
        Problem(
            "unknown-page",
            "站内链接指向没有的页面，或页面里没有的位置。",
            "[植树](/2022/dongu/)",
            "[植树](/2022/donghu/)；本报告的亮点写 [植树](#tree-day)",
        ),
        Problem("unknown-edition", "没有这个年度。", "home: 2032", "home: 2022"),
        Problem("unknown-rule", "没有这条可以例外的规则。", "rule: stock-flow", "rule: stock-as-flow"),
        Problem("duplicate-id", "同一个编号用了两次。", "两条亮点都写 id: plan", "各用一个编号"),
        Problem(
            "reserved-id",
            "这个编号留给了别的用处。",
            "亮点写 id: figure-1 或 id: report；区的编号写 city",
            "换一个编号",
        ),
    ),
)
