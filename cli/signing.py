"""
Who signs for this node: the keys of its home, or a signer on another machine.

    [consensus] signer = ""  --> HomeSigner            host:port | unix:/path --> RemoteSigner
"""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

from chain.errors import ChainError
from chain.types.validators import ValidatorSet
from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.home_signer import HomeSigner
from consensus.host.clock import Clock
from consensus.host.durable import Durably, at_once
from consensus.host.remote_signer import RemoteSigner
from consensus.host.signer import Signer
from consensus.host.signer_server import TlsFiles

Follow = Callable[[ValidatorSet], None]  # told of each height's validators before it begins


async def open_signer(
    config: NodeConfig,
    chain_id: int,
    clock: Clock,
    stack: AsyncExitStack,
    durably: Durably = at_once,
) -> tuple[Signer, Follow]:
    """
    Return the node's signer, and who is to be told which set decides next.

    Raises CommandFailed where there is no key or the signer cannot be reached or used, and what
    FileSigner raises where its memory is missing, damaged or in use.
    """
    if not config.signer:
        home = HomeSigner(config, chain_id, durably)
        stack.callback(home.close)
        return home, home.follow
    try:
        remote = await RemoteSigner.connect(
            config.signer, chain_id, clock, tls=tls_files(config.signer_tls_dir)
        )
    except ChainError as cause:
        raise CommandFailed(f"signer at {config.signer}: {cause}") from cause
    close: Callable[[], Awaitable[None]] = remote.close
    stack.push_async_callback(close)
    return remote, lambda validators: None


def tls_files(directory: str) -> TlsFiles | None:
    """Return the PEM files of a directory, None where none is named; raises CommandFailed."""
    if not directory:
        return None
    place = Path(directory).expanduser()
    files = TlsFiles(place / "certificate.pem", place / "key.pem", place / "authority.pem")
    for path in (files.certificate, files.key, files.authority):
        if not path.is_file():
            raise CommandFailed(f"no {path}: a signer over a network needs mutual TLS")
    return files
