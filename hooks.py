"""MkDocs events. The data is loaded once a build; pages, place holders and open data follow from it."""

from __future__ import annotations

import gc
import html
import logging
import os
import shutil
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from markdown.extensions.toc import nest_toc_tokens
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils.templates import TemplateContext
from watchdog.observers.polling import PollingObserver

from highlights.commands.options import BULLETINS_VARIABLE, DATA_VARIABLE
from highlights.derive.issued import data_timestamp
from highlights.diagnostics import Diagnostic, in_order
from highlights.load import load_city
from highlights.publish import messages
from highlights.publish.beside_pages import copy_bulletins, published_as, shorten_theme_sheet, write_files
from highlights.publish.bulletins.files import pdf_files
from highlights.publish.compiled_templates import CompiledTemplates
from highlights.publish.content_policy import with_policy
from highlights.publish.mending import mend
from highlights.publish.obstacles import explain_obstacle
from highlights.publish.pages import GeneratedPage, generated_pages
from highlights.publish.site_files import SiteFiles, with_site_files
from highlights.publish.terminal import visible
from highlights.publish.used_styles import class_names
from highlights.publish.writer import Writer
from highlights.render.blocks import Block, Heading, as_html
from highlights.render.components import Components
from highlights.render.diagnostics import Diagnostics
from highlights.render.imprint import imprint
from highlights.render.links import Here

ROOT = Path(__file__).parent
HEADERS = ROOT / "deploy" / "_headers"
BEFORE_PLUGINS = 100

# MkDocs would look for changes every 0.5 s and then wait 0.1 s for more of them.
SECONDS_BETWEEN_LOOKS = 0.1
SECONDS_OF_CALM = 0.05

# A build keeps most of what it makes: to look there for garbage as often as Python does takes a tenth of the time.
OBJECTS_BETWEEN_COLLECTIONS = 100_000

# Outlive a build, so that a preview compiles its templates once.
COMPONENTS = Components(ROOT / "overrides" / "components")
THEME = CompiledTemplates()

log = logging.getLogger("mkdocs.hooks.highlights")

# At every build it lists what it has found; its warnings are heard.
logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)


class Build:
    """What lasts from one event to the next, and in `serve` from one build to the next.

    A preview has no `writer` as long as the data has never been right.
    """

    is_preview = False
    writer: Writer | None = None
    files: SiteFiles | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    generated: dict[str, GeneratedPage] = {}  # noqa: RUF012 replaced as a whole for each build
    class_names: set[str] = set()  # noqa: RUF012 as above


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    Build.is_preview = command == "serve"
    if not _data_folder().is_dir():
        hint = "改正或取消环境变量 HIGHLIGHTS_DATA；没有设它的，从仓库历史中恢复 data/"
        raise PluginError(f"没有数据文件夹“{_data_folder()}”。\n  提示：{hint}")
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


# The macros plugin looks for the writer in its own on_config.
@event_priority(BEFORE_PLUGINS)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    Build.writer = _load(Build.writer)
    Build.class_names = set()
    if Build.writer is None:
        return config
    city = Build.writer.city
    Build.generated = {page.path: page for page in generated_pages(city)}
    config.extra["writer"] = Build.writer
    # The theme's templates do not escape.
    config.site_name = html.escape(city.title)
    config.site_description = html.escape(city.description)
    # MkDocs dates the sitemap by it, and by the clock without it.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(data_timestamp(city)))
    if city.address and not Build.is_preview:
        config.site_url = city.address
    if not config.use_directory_urls:
        # Opened from disk: no server would ever show it.
        config.theme.static_templates.discard("404.html")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        published = published_as(file.src_uri)
        if published is None:
            files.remove(file)
        elif published != file.src_uri:
            file.dest_uri = published
    for page in Build.generated.values():
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, page.path, content=page.source, inclusion=inclusion))
    for file in files.documentation_pages():
        # Always a folder of its own: sites whose links name files differ in nothing but the ends of links.
        folder = Path(file.src_uri).parent / ("" if file.name == "index" else file.name)
        file.dest_uri = (folder / "index.html").as_posix()
    return files


@event_priority(BEFORE_PLUGINS)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    writer = Build.writer
    if writer is None:
        return ""
    here = Here(page.url.removesuffix("index.html"), names_files=not config.use_directory_urls)
    writer.begin_page(f"docs/{page.file.src_uri}", page.file.content_string, here)
    if page.file.src_uri in Build.generated:
        # The macros plugin would run whatever it finds in its title as a template.
        page.meta["render_macros"] = False
        return ""
    return markdown if writer.can_show(markdown) else ""


