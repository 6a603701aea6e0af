"""The node's key on disk."""

from pathlib import Path

import pytest

from cli.errors import CommandFailed
from cli.node_key import load_node_key, peer_id_of


def test_a_node_keeps_its_name(tmp_path: Path) -> None:
    """The key is made once, for its owner only, and is the same at every start."""
    path = tmp_path / "node_key"
    key = load_node_key(path)
    assert key == load_node_key(path)
    assert 0o600 == path.stat().st_mode & 0o777


def test_a_damaged_key_is_named(tmp_path: Path) -> None:
    """Nonsense in the file is refused with its path."""
    path = tmp_path / "node_key"
    path.write_text("nonsense")
    with pytest.raises(CommandFailed, match=str(path)):
        load_node_key(path)


def test_a_peers_name_is_its_address() -> None:
    """The id is 0x and the 40 lower-case digits of the key's address."""
    assert "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf" == peer_id_of(bytes(31) + b"\x01")
