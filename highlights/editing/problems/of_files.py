"""Problems of whole files, and of the YAML in them."""

from __future__ import annotations

from highlights.editing.problems.problem import Problem, ProblemGroup

FILES = ProblemGroup(
    "problems-files",
    "文件",
    (
        Problem("encoding", "文件不是 UTF-8 编码。", "用旧版记事本存成了 ANSI（GBK）", "另存为，编码选 UTF-8"),
        Problem("empty-file", "文件是空的，或只有注释。", "新建以后忘了填写", "填写内容；不需要就删去这个文件"),
        Problem("file-too-large", "文件超过 2 MB，没有读。", "把图片或整本材料存了进来", "只放文字，其他的移到别处"),
        Problem(
            "too-many-entries",
            "文件里有一万项以上，没有读。",
            "同一段内容粘贴了几千遍",
            "删去重复的；确有那么多，就分成几个文件",
        ),
        Problem(
            "too-many-errors",
            "文件里的错误有 500 个以上，后面的没有一一查看。",
            "从表格粘贴了几千行",
            "先改正前面的，再检查一次",
        ),
        Problem(
            "unreadable-file",
            "文件打不开。",
            "没有读取权限，或者其实是链接、文件夹",
            "换成文件本身；核对名称和权限，或重新保存一份",
        ),
        Problem("missing-file", "缺少必须有的文件。", "data/ 里没有 themes.yaml", "从仓库历史中恢复，或照编辑指南新建"),
        Problem(
            "unexpected-file", "有一个文件没有读，因为名称或位置不对。", "2022/donghu.yml", "改成 2022/donghu.yaml"
        ),
        Problem(
            "file-name",
            "文件里写的区或年度，与文件名、文件夹不一致。",
            "2022/donghu.yaml 里写 district: xiling",
            "改正 district 和 year，或给文件改名",
        ),
        Problem(
            "duplicate-report",
            "同一个区同一年有两份报告。",
            "donghu.yaml 旁边还有一份“donghu 副本.yaml”",
            "多余的删去；是另一个区的，改正 district 和文件名",
        ),
        Problem("no-district", "还没有任何区。", "districts.yaml 里只有 {}", "登记各区，写法见“全部键”"),
        Problem("no-edition", "还没有任何年度。", "只有 city.yaml 等几个文件", "运行 highlights new year 2024"),
        Problem(
            "stale-schema",
            "登记了新的编号，编辑时的提示还是旧的。不影响检查和网站。",
            "themes.yaml 多了一个主题，输入时没有列出它",
            "运行 highlights schema，一起提交",
        ),
    ),
)

YAML = ProblemGroup(
    "problems-yaml",
    "写法",
    (
        Problem(
            "syntax",
            "这一行不合写法，提示会写明是哪一种情形。",
            "title:沿湖植树（冒号后面没有空格）",
            "title: 沿湖植树",
        ),
        Problem("full-width", "键旁边的标点是全角的。", "district：donghu", "district: donghu（英文冒号加空格）"),
        Problem(
            "odd-character",
            "有看不见的、或样子像普通字符的字符。",
            "从网页或 Word 粘贴时带来的零宽空格、全角空格缩进",
            "删去，或换成普通空格",
        ),
        Problem(
            "duplicate-key",
            "同一个键写了两次，或者列表里的一条少了前面的“- ”。",
            "两行 title:",
            "合并成一处；是另一条的，补上“- ”",
        ),
        Problem("key-not-text", "冒号前面没有键，或键不是一个词。", "[标题]: 沿湖植树", "title: 沿湖植树"),
        Problem(
            "cut-by-comma",
            "花括号或方括号里，值被逗号切断了。",
            "{label: 受理, reported: 1,234件}",
            "{label: 受理, reported: '1,234件'}，或 {label: 受理, reported: 1234件}",
        ),
        Problem(
            "cut-by-hash", "空格加 # 后面的内容被当作注释丢掉了。", "title: 植树 #G20绿道", "title: '植树 #G20绿道'"
        ),
        Problem("not-a-mapping", "文件的最外层不是“键: 值”。", "整个文件是一段文字或一个列表", "每一行写成 键: 值"),
        Problem("several-documents", "“---”把文件分成了几份。", "文件中间有一行 ---", "删去这一行"),
        Problem("too-deep", "嵌套太深。", "一层套一层，超过 20 层", "减少层次，数据文件一般不超过五层"),
        Problem("yaml-feature", "用了这里不用的 YAML 写法。", "&a、*a、!!str、<<", "直接写内容；是正文的，给值加引号"),
    ),
)
