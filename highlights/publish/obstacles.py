"""What the machine refuses, told to people: an error of the system in, place, problem and next step out."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_FULL = ("磁盘已满", "腾出空间，再运行一次")
_CLOSED = ("没有权限", "核对文件夹的主人和权限，或换一个用户，再运行一次")
_TOO_MANY = ("打开的文件太多", "关掉别的程序，或放宽限制（ulimit -n），再运行一次")

_KNOWN: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: ("磁盘的配额用完了", "腾出空间，再运行一次"),
    errno.EFBIG: ("文件超过了允许的大小", "放宽限制（ulimit -f），再运行一次"),
    errno.EROFS: ("磁盘是只读的", "换到可以写入的磁盘，或重新挂载，再运行一次"),
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EIO: ("磁盘读写出错", "检查磁盘，再运行一次"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOTDIR: ("这里应是文件夹，却是文件", "把它移走，再运行一次"),
    errno.EISDIR: ("这里应是文件，却是文件夹", "把它移走，再运行一次"),
    errno.ENAMETOOLONG: ("名称太长", "换一个短些的名称，再运行一次"),
    errno.EEXIST: ("这里已经有别的东西", "把它移走，再运行一次"),
    errno.ENOTEMPTY: ("这里已经有别的东西", "把它移走，再运行一次"),
    errno.EBUSY: ("文件夹正被占用，或是另一块磁盘的挂载点", "解除占用，再运行一次"),
    errno.EXDEV: ("文件夹在另一块磁盘上", "把它移到项目所在的磁盘，再运行一次"),
}


def explain_obstacle(error: OSError) -> str | None:
    """None for what is no fault of the machine's."""
    if error.errno == errno.ENOENT and error.filename is None:
        # As Python has it where none of the folders for temporary files can be written in.
        return "没有可用的临时文件夹\n  提示：腾出磁盘空间，或用环境变量 TMPDIR 指明可以写入的文件夹，再运行一次"
    if error.errno is None or error.errno not in _KNOWN:
        return None
    problem, hint = _KNOWN[error.errno]
    # Of two names the second is where something was to be put, and there is a folder.
    named = error.filename2 if error.errno == errno.EISDIR and error.filename2 else error.filename
    place = f"：{named}" if named else ""
    return f"{problem}{place}\n  提示：{hint}"


@contextmanager
def placed(place: Path | str) -> Iterator[None]:
    """A full disk does not say where it is: its error is told with this place."""
    try:
        yield
    except OSError as error:
        if error.errno in _KNOWN:
            error.filename = error.filename or str(place)
        raise
