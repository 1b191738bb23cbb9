"""What a single value in a data file may be: text as typed in, a typed value or a refusal in Chinese out.

Each type says beside its check how an editing program can tell the same (`WithJsonSchema`). No fields, no files.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

ID_PATTERN = r"^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
# What stands in headings and cells: thousands of characters in a narrow column would take minutes to set on paper.
Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]

_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_LINES = re.compile(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_FILE_NAME = re.compile(r"(?!\.)[^/\\:*?\"<>|\x00-\x1f]+")
_E_MAIL = re.compile(r"[A-Za-z0-9_.+%-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_UNIT = re.compile(r"(?![百千万亿])[^\s，、。；,;/|\d]+")
_UNKNOWN = "unknown"
_PERIOD_HINT = "写成 2021、2021-04、2021-01/2021-06、2021-01-01/2021-10-26，结束日期不明时写 2021/unknown"
_CONTACT_HINT = "写成电子邮箱 name@example.org，或 https:// 开头的完整网址"
_WEB_ADDRESS_HINT = "写成 https:// 或 http:// 开头的完整网址"
_FILE_NAME_HINT = "只写文件的名称，不写它在哪个文件夹，例如 yearbook-2022.txt"
_UNIT_HINT = "每个单位分开写，不带“万”“亿”和标点：units: [家, 个]"
_SHA256_HINT = "应是 64 位小写十六进制数：用 sha256sum 文件名 算出，整串抄入"
_LINES_HINT = "写成 79-83，或几段：[17, 19-21]；行号从 1 数起"
_DATE_HINT = "写成 2021-12-31、2021-12 或 2021"
_WHOLE_DAY_HINT = "写到哪一天，例如 2024-03-01"


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _two(value: Any) -> Any:
    if isinstance(value, list) and len(value) != 2:
        raise PydanticCustomError("not_two", "")
    return value


def _refusal(code: str, what: str, given: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{what}“{given}”看不懂", {"what": what, "given": given, "hint": hint})


def _is_date(text: str) -> bool:
    """2021, 2021-04 or 2021-04-30, and a day that the month has."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    return found[3] is None or int(found[3]) <= monthrange(int(found[1]), int(found[2]))[1]


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _is_date(value):
        raise _refusal("bad-date", "日期", value, _DATE_HINT)
    return value


def _whole_day(value: Any) -> Any:
    if isinstance(value, str) and not (_is_date(value) and value.count("-") == 2):
        raise _refusal("bad-date", "日期", value, _WHOLE_DAY_HINT)
    return value


def _as_of(value: Any) -> Any:
    return value if value == _UNKNOWN else _day(value)


def _period(value: Any) -> Any:
    """A pair (start, end) of dates, None where the text says `unknown`."""
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    start, _, end = value.partition("/")
    end = end or start
    known = [day for day in (start, end) if day != _UNKNOWN]
    if not known or not all(map(_is_date, known)) or _is_backwards(known):
        raise _refusal("bad-period", "期间", value, _PERIOD_HINT)
    return tuple(None if day == _UNKNOWN else day for day in (start, end))


def _is_backwards(days: list[str]) -> bool:
    """Dates of different precision are compared as far as both go."""
    length = min(map(len, days))
    return days[-1][:length] < days[0][:length]


def _line_ranges(value: Any) -> Any:
    """`79-83`, `17` or a list of them, as pairs of line numbers."""
    ranges = _one_or_many(value)
    if not isinstance(ranges, list) or not all(isinstance(text, str) for text in ranges):
        raise PydanticKnownError("string_type")
    return tuple(map(_line_range, ranges))


