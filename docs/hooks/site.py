"""
What makes a site of pages that lie all over the tree.

    docs/*.md, docs/adr ----------------------------------------+
    ARCHITECTURE, CONTRIBUTING, CHANGELOG, changelog.d --read --+--> links rewritten --> the site
    modules/*/README.md --mermaid becomes a chart --------------+
    MODULES --lists of modules and parameters ------------------+

The pages of modules and decisions are listed by what there is, so a new one needs no line here.
"""

import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from eth_utils.address import to_checksum_address
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from chain.kit.module import Module
from chain.kit.render.chart import draw_chart
from chain.kit.render.names import page_doc_of
from chain.kit.state_machine import machines_of
from docs.hooks.sequence import write_sequence
from modules import MODULES

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs"
MODULE_PAGES: Final = "reference/modules"
LISTED: Final = "Listed from the modules' declarations."
PARAMETERS: Final = re.compile(r"^## Parameters\n(.*?)^## ", re.MULTILINE | re.DOTALL)
DIAGRAM: Final = re.compile(r"^```mermaid\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK: Final = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
CODE: Final = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
# What leads from one language to the other where there is no site, which has a switch for it.
OTHER: Final = re.compile(r"^(?:日本語|English): \[[^\]]+\]\([^)]+\)\n", re.MULTILINE)
# A line's end between Japanese words is no space; a heading's and a row's is one.
BREAK: Final = re.compile(r"^(?![#|])(.*[\u3000-\u9fff\uff01-\uff60])\n(?=[\u3000-\u9fff])", re.M)
WIDE: Final = re.compile(r"<table>(?=\s*<thead>\s*<tr>(?:\s*<th[^>]*>.*?</th>){4})")
SEARCH: Final = 'data-md-component="search" role="dialog"'
LEGEND: Final = (
    "Rows are states, columns calls: ○ where one may be made, ▶ where it leads, ● where it may "
    "stay. Dashed, in parentheses: what the chain does by itself. A double frame is an end."
)


def _elsewhere() -> dict[str, Path]:
    """Return the files outside of docs that have a page, by the page's place."""
    pages = {
        f"{MODULE_PAGES}/{m.name}.md": ROOT / "modules" / m.name / "README.md" for m in MODULES
    }
    for name in ("ARCHITECTURE", "CONTRIBUTING", "CHANGELOG"):
        pages[f"{name.lower()}.md"] = ROOT / f"{name}.md"
    return pages


PAGES: Final = _elsewhere()
PLACES: Final = {file: page for page, file in PAGES.items()}
PLACES[ROOT / "modules"] = f"{MODULE_PAGES}/index.md"
BY_NAME: Final = {module.name: module for module in MODULES}


def write_modules() -> str:
    """Return the page that lists all modules: where each is, and what for."""
    rows = [
        f"| [{m.name}]({m.name}.md) | `{to_checksum_address(m.address)}` | {_first_sentence(m)} |"
        for m in MODULES
    ]
    head = ["| module | address | what it is |", "|---|---|---|"]
    return "\n".join(["# Modules", LISTED, "", *head, *rows, ""])


def write_parameters() -> str:
    """Return the page of everything that a vote may change, module by module."""
    parts = ["# Parameters", LISTED, ""]
    for module in MODULES:
        page = (ROOT / "modules" / module.name / "README.md").read_text()
        if found := PARAMETERS.search(page):
            parts += [f"## {module.name}", "", found[1].strip(), ""]
    return "\n".join(parts)


def _first_sentence(module: type[Module]) -> str:
    return " ".join(page_doc_of(module).partition("\n\n")[0].split())


WRITTEN: Final = {
    f"{MODULE_PAGES}/index.md": write_modules,
    "reference/parameters.md": write_parameters,
}


def on_config(config: Any) -> Any:
    """List the pages of all modules and decisions where the navigation names their folder."""
    config.nav = [_listed(item) for item in config.nav]
    return config


def _listed(item: Any) -> Any:
    lists = {
        MODULE_PAGES: [
            f"{MODULE_PAGES}/index.md",
            *(page for page in PAGES if page.startswith(f"{MODULE_PAGES}/")),
        ],
        "adr": ["adr/README.md", *(f"adr/{p.name}" for p in sorted(DOCS.glob("adr/0*.md")))],
    }
    if isinstance(item, dict):
        return {name: _listed(inner) for name, inner in item.items()}
    if isinstance(item, list):
        return [_listed(inner) for inner in item]
    return lists.get(item, item)


@event_priority(100)
def on_files(files: Files, config: Any) -> Files:
    """Add the pages from outside of docs; they have a place, and their text is read later."""
    for page in (*PAGES, *WRITTEN):
        if files.get_file_from_path(page) is None:
            files.append(File(page, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Any, config: Any) -> str | None:
    """Return the text of a page from outside of docs; None leaves the others to their files."""
    place = page.file.src_uri
    if place in WRITTEN:
        return WRITTEN[place]()
    file = PAGES.get(place)
    if file is None:
        return None
    text = file.read_text()
    return text + _fragments() if file.name == "CHANGELOG.md" else text


def _fragments() -> str:
    """Return what no release has gathered yet."""
    files = sorted((ROOT / "changelog.d").glob("*.*.md"))
    lines = [f"- *{path.stem.rpartition('.')[2]}* {path.read_text().strip()}" for path in files]
    return "\n".join(["", "## Since then", *lines, ""])


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Draw the diagrams, and lead each link to a page of the site, or to the name of a file."""
    place = page.file.src_uri
    source = PAGES.get(place, DOCS / place)
    module = BY_NAME.get(Path(place).stem) if place.startswith(MODULE_PAGES) else None
    charts = iter(draw_all(module)) if module is not None else iter(())

    def draw(found: re.Match[str]) -> str:
        text = found[1]
        return next(charts) if text.startswith("stateDiagram") else write_sequence(text)

    parts = CODE.split(DIAGRAM.sub(draw, OTHER.sub("", markdown)))
    for number in range(0, len(parts), 2):
        led = LINK.sub(lambda m: _lead(m, source, place), parts[number])
        parts[number] = joined_lines(led)
    return "".join(parts)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Name the search for who hears the page; let wide tables be scrolled by keys."""
    named = output.replace(SEARCH, f'{SEARCH} aria-label="Search"')
    return WIDE.sub('<table tabindex="0">', named)


def joined_lines(text: str) -> str:
    """Return a text without the line ends that would show as spaces between Japanese words."""
    while (joined := BREAK.sub(r"\1", text)) != text:  # a turn joins every second line
        text = joined
    return text


def draw_all(module: type[Module]) -> list[str]:
    """Return a chart of each machine of a module, in the order of its page."""
    return [
        f'<div class="chart" tabindex="0" role="group" aria-label="{machine.name}">\n'
        f"{draw_chart(machine, f'{module.name}: {machine.name}')}\n</div>\n\n*{LEGEND}*"
        for machine in machines_of(module)
    ]


def _lead(found: re.Match[str], source: Path, place: str) -> str:
    """Return a link as it must be on the page at `place`, whose text lies in `source`."""
    mark, words, target = found.groups()
    parts = urlsplit(target)
    if parts.scheme or not parts.path:
        return found[0]
    file = (source.parent / parts.path).resolve()
    if file.is_dir() and (file / "README.md").exists():
        file = file / "README.md"
    page = PLACES.get(file)
    if page is None and file.is_relative_to(DOCS):
        page = file.relative_to(DOCS).as_posix()
    if page is None:  # a file of the tree, which the site does not have
        if not file.exists():
            return found[0]  # let the strict build say so
        name = file.relative_to(ROOT).as_posix()
        plain = words.replace("`", "")
        return f"`{name}`" if plain in (name, file.name) else f"{words} (`{name}`)"
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    up = "../" * place.count("/")
    return f"{mark}[{words}]({up}{page}{anchor})"
