"""The signer never contradicts itself, whatever happens between its steps."""

import asyncio
import json
import os
from dataclasses import replace
from pathlib import Path

import coincurve
import pytest

from chain.certificates import verify_message
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from consensus.core.round import RoundValue
from consensus.host import disk as disk_module
from consensus.host import signer as signer_module
from consensus.host.signer import (
    STATE_BYTES_MAX,
    FileSigner,
    SignConflict,
    SignRegression,
    SignStateInUse,
    SignStateMissing,
    SignStateUnusable,
)

SECRET, CHAIN_ID = b"\x11" * 32, 31337
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1_000))
B = BlockId(Hash32(b"\xbb" * 32), Milliseconds(1_000))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the sign state of a new key is."""
    state_path = tmp_path / "sign_state.json"
    FileSigner.create(SECRET, state_path, CHAIN_ID).close()
    return state_path


def vote(
    signer: FileSigner,
    round_: int,
    block: BlockId | None,
    *,
    kind: VoteKind = VoteKind.PREVOTE,
    height: int = 5,
) -> Vote:
    """Sign one vote."""
    unsigned = Vote(kind, Height(height), Round(round_), block, NO_ROUND, signer.address)
    return asyncio.run(signer.sign_vote(unsigned))


def precommit(signer: FileSigner, round_: int, block: BlockId | None, height: int = 5) -> Vote:
    """Sign one precommit."""
    return vote(signer, round_, block, kind=VoteKind.PRECOMMIT, height=height)


def propose(signer: FileSigner, round_: int, block: BlockId) -> ProposalMessage:
    """Sign one proposal."""
    message = ProposalMessage(Height(5), Round(round_), block, NO_ROUND, signer.address)
    return asyncio.run(signer.sign_proposal(message))


def test_signatures_are_the_validators(path: Path) -> None:
    """Votes and proposals carry signatures that recover to the signer's address."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    for message in (propose(signer, 0, A), vote(signer, 0, A), precommit(signer, 0, None)):
        verify_message(message, CHAIN_ID)


def test_same_words_give_the_same_signature(path: Path) -> None:
    """Asked again, also after a restart and for an earlier step, it repeats itself."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    said = (propose(signer, 0, A), vote(signer, 0, A), precommit(signer, 0, A))
    signer.close()
    again = FileSigner(SECRET, path, CHAIN_ID)
    assert said == (propose(again, 0, A), vote(again, 0, A), precommit(again, 0, A))


def test_other_words_at_the_same_place_are_refused(path: Path) -> None:
    """A second block, nil, or another valid round in one step is a conflict."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    vote(signer, 2, A)
    for other in (B, None, replace(A, time_ms=Milliseconds(1_001))):
        with pytest.raises(SignConflict):
            vote(signer, 2, other)
    amnesiac = Vote(VoteKind.PREVOTE, Height(5), Round(2), A, Round(1), signer.address)
    with pytest.raises(SignConflict):
        asyncio.run(signer.sign_vote(amnesiac))


def test_earlier_places_are_refused(path: Path) -> None:
    """Nothing new is signed for an earlier height, round or step."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    precommit(signer, 3, A)
    with pytest.raises(SignRegression):
        vote(signer, 3, A)
    with pytest.raises(SignRegression):
        precommit(signer, 2, A)
    with pytest.raises(SignRegression):
        precommit(signer, 9, A, height=4)
    with pytest.raises(SignRegression):
        propose(signer, 3, A)


def test_memory_outlives_the_process(path: Path) -> None:
    """A restarted signer refuses what the old one would have refused."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    vote(signer, 3, A)
    signer.close()
    again = FileSigner(SECRET, path, CHAIN_ID)
    with pytest.raises(SignConflict):
        vote(again, 3, B)
    with pytest.raises(SignRegression):
        vote(again, 2, A)