def on_page_content(content: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    writer = Build.writer
    if writer is None:
        return content
    generated = Build.generated.get(page.file.src_uri)
    if generated is None:
        return writer.fill(content)
    blocks = writer.page(generated)
    page.toc = _contents(blocks)
    page.meta["title"] = html.escape(generated.title)
    page.meta["description"] = html.escape(generated.description)
    page.meta["trail"] = [
        {"name": step.name, "link": writer.here.to(step.address), "file": step.path} for step in generated.trail
    ]
    page.meta["step"] = generated.step
    return as_html(blocks)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001
    if Build.writer is None:
        return context
    generated = Build.generated.get(page.file.src_uri)
    if generated:
        about = (generated.title, generated.description, generated.subject)
    else:
        # A heading has given HTML.
        title = "" if page.is_homepage else Markup(page.title).striptags()  # noqa: S704 only its text is kept
        about = (title, page.meta.get("description", ""), None)
    if page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix("index.html")
    context["head"] = Build.writer.head(page.url.removesuffix("index.html"), *about)
    return context


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Every page has been read: now all wrong names are known."""
    env.bytecode_cache = THEME
    mistakes = Build.writer.take_mistakes() if Build.writer else ()
    if mistakes:
        _refuse(messages.as_text(mistakes))
    if Build.writer:
        env.globals["imprint"] = imprint(Build.writer.city)
    if Build.is_preview:
        view = Diagnostics(in_order((*Build.diagnostics, *mistakes)), has_older_pages=Build.writer is not None)
        shown = visible(COMPONENTS.html("diagnostics", view, Here("")).markup)
        env.globals["diagnostics"] = shown if view.items else ""
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    # Nobody asks for it again, and those of thousands of pages would lie beside the search index in memory.
    page.content, page.toc = None, TableOfContents([])
    return _finished(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    return _finished(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    writer = Build.writer
    if writer is None:
        return
    Build.files = SiteFiles(writer, names_files=not config.use_directory_urls)
    if Build.is_preview:
        return
    site = Path(config.site_dir)
    write_files(site, Build.files.contents)
    if config.use_directory_urls:
        # For web servers; from disk there is none.
        shutil.copyfile(HEADERS, site / HEADERS.name)
    shorten_theme_sheet(site, Build.class_names, ROOT / "overrides" / "assets")
    made = _bulletin_folder()
    if made:
        copy_bulletins(site, writer.pdfs, made)


def on_build_error(error: Exception) -> None:
    """A full disk is no mistake in the program, and needs no traceback."""
    obstacle = explain_obstacle(error) if isinstance(error, OSError) else None
    if obstacle and not Build.is_preview:
        raise PluginError(obstacle) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    _refuse_a_second_preview(server)
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=SECONDS_BETWEEN_LOOKS)
    server.build_delay = SECONDS_OF_CALM
    server.set_app(with_site_files(server.serve_request, lambda address: Build.files and Build.files.find(address)))
    for path in (*watched, str(_data_folder()), str(ROOT / "overrides")):
        server.watch(path)
    return server


def _load(last: Writer | None) -> Writer | None:
    """In a preview the last good data stays on the screen, below what is wrong with the new."""
    loaded = load_city(_data_folder())
    Build.diagnostics = loaded.diagnostics
    if loaded.diagnostics:
        log.info("%s\n", messages.as_text(loaded.diagnostics))
    if loaded.city:
        made = _bulletin_folder()
        return Writer(loaded.city, COMPONENTS, pdf_files(loaded.city, made) if made else {})
    _refuse(f"数据有误，没有生成网站：{messages.summary(loaded.diagnostics)}")
    return last


def _contents(blocks: Sequence[Block]) -> TableOfContents:
    """As MkDocs would read it from Markdown."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    return get_toc(
        nest_toc_tokens([{"level": one.level, "id": one.id, "name": html.escape(one.text)} for one in headings])
    )


def _finished(page: str) -> str:
    """The preview writes a script into each page, by which it reloads; a policy would refuse that."""
    if Build.is_preview:
        return mend(page)
    Build.class_names.update(class_names(page))
    return with_policy(mend(page))


def _bulletin_folder() -> Path | None:
    named = os.environ.get(BULLETINS_VARIABLE)
    return Path(named) if named else None


def _refuse(text: str) -> None:
    # An exception would leave every request to the preview server without an answer.
    if not Build.is_preview:
        raise PluginError(text)
    log.error(text)


def _refuse_a_second_preview(server: LiveReloadServer) -> None:
    """MkDocs would end in a traceback."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(server.server_address)
        except OSError as taken:
            address = "{}:{}".format(*server.server_address)
            hint = "多半是另一个预览还开着：直接用它，或先把它关掉；要同时开两个，运行 make serve PORT=8001"
            raise PluginError(f"预览开不起来，地址 {address} 用不了。\n  提示：{hint}") from taken


def _data_folder() -> Path:
    folder = Path(os.environ.get(DATA_VARIABLE) or ROOT / "data")
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
