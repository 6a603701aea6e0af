"""The engine with a toy chain: decides, crashes anywhere and recovers, agrees with others."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import coincurve
import pytest

from chain.certificates import (
    address_of,
    sign,
)
from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.host.app import Candidate
from consensus.host.config import EngineConfig
from consensus.host.engine import FAIL_POINTS
from consensus.host.network import (
    CertifiedBlock,
    Inbound,
    LoopbackNetwork,
    MemoryHub,
    Message,
    ProposedBlock,
    StatusMessage,
)
from consensus.host.records import EndHeight, encode_record
from consensus.host.signer import SignRefused
from consensus.host.surroundings import LogAheadOfChain, SignedBlockLost
from consensus.host.wal import Wal, read_records
from tests.consensus.stage import (
    CHAIN_ID,
    CONFIG,
    FAST,
    KEYS,
    Crash,
    Home,
    WatchedSigner,
    home,
    homes,
    play,
    reach,
    together,
    validators,
)


def crash_at(name: str, times: int) -> Callable[[str], None]:
    """Fail point that dies when one place is passed for the nth time."""
    left = [times]

    def fail(passed: str) -> None:
        if passed == name:
            left[0] -= 1
            if left[0] == 0:
                raise Crash(name)

    return fail


def test_one_validator_decides_twenty_heights(tmp_path: Path) -> None:
    """A chain with one validator grows block by block, each on its parent, time rising."""
    node = home(tmp_path)
    play(node.run(20))
    chain = node.chain
    assert list(range(1, 21)) == [c.height for c in chain.certificates[:20]]
    times = [c.block_id.time_ms for c in chain.certificates]
    assert sorted(set(times)) == times
    for earlier, block in zip(chain.certificates, chain.blocks[1:], strict=False):
        assert earlier.block_id.hash.hex().encode() == block.split(b"|")[1]


def test_old_logs_are_pruned(tmp_path: Path) -> None:
    """The log keeps the last height and the current one, not the whole past."""
    node = home(tmp_path)
    play(node.run(5))
    assert len(list((node.directory / "wal").glob("*.wal"))) <= 2


@pytest.mark.parametrize("name", FAIL_POINTS)
def test_a_crash_anywhere_loses_nothing_and_signs_nothing_twice(tmp_path: Path, name: str) -> None:
    """Killed at the nth passing of each fail point, the chain goes on and never contradicts."""
    for times in range(1, 10):
        node = home(tmp_path / f"{times}")
        with pytest.raises(Crash):
            play(node.run(10, fail_point=crash_at(name, times)))
        committed = list(node.chain.certificates)
        play(node.run(len(committed) + 2))
        assert committed == node.chain.certificates[: len(committed)]


def test_crash_after_crash_recovers(tmp_path: Path) -> None:
    """A node that dies at every start, each time a little later, still gets on."""
    node = home(tmp_path)
    for times in range(1, 12):
        with pytest.raises(Crash):
            play(node.run(1_000, fail_point=crash_at("wal.before_sync", times)))
    play(node.run(3))
    assert len(node.chain.certificates) >= 3


def test_what_leads_to_words_is_durable_before_them(tmp_path: Path) -> None:
    """Nothing is signed or sent while a record of the log is only in memory (a9)."""
    node, checks = home(tmp_path), list[str]()

    class CountingWal(Wal):
        appended = 0

        def open_height(self, height: Height) -> list[bytes]:
            self.height, self.appended = height, 0
            return super().open_height(height)

        def append(self, payload: bytes) -> None:
            self.appended += 1
            super().append(payload)

        def check(self, moment: str) -> None:
            on_disk, _ = read_records(self.path(self.height).read_bytes())
            assert self.appended == len(on_disk), f"{moment}: records are only in memory"
            checks.append(moment)

    wal = CountingWal(node.directory / "wal")

    class CheckingNetwork(LoopbackNetwork):
        async def broadcast(self, message: Message) -> None:
            if isinstance(message, Vote | ProposedBlock):  # own words, not passed on
                wal.check("sent")

    def at(name: str) -> None:
        if name in ("sign.before", "commit.before", "end_height.after"):
            wal.check(name)

    node.wal = lambda: wal  # type: ignore[method-assign]
    play(node.run(1, CheckingNetwork(), fail_point=at))
    signed_and_sent = ["sign.before", "sent"] * 3
    assert [*signed_and_sent, "commit.before", "end_height.after"] == checks[:8]


def test_lost_log_goes_on_in_a_later_round(tmp_path: Path) -> None:
    """tendermint#8739: signed a prevote, lost the log: no second one, yet the chain goes on."""
    node = home(tmp_path)
    with pytest.raises(Crash):
        play(node.run(1, fail_point=crash_at("sign.after", 2)))
    shutil.rmtree(node.directory / "wal")
    play(node.run(2))
    assert node.chain.certificates[0].round == 1


