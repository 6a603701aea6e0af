"""Before coins move, a person is asked."""

import io
import sys

import pytest

from cli.devnet import dev_accounts
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode

DEV1 = dev_accounts()[1]
SEND = ("tx", "send", "dev1", "1kum", "--from", "alice")


class Terminal(io.StringIO):
    """Somebody sits there and types."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


@pytest.fixture
def alice(kumiai: Kumiai, node: FakeNode, monkeypatch: pytest.MonkeyPatch) -> None:
    """A funded key with a passphrase."""
    monkeypatch.setattr("cli.keys.SCRYPT_N_STANDARD", 2**13)
    monkeypatch.setenv("KUMIAI_PASSPHRASE", "secret")
    kumiai("keys", "new", "alice")
    kumiai("tx", "send", "alice", "5kum", "--from", "dev0")


def _sit_down(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """Be a person at a terminal who types this."""
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(("typed", "moved"), [("y\n", 10**18), ("n\n", 0), ("\n", 0)])
def test_coins_move_only_after_a_yes(
    kumiai: Kumiai, node: FakeNode, monkeypatch: pytest.MonkeyPatch, typed: str, moved: int
) -> None:
    """The question shows what is sent and the most it costs; anything but yes sends nothing."""
    _sit_down(monkeypatch, typed)
    answer = kumiai(*SEND)
    assert (0 if moved else 1) == answer.status
    assert "send 1 KUM, from alice" in answer.err and "in all at most 1.0" in answer.err
    assert DEV1.balance_wei + moved == node.host.balance_wei(DEV1.address)


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize("extra", [("--yes",), ("--json",), ("--from", "dev0")])
def test_programs_and_open_keys_are_not_asked(
    kumiai: Kumiai, node: FakeNode, monkeypatch: pytest.MonkeyPatch, extra: tuple[str, ...]
) -> None:
    """--yes, --json and a key without a passphrase send at once."""
    _sit_down(monkeypatch, "")
    assert 0 == kumiai(*SEND, *extra).status
    assert DEV1.balance_wei + 10**18 == node.host.balance_wei(DEV1.address)


def test_a_gas_limit_must_be_one(kumiai: Kumiai, node: FakeNode) -> None:
    """--gas of zero is refused before the node is asked."""
    answer = kumiai("tx", "send", "dev1", "1", "--from", "dev0", "--gas", "0")
    assert (2, True) == (answer.status, "--gas: 1 to" in answer.err)
