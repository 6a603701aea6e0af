"""The smallest networks."""

import asyncio

import pytest

from chain.types.certificate import (
    NO_ROUND,
    BlockId,
    Certificate,
    ProposalMessage,
    Vote,
    VoteKind,
)
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.host.network import (
    CertifiedBlock,
    Inbound,
    LoopbackNetwork,
    MemoryHub,
    Message,
    ProposedBlock,
    height_of,
)

H, R = Height(7), Round(0)
A = BlockId(Hash32(b"\xaa" * 32), Milliseconds(1))
VOTE = Vote(VoteKind.PREVOTE, H, R, A, NO_ROUND, Address(bytes(20)))


@pytest.mark.parametrize(
    "message",
    [
        VOTE,
        ProposedBlock(ProposalMessage(H, R, A, NO_ROUND, Address(bytes(20))), b""),
        CertifiedBlock(Certificate(H, R, A, ()), b""),
    ],
    ids=lambda message: type(message).__name__,
)
def test_every_message_has_a_height(message: Message) -> None:
    """The engine sorts messages by height before it looks at them."""
    assert height_of(message) == H


def test_hub_delivers_to_all_others() -> None:
    """Everyone but the sender hears a message, unless the link is cut."""

    async def story() -> list[Inbound]:
        hub = MemoryHub()
        a, b, c = (hub.join(name) for name in "abc")
        hub.passes = lambda sender, receiver, message: receiver != "c"
        await a.broadcast(VOTE)
        assert hub.inbox("a").empty()
        assert hub.inbox("c").empty()
        hub.passes = lambda sender, receiver, message: True
        await b.broadcast(VOTE)
        return [await b.receive(), await c.receive()]

    assert [Inbound(VOTE, "a"), Inbound(VOTE, "b")] == asyncio.run(story())


def test_loopback_never_hears_anything() -> None:
    """One validator alone gets no messages, not even its own."""

    async def story() -> None:
        network = LoopbackNetwork()
        await network.broadcast(VOTE)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(network.receive(), 0.01)

    asyncio.run(story())
