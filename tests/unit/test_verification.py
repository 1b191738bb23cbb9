"""Every figure stands in its source as it was printed, and each way of getting it wrong is noticed at that figure."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from highlights.cli import main
from highlights.derive.coverage import VerifiedCount, count_verified, fingerprints
from highlights.derive.verification import Verification, verify_figures
from highlights.diagnostics import Diagnostic
from highlights.load import load_city
from highlights.load.sources import read_source_texts
from highlights.load.verified import VERIFIED_FILE, verified_text
from highlights.model import City
from highlights.quantity.qualifiers import MEANINGS_BEFORE, OTHER_WORDS
from tests.conftest import replace_in
from tests.unit import smallest

SOURCES = Path(__file__).parents[1] / "sources"

# rule, file, what is replaced, by what, line of the figure, code, words of message and hint
CASES = [
    ("a digit changed", "donghu", "12560册次", "12561册次", 22, "not-in-source", "第 6 行的“12560册次”"),
    ("a leading digit dropped", "donghu", "12560册次", "2560册次", 22, "not-in-source", "12560册次"),
    ("a last digit dropped", "donghu", "36个", "6个", 23, "not-in-source", "36个"),
    ("近 dropped", "xiling", "近500株", "500株", 12, "not-in-source", "近500株"),
    ("约 dropped", "xiling", "约20公里", "20公里", 18, "not-in-source", "约20公里"),
    ("约 turned into 近", "xiling", "约20公里", "近20公里", 18, "not-in-source", "约20公里"),
    ("余 dropped", "donghu", "2.4万余棵", "2.4万棵", 19, "not-in-source", "2.4万余棵"),
    ("万 dropped", "donghu", "2.4万余棵", "2.4余棵", 19, None, ""),
    ("万 dropped from a range", "donghu", "5000元至1万元", "5000元至1元", 24, None, ""),
    ("a range cut to its end", "donghu", "5000元至1万元", "1万元", 24, "not-in-source", "5000元至1万元"),
    ("a range cut to its beginning", "donghu", "5000元至1万元", "5000元", 24, "not-in-source", "5000元至1万元"),
    ("a decimal point moved", "donghu", "48.5公里", "4.85公里", 21, "not-in-source", "48.5公里"),
    ("decimals cut off", "donghu", "99.43%", "43%", 25, "not-in-source", "99.43%"),
    ("digits swapped", "xiling", "18000株", "10800株", 11, "not-in-source", "18000株"),
    ("another unit", "donghu", "12560册次", "12560册", 22, None, ""),
]  # fmt: skip


def verification_of(folder: Path) -> Verification:
    city = load_city(folder).city
    assert city
    texts = read_source_texts(city.sources.values(), SOURCES)
    assert texts.diagnostics == ()
    return verify_figures(city, texts.lines)


def test_untouched_figures_hold(invented_city: City, data_folder: Path) -> None:
    count = sum(len(report.figures) for report in invented_city.reports())
    verification = verification_of(data_folder)
    assert (verification.checked, len(verification.held), verification.diagnostics) == (count, count, ())


@pytest.mark.parametrize(
    ("district", "old", "new", "line", "code", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_wrong_figure_is_told_at_its_line(
    data_folder: Path, district: str, old: str, new: str, line: int, code: str | None, words: str
) -> None:
    """With code None `check` notices already: verify is not reached."""
    replace_in(data_folder / "2022" / f"{district}.yaml", old, new)
    if code is None:
        assert load_city(data_folder).city is None
        return
    verification = verification_of(data_folder)
    assert [(d.place.line, d.code) for d in verification.diagnostics] == [(line, code)]
    assert len(verification.held) == verification.checked - 1
    assert words in verification.diagnostics[0].message


@pytest.mark.parametrize(
    ("reported", "text"),
    [
        ("300人", "全区约有300人"),
        ("3000人", "超过了3000人"),
        ("20人", "至少有20人"),
        ("70%", "约占70%"),
        ("70%", "超过了70%"),
        ("300人", "将近有300人"),
        ("300人", "突破了300人"),
        ("300元", "最多可达300元"),
        ("低于1500人", "入会不得低于1500人"),
        ("超300人", "每场不超300人"),
        ("70%", "占70%及以上"),
    ],
)
def test_a_qualifier_is_not_lost(reported: str, text: str) -> None:
    assert [d.code for d in diagnostics_of(reported, text)] == ["not-in-source"]


@settings(max_examples=400)
@given(st.sampled_from(sorted(MEANINGS_BEFORE)), st.integers(1, 10**6), st.sampled_from(["人", "万元", "%", "人次"]))
def test_no_word_before_a_number_is_ever_lost(word: str, number: int, unit: str) -> None:
    text = f"全区共{word}{number}{unit}，"
    assert [found.code for found in diagnostics_of(f"{number}{unit}", text)] == ["not-in-source"]
    assert diagnostics_of(f"{word}{number}{unit}", text) == ()


@settings(max_examples=200)
@given(st.sampled_from(OTHER_WORDS), st.integers(1, 10**6), st.sampled_from(["人", "万元", "%", "人次"]))
def test_a_number_behind_another_word_is_whole(word: str, number: int, unit: str) -> None:
    assert diagnostics_of(f"{number}{unit}", f"职工{word}{number}{unit}，") == ()


@pytest.mark.parametrize(
    ("reported", "text"),
    [
        ("300家", "连锁超市300家"),
        ("300家", "超市有300家"),
        ("5家", "与企业签约5家"),
        ("5家", "签约有5家"),
        ("300万元", "共节约300万元"),
        ("约300万元", "共节约约300万元"),
        ("5人", "最近5人"),
        ("300家", "走近300家企业"),
        ("300人", "近年来300人"),
        ("300家", "涉及多家300家"),
        ("约有300人", "全区约有300人"),
        ("约300人", "共约300人"),
        ("3天", "培训3天内容丰富"),
        ("5年", "工龄5年内退"),
        ("3000元", "设置3000元起付线"),
        ("300万元", "300万元起始资金"),
        ("300人", "预备300人份额"),
        ("100人", "活动相约100人"),
    ],
)
def test_a_word_that_only_ends_like_a_qualifier_is_none(reported: str, text: str) -> None:
    assert diagnostics_of(reported, text) == ()


@pytest.mark.parametrize(
    ("reported", "text"), [("3天", "在3天内办结"), ("3000元", "补贴3000元起"), ("300元", "封顶300元")]
)
def test_a_word_of_one_character_is_a_border_where_it_stands_alone(reported: str, text: str) -> None:
    assert [found.code for found in diagnostics_of(reported, text)] == ["not-in-source"]


def test_a_unit_of_the_city_is_a_border_too() -> None:
    trees = smallest.figure("36个", indicator=None, label="箱")
    city = replace(smallest.city(smallest.report("a", trees)), units=("个标准箱",))
    (found,) = verify_figures(city, {smallest.SOURCE.id: ["运来36个标准箱"]}).diagnostics
    assert found.code == "not-in-source"
    assert "“36个标准箱”" in found.message


def diagnostics_of(reported: str, text: str) -> tuple[Diagnostic, ...]:
    trees = smallest.figure(reported, indicator=None, label="数")
    return verify_figures(smallest.city(smallest.report("a", trees)), {smallest.SOURCE.id: [text]}).diagnostics


def test_a_figure_under_the_wrong_district_is_told_where_it_belongs(data_folder: Path) -> None:
    replace_in(data_folder / "2022" / "xiling.yaml", "18000株", "2.4万余棵")
    (found,) = verification_of(data_folder).diagnostics
    assert found.code == "not-in-source"
    assert "第 4 行（东湖）" in found.hint


def test_an_expression_that_stands_twice_needs_its_number(data_folder: Path) -> None:
    path = data_folder / "sources.yaml"
    replace_in(path, "lines: 10-13", "lines: [10-13, 11]")
    found = verification_of(data_folder).diagnostics
    assert {d.code for d in found} == {"several-in-source"}
    assert "出现 2 次（第 11、11 行）" in found[0].message
    xiling = data_folder / "2022" / "xiling.yaml"
    replace_in(xiling, "reported: 18000株,", "reported: 18000株, nth: 2,")
    replace_in(xiling, "    caveat:", "    nth: 3\n    caveat:")
    assert [d.code for d in verification_of(data_folder).diagnostics] == ["nth-too-large"]


def test_a_number_that_is_not_needed_is_told(data_folder: Path) -> None:
    replace_in(data_folder / "2022" / "xiling.yaml", "reported: 18000株,", "reported: 18000株, nth: 1,")
    assert [d.code for d in verification_of(data_folder).diagnostics] == ["nth-needless"]


def test_one_place_in_a_text_is_not_two_figures(data_folder: Path) -> None:
    replace_in(data_folder / "2022" / "donghu.yaml", "reported: 36个", "reported: 2.4万余棵")
    found = verification_of(data_folder).diagnostics
    assert [(d.place.line, d.code) for d in found] == [(19, "claimed-twice"), (23, "claimed-twice")]


def test_a_section_lies_within_its_text(data_folder: Path) -> None:
    replace_in(data_folder / "sources.yaml", "lines: 1-2\n", "lines: 1-99\n")
    city = load_city(data_folder).city
    assert city
    found = read_source_texts(city.sources.values(), SOURCES).diagnostics
    assert [d.code for d in found] == ["section-outside-source"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "source-missing"), ("别的内容".encode(), "source-changed"), ("别的内容".encode("gbk"), "source-encoding")],
)
def test_a_text_that_cannot_be_trusted_is_named_and_nothing_is_touched(
    tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, code: str
) -> None:
    folder = Path(shutil.copytree(SOURCES, tmp_path / "sources"))
    path = folder / "bulletin-2023.txt"
    path.unlink() if content is None else path.write_bytes(content)
    before = {found: found.read_bytes() for found in folder.iterdir()}
    assert main(["verify", "--data", str(data_folder), "--sources", str(folder)]) == 1
    output = capsys.readouterr().out
    assert code in output
    assert "bulletin-2023.txt" in output
    assert "13 项数据中 13 项与来源相符，2 项没有核对" in output
    assert {found: found.read_bytes() for found in folder.iterdir()} == before


def verified_with_what_is_there(folder: Path, sources: Path) -> int:
    return main(["verify", "--data", str(folder), "--sources", str(sources), "--only-present"])


def test_texts_that_are_kept_elsewhere_can_be_left_out(
    data_folder: Path, sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sources / "bulletin-2023.txt").unlink()
    assert verified_with_what_is_there(data_folder, sources) == 0
    assert capsys.readouterr().out == ("核对完成：13 项数据中 13 项与来源相符，2 项没有核对（来源文本不可用）\n")
    replace_in(data_folder / "2022" / "xiling.yaml", "近500株", "500株")
    assert verified_with_what_is_there(data_folder, sources) == 1
    assert "not-in-source" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "code"), [("别的内容".encode(), "source-changed"), ("别的内容".encode("gbk"), "source-encoding")]
)
def test_a_text_that_is_there_must_be_the_one_that_was_registered(
    data_folder: Path, sources: Path, capsys: pytest.CaptureFixture[str], content: bytes, code: str
) -> None:
    (sources / "bulletin-2023.txt").write_bytes(content)
    assert verified_with_what_is_there(data_folder, sources) == 1
    assert code in capsys.readouterr().out


def test_verify_says_how_many_hold(capsys: pytest.CaptureFixture[str], data_folder: Path) -> None:
    assert main(["verify", "--data", str(data_folder), "--sources", str(SOURCES)]) == 0
    assert capsys.readouterr().out == "核对完成：15 项数据中 15 项与来源相符\n"


def test_verify_without_a_folder_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--sources", str(tmp_path / "none")]) == 2
    assert "没有来源文件夹" in capsys.readouterr().err


def test_a_record_counts_only_figures_that_have_not_changed_since(data_folder: Path) -> None:
    assert main(["verify", "--data", str(data_folder), "--sources", str(SOURCES), "--record"]) == 0
    assert counted(data_folder) == VerifiedCount(15, 15, 2)
    replace_in(data_folder / "2022" / "donghu.yaml", "36个", "37个")
    assert counted(data_folder) == VerifiedCount(15, 14, 2)
    replace_in(data_folder / "sources.yaml", "lines: 10-13", "lines: 10-12")
    assert counted(data_folder) == VerifiedCount(15, 10, 2)


def record(folder: Path, sources: Path) -> int:
    return main(["verify", "--data", str(folder), "--sources", str(sources), "--record"])


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the texts, of which a test may take some away."""
    return Path(shutil.copytree(SOURCES, tmp_path / "sources"))


