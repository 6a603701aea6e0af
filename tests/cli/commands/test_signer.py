"""`kumiai signer` with a home's key."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from cli import signer_process
from tests.cli.conftest import At


@pytest.fixture
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every signer is told to stop as soon as it has said where it listens."""
    real = signer_process.run_signer

    def run(*arguments: object) -> None:
        announce: Callable[[str], None] = arguments[-1]  # type: ignore[assignment]

        def then_stop(where: str) -> None:
            announce(where)
            os.kill(os.getpid(), signal.SIGTERM)

        real(*arguments[:-1], then_stop)  # type: ignore[call-arg,arg-type]

    monkeypatch.setattr(signer_process, "run_signer", run)


@pytest.mark.usefixtures("one_moment")
def test_it_says_where_it_listens_and_for_whom(at: At, tmp_path: Path) -> None:
    """The chain is the home's; the socket and the validator's address are told, also as JSON."""
    made = json.loads(at("init", "--chain-id", "77", "--json").out)
    place = f"unix:{tmp_path}/socket"
    answer = at("signer", "start", "--listen", place, "--json")
    assert 0 == answer.status, answer.err
    expected = {"listen": place, "validator": made["validator"], "chain_id": 77}
    assert expected == json.loads(answer.out)
    shown = at("signer", "start", "--listen", place).out
    assert "Kumiai signs" in shown and made["validator"] in shown


@pytest.mark.usefixtures("one_moment")
def test_without_genesis_the_chain_is_named(at: At, tmp_path: Path) -> None:
    """A signer's home needs no genesis file when --chain-id says which chain; never another."""
    at("init", "--chain-id", "77")
    words = ("signer", "start", "--listen", f"unix:{tmp_path}/socket")
    wrong = at(*words, "--chain-id", "78")
    assert (2, True) == (wrong.status, "--chain-id: 77 of " in wrong.err)
    (tmp_path / "h" / "genesis.json").unlink()
    answer = at(*words)
    assert (1, True) == (answer.status, "which chain?" in answer.err)
    assert 0 == at(*words, "--chain-id", "77", "--json").status
    other = at(*words, "--chain-id", "78")
    assert (1, True) == (other.status, "sign_state.json: expected version" in other.err)


@pytest.mark.parametrize(
    ("flags", "reason"),
    [
        (("--listen", "127.0.0.1:0"), "expected a unix socket (unix:<path>) or TLS files"),
        (("--listen", "nowhere"), "--listen: unix:/path or host:port expected"),
        (("--listen", "127.0.0.1:0", "--tls-dir", "/nowhere"), "no /nowhere/certificate.pem"),
    ],
)
def test_what_would_be_unsafe_is_one_line(at: At, flags: tuple[str, ...], reason: str) -> None:
    """No signer listens in the clear, at a place that is none, or without its certificates."""
    at("init")
    answer = at("signer", "start", *flags)
    assert answer.status in (1, 2) and "" == answer.out
    assert reason in answer.err and 1 == answer.err.count("\n")
