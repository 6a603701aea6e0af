"""What pages show can be typed, both languages are alike, and a test stands behind each block."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chain.kit.module import params_of
from cli.__main__ import build_parser
from cli.config import load_config
from modules import MODULES
from tests.docs.commands import (
    NOT_HERE,
    is_named,
    is_understood,
    mentioned,
    program_of,
    shown,
    typed_in,
)
from tests.docs.page import Block, blocks_of, commands_of, unseen
from tests.e2e.devnet import ROOT

DOCS = ROOT / "docs"
BILINGUAL = sorted(
    path.relative_to(DOCS).as_posix().removesuffix(".ja.md") for path in DOCS.rglob("*.ja.md")
)
# Pages with code, and the test that runs it.
RUN_BY = {
    "CONTRIBUTING.md": "tests/docs/test_pages.py",  # .ci/run types it
    "README.md": "tests/e2e/test_readme.py",
    "docs/bridge.md": "tests/docs/test_bridge_guide.py",
    "docs/client.md": "tests/e2e/test_client_page.py",
    "docs/deploying.md": "tests/docs/test_deploy_guide.py",
    "docs/development.md": "tests/docs/test_node_guides.py",
    "docs/gateway.md": "tests/docs/test_market_guides.py",
    "docs/grpc.md": "tests/e2e/test_grpc.py",
    "docs/json-rpc.md": "tests/e2e/test_openrpc.py",  # rendered with examples of what is served
    "docs/keeper.md": "tests/docs/test_market_guides.py",
    "docs/operating.md": "tests/docs/test_node_guides.py",
    "docs/provider.md": "tests/docs/test_market_guides.py",
    "docs/quickstart.md": "tests/docs/test_quickstart.py",
    "docs/replicas.md": "tests/docs/test_node_guides.py",
    "docs/simulator.md": "tests/docs/test_market_guides.py",
    "docs/token.md": "tests/docs/test_market_guides.py",
    "docs/tutorials/caller.md": "tests/docs/test_tutorials.py",
    "docs/tutorials/data-owner.md": "tests/docs/test_tutorials.py",
    "docs/tutorials/module-author.md": "tests/e2e/test_module_tutorial.py",
    "docs/tutorials/provider.md": "tests/docs/test_tutorials.py",
    "docs/tutorials/validator.md": "tests/docs/test_tutorials.py",
}
# Pages that docs/hooks/site.py makes of what lies elsewhere.
ELSEWHERE = {"architecture.md", "contributing.md", "changelog.md", "reference/parameters.md"}
SETS = re.compile(r"`(\w+)\.(\w+)` = ([\d,]+)")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SETTING = re.compile(r"`\[([\w.]+)\] (\w+ = [^`]+)`")  # `[node] log_format = "json"`
MADE = re.compile(r"(?:`|^)make ([a-z][\w-]*)", re.MULTILINE)


def pages() -> Iterator[Path]:
    """Every page that is written by hand, in English."""
    yield from (ROOT / name for name in ("README.md", "CONTRIBUTING.md"))
    yield from (p for p in sorted(DOCS.rglob("*.md")) if not p.name.endswith(".ja.md"))


def everything() -> Iterator[Path]:
    """Every page that a reader may meet: both languages, and those beside the code."""
    yield from pages()
    yield from sorted((*ROOT.glob("*.ja.md"), *DOCS.rglob("*.ja.md")))
    yield from sorted((ROOT / "modules").rglob("README.md"))
    yield from (
        ROOT / name for name in ("ARCHITECTURE.md", "client/README.md", "explorer/README.md")
    )


def test_every_command_of_every_page_is_one(capsys):
    """What a page tells its reader to type, the command line understands."""
    parser = build_parser()
    found = [(page, command) for page in everything() for command in shown(page)]
    wrong = [f"{page}: {line}" for page, line in found if not is_understood(parser, line)]
    assert not wrong, "\n".join(wrong)
    assert len(found) > 100


def test_every_command_in_prose_and_tables_is_one(capsys):
    """A command between backquotes is understood as it stands, or names one and no more."""
    parser = build_parser()
    found = {(line, page) for page in everything() for line in mentioned(page)}
    wrong = [
        f"{page}: {line}"
        for line, page in sorted(found)
        if not is_named(parser, line) and not is_understood(parser, line)
    ]
    assert not wrong, "\n".join(wrong)
    assert len({line for line, _ in found}) > 60


def test_every_setting_in_prose_and_tables_is_one(tmp_path):
    """What a page tells an operator to write in `config.toml`, the loader of it reads."""
    said = [
        (path.relative_to(ROOT), f"[{section}]\n{line}\n")
        for path in everything()
        for section, line in SETTING.findall(path.read_text())
    ]
    for page, text in said:
        (tmp_path / "config.toml").write_text(text)
        assert load_config(tmp_path), (page, text)
    assert len(said) > 1


def test_every_target_of_make_is_one():
    """In blocks, prose and tables."""
    known = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    said = {(word, page) for page in everything() for word in MADE.findall(page.read_text())}
    assert not {(word, str(page)) for word, page in said if word not in known}
    assert len({word for word, _ in said}) > 20


def test_every_command_is_run_or_of_a_program_that_cannot_be():
    """No page that no test follows has a command, but of programs with a test in their place."""
    programs = {
        (page.relative_to(ROOT).as_posix(), program_of(line))
        for page in pages()
        for block in blocks_of(page)
        for line in typed_in(block)
    }
    assert not {(p, name) for p, name in programs if p not in RUN_BY and name not in NOT_HERE}
    assert NOT_HERE.keys() <= {name for _, name in programs}
    for name, (_, test) in NOT_HERE.items():
        assert name in (ROOT / test).read_text(), test


def test_what_contributors_type_is_what_ci_types():
    """Each line of the page on contributing is one of `.ci/run`."""
    (block,) = blocks_of(ROOT / "CONTRIBUTING.md")
    run = {line.split("#")[0].strip() for line in (ROOT / ".ci/run").read_text().splitlines()}
    assert set(typed_in(block)) <= run


def test_a_test_stands_behind_every_block_of_code():
    """A page that shows code, or commands, is followed by a test that names it."""
    shown = {
        page.relative_to(ROOT).as_posix()
        for page in pages()
        if any(block.language not in ("text", "mermaid") for block in blocks_of(page))
    }
    assert shown == RUN_BY.keys()
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


def test_a_command_that_is_none_is_told(capsys):
    """In blocks with every word, in prose by its name; what is left open may be anything."""
    parser = build_parser()
    assert is_understood(parser, "kumiai light --rpc URL --trust-height N --trust-hash 0x…")
    assert not is_understood(parser, "kumiai status --hme net")
    assert not is_understood(parser, "kumiai validator edit")
    assert is_understood(parser, "kumiai query staking VIEW")
    assert not is_understood(parser, "kumiai query staking delegate")  # that is a call
    assert is_named(parser, "kumiai validator edit")
    assert is_named(parser, "kumiai validator edit --help")
    assert not is_named(parser, "kumiai validator forget")
    assert not is_named(parser, "kumiai validator edit --from")


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


def test_a_block_may_begin_with_what_a_terminal_shows_meanwhile():
    """Lines before any prompt belong to no command: the reader only looks."""
    looks, second = commands_of(Block("console", "node", "height 3\n^C\n"))
    assert ("", ("height 3",), "^C") == (looks.typed, looks.seen, second.typed)
