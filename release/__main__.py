"""
`make release`: from a clean checkout to files that can be handed out.

    tree --checked, exported--> sdist, wheel, SBOM, requirements, notes, SHA256SUMS in dist/

    python -m release              a version: its changelog is gathered and committed
    python -m release --candidate  to try it before that
    python -m release --changelog  gather the fragments into CHANGELOG.md, to be read and committed
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from release.archives import BuildFailed, build_sdist, build_wheel, write_sums
from release.changelog import ChangelogWrong, draft, gather, notes_of
from release.requirements import ROOT, LockWrong, for_pip, names_in, read_part
from release.sbom import BillInvalid, bill_of
from release.tree import Tree, TreeWrong, check_clean, check_version, export, read_tree

EXPLORER: Final = Path("rpc/explorer")  # its pages are built by npm and lie in no commit
PAGES: Final = EXPLORER / "pages"
EXPLORER_BUILD_S: Final = 600.0
FAULTS: Final = (BillInvalid, BuildFailed, ChangelogWrong, LockWrong, TreeWrong)


def main(arguments: Sequence[str]) -> int:
    """Run one of the three; every refusal is one line."""
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--candidate", action="store_true", help="the changelog may be fragments")
    parser.add_argument("--changelog", action="store_true", help="gather the fragments")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR")
    args = parser.parse_args(arguments)
    try:
        tree = read_tree(ROOT)
        if args.changelog:
            gather(tree)
            print(f"CHANGELOG.md has {tree.version}: read it, commit, tag v{tree.version}")
            return 0
        check_clean(tree)
        check_version(tree, is_candidate=args.candidate)
        for path in make(tree, args.output, is_candidate=args.candidate):
            print(f"{path.stat().st_size:>10,}  {path}")
    except FAULTS as fault:
        sys.stderr.write(f"release: {fault}\n")
        return 1
    return 0


def make(tree: Tree, output: Path, *, is_candidate: bool) -> list[Path]:
    """Write a version's files into an empty `output`; return them, the sums last."""
    if output.exists() and any(output.iterdir()):
        raise TreeWrong(f"{output}: an empty directory expected: remove what an earlier one left")
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        source = scratch / "source"
        export(tree, source)
        add_pages(tree, source)
        sdist = build_sdist(source, output, tree.time_s)
        wheel = build_wheel(sdist, scratch / "unpacked", output, tree.time_s)
    name = f"kumiai-{tree.version}"
    bill, notes = output / f"{name}.cdx.json", output / "NOTES.md"
    locked = output / f"{name}.requirements.txt"
    project = tomllib.loads((tree.root / "pyproject.toml").read_text())
    packages = read_part("runtime", tree.root)
    bill.write_text(bill_of(tree, packages, names_in(project, "runtime")))
    locked.write_text(for_pip(packages))
    changelog = (tree.root / "CHANGELOG.md").read_text()
    notes.write_text(draft(tree) if is_candidate else notes_of(changelog, tree.version))
    files = [sdist, wheel, bill, locked, notes]
    return [*files, write_sums(files, output)]


def add_pages(tree: Tree, source: Path) -> None:
    """Build the explorer in the checkout and put its pages into the export; say where it cannot."""
    if not (tree.root / EXPLORER).is_dir() or (source / PAGES).is_dir():
        return
    if shutil.which("npm") is None:
        sys.stderr.write("release: npm is missing: the wheel has no explorer\n")
        return
    done = subprocess.run(
        ["make", "explorer"],
        cwd=tree.root,
        capture_output=True,
        text=True,
        timeout=EXPLORER_BUILD_S,
        check=False,
    )
    if done.returncode != 0 or not (tree.root / PAGES).is_dir():
        raise BuildFailed(f"make explorer: {(done.stdout + done.stderr)[-2000:]}")
    shutil.copytree(tree.root / PAGES, source / PAGES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
