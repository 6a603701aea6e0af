"""
The checkout that a version is made of: clean, and of one mind about its number.

    git, pyproject.toml, CHANGELOG.md, the chart --check_*--> Tree, or what disagrees with what
"""

import re
import subprocess
import tarfile
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

CHART: Final = Path("deploy/helm/kumiai/Chart.yaml")
HEADING: Final = re.compile(r"^## (\S+) \((\d{4}-\d{2}-\d{2})\)$", re.MULTILINE)
CHART_VERSIONS: Final = re.compile(r"^(version|appVersion): (\S+)$", re.MULTILINE)
FRAGMENTS: Final = "changelog.d"
GIT_S: Final = 60.0


class TreeWrong(Exception):
    """The checkout is not one that a version can be made of."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A checkout at one commit; `time_s` is the commit's, in Unix seconds."""

    root: Path
    commit: str
    time_s: int
    version: str


def read_tree(root: Path) -> Tree:
    """Return what git and pyproject.toml say; raises TreeWrong where no checkout is."""
    commit, time_s = _git(root, "log", "-1", "--format=%H %ct").split()
    project = tomllib.loads((root / "pyproject.toml").read_text())
    return Tree(root, commit, int(time_s), project["project"]["version"])


def check_clean(tree: Tree) -> None:
    """Raise TreeWrong where files were changed or added since the commit."""
    changed = _git(tree.root, "status", "--porcelain").splitlines()
    if changed:
        listed = ", ".join(line[3:] for line in changed[:10])
        raise TreeWrong(f"a clean checkout expected, found changes: {listed}: commit or stash them")


def check_version(tree: Tree, *, is_candidate: bool) -> None:
    """
    Raise TreeWrong where the changelog, the chart or a tag at this commit names another version.

    A candidate's changelog may still lie in fragments.
    """
    for key, found in CHART_VERSIONS.findall((tree.root / CHART).read_text()):
        if found != tree.version:
            raise TreeWrong(f"{CHART}: {key} {tree.version} expected, found {found}")
    tags = [tag for tag in _git(tree.root, "tag", "--points-at", "HEAD").split() if tag[:1] == "v"]
    if tags and f"v{tree.version}" not in tags:
        raise TreeWrong(f"tag v{tree.version} expected at {tree.commit[:12]}, found {tags[0]}")
    if is_candidate:
        return
    left = [path.name for path in fragments(tree.root)]
    if left:
        raise TreeWrong(f"{FRAGMENTS} has {len(left)} fragments: `make changelog`, read, commit")
    heading = HEADING.search((tree.root / "CHANGELOG.md").read_text())
    if heading is None or heading[1] != tree.version:
        found = "none" if heading is None else heading[1]
        raise TreeWrong(f"CHANGELOG.md: {tree.version} expected as the newest, found {found}")


def fragments(root: Path) -> list[Path]:
    """Return the changelog's fragments, by name."""
    return sorted(path for path in (root / FRAGMENTS).glob("*.md") if path.name != "README.md")


def export(tree: Tree, place: Path) -> None:
    """Write the commit's files below `place`, with its time and, in cli/commit.txt, its hash."""
    done = subprocess.run(
        ["git", "-C", str(tree.root), "archive", "--format=tar", "HEAD"],
        capture_output=True,
        timeout=GIT_S,
        check=True,
    )
    with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(place, filter="data")


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *words], capture_output=True, text=True, timeout=GIT_S, check=False
    )
    if done.returncode != 0:
        raise TreeWrong(f"{root}: a git checkout expected: {done.stderr.strip()}")
    return done.stdout.strip("\n")
