"""A program says which version it is and of which commit it was made."""

import subprocess
from pathlib import Path

from cli.version import COMMIT_FILE, UNKNOWN, commit, version
from tests.cli.conftest import Kumiai

HASH = "0123456789abcdef0123456789abcdef01234567"
ROOT = COMMIT_FILE.parent.parent


def test_the_hash_that_a_release_wrote_is_told(tmp_path: Path) -> None:
    """The file wins; what is no hash counts for nothing."""
    file = tmp_path / "cli" / "commit.txt"
    file.parent.mkdir()
    file.write_text(HASH + "\n")
    assert HASH == commit(file)
    file.write_text("$Format:%H$\n")
    assert UNKNOWN == commit(file)
    file.unlink()
    assert UNKNOWN == commit(file)


def test_a_checkout_asks_git(tmp_path: Path) -> None:
    """Where nothing was written, and a checkout is around it; one further out is not asked."""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "first"], check=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    file = tmp_path / "cli" / "commit.txt"
    assert head.stdout.strip() == commit(file)
    assert UNKNOWN == commit(tmp_path / "inner" / "cli" / "commit.txt")


def test_the_command_says_both(kumiai: Kumiai) -> None:
    """A line for people."""
    assert f"kumiai {version()} (commit " in kumiai("version").out


def test_git_writes_the_hash_where_a_version_is_made() -> None:
    """The place for it stands in the file, and git's attributes name the file."""
    assert "$Format:%H$" == COMMIT_FILE.read_text().strip()
    assert "cli/commit.txt export-subst" in (ROOT / ".gitattributes").read_text()
