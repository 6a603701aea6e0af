"""Who signs for a node: its home's keys, or a signer elsewhere."""

import asyncio
import shutil
import subprocess
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from chain.types.validators import Validator, ValidatorSet
from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.home_signer import create_rotated_key
from cli.signing import open_signer, tls_files
from consensus.host.clock import SystemClock
from consensus.host.signer import SignStateInUse
from consensus.host.signer_server import SignerServer
from tests.cli.test_home_signer import CHAIN_ID, home
from tests.consensus.host.signing import file_signer, socket_of
from tests.consensus.stage import CHAIN_ID as SIGNERS_CHAIN_ID
from tests.docs.commands import typed_in
from tests.docs.page import blocks_of


def test_the_homes_keys_sign_by_themselves(tmp_path: Path) -> None:
    """Told of a set with a rotated key, the node signs with it; at the end the keys are free."""
    config, first = home(tmp_path)

    async def story() -> None:
        async with AsyncExitStack() as stack:
            signer, follow = await open_signer(config, CHAIN_ID, SystemClock(), stack)
            assert first == signer.address
            with pytest.raises(SignStateInUse):
                await open_signer(config, CHAIN_ID, SystemClock(), stack)
            create_rotated_key(config, CHAIN_ID)
            (place,) = config.rotated_keys_dir.iterdir()
            second = type(first)(bytes.fromhex(place.name[2:]))
            follow(ValidatorSet((Validator(second, 10),)))
            assert second == signer.address
        async with AsyncExitStack() as stack:
            await open_signer(config, CHAIN_ID, SystemClock(), stack)

    asyncio.run(story())


def test_a_signer_elsewhere_is_asked_for_its_address(tmp_path: Path) -> None:
    """With `consensus.signer` set the home needs no key, and the set changes nothing."""

    async def story() -> None:
        held = file_signer(tmp_path)
        server = SignerServer(held, SIGNERS_CHAIN_ID, socket_of(tmp_path))
        await server.start()
        config = NodeConfig(tmp_path / "node", signer=socket_of(tmp_path))
        async with AsyncExitStack() as stack:
            signer, follow = await open_signer(config, SIGNERS_CHAIN_ID, SystemClock(), stack)
            follow(ValidatorSet((Validator(held.address, 10),)))
            assert held.address == signer.address
        await server.stop()
        held.close()

    asyncio.run(story())


def test_a_signer_of_another_chain_is_named(tmp_path: Path) -> None:
    """The error says which signer, and what is wrong with it."""

    async def story() -> None:
        held = file_signer(tmp_path)
        server = SignerServer(held, SIGNERS_CHAIN_ID, socket_of(tmp_path))
        await server.start()
        config = NodeConfig(tmp_path / "node", signer=socket_of(tmp_path))
        async with AsyncExitStack() as stack:
            with pytest.raises(CommandFailed, match="signer at unix:.*for chain 1, found one for"):
                await open_signer(config, 1, SystemClock(), stack)
        await server.stop()
        held.close()

    asyncio.run(story())


def test_a_network_signer_without_tls_is_refused(tmp_path: Path) -> None:
    """Votes are not asked for over a network in the clear."""

    async def story() -> None:
        config = NodeConfig(tmp_path, signer="10.0.0.1:26659")
        async with AsyncExitStack() as stack:
            with pytest.raises(CommandFailed, match="expected a unix socket"):
                await open_signer(config, CHAIN_ID, SystemClock(), stack)

    asyncio.run(story())


def test_the_three_pem_files_are_found_or_named(tmp_path: Path) -> None:
    """A directory without one of them is refused with the path of the first that is missing."""
    assert tls_files("") is None
    for name in ("certificate.pem", "key.pem"):
        (tmp_path / name).write_text("x")
    with pytest.raises(CommandFailed, match="authority.pem: a signer over a network needs"):
        tls_files(str(tmp_path))
    (tmp_path / "authority.pem").write_text("x")
    found = tls_files(str(tmp_path))
    assert found is not None and tmp_path / "key.pem" == found.key


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl on this machine")
def test_the_operators_page_makes_certificates_that_work(tmp_path: Path) -> None:
    """The openssl commands of docs/operating.md, as they stand, let node and signer talk."""
    blocks = blocks_of(Path(__file__).parents[2] / "docs" / "operating.md")
    (block,) = (block for block in blocks if "openssl" in block.text)
    commands = "\n".join(typed_in(block))
    assert "10.0.0.3" in commands
    here = commands.replace("10.0.0.3", "127.0.0.1")
    done = subprocess.run(
        ["sh", "-e"], input=here, cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert 0 == done.returncode, done.stderr

    async def story() -> None:
        held = file_signer(tmp_path)
        files = tls_files(str(tmp_path / "signer"))
        server = SignerServer(held, SIGNERS_CHAIN_ID, "127.0.0.1:0", files)
        await server.start()
        target, directory = f"127.0.0.1:{server.port}", str(tmp_path / "node")
        config = NodeConfig(tmp_path / "home", signer=target, signer_tls_dir=directory)
        async with AsyncExitStack() as stack:
            signer, _ = await open_signer(config, SIGNERS_CHAIN_ID, SystemClock(), stack)
            assert held.address == signer.address
        await server.stop()
        held.close()

    asyncio.run(story())
