"""What a YAML parser cannot read, said in the editor's words. An error and the text in, one finding out.

The parsers' English tells only where they gave up. Which trap it was shows in the line itself, so each rule below
looks at the text; the words of the C parser and of the Python parser serve only to tell the families apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from highlights.diagnostics import Diagnostic, Place
from highlights.load.text import describe

# The Python loader stands in where PyYAML was built without libyaml.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_GLUED = re.compile(
    r"^[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]{0,60})(?:[ ]*(?P<wide>：)[ ]*|:)(?P<value>(?<=：).*|[^\s:/\\].*)$"
)
_DASH = re.compile(r"^[ ]*-(?![-\s]|[\d.]+%?\s*$)(?P<value>\S.*)$")
_KEY = re.compile(r"^[ ]*(?:-[ ]+)*(?P<key>[^\s:#'\"\[{][^:#]{0,80}?)[ ]*:(?:[ ]+(?P<value>.*))?$")
_COMMENT_TRAP = re.compile(r"\s#[^\s#=-].*$")
_FLOW_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*$")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_PARTNER = {"{": "}", "[": "]"}
_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Finding:
    """Row and column from 0, as the parser counts."""

    row: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Case:
    """Where the parser stopped, where it had begun what it could not end, the bracket it was in, and the event of
    the value it had read just before, if it was one."""

    lines: list[str]
    row: int
    column: int
    words: str
    begun: tuple[int, int] | None
    value: Any
    bracket: tuple[int, int] | None

    @property
    def line(self) -> str:
        return self.lines[self.row] if self.row < len(self.lines) else ""

    @property
    def rest(self) -> str:
        return self.line[self.column :]

    @property
    def before(self) -> int | None:
        """The nearest row above that is neither blank nor a comment."""
        rows = range(min(self.row, len(self.lines)) - 1, -1, -1)
        return next((row for row in rows if self.lines[row].strip() and not is_comment(self.lines[row])), None)


def explain_syntax_error(error: yaml.MarkedYAMLError, text: str, shown_name: str) -> Diagnostic:
    case = _case(error, text)
    findings = (rule(case) for rule in _RULES)
    found = next((finding for finding in findings if finding), None) or _unknown(case)
    return Diagnostic(Place(shown_name, found.row + 1, found.column + 1), "syntax", found.message, found.hint)


def read_events(text: str) -> Iterator[Any]:
    """The parser's events. Raises yaml.MarkedYAMLError, and nothing else, for text of readable characters."""
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except ValueError as error:
        # A tag such as !%ED%A0%80 and, in the Python parser, an escape such as "\UFFFFFFFF" are no characters.
        raise yaml.MarkedYAMLError(problem=str(error)) from error


def explain_stray_line(line: str) -> tuple[int, str, str, str] | None:
    """Column, code, message and hint for a line meant as `key: value` or `- item` that reads as plain text."""
    # A long line is prose; the limit keeps one line of 1 MB cheap.
    glued = _GLUED.match(line[:2000])
    if glued:
        key, value, column = glued["key"], glued["value"].strip(), glued.end("key")
        fix = f"{key}: {shorten(value)}".rstrip()
        if glued["wide"]:
            message = f"键“{key}”后面是全角冒号“：”，整行被当作一段文字"
            return line.index("：", column), "full-width", message, f"换成英文冒号加空格，写成 {fix}"
        return column, "syntax", f"键“{key}”的冒号后面缺少空格，整行被当作一段文字", f"冒号后面加一个空格，写成 {fix}"
    dash = _DASH.match(line)
    if dash:
        value = shorten(dash["value"])
        return dash.start("value") - 1, "syntax", f"“-”后面缺少空格，“{value}”没有成为列表的一项", f"写成 - {value}"
    return None


def shorten(text: str) -> str:
    one_line = " ".join(text.strip()[: 4 * _SHOWN].split())
    return one_line if len(one_line) <= _SHOWN else one_line[:_SHOWN] + "…"


def is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def quoted(value: str) -> str:
    """The value as it can be typed: in double quotes, or in single ones when it has double ones inside."""
    short = shorten(value.strip())
    return f"'{short}'" if '"' in short or "\\" in short else f'"{short}"'


