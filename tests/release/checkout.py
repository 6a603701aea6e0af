"""A small checkout with what a release looks at."""

import subprocess
from pathlib import Path

PROJECT = '[project]\nname = "kumiai"\nversion = "{0}"\n'
CHART = "name: kumiai\nversion: {0}\nappVersion: {0}\n"


def git(root: Path, *words: str) -> str:
    """Run git there, as somebody."""
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    command = ["git", "-C", str(root), *identity, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def make_checkout(root: Path, version: str) -> Path:
    """Commit a project of this version whose changelog and chart agree."""
    (root / "deploy/helm/kumiai").mkdir(parents=True)
    (root / "deploy/helm/kumiai/Chart.yaml").write_text(CHART.format(version))
    (root / "pyproject.toml").write_text(PROJECT.format(version))
    (root / "changelog.d").mkdir()
    (root / "changelog.d/README.md").write_text("About fragments.\n")
    (root / "CHANGELOG.md").write_text(f"# Changelog\n\n## {version} (2026-01-02)\n- All of it.\n")
    git(root, "init", "-q")
    commit(root)
    return root


def commit(root: Path) -> None:
    """Commit all that is there."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "now")
