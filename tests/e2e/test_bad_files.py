"""
A home that somebody or something damaged: the node says what is wrong, in one line, and stops.

Nothing of it makes the node repair, forget or sign by guessing; put right, the home goes on.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from eth_utils import to_checksum_address

from tests.e2e.devnet import ENVIRONMENT, Devnet, kumiai, wait_until
from tests.e2e.stage import dev, sign, submit

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
REFUSAL_S = 30  # seconds a node may take to say that it cannot start
TARGET = to_checksum_address("0x" + "d7" * 20)
LINES_MAX = 500  # letters of an error line that a person still reads


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A stopped devnet with blocks in its database's tables and in its log."""
    place = tmp_path_factory.mktemp("files") / "home"
    devnet = Devnet(place, "--consensus")
    for _ in range(2):  # a start turns the log of the run before into a table
        with devnet:
            submit(devnet.web3, sign(devnet.web3, dev(1), to=TARGET, value=1))
    return place


@pytest.fixture
def copy(home, tmp_path) -> Path:
    """A copy of that home, to be damaged."""
    return Path(shutil.copytree(home, tmp_path / "home"))


def refusal(home: Path, *options: str, command: str = "devnet") -> str:
    """Start a node that must not start; returns the one line that it says."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "cli",
            command,
            *(("--consensus",) if command == "devnet" else ()),
            "--home",
            str(home),
            "--rpc-port",
            "0",
            "--grpc-port",
            "0",
            *options,
        ],
        capture_output=True,
        text=True,
        timeout=REFUSAL_S,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert 1 == done.returncode, done.stdout + done.stderr
    lines = done.stderr.splitlines()
    assert 1 == len(lines) and lines[0].startswith("kumiai: "), done.stderr
    assert len(lines[0]) < LINES_MAX
    assert "KUMIAI_DEBUG" not in lines[0], "an error that the house does not foresee"
    return lines[0]


def flip(path: Path, offset: int) -> None:
    """Invert one byte of a file."""
    content = bytearray(path.read_bytes())
    content[offset] ^= 0xFF
    path.write_bytes(content)


def newest(home: Path, ending: str) -> Path:
    """Return the database's largest file of a kind."""
    return max((home / "data" / "chain").glob(ending), key=lambda path: path.stat().st_size)


def put(name: str, content: bytes) -> Callable[[Path], None]:
    """Return the damage that a file has another content."""
    return lambda home: (home / name).write_bytes(content) and None


def remove(name: str) -> Callable[[Path], None]:
    """Return the damage that a file is gone."""
    return lambda home: (home / name).unlink()


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    """Return the damage that a text in a file is another one."""

    def damage(home: Path) -> None:
        content = (home / name).read_bytes()
        assert old in content
        (home / name).write_bytes(content.replace(old, new, 1))

    return damage


