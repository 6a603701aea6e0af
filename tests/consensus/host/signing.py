"""Keys, sockets and certificates for tests of signers in other processes."""

from pathlib import Path

from consensus.host.signer import FileSigner
from consensus.host.signer_server import TlsFiles
from tests.authority import make
from tests.consensus.stage import CHAIN_ID, KEYS


def file_signer(directory: Path, who: int = 0) -> FileSigner:
    """The signer of one of the keys, with its memory in a directory."""
    path, secret = directory / "sign_state.json", KEYS[who].secret
    if not path.exists():
        FileSigner.create(secret, path, CHAIN_ID).close()
    return FileSigner(secret, path, CHAIN_ID)


def socket_of(directory: Path) -> str:
    """Target of a unix socket."""
    return f"unix:{directory / 'signer.sock'}"


def tls_pair(directory: Path, name: str = "authority") -> tuple[TlsFiles, TlsFiles]:
    """Certificates of a server and a client, by one new authority."""
    directory.mkdir(parents=True, exist_ok=True)
    root, authority = make(name), directory / "authority.pem"
    authority.write_bytes(root.pem)
    files = []
    for who in ("server", "client"):
        found = TlsFiles(directory / f"{who}.pem", directory / f"{who}.key", authority)
        pair = make(who, root)
        found.certificate.write_bytes(pair.pem)
        found.key.write_bytes(pair.key_pem)
        files.append(found)
    return files[0], files[1]
