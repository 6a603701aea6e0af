"""The keyring: files that other wallets read, secrets that stay secret."""

import json
from pathlib import Path
from typing import Any

import pytest

from chain.codec import address_of
from cli import keys
from cli.errors import CommandFailed, UsageWrong
from cli.keys import Keyring, WrongPassphrase, decrypt, encrypt, key_of_mnemonic, parse_keystore

KEY = bytes.fromhex("7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d")
STANDARD = keys.SCRYPT_N_STANDARD  # before the tests make it light
ADDRESS = "008aeeda4d805471df9b2a5b0f38a0c3bcba786b"
# The scrypt example of the Web3 Secret Storage Definition, which geth and its tests use.
GETH: dict[str, Any] = {
    "crypto": {
        "cipher": "aes-128-ctr",
        "cipherparams": {"iv": "83dbcc02d8ccb40e466191a123791e0e"},
        "ciphertext": "d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c",
        "kdf": "scrypt",
        "kdfparams": {
            "dklen": 32,
            "n": 262144,
            "r": 1,
            "p": 8,
            "salt": "ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19",
        },
        "mac": "2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097",
    },
    "id": "3198bc9c-6672-5ab3-d995-4942343ae5b6",
    "version": 3,
}


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real costs take a second a key."""
    monkeypatch.setattr(keys, "SCRYPT_N_STANDARD", 2**13)
    monkeypatch.delenv(keys.PASSPHRASE_VARIABLE, raising=False)


def test_a_geth_file_opens() -> None:
    """The example of the keystore definition gives the key it says."""
    assert KEY == decrypt(GETH, "testpassword", "x")


def test_a_key_goes_in_and_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added can be listed, found by name or address, and unlocked with its passphrase."""
    ring = Keyring(tmp_path / "ring")
    info = ring.add("alice", KEY, "secret")
    assert ADDRESS == info.address.hex()
    assert [info] == ring.list()
    assert info == ring.find("alice") == ring.find("0x" + ADDRESS.upper())
    monkeypatch.setenv(keys.PASSPHRASE_VARIABLE, "secret")
    assert KEY == ring.unlock("alice")


def test_a_wrong_passphrase_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another passphrase is refused by name."""
    ring = Keyring(tmp_path)
    ring.add("alice", KEY, "secret")
    monkeypatch.setenv(keys.PASSPHRASE_VARIABLE, "Secret")
    with pytest.raises(WrongPassphrase, match="wrong passphrase for key alice"):
        ring.unlock("alice")


def test_an_open_key_needs_no_passphrase(tmp_path: Path) -> None:
    """A key without a passphrase opens without asking anybody, as a devnet's must."""
    ring = Keyring(tmp_path)
    ring.add("dev0", KEY, "")
    assert KEY == ring.unlock("dev0")
    assert ring.is_open("dev0")


def test_without_a_terminal_a_passphrase_is_asked_of_the_environment(tmp_path: Path) -> None:
    """A program is told how to give the passphrase, instead of hanging."""
    ring = Keyring(tmp_path)
    ring.add("alice", KEY, "secret")
    with pytest.raises(CommandFailed, match="set KUMIAI_PASSPHRASE"):
        ring.unlock("alice")


def test_files_belong_to_their_owner(tmp_path: Path) -> None:
    """Nobody else on the machine reads a key file or the directory."""
    info = Keyring(tmp_path / "ring").add("alice", KEY, "x")
    assert 0o600 == info.path.stat().st_mode & 0o777
    assert 0o700 == info.path.parent.stat().st_mode & 0o777
    assert [info.path] == list(info.path.parent.iterdir())  # nothing half-written stays


def test_a_file_is_a_plain_keystore(tmp_path: Path) -> None:
    """The file has geth's fields and standard cost, so that other wallets take it."""
    info = Keyring(tmp_path).add("alice", KEY, "x")
    content = json.loads(info.path.read_text())
    assert {"address", "crypto", "id", "version"} == set(content)
    assert (3, ADDRESS, "scrypt") == (
        content["version"],
        content["address"],
        content["crypto"]["kdf"],
    )


