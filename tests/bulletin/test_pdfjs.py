"""pdf.js, the reader of Firefox, finds every word as often as it stands in the bulletin."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.bulletin.conftest import Print
from tests.bulletin.test_pdf import body_text, top_of
from tests.conftest import ROOT

pytestmark = pytest.mark.release

READER = ROOT / "tests" / "npm" / "node_modules" / "pdfjs-dist"
SCRIPT = Path(__file__).with_name("pdf_text.mjs")


@pytest.mark.parametrize("words", ["工会", "亮点", "年", "园林", "植树"])
def test_words_are_found_as_often_as_they_stand_there(printed: Print, words: str, tmp_path: Path) -> None:
    assert text_of(printed, tmp_path).count(words) == body_text(printed.html).count(words)


def text_of(printed: Print, folder: Path) -> str:
    node = shutil.which("node")
    assert node, "no Node.js on this machine: run `make test-release`, which installs it"
    assert READER.is_dir(), "no pdf.js in tests/npm: run `make test-release`, which installs it"
    (folder / "bulletin.pdf").write_bytes(printed.content)
    command = [node, str(SCRIPT), str(READER), str(folder / "bulletin.pdf")]
    pages = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    pieces = [text for at, page in enumerate(pages, start=1) for text, y in page if y < top_of(printed, at)]
    return re.sub(r"\s+", "", "".join(pieces))