def _case(error: yaml.MarkedYAMLError, text: str) -> Case:
    mark: Any = error.problem_mark or error.context_mark
    value, bracket, last = _read_before(text)
    row, column = (mark.line, mark.column) if mark else last
    context: Any = error.context_mark
    begun = (context.line, context.column) if context else None
    words = f"{error.context or ''} {error.problem or ''}"
    return Case(text.split("\n"), row, column, words, begun, value, bracket)


def _read_before(text: str) -> tuple[Any, tuple[int, int] | None, tuple[int, int]]:
    """The last event before the error if it is a value, the innermost open bracket, and the place reached."""
    event: Any = None
    brackets: list[tuple[int, int]] = []
    try:
        for event in read_events(text):
            if isinstance(event, yaml.CollectionStartEvent) and event.flow_style:
                start: Any = event.start_mark
                brackets.append((start.line, start.column))
            elif isinstance(event, yaml.CollectionEndEvent) and brackets:
                brackets.pop()
    except yaml.MarkedYAMLError:
        pass
    value = event if isinstance(event, yaml.ScalarEvent) else None
    end: Any = event.end_mark if event else None
    reached = (end.line, end.column) if end else (0, 0)
    return value, brackets[-1] if brackets else None, reached


def _conflict(case: Case) -> Finding | None:
    for row, line in enumerate(case.lines):
        if _CONFLICT.match(line):
            return Finding(
                row,
                0,
                "文件里留有 Git 合并冲突的标记",
                "在 <<<<<<< 与 >>>>>>> 之间选定内容，再删去这些标记行",
            )
    return None


def _tab(case: Case) -> Finding | None:
    row = case.row
    if "tab character" not in case.words and "\t" not in _LINE_START.findall(case.line)[0]:
        return None
    column = case.lines[row].find("\t") if row < len(case.lines) else -1
    if column < 0:
        return None
    if case.line[:column].strip(" -"):
        return Finding(row, column, "这里用了制表符（Tab）", "换成空格")
    return Finding(row, column, "行首用了制表符（Tab）缩进", "换成空格，每一级两个空格")


_LINE_START = re.compile(r"^[ \t-]*")


def _odd_space(case: Case) -> Finding | None:
    space = case.rest[:1]
    if not space or space in " \t" or not space.isspace():
        return None
    return Finding(case.row, case.column, f"这里有 {describe(space)}，不能用在这里", "删去它，或换成普通空格（半角）")


def _unclosed_quote(case: Case) -> Finding | None:
    if "quoted" not in case.words and "end of stream" not in case.words:
        return None
    if not case.begun or not re.search(r"end of stream|document (?:indicator|separator)", case.words):
        return None
    row, column = case.begun
    mark = case.lines[row][column : column + 1]
    start = shorten(case.lines[row][column:])
    message = f"引号 {mark} 从这里开始（{start}），到{_where_ended(case)}也没有结束"
    return Finding(row, column, message, f"在这个值的末尾补上 {mark}；引号若是正文的一部分，换成中文引号“ ”")


def _where_ended(case: Case) -> str:
    return "文件末尾" if "end of stream" in case.words else f"第 {case.row + 1} 行的 --- 或 ... "


def _after_quote(case: Case) -> Finding | None:
    """`"四个一"筑牢…`: the value ends with its closing quote, and text follows."""
    value = case.value
    if value is not None and value.style in ("'", '"') and value.start_mark.line < value.end_mark.line:
        start, end = value.start_mark, value.end_mark
        if end.line == case.row and not case.line[end.column : case.column].strip():
            message = f"引号从这里开始，在本行没有结束，到第 {end.line + 1} 行才遇到下一个引号"
            return Finding(start.line, start.column, message, f"在第 {start.line + 1} 行的值的末尾补上 {value.style}")
    # No longer value is looked at, so that a line of 1 MB cannot take quadratic time.
    found = _QUOTED_BEFORE.search(case.line[: case.column]) if case.column < 1000 else None
    if not found or not case.rest.strip() or (case.bracket and case.rest[0] in ",]}"):
        return None
    if case.rest[0] == ":":
        if case.rest[1:2].isspace():
            return None
        message = f"冒号后面缺少空格：“{shorten(found['value'] + case.rest)}”"
        return Finding(case.row, case.column, message, f"写成 {shorten(found['value'])}: {shorten(case.rest[1:])}")
    value_text = _flow_piece(case, f"{found['value']}{case.rest}".rstrip())
    message = f"值以引号开头，引号结束后又有文字“{shorten(case.rest)}”"
    return Finding(case.row, case.column, message, _quote_hint(value_text))


