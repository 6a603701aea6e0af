"""The systemd units as systemd reads them: a unit, then its drop-ins, the nearest last."""

import re
import shlex
from functools import cache
from pathlib import Path

from tests.deploy.linters import lint
from tests.e2e.devnet import ROOT

UNITS = ROOT / "deploy/systemd"
LINE = re.compile(r"([A-Za-z]+)=(.*)")
Settings = dict[str, list[str]]


def unit_files() -> list[Path]:
    """Every service, by name."""
    return sorted(UNITS.glob("*.service"))


def drop_ins(unit: str, units: Path = UNITS) -> list[Path]:
    """The drop-ins of a unit: those of all kumiai-, then its own, by file name as systemd does."""
    places = [units / "kumiai-.service.d", units / f"{unit}.d"]
    return sorted((path for place in places for path in place.glob("*.conf")), key=lambda p: p.name)


def read(unit: str, units: Path = UNITS) -> Settings:
    """Return all values of each setting of a unit, in order; an empty one forgets those before."""
    found: Settings = {}
    for path in [units / unit, *drop_ins(unit, units)]:
        for line in path.read_text().splitlines():
            match = LINE.fullmatch(line.strip())
            if match is None:
                continue
            name, value = match.groups()
            found[name] = [*found.get(name, []), value] if value else []
    return found


def command_of(settings: Settings, variables: dict[str, str], instance: str = "") -> list[str]:
    """Return ExecStart with variables as systemd puts them in: ${X} is one word."""
    (line,) = settings["ExecStart"]
    words = shlex.split(line.replace("%i", instance))
    return [re.sub(r"\$\{(\w+)\}", lambda match: variables[match[1]], word) for word in words]


def environment_of(settings: Settings, instance: str = "") -> dict[str, str]:
    """Return what Environment= sets."""
    return dict(item.replace("%i", instance).split("=", 1) for item in settings["Environment"])


def allowed_calls(settings: Settings) -> list[str]:
    """Return the system calls that SystemCallFilter leaves: sets are systemd's, `~` takes away."""
    allowed: set[str] = set()
    for line in settings["SystemCallFilter"]:
        takes, names = line.startswith("~"), line.lstrip("~").split()
        meant = {call for name in names for call in calls_of(name)}
        allowed = allowed - meant if takes else allowed | meant
    return sorted(allowed)


@cache
def calls_of(name: str) -> frozenset[str]:
    """Return the calls of a set of systemd's, or the call itself."""
    if not name.startswith("@"):
        return frozenset({name})
    lines = lint("systemd-analyze", "--no-pager", "syscall-filter", name).splitlines()[1:]
    items = (line.strip() for line in lines)
    found = [item for item in items if item and not item.startswith("#")]
    return frozenset(call for item in found for call in calls_of(item))
