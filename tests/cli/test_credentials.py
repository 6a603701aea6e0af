"""Files of credentials."""

from pathlib import Path

import pytest

from cli.credentials import load_credentials
from cli.errors import CommandFailed
from rpc.credentials import Credentials, digest_of


def test_files_become_credentials(tmp_path: Path) -> None:
    """Paths count from the home; no path, no credential."""
    (tmp_path / "jwt.hex").write_text("0x" + "ab" * 32 + "\n")
    (tmp_path / "keys").write_text("# ops\n0123456789abcdef\n")
    found = load_credentials(tmp_path, "jwt.hex", str(tmp_path / "keys"))
    assert Credentials(b"\xab" * 32, frozenset([digest_of("0123456789abcdef")])) == found
    assert not load_credentials(tmp_path, "", "").exist


@pytest.mark.parametrize("content", [b"", b"0x1234", b"\xff\xfe", b"short"])
def test_what_is_no_credential_is_refused(tmp_path: Path, content: bytes) -> None:
    """The file is named, with what is expected in it; nothing starts half open."""
    (tmp_path / "file").write_bytes(content)
    for paths in (("file", ""), ("", "file")):
        with pytest.raises(CommandFailed, match=r"file: .* expected"):
            load_credentials(tmp_path, *paths)
    with pytest.raises(CommandFailed, match="missing"):
        load_credentials(tmp_path, "missing", "")
