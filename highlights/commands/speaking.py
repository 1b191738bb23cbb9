"""What commands say, and the codes with which they exit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from highlights.arguments import WRONG_USE
from highlights.diagnostics import Diagnostic
from highlights.publish import messages
from highlights.publish.obstacles import placed
from highlights.publish.terminal import obeyed_by_none, visible

SUCCESS, FAILURE = 0, 1

__all__ = ["FAILURE", "SUCCESS", "WRONG_USE", "refuse", "report", "say", "tell"]


def say(text: str, stream: TextIO | None = None, shown: Callable[[str], str] = obeyed_by_none) -> None:
    """Whatever it quotes, names of files too, neither a terminal nor a runner that reads the log obeys it."""
    with placed("标准错误输出" if stream is sys.stderr else "标准输出"):
        print(shown(text), file=stream, flush=True)


def report(text: str) -> None:
    """What happens on the way is no result."""
    say(text, sys.stderr)


def refuse(text: str, code: int = FAILURE) -> int:
    report(text)
    return code


def tell(style: str, diagnostics: Sequence[Diagnostic], conclusion: str) -> None:
    """The conclusion is for people; programs get the findings alone."""
    if diagnostics or style == "json":
        # Annotations are commands of our own, in which nothing that is quoted begins another one.
        say(messages.FORMATS[style](diagnostics), shown=visible if style == "github" else obeyed_by_none)
    if style == "text":
        say(f"\n{conclusion}" if diagnostics else conclusion)
