"""
How far an input came: the reason to keep it and to go on from there.

Where a refusal was raised, and by which way it came there, is free to know and tells fields apart.
Lines are dear (an input takes some times as long), so only some inputs are watched line by line.
"""

import sys
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any

ROOT = str(Path(__file__).parent.parent.parent) + "/"
HOUSE = tuple(
    ROOT + room for room in ("bridge/", "chain/", "cli/", "consensus/", "modules/", "rpc/")
)

Place = tuple[object, ...]
Line = tuple[CodeType, int]


def way_to(error: BaseException | None) -> Place:
    """The lines of the house that an error, and what caused it, went through; repeats once."""
    way: list[object] = []
    while error is not None:
        way.append(type(error))
        trace: TracebackType | None = error.__traceback__
        while trace is not None:
            step = (trace.tb_frame.f_code, trace.tb_lineno)
            if step not in way[-2:] and step[0].co_filename.startswith(HOUSE):
                way.append(step)
            trace = trace.tb_next
        error = error.__cause__
    return tuple(way)


class LineWatch:
    """Collects the lines of the house that run while it is open."""

    def __init__(self) -> None:
        self.lines: set[Line] = set()
        self._is_house: dict[CodeType, bool] = {}

    def __enter__(self) -> None:
        sys.settrace(self._call)

    def __exit__(self, *error: object) -> None:
        sys.settrace(None)

    def _call(self, frame: FrameType, event: str, arg: Any) -> Any:
        code = frame.f_code
        is_house = self._is_house.get(code)
        if is_house is None:
            is_house = self._is_house[code] = code.co_filename.startswith(HOUSE)
        return self._step if is_house else None

    def _step(self, frame: FrameType, event: str, arg: Any) -> Any:
        if event == "line":
            self.lines.add((frame.f_code, frame.f_lineno))
        return self._step
