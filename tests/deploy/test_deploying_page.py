"""The page on deploying: what it tells people to type is understood, in both languages."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from cli.__main__ import build_parser
from release.requirements import ROOT
from tests.deploy.units import read, unit_files
from tests.docs.commands import typed_in
from tests.docs.page import blocks_of

ENGLISH, JAPANESE = (ROOT / f"docs/deploying{suffix}.md" for suffix in ("", ".ja"))
CHART = ROOT / "deploy/helm/kumiai"


def commands(page: Path) -> list[str]:
    """Every command of the page's blocks."""
    return [line for block in blocks_of(page) for line in typed_in(block)]


def kumiai_words(line: str) -> list[str] | None:
    """Return the words after `kumiai` in a command that runs it, whatever stands before."""
    words = shlex.split(line)
    for place, word in enumerate(words):
        runs = word == "/opt/kumiai/bin/kumiai" or (
            word == "kumiai" and (place == 0 or words[place - 1].startswith("validator"))
        )
        if runs or (re.match(r"kumiai:\d", word) and "run" in words):  # an image, or its program
            return words[place + 1 :]
    return None


def test_both_languages_have_the_same_commands():
    """Line by line, and the same headings' number."""
    assert commands(ENGLISH) == commands(JAPANESE)
    assert len(commands(ENGLISH)) > 25
    counts = [page.read_text().count("\n## ") for page in (ENGLISH, JAPANESE)]
    assert counts[0] == counts[1]


@pytest.mark.parametrize("line", sorted({x for x in commands(ENGLISH) if kumiai_words(x)}))
def test_every_kumiai_command_is_understood(line: str):
    """By the command line's own parser."""
    assert callable(build_parser().parse_args(kumiai_words(line)).run)


def test_every_path_of_the_tree_is_there():
    """Files and directories of deploy/ that commands or sentences name."""
    for page in (ENGLISH, JAPANESE):
        named = set(re.findall(r"deploy/[\w./*-]+", page.read_text()))
        assert len(named) > 8
        for path in named:
            assert list(ROOT.glob(path.rstrip("./"))), path


def test_the_secret_has_the_files_that_the_chart_copies():
    """Under the names that the script looks for."""
    (line,) = (line for line in commands(ENGLISH) if line.startswith("kubectl create secret"))
    given = dict(re.findall(r"--from-file=([\w.]+)=(\S+)", line))
    script = (CHART / "files/keys.sh").read_text()
    (copied,) = re.findall(r"for name in ([\w. ]+); do", script)
    assert {*copied.split(), "node_key"} == given.keys()
    assert all(Path(path).name == name for name, path in given.items())
    values = yaml.safe_load((CHART / "ci/validator.yaml").read_text())
    assert f"generic {values['validator']['secret']} " in line


def test_every_unit_and_what_it_needs_is_named():
    """With each variable that its command line asks for and nothing else gives."""
    text = ENGLISH.read_text()
    for unit in unit_files():
        name = unit.name.removesuffix(".service").split("@")[0]
        assert name in text or f"`-{name.removeprefix('kumiai-')}`" in text
        settings = read(unit.name)
        given = {item.split("=")[0] for item in settings["Environment"]}
        for variable in set(re.findall(r"\$\{(\w+)\}", settings["ExecStart"][0])) - given:
            assert f"`{variable}`" in text, variable


def test_the_version_is_the_projects():
    """Of files and images that commands name."""
    versions = set(re.findall(r"kumiai[-:](\d+\.\d+\.\d+)", ENGLISH.read_text()))
    chart = yaml.safe_load((CHART / "Chart.yaml").read_text())
    assert {chart["version"]} == versions
