"""`kumiai keys`."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kumiai

KEY = "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"
ADDRESS = "0x008AeEda4D805471dF9b2A5B0f38A0C3bCBA786b"
WORDS = "test test test test test test test test test test test junk"


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real costs take a second a key."""
    monkeypatch.setattr("cli.keys.SCRYPT_N_STANDARD", 2**13)


def _type(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Give this on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_new_key_is_listed(kumiai: Kumiai) -> None:
    """A key that is made is in the list, in JSON and as a table."""
    made = json.loads(kumiai("keys", "new", "alice", "--no-passphrase", "--json").out)
    assert made in json.loads(kumiai("keys", "list", "--json").out)
    assert made["address"] in kumiai("keys", "list").out


def test_a_mnemonic_is_shown_once_and_gives_the_key_back(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words shown for a new key import to the same address elsewhere, and stand in no file."""
    made = json.loads(kumiai("keys", "new", "a", "--mnemonic", "--no-passphrase", "--json").out)
    assert 12 == len(made["mnemonic"].split())
    kumiai("keys", "delete", "a", "--yes")
    _type(monkeypatch, made["mnemonic"] + "\n")
    again = kumiai("keys", "import", "b", "--mnemonic", "-", "--no-passphrase", "--json")
    assert made["address"] == json.loads(again.out)["address"]


def test_a_bare_key_is_imported_and_exported(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A private key comes in by standard input and out only on request."""
    _type(monkeypatch, KEY + "\n")
    shown = kumiai("keys", "import", "a", "--private-key", "-", "--no-passphrase").out
    assert ADDRESS in shown
    assert KEY + "\n" == kumiai("keys", "export", "a", "--private-key").out
    exported = json.loads(kumiai("keys", "export", "a").out)
    assert 3 == exported["version"] and KEY[2:] not in json.dumps(exported)


def test_a_keystore_file_is_imported(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What one home exports, another takes, with its passphrase."""
    monkeypatch.setenv("KUMIAI_PASSPHRASE", "secret")
    made = json.loads(kumiai("keys", "new", "a", "--json").out)
    file = tmp_path / "a.json"
    file.write_text(kumiai("keys", "export", "a").out)
    kumiai("keys", "delete", "a", "--yes")
    taken = json.loads(kumiai("keys", "import", "b", "--keystore", str(file), "--json").out)
    assert made["address"] == taken["address"]


@pytest.mark.parametrize(("flag", "secret"), [("--private-key", KEY), ("--mnemonic", WORDS)])
def test_secrets_on_the_command_line_are_refused(kumiai: Kumiai, flag: str, secret: str) -> None:
    """A secret as an argument is visible to others, so it is not taken, nor repeated."""
    answer = kumiai("keys", "import", "a", flag, secret)
    assert 2 == answer.status
    assert "never given on the command line" in answer.err and secret not in answer.err


def test_a_wrong_key_is_not_repeated(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key with a typing error is refused without printing it."""
    _type(monkeypatch, KEY[:-1] + "\n")
    answer = kumiai("keys", "import", "a", "--private-key", "-", "--no-passphrase")
    assert (1, True) == (answer.status, "64 hex digits expected" in answer.err)
    assert KEY[2:20] not in answer.err


def test_without_a_passphrase_a_program_is_told_how(kumiai: Kumiai) -> None:
    """A key made by a program needs the variable, or the flag that says it protects nothing."""
    answer = kumiai("keys", "new", "a")
    assert 1 == answer.status
    assert "KUMIAI_PASSPHRASE" in answer.err and "--no-passphrase" in answer.err


def test_deleting_needs_a_yes(kumiai: Kumiai) -> None:
    """A key is not deleted by a program that did not say so."""
    assert "add --yes" in kumiai("keys", "delete", "dev0").err
    assert 0 == kumiai("keys", "delete", "dev0", "--yes").status
    assert "no key dev0" in kumiai("keys", "export", "dev0").err
