"""A Kumiai chain as an end: its route, what happened, and updates of both kinds of client."""

import asyncio

import pytest

from bridge.account import Account
from bridge.endpoint import AnswerInvalid
from bridge.ends import end as happenings
from bridge.ends import kumiai
from bridge.ends.end import EvmHeader, Head
from bridge.ends.errors import KeyMissing, RouteWrong
from bridge.ends.kumiai import (
    Client,
    ClientKind,
    ClientState,
    HeaderAttested,
    KumiaiEnd,
    Route,
    RouteState,
)
from bridge.records import KUMIAI_BRIDGE, Acknowledgement, End
from bridge.refusals import name_of
from bridge.updates import UPDATE_CLIENT, kumiai_evidence
from chain.certificates import encode_certificate
from chain.codec import encode_header
from chain.kit.abi import Uint64
from chain.types.primitives import (
    ZERO_HASH,
    Address,
    Hash32,
    Height,
    Milliseconds,
    Seconds,
    Wei,
)
from chain.validator_sets import encode_validator_set
from tests.bridge.ends.contracts import Contracts, log_of
from tests.bridge.light import Source
from tests.bridge.rpc import refused

REMOTE = End(41_002, KUMIAI_BRIDGE, Uint64(3))
WHO = Address(b"\x31" * 20)
BLOCK = {"number": "0x64", "timestamp": "0x3e8", "hash": "0x" + "aa" * 32}


def client_of(kind=ClientKind.KUMIAI, height=10, state=ClientState.ACTIVE) -> Client:
    """Return a client that trusts a height of 900 s for 1,000 s."""
    spans = (Seconds(1_000), Seconds(2_000))
    return Client(state, kind, 41_002, *spans, Height(height), Milliseconds(900_000), 0, Seconds(0))


def end_of(client=None, state=RouteState.OPEN, key=None) -> tuple[KumiaiEnd, Contracts]:
    """Return an end that is open, and its node."""
    node = Contracts(eth_chainId="0xa029", eth_getBlockByNumber=BLOCK, eth_getLogs=[])
    node.says(kumiai.ROUTE, Route(state, 1, REMOTE))
    node.says(kumiai.ANSWERING, 2)
    node.says(kumiai.CLIENT, client or client_of())
    node.says(kumiai.ALL_PAUSED, False)
    account = None if key is None else Account(node, key, name_of)  # type: ignore[arg-type]
    end = KumiaiEnd(node, 1, account)  # type: ignore[arg-type]
    asyncio.run(end.open())
    return end, node


def test_a_route_names_both_ends():
    """This end's place and the one it is bound to."""
    end, _ = end_of()
    assert End(41_001, KUMIAI_BRIDGE, Uint64(1)) == end.place and REMOTE == end.remote
    with pytest.raises(RouteWrong, match="no route 1"):
        end_of(state=RouteState.NOTHING)


@pytest.mark.parametrize("state", list(RouteState)[1:])
def test_a_route_is_open_unless_anything_stopped_it(state):
    """Alone, with all others, or for ever."""
    end, node = end_of(state=state)
    assert (state == RouteState.OPEN) == asyncio.run(end.is_open())
    node.says(kumiai.ALL_PAUSED, True)
    assert not asyncio.run(end.is_open())


def test_trust_is_that_of_the_client_that_answers():
    """Frozen or expired it is not live."""
    end, node = end_of()
    trust = asyncio.run(end.trust())
    assert (10, 900, True, 1_900) == (trust.height, trust.time_s, trust.is_live, trust.expires_s)
    node.says(kumiai.CLIENT, client_of(state=ClientState.FROZEN))
    assert not asyncio.run(end.trust()).is_live
    node.says(kumiai.CLIENT, client_of())
    node.answers["eth_getBlockByNumber"] = {**BLOCK, "timestamp": hex(1_900)}
    assert not asyncio.run(end.trust()).is_live


def test_logs_become_what_happened():
    """Each event of the module, in the words of all ends."""
    end, node = end_of()
    one, seven = Uint64(1), Uint64(7)
    answer = Acknowledgement(True, WHO, ZERO_HASH)
    events = [
        kumiai.PacketSent(one, seven, Seconds(9), b"payload", Wei(5), ZERO_HASH),
        kumiai.FeeAdded(one, seven, Wei(2), Wei(7)),
        kumiai.PacketReceived(one, seven, ZERO_HASH),
        kumiai.TransferDelayed(one, seven, Seconds(60)),
        kumiai.AcknowledgementWritten(one, seven, True, WHO, ZERO_HASH, b""),
        kumiai.PacketAcknowledged(one, seven, True, WHO),
        kumiai.PacketTimedOut(one, seven),
    ]
    node.answers["eth_getLogs"] = [
        log_of(event, KUMIAI_BRIDGE, 5, number) for number, event in enumerate(events)
    ]
    found = asyncio.run(end.happened(Height(0), Height(9)))
    height = Height(5)
    assert isinstance(found[0], happenings.PacketSent) and b"payload" == found[0].packet.payload
    assert [
        happenings.FeeAdded(height, 7, Wei(2)),
        happenings.PacketReceived(height, 7),
        happenings.TransferDelayed(height, 7, Seconds(60)),
        happenings.AnswerWritten(height, 7, answer),
        happenings.PacketSettled(height, 7),
        happenings.PacketSettled(height, 7),
    ] == found[1:]
    node.answers["eth_getLogs"] = [
        log_of(HeaderAttested(1, height, WHO, ZERO_HASH), KUMIAI_BRIDGE, 5)
    ]
    with pytest.raises(AnswerInvalid, match="not asked for"):
        asyncio.run(end.happened(Height(0), Height(9)))


