"""A witness believes no single source, and says nothing twice."""

import asyncio
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge.attester import Attester, Duty, SourcesInvalid, check_sources, judge
from bridge.attester_state import AttesterState
from bridge.endpoint import EndpointUnreachable
from bridge.ends.end import EvmHeader, Head, Outcome
from bridge.ends.errors import RouteWrong
from bridge.ends.kumiai import Client, ClientKind, ClientState
from bridge.records import KUMIAI_BRIDGE, Attestation, SignedAttestation
from chain.certificates import recover_signer
from chain.codec.signature import address_of
from chain.kit.abi import abi_type, decode_sequence
from chain.kit.typed_data import typed_digest
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Milliseconds, Seconds
from modules.bridge.attesters import DOMAIN

KEY = b"\x41" * 32
WHO = Address(b"\x31" * 20)
HOME_ID, CHAIN_ID, CLIENT = 41_001, 31_337, 1


def hash_of(height: int, fork: int = 0) -> Hash32:
    """Return a block's hash on a fork."""
    return Hash32(bytes([fork]) + height.to_bytes(31, "big"))


class Source:
    """An RPC source of the EVM chain: on a fork, or silent."""

    def __init__(self, final: int = 100, fork: int = 0, chain_id: int = CHAIN_ID):
        self.final, self.fork, self.id, self.silent = final, fork, chain_id, False
        self.endpoint = self
        self.url = f"source-{fork}"

    async def chain_id(self):
        """Return the chain's number."""
        return self.id

    async def head(self):
        """Return the final block."""
        if self.silent:
            raise EndpointUnreachable("silent")
        return Head(Height(self.final), Seconds(0), hash_of(self.final, self.fork))

    async def header(self, height):
        """Return a header of this source's fork."""
        return EvmHeader(height, hash_of(height, self.fork), Seconds(0), b"")


class Home:
    """The Kumiai chain: who attested to what."""

    def __init__(self):
        self.node, self.said, self.latest = self, {}, Height(0)
        self.kind, self.outcome = ClientKind.ATTESTED, Outcome(True, Height(1))
        self.calls = []

    async def chain_id(self):
        """Return the chain's number."""
        return HOME_ID

    async def client_of(self, number):
        """Return the client."""
        ids = (ClientState.ACTIVE, self.kind, CHAIN_ID)
        times = (Seconds(9), Seconds(0), self.latest, Milliseconds(0))
        return Client(*ids, *times, 0, Seconds(0))

    async def head(self):
        """Return a block before anybody said anything."""
        return Head(Height(0), Seconds(0), ZERO_HASH)

    async def logs(self, address, topics, first, last):
        """Nothing was said that could be false."""
        return []

    async def attestations(self, number):
        """Return what others said."""
        return {Height(h): who for h, who in self.said.items()}

    async def view(self, address, function, client, height, who):
        """Return what a validator said of a height."""
        return self.said.get(height, {}).get(who, ZERO_HASH)

    async def submit(self, calls):
        """Take attestations."""
        self.calls += calls
        for call in calls:
            word = self.read(call).attestation
            if self.outcome.succeeded:
                self.said.setdefault(word.height, {})[word.validator] = word.hash
        return [self.outcome for _ in calls]

    @staticmethod
    def read(call):
        """Return the statement in a call."""
        return decode_sequence([abi_type(SignedAttestation)], call.data[4:])[0]


def witness(path, home, sources, every=10, quorum=None) -> Attester:
    """Return an attester that has begun."""
    make = AttesterState if path.exists() else AttesterState.create
    duty = Duty(WHO, KEY, CLIENT, every)
    attester = Attester(home, sources, duty, make(path, HOME_ID, WHO), quorum)
    asyncio.run(attester.begin())
    return attester


@pytest.fixture
def path(tmp_path):
    """Where the memory is."""
    return tmp_path / "state.json"


def test_what_all_sources_call_final_is_attested_once(path):
    """The newest multiple that the slowest source calls final; a second look says nothing."""
    home = Home()
    attester = witness(path, home, [Source(105), Source(97)])
    assert [90] == asyncio.run(attester.round())
    assert [] == asyncio.run(attester.round())
    statement = home.read(home.calls[0])
    assert Attestation(WHO, CLIENT, Height(90), hash_of(90)) == statement.attestation
    digest = typed_digest(DOMAIN, statement.attestation, HOME_ID, KUMIAI_BRIDGE)
    signature = statement.signature[:64] + bytes([statement.signature[64] - 27])
    assert address_of(KEY) == recover_signer(digest, signature)


