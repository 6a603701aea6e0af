"""`kumiai replica`, up to where the process begins."""

import argparse
from pathlib import Path

import pytest

from cli.__main__ import main
from cli.commands.replica import address_type, check_home, genesis_hash, hash_type, prepare, tls_of
from cli.config import NodeConfig, load_config
from cli.errors import CommandFailed, UsageWrong
from cli.replication import client
from tests.cli.conftest import At

NO_TLS = {"from_tls_ca": None, "from_tls_cert": None, "from_tls_key": None}


def arguments(**given: object) -> argparse.Namespace:
    """Return what the command line says."""
    return argparse.Namespace(
        **{"source": "127.0.0.1:9", "genesis": None, "genesis_hash": None} | NO_TLS | given
    )


@pytest.fixture
def told(devnet_files: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A source that tells the devnet's genesis file."""
    text = (devnet_files / "genesis.json").read_bytes()
    monkeypatch.setattr(client, "fetch_genesis", lambda address, tls: text)
    return text


def test_a_fetched_genesis_is_kept_and_its_hash_is_shown(
    tmp_path: Path, told: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever pins nothing is told what was believed; a second start asks nobody."""
    config = NodeConfig(tmp_path / "home")
    prepare(config, arguments())
    assert config.genesis_path.read_bytes() == told
    assert load_config(config.home, {}).history_blocks == config.history_blocks
    assert "its hash is 0x" + genesis_hash(told).hex() in capsys.readouterr().err
    config.genesis_path.write_bytes(b"kept")
    prepare(config, arguments())
    assert config.genesis_path.read_bytes() == b"kept"


def test_a_pinned_hash_decides(
    tmp_path: Path, told: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """The right one is taken in silence, another leaves nothing behind."""
    wrong = NodeConfig(tmp_path / "wrong")
    with pytest.raises(CommandFailed, match="genesis hash 0x0101.* expected, found 0x"):
        prepare(wrong, arguments(genesis_hash=b"\1" * 32))
    assert not wrong.home.exists()
    prepare(NodeConfig(tmp_path / "right"), arguments(genesis_hash=genesis_hash(told)))
    assert capsys.readouterr().err == ""


def test_a_given_genesis_is_taken_and_must_stay_the_same(
    tmp_path: Path, devnet_files: Path
) -> None:
    """No source is asked for it; another file at a later start is refused."""
    config, given = NodeConfig(tmp_path / "home"), devnet_files / "genesis.json"
    for _ in range(2):
        prepare(config, arguments(genesis=str(given)))
    assert config.genesis_path.read_bytes() == given.read_bytes()
    other = tmp_path / "other.json"
    other.write_text("{}")
    with pytest.raises(CommandFailed, match="is another file than"):
        prepare(config, arguments(genesis=str(other)))
    with pytest.raises(CommandFailed, match="this is no genesis file"):
        prepare(NodeConfig(tmp_path / "new"), arguments(genesis=str(other)))
    assert not (tmp_path / "new").exists()


def test_a_validators_home_is_no_replicas(at: At, tmp_path: Path) -> None:
    """Two processes with one validator key would be a double sign."""
    at("init")
    with pytest.raises(CommandFailed, match="is a validator's home"):
        check_home(NodeConfig(tmp_path / "h"))


def test_tls_files_are_read_before_anything_is_dialled(tmp_path: Path) -> None:
    """None is plain text; half a set, or a file that is no PEM, is refused by name."""
    pem = tmp_path / "pem"
    pem.write_bytes(b"-----BEGIN CERTIFICATE-----")
    assert tls_of(arguments()) is None
    alone = tls_of(arguments(from_tls_ca=str(pem)))
    assert alone is not None and (pem.read_bytes(), None) == (alone.authority, alone.certificate)
    both = tls_of(arguments(**dict.fromkeys(NO_TLS, str(pem))))
    assert both is not None and both.key == both.certificate == pem.read_bytes()
    for half in (["from_tls_cert"], ["from_tls_ca", "from_tls_key"]):
        with pytest.raises(UsageWrong, match="takes --from-tls-ca"):
            tls_of(arguments(**dict.fromkeys(half, str(pem))))
    pem.write_bytes(b"none")
    with pytest.raises(CommandFailed, match="PEM expected, found none"):
        tls_of(arguments(from_tls_ca=str(pem)))


def test_flags_are_checked_before_anything_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    """An address has a port, and a hash 32 bytes."""
    assert address_type("[::1]:9090") == "[::1]:9090"
    assert hash_type("0x" + "ab" * 32) == b"\xab" * 32
    for words, said in (
        (["--from", "localhost"], "HOST:PORT"),
        (["--from", ":9090"], "HOST:PORT"),
        (["--from", "x:y"], "HOST:PORT"),
        (["--from", "x:1", "--genesis-hash", "0x12"], "64 hex digits"),
        (["--from", "x:1", "--genesis-hash", "zz"], "64 hex digits"),
        ([], "--from"),
    ):
        with pytest.raises(SystemExit):
            main(["replica", *words])
        assert said in capsys.readouterr().err
