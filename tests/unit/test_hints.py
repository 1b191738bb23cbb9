"""How hints read: sentences apart, and no list is named that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from highlights.load import load_city
from highlights.model import City
from highlights.publish.writer import Writer, WrongNameError
from highlights.render.components import Components
from tests.conftest import ROOT, replace_in

DONGHU = "2022/donghu.yaml"


def hints(folder: Path, code: str) -> list[str]:
    return [found.hint for found in load_city(folder).diagnostics if found.code == code]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("trees_plante", "是不是“trees_planted”？只有本区报告的数据，写 label 说明是什么"),
        (
            "zzz",
            "可用的有：books_lent、greenway_length、on_time_rate、trees_planted；"
            "只有本区报告的数据，写 label 说明是什么",
        ),
    ],
)
def test_two_sentences_of_a_hint_stand_apart(data_folder: Path, typed: str, hint: str) -> None:
    replace_in(data_folder / DONGHU, "figures:\n", f"figures:\n  {typed}: 5棵\n")
    assert hints(data_folder, "unknown-indicator") == [hint]


def test_what_was_removed_is_asked_for_in_a_sentence_of_its_own(data_folder: Path) -> None:
    replace_in(data_folder / "2022/xiling.yaml", "on: volunteer_trees", "on: volunteer_tree")
    assert hints(data_folder, "unknown-figure") == ["是不是“volunteer_trees”？已经删去的，加一行 label，写明它的名称"]


def test_where_many_can_be_meant_the_file_that_lists_them_is_named(data_folder: Path) -> None:
    themes = data_folder / "themes.yaml"
    added = "".join(f"\nextra{number}:\n  name: 主题{number}\n" for number in range(30))
    themes.write_text(themes.read_text(encoding="utf-8") + added, encoding="utf-8")
    replace_in(data_folder / DONGHU, "[greening]", "[zzz]")
    assert hints(data_folder, "unknown-theme") == ["可用的见themes.yaml"]


def test_a_report_that_is_not_there_is_told_in_a_sentence(invented_city: City) -> None:
    writer = Writer(invented_city, Components(ROOT / "overrides" / "components"))
    with pytest.raises(WrongNameError) as wrong:
        list(writer.report("nangang-park", 2022))
    assert (str(wrong.value), wrong.value.hint) == ("南港科学城没有2022年的报告", "可用的有：city、donghu、xiling")
    with pytest.raises(WrongNameError, match="东湖区2022年没有“zzz”这个数据"):
        writer.figure("donghu", 2022, "zzz")
