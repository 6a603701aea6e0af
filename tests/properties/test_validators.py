"""Validators come, go and misbehave in any order, and every node has the same chain and sets."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chain.begin_data import evidence_in
from chain.errors import Invalid
from chain.evidence import evidence_hash, ordered
from chain.kit.module import method_named
from chain.store.memory import MemoryStore
from chain.types.certificate import VoteKind
from chain.types.evidence import DuplicateVote
from modules.staking.module import Staking
from tests.chain.accusations import block_id as made_up
from tests.chain.accusations import vote
from tests.chain.stage import (
    COIN_WEI,
    USER_KEYS,
    USERS,
    VALIDATOR,
    VALIDATOR_KEYS,
    VALIDATORS,
    Chain,
    network_data,
)

KEY_OF = dict(zip((*VALIDATORS, *USERS), (*VALIDATOR_KEYS, *USER_KEYS), strict=True))
WHO = st.sampled_from((VALIDATOR, VALIDATORS[1], *USERS[:3]))
USER = st.integers(0, 2)
DATA = network_data(20, 10, validators_max=4)


class Network(RuleBasedStateMachine):
    """One node proposes, one checks each block, and one comes after by whole blocks."""

    @initialize()
    def begin(self):
        """Two validators of genesis; five may want to be, four can."""
        self.store = MemoryStore()
        self.first, self.second = Chain(data=DATA), Chain(data=DATA)
        self.late = Chain(self.store, DATA)
        self.told: dict[bytes, int] = {}

    def send(self, user: int, name: str, *arguments: object, coins: int = 0) -> None:
        """Send a call of staking; whether it is refused is no matter here."""
        data = method_named(Staking, name).encode_call(*arguments)
        try:
            self.first.send(user, Staking.address, coins * COIN_WEI, data)
        except Invalid:
            return

    @rule(user=USER, coins=st.integers(1, 40))
    def join(self, user, coins):
        """A user becomes a validator, or tries again."""
        self.send(user, "create_validator", "newcomer", 1_000, 2_000, 100, coins=coins)

    @rule(user=USER, validator=WHO, coins=st.integers(1, 40))
    def bond(self, user, validator, coins):
        """Stake is added to anybody."""
        self.send(user, "delegate", validator, coins=coins)

    @rule(user=USER, validator=WHO, coins=st.integers(1, 40))
    def unbond(self, user, validator, coins):
        """Stake is taken back, perhaps all of it."""
        self.send(user, "undelegate", validator, coins * COIN_WEI)

    @rule(who=WHO, back=st.integers(0, 3), round_=st.integers(0, 1))
    def accuse(self, who, back, round_):
        """Somebody shows two votes of a validator, or of a stranger."""
        height = self.first.head.header.height + 1 - back
        if height < 1:
            return
        votes = [signed(who, height, round_, number) for number in (1, 2)]
        piece = ordered(DuplicateVote(*votes))
        try:
            self.first.app.add_evidence(piece)
        except Invalid:
            known = evidence_hash(piece) in self.told
            assert known or who not in self.first.ledger.validators(height)

    @rule(data=st.data(), count=st.integers(1, 3))
    def blocks(self, data, count):
        """Any quorum of each set decides the next blocks, in any round."""
        for _ in range(count):
            self.block(data, data.draw(st.integers(0, 3)))

    def block(self, data, round_):
        """Some of the set decide one block."""
        height = self.first.head.header.height + 1
        members = list(self.first.ledger.validators(height))
        left_out = data.draw(st.sampled_from([None, *members]))
        signers = [v for v in members if v != left_out]
        if not self.first.app.validators().is_quorum(sum(v.power for v in signers)):
            signers = members
        self.first.app.proposer = self.first.app.validators().proposer.address
        block_id, payload = self.first.propose()
        self.second.app.validate(height, block_id, payload)
        keys = [KEY_OF[v.address] for v in signers]
        certificate = self.first.certify(block_id, *keys, round_=round_)
        for chain in (self.first, self.second):
            chain.app.commit(certificate)
        for piece in evidence_in(self.first.head.block.transactions):
            assert evidence_hash(piece) not in self.told
            self.told[evidence_hash(piece)] = height
        self.check_election(height)

    def check_election(self, height):
        """What staking elected after the block decides two heights on."""
        elected = self.first.view(Staking, "validator_set")
        powers = {entry.validator: entry.power for entry in elected}
        decided = self.first.ledger.validators(height + 2)
        assert powers == {v.address: v.power for v in decided}

    @rule()
    def follow(self):
        """The late node takes all blocks that it lacks."""
        self.late.follow(self.first)
        assert self.late.head.header == self.first.head.header

    @rule(restarts=st.booleans())
    def go_back(self, restarts):
        """The late node loses its newest block, and is started again or not."""
        if self.late.head.header.height:
            self.late.ledger.rollback()
        if restarts:
            self.late = Chain(self.store, DATA)

    @invariant()
    def nodes_agree(self):
        """Heads, sets and announcements are the same on all nodes, as far as each has come."""
        assert self.first.head == self.second.head
        height = self.late.head.header.height
        assert self.first.ledger.block(height).header == self.late.head.header
        for at in (height, height + 1, height + 2):
            assert self.first.ledger.validators(at) == self.late.ledger.validators(at)
        announced = self.late.ledger.validators(height + 1)
        assert self.late.head.header.extra_data == announced.hash

    @invariant()
    def faults_are_told_alike(self):
        """Each node knows exactly the faults that its blocks carried."""
        for chain in (self.first, self.second, self.late):
            height = chain.head.header.height
            for name, at in self.told.items():
                expected = at if at <= height else None
                assert expected == chain.ledger.evidence.committed_at(name)


def signed(who, height, round_, number):
    """A prevote of anybody whose key we have."""
    return vote(VoteKind.PREVOTE, height, round_, made_up(number), key=KEY_OF[who])


TestNetwork = Network.TestCase
TestNetwork.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
