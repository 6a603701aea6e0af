"""
Which version this is, and of which commit it was made.

    cli/commit.txt: the hash, where a release or an image was made; else git is asked
"""

import re
import subprocess
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Final

UNKNOWN: Final = "unknown"  # running from files that were never installed, or not from a checkout
COMMIT_FILE: Final = Path(__file__).parent / "commit.txt"
HASH: Final = re.compile(r"[0-9a-f]{40}")
GIT_S: Final = 5.0  # seconds that git may take


def version() -> str:
    """Return the version of what is installed, `unknown` where nothing is."""
    try:
        return installed_version("kumiai")
    except PackageNotFoundError:
        return UNKNOWN


def commit(file: Path = COMMIT_FILE) -> str:
    """Return the commit's hash, 40 hex digits; `unknown` where neither the file nor git says."""
    try:
        written = file.read_text().strip()
    except OSError:
        written = ""
    if HASH.fullmatch(written):
        return written
    checkout = file.parent.parent
    if not (checkout / ".git").exists():  # else git would name a checkout that we only lie in
        return UNKNOWN
    try:
        done = subprocess.run(
            ["git", "-C", str(checkout), "rev-parse", "HEAD"],
            capture_output=True,
            text=True,
            timeout=GIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return UNKNOWN
    found = done.stdout.strip()
    return found if HASH.fullmatch(found) else UNKNOWN
