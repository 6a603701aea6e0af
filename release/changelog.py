"""
The changelog's sections: gathered of fragments by towncrier, read again for a version's notes.

    changelog.d/*.md --towncrier--> ## VERSION (DATE) in CHANGELOG.md --notes_of--> NOTES.md
"""

import re
import subprocess
import sys
import time
from datetime import UTC, datetime

from release.tree import Tree

TOWNCRIER_S = 120.0


class ChangelogWrong(Exception):
    """Towncrier refused, or the changelog has no such section."""


def draft(tree: Tree) -> str:
    """Return the section that the fragments make, of the commit's day, without changing a file."""
    return _towncrier(tree, "--draft", tree.time_s).strip("\n") + "\n"


def gather(tree: Tree) -> None:
    """Move the fragments into CHANGELOG.md, below today's date; git has both ready to commit."""
    _towncrier(tree, "--yes", int(time.time()))


def notes_of(text: str, version: str) -> str:
    """Return one version's section of a changelog; raises ChangelogWrong where there is none."""
    section = re.search(
        rf"^## {re.escape(version)} \(.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    if section is None:
        raise ChangelogWrong(f"CHANGELOG.md: a section `## {version} (DATE)` expected, found none")
    return section[0].strip("\n") + "\n"


def _towncrier(tree: Tree, mode: str, time_s: int) -> str:
    day = datetime.fromtimestamp(time_s, UTC).date().isoformat()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "towncrier", "build", mode),
            *("--version", tree.version, "--date", day),
        ],
        cwd=tree.root,
        capture_output=True,
        text=True,
        timeout=TOWNCRIER_S,
        check=False,
    )
    if done.returncode != 0:
        raise ChangelogWrong(f"towncrier: {(done.stderr or done.stdout).strip()[-1000:]}")
    return done.stdout
