"""Wallets: keys from anywhere, and never shown."""

import json
import traceback

import pytest
from eth_account import Account

from cli.keys import Keyring
from client import Wallet
from client.errors import ArgumentInvalid
from client.kit.records import recover

KEY = b"\x17" * 32
ADDRESS = Account.from_key(KEY).address


def test_a_key_is_taken_as_bytes_and_as_text():
    """With and without 0x."""
    for key in (KEY, KEY.hex(), "0x" + KEY.hex()):
        assert ADDRESS == Wallet(key).address


@pytest.mark.parametrize("key", [b"\x17" * 31, "0x17", "not hex", b"\0" * 32, b"\xff" * 32])
def test_what_is_no_key_is_refused_without_showing_it(key):
    """Not in the message, and not in what led to it."""
    with pytest.raises(ArgumentInvalid, match="a private key of 32 bytes") as refused:
        Wallet(key)
    text = "".join(traceback.format_exception(refused.value, chain=False))
    assert "17" * 4 not in str(refused.value)
    assert "not hex" not in str(refused.value)
    assert "KEY" not in text
    assert KEY.hex() not in repr(Wallet(KEY))


def test_keys_of_the_command_line_open(tmp_path):
    """A keystore file as `kumiai keys` writes it, by path and by name."""
    Keyring(tmp_path / "keyring").add("alice", KEY, "secret")
    path = tmp_path / "keyring" / "alice.json"
    assert ADDRESS == Wallet.from_keystore(path, "secret").address
    assert ADDRESS == Wallet.from_home(tmp_path, "alice", "secret").address
    with pytest.raises(ArgumentInvalid, match="does not open"):
        Wallet.from_keystore(path, "wrong")
    for name in ("bob", "../keyring/alice", ""):
        with pytest.raises(ArgumentInvalid, match="no key"):
            Wallet.from_home(tmp_path, name)


def test_a_keystore_that_would_take_all_memory_is_refused(tmp_path):
    """Before a byte of it is derived."""
    keystore = Account.encrypt(KEY, "", kdf="scrypt", iterations=2)
    path = tmp_path / "key.json"
    path.write_text(json.dumps(keystore))
    assert ADDRESS == Wallet.from_keystore(path).address
    keystore["crypto"]["kdfparams"]["n"] = 2**30
    path.write_text(json.dumps(keystore))
    with pytest.raises(ArgumentInvalid):
        Wallet.from_keystore(path)
    path.write_text("[" * 70_000)
    with pytest.raises(ArgumentInvalid, match="bytes"):
        Wallet.from_keystore(path)


def test_signatures_are_the_accounts_own():
    """Anybody recovers the address from 65 bytes."""
    digest = b"\x05" * 32
    assert ADDRESS == recover(digest, Wallet(KEY).sign_hash(digest))
    with pytest.raises(ArgumentInvalid, match="32 bytes"):
        Wallet(KEY).sign_hash(b"short")


def test_salts_are_the_same_again_and_nobody_elses():
    """Each purpose, each number and each key has one of its own."""
    wallet, other = Wallet(KEY), Wallet(b"\x18" * 32)
    salts = [
        wallet.salt("result", 1, 2),
        wallet.salt("result", 2, 1),
        wallet.salt("vote", 1, 2),
        other.salt("result", 1, 2),
    ]
    assert 4 == len(set(salts))
    assert salts[0] == Wallet(KEY).salt("result", 1, 2)
