"""What pages show can be typed, both languages are alike, and a test stands behind each block."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from chain.kit.module import params_of
from cli.__main__ import build_parser
from modules import MODULES
from tests.docs.page import Block, blocks_of, commands_of, unseen
from tests.e2e.devnet import ROOT

DOCS = ROOT / "docs"
BILINGUAL = sorted(
    path.relative_to(DOCS).as_posix().removesuffix(".ja.md") for path in DOCS.rglob("*.ja.md")
)
# Pages with code, and the test that runs it.
RUN_BY = {
    "README.md": "tests/e2e/test_readme.py",
    "docs/bridge.md": "tests/docs/test_bridge_guide.py",
    "docs/client.md": "tests/e2e/test_client_page.py",
    "docs/grpc.md": "tests/e2e/test_grpc.py",
    "docs/json-rpc.md": "tests/e2e/test_openrpc.py",  # rendered with examples of what is served
    "docs/operating.md": "tests/cli/test_main.py",
    "docs/quickstart.md": "tests/docs/test_quickstart.py",
    "docs/tutorials/caller.md": "tests/docs/test_tutorials.py",
    "docs/tutorials/data-owner.md": "tests/docs/test_tutorials.py",
    "docs/tutorials/module-author.md": "tests/e2e/test_module_tutorial.py",
    "docs/tutorials/provider.md": "tests/docs/test_tutorials.py",
    "docs/tutorials/validator.md": "tests/docs/test_tutorials.py",
}
# Pages whose code is not run as it stands: the reason, and what is tested in its place.
NOT_RUN = {
    "CONTRIBUTING.md": "make's own targets, which .ci/run calls",
    "docs/beacon.md": "formulas, held by tests/test_beacon_numbers.py",
    "docs/deploying.md": "engines, clusters and systemd: tests/deploy runs their command lines",
    "docs/development.md": "servers for other tools: tests/e2e/test_development.py",
    "docs/gateway.md": "the caller's tutorial runs the same, with a model",
    "docs/keeper.md": "a program that waits: tests/e2e/test_keeper.py",
    "docs/provider.md": "the provider's tutorial runs the same, with an order",
    "docs/replicas.md": "addresses of other machines: tests/e2e/test_replica.py",
    "docs/simulator.md": "make sim, which tests/sim calls",
    "docs/token.md": "typed data for wallets: tests/e2e/test_token.py",
}
# Pages that docs/hooks/site.py makes of what lies elsewhere.
ELSEWHERE = {"architecture.md", "contributing.md", "changelog.md", "reference/parameters.md"}
SETS = re.compile(r"`(\w+)\.(\w+)` = ([\d,]+)")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HOLES = re.compile(r"0x[A-Z_…]+")


def pages() -> Iterator[Path]:
    """Every page that is written by hand, in English."""
    yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md"))
    yield from (p for p in sorted(DOCS.rglob("*.md")) if not p.name.endswith(".ja.md"))


def commands(page: Path) -> Iterator[str]:
    """Every command of `kumiai` in a page's blocks, whether it is typed there or shown."""
    for block in blocks_of(page):
        if block.language == "console":
            typed = (command.typed for command in commands_of(block))
        else:
            typed = iter(block.text.splitlines() if block.language in ("", "sh") else ())
        yield from (line.strip() for line in typed if line.strip().startswith("kumiai "))


def parses(parser: argparse.ArgumentParser, line: str) -> bool:
    """Whether the command line understands a command; addresses that are left open are filled."""
    line = HOLES.sub("0x" + "11" * 20, line.split(" && ")[0].split(" | ")[0])
    words = shlex.split(line.removesuffix("\\"), comments=True)[1:]
    try:
        parser.parse_args(words)
    except SystemExit:
        return False
    return True


def test_every_command_of_every_page_is_one(capsys):
    """What a page tells its reader to type, the command line understands."""
    parser = build_parser()
    wrong = [
        f"{page.relative_to(ROOT)}: {command}"
        for page in pages()
        for command in commands(page)
        if not parses(parser, command)
    ]
    assert not wrong, "\n".join(wrong)
    assert sum(1 for page in pages() for _ in commands(page)) > 100


