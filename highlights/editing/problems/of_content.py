"""Problems of figures and texts, of their sources, and of pages that people write."""

from __future__ import annotations

from highlights.editing.problems.problem import Problem, ProblemGroup

FIGURES = ProblemGroup(
    "problems-figures",
    "数据",
    (
        Problem("unreadable-quantity", "原文的写法读不出数量。", "reported: 几十个", "照原文写确切的数；没有就不写"),
        Problem(
            "unit-mismatch",
            "单位与指标的不同。",
            "植树用“棵”，写了 2.4万余人",
            "核对原文；单位无误的，改用合适的指标",
        ),
        Problem("missing-unit", "数据没有单位。", "reported: 36", "reported: 36个"),
        Problem("zero-value", "数据是零。", "reported: 0个", "没有公布就不写；原文确实写了零，写一条 exception"),
        Problem("missing-source", "有亮点或数据没有来源。", "报告开头没有 sources", "sources: yearbook-2022#donghu"),
        Problem(
            "forgotten-indicator",
            "编号是指标，却只写了名称。",
            "on_time_rate: {label: 办结率, reported: 99%}",
            "加 indicator: on_time_rate；不是这个指标的，换一个编号，或写一条 exception",
        ),
        Problem("missing-as-of", "存量没有截至日期。", "绿道长度写 20公里", "加 as_of: 2022-12-31 或 as_of: unknown"),
        Problem(
            "as-of-on-flow", "一段时间内发生的数写了截至日期。", "植树写 as_of: 2022-06", "period: 2022-01/2022-06"
        ),
        Problem("period-and-as-of", "同时写了期间和截至日期。", "period 和 as_of 各一行", "只留一个"),
        Problem(
            "period-outside-year",
            "期间或截至日期与年度不符。以后年度的只能是计划。",
            "2022 年的报告写 period: 2023",
            "核对年度；是来年的计划，加 kind: target",
        ),
        Problem("part-of-itself", "绕了一圈，成了自己的一部分。", "part_of 写了自己", "写更大的那个数据"),
        Problem("whole-scope", "整个区不是范围，全市写成 city。", "scope: 全市", "scope: city"),
    ),
)

TEXTS = ProblemGroup(
    "problems-texts",
    "正文和说明",
    (
        Problem("html-in-text", "文字里有 HTML。", "<b>沿湖</b>", "**沿湖**"),
        Problem("unsupported-markdown", "正文里不能放标题、图片和表格。", "## 小标题", "另写一条亮点"),
        Problem(
            "missing-glyph",
            "这个字在机器的字体里没有字形，印不出来。",
            "罕用的字，错打的符号",
            "核对这个字，或安装字体",
        ),
        Problem("bad-reference", "引用数据的写法不对。", "{ fruit_trees }", "{fruit_trees}"),
        Problem(
            "number-in-text",
            "正文里直接写了数。日期、序数和加了引号的名称不算。",
            "栽了500棵",
            "写进 figures，正文用 {编号} 引用；不是数据的，写一条 exception",
        ),
        Problem(
            "exception-without-rule",
            "例外没有写明规则，或不是例外却写了规则。",
            "{type: exception, text: 原文如此}",
            "{type: exception, rule: zero-value, on: shelves, text: 原文如此}",
        ),
        Problem(
            "incomplete-correction",
            "更正没有写明改了哪个数据或亮点，或没有写日期。",
            "{type: correction, text: 原来多写了一家}",
            "{type: correction, on: shelves, was: 37个, date: 2023-04-10, text: 原来多写了一个}",
        ),
        Problem(
            "not-a-correction", "不是更正，却写了更正才有的键。", "type: caveat，又写了 was", "删去 date、was、label"
        ),
        Problem(
            "removed-and-present",
            "更正说已经删去，数据却还在。",
            "label: 图书漂流架，shelves 还在",
            "删去 label，或删去数据",
        ),
        Problem("duplicate-correction", "同一处更正写了两次。", "on 和 date、was 都相同的两条", "只留一条"),
        Problem(
            "nothing-corrected", "更正以前的写法和现在的一样。", "was: 36个，reported 也是 36个", "was 写更正以前的写法"
        ),
        Problem("needless-exception", "例外已经没有用。", "问题改好了，例外还在", "删去这条说明"),
    ),
)

SOURCES = ProblemGroup(
    "problems-sources",
    "与来源核对",
    (
        Problem("source-missing", "来源文件夹里没有这份文件。", "只放了两份文本里的一份", "把它放进来源文件夹"),
        Problem("source-encoding", "来源文本不是 UTF-8 编码。", "文本存成了 GBK", "改用登记时的那一份"),
        Problem(
            "source-changed",
            "来源文本与登记时不同。",
            "登记以后又改过一个字",
            "改用登记时的那一份；确已更换的，重新登记",
        ),
        Problem("section-outside-source", "登记的行号超出了文本。", "lines: 90-99，文本只有 80 行", "核对行号"),
        Problem("not-in-source", "来源里没有这个写法。", "原文是 近400万元，写了 400万元", "照原文改"),
        Problem("several-in-source", "这个写法在来源里不止一处。", "两处都是 3家", "加 nth，写明第几处"),
        Problem("nth-too-large", "来源里没有那么多处。", "只有两处，写 nth: 3", "改正 nth"),
        Problem("nth-needless", "来源里只有一处，不必写第几处。", "nth: 1", "删去 nth"),
        Problem("claimed-twice", "两个数据用了来源里的同一处。", "来源只有一个 3家，两个数据都写它", "核对原文"),
    ),
)

PAGES = ProblemGroup(
    "problems-pages",
    "页面",
    (
        Problem("macro-syntax", "宏的写法有误。", 'ranking("trees_planted)', 'ranking("trees_planted")'),
        Problem("unknown-macro", "没有这个宏。", "rankings()", "见页面宏"),
        Problem("wrong-arguments", "宏的参数不对。", "report(2022)", 'report("donghu", 2022)'),
        Problem("unknown-report", "这个区这一年没有报告。", 'report("donghu", 2019)', "核对区和年度"),
        Problem("unknown-file", "没有这个开放数据文件。", 'data_file("figure.csv")', "figures.csv"),
    ),
)
