"""What lives in rooms: homes of nodes and agents, and the program where image and units have it."""

import json
import shutil
import sys
from pathlib import Path

from tests.deploy.rooms import Tenant
from tests.e2e.devnet import ROOT, Devnet, kumiai, wait_until

INSTALLED = "/opt/kumiai/bin/kumiai"


def program(scratch: Path) -> dict[str, Path]:
    """Put this tree's program where the image and the units have theirs."""
    script = scratch / "kumiai"
    script.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m cli "$@"\n')
    script.chmod(0o755)
    return {INSTALLED: script}


def made_home(home: Path) -> Path:
    """Make a home of a chain of its own, on free ports, as `kumiai init` does."""
    kumiai("init", home=home)
    text = (home / "config.toml").read_text()
    for port in ("port = 8545", "port = 9090", "port = 26660", "port = 26656"):
        assert port in text
        text = text.replace(port, "port = 0")
    (home / "config.toml").write_text(text)
    return home


def agents_home(home: Path, devnet: Devnet, agent: str) -> Path:
    """Make the home of an agent with the devnet's keys and what its `init` writes."""
    kumiai(agent, "init", home=home)
    shutil.copytree(devnet.home / "keyring", home / "keyring")
    return home


def listening(home: Path, tenant: Tenant) -> str:
    """Wait until a node in a room serves; return its JSON-RPC's URL."""
    file = home / "node.json"

    def ready() -> bool:
        assert tenant.process.poll() is None, tenant.said()[-3000:]
        return file.exists()

    wait_until(ready, 60)
    return str(json.loads(file.read_text())["rpc"])
