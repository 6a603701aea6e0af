"""Every kind of store keeps its promise: the bytes that were put, or an error that says why not."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from eth_hash.auto import keccak

from agents.store.content import Corrupt, NotStored, Store, TooLarge, Unreachable
from agents.store.ipfs import BLOCK_BYTES_MAX
from agents.store.places import BadPlace, open_store
from tests.agents.store.servers import SECRET, IpfsHandler, S3Handler, Server, serving

KINDS = ("directory", "s3", "ipfs")


@dataclass
class Opened:
    """A store, and a way to damage what it holds."""

    store: Store
    root: Path
    server: Server | None

    def damage(self, data: bytes) -> None:
        """Replace everything that is kept."""
        if self.server is not None:
            self.server.objects = dict.fromkeys(self.server.objects, data)
            return
        for path in self.root.rglob("*"):
            if path.is_file():
                path.write_bytes(data)


@pytest.fixture(params=KINDS)
def opened(request, tmp_path, monkeypatch) -> Iterator[Opened]:
    """Open one store of each kind, with its server where it has one."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setattr("agents.store.http.PAUSE_S", 0.01)
    with ExitStack() as stack:
        if request.param == "directory":
            yield Opened(open_store(str(tmp_path / "objects")), tmp_path / "objects", None)
            return
        handler = S3Handler if request.param == "s3" else IpfsHandler
        server = stack.enter_context(serving(handler))
        place = f"s3+{server.url}/bucket/jobs" if request.param == "s3" else f"ipfs+{server.url}"
        yield Opened(open_store(place), tmp_path, server)


@pytest.mark.parametrize("data", [b"", b"x", b"\r\n--\x00" * 1000, bytes(BLOCK_BYTES_MAX)])
def test_what_is_put_is_found_under_its_hash(opened, data):
    """The key is keccak-256 of the bytes, and leads to them, any number of times."""
    assert keccak(data) == opened.store.put(data) == opened.store.put(data)
    assert data == opened.store.get(keccak(data)) == opened.store.get(keccak(data))


def test_what_nobody_put_is_not_stored(opened):
    """An unknown key, or what cannot be one, is refused by name."""
    for key in (keccak(b"nobody"), b"short"):
        with pytest.raises(NotStored):
            opened.store.get(key)


def test_other_bytes_than_were_asked_for_are_never_returned(opened):
    """A store that lies, or a disk that forgets, is found out by hashing again."""
    key = opened.store.put(b"the truth")
    opened.damage(b"something else")
    with pytest.raises(Corrupt):
        opened.store.get(key)
    opened.store.put(b"the truth")
    assert b"the truth" == opened.store.get(key), "what is put again is good again"


def test_readers_take_as_much_as_they_said(opened):
    """More bytes than a reader wants are refused, though the store has them."""
    key = opened.store.put(b"x" * 1_000)
    assert b"x" * 1_000 == opened.store.get(key, 1_000)
    with pytest.raises(TooLarge, match="at most 999"):
        opened.store.get(key, 999)


@pytest.mark.parametrize("failures", [1, 2, 3])
def test_a_store_that_is_busy_is_asked_again_but_not_for_ever(opened, failures):
    """Two failures are waited out; at the third the caller hears of it."""
    if opened.server is None:
        pytest.skip("a directory is never busy")
    opened.server.failures = [503] * failures
    if failures < 3:
        assert keccak(b"x") == opened.store.put(b"x")
        return
    with pytest.raises(Unreachable, match="503 not now"):
        opened.store.put(b"x")


def test_a_store_that_is_gone_is_said_to_be(opened):
    """Where nobody listens any more, the error names the place."""
    if opened.server is None:
        pytest.skip("a directory is there")
    opened.server.shutdown()
    opened.server.server_close()
    with pytest.raises(Unreachable, match="127.0.0.1"):
        opened.store.get(keccak(b"x"))


def test_a_wrong_account_is_refused(opened, monkeypatch):
    """A request that is signed with another secret reads and writes nothing."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another")
    with serving(S3Handler) as server:
        store = open_store(f"s3+{server.url}/bucket")
        with pytest.raises(Unreachable, match="403 SignatureDoesNotMatch"):
            store.put(b"x")
        with pytest.raises(Unreachable, match="403"):
            store.get(keccak(b"x"))
        assert {} == server.objects


def test_blocks_of_ipfs_have_a_largest_size(opened):
    """What no IPFS node would pass on is refused before it is sent."""
    if opened.server is None or opened.server.RequestHandlerClass is not IpfsHandler:
        pytest.skip("other stores take more")
    with pytest.raises(TooLarge, match="1048576"):
        opened.store.put(bytes(BLOCK_BYTES_MAX + 1))


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://host/bucket", "DIRECTORY, s3"),
        ("ftp+http://host", "ftp"),
        ("s3+https:///bucket", "http://host"),
        ("ipfs+file://host", "http://host"),
        ("s3+https://host/bucket", "AWS_ACCESS_KEY_ID"),
    ],
)
def test_a_place_that_names_no_store_is_refused(place, why, monkeypatch):
    """What is expected is said."""
    monkeypatch.delenv("AWS_ACCESS_KEY_ID", raising=False)
    with pytest.raises(BadPlace, match=why):
        open_store(place)


def test_a_bucket_must_be_named(monkeypatch):
    """An S3 place without a bucket is refused."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    with pytest.raises(Unreachable, match="no bucket"):
        open_store("s3+https://host/")