def test_a_record_keeps_what_could_not_be_checked_and_has_not_changed(data_folder: Path, sources: Path) -> None:
    kept = (data_folder / VERIFIED_FILE).read_bytes()
    (sources / "yearbook-2022.txt").unlink()
    assert record(data_folder, sources) == 1
    assert (data_folder / VERIFIED_FILE).read_bytes() == kept
    replace_in(data_folder / "2022" / "donghu.yaml", "36个", "37个")
    assert record(data_folder, sources) == 1
    shutil.copy(SOURCES / "yearbook-2022.txt", sources)
    replace_in(data_folder / "2022" / "donghu.yaml", "37个", "36个")
    assert counted(data_folder) == VerifiedCount(15, 14, 2)
    assert record(data_folder, sources) == 0
    assert counted(data_folder) == VerifiedCount(15, 15, 2)


def test_a_record_drops_what_was_found_wrong(data_folder: Path, sources: Path) -> None:
    (sources / "bulletin-2023.txt").unlink()
    replace_in(data_folder / "2022" / "xiling.yaml", "近500株", "500株")
    (data_folder / VERIFIED_FILE).write_text(verified_text(prints_of(data_folder)), encoding="utf-8")
    assert counted(data_folder) == VerifiedCount(15, 15, 2)
    assert record(data_folder, sources) == 1
    assert counted(data_folder) == VerifiedCount(15, 14, 2)