_QUOTED_BEFORE = re.compile(
    r"""(?:^[ ]*|[:,?-][ ]+|[\[{,][ ]*)(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*$""",
)


def _quote_hint(value: str) -> str:
    mark = value[0]
    inner = value[1:-1] if value.endswith(mark) else ""
    if inner.count(mark) == 1:
        other = "'" if mark == '"' else '"'
        return f"外面换成另一种引号：{other}{shorten(inner)}{other}；正文里的引号也可换成中文引号“ ”"
    if inner:
        return "正文里的引号都换成中文引号“ ”，最外面的一对可以不要"
    mended = shorten(re.sub(r"""(["'])(.*?)\1""", r"“\2”", value[:400]))
    return f"正文里的引号用中文引号：{mended}；或把整个值放进另一种引号：{quoted(value)}"


def _escape(case: Case) -> Finding | None:
    if "quoted scalar" not in case.words or not re.search(r"escape|hex", case.words):
        return None
    end = case.column + ("found unknown escape character" in case.words)
    column = case.line.rfind("\\", 0, max(end, 1))
    if column < 0:
        return None
    shown = case.line[column : column + 2]
    message = f"双引号里的反斜杠“{shown}”有特殊含义，这一种读不懂"
    return Finding(case.row, column, message, r"文件路径等改用单引号，例如 'C:\Users'；或去掉引号；或把 \ 写成 \\")


def _special_start(case: Case) -> Finding | None:
    """A value whose first character means something to YAML."""
    row, column = case.row, case.column
    if case.begun and re.search(r"scanning an? (?:alias|anchor)|(?:scanning|parsing) a tag", case.words):
        row, column = case.begun
    elif "codec" in case.words:
        column = max(case.line.find("!", column), 0)
    elif "undefined tag handle" not in case.words and "cannot start any token" not in case.words:
        return None
    value = case.lines[row][column:] if row < len(case.lines) else ""
    if not value or value[0] not in _SPECIAL:
        return None
    short = _flow_piece(case, value)
    hint = f"给值加引号：{quoted(short)}"
    if value[0] == "*":
        hint += "；若是列表的一项，把 * 换成 -"
    return Finding(row, column, f"值不能以“{value[0]}”开头，它在 YAML 中{_SPECIAL[value[0]]}", hint)


_SPECIAL = {
    "*": "表示引用别处的内容",
    "&": "表示给内容起名",
    "!": "表示类型",
    "%": "另有用途",
    "@": "留作他用",
    "`": "留作他用",
}


def _flow_piece(case: Case, value: str) -> str:
    return re.split(r"[,}\]]", value[:400])[0] if case.bracket else value


def _text_block(case: Case) -> Finding | None:
    """`|` and `>`: what follows on the same line, and the indentation below."""
    if "block scalar" in case.words and case.begun:
        row, column = case.begun
        sign, value = case.lines[row][column : column + 1], case.lines[row][column:]
        text = shorten(value[1:].strip())
        message = f"“{sign}”表示下面几行是一段文字，同一行不能再写“{text}”"
        return Finding(
            row,
            column,
            message,
            f"正文移到下一行，比键多缩进两个空格；若“{sign}”是值的一部分，加引号：{quoted(value)}",
        )
    value_before = case.value
    if value_before is None or value_before.style not in ("|", ">") or case.rest.startswith("- "):
        return None
    start = value_before.start_mark.line
    if case.before is None or case.before < start or _KEY.match(case.line):
        return None
    return _short_indent_in_block(case, start)


def _short_indent_in_block(case: Case, start: int) -> Finding | None:
    row = case.begun[0] if case.begun and "simple key" in case.words else case.row
    first = next((at for at in range(start + 1, row) if case.lines[at].strip()), None)
    column = len(_indent(case.lines[row])) if row < len(case.lines) else 0
    if first is None:
        message = f"第 {start + 1} 行的“|”下面的文字没有缩进"
        return Finding(row, column, message, "文字块的每一行都要比它的键多缩进两个空格")
    width = len(_indent(case.lines[first]))
    if column >= width:
        return None
    message = f"这一行缩进 {column} 个空格，比文字块的第一行（第 {first + 1} 行，{width} 个）少，文字块到上一行就断了"
    return Finding(row, column, message, f"与第 {first + 1} 行对齐：缩进 {width} 个空格")


