"""
Rules broken on purpose, one at a time, to see that the checkers notice.

    Mutant.broken() -> production code with one rule changed -> scenarios of its profile -> caught
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from chain.types.certificate import NO_ROUND
from consensus.core import driver as driver_module
from consensus.core import round as round_module
from consensus.core.driver import Driver
from consensus.core.inputs import Timeout, TimeoutKind
from consensus.core.round import Condition, RoundState, Step, Transition, WaitOver
from consensus.host import signer as signer_module
from consensus.host.disk import Disk
from consensus.host.wal import Wal
from tests.sim.scenario import POWER, ROUGH, Profile

SEEDS_MAX = 2_000  # within which each mutant must be caught


@dataclass(frozen=True, slots=True)
class Mutant:
    """One broken rule, and the weather in which it shows."""

    name: str
    why: str
    profile: Profile
    place: Any  # module or class
    attribute: str
    change: Callable[[Any], Any]  # original -> broken
    caught_by: tuple[str, ...]  # names of the properties that may speak
    seed: int  # one that has caught it, at 4 validators; a hunt starts there

    @contextmanager
    def broken(self) -> Iterator[None]:
        """Break the rule inside."""
        original = getattr(self.place, self.attribute)
        setattr(self.place, self.attribute, self.change(original))
        try:
            yield
        finally:
            setattr(self.place, self.attribute, original)


def _unlock(original: Callable[[RoundState], Transition]) -> Any:
    def precommit_nil(state: RoundState) -> Transition:
        following, effects = original(state)
        freed = None if state.step is Step.PREVOTE else following.locked
        return replace(following, locked=freed), effects

    return precommit_nil


def _skip(original: Callable[[Driver], Condition | None]) -> Any:
    def count_rule(self: Driver) -> Condition | None:
        round_ = self.state.round
        if self.votes.round(round_).precommits.has_quorum((None, NO_ROUND)):
            timeout = Timeout(TimeoutKind.PRECOMMIT, self.height, round_)
            return WaitOver(timeout, self._proposes(type(round_)(round_ + 1)))
        return original(self)

    return count_rule


def _forget_valid(original: Callable[..., Transition]) -> Any:
    def start_round(state: RoundState, round_: int, is_proposer: bool) -> Transition:
        fresh, effects = original(replace(state, valid=None), round_, is_proposer)
        return replace(fresh, valid=state.valid), effects

    return start_round


def _no_sync(original: Callable[[Wal], None]) -> Any:
    def sync(self: Wal) -> None:
        if self._dirty and self._file is not None:
            self._put(self._file, durable=False)

    return sync


class _ForgetfulDisk:
    """A disk on which nobody syncs directories."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._disk, name)

    def sync_directory(self, directory: Path) -> None:
        """Leave it out."""


def _no_directory_sync(original: Callable[..., None]) -> Any:
    def save(disk: Disk, path: Path, *arguments: Any) -> None:
        original(_ForgetfulDisk(disk) if disk.exists(path) else disk, path, *arguments)

    return save


MUTANTS = (
    Mutant(
        "unlock-on-nil-polka",
        "tendermint#6849: a polka for nil does not free a lock",
        ROUGH,
        round_module,
        "_precommit_nil",
        _unlock,
        ("lock rule", "valid round"),
        20,
    ),
    Mutant(
        "skip-on-nil-precommits",
        "tendermint#1690: two thirds of nil precommits only start timeoutPrecommit",
        ROUGH,
        driver_module.Driver,
        "_count_rule",
        _skip,
        ("patience",),
        2,
    ),
    Mutant(
        "no-valid-value",
        "tendermint#3815: the valid value is proposed again",
        ROUGH,
        round_module,
        "_start_round",
        _forget_valid,
        ("valid round",),
        6,
    ),
    Mutant(
        "no-wal-fsync",
        "the log is durable before what follows from it is signed",
        POWER,
        Wal,
        "sync",
        _no_sync,
        ("memory", "lock rule", "single voice"),
        0,
    ),
    Mutant(
        "no-sign-state-directory-sync",
        "cometbft#6031: a rename that is not synced rolls back",
        POWER,
        signer_module,
        "_save",
        _no_directory_sync,
        ("memory", "single voice"),
        0,
    ),
)
