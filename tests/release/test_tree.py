"""A version is made of a clean checkout that is of one mind about its number."""

from pathlib import Path

import pytest

from release.requirements import ROOT
from release.tree import TreeWrong, check_clean, check_version, export, fragments, read_tree
from tests.release.checkout import CHART, commit, git, make_checkout


def test_a_checkout_that_agrees_is_taken(tmp_path: Path):
    """With its tag, too; its commit's time is the time of what is made."""
    tree = read_tree(make_checkout(tmp_path, "1.2.0"))
    git(tmp_path, "tag", "v1.2.0")
    check_clean(tree)
    check_version(tree, is_candidate=False)
    assert ("1.2.0", int(git(tmp_path, "log", "-1", "--format=%ct"))) == (tree.version, tree.time_s)


def test_changes_and_new_files_are_refused(tmp_path: Path):
    """By name."""
    tree = read_tree(make_checkout(tmp_path, "1.2.0"))
    (tmp_path / "stray.py").write_text("")
    with pytest.raises(TreeWrong, match=r"clean checkout expected, found changes: stray\.py"):
        check_clean(tree)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("deploy/helm/kumiai/Chart.yaml", CHART.format("1.1.0"), "version 1.2.0 expected"),
        ("CHANGELOG.md", "# Changelog\n\n## 1.1.0 (2026-01-02)\n", "found 1.1.0"),
        ("CHANGELOG.md", "# Changelog\n", "found none"),
        ("changelog.d/late.added.md", "Something new.\n", "1 fragments"),
    ],
)
def test_what_names_another_version_is_refused(tmp_path: Path, path: str, text: str, said: str):
    """The chart, the changelog, a fragment that nobody gathered."""
    make_checkout(tmp_path, "1.2.0")
    (tmp_path / path).write_text(text)
    commit(tmp_path)
    with pytest.raises(TreeWrong, match=said):
        check_version(read_tree(tmp_path), is_candidate=False)


def test_a_tag_of_another_version_is_refused_and_a_candidate_may_have_fragments(tmp_path: Path):
    """A candidate is made before the changelog is; a wrong tag is wrong for it, too."""
    make_checkout(tmp_path, "1.2.0")
    (tmp_path / "changelog.d/late.added.md").write_text("Something new.\n")
    commit(tmp_path)
    tree = read_tree(tmp_path)
    check_version(tree, is_candidate=True)
    git(tmp_path, "tag", "v1.1.0")
    with pytest.raises(TreeWrong, match=r"tag v1\.2\.0 expected"):
        check_version(tree, is_candidate=True)


def test_an_export_has_the_commits_files_and_its_hash(tmp_path: Path):
    """What is not committed stays away; the hash stands where git's attributes say."""
    root = make_checkout(tmp_path / "root", "1.2.0")
    (root / "cli").mkdir()
    (root / "cli/commit.txt").write_text("$Format:%H$\n")
    (root / ".gitattributes").write_text("cli/commit.txt export-subst\n")
    commit(root)
    (root / "stray.py").write_text("")
    tree = read_tree(root)
    export(tree, tmp_path / "out")
    assert f"{tree.commit}\n" == (tmp_path / "out/cli/commit.txt").read_text()
    assert not (tmp_path / "out/stray.py").exists()


def test_the_chart_here_has_the_projects_version():
    """So that only a wrong tag or changelog can stop a release."""
    check_version(read_tree(ROOT), is_candidate=True)


def test_every_fragment_here_is_of_a_kind_that_is_gathered():
    """Towncrier passes over a name that it does not know: a change would go untold."""
    kinds = {path.name.split(".")[-2] for path in fragments(ROOT)}
    assert kinds <= {"added", "changed", "fixed", "removed"}
