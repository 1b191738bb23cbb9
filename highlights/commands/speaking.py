"""What commands say, and the codes with which they exit."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TextIO

from highlights.arguments import WRONG_USE
from highlights.diagnostics import Diagnostic
from highlights.publish import messages
from highlights.publish.terminal import visible

SUCCESS, FAILURE = 0, 1

__all__ = ["FAILURE", "SUCCESS", "WRONG_USE", "refuse", "report", "say", "tell"]


def say(text: str, stream: TextIO | None = None) -> None:
    print(visible(text), file=stream)


def report(text: str) -> None:
    """What happens on the way is no result."""
    say(text, sys.stderr)


def refuse(text: str, code: int = FAILURE) -> int:
    report(text)
    return code


def tell(style: str, diagnostics: Sequence[Diagnostic], conclusion: str) -> None:
    """The conclusion is for people; programs get the findings alone."""
    if diagnostics or style == "json":
        say(messages.FORMATS[style](diagnostics))
    if style == "text":
        say(f"\n{conclusion}" if diagnostics else conclusion)
