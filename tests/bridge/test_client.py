"""The light client on anvil: which headers of a Kumiai chain a contract takes, and which not."""

from dataclasses import replace

import pytest
from coincurve import PrivateKey

from chain.certificates import S_MAX
from chain.codec import address_of, encode_header
from chain.types.primitives import Hash32
from chain.types.validators import Validator, ValidatorSet
from modules.staking.module import Staking
from tests.bridge.anvil import START_S, Refused
from tests.bridge.kumiai import (
    BRIDGE,
    CHAIN_ID,
    NOBODY,
    Block,
    Kumiai,
    pairs_of,
    set_of,
    validator_of,
)
from tests.chain import stage as real

pytestmark = [pytest.mark.e2e, pytest.mark.npm]
PERIOD_S = 10 * 86_400
GROUP_ORDER = 2 * S_MAX + 1
FOUR = set_of(range(4))
SLOT = 1  # holds 1 from the beginning


@pytest.fixture
def kumiai():
    """A Kumiai chain of four validators."""
    return Kumiai(FOUR, START_S - 100)


@pytest.fixture
def client(anvil, kumiai):
    """A client that trusts its checkpoint."""
    return anvil.deploy("LightClient", CHAIN_ID, PERIOD_S, *kumiai.checkpoint_words())


@pytest.fixture(scope="module")
def reader(node):
    """The gateway's libraries, opened."""
    return node.deploy("ProofReader")


def refusal(anvil, client, commit, trusted=100):
    """Return the name of the error by which a client refuses a header."""
    return anvil.refusal(client.functions.update(trusted, commit))


def with_signatures(commit, signatures):
    """Return the commit with other signatures."""
    return (*commit[:6], signatures)


def test_a_signed_header_is_taken(anvil, kumiai, client):
    """Three of four signatures make a header trusted, with its state root and time."""
    block = kumiai.block()
    anvil.send(client.functions.update(100, block.commit()))
    root, block_hash, following, time_ms = anvil.ask(client.functions.trustedAt(101))
    assert (block.header.state_root, block.header.hash) == (root, block_hash)
    assert (block.header.extra_data, block.time_ms) == (following, time_ms)
    assert 101 == anvil.ask(client.functions.latestHeight())


def test_a_header_of_a_whole_chain_is_taken(anvil):
    """What real execution and real modules decide is what the contract verifies and proves."""
    keys = real.VALIDATOR_KEYS[:4]
    chain = real.Chain(data=real.network_data(10, 10, 10, 10), keys=keys)
    chain.time_ms = (START_S - 100) * 1000
    start, parent = chain.block().header, chain.block().header
    header = chain.block().header
    words = (start.height, start.hash, start.extra_data, start.timestamp_s * 1000)
    client = anvil.deploy("LightClient", real.CHAIN_ID, PERIOD_S, *words)
    anvil.send(client.functions.update(start.height, commit_of(chain, parent, header)))
    slot, value = next(iter(chain.ledger.state().storage_of(Staking.address)))
    for number, expected in ((slot, value), (2**255, 0)):
        found = chain.ledger.proof(Staking.address, (number,), header.height)
        proof = (header.height, found.account_proof, found.storage[0].proof)
        ask = client.functions.verifyAbsence(proof, Staking.address, word(number))
        if expected:
            assert "SlotRefused" == anvil.refusal(ask)
            ask = client.functions.verifyMembership(
                proof, Staking.address, word(number), word(expected)
            )
        anvil.ask(ask)


def commit_of(chain, parent, header):
    """Return what a whole chain says of its header, as the gateway takes it."""
    validators = chain.ledger.validators(header.height)
    certificate = chain.ledger.certificate(header.height)
    block = Block(parent, header, validators, certificate.block_id.time_ms)
    places = [v.address for v in validators]
    signatures = [
        (raw[:32], raw[32:64], raw[64], places.index(who), NOBODY)
        for who, raw in certificate.signatures
    ]
    return (*block.commit(signers=())[:6], signatures)


def test_a_certificate_of_strangers_is_refused(anvil, kumiai, client):
    """A forged certificate: right in shape, signed by keys that are in no set."""
    forged = set_of(range(50, 54))
    block = kumiai.block()
    block.validators = forged
    assert "ValidatorsRefused" == refusal(anvil, client, block.commit())
    signatures = block.signatures([v.address for v in forged], None)
    block.validators = FOUR
    assert "SignatureRefused" == refusal(anvil, client, with_signatures(block.commit(), signatures))


