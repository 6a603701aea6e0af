"""
Where the node of a home can be reached: HOME/node.json, which a running node writes.

    node, once its servers listen --write--> node.json --read--> every command with --home

The file of a node that was killed names a process that is gone, so it is not believed.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from cli.files import write_atomically

FILE_NAME: Final = "node.json"
FILE_BYTES_MAX: Final = 4_096  # a real one has about 200


@dataclass(frozen=True, slots=True)
class Endpoints:
    """A running node's process and the URLs it serves; "" for a server that is off."""

    pid: int
    rpc: str  # http://host:port
    ws: str  # ws://host:port
    grpc: str  # host:port
    chain_id: int
    peer: str = ""  # id@host:port, as this node sees itself
    metrics: str = ""  # http://host:port/metrics
    explorer: str = ""  # http://host:port/


def write(home: Path, endpoints: Endpoints) -> None:
    """Say where this node can be reached."""
    content = json.dumps(asdict(endpoints), indent=1) + "\n"
    write_atomically(home / FILE_NAME, content.encode(), mode=0o644)


def read(home: Path) -> Endpoints | None:
    """Return where the home's node can be reached, None where none runs."""
    path = home / FILE_NAME
    try:
        raw = path.read_bytes()[:FILE_BYTES_MAX]
        found = _parse(orjson.loads(raw))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # no file, or not one that a node wrote: either way no node is known
    return found if _is_alive(found.pid) else None


def remove(home: Path) -> None:
    """Forget the endpoints, as the node stops."""
    (home / FILE_NAME).unlink(missing_ok=True)


def _parse(data: Any) -> Endpoints:
    return Endpoints(
        pid=int(data["pid"]),
        rpc=str(data["rpc"]),
        ws=str(data["ws"]),
        grpc=str(data["grpc"]),
        chain_id=int(data["chain_id"]),
        peer=str(data.get("peer", "")),
        metrics=str(data.get("metrics", "")),
        explorer=str(data.get("explorer", "")),
    )


def _is_alive(pid: int) -> bool:
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # it is there, and somebody else's
    return True