def test_a_test_stands_behind_every_block_of_code():
    """A page that shows code is run by a test, or says in NOT_RUN why it is not."""
    shown = {
        page.relative_to(ROOT).as_posix()
        for page in pages()
        if any(block.language not in ("text", "mermaid") for block in blocks_of(page))
    }
    assert shown == RUN_BY.keys() | NOT_RUN.keys()
    for page, test in RUN_BY.items():
        assert (ROOT / test).exists()
        assert Path(page).stem in (ROOT / test).read_text() or "json-rpc" in page, (page, test)


@pytest.mark.parametrize("page", BILINGUAL)
def test_both_languages_show_the_same(page):
    """The Japanese page has the same blocks, headings, tables and links as the English one."""
    english, japanese = (DOCS / f"{page}{end}" for end in (".md", ".ja.md"))
    assert blocks_of(english) == blocks_of(japanese)
    shapes = (r"^#+ ", r"^\|", r"\]\(([^)]+)\)", r"`([a-z_]+\.[a-z_]+`(?: = \d[\d,]*\d|))")
    for shape in shapes:
        found = [re.findall(shape, path.read_text(), re.MULTILINE) for path in (english, japanese)]
        own = {english.name, japanese.name}  # each leads to the other
        here, there = (sorted(each for each in all_ if each not in own) for all_ in found)
        assert here == there, shape


def test_what_must_be_in_both_languages_is():
    """Quick start, tutorials, risks and the first page."""
    tutorials = {f"tutorials/{path.stem}" for path in (DOCS / "tutorials").glob("*.md")}
    wanted = {name for name in tutorials if not name.endswith(".ja")}
    assert {"index", "quickstart", "trust", *wanted} <= set(BILINGUAL)


@pytest.mark.parametrize("page", ["trust.md", "trust.ja.md"])
def test_the_page_on_risks_has_the_parameters_values(page):
    """Each `module.parameter` = value is the default that the module declares, each test there."""
    text = (DOCS / page).read_text()
    defaults = {m.name: params_of(m)[1]() for m in MODULES if params_of(m) is not None}
    found = SETS.findall(text)
    assert len(found) > 30
    for module, name, value in found:
        assert int(value.replace(",", "")) == int(getattr(defaults[module], name)), (module, name)
    for place in re.findall(r"`(tests/[\w/.]+)`", text):
        assert (ROOT / place).exists(), place
    assert [f"R{number}" for number in range(1, 14)] == re.findall(r"^## (R\d+)", text, re.M)


def test_every_page_has_its_place():
    """The navigation names every page that is not listed by the hook."""
    text = (ROOT / "mkdocs.yml").read_text()
    found = set(re.findall(r"[\w/-]+\.md\b", text[text.index("\nnav:") :]))
    written = {p.relative_to(DOCS).as_posix() for p in pages() if p.is_relative_to(DOCS)}
    own = {page for page in written if not page.startswith("adr/")}
    assert own == found - ELSEWHERE


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda path: path.name)
def test_every_link_leads_to_a_file(page):
    """Who reads the pages in the tree, without the site, finds what they lead to."""
    text = FENCED.sub("", page.read_text())
    places = [target for target in LINK.findall(text) if "://" not in target]
    assert not [place for place in places if not (page.parent / place).exists()]


def test_a_line_that_is_not_seen_is_told():
    """`…` stands for anything, frames and spaces for nothing, and the order counts."""
    output = "┃ state ┃\n│ a   │ 1 KUM │\n│ b │ 2 KUM │\n"
    assert "" == unseen(("a 1 KUM", "b … KUM"), output)
    assert "a 1 KUM" == unseen(("b … KUM", "a 1 KUM"), output)
    assert "c" == unseen(("c",), output)


def test_a_block_is_split_into_what_is_typed_and_what_is_seen():
    """Prompts begin commands; a line after a backslash and Ctrl-C are understood."""
    block = Block("console", "", "$ a \\\n  b\nseen\n^C\n$ c\nkumiai: no\n")
    first, second, third = commands_of(block)
    assert ("a \\\n  b", ("seen",)) == (first.typed, first.seen)
    assert "^C" == second.typed and not second.seen
    assert third.is_refused and not first.is_refused