def _line_range(text: str) -> tuple[int, int]:
    found = _LINES.fullmatch(text.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 0 < first <= last:
        raise _refusal("bad-lines", "行号", text, _LINES_HINT)
    return first, last


def _sha256(value: Any) -> Any:
    if isinstance(value, str) and not _SHA256.fullmatch(value):
        raise _refusal("bad-sha256", "校验值", value, _SHA256_HINT)
    return value


def _unit(value: str) -> str:
    if not _UNIT.fullmatch(value):
        raise _refusal("bad-unit", "单位", value, _UNIT_HINT)
    return value


def _file_name(value: str) -> str:
    if not _FILE_NAME.fullmatch(value):
        raise _refusal("bad-file", "文件名", value, _FILE_NAME_HINT)
    return value


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and not _is_web_address(value):
        raise _refusal("bad-link", "网址", value, _WEB_ADDRESS_HINT)
    return value


def _is_web_address(text: str) -> bool:
    """A name in brackets has to be an address of IPv6."""
    try:
        return bool(_WEB_ADDRESS.fullmatch(text) and urlsplit(text).hostname)
    except ValueError:
        return False


def _contact(value: Any) -> Any:
    if isinstance(value, str) and not (_E_MAIL.fullmatch(value) or _is_web_address(value)):
        raise _refusal("bad-contact", "联系方式", value, _CONTACT_HINT)
    return value


def _folder(address: str) -> str:
    """Addresses of pages are joined to it."""
    return address if address.endswith("/") else f"{address}/"


def _typed(hint: str, *patterns: str, **more: Any) -> WithJsonSchema:
    """What an editing program is told of a text that is checked here."""
    pattern = f"^(?:{'|'.join(patterns)})$"
    return WithJsonSchema({"type": "string", "pattern": pattern, "patternErrorMessage": hint, **more})


_A_DATE = _DATE.pattern
# YAML has 2021 as a number, 2021-04 as a text; 17 as a number, 17-19 as a text.
_OR_YEAR: dict[str, Any] = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
_LINE_RANGE = _typed(_LINES_HINT, rf"\s*{_LINES.pattern}\s*", type=["string", "integer"], minimum=1).json_schema

Day = Annotated[str, BeforeValidator(_day), _typed(_DATE_HINT, _A_DATE, **_OR_YEAR)]
WholeDay = Annotated[str, BeforeValidator(_whole_day), _typed(_WHOLE_DAY_HINT, r"[0-9]{4}-[0-9]{2}-[0-9]{2}")]
AsOf = Annotated[str, BeforeValidator(_as_of), _typed(_DATE_HINT, _A_DATE, _UNKNOWN, **_OR_YEAR)]
PeriodPair = Annotated[
    tuple[str | None, str | None],
    BeforeValidator(_period),
    _typed(_PERIOD_HINT, f"{_A_DATE}(?:/(?:{_A_DATE}|{_UNKNOWN})?)?", f"{_UNKNOWN}/{_A_DATE}", **_OR_YEAR),
]
LineRanges = Annotated[
    tuple[tuple[int, int], ...],
    BeforeValidator(_line_ranges),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_LINE_RANGE, {"type": "array", "items": _LINE_RANGE, "minItems": 1}]}),
]
WebAddress = Annotated[str, BeforeValidator(_web_address), _typed(_WEB_ADDRESS_HINT, _WEB_ADDRESS.pattern)]
# With that of any page behind it, it fits into a QR code.
SiteAddress = Annotated[
    str,
    StringConstraints(max_length=300),
    BeforeValidator(_web_address),
    AfterValidator(_folder),
    _typed(_WEB_ADDRESS_HINT, _WEB_ADDRESS.pattern, maxLength=300),
]
Contact = Annotated[str, BeforeValidator(_contact), _typed(_CONTACT_HINT, _E_MAIL.pattern, _WEB_ADDRESS.pattern)]
Sha256 = Annotated[str, BeforeValidator(_sha256), _typed(_SHA256_HINT, _SHA256.pattern)]
# A file may be called 2022: a number to an editing program.
FileName = Annotated[
    Words, AfterValidator(_file_name), _typed(_FILE_NAME_HINT, _FILE_NAME.pattern, type=["string", "number"])
]
Unit = Annotated[str, AfterValidator(_unit), _typed(_UNIT_HINT, _UNIT.pattern)]
Two = BeforeValidator(_two)
Units = Annotated[tuple[Unit, ...], BeforeValidator(_one_or_many, json_schema_input_type=Unit | tuple[Unit, ...])]
Several = Annotated[tuple[Name, ...], BeforeValidator(_one_or_many, json_schema_input_type=Name | tuple[Name, ...])]
