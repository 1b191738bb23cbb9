"""What `highlights build` does around the making of a site, and `rollback` and `verify-site`.

One build at a time, aside; checked; then published in one step. What goes wrong before leaves the old site as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from highlights.model import City
from highlights.publish.obstacles import explain_obstacle, placed
from highlights.publish.site.checks import check_site, faults_text
from highlights.publish.site.checksums import SUMS, Comparison, UnreadableSums, compare_with_sums, write_sums
from highlights.publish.site.folder import Places, discard, pack_folder, publish, recover, step_back
from highlights.publish.site.lock import build_lock

# Makes a site in a folder, holding the lock of this descriptor; false when it has said why there is none.
Make = Callable[[Path, int], bool]
Tell = Callable[[str], None]


class NotPublished(Exception):  # noqa: N818 told to whoever builds
    """Why, and what that means for the published site."""


def publish_site(city: City, places: Places, make: Make, tell: Tell, *, is_offline: bool) -> str:
    """An offline site, whose links name files, is packed into one file besides."""
    with _at_work(places, tell) as lock:
        discard(places.built)
        if not make(places.built, lock):
            raise NotPublished(f"网站没有生成，{_untouched(places)}")
        faults = check_site(places.built, city, names_files=is_offline, has_pdfs=True)
        if faults:
            found = f"生成的网站有 {len(faults)} 处不对，没有发布，{_untouched(places)}"
            raise NotPublished(f"{faults_text(faults)}\n\n{found}")
        write_sums(places.built)
        publish(places)
        said = f"网站已生成：{places.published}"
        if is_offline:
            packed = pack_folder(places.published, places.workshop)
            said += f"\n打成一个文件：{packed}。解压后用浏览器打开 index.html。"
    return said


def roll_back(places: Places, tell: Tell) -> str:
    """The build before takes the place of the published one; a second time, back again."""
    with _at_work(places, tell):
        if places.previous.is_symlink() or not places.previous.is_dir():
            raise NotPublished("没有留着上一次生成的网站，退不回去。")
        try:
            comparison = compare_with_sums(places.previous)
        except UnreadableSums as unreadable:
            raise NotPublished(f"上一次生成的网站不完整：{unreadable}。{_untouched(places)}") from None
        if not comparison.is_whole:
            raise NotPublished(f"{differences(comparison)}\n上一次生成的网站不完整，{_untouched(places)}")
        step_back(places)
    return f"已换回上一次生成的网站：{places.published}。再运行一次就换回来。"


def differences(comparison: Comparison) -> str:
    kinds = {"缺少": comparison.missing, "改过": comparison.changed, "多出": comparison.extra}
    lines = [f"{kind}  {name}" for kind, names in kinds.items() for name in names]
    counts = "，".join(f"{kind} {len(names)} 个" for kind, names in kinds.items() if names)
    return "\n".join([*lines, f"\n与 {SUMS} 不符的文件：{counts}。"])


@contextmanager
def _at_work(places: Places, tell: Tell) -> Iterator[int]:
    """Alone in the workshop, where what a killed build has left is put in order first."""
    try:
        _refuse_link(places.published)
        with placed(places.workshop), build_lock(places.workshop, tell) as lock:
            recover(places)
            yield lock
    except OSError as error:
        explained = explain_obstacle(error)
        if explained is None:
            raise
        raise NotPublished(f"{explained}\n没有做完；现有的 {places.published.name}/ 是完整的。") from error


def _refuse_link(published: Path) -> None:
    """Swapped, the link would be gone, and what it leads to would stay as it is for ever."""
    if published.is_symlink():
        raise NotPublished(
            f"{published} 是链接，指向 {published.readlink()}。网站是整个文件夹一起换的，不能换在链接里。\n"
            f"  提示：删去这个链接再运行；网页服务器直接用 {published}，"
            f"或生成以后复制过去：rsync -a --delete {published}/ {published.readlink()}/"
        )
    if published.exists() and not published.is_dir():
        raise NotPublished(f"这里应是文件夹，却是文件：{published}\n  提示：把它移走，再运行一次")


def _untouched(places: Places) -> str:
    return f"已有的 {places.published.name}/ 没有改动。"