def test_standard_cost_is_that_of_geth() -> None:
    """A passphrase is protected by n = 262,144 and r = 8, as geth's standard is."""
    assert 262_144 == STANDARD
    assert 8 == encrypt(KEY, "")["crypto"]["kdfparams"]["r"]


def test_a_name_or_key_is_never_taken_twice(tmp_path: Path) -> None:
    """Neither a name nor the same key under another name is overwritten."""
    ring = Keyring(tmp_path)
    ring.add("alice", KEY, "")
    with pytest.raises(CommandFailed, match="a key alice exists"):
        ring.add("alice", b"\x01" * 32, "")
    with pytest.raises(CommandFailed, match="in the keyring already, as alice"):
        ring.add("bob", KEY, "")


@pytest.mark.parametrize("name", ["", "../x", "A", ".x", "a/b", "x" * 65, "é"])
def test_a_name_is_a_safe_file_name(tmp_path: Path, name: str) -> None:
    """A name cannot leave the directory or confuse it."""
    with pytest.raises(UsageWrong, match="key name"):
        Keyring(tmp_path).add(name, KEY, "")


def test_an_unknown_key_says_what_to_do(tmp_path: Path) -> None:
    """The error names the command that lists keys."""
    with pytest.raises(CommandFailed, match="see `kumiai keys list`"):
        Keyring(tmp_path).find("nobody")


def test_deleted_keys_are_gone(tmp_path: Path) -> None:
    """Deleting removes the file."""
    ring = Keyring(tmp_path)
    ring.add("alice", KEY, "")
    ring.delete("alice")
    assert [] == ring.list()


def test_names_are_listed_in_human_order(tmp_path: Path) -> None:
    """dev2 comes before dev10."""
    ring = Keyring(tmp_path)
    for number in (10, 2, 1):
        ring.add(f"dev{number}", bytes([number]) * 32, "")
    assert ["dev1", "dev2", "dev10"] == [info.name for info in ring.list()]


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b'{"version": 4, "crypto": {}}', b"\xff"])
def test_what_is_no_keystore_is_refused(raw: bytes) -> None:
    """Rubbish and other versions are an error, not a crash."""
    with pytest.raises(CommandFailed, match="expected"):
        parse_keystore(raw, "x")


@pytest.mark.parametrize(
    "change", [{"n": 2**40}, {"n": "x"}, {"r": 10**9}, {"p": 1000}, {"c": 10**9}]
)
def test_a_file_cannot_take_all_memory_or_time(change: dict[str, Any]) -> None:
    """A key derivation that would exhaust the machine is refused before it begins."""
    crypto = {**GETH["crypto"], "kdfparams": {**GETH["crypto"]["kdfparams"], **change}}
    with pytest.raises(CommandFailed, match="key derivation"):
        decrypt({**GETH, "crypto": crypto}, "testpassword", "x")


def test_a_file_that_names_another_address_is_refused() -> None:
    """A keystore whose address is not its key's would show the wrong owner."""
    with pytest.raises(CommandFailed, match="its key is another's"):
        decrypt({**encrypt(KEY, ""), "address": "00" * 20}, "", "x")


def test_the_well_known_mnemonic_gives_the_well_known_accounts() -> None:
    """m/44'/60'/0'/0/i of the test words are the accounts every tool knows."""
    words = "test test test test test test test test test test test junk"
    first, second = key_of_mnemonic(words), key_of_mnemonic(words, 1)
    assert "f39fd6e51aad88f6f4ce6ab8827279cfffb92266" == address_of(first).hex()
    assert "70997970c51812dc3a010c7d01b50e0d17dc79c8" == address_of(second).hex()


def test_a_wrong_mnemonic_is_not_repeated() -> None:
    """The error does not print what may be a secret with a typing error."""
    with pytest.raises(CommandFailed) as found:
        key_of_mnemonic("legal winner thank year wave sausage worth useful legal winner thank you")
    assert "sausage" not in str(found.value)
    assert "BIP-39" in str(found.value)