def _text_block_in_bracket(case: Case) -> Finding | None:
    """`themes: [rights` and `text: |` below it: the scanner stops before the parser tells of the bracket."""
    if "cannot start any token" not in case.words or case.rest[:1] not in ("|", ">"):
        return None
    for row in range(case.row, max(case.row - 20, -1), -1):
        line = case.lines[row][: case.column] if row == case.row else case.lines[row]
        opened = re.search(r"(?:^|[:,-])[ ]+[\[{](?=[^\]}]*$)", re.sub(r"\s#.*$", "", line[-1000:]))
        if opened:
            column = opened.end() - 1 + max(len(line) - 1000, 0)
            return _unclosed_bracket(case, row, column, line[column])
    return None


def _in_brackets(case: Case) -> Finding | None:
    if not case.bracket and "flow" not in case.words:
        return None
    opened = case.bracket or case.begun
    if "mapping values" in case.words or opened is None:
        return None
    row, column = opened
    sign = case.lines[row][column : column + 1]
    if sign not in _PARTNER:
        return None
    same_line = row == case.row
    if same_line and case.rest:
        return _between_entries(case, sign, column)
    if same_line or _COMMENT_TRAP.search(case.lines[row][column:]):
        return _unclosed_bracket(case, row, column, sign)
    if case.lines[row][column + 1 :].strip() and not _is_closed_later(case, sign):
        return _unclosed_bracket(case, row, column, sign)
    return _between_lines(case, row, column, sign)


def _between_entries(case: Case, sign: str, column: int) -> Finding:
    """The parser stopped inside a bracket on the bracket's own line."""
    done = case.line[: case.column]
    piece_start = max(done.rfind(mark) for mark in "{[,") + 1
    piece = done[max(piece_start, column + 1, len(done) - 400) :]
    start = len(done) - len(piece)
    if "，" in piece:
        at = start + piece.index("，")
        return Finding(case.row, at, f"“{sign} {_PARTNER[sign]}”里的各项用了全角逗号“，”隔开", "换成英文逗号加空格：, ")
    if case.rest[0] == ",":
        return Finding(case.row, case.column, "这里多了一个逗号", "删去一个逗号，或补上缺少的一项")
    if case.rest[0] in "]}":
        message = f"这里是“{case.rest[0]}”，而前面打开的是“{sign}”"
        return Finding(case.row, case.column, message, f"换成“{_PARTNER[sign]}”，或核对括号是否成对")
    key = _FLOW_KEY.search(piece)
    if case.rest[0] == ":" and key and piece[: key.start()].strip():
        before = shorten(piece[: key.start()].strip())
        return Finding(case.row, start + key.start(), f"“{key['key']}”前面缺少逗号", f"写成 {before}, {key['key']}: …")
    if case.rest[0] == ":":
        value = piece.split(":", 1)[-1].strip()
        return _colon_in_value(case.row, case.column, value, _flow_piece(case, case.rest[1:]))
    message = f"读到“{shorten(case.rest)}”时，应当是逗号或“{_PARTNER[sign]}”"
    return Finding(case.row, case.column, message, "各项之间用英文逗号隔开；值里有括号、引号时，给整个值加引号")


def _unclosed_bracket(case: Case, row: int, column: int, sign: str) -> Finding:
    partner = _PARTNER[sign]
    rest = case.lines[row][column:]
    hash_sign = _COMMENT_TRAP.search(rest)
    message = f"“{sign}”从这里开始，没有找到与它配对的“{partner}”"
    if hash_sign:
        at = column + hash_sign.start() + 1
        cut = shorten(hash_sign.group().strip())
        return Finding(
            row,
            at,
            f"从“#”起被当作注释（{cut}），“{partner}”也就看不到了",
            '给有 # 的值加引号，例如 "热线 #12351"',
        )
    last = rest.rstrip()[-1:]
    if last in "｝］】〕":
        hint = f"换成英文的“{partner}”；若是正文，给值加引号：{quoted(rest)}"
        return Finding(row, column, f"{message}，行末是全角的“{last}”", hint)
    return Finding(row, column, message, f"在这一项的末尾补上“{partner}”；若括号是正文的一部分，给整个值加引号")


def _is_closed_later(case: Case, sign: str) -> bool:
    later = "\n".join(case.lines[case.row : case.row + 50])
    opened, closed = later.count(sign), later.count(_PARTNER[sign])
    return closed > opened