def test_two_thirds_are_not_more_than_two_thirds(anvil):
    """Power of exactly two thirds of a set decides nothing."""
    kumiai = Kumiai(set_of(range(3)), START_S - 100)
    client = anvil.deploy("LightClient", CHAIN_ID, PERIOD_S, *kumiai.checkpoint_words())
    block = kumiai.block()
    two = [validator_of(0), validator_of(1)]
    assert "PowerTooLow" == refusal(anvil, client, block.commit(signers=two))
    assert "PowerTooLow" == refusal(anvil, client, block.commit(signers=[]))
    anvil.send(client.functions.update(100, block.commit()))


def test_a_signature_counts_once(anvil, kumiai, client):
    """Neither the same signature again nor its twin with the high s adds power."""
    commit = kumiai.block().commit(signers=[validator_of(0), validator_of(1)])
    one, two = commit[6]
    assert "SignatureRefused" == refusal(anvil, client, with_signatures(commit, [one, one, two]))
    high = (GROUP_ORDER - int.from_bytes(two[1], "big")).to_bytes(32, "big")
    twin = (two[0], high, 1 - two[2], *two[3:])
    for signatures in ([one, two, twin], [one, twin], [two, one]):
        assert "SignatureRefused" == refusal(anvil, client, with_signatures(commit, signatures))


@pytest.mark.parametrize("v", [2, 27, 255])
def test_a_signature_has_one_form(anvil, kumiai, client, v):
    """Other values of v than 0 and 1 are refused."""
    commit = kumiai.block().commit()
    first, *others = commit[6]
    changed = (*first[:2], v, *first[3:])
    assert "SignatureRefused" == refusal(anvil, client, with_signatures(commit, [changed, *others]))


@pytest.mark.parametrize("shift", [1, 2, 3, 4, 60_000])
def test_a_signature_stands_for_its_signer_alone(anvil, kumiai, client, shift):
    """A place that is another's, or nobody's, lends no power."""
    commit = kumiai.block().commit()
    first, *others = commit[6]
    place = (first[3] + shift) % 4 if shift < 4 else shift
    changed = (*first[:3], place, first[4])
    assert "SignatureRefused" == refusal(anvil, client, with_signatures(commit, [changed, *others]))


@pytest.mark.parametrize("field", ["chain", "round", "time"])
def test_a_signature_is_for_one_chain_round_and_time(anvil, kumiai, client, field):
    """What was signed for another chain, round or millisecond is no signature here."""
    block = kumiai.block()
    commit = list(block.commit())
    if field == "chain":
        signers = [validator_of(number) for number in range(3)]
        commit[6] = block.signatures(signers, None, CHAIN_ID + 1)
    else:
        commit[2 if field == "round" else 3] += 1
    assert "SignatureRefused" == refusal(anvil, client, tuple(commit))


def test_a_changed_set_is_followed_in_one_step(anvil, kumiai, client):
    """Headers far ahead are taken while more than two thirds of the trusted set signed them."""
    five = set_of(range(1, 6))
    kumiai.block(following=FOUR)
    kumiai.block(following=five)
    block = kumiai.block()
    anvil.send(client.functions.update(100, block.commit(trusted=FOUR)))
    assert 103 == anvil.ask(client.functions.latestHeight())
    following = kumiai.block()
    anvil.send(client.functions.update(103, following.commit()))


def test_a_replaced_set_is_not_believed(anvil, kumiai, client):
    """A set that shares too little with the trusted one needs the headers in between."""
    strangers = set_of(range(2, 9))
    middle = kumiai.block(following=strangers)
    block = kumiai.block()
    assert "PowerTooLow" == refusal(anvil, client, block.commit(trusted=FOUR))
    assert "ValidatorsRefused" == refusal(anvil, client, block.commit())
    anvil.send(client.functions.update(100, middle.commit()))
    anvil.send(client.functions.update(101, block.commit()))


