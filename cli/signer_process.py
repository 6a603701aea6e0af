"""
A process that only signs: one key of a home, served to the node that votes with it.

    HOME/validator/key, sign_state.json --> FileSigner --> SignerServer <-- node on another host
"""

import asyncio
import signal
import socket
from collections.abc import Callable
from typing import Final

from chain.codec import address_of
from chain.types.primitives import Address
from cli.config import NodeConfig
from cli.errors import CommandFailed, UsageWrong
from cli.home_signer import rotated_keys
from cli.validator_key import load_validator_key
from consensus.host.signer import FileSigner
from consensus.host.signer_server import UNIX, SignerServer, TlsFiles

SOCKET_PATH_BYTES_MAX: Final = 107  # of a unix socket's path, Linux' limit
PORT_MAX: Final = 65_535

OnReady = Callable[[str], None]  # told where the signer listens


def open_key(config: NodeConfig, chain_id: int, wanted: Address | None) -> FileSigner:
    """
    Return the signer of the home's key, or of the one among all its keys that `wanted` names.

    Raises CommandFailed where there is no such key, UsageWrong where there are several and none
    is named, and what FileSigner raises where a key's memory is missing, damaged or in use.
    """
    places = {config.validator_key_path: config.sign_state_path}
    places |= {path / "key": path / "sign_state.json" for path in rotated_keys(config)}
    keys = {path: load_validator_key(path) for path in places}
    found = {address_of(key): (key, places[path]) for path, key in keys.items() if key is not None}
    if not found:
        raise CommandFailed(
            f"no validator key at {config.validator_key_path}: move the node's validator/ "
            f"directory here, or make a home with `kumiai init --home {config.home}`"
        )
    if wanted is None and len(found) > 1:
        names = ", ".join(f"0x{address.hex()}" for address in sorted(found))
        raise UsageWrong(f"the home holds several keys: choose one with --validator: {names}")
    chosen = next(iter(found)) if wanted is None else wanted
    if chosen not in found:
        raise CommandFailed(f"no key of 0x{chosen.hex()} in {config.validator_key_path.parent}")
    key, state_path = found[chosen]
    return FileSigner(key, state_path, chain_id)


def check_target(target: str) -> None:
    """Raise UsageWrong where a text is neither unix:/path nor host:port."""
    if target.startswith(UNIX):
        path = target.removeprefix(UNIX)
        if path.startswith("/") and len(path.encode()) <= SOCKET_PATH_BYTES_MAX:
            return
        raise UsageWrong(
            f"--listen: unix: and an absolute path of at most {SOCKET_PATH_BYTES_MAX} bytes "
            f"expected, found {target}"
        )
    host, _, port = target.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port[:6]) > PORT_MAX:
        raise UsageWrong(f"--listen: unix:/path or host:port expected, found {target}")


def check_free(target: str) -> None:
    """
    Raise CommandFailed where a process answers at a unix socket already.

    gRPC would take the socket's place without a word, and the other's node would ask us.
    """
    if not target.startswith(UNIX):
        return
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(target.removeprefix(UNIX))
        except OSError:
            return  # nobody is there, or a process that died left it behind
    raise CommandFailed(f"a process listens at {target} already: stop it, or choose another place")


def run_signer(
    signer: FileSigner, chain_id: int, target: str, tls: TlsFiles | None, on_ready: OnReady
) -> None:
    """
    Sign for the node that asks until SIGINT or SIGTERM.

    Raises CommandFailed where it cannot listen, SignerInsecure for a network without TLS.
    """
    try:
        check_free(target)
        server = SignerServer(signer, chain_id, target, tls)
        asyncio.run(_until_signal(server, target, on_ready))
    except OSError as cause:
        raise CommandFailed(
            f"cannot listen at {target}: is the place free, and may this user listen there?"
        ) from cause
    finally:
        signer.close()


async def _until_signal(server: SignerServer, target: str, on_ready: OnReady) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await server.start()
    try:
        where = target if target.startswith(UNIX) else f"{target.rpartition(':')[0]}:{server.port}"
        on_ready(where)
        await stopped.wait()
    finally:
        await server.stop()
