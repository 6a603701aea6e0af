"""The simulated disk keeps what was synced, and sometimes less of the rest."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from chain.types.primitives import Height
from consensus.host.disk import FileInUse
from consensus.host.wal import Wal
from tests.sim.disk import Platter, PowerIsOff, SimDisk

HOME = Path("home")
TRIES = 200  # power failures, each with luck of its own


def after_failure(act: Callable[[SimDisk], None], seed: int) -> SimDisk:
    """Disk as a power failure leaves it after some work."""
    platter = Platter(random.Random(seed))
    disk = platter.boot()
    disk.make_directory(HOME)
    act(disk)
    platter.power_failure()
    return platter.boot()


def test_synced_bytes_stay_and_others_may_go() -> None:
    """Every length of the unsynced tail happens, now and then torn; the synced part is whole."""

    def work(disk: SimDisk) -> None:
        file = disk.open_append(HOME / "log")
        disk.sync_directory(HOME)
        file.append(b"synced")
        file.sync()
        file.append(b"not")

    left = {after_failure(work, seed).read(HOME / "log") for seed in range(TRIES)}
    assert all(data.startswith(b"synced") for data in left)
    assert {b"synced", b"syncedn", b"syncedno", b"syncednot"} <= left
    assert any(not b"syncednot".startswith(data) for data in left), "torn"


def test_names_need_their_directory_synced() -> None:
    """cometbft#6031: a synced file under a new name is gone, or it is there: both happen."""

    def work(disk: SimDisk) -> None:
        disk.write(HOME / "state", b"old")
        disk.sync_directory(HOME)
        disk.write(HOME / "state.new", b"new")
        disk.rename(HOME / "state.new", HOME / "state")

    left = {after_failure(work, seed).read(HOME / "state") for seed in range(TRIES)}
    assert {b"old", b"new"} == left


def test_syncing_one_directory_is_not_syncing_another() -> None:
    """What a machine may do by luck is not relied on."""

    def work(disk: SimDisk) -> None:
        disk.write(HOME / "a", b"")
        disk.sync_directory(Path("elsewhere"))

    assert {True, False} == {after_failure(work, s).exists(HOME / "a") for s in range(TRIES)}


def test_a_killed_process_loses_nothing_written() -> None:
    """The machine lives on: what was written is there, synced or not, and locks are free."""
    platter = Platter(random.Random(0))
    disk = platter.boot()
    disk.open_append(HOME / "log").append(b"not synced")
    disk.lock(HOME / "lock")
    with pytest.raises(FileInUse):
        disk.lock(HOME / "lock")
    platter.kill()
    again = platter.boot()
    assert b"not synced" == again.read(HOME / "log")
    again.lock(HOME / "lock").release()


def test_the_dead_do_not_write() -> None:
    """What a cancelled task of a dead process still tries has no effect."""
    platter = Platter(random.Random(0))
    disk = platter.boot()
    file = disk.open_append(HOME / "log")
    platter.kill()
    for act in (lambda: file.append(b"x"), file.sync, lambda: disk.write(HOME / "log", b"x")):
        with pytest.raises(PowerIsOff):
            act()
    assert b"" == platter.boot().read(HOME / "log")


def test_a_full_disk_takes_a_part() -> None:
    """An append that does not fit leaves half of its bytes, as a real one may."""
    platter = Platter(random.Random(0))
    file = platter.boot().open_append(HOME / "log")
    platter.capacity_bytes = 5
    with pytest.raises(OSError, match="no space"):
        file.append(b"123456")
    assert 3 == platter.used_bytes()


def test_the_log_survives_every_failure_of_this_disk() -> None:
    """The production log on this disk: what was synced is read again, whatever was torn."""

    def work(disk: SimDisk) -> None:
        wal = Wal(HOME, disk)
        wal.open_height(Height(1))
        wal.append(b"synced")
        wal.sync()
        wal.append(b"only flushed" * 100_000)
        wal.append(b"only in memory")

    for seed in range(20):
        records = Wal(HOME, after_failure(work, seed)).open_height(Height(1))
        assert [b"synced"] == records[:1]
