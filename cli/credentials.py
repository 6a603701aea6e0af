"""Files that hold the credentials of the JSON-RPC server's admin side, read as it starts."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from chain.errors import Malformed
from cli.errors import CommandFailed
from cli.files import read_bounded
from rpc.credentials import Credentials, parse_keys, parse_secret

FILE_BYTES_MAX: Final = 1 << 20  # 1 MiB
T = TypeVar("T")


def load_credentials(home: Path, secret_path: str, keys_path: str) -> Credentials:
    """
    Return what the files hold; an empty path names none, others count from the home.

    Raises CommandFailed with the file and what is expected in it.
    """
    secret = _load(home, secret_path, parse_secret) if secret_path else b""
    keys = _load(home, keys_path, parse_keys) if keys_path else frozenset()
    return Credentials(secret, keys)


def _load(home: Path, name: str, parse: Callable[[str], T]) -> T:
    path = home / Path(name).expanduser()
    try:
        return parse(read_bounded(path, FILE_BYTES_MAX).decode())
    except UnicodeDecodeError as cause:
        raise CommandFailed(f"{path}: text expected, found bytes that are none") from cause
    except Malformed as cause:
        raise CommandFailed(f"{path}: {cause}") from cause
