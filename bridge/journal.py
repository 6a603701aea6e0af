"""
The relayer's small memory on disk: from which block on to read each end again.

    {"version": 1, "route": "...", "ends": {"31337": {"height": 120, "last_sent": 7}, ...}}

Losing it costs time, nothing else: everything is read from the chains again.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from bridge.records import End
from chain.types.primitives import Height

VERSION: Final = 1
BYTES_MAX: Final = 4_096  # a real one has about 200


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where to begin at one end."""

    height: Height
    last_sent: int  # the highest sequence that was seen before that height


class Journal:
    """A file of bookmarks; of None, a memory for tests and dry runs."""

    def __init__(self, path: Path | None, ends: tuple[End, End]) -> None:
        self._path = path
        self._name = " - ".join(f"{e.chain_id}/0x{e.bridge.hex()}/{e.route}" for e in ends)
        self._last: dict[int, Bookmark] = {}

    def load(self) -> dict[int, Bookmark]:
        """Return bookmarks by chain id; none where there is no file, or it is another route's."""
        if self._path is None:
            return dict(self._last)
        try:
            with self._path.open("rb") as file:
                self._last = self._parse(orjson.loads(file.read(BYTES_MAX)))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._last = {}  # lost or damaged: both chains are read from the start
        return dict(self._last)

    def save(self, bookmarks: dict[int, Bookmark]) -> None:
        """Remember; a crash leaves the old or the new file, never a piece."""
        if bookmarks == self._last:
            return
        self._last = dict(bookmarks)
        if self._path is None:
            return
        ends = {
            str(chain_id): {"height": mark.height, "last_sent": mark.last_sent}
            for chain_id, mark in sorted(bookmarks.items())
        }
        text = json.dumps({"version": VERSION, "route": self._name, "ends": ends}) + "\n"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(self._path.name + ".new")
        beside.write_text(text)
        os.replace(beside, self._path)

    def _parse(self, found: Any) -> dict[int, Bookmark]:
        if found["version"] != VERSION or found["route"] != self._name:
            return {}
        return {
            int(chain_id): Bookmark(Height(int(row["height"])), int(row["last_sent"]))
            for chain_id, row in found["ends"].items()
        }