def _between_lines(case: Case, row: int, column: int, sign: str) -> Finding:
    before = case.before
    if before is None or before <= row or case.row >= len(case.lines) or not case.rest.strip():
        return _unclosed_bracket(case, row, column, sign)
    if _KEY.match(case.line) and not _is_closed_later(case, sign):
        return _unclosed_bracket(case, row, column, sign)
    end = len(case.lines[before].rstrip())
    message = f"第 {before + 1} 行末尾可能缺少逗号：“{sign}”里的各项要用英文逗号隔开"
    return Finding(before, max(end - 1, 0), message, f"补上逗号：{shorten(case.lines[before])},")


def _after_bracket(case: Case) -> Finding | None:
    """`[试点]企业`: a value that begins with a bracket is a list, and text follows it."""
    before = case.line[: case.column].rstrip()
    if not before.endswith(("]", "}")) or not case.rest.strip() or "mapping values" in case.words:
        return None
    found = re.search(r"(?:^[ ]*|:[ ]+|-[ ]+)(?P<value>[\[{].*)$", before[:4000])
    if not found:
        return None
    whole = found["value"] + case.line[found.end() :]
    if case.rest[0] in "]}":
        return Finding(case.row, case.column, f"多了一个“{case.rest[0]}”", "删去它；若括号是正文，给整个值加引号")
    kind = "列表" if whole[0] == "[" else "一组“键: 值”"
    message = f"值以“{whole[0]}”开头，被当作{kind}，括号之后又有文字“{shorten(case.rest)}”"
    brackets = "；方括号也可换成【 】" if whole[0] == "[" else ""
    return Finding(case.row, found.start("value"), message, f"给整个值加引号：{quoted(whole)}{brackets}")


def _lone_sign(case: Case) -> Finding | None:
    sign = case.rest[:1]
    if "not allowed" in case.words and sign in ("-", "?") and case.line[: case.column].strip():
        if sign == "-":
            return Finding(
                case.row,
                case.column,
                "列表的“- ”不能与键写在同一行",
                f"列表从下一行开始；若是正文，加引号：{quoted(case.rest)}",
            )
        return Finding(case.row, case.column, "值不能以“? ”开头", f"给值加引号：{quoted(case.rest)}")
    if re.search(r"expected (?:the )?node content", case.words) and sign and sign in "]},":
        hint = f"给值加引号：{quoted(case.rest)}；若括号多了一个，删去它"
        return Finding(case.row, case.column, f"值不能以“{sign}”开头", hint)
    if sign == ":" and not case.line[: case.column].strip(" -"):
        return Finding(case.row, case.column, "冒号前面缺少键", "补上键，例如 title: …；若是正文，给整段加引号")
    return None


def _mapping_value(case: Case) -> Finding | None:
    """A colon where none can be: the line above is no `key: value`, or the value itself has a colon and a space."""
    if "mapping values are not allowed" not in case.words:
        return None
    above = case.before
    while above and explain_stray_line(case.lines[above]) and explain_stray_line(case.lines[above - 1]):
        above -= 1
    stray = _stray(case, above) or _stray(case, case.row)
    if stray:
        return stray
    head = case.line[: case.column]
    if len(head) > 1000 and ": " not in head:
        return Finding(case.row, 0, "冒号前面的文字太长，不能作键", "键用短的英文单词；若是正文，给整段加引号")
    key = _KEY.match(case.line[:4000])
    if key and key["value"] is not None and key.start("value") <= case.column:
        return _colon_in_value(case.row, case.column, head[key.start("value") :], case.rest[1:])
    return _deep_line(case)


def _colon_in_value(row: int, column: int, before: str, after: str) -> Finding:
    whole = f"{before.strip()}: {after.strip()}"
    word = shorten(before.strip()[-8:])
    message = f"值里有英文冒号加空格（{word}: …），冒号后面被当作另一个值"
    if before.lstrip()[:1] in ("'", '"'):
        return Finding(row, column, message, f"给整个值加引号：{quoted(whole)}；或用中文引号和全角冒号")
    wide = shorten(f"{before.strip()}：{after.strip()}")
    return Finding(row, column, message, f"换成全角冒号：{wide}；或给整个值加引号：{quoted(whole)}")


