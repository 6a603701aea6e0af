"""What one node acts on reaches all: relays, bundles, repeats, and the hidden lock."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import coincurve
import pytest

from chain.certificates import address_of, sign
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.core.proposer import ProposerRotation
from consensus.host.config import FAULT_POINTS_FALSE, PEER_EVENTS_MAX
from consensus.host.network import (
    Inbound,
    MemoryHub,
    MemoryNetwork,
    Message,
    ProposedBlock,
    VoteBundle,
)
from tests.consensus.stage import CHAIN_ID, KEYS, Home, home, homes, play, reach, validators

BLOCK = BlockId(Hash32(b"\x01" * 32), Milliseconds(5))
SET = validators(4)
TURNS = [ProposerRotation(SET).at(Round(r)).address for r in range(4)]
BY_ADDRESS = {address_of(key.public_key): key for key in KEYS}


def said(
    key: coincurve.PrivateKey,
    kind: VoteKind = VoteKind.PREVOTE,
    block: BlockId | None = None,
    round_: int = 0,
    height: int = 1,
) -> Vote:
    """A signed vote."""
    who = address_of(key.public_key)
    return sign(Vote(kind, Height(height), Round(round_), block, NO_ROUND, who), CHAIN_ID, key)


class Ear(MemoryNetwork):
    """A member of the hub that is no node: it speaks by script, and notes who is reported."""

    def __init__(self, hub: MemoryHub, name: str) -> None:
        hub.join(name)
        super().__init__(hub, name)
        self.reports: list[tuple[str, int]] = []

    def report(self, peer: str, points: int, reason: str) -> None:
        """Note the report."""
        self.reports.append((peer, points))

    def inject(self, inbound: Inbound) -> None:
        """Put a message into the own inbox, as if it had come."""
        self._hub.inbox(self._name).put_nowait(inbound)

    async def heard(self, wanted: Callable[[Message], bool]) -> Message:
        """Wait for a message of a kind."""
        while True:
            inbound = await self.receive()
            if wanted(inbound.message):
                return inbound.message


async def with_node(node: Home, network: Ear, story: Callable[[], object]) -> None:
    """Let a node live while a story runs."""
    living = asyncio.ensure_future(node.live(network))
    telling = asyncio.ensure_future(story())  # type: ignore[arg-type]
    await asyncio.wait({living, telling}, return_when="FIRST_COMPLETED")
    for task in (telling, living):
        if task.done():
            task.result()
        task.cancel()
    await asyncio.gather(living, telling, return_exceptions=True)


def test_a_vote_is_relayed_once_and_only_if_it_counts(tmp_path: Path) -> None:
    """The node passes on what it counts for the first time; strangers' words go no further."""
    hub = MemoryHub()
    node, teller, listener = Ear(hub, "0"), Ear(hub, "teller"), Ear(hub, "listener")
    stranger = coincurve.PrivateKey(b"\x77" * 32)
    hub.passes = lambda sender, receiver, message: (sender, receiver) != ("teller", "listener")

    async def story() -> None:
        await teller.broadcast(said(stranger))
        await teller.broadcast(said(KEYS[1]))
        await teller.broadcast(said(KEYS[1]))
        await teller.broadcast(said(KEYS[2]))
        others = {address_of(key.public_key) for key in (stranger, *KEYS[1:3])}
        relayed = [
            await listener.heard(lambda m: isinstance(m, Vote) and m.validator in others)
            for _ in range(2)
        ]
        assert [said(KEYS[1]), said(KEYS[2])] == relayed
        assert [("teller", FAULT_POINTS_FALSE)] == node.reports

    play(with_node(home(tmp_path, 4), node, story))


def bundle(*votes: Vote) -> VoteBundle:
    """Several votes as one message."""
    return VoteBundle(votes)


