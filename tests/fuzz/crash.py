"""
An input that broke a decoder, as a file that says what happened and brings it back.

    Crash --save--> tests/fuzz/crashes/<target>-<digest>.json --load--> Crash --replay-->
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

DIRECTORY = Path(__file__).parent / "crashes"


@dataclass(frozen=True, slots=True)
class Crash:
    """What broke: `trace` is for people, `data` is the input in hex."""

    target: str
    error: str
    trace: str
    data: str

    @property
    def input(self) -> bytes:
        """The bytes that break the target."""
        return bytes.fromhex(self.data)

    def save(self, directory: Path = DIRECTORY) -> Path:
        """Write the file and return where it is."""
        directory.mkdir(exist_ok=True)
        digest = hashlib.sha256(self.input).hexdigest()[:12]
        path = directory / f"{self.target}-{digest}.json"
        path.write_text(json.dumps(asdict(self), indent=1) + "\n")
        return path


def load(path: Path) -> Crash:
    """Read a file that `save` wrote."""
    return Crash(**json.loads(path.read_text()))