def test_damaged_tail_of_the_log_goes_on(tmp_path: Path) -> None:
    """tendermint#3089: whatever is cut off the log's tail, the node starts and gets on."""
    node = home(tmp_path)
    with pytest.raises(Crash):
        play(node.run(1, fail_point=crash_at("sign.before", 3)))
    (log,) = (node.directory / "wal").glob("*.wal")
    whole = log.read_bytes()
    for kept in range(0, len(whole), 17):
        copy = home(tmp_path / f"{kept}")
        shutil.copytree(node.directory, copy.directory)
        (copy.directory / "wal" / log.name).write_bytes(whole[:kept] + b"\x00garbage")
        copy.seen = dict(node.seen)
        play(copy.run(1))


def test_lost_lock_stops_a_lone_validator(tmp_path: Path) -> None:
    """A precommitted block that the log has lost is never forgotten: the node says so."""
    node = home(tmp_path)
    with pytest.raises(Crash):
        play(node.run(1, fail_point=crash_at("sign.after", 3)))
    shutil.rmtree(node.directory / "wal")
    with pytest.raises(SignedBlockLost):
        play(node.run(1))


def test_log_of_a_committed_height_is_not_replayed(tmp_path: Path) -> None:
    """A log that ends a height the chain does not have means a lost database."""
    node = home(tmp_path)
    wal = node.wal()
    wal.open_height(Height(1))
    wal.append(encode_record(EndHeight(Height(1))))
    wal.close()
    with pytest.raises(LogAheadOfChain):
        play(node.run(1))


def test_instant_mode_waits_for_transactions(tmp_path: Path) -> None:
    """With a long interval, a block comes as soon as transactions wait and not before."""
    slow = EngineConfig(timeouts=FAST, block_interval_ms=60_000, instant=True)
    node = home(tmp_path)
    play(node.run(1, config=slow))  # genesis is long ago: the first comes at once

    async def story() -> None:
        running = asyncio.ensure_future(node.run(2, config=slow))
        await asyncio.sleep(0.2)
        assert len(node.chain.certificates) == 1
        node.chain.pending.set()
        await asyncio.wait_for(running, 5)

    play(story())


def test_failure_of_the_application_stops_the_engine(tmp_path: Path) -> None:
    """What fails beside the loop is raised by it, not lost in a task."""
    node = home(tmp_path)

    async def broken(*_: object) -> Candidate:
        raise RuntimeError("disk full")

    node.chain.propose = broken  # type: ignore[method-assign]
    with pytest.raises(RuntimeError, match="disk full"):
        play(node.run(1))


def test_four_validators_decide_the_same_chain(tmp_path: Path) -> None:
    """Four engines on one network commit the same blocks, whoever proposes."""

    nodes = homes(tmp_path, 4)
    play(together(nodes, 6))
    chains = [[c.block_id for c in node.chain.certificates[:6]] for node in nodes]
    assert [chains[0]] * 4 == chains


def test_three_of_four_go_on_and_the_fourth_catches_up(tmp_path: Path) -> None:
    """One validator cut off does not stop the others; joined again, it gets what it missed."""

    async def story() -> list[Home]:
        hub, nodes = MemoryHub(), homes(tmp_path, 4)
        hub.passes = lambda sender, receiver, message: "3" not in (sender, receiver)
        all_there = asyncio.ensure_future(together(nodes, 5, hub))
        while len(nodes[0].chain.certificates) < 3:
            await asyncio.sleep(0.01)
        assert nodes[3].chain.certificates == []
        hub.passes = lambda sender, receiver, message: True
        await all_there
        return nodes

    nodes = play(story())
    chains = [[c.block_id for c in node.chain.certificates[:5]] for node in nodes]
    assert [chains[0]] * 4 == chains


