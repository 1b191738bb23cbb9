"""The data folder as it was at a git revision. The only module that runs git; it never changes the repository.

A folder and a revision's name in, a copy of the data in a folder of the caller's out, or RevisionError with the fix.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from highlights.diagnostics import nearest

MAIN_BRANCHES = ("origin/main", "origin/master", "origin/HEAD", "main", "master")
_ORDINARY_FILE = ("100644", "100755")
# They would lead git away from the folder that it is asked about.
_SET_BY_HOOKS = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
_UNSHALLOW = "这个仓库是浅克隆，历史不全：先运行 git fetch --unshallow"


class RevisionError(Exception):
    """str() says in Chinese why two revisions cannot be compared; `hint` is the next step."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Revision:
    """`name` as people know it; `commit` in full."""

    name: str
    commit: str

    def __str__(self) -> str:
        return self.name if self.commit.startswith(self.name) else f"{self.name}（{self.commit[:9]}）"


@dataclass(frozen=True, slots=True)
class Repository:
    """`data` is the data folder below its top folder."""

    top: Path
    data: PurePosixPath

    def find(self, name: str) -> Revision:
        commit = self._commit_of(name)
        if commit is None and name == "HEAD":
            raise RevisionError("这个仓库还没有任何提交", "先提交一次，再改动和比较")
        if commit is None:
            raise RevisionError(f"没有“{name}”这个版本", self._hint_for(name))
        return Revision(name, commit)

    def merge_base(self, head: Revision) -> Revision:
        """Where the head revision left the main branch."""
        main = next((name for name in MAIN_BRANCHES if self._commit_of(name)), None)
        if main is None:
            hint = _UNSHALLOW if self._is_shallow() else "写明要与哪个版本比较，例如：highlights diff HEAD~1"
            raise RevisionError(f"没有找到主分支（{'、'.join(MAIN_BRANCHES)}）", hint)
        commit = self._ask("merge-base", main, head.commit)
        if commit is None:
            hint = f"写明要比较的两个版本，例如：highlights diff {main} {head.name}"
            raise RevisionError(f"{head} 和主分支 {main} 没有共同的祖先", _UNSHALLOW if self._is_shallow() else hint)
        return Revision(f"{main} 的分叉点", commit)

    def earlier(self, revision: Revision, at_most: int) -> Iterator[Revision]:
        """Those before that had other data, the latest first; of a merge only what it was merged into."""
        limits = ("--skip=1", f"--max-count={at_most}")
        listed = _git(self.top, "rev-list", "--first-parent", *limits, revision.commit, "--", str(self.data))
        for commit in listed.decode().split():
            found = Revision(commit[:9], commit)
            if any(self._files_of(found)):
                yield found

    def copy_data(self, revision: Revision, target: Path) -> None:
        """Files only: links could lead out of the folder."""
        files = list(self._files_of(revision))
        if not files:
            raise RevisionError(f"版本 {revision} 里没有数据文件夹“{self.data}”", "换一个已经有数据的版本比较")
        # One object a line; each answer is a line that ends with the size, the content, and a line break.
        asked = "".join(f"{object_id}\n" for object_id, _ in files)
        answer = _git(self.top, "cat-file", "--batch", given=asked.encode())
        at = 0
        for _, path in files:
            end = answer.index(b"\n", at)
            size = _size_of(answer[at:end])
            at = end + 1 + size + 1
            copied = target / path
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(answer[end + 1 : end + 1 + size])

    def _files_of(self, revision: Revision) -> Iterator[tuple[str, PurePosixPath]]:
        """Objects with their paths below the data folder."""
        listed = _git(self.top, "ls-tree", "-r", "-z", "--full-tree", revision.commit, "--", str(self.data))
        for entry in listed.split(b"\0")[:-1]:
            attributes, _, path = entry.partition(b"\t")
            mode, _, object_id = attributes.decode().split(" ")
            inside = PurePosixPath(path.decode(errors="replace")).relative_to(self.data)
            if mode in _ORDINARY_FILE and ".." not in inside.parts:
                yield object_id, inside

    def _commit_of(self, name: str) -> str | None:
        is_option = name.startswith("-")
        return None if is_option else self._ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def _is_shallow(self) -> bool:
        return self._ask("rev-parse", "--is-shallow-repository") == "true"

    def _hint_for(self, name: str) -> str:
        branches = (self._ask("for-each-ref", "--format=%(refname:short)") or "").split()
        close = nearest(name, branches)
        if close:
            return f"是不是“{close}”？"
        return _UNSHALLOW if self._is_shallow() else "先运行 git fetch；可用的分支见 git branch --all，提交见 git log"

    def _ask(self, *arguments: str) -> str | None:
        """What git answers in one line, None where it says no."""
        done = _run(self.top, *arguments)
        return done.stdout.decode().strip() if done.returncode == 0 else None


def open_repository(data: Path) -> Repository:
    """The repository that a data folder belongs to; the folder itself may be gone from the working tree."""
    data = data.resolve()
    there = next(folder for folder in (data, *data.parents) if folder.is_dir())
    done = _run(there, "rev-parse", "--show-toplevel")
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        raise RevisionError(
            f"“{data}”不在 git 仓库里（git：{said}）", "在克隆下来的仓库里运行，或用 --data 指明数据文件夹"
        )
    top = Path(done.stdout.decode().rstrip("\n")).resolve()
    return Repository(top, PurePosixPath(data.relative_to(top)))


def _size_of(answer: bytes) -> int:
    """A line such as `<object> blob 1234`, or `<object> missing` in a clone that left contents out."""
    size = answer.rsplit(b" ", 1)[1]
    if size == b"missing":
        raise RevisionError("这个克隆没有文件的全部内容", "联网运行一次 git fetch --refetch --no-filter，或重新克隆")
    return int(size)


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(folder, *arguments, given=given)
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        raise RevisionError(f"git {arguments[0]} 没有成功：{said}", "检查仓库是否完整：git fsck")
    return done.stdout


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    environment = {name: value for name, value in os.environ.items() if name not in _SET_BY_HOOKS}
    try:
        return subprocess.run(  # noqa: S603 no shell
            command, input=given, env=environment, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise RevisionError("没有安装 git", "先安装 git，例如：sudo apt install git") from None
