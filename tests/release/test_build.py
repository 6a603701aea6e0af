"""What `make release` makes of this commit: twice the same, and whole."""

import hashlib
import json
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from release.__main__ import PAGES, main, make
from release.requirements import ROOT
from release.tree import Tree, read_tree
from tests.release.checkout import git

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """This commit in a checkout of its own, so that nothing around it is in the way."""
    place = tmp_path_factory.mktemp("clone") / "checkout"
    git(ROOT, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(place))
    if (ROOT / PAGES).is_dir():  # built already: npm is not asked twice
        return replace(read_tree(place), root=ROOT)
    return read_tree(place)


@pytest.fixture(scope="module")
def made(clone: Tree, tmp_path_factory: pytest.TempPathFactory) -> list[list[Path]]:
    """A version's files, made twice."""
    places = [tmp_path_factory.mktemp("made") for _ in range(2)]
    return [make(clone, place, is_candidate=True) for place in places]


def test_two_builds_have_equal_bytes(made: list[list[Path]]):
    """Source archive, wheel, lists of packages, notes and sums."""
    one, two = made
    assert [path.name for path in one] == [path.name for path in two]
    assert 6 == len(one)
    for first, second in zip(one, two, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name


def test_the_sums_are_the_files(made: list[list[Path]]):
    """Each file's, and nothing else's."""
    *files, sums = made[0]
    told = dict(reversed(line.split("  ")) for line in sums.read_text().splitlines())
    assert told == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_wheel_says_its_commit_and_has_no_test(clone: Tree, made: list[list[Path]]):
    """What is rendered, what protoc wrote and what describes modules is in it."""
    with zipfile.ZipFile(made[0][1]) as wheel:
        names = set(wheel.namelist())
        assert f"{clone.commit}\n" == wheel.read("cli/commit.txt").decode()
    assert {"cli/top/screen.py", "modules/staking/module.py", "chain/py.typed"} <= names
    roots = {name.split("/")[0] for name in names}
    assert not {"tests", "release", "bench", "docs"} & roots


def test_the_source_archive_has_the_tests_and_no_tool_of_npm(made: list[list[Path]]):
    """It is the tree, as somebody without git has it."""
    with tarfile.open(made[0][0]) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert {"tests/test_house.py", "deploy/docker/Dockerfile", "requirements.lock"} <= names
    assert not [name for name in names if "node_modules" in name or name.startswith(".git/")]


def test_the_list_of_packages_is_the_locks_runtime(made: list[list[Path]]):
    """Each with hashes."""
    found = json.loads(made[0][2].read_text())
    assert len(found["components"]) > 40
    assert all(item["hashes"] for item in found["components"])
    locked = made[0][3].read_text()
    assert all(f"{item['name']}=={item['version']} " in locked for item in found["components"])


def test_a_changed_checkout_makes_nothing(tmp_path: Path, monkeypatch, capsys):
    """One line says why, and no file is written."""
    (ROOT / "stray.tmp").write_text("")
    try:
        assert 1 == main(["--candidate", "--output", str(tmp_path / "dist")])
    finally:
        (ROOT / "stray.tmp").unlink()
    assert "clean checkout expected" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()