def _deep_line(case: Case) -> Finding | None:
    """A line indented below one that already has its value."""
    above = case.before
    if above is None:
        return None
    here, there = len(_indent(case.line)), _key_column(case.lines[above])
    if here <= there:
        message = f"第 {above + 1} 行“{shorten(case.lines[above])}”没有冒号，不是“键: 值”"
        return Finding(
            above,
            len(_indent(case.lines[above])),
            message,
            "写成 键: 值；若是上一行正文的续行，用 | 文字块并缩进",
        )
    target = next(
        (row for row in range(above, -1, -1) if _KEY.match(case.lines[row]) and _key_column(case.lines[row]) < here),
        above,
    )
    width, name = _key_column(case.lines[target]), _key_name(case.lines[target])
    message = f"这一行缩进 {here} 个空格，成了第 {target + 1} 行“{name}”的下一级，而“{name}”已经有值"
    return Finding(case.row, here, message, f"若与第 {target + 1} 行“{name}”同级，缩进 {width} 个空格")


def _simple_key(case: Case) -> Finding | None:
    """A line of text where a key should be: no colon, or a colon that is none for YAML."""
    if "scanning a simple key" not in case.words or not case.begun:
        return None
    row, column = case.begun
    stray = _stray(case, row)
    if stray:
        return stray
    line = case.lines[row]
    above = next((at for at in range(row - 1, -1, -1) if case.lines[at].strip()), None)
    cut = _cut_above(case, above)
    if cut:
        return cut
    if above is not None and re.search(r":[ ]+[|>][-+\d]*[ ]*$", case.lines[above]):
        message = f"第 {above + 1} 行“{case.lines[above].rstrip()[-1]}”下面的文字没有缩进"
        return Finding(row, column, message, f"文字块的每一行缩进 {_key_column(case.lines[above]) + 2} 个空格")
    if re.fullmatch(r"[ ]*(?:-{3,}|={3,}|\*{3,}|-)\S*\s*", line):
        return Finding(row, column, f"这一行“{shorten(line)}”不是“键: 值”", "分隔线前面加 #，或删去这一行")
    message = f"这一行“{shorten(line)}”没有冒号，不是“键: 值”"
    hint = "写成 键: 值（英文冒号加空格）"
    if above is not None:
        hint += f"；若是第 {above + 1} 行正文的续行，用 | 文字块，或比第 {above + 1} 行的键多缩进两个空格"
    return Finding(row, column, message, hint)


def _cut_above(case: Case, above: int | None) -> Finding | None:
    line = case.lines[above] if above is not None else ""
    found = _COMMENT_TRAP.search(line)
    if above is None or not found or is_comment(line):
        return None
    message = f"从“#”起被当作注释（{shorten(found.group().strip())}），下一行的正文也就接不上了"
    return Finding(above, found.start() + 1, message, "给整个值加引号，或用 | 文字块")


def _stray(case: Case, row: int | None) -> Finding | None:
    line = case.lines[row] if row is not None and row < len(case.lines) else ""
    explained = explain_stray_line(line)
    if row is None or explained is None:
        return None
    column, _code, message, hint = explained
    return Finding(row, column, message, hint)


_DIRECTIVE = "行首的“%”在 YAML 中另有用途"
_DIRECTIVE_HINT = "删去它；若是正文，给整段加引号或缩进到文字块里"


def _document(case: Case) -> Finding | None:
    if "document start" not in case.words and "directive" not in case.words:
        return None
    if "directive" in case.words or case.line.startswith("%"):
        return Finding(case.begun[0] if case.begun else case.row, 0, _DIRECTIVE, _DIRECTIVE_HINT)
    above = case.before
    if above is not None and case.lines[above].startswith("%"):
        return Finding(above, 0, _DIRECTIVE, _DIRECTIVE_HINT)
    if above is not None and case.lines[above].startswith("..."):
        return Finding(above, 0, "“...”表示文件到此结束，后面的内容不会被读", "删去“...”这一行")
    first = next((row for row, line in enumerate(case.lines) if line.strip() and not is_comment(line)), 0)
    width = len(_indent(case.lines[first]))
    if width > len(_indent(case.line)):
        message = f"这一行缩进 {len(_indent(case.line))} 个空格，与第一项（第 {first + 1} 行，{width} 个空格）对不齐"
        return Finding(case.row, case.column, message, f"第 {first + 1} 行行首的空格删去，各级依次对齐")
    message = f"内容到上一行已经结束，这里又有“{shorten(case.rest)}”"
    return Finding(case.row, case.column, message, "整个文件应是一层“键: 值”；核对第一行开头是否多了括号或引号")