def test_a_block_that_was_only_proposed_is_not_believed(anvil, kumiai, client):
    """All whom the client trusts have signed, but among many newcomers that decides nothing."""
    crowd = set_of(range(10))
    kumiai.block(following=crowd)
    block = kumiai.block()
    old = [validator_of(number) for number in range(4)]
    assert "PowerTooLow" == refusal(anvil, client, block.commit(trusted=FOUR, signers=old))
    anvil.send(client.functions.update(100, block.commit(trusted=FOUR)))


def test_the_deciding_set_is_the_parents(anvil, kumiai, client):
    """A header shown with another parent, or a set of its own making, is refused."""
    first, second = kumiai.block(), kumiai.block()
    commit = list(second.commit())
    commit[1] = encode_header(first.parent)
    assert "ParentRefused" == refusal(anvil, client, tuple(commit))
    commit = list(second.commit())
    commit[4] = pairs_of(ValidatorSet(tuple(replace(v, power=1) for v in FOUR)))
    assert "ValidatorsRefused" == refusal(anvil, client, tuple(commit))


def test_old_trust_is_no_trust(anvil, kumiai, client):
    """Stale certificates: after the trusting period neither headers nor proofs are taken."""
    block = kumiai.block()
    anvil.send(client.functions.update(100, block.commit()))
    proof = kumiai.proof(101, SLOT)
    ask = client.functions.verifyMembership(proof, BRIDGE, word(SLOT), word(1))
    anvil.ask(ask)
    anvil.pass_time(PERIOD_S)
    later = kumiai.block(seconds=PERIOD_S)
    assert "TrustExpired" == refusal(anvil, client, later.commit(), 101)
    assert "TrustExpired" == anvil.refusal(ask)
    assert not anvil.ask(client.functions.isLive())


def test_a_header_of_tomorrow_waits(anvil, kumiai, client):
    """Who sets their clock forward does not outlive the trusting period."""
    assert "TimeRefused" == refusal(anvil, client, kumiai.block(seconds=10_000).commit())


def test_nothing_is_trusted_by_default(anvil, kumiai, client):
    """Nomad: heights that nobody has shown, and states of zero, are not trusted."""
    block = kumiai.block()
    assert "HeightUnknown" == refusal(anvil, client, block.commit(), 0)
    for height in (0, 100, 101):
        proof = (height, *kumiai.proof(101, SLOT)[1:])
        ask = client.functions.verifyMembership(proof, BRIDGE, word(SLOT), word(1))
        assert "HeightUnknown" == anvil.refusal(ask)
    anvil.send(client.functions.update(100, block.commit()))
    ask = client.functions.verifyMembership(kumiai.proof(101, 77), BRIDGE, word(77), bytes(32))
    assert "SlotRefused" == anvil.refusal(ask)


@pytest.mark.parametrize("zero", range(6))
def test_a_checkpoint_of_nothing_cannot_be_deployed(anvil, kumiai, zero):
    """Chain, period, hash, set and time of zero are refused before they are trusted."""
    words = [CHAIN_ID, PERIOD_S, *kumiai.checkpoint_words()]
    words[zero] = bytes(32) if isinstance(words[zero], bytes) else 0
    if zero == 2:
        words[1] = 15 * 86_400  # a period beyond what validators are liable for
    with pytest.raises(Refused, match="CheckpointInvalid"):
        anvil.deploy("LightClient", *words)


def test_two_headers_of_one_height_freeze_the_client(anvil, kumiai, client):
    """Whoever shows the second one stops everything that rests on the first."""
    block = kumiai.block()
    other = kumiai.fork_of(block, state_root=Hash32(b"\x0b" * 32))
    anvil.send(client.functions.update(100, block.commit()))
    proof = kumiai.proof(101, SLOT)
    ask = client.functions.verifyMembership(proof, BRIDGE, word(SLOT), word(1))
    anvil.ask(ask)
    receipt = anvil.send(client.functions.update(100, other.commit()))
    frozen = anvil.events(client, receipt, "Frozen")
    expected = {"height": 101, "first": block.header.hash, "second": other.header.hash}
    assert [expected] == frozen
    assert "ClientFrozen" == anvil.refusal(ask)
    assert "ClientFrozen" == refusal(anvil, client, kumiai.block().commit())
    assert not anvil.ask(client.functions.isLive())