def test_a_lying_source_is_named_and_nothing_is_attested(path, caplog):
    """Two sources that disagree: no word, and a line that says who said what."""
    home = Home()
    attester = witness(path, home, [Source(), Source(fork=6)])
    with caplog.at_level(logging.ERROR, "kumiai.attester"):
        assert [] == asyncio.run(attester.round())
    assert [] == home.calls
    assert "sources disagree on final block 100" in caplog.text and "source-6 says" in caplog.text
    assert b'disagreements_total{chain="31337"} 1.0' in attester.metrics.render()


def test_a_quorum_outvotes_one_liar_and_tells_of_it(path, caplog):
    """Two of three decide where that was asked for; the liar is named all the same."""
    home = Home()
    attester = witness(path, home, [Source(), Source(fork=6), Source()], quorum=2)
    with caplog.at_level(logging.ERROR, "kumiai.attester"):
        assert [100] == asyncio.run(attester.round())
    assert hash_of(100) == home.said[100][WHO] and "source-6" in caplog.text


def test_a_silent_source_is_not_replaced_by_trust(path):
    """With all sources asked for, one that does not answer holds the word back."""
    home, silent = Home(), Source()
    silent.silent = True
    attester = witness(path, home, [Source(), silent])
    assert [] == asyncio.run(attester.round())
    silent.silent = False
    assert [100] == asyncio.run(attester.round())


def test_a_block_that_a_source_does_not_call_final_has_not_its_word(path):
    """It may have the block, and the block may still go: it counts as silent."""
    home = Home()
    sources = [Source(105), Source(97, fork=6), Source(80)]
    assert [] == asyncio.run(witness(path, home, sources, quorum=2).round())


def test_heights_that_others_spoke_of_are_joined(path):
    """Two thirds must speak of the same heights: final ones that others named are attested to."""
    home = Home()
    other = Address(b"\x32" * 20)
    home.latest = Height(50)
    home.said = {h: {other: hash_of(h)} for h in (40, 73, 101)}
    attester = witness(path, home, [Source(), Source()])
    assert [73, 100] == asyncio.run(attester.round())


def test_a_chain_that_takes_final_blocks_back_gets_no_second_word(path, caplog):
    """The hash of a promised height changed before it was on the chain: refused, and told."""
    home = Home()
    home.outcome = Outcome(False, reason="no block took it")
    sources = [Source(), Source()]
    assert [] == asyncio.run(witness_round(path, home, sources))
    home.outcome = Outcome(True, Height(1))
    for source in sources:
        source.fork = 3
    with caplog.at_level(logging.ERROR, "kumiai.attester"):
        assert [] == asyncio.run(witness_round(path, home, sources))
    assert "people must look" in caplog.text and 1 == len(home.calls)
    for source in sources:
        source.fork = 0
    assert [100] == asyncio.run(witness_round(path, home, sources))


async def witness_round(path, home, sources):
    """Let a process begin, make one round and end."""
    make = AttesterState if path.exists() else AttesterState.create
    state = make(path, HOME_ID, WHO)
    try:
        attester = Attester(home, sources, Duty(WHO, KEY, CLIENT, 10), state)
        await attester.begin()
        return await attester.round()
    finally:
        state.close()


def test_sources_of_another_chain_and_clients_of_certificates_are_refused(tmp_path):
    """What cannot be attested to is found out at the start."""
    with pytest.raises(RouteWrong, match="chain 31337 expected, found 5"):
        witness(tmp_path / "a.json", Home(), [Source(), Source(chain_id=5)])
    home = Home()
    home.kind = ClientKind.KUMIAI
    with pytest.raises(RouteWrong, match="believes certificates"):
        witness(tmp_path / "b.json", home, [Source(), Source()])


@pytest.mark.parametrize(("count", "quorum"), [(1, 1), (17, 17), (2, 1), (4, 2), (3, 4), (2, 0)])
def test_too_few_sources_are_refused(count, quorum):
    """One source, or half of them, could decide alone, or contradict each other."""
    with pytest.raises(SourcesInvalid):
        check_sources(count, quorum)


ANSWERS = st.lists(
    st.none() | st.integers(0, 2).map(lambda n: hash_of(1, n)), min_size=2, max_size=7
)


@given(ANSWERS, st.data())
def test_no_minority_ever_decides(answers, draw):
    """A hash is only believed with a quorum, and then no other hash has one."""
    quorum = draw.draw(st.integers(max(2, len(answers) // 2 + 1), len(answers)))
    named = [(str(number), found) for number, found in enumerate(answers)]
    verdict = judge(named, quorum)
    counts = {found: answers.count(found) for found in answers if found is not None}
    if verdict.hash is None:
        assert all(count < quorum for count in counts.values())
    else:
        assert counts[verdict.hash] >= quorum
        differing = {name for name, found in named if found not in (None, verdict.hash)}
        assert differing == set(verdict.dissenters)
    assert bool(verdict.dissenters) == (len(counts) > 1)
