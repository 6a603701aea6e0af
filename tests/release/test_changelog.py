"""The changelog's sections: gathered, and read again."""

import shutil
from pathlib import Path

import pytest

from release.changelog import ChangelogWrong, draft, gather, notes_of
from release.requirements import ROOT
from release.tree import read_tree
from tests.release.checkout import commit, make_checkout

LOG = "# Changelog\n\n## 1.1 (2026-02-03)\n### Added\n- B.\n\n## 1.0 (2026-01-02)\n- A.\n"


def test_a_versions_notes_are_its_section_alone():
    """To the next heading, or to the end."""
    assert "## 1.1 (2026-02-03)\n### Added\n- B.\n" == notes_of(LOG, "1.1")
    assert "## 1.0 (2026-01-02)\n- A.\n" == notes_of(LOG, "1.0")
    with pytest.raises(ChangelogWrong, match="section `## 1 "):
        notes_of(LOG, "1")


def test_fragments_become_a_section(tmp_path: Path):
    """By kind, a line each, above older versions; the fragments go, their README stays."""
    make_checkout(tmp_path, "1.3.0")
    shutil.copytree(ROOT / "release", tmp_path / "release")
    project = (ROOT / "pyproject.toml").read_text()
    own = (tmp_path / "pyproject.toml").read_text()
    (tmp_path / "pyproject.toml").write_text(own + project[project.index("[tool.towncrier]") :])
    log = "# Changelog\n\n<!-- versions -->\n\n## 1.2.0 (2026-01-02)\n- Old.\n"
    (tmp_path / "CHANGELOG.md").write_text(log)
    for name, text in (("b.fixed", "Mended."), ("a.added", "New `thing`."), ("c.added", "More.")):
        (tmp_path / f"changelog.d/{name}.md").write_text(text + "\n")
    commit(tmp_path)
    tree = read_tree(tmp_path)
    section = draft(tree)
    assert "### Added\n- New `thing`.\n- More.\n\n### Fixed\n- Mended.\n" in section
    gather(tree)
    found = (tmp_path / "CHANGELOG.md").read_text()
    assert notes_of(found, "1.3.0").splitlines()[1:] == section.splitlines()[1:]
    assert found.endswith("## 1.2.0 (2026-01-02)\n- Old.\n")
    assert ["README.md"] == [path.name for path in (tmp_path / "changelog.d").iterdir()]