def test_nothing_is_recorded_when_nothing_could_be_checked(
    data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = (data_folder / VERIFIED_FILE).read_bytes()
    (tmp_path / "empty").mkdir()
    assert record(data_folder, tmp_path / "empty") == 1
    assert "一项都没有核对，记录没有改动" in capsys.readouterr().out
    assert (data_folder / VERIFIED_FILE).read_bytes() == kept
    (data_folder / VERIFIED_FILE).unlink()
    assert record(data_folder, tmp_path / "empty") == 1
    assert not (data_folder / VERIFIED_FILE).exists()


@pytest.mark.parametrize("text", [verified_text({}), "", "---\n"], ids=["comment", "empty", "no content"])
def test_a_record_of_nothing_is_none(data_folder: Path, text: str) -> None:
    (data_folder / VERIFIED_FILE).write_text(text, encoding="utf-8")
    assert counted(data_folder) == VerifiedCount(15, 0, 2)


def test_a_record_that_cannot_be_written_is_told_and_the_old_one_is_whole(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = (data_folder / VERIFIED_FILE).read_bytes()
    replace_in(data_folder / "2022" / "xiling.yaml", "近500株", "500株")

    def full(_path: Path, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert record(data_folder, SOURCES) == 1
    told = capsys.readouterr()
    assert f"磁盘已满：{data_folder / VERIFIED_FILE}\n  提示：腾出空间" in told.err
    assert "已有的文件都是完整的" in told.err
    assert "核对完成：" in told.out
    assert (data_folder / VERIFIED_FILE).read_bytes() == kept


def prints_of(folder: Path) -> dict[str, list[str]]:
    """As if every figure had stood in its source."""
    city = load_city(folder).city
    assert city
    return fingerprints((report, figure) for report in city.reports() for figure in report.figures.values())


def counted(folder: Path) -> VerifiedCount:
    loaded = load_city(folder)
    assert loaded.city, loaded.diagnostics
    return count_verified(loaded.city)
