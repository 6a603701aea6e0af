"""Gossip among a few nodes in memory: who hears what, how often, and what lies cost."""

from dataclasses import replace

import pytest

from chain.types.primitives import Height
from consensus.host.network import (
    BlockRequest,
    CertifiedBlock,
    EvidenceMessage,
    Inbound,
    Message,
    NoBlock,
    ProposedBlock,
    StatusMessage,
    VoteBundle,
)
from consensus.net.gossip import SERVED_BURST, SERVED_PER_S
from consensus.net.messages import Announcement, PartRequest, Pushed
from consensus.net.parts import PART_BYTES, PartSet
from consensus.net.peers import FLOOD_POINTS, MALFORMED_POINTS, WRONG_PAYLOAD_POINTS
from consensus.net.transport import Channel
from tests.consensus.net.mesh import Mesh
from tests.consensus.net.stage import (
    CODEC,
    EVIDENCE,
    ToyPayloads,
    ToyPool,
    certificate,
    name,
    proposal,
    run,
    transactions,
    vote,
)

BIG = b"".join(n.to_bytes(4, "big") for n in range(11 * PART_BYTES // 4)) + b"tail"


def messages(heard: list[Inbound]) -> list[Message]:
    """What was heard, without from whom."""
    return [inbound.message for inbound in heard]


@pytest.mark.parametrize(
    "message",
    [
        vote(),
        VoteBundle((vote(0), vote(1))),
        EvidenceMessage(EVIDENCE),
        StatusMessage(Height(4), Height(1)),
        BlockRequest(Height(4)),
        NoBlock(Height(4)),
        ProposedBlock(proposal(b"small"), b"small"),
        ProposedBlock(proposal(b""), b""),
        ProposedBlock(proposal(BIG), BIG),
        CertifiedBlock(certificate(BIG), BIG),
    ],
    ids=lambda message: type(message).__name__,
)
def test_every_peer_hears_once(message: Message) -> None:
    """A message that one engine broadcasts reaches every other engine, once, from its sender."""

    async def story() -> None:
        async with Mesh(4) as mesh:
            await mesh.says(0, message)
            for other in (1, 2, 3):
                assert mesh.heard(other) == [Inbound(message, name(0))]
            assert mesh.heard(0) == []

    run(story)


@pytest.mark.parametrize("message", [vote(), ProposedBlock(proposal(BIG), BIG)])
def test_engines_that_pass_on_reach_a_chain_of_nodes(message: Message) -> None:
    """In a line of nodes, as with sentries, every engine hears what its neighbour accepted."""

    async def story() -> None:
        async with Mesh(4, joined=False) as mesh:
            for left in range(3):
                mesh.hub.connect(name(left), name(left + 1))
            await mesh.says(0, message)
            for node in (1, 2, 3):
                assert mesh.heard(node) == [Inbound(message, name(node - 1))]
                await mesh.says(node, message)
            assert [mesh.heard(node) for node in range(4)] == [[]] * 4

    run(story)


def test_nothing_is_passed_on_that_no_engine_accepted() -> None:
    """A stranger's words go one hop: without the engine's word nothing is relayed."""

    async def story() -> None:
        async with Mesh(3, joined=False) as mesh:
            mesh.hub.connect(name(0), name(1))
            mesh.hub.connect(name(1), name(2))
            await mesh.says(0, vote())
            await mesh.says(0, ProposedBlock(proposal(BIG), BIG))
            await mesh.pass_ms(2_000)
            assert len(mesh.heard(1)) == 2
            assert mesh.heard(2) == []
            assert all(receiver != name(2) for _, receiver, _, _ in mesh.sent)

    run(story)


def test_who_has_a_message_is_not_sent_it() -> None:
    """Passing on among four costs no message to those it came from, and none twice."""

    async def story() -> None:
        async with Mesh(4) as mesh:
            await mesh.says(0, vote())
            for node in (1, 2, 3):
                await mesh.says(node, vote())
            pairs = [(sender, receiver) for sender, receiver, _, _ in mesh.sent]
            assert len(pairs) == len(set(pairs))
            assert all(receiver != name(0) for _, receiver in pairs)
            assert [len(mesh.heard(node)) for node in range(4)] == [0, 1, 1, 1]

    run(story)


def test_repeats_pass_after_a_while() -> None:
    """tendermint#8025: a vote said again later goes out again and reaches the engine again."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            for _ in range(3):
                await mesh.says(0, vote())
            assert len(mesh.heard(1)) == 1
            await mesh.pass_ms(400)
            await mesh.says(0, vote())
            assert len(mesh.heard(1)) == 1

    run(story)


def test_a_new_peer_hears_how_far_a_node_is() -> None:
    """Who connects later is told the last status at once."""

    async def story() -> None:
        async with Mesh(2, joined=False) as mesh:
            status = StatusMessage(Height(7), Height(2))
            await mesh.says(0, status)
            mesh.hub.connect(name(0), name(1))
            await mesh.settle()
            assert messages(mesh.heard(1)) == [status]

    run(story)


def test_compact_proposals_fetch_only_what_lacks() -> None:
    """With half of the transactions in its pool a peer fetches the other half, no parts."""

    async def story() -> None:
        raws = transactions(2_000)
        payload = ToyPayloads().join(b"head", raws)
        pools = [ToyPool(), ToyPool().put(*raws), ToyPool().put(*raws[:1_000])]
        async with Mesh(3, pools) as mesh:
            await mesh.says(0, ProposedBlock(proposal(payload), payload))
            for node in (1, 2):
                assert messages(mesh.heard(node)) == [ProposedBlock(proposal(payload), payload)]
            full, half = (
                sum(len(data) for _, to, _, data in mesh.sent if to == name(node))
                for node in (1, 2)
            )
            assert full < len(payload) // 4
            assert half < len(payload) * 3 // 4

    run(story)


def test_a_compact_payload_that_joins_to_something_else_costs_only_time() -> None:
    """Where the pool's transactions do not make the root, the parts are fetched."""

    class Crooked(ToyPayloads):
        def join(self, head: bytes, transactions: object) -> bytes:
            return b"something else"

    async def story() -> None:
        raws = transactions(100)
        payload = ToyPayloads().join(b"head", raws)
        pools = [ToyPool().put(*raws), ToyPool().put(*raws)]
        async with Mesh(2, pools) as mesh:
            mesh.nodes[1]._transfers[Channel.PROPOSAL]._filling = replace(
                mesh.nodes[1]._transfers[Channel.PROPOSAL]._filling, codec=Crooked()
            )
            await mesh.says(0, ProposedBlock(proposal(payload), payload))
            assert len(mesh.heard(1)) == 1

    run(story)


def test_a_false_payload_counts_against_who_vouched_and_the_true_one_passes() -> None:
    """A root that is not the block's costs its announcers points and poisons nothing."""

    async def story() -> None:
        async with Mesh(3) as mesh:
            true, false = ProposedBlock(proposal(BIG), BIG), BIG + b"false"
            await mesh.nodes[0].send(name(2), ProposedBlock(true.message, false))
            await mesh.settle()
            assert mesh.heard(2) == []
            (penalty,) = mesh.hub.penalties
            assert penalty[:3] == (name(2), name(0), WRONG_PAYLOAD_POINTS)
            await mesh.nodes[1].send(name(2), true)
            await mesh.settle()
            assert mesh.heard(2) == [Inbound(true, name(1))]

    run(story)


def test_without_a_judge_the_engine_hears_both_payloads() -> None:
    """Where the chain cannot tell cheaply, a false payload does not hide the true one."""

    async def story() -> None:
        async with Mesh(3, judge=lambda *_: True) as mesh:
            first = ProposedBlock(proposal(BIG), BIG + b"false")
            await mesh.nodes[0].send(name(2), first)
            await mesh.nodes[1].send(name(2), ProposedBlock(proposal(BIG), BIG))
            await mesh.settle()
            payloads = [m.payload for m in messages(mesh.heard(2)) if isinstance(m, ProposedBlock)]
            assert payloads == [BIG + b"false", BIG]

    run(story)


def test_a_source_that_stalls_is_left_for_the_next() -> None:
    """A peer that announces and gives nothing delays by half a second, no more."""

    async def story() -> None:
        async with Mesh(3) as mesh:
            block = ProposedBlock(proposal(BIG), BIG)
            mesh.lost = lambda sender, to, channel, data: sender == name(0) and len(data) > 9_999
            await mesh.nodes[0].send(name(2), block)
            await mesh.nodes[1].send(name(2), block)
            await mesh.settle()
            assert mesh.heard(2) == []
            await mesh.pass_ms(700)
            assert messages(mesh.heard(2)) == [block]

    run(story)


def test_lost_parts_are_asked_for_again() -> None:
    """Every third packet lost: the payload still becomes whole."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            count = [0]

            def every_third(*packet: object) -> bool:
                count[0] += 1
                return count[0] % 3 == 2

            mesh.lost = every_third
            await mesh.says(0, CertifiedBlock(certificate(BIG), BIG))
            await mesh.pass_ms(10_000)
            assert messages(mesh.heard(1)) == [CertifiedBlock(certificate(BIG), BIG)]

    run(story)


def test_a_source_that_leaves_is_replaced() -> None:
    """A connection that ends in the middle of a payload costs one tick."""

    async def story() -> None:
        async with Mesh(3) as mesh:
            block = ProposedBlock(proposal(BIG), BIG)
            mesh.lost = lambda sender, to, channel, data: sender == name(0) and len(data) > 9_999
            await mesh.nodes[0].send(name(2), block)
            await mesh.nodes[1].send(name(2), block)
            mesh.hub.leave(name(0))
            await mesh.pass_ms(100)
            assert messages(mesh.heard(2)) == [block]

    run(story)


def test_nonsense_is_paid_for() -> None:
    """Bytes that are no message count against the peer; four times ban it."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            for _ in range(4):
                mesh.transports[0].send(name(1), Channel.CONSENSUS, b"\xffnonsense")
            await mesh.settle()
            assert [points for *_, points, _ in mesh.hub.penalties] == [MALFORMED_POINTS] * 4
            assert mesh.nodes[1].peers() == ()

    run(story)


def test_what_is_far_from_the_height_is_not_fetched() -> None:
    """ASA-2025-001: announcements of past or far heights cost no memory and no questions."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            await mesh.says(1, StatusMessage(Height(10), Height(1)))
            mesh.sent.clear()
            for height in (1, 10, 13, 2**40):
                payload = BIG + b"%d" % height
                await mesh.says(0, ProposedBlock(proposal(payload, height), payload))
                await mesh.says(0, CertifiedBlock(certificate(payload, height + 62), payload))
            asked = [(channel, data) for who, _, channel, data in mesh.sent if who == name(1)]
            assert {channel for channel, _ in asked} == {Channel.BLOCK}
            taken = [m for m in messages(mesh.heard(1)) if isinstance(m, CertifiedBlock)]
            assert [m.certificate.height for m in taken] == [63, 72]
            roots = {PartSet(m.payload).manifest.root for m in taken}
            questions = [CODEC.decode(Channel.BLOCK, data) for _, data in asked]
            assert all(isinstance(q, PartRequest) and q.root in roots for q in questions)

    run(story)


def test_block_sync_is_not_cut_off_by_an_old_status() -> None:
    """Blocks that the engine asks for are taken, however old its last status is."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            await mesh.says(1, StatusMessage(Height(1), Height(1)))
            await mesh.nodes[1].send(name(0), BlockRequest(Height(500)))
            await mesh.nodes[0].send(name(1), CertifiedBlock(certificate(BIG, 500), BIG))
            await mesh.settle()
            assert len(mesh.heard(1)) == 1

    run(story)


def test_a_decided_height_ends_its_transfers() -> None:
    """What is on its way for a decided height is given up."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.lost = lambda sender, to, channel, data: len(data) > 9_999
            await mesh.says(0, ProposedBlock(proposal(BIG, 5), BIG))
            assert len(mesh.nodes[1]._transfers[Channel.PROPOSAL]) == 1
            await mesh.says(1, StatusMessage(Height(5), Height(1)))
            assert len(mesh.nodes[1]._transfers[Channel.PROPOSAL]) == 0

    run(story)


def test_unasked_pieces_and_questions_for_nothing_are_not_served() -> None:
    """Parts of nothing announced are not kept and cost a point; nothing unknown is given."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            parts = PartSet(BIG)
            for message in (parts.part(1), PartRequest(parts.manifest.root, (0,))):
                mesh.transports[0].send(name(1), Channel.PROPOSAL, CODEC.encode(message))
            await mesh.settle()
            assert len(mesh.nodes[1]._transfers[Channel.PROPOSAL]) == 0
            assert all(sender == name(0) for sender, *_ in mesh.sent)
            assert [points for *_, points, _ in mesh.hub.penalties] == [FLOOD_POINTS]

    run(story)


def test_parts_of_an_announcement_that_was_not_wanted_cost_nothing() -> None:
    """Who pushes a payload of a past height means well: this node is just further on."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            await mesh.says(1, StatusMessage(Height(10), Height(1)))
            await mesh.says(0, ProposedBlock(proposal(BIG, 3), BIG))
            assert mesh.hub.penalties == []

    run(story)


def test_one_peer_is_served_only_so_much() -> None:
    """A peer that asks without end gets its share of parts and no more until time passes."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.hub.bans = False  # the one who asks wants none of it
            root = mesh.nodes[1]._shelf.put(BIG).manifest.root
            question = CODEC.encode(PartRequest(root, tuple(range(10))))

            async def ask(times: int) -> int:
                mesh.sent.clear()
                for _ in range(times):
                    mesh.transports[0].send(name(1), Channel.PROPOSAL, question)
                    await mesh.settle()
                return sum(sender == name(1) for sender, *_ in mesh.sent)

            assert await ask(150) == SERVED_BURST
            await mesh.pass_ms(1_000)
            assert await ask(100) == SERVED_PER_S

    run(story)


def test_a_full_inbox_loses_and_never_waits() -> None:
    """cometbft#5813: an engine that does not read stops nobody; what is lost comes again."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            mesh.nodes[1]._inbox._maxsize = 2  # type: ignore[attr-defined]
            for height in range(1, 5):
                await mesh.says(0, vote(height=height))
            assert len(mesh.heard(1)) == 2
            await mesh.pass_ms(400)
            await mesh.says(0, vote(height=4))
            assert len(mesh.heard(1)) == 1

    run(story)


def test_a_proposal_again_in_a_later_round_moves_no_bytes() -> None:
    """A block proposed again is announced; peers have its payload."""

    async def story() -> None:
        async with Mesh(2) as mesh:
            await mesh.says(0, ProposedBlock(proposal(BIG), BIG))
            mesh.sent.clear()
            again = ProposedBlock(proposal(BIG, round_=1), BIG)
            await mesh.says(0, again)
            assert messages(mesh.heard(1))[-1] == again
            announcement = Announcement(again.message, PartSet(BIG).manifest, Pushed.NOTHING)
            assert [data for *_, data in mesh.sent] == [CODEC.encode(announcement)]

    run(story)
