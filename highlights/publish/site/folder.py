"""The folder that is published: what has been built beside it takes its place in one step, the one before is kept.

Killed at any moment, it is whole: the old one or the new one. Where the system cannot exchange two folders in one step
there is an instant without it; `recover` then ends what was begun. It does not know what the folders hold.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path

# <fcntl.h>, <linux/fs.h>
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Else files come out of an archive with mode 0600, and a server that is not the owner refuses them.
_FOR_ALL = stat.S_IFREG | 0o644
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


@dataclass(frozen=True, slots=True)
class Places:
    """The published folder, and in the workshop: the one being built, the one before, and one on its way there."""

    published: Path
    workshop: Path

    @property
    def built(self) -> Path:
        return self.workshop / self.published.name

    @property
    def previous(self) -> Path:
        return self.workshop / f"previous-{self.published.name}"

    @property
    def aside(self) -> Path:
        return self.workshop / f"aside-{self.published.name}"


def publish(places: Places) -> None:
    """`built` becomes `published`, on the disk too."""
    os.sync()
    _put_in_place(places, places.built)


def step_back(places: Places) -> None:
    """`previous` and `published` change places, so that a second step leads forward again."""
    _put_in_place(places, places.previous)


def recover(places: Places) -> None:
    """What was put aside is published again if nothing else is, else it is the one before."""
    if not places.aside.exists():
        return
    if places.published.exists():
        discard(places.previous)
        places.aside.rename(places.previous)
    else:
        places.aside.rename(places.published)


def discard(folder: Path) -> None:
    """Under another name first: what has been half removed is taken for nothing else."""
    removed = folder.with_name(f"removed-{folder.name}")
    _remove(removed)
    if os.path.lexists(folder):
        folder.rename(removed)
        _remove(removed)


def _remove(folder: Path) -> None:
    """Of a link, never what it leads to."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def pack_folder(folder: Path, workshop: Path) -> Path:
    """The folder as one file beside it, which everybody may read who gets it.

    The same folder makes the same bytes: names in order, no dates, one mode.
    """
    packed = folder.with_suffix(".zip")
    unfinished = workshop / packed.name
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix())
                entry.external_attr = _FOR_ALL << 16  # of Unix, in the upper half
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return unfinished.replace(packed)


def _put_in_place(places: Places, folder: Path) -> None:
    recover(places)
    if not places.published.exists():
        folder.rename(places.published)
    elif _exchange(folder, places.published):
        folder.rename(places.aside)
    else:
        places.published.rename(places.aside)
        folder.rename(places.published)
    recover(places)


def _exchange(one: Path, other: Path) -> bool:
    """False where the system or the file system cannot do it."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