def test_who_hears_of_blocks_last_still_signs_them(tmp_path: Path) -> None:
    """A validator to whom every block comes after its decision is in its proof all the same."""

    async def story() -> list[Home]:
        hub, held = MemoryHub(), dict[Height, ProposedBlock]()

        def late(sender: str, receiver: str, message: Message) -> bool:
            if receiver != "3" or sender == "3":
                return True
            if isinstance(message, ProposedBlock):
                held.setdefault(message.message.height, message)
                return False
            if isinstance(message, StatusMessage) and message.height in held:
                hub.inbox("3").put_nowait(Inbound(held.pop(message.height), sender))
            return not isinstance(message, StatusMessage | CertifiedBlock)

        hub.passes = late
        nodes = homes(tmp_path, 4)
        await together(nodes, 6, hub, replace(CONFIG, block_interval_ms=100))
        return nodes

    *_, last = play(story())
    signers = [dict(certificate.signatures) for certificate in last.chain.certificates]
    who = address_of(last.key.public_key)
    assert all(who in signed for signed in signers[1:])  # in the first it is not yet level


def test_votes_lost_on_the_way_are_repeated(tmp_path: Path) -> None:
    """tendermint#8025: with the first of every message lost, resending still decides."""

    async def story() -> list[Home]:
        hub, heard = MemoryHub(), set[tuple[str, str, bytes]]()

        def second_time_only(sender: str, receiver: str, message: Message) -> bool:
            key = (sender, receiver, repr(message).encode())
            known = key in heard
            heard.add(key)
            return known

        hub.passes = second_time_only
        nodes = homes(tmp_path, 4)
        await together(nodes, 2, hub)
        return nodes

    nodes = play(story())
    assert len({node.chain.certificates[1].block_id for node in nodes}) == 1


def test_lies_of_a_peer_are_dropped_or_proven(tmp_path: Path) -> None:
    """Bad signatures, strangers and false payloads are dropped; contradictions are evidence."""

    def forged(kind: VoteKind, block: BlockId | None, key: coincurve.PrivateKey) -> Vote:
        address = address_of(key.public_key)
        return sign(Vote(kind, Height(1), Round(0), block, NO_ROUND, address), CHAIN_ID, key)

    async def story() -> list[Home]:
        hub = MemoryHub()
        liar = hub.join("liar")
        nodes = [home(tmp_path, 4, who) for who in range(3)]
        networks = [hub.join(str(i)) for i in range(3)]
        block = BlockId(Hash32(b"\x01" * 32), Milliseconds(5))
        stranger = coincurve.PrivateKey(b"\x77" * 32)
        true = forged(VoteKind.PREVOTE, None, KEYS[3])
        lies: list[Message] = [
            true,
            forged(VoteKind.PREVOTE, block, KEYS[3]),
            forged(VoteKind.PREVOTE, block, stranger),
            Vote(true.kind, true.height, true.round, block, NO_ROUND, true.validator, bytes(65)),
            Vote(true.kind, true.height, true.round, None, NO_ROUND, Address(bytes(20)), b"x"),
            _false_proposal(block),
        ]
        for lie in lies:
            await liar.broadcast(lie)
        lives = [node.live(network) for node, network in zip(nodes, networks, strict=True)]
        await reach(nodes, 2, lives)
        return nodes

    nodes = play(story())
    assert all(isinstance(node.chain.evidence[0], DuplicateVote) for node in nodes)
    assert len({node.chain.certificates[1].block_id for node in nodes}) == 1


def _false_proposal(block: BlockId) -> ProposedBlock:
    """Proposal of round 0 by its true proposer, with a payload that is another block."""
    proposer = validators(4).proposer.address
    key = next(k for k in KEYS if address_of(k.public_key) == proposer)
    message = ProposalMessage(Height(1), Round(0), block, NO_ROUND, proposer)
    return ProposedBlock(sign(message, CHAIN_ID, key), b"not this block")


def test_signer_that_refuses_does_not_stop_the_node(tmp_path: Path) -> None:
    """A refusal costs the vote, not the node."""
    node = home(tmp_path)

    class Reluctant(WatchedSigner):
        refused = False

        async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
            if not self.refused:
                self.refused = True
                raise SignRefused("not now")
            return await super().sign_proposal(proposal)

    made = node.signer
    node.signer = lambda: _as(made(), Reluctant)  # type: ignore[method-assign]
    play(node.run(1))
    assert node.chain.certificates[0].round == 1


def _as(signer: WatchedSigner, kind: type[WatchedSigner]) -> WatchedSigner:
    signer.__class__ = kind
    return signer
