"""The keys of a home that sign votes."""

import asyncio
from pathlib import Path

import pytest

from chain.codec import address_of
from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.home_signer import ROTATED_MAX, HomeSigner, create_rotated_key, rotated_keys
from cli.validator_key import create_validator_key
from consensus.host.signer import FileSigner, SignConflict, SignStateMissing

CHAIN_ID = 77
_BLOCK = BlockId(Hash32(b"\x01" * 32), Milliseconds(5))


def home(directory: Path) -> tuple[NodeConfig, Address]:
    """Return a home with its first key, and that key's address."""
    config = NodeConfig(directory)
    key = create_validator_key(config.validator_key_path)
    FileSigner.create(key, config.sign_state_path, CHAIN_ID).close()
    return config, address_of(key)


def one(address: Address) -> ValidatorSet:
    """Return a set of one validator."""
    return ValidatorSet((Validator(address, 10),))


def test_the_key_in_the_set_signs(tmp_path: Path) -> None:
    """A rotated key takes over exactly when the set names it, also while the node runs."""
    config, first = home(tmp_path)
    signer = HomeSigner(config, CHAIN_ID)
    second = address_of(create_rotated_key(config, CHAIN_ID))
    signer.follow(one(first))
    assert first == signer.address
    signer.follow(one(second))
    assert second == signer.address
    vote = Vote(VoteKind.PREVOTE, Height(5), Round(0), None, NO_ROUND, second)
    assert asyncio.run(signer.sign_vote(vote)).signature
    assert 5 == signer.state.height
    signer.close()


def test_a_rotated_key_keeps_its_memory(tmp_path: Path) -> None:
    """After a restart the rotated key still refuses to contradict itself."""
    config, _ = home(tmp_path)
    second = address_of(create_rotated_key(config, CHAIN_ID))
    block = Vote(VoteKind.PREVOTE, Height(5), Round(0), None, NO_ROUND, second)
    for life in range(2):
        signer = HomeSigner(config, CHAIN_ID)
        signer.follow(one(second))
        if life == 0:
            asyncio.run(signer.sign_vote(block))
        else:
            assert asyncio.run(signer.sign_vote(block)).signature
            with pytest.raises(SignConflict):
                lie = Vote(VoteKind.PREVOTE, Height(5), Round(0), _BLOCK, NO_ROUND, second)
                asyncio.run(signer.sign_vote(lie))
        signer.close()


def test_a_rotated_key_without_memory_does_not_sign(tmp_path: Path) -> None:
    """tendermint#3418: a key whose sign state is lost is not used."""
    config, _ = home(tmp_path)
    second = address_of(create_rotated_key(config, CHAIN_ID))
    (config.rotated_keys_dir / f"0x{second.hex()}" / "sign_state.json").unlink()
    signer = HomeSigner(config, CHAIN_ID)
    with pytest.raises(SignStateMissing):
        signer.follow(one(second))
    signer.close()


def test_a_rotation_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    """A key made by a command that died is the one that the next command offers."""
    config, _ = home(tmp_path)
    key = create_validator_key(config.rotated_keys_dir / "new" / "key")
    assert key == create_rotated_key(config, CHAIN_ID)
    assert 1 == len(rotated_keys(config))


def test_outside_the_set_the_first_key_stays(tmp_path: Path) -> None:
    """A node that is no validator follows under its first key."""
    config, first = home(tmp_path)
    signer = HomeSigner(config, CHAIN_ID)
    signer.follow(one(Address(b"\x09" * 20)))
    assert first == signer.address
    signer.close()


def test_a_home_without_a_key_says_how_to_get_one(tmp_path: Path) -> None:
    """The error names the command."""
    with pytest.raises(CommandFailed, match="kumiai init"):
        HomeSigner(NodeConfig(tmp_path), CHAIN_ID)


def test_a_home_holds_a_bounded_number_of_keys(tmp_path: Path) -> None:
    """Too many rotated keys are refused with what to do."""
    config, _ = home(tmp_path)
    for number in range(ROTATED_MAX + 1):
        (config.rotated_keys_dir / f"0x{number:040x}").mkdir(parents=True)
    with pytest.raises(CommandFailed, match="move the oldest away"):
        rotated_keys(config)