@pytest.mark.parametrize(
    "lie",
    [
        bundle(),
        bundle(said(KEYS[1]), said(KEYS[2], round_=1)),
        bundle(said(KEYS[1]), said(KEYS[2], VoteKind.PRECOMMIT)),
        bundle(said(KEYS[1]), said(KEYS[1], block=BLOCK)),
        bundle(said(KEYS[1]), said(KEYS[6])),
        bundle(
            said(KEYS[1]),
            Vote(
                VoteKind.PREVOTE,
                Height(1),
                Round(0),
                None,
                NO_ROUND,
                address_of(KEYS[2].public_key),
                bytes(65),
            ),
        ),
        bundle(*[said(KEYS[1])] * 300),
    ],
    ids=["empty", "rounds", "kinds", "one twice", "a stranger", "a bad signature", "too many"],
)
def test_inconsistent_bundles_are_refused_whole(tmp_path: Path, lie: VoteBundle) -> None:
    """ASA-2025-003, ASA-2024-011: one wrong vote refuses the bundle; the node lives and reports."""
    hub = MemoryHub()
    node, teller = Ear(hub, "0"), Ear(hub, "teller")
    living = home(tmp_path, 4)

    async def story() -> None:
        await teller.broadcast(lie)
        await teller.broadcast(said(KEYS[3]))
        him = address_of(KEYS[3].public_key)
        await teller.heard(lambda m: isinstance(m, Vote) and m.validator != him)
        assert living.engine is not None
        assert living.engine._run is not None
        counted = living.engine._run.driver.votes.round(Round(0)).prevotes.first
        assert address_of(KEYS[1].public_key) not in counted
        expected = [("teller", FAULT_POINTS_FALSE)] if lie.votes else []
        assert expected == node.reports

    play(with_node(living, node, story))


def test_a_lock_and_a_new_round_are_shared_as_bundles(tmp_path: Path) -> None:
    """The polka goes out on lock, the precommits that ended a round on entry of the next."""
    hub = MemoryHub()
    networks = [Ear(hub, f"{i}") for i in range(3)]
    spy = Ear(hub, "spy")
    nodes = [home(tmp_path, 4, who) for who in range(3)]

    async def story() -> None:
        polka = await spy.heard(lambda m: isinstance(m, VoteBundle) and m.votes[0].round == 0)
        assert isinstance(polka, VoteBundle)
        assert {(VoteKind.PREVOTE, 3)} == {(v.kind, len(polka.votes)) for v in polka.votes}

        hub.passes = lambda s, r, m: not isinstance(m, ProposedBlock) or m.message.round > 0
        ended = await spy.heard(
            lambda m: isinstance(m, VoteBundle) and m.votes[0].kind is VoteKind.PRECOMMIT
        )
        assert isinstance(ended, VoteBundle)
        assert {None} == {vote.block_id for vote in ended.votes}
        assert len(ended.votes) >= 3

    async def all_live() -> None:
        lives = [asyncio.ensure_future(n.live(w)) for n, w in zip(nodes, networks, strict=True)]
        try:
            await story()
        finally:
            for life in lives:
                life.cancel()
            await asyncio.gather(*lives, return_exceptions=True)

    play(all_live())


@dataclass
class Liar:
    """
    malachite#956: it shows its vote for a block to one node only, which locks; to the others it
    says nil. Round by round another node locks another block, and nobody sees why.
    """

    ear: Ear
    key: coincurve.PrivateKey
    nodes: dict[Address, str]
    backers: dict[tuple[Round, BlockId], list[str]] = field(default_factory=dict)
    fooled: set[str] = field(default_factory=set)
    done: set[Round] = field(default_factory=set)

    async def live(self) -> None:
        """Listen to prevotes and answer each with two faces."""
        while True:
            inbound = await self.ear.receive()
            match inbound.message:
                case Vote(VoteKind.PREVOTE, 1, round_, block) as vote if block is not None:
                    await self._answer(vote, round_, block)

    async def _answer(self, vote: Vote, round_: Round, block: BlockId) -> None:
        backers = self.backers.setdefault((round_, block), [])
        who = self.nodes.get(vote.validator)
        if who is None or who in backers:
            return
        backers.append(who)
        victims = [name for name in backers if name not in self.fooled]
        if len(backers) < 2 or round_ in self.done or not victims:
            return
        self.done.add(round_)
        self.fooled.add(victims[0])
        for name in self.nodes.values():
            told = block if name == victims[0] else None
            await self.ear.send(name, said(self.key, VoteKind.PREVOTE, told, round_))
            await self.ear.send(name, said(self.key, VoteKind.PRECOMMIT, None, round_))