def test_misbehaviour_needs_no_accepted_header(anvil, kumiai, client):
    """Two contradicting headers are enough, and headers that agree are not."""
    block = kumiai.block()
    other = kumiai.fork_of(block, time_ms=block.time_ms + 5_000)
    above = kumiai.block()
    accuse = client.functions.misbehaviour
    commits = [part.commit() for part in (block, other, above)]
    assert "NoMisbehaviour" == anvil.refusal(accuse(100, commits[0], 100, commits[0]))
    assert "NoMisbehaviour" == anvil.refusal(accuse(100, commits[0], 100, commits[2]))
    weak = other.commit(signers=[validator_of(0)])
    assert "PowerTooLow" == anvil.refusal(accuse(100, commits[0], 100, weak))
    anvil.ask(accuse(100, commits[0], 100, commits[1]))
    anvil.send(accuse(100, commits[1], 100, commits[2]))  # a higher one that is not later
    assert anvil.ask(client.functions.isFrozen())


def test_a_time_that_falls_freezes_the_client(anvil, kumiai, client):
    """A higher header that is not later than a lower one is misbehaviour, whichever comes first."""
    first = kumiai.block()
    late = kumiai.fork_of(kumiai.block(), time_ms=first.time_ms)
    anvil.send(client.functions.update(100, first.commit()))
    anvil.send(client.functions.update(100, late.commit()))
    assert anvil.ask(client.functions.isFrozen())


def test_a_header_below_the_trusted_one_is_refused(anvil, kumiai, client):
    """The set of a later height says nothing of an earlier one."""
    early, late = kumiai.block(), kumiai.block()
    anvil.send(client.functions.update(100, late.commit()))
    assert "HeightRefused" == refusal(anvil, client, early.commit(), 102)
    anvil.send(client.functions.update(100, early.commit()))
    assert 102 == anvil.ask(client.functions.latestHeight())


def test_a_checkpoint_becomes_whole_by_its_certificate(anvil):
    """The checkpoint's own state proves nothing until its header has been shown, once."""
    kumiai = Kumiai(FOUR, START_S - 100)
    block = kumiai.block()
    kumiai.checkpoint = block.header
    client = anvil.deploy("LightClient", CHAIN_ID, PERIOD_S, *kumiai.checkpoint_words())
    proof = kumiai.proof(101, SLOT)
    ask = client.functions.verifyMembership(proof, BRIDGE, word(SLOT), word(1))
    assert "HeightUnknown" == anvil.refusal(ask)
    update = client.functions.update(101, block.commit())
    assert 1 == len(anvil.events(client, anvil.send(update), "Updated"))
    anvil.ask(ask)
    assert [] == anvil.events(client, anvil.send(update), "Updated")
    assert not anvil.ask(client.functions.isFrozen())


@pytest.mark.parametrize("tail", [b"\x00", b"\x80"])
def test_a_header_has_its_fields_and_no_more(anvil, kumiai, client, tail):
    """Bytes behind a header are not overlooked."""
    commit = list(kumiai.block().commit())
    commit[0] += tail
    assert "RlpUnexpected" == refusal(anvil, client, tuple(commit))


@pytest.mark.parametrize("count", [1, 2, 4, 21, 100, 256])
def test_a_set_hashes_as_on_kumiai(anvil, reader, count):
    """Sets of all sizes, and powers of one to eight bytes, have the hash that headers carry."""
    members = tuple(
        Validator(address_of(PrivateKey((number + 1).to_bytes(32, "big")).secret), power)
        for number in range(count)
        for power in [1 + (number * 0x1234567 << (number % 5 * 8)) % 2**48]
    )
    validators = ValidatorSet(members)
    found = anvil.ask(reader.functions.hashOf(pairs_of(validators)))
    assert [validators.hash, validators.total_power] == list(found)


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(b"\x01" * 20, 0)],
        [(bytes(20), 1)],
        [(b"\x01" * 20, 2**63 - 1)],
        [(number.to_bytes(20, "big"), 1) for number in range(1, 258)],
    ],
)
def test_a_set_of_nothing_is_nobody(anvil, reader, pairs):
    """Ronin: no power, no address, no members, or too many: there is no such set."""
    assert "ValidatorsInvalid" == anvil.refusal(reader.functions.hashOf(pairs))


def word(number: int) -> bytes:
    """Return a number as 32 bytes."""
    return number.to_bytes(32, "big")