class Blocks:
    """The other end, a Kumiai chain or an EVM one."""

    def __init__(self, source, fork=0):
        self.source, self.fork = source, fork

    async def head(self):
        """Return the newest block."""
        height = 200 if self.source is None else self.source.heights[-1]
        return Head(Height(height), Seconds(0), ZERO_HASH)

    async def header(self, height):
        """Return a light block, or an EVM header of this fork."""
        if self.source is not None:
            return await self.source(height)
        return EvmHeader(height, hash_of(height, self.fork), Seconds(0), bytes([height]))


def hash_of(height, fork=0):
    """Return an EVM block's hash on a fork."""
    return Hash32(bytes([fork]) + height.to_bytes(31, "big"))


def test_a_client_of_certificates_is_shown_light_blocks():
    """The trusted block again, and the newest one."""
    source = Source(5, every=100)
    first, last = source.heights[0], source.heights[-1]
    end, _ = end_of(client_of(height=first))
    (call,) = asyncio.run(end.updates(Blocks(source), last))
    evidence = kumiai_evidence(source.blocks[first], source.blocks[last])
    assert UPDATE_CLIENT.encode(2, evidence) == call.data and KUMIAI_BRIDGE == call.to
    end, _ = end_of(client_of(height=last))
    assert [] == asyncio.run(end.updates(Blocks(source), last))
    with pytest.raises(RouteWrong, match="other end is none"):
        asyncio.run(end.updates(Blocks(None), Height(11)))


def attested(node, *pairs):
    """Let validators have said these hashes of these heights."""
    node.answers["eth_getLogs"] = [
        log_of(HeaderAttested(2, Height(height), WHO, found), KUMIAI_BRIDGE, 5)
        for height, found in pairs
    ]


def test_a_client_of_attestations_is_shown_what_validators_vouch_for():
    """The newest height that serves, as the source has it, that the chain would take."""
    end, node = end_of(client_of(ClientKind.ATTESTED), key=b"\x22" * 32)
    node.answers["eth_estimateGas"] = "0x5208"
    attested(node, (20, hash_of(20)), (30, hash_of(30)), (40, hash_of(40, 9)), (9, hash_of(9)))
    (call,) = asyncio.run(end.updates(Blocks(None), Height(15)))
    assert UPDATE_CLIENT.encode(2, bytes([30])) == call.data
    assert [] == asyncio.run(end.updates(Blocks(None), Height(31)))
    too_few = {"0x" + UPDATE_CLIENT.encode(2, bytes([30])).hex()}
    node.answers["eth_estimateGas"] = lambda row: (
        refused("reverted") if row["data"] in too_few else "0x1"
    )
    (call,) = asyncio.run(end.updates(Blocks(None), Height(15)))
    assert UPDATE_CLIENT.encode(2, bytes([20])) == call.data


def test_light_blocks_are_read_whole_and_of_the_height_asked_for():
    """A node that answers with another block, or with pieces, is named."""
    source = Source(2, every=100)
    block = source.blocks[source.heights[1]]
    parts = {
        "header": encode_header(block.header),
        "parent": encode_header(block.commit.parent),
        "validators": encode_validator_set(block.commit.validators),
        "certificate": encode_certificate(block.commit.certificate),
        "nextValidators": encode_validator_set(block.next_validators),
    }
    answer = {name: "0x" + part.hex() for name, part in parts.items()}
    end, node = end_of()
    node.answers["kumiai_lightBlock"] = answer
    assert block == asyncio.run(end.header(block.height))
    with pytest.raises(AnswerInvalid, match="found another"):
        asyncio.run(end.header(Height(block.height + 1)))
    for wrong in (None, {}, {**answer, "certificate": "0x01"}, {**answer, "header": "zz"}):
        node.answers["kumiai_lightBlock"] = wrong
        with pytest.raises(AnswerInvalid):
            asyncio.run(end.header(block.height))


def test_an_end_without_a_key_only_watches():
    """It says so when something has to be sent."""
    end, _ = end_of()
    with pytest.raises(KeyMissing, match="name a key"):
        asyncio.run(end.submit([]))
