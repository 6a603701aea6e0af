"""A false word is proven by its own signature; a word that may be true is let be."""

import asyncio

import pytest

from bridge.accuser import ACCUSE, ATTESTER, SHOWN_MAX, TRIES_MAX, Accuser, Bond, BondState
from bridge.attester import ATTEST
from bridge.contract import Log
from bridge.ends.end import EvmHeader, Head, Outcome
from bridge.ends.kumiai import HEADER, ConsensusState, HeaderAttested
from bridge.records import Attestation, SignedAttestation
from bridge.updates import UPDATE_CLIENT
from chain.kit.abi import abi_type, decode_sequence
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Milliseconds, Seconds, Wei
from modules.bridge.records import Attester as ModuleAttester
from modules.bridge.records import AttesterState as ModuleState
from tests.bridge.ends.contracts import log_of
from tests.bridge.test_attester import CLIENT, KUMIAI_BRIDGE

HONEST, LIAR, OWN = (Address(bytes([n]) * 20) for n in (0x31, 0x32, 0x33))
TRUE, FALSE = Hash32(b"\x01" * 32), Hash32(b"\x02" * 32)
SIGNATURE = b"\x5a" * 65


class Home:
    """A Kumiai chain: what was said, what is accepted, whose bonds are there."""

    def __init__(self):
        self.node = self.endpoint = self
        self.height, self.rows, self.sent = 0, [], {}
        self.accepted, self.bonds, self.calls = {}, {}, []
        self.passes = True

    def say(self, who, height, block_hash, wrap=lambda data: data):
        """Let a validator's word be in the next block."""
        self.height += 1
        name = f"0x{self.height:064x}"
        event = HeaderAttested(CLIENT, Height(height), who, block_hash)
        log = {**log_of(event, KUMIAI_BRIDGE, self.height), "transactionHash": name}
        word = SignedAttestation(Attestation(who, CLIENT, Height(height), block_hash), SIGNATURE)
        self.rows.append(Log(log))
        self.sent[name] = {"input": "0x" + wrap(ATTEST.encode(word)).hex()}

    async def head(self):
        """Return the newest block."""
        return Head(Height(self.height), Seconds(0), ZERO_HASH)

    async def logs(self, address, topics, first, last):
        """Return what was said in some blocks."""
        return [row for row in self.rows if first <= row.height <= last]

    async def view(self, address, function, *values):
        """Return an accepted header, or a bond."""
        if function is HEADER:
            accepted = self.accepted.get(values[1], ZERO_HASH)
            return ConsensusState(accepted, ZERO_HASH, Milliseconds(0))
        assert function is ATTESTER
        state = self.bonds.get(values[0], BondState.BONDED)
        return Bond(state, Wei(100), values[0], Seconds(0))

    async def call(self, method, name):
        """Return a transaction."""
        assert method == "eth_getTransactionByHash"
        return self.sent[name]

    async def submit(self, calls):
        """Burn bonds, and take headers."""
        self.calls += calls
        for call in calls:
            if self.passes and call.data[:4] == ACCUSE.selector:
                (word,) = decode_sequence([abi_type(SignedAttestation)], call.data[4:])
                assert SIGNATURE == word.signature
                self.bonds[word.attestation.validator] = BondState.REMOVED
        return [Outcome(self.passes, Height(1), reason="" if self.passes else "no")] * len(calls)


def rounds(home, count=1, truth=None):
    """Return whom an accuser had burned in some rounds."""

    async def truth_of(height):
        return truth

    async def all_of_it():
        accuser = Accuser(home, CLIENT, OWN, truth_of)
        return [who for _ in range(count) for who in await accuser.round()]

    return asyncio.run(all_of_it())


def test_a_word_against_the_accepted_header_burns_the_bond_once():
    """Two words and a known truth: the false one is accused by its own signature, one time."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE)
    home.accepted[7] = TRUE
    assert [LIAR] == rounds(home, 3)
    assert 1 == len(home.calls)


def test_no_word_is_false_before_the_truth_is_known():
    """Without an accepted header, and with sources that do not agree, nobody is accused."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE)
    assert [] == rounds(home, 3) and [] == home.calls


def test_the_truth_is_brought_where_it_is_missing():
    """The header that the sources agree on is shown to the client, and the lie falls."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE)
    shown = EvmHeader(Height(7), TRUE, Seconds(0), b"header")
    assert [LIAR] == rounds(home, 1, shown)
    assert UPDATE_CLIENT.encode(CLIENT, b"header") == home.calls[0].data
    home.passes, home.bonds = False, {}
    assert [] == rounds(home, 1, shown)


@pytest.mark.parametrize("state", [BondState.REMOVED, BondState.LEFT, BondState.NOTHING])
def test_who_has_no_bond_is_not_accused(state):
    """Nothing is left to burn: no gas is spent."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE)
    home.accepted[7] = TRUE
    home.bonds[LIAR] = state
    assert [] == rounds(home) and [] == home.calls


def test_what_is_over_is_forgotten():
    """A settled height costs no more questions, and one without a truth only so many."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE)
    home.accepted[7] = TRUE
    asked = []
    view = home.view
    home.view = lambda *words: asked.append(words) or view(*words)
    rounds(home, 9)
    assert 2 == len(asked)
    home.accepted, home.bonds, home.passes = {}, {}, False
    shown = EvmHeader(Height(7), TRUE, Seconds(0), b"header")
    home.calls = []
    rounds(home, SHOWN_MAX + 5, shown)
    assert SHOWN_MAX == len(home.calls)


def test_an_attester_accuses_itself_of_nothing():
    """A wrong word of one's own is for people to look at."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(OWN, 7, FALSE)
    home.accepted[7] = TRUE
    assert [] == rounds(home)


def test_a_signature_is_found_inside_another_call():
    """A liar that attests through a contract is known by the words that it carried."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE, lambda data: b"\x99" * 36 + data + b"more")
    home.accepted[7] = TRUE
    assert [LIAR] == rounds(home)


def test_a_hidden_signature_is_left_to_people(caplog):
    """What no transaction shows cannot be proven: it is said loudly, once."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE, lambda data: b"")
    home.accepted[7] = TRUE
    assert [] == rounds(home, 3)
    assert 1 == sum("by hand" in one.message for one in caplog.records)


def test_an_accusation_that_is_refused_is_tried_some_times():
    """A rival may be faster, a block may be full; no accuser pays for ever."""
    home = Home()
    home.say(HONEST, 7, TRUE)
    home.say(LIAR, 7, FALSE)
    home.accepted[7], home.passes = TRUE, False
    assert [] == rounds(home, TRIES_MAX + 3)
    assert TRIES_MAX == len(home.calls)


def test_bonds_read_as_the_module_has_them():
    """The states and the shape are the module's."""
    assert [(one.name, one.value) for one in ModuleState] == [
        (one.name, one.value) for one in BondState
    ]
    assert abi_type(ModuleAttester).name == abi_type(Bond).name
