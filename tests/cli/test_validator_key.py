"""The validator's key on disk."""

from pathlib import Path

import pytest

from chain.params import SECP256K1_N
from cli.errors import CommandFailed
from cli.validator_key import create_validator_key, load_validator_key, parse_private_key


def test_a_key_is_made_once_and_read_back(tmp_path: Path) -> None:
    """The key that was made is the key that is read; none is ever replaced."""
    path = tmp_path / "validator" / "key"
    assert load_validator_key(path) is None
    key = create_validator_key(path)
    assert key == load_validator_key(path)
    with pytest.raises(CommandFailed, match="never replaced"):
        create_validator_key(path)


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """The error says the command that closes the file."""
    path = tmp_path / "key"
    create_validator_key(path)
    path.chmod(0o644)
    with pytest.raises(CommandFailed, match="chmod 600"):
        load_validator_key(path)


@pytest.mark.parametrize(
    "text", ["", "0x", "0x" + "00" * 32, "0x" + "11" * 31, "zz" * 32, f"{SECP256K1_N:064x}"]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    """Wrong lengths, wrong digits, zero and the order of the curve are no keys."""
    with pytest.raises(CommandFailed, match="64 hex digits expected"):
        parse_private_key(text, "x")
