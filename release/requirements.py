"""
Parts of the lock: what a node needs to run, and what a wheel is built with.

    requirements.lock, pyproject.toml --part_of--> the packages of one part, with their hashes

    python -m release.requirements runtime > runtime.txt

The lock says of each package who asked for it; a part is what its first names ask for, and so on.
Standard library only: an image is built by this before anything is installed.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
LOCK: Final = "requirements.lock"
PROJECT: Final = "pyproject.toml"
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
FIRST_LINE: Final = re.compile(r"([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; (.+?))? \\")
HASH: Final = re.compile(r"    --hash=sha256:([0-9a-f]{64})(?: \\)?")
VIA: Final = re.compile(r"    #(?: via|  ) +([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?(?: \(.*\))?")
VIA_ALONE: Final = "    # via"
PARTS: Final = ("runtime", "build")


class LockWrong(Exception):
    """The lock cannot be read, or lacks what the project asks for."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock: which version, where it is needed, its files, who asked for it."""

    name: str
    version: str
    marker: str  # PEP 508; "" for everywhere
    hashes: tuple[str, ...]  # SHA-256 of each file that may be installed, in hex
    wanted_by: frozenset[str]

    def lines(self) -> list[str]:
        """Return the package as the lock has it, for pip."""
        first = f"{self.name}=={self.version}" + (f" ; {self.marker}" if self.marker else "")
        return [" \\\n".join([first, *(f"    --hash=sha256:{item}" for item in self.hashes)])]


def read_lock(text: str) -> dict[str, Locked]:
    """Return the packages of a lock by name; raises LockWrong."""
    found: dict[str, Locked] = {}
    for entry in re.split(r"\n(?=[^ \n#])", text.strip("\n")):
        package = _parse(entry)
        if package.name in found:
            raise LockWrong(
                f"{LOCK}: {package.name} stands there twice: let {PROJECT} name one version of it"
            )
        found[package.name] = package
    return found


def part_of(lock: dict[str, Locked], names: Iterable[str]) -> list[Locked]:
    """Return these packages and all that they ask for, by name; raises LockWrong."""
    wanted = {normal(name) for name in names}
    missing = sorted(wanted - lock.keys())
    if missing:
        raise LockWrong(f"{LOCK} lacks {', '.join(missing)}: run `make lock`")
    size = 0
    while size != len(wanted):
        size = len(wanted)
        wanted |= {item.name for item in lock.values() if item.wanted_by & wanted}
    return [lock[name] for name in sorted(wanted)]


def for_pip(packages: Iterable[Locked]) -> str:
    """Return packages as pip reads them with --require-hashes."""
    return "\n".join(line for item in packages for line in item.lines()) + "\n"


def names_in(project: dict[str, Any], part: str) -> list[str]:
    """Return the packages that pyproject.toml names for a part."""
    asked = project["project"]["dependencies"]
    if part == "build":
        asked = project["build-system"]["requires"]
    return [normal(_name(text)) for text in asked]


def normal(name: str) -> str:
    """Return a package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_part(part: str, root: Path = ROOT) -> list[Locked]:
    """Return the locked packages of a part of the tree at `root`; raises LockWrong."""
    project = tomllib.loads((root / PROJECT).read_text())
    lock = read_lock((root / LOCK).read_text())
    names = names_in(project, part)
    return part_of(lock, [name for name in names if name in lock or _is_for_here(project, name)])


def _is_for_here(project: dict[str, Any], name: str) -> bool:
    """Whether a name must be in the lock: one with a marker may be for another Python alone."""
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    return not all(";" in text for text in asked if normal(_name(text)) == name)


def _name(requirement: str) -> str:
    match = NAME.match(requirement)
    if match is None:
        raise LockWrong(f"{PROJECT}: a package's name expected, found {requirement!r}")
    return match[0]


def _parse(entry: str) -> Locked:
    first, *rest = entry.split("\n")
    head = FIRST_LINE.fullmatch(first)
    if head is None:
        raise LockWrong(f"{LOCK}: a line `name==version \\` expected, found {first[:80]!r}")
    hashes, wanted_by = [], set()
    for line in rest:
        digest, via = HASH.fullmatch(line), VIA.fullmatch(line)
        if digest is not None:
            hashes.append(digest[1])
        elif via is not None:
            wanted_by.add(normal(via[1]))
        elif line != VIA_ALONE:
            raise LockWrong(f"{LOCK}: a hash or `# via` expected, found {line[:80]!r}")
    if not hashes:
        raise LockWrong(f"{LOCK}: {head[1]} has no hash")
    return Locked(normal(head[1]), head[2], head[3] or "", tuple(hashes), frozenset(wanted_by))


def main(arguments: Sequence[str]) -> int:
    """Print one part of the lock."""
    if len(arguments) != 1 or arguments[0] not in PARTS:
        sys.stderr.write(f"usage: python -m release.requirements {'|'.join(PARTS)}\n")
        return 2
    try:
        packages = read_part(arguments[0])
    except LockWrong as cause:
        sys.stderr.write(f"{cause}\n")
        return 1
    sys.stdout.write(for_pip(packages))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
