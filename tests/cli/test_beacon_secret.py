"""The beacon secret's file: made once, its owner's alone, and the same links after a restart."""

import pytest

from chain.beacon import SecretLinks
from cli.beacon_secret import load_beacon_secret, save_beacon_secret, tip_entry
from cli.errors import CommandFailed
from tests.chain.stage import CHAIN_ID, VALIDATOR


def test_a_secret_is_made_once_and_for_its_owner(tmp_path):
    """A first start makes it, the next one finds it; two homes never share one."""
    path = tmp_path / "validator" / "beacon"
    secret = load_beacon_secret(path)
    assert (32, 0o600) == (len(secret), path.stat().st_mode & 0o777)
    assert secret == load_beacon_secret(path)
    assert secret != load_beacon_secret(tmp_path / "other" / "beacon")


@pytest.mark.parametrize("text", [b"", b"0x12", b"0x" + b"zz" * 32, b"\xff" * 67, b"1" * 300])
def test_a_damaged_secret_is_refused_and_kept(tmp_path, text):
    """It is never replaced silently: that would cost a missed link."""
    path = tmp_path / "beacon"
    path.write_bytes(text)
    path.chmod(0o600)
    with pytest.raises(CommandFailed, match="beacon"):
        load_beacon_secret(path)
    assert text == path.read_bytes()


def test_a_secret_that_others_can_read_is_refused(tmp_path):
    """Whoever reads it knows the validator's part of every draw to come."""
    path = tmp_path / "beacon"
    save_beacon_secret(path, bytes(32))
    path.chmod(0o640)
    with pytest.raises(CommandFailed, match="chmod 600"):
        load_beacon_secret(path)


def test_genesis_names_the_tip_of_the_first_chain():
    """What genesis.json says is what the node will open."""
    entry = tip_entry(b"\5" * 32, CHAIN_ID, VALIDATOR)
    tip = SecretLinks(b"\5" * 32, CHAIN_ID).tip(VALIDATOR, 1)
    assert {"validator": "0x" + VALIDATOR.hex(), "tip": "0x" + tip.hex()} == entry
