"""Templates are compiled once, wherever they lie, and anew when they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, Template

from highlights.publish.compiled_templates import CompiledTemplates


# The second is what a plain locale makes of a Chinese name.
@pytest.mark.parametrize("folder", ["模板", "\udce6\udca8\udca1"])
def test_a_template_is_compiled_once_and_again_when_it_changes(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []
    compile_ = Environment.compile
    monkeypatch.setattr(Environment, "compile", lambda *given: compiled.append(given) or compile_(*given))
    cache = CompiledTemplates()

    def read() -> Template:
        environment = Environment(loader=FileSystemLoader(tmp_path / folder), bytecode_cache=cache, autoescape=True)
        return environment.get_template("page.html")

    (tmp_path / folder).mkdir()
    page = tmp_path / folder / "page.html"
    page.write_text("old", encoding="utf-8")
    assert [read().render(), read().render(), len(compiled)] == ["old", "old", 1]
    page.write_text("new", encoding="utf-8")
    assert [read().render(), len(compiled)] == ["new", 2]