def test_last_precommitted_block_is_remembered_for_its_height(path: Path) -> None:
    """Later nil votes do not erase it; the next height does."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    precommit(signer, 1, A)
    precommit(signer, 2, None)
    signer.close()
    again = FileSigner(SECRET, path, CHAIN_ID)
    assert RoundValue(A, Round(1)) == again.state.precommitted
    vote(again, 0, None, height=6)
    assert None is again.state.precommitted


@pytest.mark.parametrize("step", ["fsync", "replace", "sync_directory"])
def test_crash_while_saving_gives_no_signature(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Whichever step of saving fails, no signature leaves, and the old memory still reads."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    vote(signer, 0, A)

    def crash(*_: object) -> None:
        raise OSError("power loss")

    with monkeypatch.context() as patch:
        target = disk_module if step == "sync_directory" else os
        patch.setattr(target, step, crash)
        with pytest.raises(OSError, match="power loss"):
            precommit(signer, 0, A)
    signer.close()
    again = FileSigner(SECRET, path, CHAIN_ID)
    with pytest.raises(SignConflict):
        vote(again, 0, B)
    verify_message(precommit(again, 0, A), CHAIN_ID)


def test_state_is_durable_before_the_signature(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """cometbft#6031: file synced, renamed, directory synced, in this order."""
    signer = FileSigner(SECRET, path, CHAIN_ID)
    done: list[str] = []
    fsync, rename, sync = os.fsync, os.replace, disk_module.sync_directory
    monkeypatch.setattr(os, "fsync", lambda fd: (done.append("fsync"), fsync(fd)))
    monkeypatch.setattr(os, "replace", lambda a, b: (done.append("rename"), rename(a, b)))
    monkeypatch.setattr(
        disk_module, "sync_directory", lambda d: (done.append("directory"), sync(d))
    )
    vote(signer, 0, A)
    assert done == ["fsync", "rename", "directory", "fsync"]


def test_key_without_memory_does_not_start(path: Path) -> None:
    """tendermint#3418: a lost state file looks like a key that never signed."""
    path.unlink()
    with pytest.raises(SignStateMissing):
        FileSigner(SECRET, path, CHAIN_ID)
    with pytest.raises(SignStateMissing):
        FileSigner(SECRET, path.parent / "nowhere" / "state", CHAIN_ID)


def test_memory_is_never_replaced(path: Path) -> None:
    """Creating a state where one is, is refused."""
    with pytest.raises(SignStateUnusable):
        FileSigner.create(SECRET, path, CHAIN_ID)


def test_memory_of_another_key_or_chain_is_refused(path: Path) -> None:
    """The state is bound to the key's address and the chain."""
    with pytest.raises(SignStateUnusable, match="address"):
        FileSigner(b"\x22" * 32, path, CHAIN_ID)
    with pytest.raises(SignStateUnusable, match="chain id"):
        FileSigner(SECRET, path, 1)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "null", "\x00", '{"version": 1}', " " * (STATE_BYTES_MAX + 1)]
)
def test_damaged_memory_is_refused(path: Path, content: str) -> None:
    """A state that does not read stops the signer instead of starting afresh."""
    path.write_text(content)
    with pytest.raises(SignStateUnusable):
        FileSigner(SECRET, path, CHAIN_ID)


def test_height_that_is_no_integer_is_refused(path: Path) -> None:
    """Numbers of another type are damage."""
    content = json.loads(path.read_text())
    content["height"] = "5"
    path.write_text(json.dumps(content))
    with pytest.raises(SignStateUnusable):
        FileSigner(SECRET, path, CHAIN_ID)


def test_two_processes_cannot_sign(path: Path) -> None:
    """The state is locked while a signer has it, and free afterwards."""
    first = FileSigner(SECRET, path, CHAIN_ID)
    with pytest.raises(SignStateInUse):
        FileSigner(SECRET, path, CHAIN_ID)
    first.close()
    FileSigner(SECRET, path, CHAIN_ID).close()


def test_state_is_readable_by_its_owner_only(path: Path) -> None:
    """Nobody else can read or change what was signed."""
    vote(FileSigner(SECRET, path, CHAIN_ID), 0, A)
    assert path.stat().st_mode & 0o777 == 0o600


def test_address_is_ethereums() -> None:
    """The address is the last 20 bytes of the Keccak of the public key (a known pair)."""
    key = coincurve.PrivateKey((1).to_bytes(32, "big"))
    assert (
        signer_module.address_of(key.public_key).hex()
    ) == "7e5f4552091a69125d5dfcb7b8c2659029395bdf"