def hidden_lock(tmp_path: Path, relays: bool, rounds: int) -> list[Home]:
    """Play malachite#956 on three nodes and the liar until all decide, or some rounds are over."""
    keys = [BY_ADDRESS[who] for who in TURNS]
    names = {address_of(key.public_key): str(i) for i, key in enumerate(keys[:3])}
    nodes = [Home(tmp_path / str(i), home(tmp_path, 4).chain, keys[i]) for i in range(3)]
    hub = MemoryHub()
    liar = Liar(Ear(hub, "liar"), keys[3], names)

    def passes(sender: str, receiver: str, message: Message) -> bool:
        match message:
            case ProposedBlock(ProposalMessage(round=0)) if receiver == "2":
                return False  # one node never sees the first proposal in its round
            case ProposedBlock(ProposalMessage(proposer=author)) | Vote(validator=author):
                return relays or sender == names.get(author, "liar")
            case VoteBundle():
                return relays
        return True

    hub.passes = passes

    async def story() -> None:
        lives = [node.live(Ear(hub, str(i))) for i, node in enumerate(nodes)]
        lying = asyncio.ensure_future(liar.live())
        late = asyncio.ensure_future(_reaches_round(nodes, rounds))
        deciding = asyncio.ensure_future(reach(nodes, 1, lives))
        await asyncio.wait({late, deciding}, return_when="FIRST_COMPLETED")
        for task in (lying, late, deciding):
            task.cancel()
        results = await asyncio.gather(lying, late, deciding, return_exceptions=True)
        assert not any(isinstance(result, Exception) for result in results), results

    play(story())
    assert len(liar.fooled) >= 2 or relays, "the scenario needs two hidden locks"
    return nodes


async def _reaches_round(nodes: list[Home], round_: int) -> None:
    while True:
        await asyncio.sleep(0.1)
        states = [node.engine.round_state for node in nodes if node.engine is not None]
        if all(state is not None and state.round >= round_ for state in states):
            return


def test_hidden_lock_holds_the_chain_without_gossip(tmp_path: Path) -> None:
    """malachite#956: the scenario is real: without relays, 20 rounds decide nothing."""
    nodes = hidden_lock(tmp_path, relays=False, rounds=20)
    assert [[]] * 3 == [node.chain.certificates for node in nodes]


def test_hidden_lock_cannot_hold_the_chain(tmp_path: Path) -> None:
    """malachite#956, #998: with what each node acts on shared, the same liar stops nobody."""
    nodes = hidden_lock(tmp_path, relays=True, rounds=20)
    assert 1 == len({node.chain.certificates[0].block_id for node in nodes})
    assert max(node.chain.certificates[0].round for node in nodes) <= 4


def test_one_peer_that_floods_starves_nobody(tmp_path: Path) -> None:
    """A peer's backlog is its own: what another says is heard in the next turn."""
    hub = MemoryHub()
    node, flood, other = Ear(hub, "0"), Ear(hub, "flood"), Ear(hub, "other")
    living = home(tmp_path, 4)
    garbage = said(KEYS[6])

    async def story() -> None:
        for _ in range(3 * PEER_EVENTS_MAX):
            await flood.send("0", garbage)
        await other.send("0", said(KEYS[1]))
        await flood.heard(lambda message: message == said(KEYS[1]))
        assert len(node.reports) < PEER_EVENTS_MAX // 4

    play(with_node(living, node, story))


def test_a_third_vote_counts_once_its_bundle_backs_it(tmp_path: Path) -> None:
    """An equivocator that used up its two votes cannot hide the polka that its third completes."""
    hub, living = MemoryHub(), home(tmp_path, 4)
    node, teller = Ear(hub, "0"), Ear(hub, "teller")
    other, third = (BlockId(Hash32(bytes([n]) * 32), Milliseconds(n)) for n in (2, 3))

    async def story() -> None:
        for block in (BLOCK, other):
            await teller.send("0", said(KEYS[1], block=block))
        polka = [said(KEYS[who], block=third) for who in (1, 2, 3)]
        await teller.send("0", VoteBundle(tuple(polka)))
        relayed = await teller.heard(lambda m: isinstance(m, VoteBundle))
        assert isinstance(relayed, VoteBundle)
        assert set(polka) == set(relayed.votes)
        assert [] == node.reports

    play(with_node(living, node, story))


def test_four_nodes_in_a_line_decide_together(tmp_path: Path) -> None:
    """Nodes that reach one another only through others still agree: everything is relayed."""
    nodes, hub = homes(tmp_path, 4), MemoryHub()
    hub.passes = lambda sender, receiver, message: abs(int(sender) - int(receiver)) == 1

    async def story() -> None:
        await reach(nodes, 4, [n.live(hub.join(str(i))) for i, n in enumerate(nodes)])

    play(story())
    assert 1 == len({node.chain.certificates[3].block_id for node in nodes})
