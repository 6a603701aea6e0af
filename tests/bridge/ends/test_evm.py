"""A gateway as an end: its route, its client, what happened, and updates by certificates."""

import asyncio

import pytest

from bridge.contract import Function
from bridge.endpoint import AnswerInvalid
from bridge.ends import end as happenings
from bridge.ends import evm
from bridge.ends.end import Head
from bridge.ends.errors import KeyMissing, RouteWrong
from bridge.ends.evm import EvmEnd
from bridge.records import KUMIAI_BRIDGE, Acknowledgement, End
from bridge.updates import UPDATE_GATEWAY, gateway_commit
from chain.kit.abi import Uint64
from chain.kit.record import Event, Indexed
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Height, Seconds, Wei
from tests.bridge.ends.contracts import Contracts, log_of
from tests.bridge.light import Source

GATEWAY, CLIENT, WHO = (Address(bytes([n]) * 20) for n in (0x61, 0x62, 0x63))
ROUTES = (41_001, KUMIAI_BRIDGE, 3, False, False, CLIENT, 8, ZERO_ADDRESS, 0)


class Stranger(Event):
    """Nobody asked for this."""

    route: Indexed[Uint64]


def end_of(height: int = 10, **changes) -> tuple[EvmEnd, Contracts]:
    """Return an end that is open, and its node."""
    node = Contracts(eth_chainId="0x7a69", eth_getLogs=[])
    values = dict(enumerate(ROUTES)) | {int(name[1:]): v for name, v in changes.items()}
    node.says(evm.ROUTES, *values.values())
    node.says(evm.PAUSED, False)
    node.says(evm.LATEST, height)
    node.says(evm.LIVE, True)
    node.says(evm.PERIOD, 1_000)
    node.says(evm.TRUSTED, b"\x01" * 32, b"\x02" * 32, b"\x03" * 32, 900_500)
    end = EvmEnd(node, GATEWAY, 1)  # type: ignore[arg-type]
    asyncio.run(end.open())
    return end, node


def test_a_route_names_both_ends():
    """This end's place and the one it is bound to."""
    end, _ = end_of()
    assert End(31_337, GATEWAY, Uint64(1)) == end.place
    assert End(41_001, KUMIAI_BRIDGE, Uint64(3)) == end.remote
    with pytest.raises(RouteWrong, match="has no route 1"):
        end_of(_6=0)


@pytest.mark.parametrize("field", [3, 4])
def test_a_route_is_open_unless_anything_stopped_it(field):
    """Paused alone, killed, or paused with all others."""
    end, node = end_of()
    assert asyncio.run(end.is_open())
    node.says(evm.PAUSED, True)
    assert not asyncio.run(end.is_open())
    end, _ = end_of(**{f"_{field}": True})
    assert not asyncio.run(end.is_open())


def test_trust_is_that_of_the_client_contract():
    """A checkpoint without a state root proves nothing yet."""
    end, node = end_of()
    trust = asyncio.run(end.trust())
    assert (10, 900, True, True, 1_900) == (
        trust.height, trust.time_s, trust.is_live, trust.can_prove, trust.expires_s,
    )  # fmt: skip
    assert b"\x01" * 32 == asyncio.run(end.trusted_root(Height(10)))
    node.says(evm.TRUSTED, ZERO_HASH, b"\x02" * 32, b"\x03" * 32, 900_500)
    node.says(evm.LIVE, False)
    trust = asyncio.run(end.trust())
    assert not trust.can_prove and not trust.is_live


def test_logs_become_what_happened():
    """Each event of the gateway, in the words of all ends."""
    end, node = end_of()
    one, seven = Uint64(1), Uint64(7)
    events = [
        evm.Sent(one, seven, WHO, Uint64(9), b"payload", 5),
        evm.FeeAdded(one, seven, 2),
        evm.Received(one, seven, ZERO_HASH),
        evm.Waiting(one, seven, Uint64(60)),
        evm.Acknowledged(one, seven, False, WHO, ZERO_HASH, b"why"),
        evm.Settled(one, seven, True),
        evm.TimedOut(one, seven),
    ]
    node.answers["eth_getLogs"] = [
        log_of(event, GATEWAY, 5, number) for number, event in enumerate(events)
    ]
    found = asyncio.run(end.happened(Height(0), Height(9)))
    height = Height(5)
    assert isinstance(found[0], happenings.PacketSent) and 5 == found[0].fee_wei
    assert [
        happenings.FeeAdded(height, 7, Wei(2)),
        happenings.PacketReceived(height, 7),
        happenings.TransferDelayed(height, 7, Seconds(60)),
        happenings.AnswerWritten(height, 7, Acknowledgement(False, WHO, ZERO_HASH)),
        happenings.PacketSettled(height, 7),
        happenings.PacketSettled(height, 7),
    ] == found[1:]
    node.answers["eth_getLogs"] = [log_of(Stranger(one), GATEWAY, 5)]
    with pytest.raises(AnswerInvalid, match="not asked for"):
        asyncio.run(end.happened(Height(0), Height(9)))


class Blocks:
    """The Kumiai end."""

    def __init__(self, source):
        self.source = source

    async def head(self):
        """Return the newest block."""
        return Head(self.source.heights[-1], Seconds(0), ZERO_HASH)

    async def header(self, height):
        """Return a light block."""
        return await self.source(height)


def test_a_client_is_shown_the_newest_block_over_as_few_steps_as_it_takes():
    """Each step from the block that the one before made trusted."""
    source = Source(12, every=3)
    first, last = source.heights[0], source.heights[-1]
    end, _ = end_of(first)
    calls = asyncio.run(end.updates(Blocks(source), last))
    assert 1 < len(calls) < 11 and {CLIENT} == {call.to for call in calls}
    steady = Source(3, every=100)
    end, _ = end_of(steady.heights[0])
    (call,) = asyncio.run(end.updates(Blocks(steady), steady.heights[-1]))
    old, new = steady.blocks[steady.heights[0]], steady.blocks[steady.heights[-1]]
    assert UPDATE_GATEWAY.encode(old.height, gateway_commit(old, new)) == call.data
    end, _ = end_of(last)
    assert [] == asyncio.run(end.updates(Blocks(source), last))


def test_an_end_without_a_key_only_watches():
    """It says so when something has to be sent."""
    end, _ = end_of()
    assert isinstance(evm.ROUTES, Function)
    with pytest.raises(KeyMissing, match="name a key"):
        asyncio.run(end.submit([]))
