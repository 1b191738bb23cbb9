"""Python, which makes the index, and JavaScript, which asks it, spell alike."""

from __future__ import annotations

import random
import unicodedata
from typing import Any

import pytest
from playwright.sync_api import Browser

from highlights.publish.search.shards import encode
from highlights.publish.search.spelling import normalise, pieces, shard_of
from tests.conftest import ROOT

PARTS = ROOT / "overrides" / "assets" / "js" / "search"
SPELL = """texts => texts.map((text) => {
  const { spell, normalise, pairsOf, wholesOf, marksOf } = districtSearch.spelling;
  const marks = [...marksOf(text)];
  return {
    letters: normalise(text),
    pairs: [...new Set([...pairsOf(normalise(text)), ...wholesOf(spell(text).words)])].sort(),
    marks: normalise(text) ? null : [...new Set([...marks, ...pairsOf(marks.join(""))])].sort(),
  };
})"""


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("东城区", "东城区"),
        ("“四个一” 筑牢，", "四个一筑牢"),
        ("６０３５４人", "60354人"),
        ("60,354人", "60354人"),
        ("3.7万", "3.7万"),
        ("99.43％以上", "99.43%以上"),
        ("第3. 其他", "第3其他"),
        (".7万", "7万"),
        ("%以上", "以上"),
        ("ＡＰＰ　Café", "appcafe"),
        ("ΣΑΣ", "σασ"),
        ("İstanbul", "istanbul"),
        ("㎡，①", "m21"),
        ("⼯会", "工会"),
        ("𠮷野家😀", "𠮷野家"),
        ("，。！", ""),
    ],
)
def test_spaces_marks_width_and_case_make_no_difference(text: str, letters: str) -> None:
    assert normalise(text) == letters


def test_pieces_never_cross_lines_and_have_words_and_numbers_whole() -> None:
    pairs, singles = pieces("新增188家，\nAPP 上线。”")
    assert pairs == {"新增", "增1", "18", "88", "8家", "=188", "ap", "pp", "p上", "上线", "=app"}
    assert singles == {*"新增18家ap上线", ",", "。", "”", "。”"}


def random_texts() -> list[str]:
    chance = random.Random(20211231)
    assigned = [
        character
        for character in map(chr, range(1, 0x110000))
        if unicodedata.category(character) not in {"Cn", "Cs", "Co"} and character != "\n"
    ]
    likely = "东城区工会，。、“”（）%‰.,0123456789０１２３．，％abcXYZ ΣςσİıßﬃÅé\u0301\u3000\u00a0𠮷😀①½㎡㍿ｶﾞ한국어"
    return [
        "".join(chance.choice(likely if chance.random() < 0.7 else assigned) for _ in range(chance.randrange(1, 24)))
        for _ in range(3_000)
    ] + ["".join(assigned[at : at + 500]) for at in range(0, len(assigned), 500)]


def test_both_languages_spell_every_text_alike(browser: Browser) -> None:
    texts = random_texts()
    page = browser.new_page()
    page.evaluate("window.districtSearch = {}")
    page.add_script_tag(path=PARTS / "spelling.js")
    spelled: list[dict[str, Any]] = page.evaluate(SPELL, texts)
    page.close()
    for text, found in zip(texts, spelled, strict=True):
        pairs, singles = pieces(text)
        assert found["letters"] == normalise(text), text
        assert set(found["pairs"]) == pairs, text
        if found["marks"]:
            assert singles <= set(found["marks"]), text


def test_both_languages_agree_on_shards_and_numbers(browser: Browser) -> None:
    chance = random.Random(7)
    pairs = ["".join(chance.choices("东城工会0aσ𠮷=.%", k=2)) for _ in range(300)]
    lists = [sorted(chance.sample(range(5_000), chance.randrange(400))) for _ in range(60)]
    lists += [[], [0], [4_999], list(range(300)), [0, 1, 2, 9_000], [5, 100_000]]
    page = browser.new_page()
    page.evaluate("window.districtSearch = {}")
    for part in ("spelling.js", "catalogue.js"):
        page.add_script_tag(path=PARTS / part)
    shards = page.evaluate("pieces => pieces.map((piece) => districtSearch.spelling.shardOf(piece, 97))", pairs)
    decoded = page.evaluate("texts => texts.map(districtSearch.decode)", [encode(numbers) for numbers in lists])
    page.close()
    assert shards == [shard_of(pair, 97) for pair in pairs]
    assert decoded == lists
