"""The Dockerfile as instructions, and the context that .dockerignore leaves of a checkout."""

import fnmatch
import json
import re
import shutil
from pathlib import Path

from tests.e2e.devnet import ROOT

DOCKERFILE = ROOT / "deploy/docker/Dockerfile"
INSTRUCTION = re.compile(r"([A-Z]+)\s+(.*)", re.DOTALL)


def stages(text: str) -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage; those before the first FROM are in none."""
    joined = re.sub(r"\\\n", " ", re.sub(r"(?m)^#.*\n", "", text))
    found: list[list[tuple[str, str]]] = []
    for line in filter(str.strip, joined.split("\n")):
        match = INSTRUCTION.fullmatch(line.strip())
        assert match is not None, line
        name, value = match[1], " ".join(match[2].split())
        if name == "FROM":
            found.append([])
        if found:
            found[-1].append((name, value))
    return found


def values(stage: list[tuple[str, str]], name: str) -> list[str]:
    """Return what one instruction says, each time that it stands in a stage."""
    return [value for instruction, value in stage if instruction == name]


def words(value: str) -> list[str]:
    """Return the words of a command in JSON's form."""
    found = json.loads(value)
    assert all(isinstance(word, str) for word in found)
    return list(found)


def copy_context(place: Path) -> None:
    """Copy what .dockerignore lets through: it denies all, then names what is let in."""
    lines = [
        line
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    assert "*" == lines[0]
    denied = [line.removeprefix("**/") for line in lines if not line.startswith("!")][1:]

    def ignore(directory: str, names: list[str]) -> set[str]:
        return {name for name in names for mask in denied if fnmatch.fnmatch(name, mask)}

    place.mkdir()
    for line in (line for line in lines if line.startswith("!")):
        source = ROOT / line[1:].rstrip("/")
        if source.is_dir():
            shutil.copytree(source, place / source.name, ignore=ignore, symlinks=True)
        else:
            shutil.copy(source, place / source.name)
