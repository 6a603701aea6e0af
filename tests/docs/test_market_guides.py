"""Guides to markets and the simulator, followed to the letter; what they only show is read."""

import re
import tomllib

import pytest

from agents.provider.document import read_document
from agents.provider.policy import parse_policy
from agents.provider.runners.registry import runners
from tests.docs.page import blocks_of
from tests.docs.terminals import Reader
from tests.e2e.devnet import ROOT

DOCS = ROOT / "docs"
GUIDES = ("gateway", "keeper", "provider", "simulator", "token")
KEY = '"' + "11" * 32 + '"'  # of an object in a store
PRICED = {"kinds": {"exec": {"cost_wei": 1}}}


@pytest.mark.e2e
@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_is_true(tmp_path, name):
    """A reader who does what it says sees what it says."""
    with Reader(tmp_path / "desk") as reader:
        reader.follow(DOCS / f"{name}.md")


def test_the_policy_of_a_container_is_one():
    """The provider takes the table as the page has it, with a digest in the place of its dots."""
    (block,) = (each for each in blocks_of(DOCS / "provider.md") if each.language == "toml")
    tables = tomllib.loads(block.text.replace("sha256:...", "sha256:" + "1" * 64))
    policy = parse_policy(PRICED | tables)
    assert policy.container is not None and "podman" == policy.container.engine


def test_the_documents_of_jobs_are_some():
    """Each kind of job that the page lists has a document that its runner reads."""
    text = (DOCS / "provider.md").read_text()
    shown = dict(re.findall(r"^\| `(\w+)` \| `(\{.*?\})` \|", text, re.MULTILINE))
    assert shown.keys() == runners().keys()
    for kind, document in shown.items():
        packed = document.replace("KEY", KEY).replace(" ", "").encode()
        assert kind == read_document(packed).kind


def recipes(makefile: str, target: str) -> list[str]:
    """Return what a target runs where nothing is set, without the path of its programs."""
    defaults = dict(re.findall(r"^(\w+) \?= (\w+)$", makefile, re.MULTILINE))
    body = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert body is not None, target
    text = re.sub(r"\$\(or \$\(SEED\),0\)", "17", body[1])  # as in make sim SEED=17
    text = re.sub(r"\$\(or \$\(\w+\),(\w+)\)", r"\1", text)
    text = re.sub(r"\$\((\w+)\)", lambda name: defaults.get(name[1], ""), text)
    return [line.strip().removeprefix("@/").strip() for line in text.splitlines()]


def test_make_runs_the_simulator_as_the_page_says():
    """`make sim SEED=17` is the page's first command, and the long survey has its numbers."""
    page, makefile = (DOCS / "simulator.md").read_text(), (ROOT / "Makefile").read_text()
    (command,) = recipes(makefile, "sim")
    assert f"`make sim SEED=17` is this command:\n```console\n$ {command}\n" in page
    assert "10,000 seeds at 4 and at 7 validators, and for 500 at 31" in page
    surveys = [
        re.findall(r"--validators (\d+) --seeds 0:(\d+)", line)
        for line in recipes(makefile, "sim-all")
    ]
    assert [[("4", "10000")], [("7", "10000")], [("31", "500")]] == surveys
