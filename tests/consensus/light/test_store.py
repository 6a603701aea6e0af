"""What is trusted survives the process, whole or not at all, and stays bounded."""

from pathlib import Path

import pytest

from chain.errors import StoreCorrupt, StoreFailed
from chain.types.primitives import Height
from consensus.light.store import FileTrustedStore, MemoryTrustedStore, TrustedStore
from tests.chain.light.stage import grow, members

CHAIN = grow([members({0: 10, 1: 9})] * 8)


@pytest.fixture(params=["memory", "files"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> TrustedStore:
    """Either store, for at most four blocks."""
    if request.param == "memory":
        return MemoryTrustedStore(4)
    return FileTrustedStore(tmp_path / "light", 4)


def test_blocks_come_back_by_height(store: TrustedStore) -> None:
    """In any order of saving; what was never saved is None."""
    for height in (3, 0, 2):
        store.save(CHAIN[height])
    assert (0, 2, 3) == store.heights()
    assert [CHAIN[0], None, CHAIN[2]] == [store.get(Height(h)) for h in (0, 1, 2)]


def test_the_blocks_above_the_lowest_go_first(store: TrustedStore) -> None:
    """The number of blocks has a limit; the newest stay, and the one that trust began with."""
    for block in CHAIN:
        store.save(block)
    assert (0, 5, 6, 7) == store.heights()
    assert store.get(Height(4)) is None


def test_saving_again_replaces(store: TrustedStore) -> None:
    """A height is there once."""
    store.save(CHAIN[5])
    store.save(CHAIN[5])
    assert (5,) == store.heights()


def test_files_are_there_after_a_restart(tmp_path: Path) -> None:
    """A second store in the same place sees the same blocks, and no other file disturbs it."""
    first = FileTrustedStore(tmp_path, 4)
    for block in CHAIN[2:5]:
        first.save(block)
    (tmp_path / "note.txt").write_text("mine")
    (tmp_path / "12.rlp").write_text("mine")
    (tmp_path / f"{9:020d}.new").write_bytes(b"a crash left this")
    again = FileTrustedStore(tmp_path, 4)
    assert (2, 3, 4) == again.heights()
    assert CHAIN[3] == again.get(Height(3))


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x00" * 100_000])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    """The message says which file to remove."""
    store = FileTrustedStore(tmp_path)
    store.save(CHAIN[2])
    path = tmp_path / f"{2:020d}.rlp"
    path.write_bytes(content)
    with pytest.raises(StoreCorrupt, match=f"{path} is damaged, remove it"):
        store.get(Height(2))


def test_a_file_of_another_height_is_damage(tmp_path: Path) -> None:
    """A block under a wrong name would be trusted at a wrong height."""
    store = FileTrustedStore(tmp_path)
    store.save(CHAIN[2])
    store.save(CHAIN[3])
    (tmp_path / f"{3:020d}.rlp").write_bytes((tmp_path / f"{2:020d}.rlp").read_bytes())
    with pytest.raises(StoreCorrupt, match="it holds block 2"):
        store.get(Height(3))


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    """A directory that cannot be made, and files that vanish, are the disk's fault."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFailed, match="cannot open"):
        FileTrustedStore(tmp_path / "file" / "light")
    store = FileTrustedStore(tmp_path / "light")
    store.save(CHAIN[1])
    (tmp_path / "light" / f"{1:020d}.rlp").unlink()
    with pytest.raises(StoreFailed, match="cannot read"):
        store.get(Height(1))
    (tmp_path / "light").rmdir()
    with pytest.raises(StoreFailed, match="cannot write"):
        store.save(CHAIN[2])
