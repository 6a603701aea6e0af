"""The process that only signs: which key, at which place, until when."""

import os
import signal
import socket
from pathlib import Path

import pytest

from chain.codec import address_of
from chain.types.primitives import Address
from cli.config import NodeConfig
from cli.errors import CommandFailed, UsageWrong
from cli.home_signer import create_rotated_key
from cli.signer_process import SOCKET_PATH_BYTES_MAX, check_target, open_key, run_signer
from consensus.host.signer import FileSigner, SignStateInUse
from tests.cli.test_home_signer import CHAIN_ID, home


def test_the_only_key_signs(tmp_path: Path) -> None:
    """A home with one key needs no choice, and one process has it at a time."""
    config, first = home(tmp_path)
    signer = open_key(config, CHAIN_ID, None)
    assert first == signer.address
    with pytest.raises(SignStateInUse):
        open_key(config, CHAIN_ID, None)
    signer.close()


def test_among_several_keys_one_is_named(tmp_path: Path) -> None:
    """After a rotation the operator says which key; each has its own memory."""
    config, first = home(tmp_path)
    second = address_of(create_rotated_key(config, CHAIN_ID))
    with pytest.raises(UsageWrong, match=f"--validator: .*0x{second.hex()}"):
        open_key(config, CHAIN_ID, None)
    for wanted in (first, second):
        signer = open_key(config, CHAIN_ID, wanted)
        assert wanted == signer.address
        signer.close()
    with pytest.raises(CommandFailed, match="no key of 0x0909"):
        open_key(config, CHAIN_ID, Address(b"\x09" * 20))


def test_a_home_without_key_says_how_to_get_one(tmp_path: Path) -> None:
    """The error names the directory to move, or the command that makes one."""
    with pytest.raises(CommandFailed, match=r"move the node's validator/ .* `kumiai init"):
        open_key(NodeConfig(tmp_path), CHAIN_ID, None)


@pytest.mark.parametrize(
    "target",
    ["", "x", ":1", "host:", "host:x", "host:65536", "unix:", "unix:name", "unix:/" + "x" * 107],
)
def test_a_place_that_is_none_is_refused(target: str) -> None:
    """Only an absolute path of a socket, or host and port."""
    with pytest.raises(UsageWrong, match="--listen: "):
        check_target(target)


@pytest.mark.parametrize(
    "target",
    ["127.0.0.1:0", "[::1]:26659", "unix:/run/x", "unix:/" + "x" * (SOCKET_PATH_BYTES_MAX - 1)],
)
def test_a_place_is_taken(target: str) -> None:
    """What gRPC can listen at."""
    check_target(target)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_and_frees_the_key(tmp_path: Path, number: signal.Signals) -> None:
    """It listens, is told to stop, and leaves the sign state to the next process."""
    config, _ = home(tmp_path)
    target, heard = f"unix:{tmp_path}/socket", []

    def stop(where: str) -> None:
        heard.append(where)
        os.kill(os.getpid(), number)

    run_signer(open_key(config, CHAIN_ID, None), CHAIN_ID, target, None, stop)
    assert [target] == heard
    open_key(config, CHAIN_ID, None).close()


def test_a_place_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    """No such directory: one error that says where it could not listen, and the key is free."""
    config, _ = home(tmp_path)
    signer: FileSigner = open_key(config, CHAIN_ID, None)
    with pytest.raises(CommandFailed, match="cannot listen at unix:/nowhere/socket: "):
        run_signer(signer, CHAIN_ID, "unix:/nowhere/socket", None, lambda where: None)
    open_key(config, CHAIN_ID, None).close()


def test_a_socket_that_answers_is_left_alone(tmp_path: Path) -> None:
    """A second signer does not take the first one's place; one that died leaves it free."""
    config, _ = home(tmp_path)
    target = f"unix:{tmp_path}/socket"
    with socket.socket(socket.AF_UNIX) as first:
        first.bind(str(tmp_path / "socket"))
        first.listen()
        with pytest.raises(CommandFailed, match="a process listens at unix:.* already"):
            run_signer(open_key(config, CHAIN_ID, None), CHAIN_ID, target, None, lambda where: None)
    heard: list[str] = []

    def stop(where: str) -> None:
        heard.append(where)
        os.kill(os.getpid(), signal.SIGTERM)

    run_signer(open_key(config, CHAIN_ID, None), CHAIN_ID, target, None, stop)
    assert [target] == heard