def _alignment(case: Case) -> Finding | None:
    """A line whose indentation fits no line above it."""
    if not re.search(r"block (?:mapping|collection|node)", case.words) or case.line[: case.column].strip():
        return None
    here, above = case.column, case.before
    if above is None:
        return None
    if not _KEY.match(case.line) and (cut := _cut_above(case, above)):
        return cut
    if case.rest.startswith("-") and "mapping" in case.words:
        name = f"第 {above + 1} 行“{shorten(case.lines[above])}”"
        has_value = bool((key := _KEY.match(case.lines[above])) and key["value"])
        message = f"{name}已经有值，下面不能再接列表" if has_value else f"这里的“-”与上面的列表对不齐（{name}）"
        return Finding(case.row, here, message, "列表写在键的下面，键的冒号之后留空；各个“-”上下对齐")
    if "block node" in case.words:
        is_item = case.lines[above].rstrip().endswith("-")
        return _list_ends(case, above, here) if is_item else None
    if "collection" in case.words and case.begun and case.begun[1] == here:
        return _list_ends(case, case.begun[0], here)
    options = _fitting_lines(case, above, here)
    message = f"这一行缩进 {here} 个空格，与上面的行对不齐"
    return Finding(case.row, here, message, "；".join(options) or "与同级的上一行对齐，每一级两个空格")


def _list_ends(case: Case, start: int, here: int) -> Finding:
    """A key in the very column of the dashes: it belongs into an item, or beside the key of the list."""
    owner = next(
        (
            row
            for row in range(start - 1, -1, -1)
            if _key_column(case.lines[row]) < here and _KEY.match(case.lines[row])
        ),
        None,
    )
    hint = f"若属于上一项，缩进 {here + 2} 个空格"
    if owner is not None:
        hint += (
            f"；若与第 {owner + 1} 行“{_key_name(case.lines[owner])}”同级，缩进 {_key_column(case.lines[owner])} 个空格"
        )
    elif here == 0:
        hint += "；若是另一个键，文件的最外层应是“键: 值”，给上面的列表加上键"
    return Finding(case.row, here, "这里应当是列表的下一项“- …”，却是一个键", hint)


def _fitting_lines(case: Case, above: int, here: int) -> list[str]:
    """The nearest lines above that it may have been meant to stand beside: one deeper, one not."""
    options: dict[int, str] = {}
    limit = here + 100
    for row in range(above, max(above - 500, -1), -1):
        key = _KEY.match(case.lines[row]) if not is_comment(case.lines[row]) else None
        if not key:
            continue
        width = key.start("key")
        if width != here and width < limit:
            options[width] = f"若与第 {row + 1} 行“{key['key']}”同级，缩进 {width} 个空格"
            limit = width
        if limit <= here:
            break
    return list(options.values())[-2:]


def _unknown(case: Case) -> Finding:
    expected = next((chinese for english, chinese in _EXPECTED if english in case.words), "“键: 值”")
    met = f"“{shorten(case.rest)}”" if case.rest.strip() else "行末" if case.row + 1 < len(case.lines) else "文件末尾"
    message = f"读到{met}时读不下去，这里应当是{expected}"
    return Finding(
        case.row,
        case.column,
        message,
        "核对这一行和上一行的冒号、引号、括号和缩进；值里有特殊符号时，给整个值加引号",
    )


_EXPECTED = (
    ("',' or '}'", "逗号或“}”"),
    ("',' or ']'", "逗号或“]”"),
    ("expected '-'", "以“- ”开头的一项"),
    ("document start", "文件的结尾"),
    ("node content", "一个值"),
)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _key_column(line: str) -> int:
    key = _KEY.match(line)
    return key.start("key") if key else len(_indent(line))


def _key_name(line: str) -> str:
    key = _KEY.match(line)
    return key["key"] if key else shorten(line)


_RULES: tuple[Callable[[Case], Finding | None], ...] = (
    _conflict,
    _tab,
    _odd_space,
    _unclosed_quote,
    _escape,
    _after_quote,
    _special_start,
    _text_block_in_bracket,
    _text_block,
    _in_brackets,
    _after_bracket,
    _lone_sign,
    _mapping_value,
    _simple_key,
    _document,
    _alignment,
)
