"""The built site: complete, in two languages, without a request to anybody else."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from chain.kit.module import params_of
from chain.kit.record import rules_of
from chain.kit.state_machine import machines_of
from docs.hooks.sequence import write_sequence
from modules import MODULES
from tests.e2e.devnet import ROOT

pytest.importorskip("mkdocs", reason="mkdocs is missing: it is in the extra `dev`")
pytestmark = [pytest.mark.long, pytest.mark.timeout(240)]
# What a browser fetches by itself, and where the address stands. An anchor's is the reader's own.
FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
FOREIGN_STYLE = re.compile(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//")


class Page(HTMLParser):
    """What of a page leads elsewhere, and what can be led to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and names of a tag."""
        found = {name: value or "" for name, value in attrs}
        self.places |= {found[name] for name in ("id", "name") if name in found}
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        is_named_only = tag == "link" and found.get("rel") in ("canonical", "alternate")
        if tag in FETCHED and not is_named_only:
            self.fetched.append(found.get(FETCHED[tag], ""))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it: a warning fails."""
    place = tmp_path_factory.mktemp("site") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(place)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False
    )
    assert 0 == done.returncode, done.stderr[-3000:]
    return place


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """Every page of it, read."""
    return {path: Page(path.read_text()) for path in site.rglob("*.html")}


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    """No script, style, picture or font has another host's address."""
    foreign = [(str(p), url) for p, page in pages.items() for url in page.fetched if _host(url)]
    styles = [str(p) for p in site.rglob("*.css") if FOREIGN_STYLE.search(p.read_text())]
    inline = [str(p) for p in pages if FOREIGN_STYLE.search(p.read_text())]
    assert not foreign + styles + inline
    # The theme would fetch a program for these, and for nothing else.
    assert not [p for p in pages if re.search(r'class="[^"]*\bmermaid\b', p.read_text())]


def test_every_link_leads_to_a_place(pages: dict[Path, Page]) -> None:
    """Each link within the site has its page, and its anchor there."""
    wrong = [
        f"{path}: {link}"
        for path, page in pages.items()
        if path.name != "404.html"  # it may be served at any depth
        for link in page.links
        if not _host(link) and not _is_there(path, link, pages)
    ]
    assert not wrong, "\n".join(wrong[:20])


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _is_there(path: Path, link: str, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    target = target / "index.html" if target.is_dir() else target
    if target not in pages:
        return target.exists()
    anchor = unquote(parts.fragment)
    return not anchor or anchor == "__tabbed" or anchor in pages[target].places


def test_every_module_has_its_page_with_a_chart_of_each_machine(site: Path) -> None:
    """As many charts as machines, each with words for who hears the page."""
    for module in MODULES:
        text = (site / "reference" / "modules" / f"{module.name}.html").read_text()
        charts = re.findall(r'<svg class="states" role="img" aria-label="([^"]+)"', text)
        assert [machine.name for machine in machines_of(module)] == [
            re.split(r": |\. ", chart)[1] for chart in charts
        ]


def test_modules_and_parameters_are_listed_whole(site: Path) -> None:
    """Every module is in the list; every parameter that a vote may change, on its page."""
    modules = (site / "reference" / "modules" / "index.html").read_text()
    parameters = (site / "reference" / "parameters.html").read_text()
    for module in MODULES:
        assert f'href="{module.name}.html"' in modules
        declared = params_of(module)
        for name in rules_of(declared[1]) if declared else ():
            assert f"<code>{name}</code>" in parameters, (module.name, name)


@pytest.mark.parametrize("language", ["", "ja"])
def test_both_languages_are_whole(site: Path, language: str) -> None:
    """What is not translated is shown in English, at the same place."""
    wanted = {path.relative_to(site) for path in _of(site, "")}
    assert wanted == {path.relative_to(site / language) for path in _of(site, language)}
    quick = (site / language / "quickstart.html").read_text()
    assert ("クイックスタート" if language else "Quick start") in quick


def _of(site: Path, language: str) -> Iterator[Path]:
    pages = (site / language).rglob("*.html")
    yield from (p for p in pages if p.name != "404.html" and (language or "ja" not in p.parts))


def test_japanese_lines_are_joined_and_headings_are_not(site: Path) -> None:
    """A line's end between Japanese words is no space; a heading stays one."""
    from docs.hooks.site import joined_lines

    assert "# 題\n一行二行三行\n" == joined_lines("# 題\n一行\n二行\n三行\n")
    english, japanese = (
        re.findall(r"<h2", (site / language / "quickstart.html").read_text())
        for language in ("", "ja")
    )
    assert len(english) == len(japanese)


def test_a_sequence_is_told_step_by_step() -> None:
    """Messages and notes become a list; a line that is neither is refused."""
    text = "sequenceDiagram\nparticipant A as chain A (here)\nNote over A: <locked>\nA->>A: waits\n"
    told = write_sequence(text)
    assert "<li><b>chain A</b>: &lt;locked&gt;</li>" in told and "waits" in told
    with pytest.raises(ValueError, match="a line of a sequence"):
        write_sequence("loop every day\n")
