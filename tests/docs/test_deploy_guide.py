"""docs/deploying.md on a machine of its own: a release unpacked, a unit enabled, an upgrade."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release.__main__ import make
from release.requirements import for_pip, read_part
from release.tree import read_tree
from tests.deploy.rooms import need_rooms
from tests.docs.commands import NOT_HERE, program_of, typed_in
from tests.docs.page import blocks_of
from tests.docs.terminals import PROGRAMS, Reader
from tests.e2e.devnet import ROOT, kumiai
from tests.release.checkout import git

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(600)]
CHANGED = ("/etc", "/usr/lib", "/opt", "/var/lib", "/run")  # below these the page writes
PYTHON = Path(sys.base_prefix).resolve()


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This commit's files, as whoever hands out a version has them; without the explorer."""
    place = tmp_path / "checkout"
    git(ROOT, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(place))
    monkeypatch.setattr("release.__main__.add_pages", lambda tree, source: None)
    made = make(read_tree(place), tmp_path / "release", is_candidate=True)
    return made[0].parent


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """What the lock names, so that no index is asked."""
    place, asked = tmp_path / "packages", tmp_path / "runtime.txt"
    asked.write_text(for_pip(read_part("runtime")))
    words = ("download", "-q", "--require-hashes", "--no-deps", "-r", str(asked), "-d", str(place))
    subprocess.run([sys.executable, "-m", "pip", *words], check=True, timeout=300)
    return place


def machine(scratch: Path) -> list[str]:
    """Return what gives a shell this machine's file system, to write into and be forgotten."""
    layers, script = shlex.quote(str(scratch / "layers")), scratch / "machine.sh"
    lines = ["set -eu; mount --make-rprivate /", f"mkdir -p {layers}"]
    lines.append(f"mount -t tmpfs layers {layers}")
    ways = [str(place) for place in reversed(PYTHON.parents[:-1])]  # to the machine's Python
    for place in dict.fromkeys([*CHANGED, *ways[:1]]):
        layer = f"{layers}/{place.replace('/', '_')}"
        options = f"lowerdir={place},upperdir={layer}/upper,workdir={layer}/work"
        lines.append(f"mkdir -p {layer}/upper {layer}/work")
        lines.append(f"mount -t overlay -o {options} overlay {place}")
    lines.extend(f"chmod o+x {shlex.quote(way)}" for way in ways)  # the units' users start it
    script.write_text("\n".join([*lines, 'exec "$@"']) + "\n")
    alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    return [*alone, "sh", str(script)]


def stand_in(place: Path) -> Path:
    """Write a `systemctl` for a machine without a manager; return its directory."""
    place.mkdir()
    words = f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tests.docs.systemctl "$@"'
    (place / "systemctl").write_text(f"#!/bin/sh\n{words}\n")
    (place / "systemctl").chmod(0o755)
    return place


def test_a_release_is_installed_run_and_upgraded(tmp_path, release, packages):
    """Every block but those of programs that are not here; the validator is the unit's own."""
    need_rooms()
    kumiai("testnet", "--validators", "1", "--output", str(tmp_path / "chain"))
    shutil.copy(tmp_path / "chain/node0/genesis.json", release)
    path = f"{stand_in(tmp_path / 'tools')}:{PYTHON}/bin:{PROGRAMS}"
    index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(packages)}
    root, installed = machine(tmp_path), Path("/opt/kumiai")
    was_there = installed.exists()
    if subprocess.run([*root, "true"], check=False, timeout=60).returncode != 0:
        pytest.skip("this kernel lays no file system over another here: no machine to write on")
    peer = ("192.0.2.1",)  # of the page; here nobody listens there, and nothing leaves the machine
    with Reader(release, {"PATH": path, **index}, addresses=peer, root=root) as reader:
        for block in blocks_of(ROOT / "docs" / "deploying.md"):
            if not {program_of(line) for line in typed_in(block)} & NOT_HERE.keys():
                reader.do(block)
    assert was_there == installed.exists(), "the page has written onto this machine"