def as_directory(name: str) -> Callable[[Path], None]:
    """Return the damage that a directory is where a file should be."""

    def damage(home: Path) -> None:
        (home / name).unlink()
        (home / name).mkdir()

    return damage


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "config: no TOML": (put("config.toml", b"x=["), "TOML expected"),
    "config: wrong type": (
        replaced("config.toml", b"enabled = true", b"enabled = 7"),
        "rpc.enabled: true or false expected, found 7",
    ),
    "config: unknown key": (put("config.toml", b"[rpc]\nprot = 1\n"), "unknown key rpc.prot"),
    "config: a directory": (as_directory("config.toml"), "cannot read .*Is a directory"),
    "genesis: cut": (put("genesis.json", b'{"chain_id": 31337'), "JSON expected"),
    "genesis: another chain's id": (
        replaced("genesis.json", b'"chain_id": 31337', b'"chain_id": 31338'),
        "holds chain 31337, the genesis file begins chain 31338",
    ),
    "genesis: another balance": (
        replaced("genesis.json", b"10000000000000000000000", b"10000000000000000000001"),
        "holds the chain with genesis 0x.* the genesis file makes 0x",
    ),
    "sign state: gone": (remove("validator/sign_state.json"), "might sign twice; restore it"),
    "sign state: cut": (put("validator/sign_state.json", b'{"ver'), "expected a sign state"),
    "key: gone": (remove("validator/key"), "no validator key"),
    "key: for all to read": (
        lambda home: os.chmod(home / "validator" / "key", 0o644),
        "can be read by others: run `chmod 600",
    ),
    "database: log": (lambda home: flip(newest(home, "*.log"), 100), "Corruption"),
    "database: manifest": (lambda home: flip(newest(home, "MANIFEST-*"), 30), "Corruption"),
    "database: a table is gone": (lambda home: newest(home, "*.ldb").unlink(), "missing file"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_named_in_one_line(copy, name):
    """The node ends with status 1 and one line that says which file, and what is expected."""
    damage, expected = DAMAGES[name]
    damage(copy)
    assert_matches(expected, refusal(copy))


def assert_matches(pattern: str, text: str) -> None:
    """Fail with both texts where one does not contain the other."""
    with pytest.raises(AssertionError, match=pattern):
        raise AssertionError(text)


def test_a_flipped_byte_in_a_table_stops_the_node(copy):
    """Damage that comes to light while the node runs ends it; it never builds on wrong data."""
    table = newest(copy, "*.ldb")
    for offset in range(20, 2_000, 400):
        flip(table, offset)
    assert "Corruption: block checksum mismatch" in refusal(copy)


def test_a_database_that_lost_its_end_is_not_built_on(copy):
    """Where consensus knows of a block that the database has not, the node does not go on."""
    log = newest(copy, "*.log")
    os.truncate(log, log.stat().st_size * 2 // 3)
    assert_matches("expected height [0-9]+ in the chain", refusal(copy))


def test_a_damaged_tail_of_the_log_of_consensus_is_cut_off(copy):
    """Garbage and a torn record at the log's end cost nothing: same head, and on it goes."""
    logs = sorted((copy / "data" / "wal").glob("*.wal"))
    os.truncate(logs[0], logs[0].stat().st_size - 5)
    with logs[-1].open("ab") as newest_log:
        newest_log.write(b"\x12\x34\x56\x78\0\0\0\x05torn")
    with Devnet(copy, "--consensus") as devnet:
        height = devnet.web3.eth.block_number
        assert 2 == devnet.web3.eth.get_balance(TARGET)
        submit(devnet.web3, sign(devnet.web3, dev(1), to=TARGET, value=1))
        assert 3 == devnet.web3.eth.get_balance(TARGET)
        assert devnet.web3.eth.block_number > height
        assert "bytes are good" in devnet.output()
    aside = [path.name for path in logs[0].parent.glob("*.CORRUPTED")]
    assert [logs[-1].name + ".CORRUPTED"] == aside


def test_a_taken_port_is_named(copy):
    """Both servers say which address they cannot have, and what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        for name, flag in (("JSON-RPC", "--rpc-port"), ("gRPC", "--grpc-port")):
            line = refusal(copy, flag, str(port))
            assert f"{name} cannot listen on 127.0.0.1:{port}" in line
            assert flag in line


def test_a_second_process_is_told_and_the_first_goes_on(copy):
    """Neither a second node, nor --reset, nor an export gets at a home that is in use."""
    with Devnet(copy, "--consensus") as devnet:
        (copy / "node.json").unlink()  # the lock decides, not this file
        assert_matches("a node runs at .*stop it first|in use", refusal(copy))
        assert_matches("a node runs at .*stop it first", refusal(copy, "--reset"))
        assert "stop it first" in kumiai("export", home=copy, check=False)
        height = devnet.web3.eth.block_number
        wait_until(lambda: devnet.web3.eth.block_number > height)


def test_put_right_the_home_goes_on(home, copy):
    """After a refusal the same home, with its files put back, starts with all it had."""
    for name in ("genesis: another balance", "sign state: gone", "key: gone"):
        DAMAGES[name][0](copy)
    refusal(copy)
    for name in ("genesis.json", "validator/sign_state.json", "validator/key"):
        shutil.copy2(home / name, copy / name)
    with Devnet(copy, "--consensus") as devnet:
        assert 2 == devnet.web3.eth.get_balance(TARGET)
        submit(devnet.web3, sign(devnet.web3, dev(1), to=TARGET, value=1))
