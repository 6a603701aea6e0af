"""The guides to nodes are followed to the letter, as the tutorials are."""

import json
import shutil
from pathlib import Path

import pytest

from tests.docs.terminals import Reader
from tests.e2e.devnet import ROOT, wait_until
from tests.npm.packages import HERE, node_program, npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(420)]


def test_operating_is_true(tmp_path):
    """A validator beside a network of four, its signer moved twice, a key rotated, a bad day."""
    with Reader(tmp_path / "desk", addresses=("10.0.0.3",)) as reader:
        reader.follow(ROOT / "docs" / "operating.md")
        state = reader.home / "signer" / "validator" / "sign_state.json"
        begins = json.loads(state.read_text())["height"]
        wait_until(lambda: json.loads(state.read_text())["height"] > begins)
        assert not (reader.home / ".kumiai" / "validator" / "sign_state.json").exists()


def test_replicas_is_true(tmp_path):
    """A node at an address of another machine, and a replica that follows it."""
    with Reader(tmp_path / "desk", addresses=("10.0.0.5",)) as reader:
        reader.follow(ROOT / "docs" / "replicas.md")


@pytest.mark.npm
def test_development_is_true(tmp_path):
    """Both projects of tests/npm, by the programs that npm installed."""
    npm_package("hardhat")
    programs = [Path(node_program(22)).parent, npm_package(".bin")]
    desk = tmp_path / "desk"
    made = shutil.ignore_patterns("artifacts", "cache", "broadcast", "out", "node_modules")
    shutil.copytree(HERE, desk / "tests" / "npm", ignore=made)
    (desk / "tests" / "npm" / "node_modules").symlink_to(HERE / "node_modules")
    with Reader(desk, programs=programs) as reader:
        reader.follow(ROOT / "docs" / "development.md")
