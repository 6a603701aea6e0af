"""
The hunt for one target: mutate, run, keep what comes somewhere new, report what breaks.

    samples -> corpus -> Mutator -> input -> target -> taken | refused at a new place -> corpus
                                                   `-> any other error, too slow, too large: Crash
"""

import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from random import Random
from types import FrameType
from typing import Final

from tests.fuzz.crash import Crash
from tests.fuzz.mutation import Mutator
from tests.fuzz.reach import LineWatch, Place, way_to
from tests.fuzz.target import REFUSALS, RUN_S_MAX, Target

GIVE_UP_S: Final = 20.0  # seconds of computing after which a run is broken off
RUN_KIB_MAX: Final = 256 * 1_024  # by which one run may raise the memory's high-water mark
WATCH_EVERY: Final = 16  # one run in so many is watched line by line
CORPUS_MAX: Final = 5_000  # inputs that are kept
CORPUS_BYTES_MAX: Final = 100_000  # of an input that is kept
CRASHES_MAX: Final = 20  # of one target, each at another place
TAKEN: Final[Place] = ("taken",)
REPORT_S: Final = 0.5  # seconds between two looks at the clock by others


class GivenUp(BaseException):
    """The run took far too long; no decoder can catch this."""


class TooDear(Exception):
    """A run ended, and cost more than it may."""


@dataclass(slots=True)
class Report:
    """What came of a hunt so far."""

    target: str
    runs: int = 0
    taken: int = 0
    seconds: float = 0.0
    corpus: int = 0
    places: int = 0
    lines_first: int = 0  # lines that the samples reach
    lines: int = 0
    slowest_ms: float = 0.0
    crashes: list[Crash] = field(default_factory=list)


class Hunt:
    """
    One target and its corpus; the same seed makes the same inputs as long as both run alike.

    `note` is told each input before it runs, so that it is known even if the process dies of it.
    """

    def __init__(
        self, name: str, target: Target, seed: int, note: Callable[[bytes], None] = len
    ) -> None:
        self.report = Report(name)
        self._target, self._note = target, note
        self._chance = Random(f"{name} {seed}")
        self._mutator = Mutator(self._chance)
        self._watch = LineWatch()
        self._corpus, self._taken = list(target.samples), list(target.samples)
        self._places: set[Place] = set()
        self._broken: set[Place] = set()

    def run(self, seconds: float) -> Iterator[Report]:
        """Hunt for a time; yield the report now and then, and at the end."""
        started = told = time.monotonic()
        for sample in self._target.samples:
            self._try(sample, watched=True)
        self.report.lines_first = len(self._watch.lines)
        while (now := time.monotonic()) < started + seconds:
            if now - told > REPORT_S:
                told = now
                yield self._summed(now - started)
            if len(self.report.crashes) >= CRASHES_MAX:
                break
            data = self._mutator.mutate(self._pick(), self._corpus)
            self._try(data, watched=self.report.runs % WATCH_EVERY == 0)
        yield self._summed(time.monotonic() - started)

    def _pick(self) -> bytes:
        """One that was taken, or any of the corpus: from what is valid one comes furthest."""
        return self._chance.choice(self._taken if self._chance.random() < 0.5 else self._corpus)

    def _try(self, data: bytes, *, watched: bool) -> None:
        self._note(data)
        self.report.runs += 1
        place, has_new_lines = self._examine(data, watched=watched)
        if place is None:
            return
        is_new = place not in self._places
        if is_new and not watched:
            self._examine(data, watched=True)  # what it reaches shall not be new again
        self._places.add(place)
        if (is_new or has_new_lines) and len(data) <= CORPUS_BYTES_MAX:
            self._keep(self._corpus, data)
            if place == TAKEN:
                self._keep(self._taken, data)

    def _keep(self, kept: list[bytes], data: bytes) -> None:
        if len(kept) >= CORPUS_MAX:
            kept[self._chance.randrange(CORPUS_MAX)] = data
        else:
            kept.append(data)

    def _examine(self, data: bytes, *, watched: bool) -> tuple[Place | None, bool]:
        """Where a run ended, None where it broke; and whether it came to new lines."""
        place, lines = None, len(self._watch.lines)
        high_kib, started_s = _high_water_kib(), time.process_time()
        try:
            with _limited(), self._watch if watched else nullcontext():
                self._target.run(data)
            place = TAKEN
            self.report.taken += 1
        except REFUSALS as refusal:
            place = way_to(refusal)
        except (Exception, GivenUp) as failure:  # noqa: BLE001  that is the finding
            self._broke(data, failure)
        if not watched:
            spent_s = time.process_time() - started_s
            self._weigh(data, spent_s, _high_water_kib() - high_kib)
        return place, len(self._watch.lines) > lines

    def _weigh(self, data: bytes, spent_s: float, grown_kib: int) -> None:
        if spent_s > RUN_S_MAX:
            spent_s = min(spent_s, self._again_s(data))  # the machine may have been busy
        self.report.slowest_ms = max(self.report.slowest_ms, spent_s * 1_000)
        if spent_s > RUN_S_MAX:
            self._broke(data, TooDear(f"{len(data)} bytes took {spent_s:.1f} s"))
        if grown_kib > RUN_KIB_MAX:
            self._broke(data, TooDear(f"{len(data)} bytes took {grown_kib} KiB of memory"))

    def _again_s(self, data: bytes) -> float:
        started_s = time.process_time()
        with suppress(Exception, GivenUp), _limited():
            self._target.run(data)
        return time.process_time() - started_s

    def _broke(self, data: bytes, failure: BaseException) -> None:
        place = (type(failure), *way_to(failure)[-1:])
        if place in self._broken:
            return
        self._broken.add(place)
        trace = "".join(traceback.format_exception(failure)[-30:])
        error = f"{type(failure).__name__}: {failure}"[:500]
        self.report.crashes.append(Crash(self.report.target, error, trace, data.hex()))

    def _summed(self, seconds: float) -> Report:
        self.report.seconds = seconds
        self.report.corpus, self.report.places = len(self._corpus), len(self._places)
        self.report.lines = len(self._watch.lines)
        return self.report


def _high_water_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@contextmanager
def _limited() -> Iterator[None]:
    """Break off what computes for too long; other processes' work does not count."""
    signal.setitimer(signal.ITIMER_PROF, GIVE_UP_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def arm() -> None:
    """Make the process ready to break off runs: once, on its main thread."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise GivenUp(f"more than {GIVE_UP_S:g} s of computing")

    signal.signal(signal.SIGPROF, give_up)
