"""Four validators, one of them lying, on a network that reorders, repeats and loses messages."""

import random
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.evidence import accused_by
from chain.types.certificate import NO_ROUND, BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.core.driver import Driver
from consensus.core.effects import (
    Broadcast,
    Decide,
    Effect,
    GetValue,
    ReportEvidence,
    ScheduleTimeout,
)
from consensus.core.errors import MessageRefused
from consensus.core.inputs import (
    Input,
    ProposalReceived,
    ProposedValue,
    StartHeight,
    Timeout,
    TimeoutElapsed,
    ValueBuilt,
    VoteReceived,
)

H = Height(1)
ADDRESSES = tuple(Address(bytes([n]) * 20) for n in (1, 2, 3, 4))
SET = ValidatorSet(tuple(Validator(a, 1) for a in ADDRESSES))
FAIR_TURNS_MAX = 60  # rounds of deliveries and timeouts in which fair nodes must decide


def block(number: int) -> BlockId:
    """Block number n; those with an odd number are invalid."""
    return BlockId(Hash32(number.to_bytes(32, "big")), Milliseconds(number))


def is_valid(block_id: BlockId) -> bool:
    """valid(v): the same for everyone, at any time."""
    return block_id.time_ms % 2 == 0


@dataclass
class Cluster:
    """Cores joined by a scheduler that draws every choice from one seed."""

    choose: random.Random
    liar: Address
    nodes: dict[Address, Driver] = field(default_factory=dict)
    inbox: list[tuple[Address, Input]] = field(default_factory=list)
    timeouts: list[tuple[Address, Timeout]] = field(default_factory=list)
    spoken: list[Vote | ProposalMessage] = field(default_factory=list)
    decided: dict[Address, BlockId] = field(default_factory=dict)
    blocks: int = 0
    fair: bool = False
    loss: float = 0.1
    lies: float = 0.12

    def start(self) -> None:
        """Start every correct node."""
        for address in ADDRESSES:
            if address != self.liar:
                self.nodes[address] = Driver(H, SET, address)
                self.inbox.append((address, StartHeight(H)))

    def new_block(self, valid: bool) -> BlockId:
        """Return a block nobody has seen."""
        self.blocks += 2
        return block(self.blocks if valid else self.blocks + 1)

    def deliver(self, to: Address, happened: Input) -> None:
        """Hand one input to a node and carry out what it asks."""
        node = self.nodes[to]
        try:
            effects = node.apply(happened)
        except MessageRefused:
            return
        if isinstance(happened, ProposalReceived):
            block_id = happened.message.block_id
            self.inbox.append((to, ProposedValue(block_id, is_valid(block_id))))
        for effect in effects:
            self.perform(to, effect)

    def perform(self, node: Address, effect: Effect) -> None:
        """Play the host of one node."""
        match effect:
            case Broadcast(message):
                self.check_word(message)
                self.spoken.append(message)
                self.send(message, list(self.nodes))
            case ScheduleTimeout(timeout):
                self.timeouts.append((node, timeout))
            case GetValue(height, round_):
                built = self.new_block(True)
                self.inbox.append((node, ProposedValue(built, True)))
                self.inbox.append((node, ValueBuilt(height, round_, built)))
            case ReportEvidence(evidence):
                assert accused_by(evidence) == self.liar, "only the liar is ever accused"
            case Decide(certificate):
                assert node not in self.decided, "a node decides once"
                self.decided[node] = certificate.block_id
                assert is_valid(certificate.block_id)
                assert len(set(self.decided.values())) == 1, "correct nodes agree"

    def send(self, message: Vote | ProposalMessage, to: list[Address]) -> None:
        """Put a message on the network."""
        for address in to:
            if isinstance(message, Vote):
                self.inbox.append((address, VoteReceived(message)))
            else:
                timely = self.fair or self.choose.random() < 0.8
                self.inbox.append((address, ProposalReceived(message, timely)))

    def check_word(self, new: Vote | ProposalMessage) -> None:
        """A correct node never contradicts itself, nor votes against its lock."""
        if not isinstance(new, Vote):
            return
        for old in self.spoken:
            if not isinstance(old, Vote) or old.validator != new.validator:
                continue
            assert (old.kind, old.round) != (new.kind, new.round), "one vote a step"
            locks = old.kind is VoteKind.PRECOMMIT and old.block_id is not None
            if locks and new.kind is VoteKind.PREVOTE and new.block_id not in (None, old.block_id):
                assert new.valid_round >= old.round, "a lock yields only to a later polka"

    def lie(self) -> None:
        """Say anything to anyone: other votes, other blocks, other valid rounds."""
        choose = self.choose
        if self.spoken and choose.random() < 0.6:
            self.flatter()
            return
        known = [m.block_id for m in self.spoken if m.block_id is not None]
        round_ = Round(choose.randint(0, max(n.state.round for n in self.nodes.values()) + 2))
        valid_round = Round(choose.randint(-1, round_ - 1)) if round_ else NO_ROUND
        target = choose.choice(known) if known else self.new_block(True)
        audience = choose.sample(list(self.nodes), choose.randint(1, 3))
        rotation = next(iter(self.nodes.values())).proposals
        if rotation.proposer(round_) == self.liar and choose.random() < 0.6:
            value = choose.choice([target, self.new_block(True), self.new_block(False)])
            message = ProposalMessage(H, round_, value, valid_round, self.liar)
            self.say(message, audience)
        kind = choose.choice(list(VoteKind))
        value_or_nil = choose.choice([target, target, None])
        carried = valid_round if kind is VoteKind.PREVOTE and value_or_nil else NO_ROUND
        self.say(Vote(kind, H, round_, value_or_nil, carried, self.liar), audience)

    def flatter(self) -> None:
        """Back what someone has just said, but to one listener only."""
        heard = self.choose.choice(self.spoken[-8:])
        listener = [self.choose.choice(list(self.nodes))]
        for kind in VoteKind:
            carried = heard.valid_round if kind is VoteKind.PREVOTE else NO_ROUND
            self.say(Vote(kind, H, heard.round, heard.block_id, carried, self.liar), listener)

    def say(self, message: Vote | ProposalMessage, audience: list[Address]) -> None:
        """Send a lie to some; all hear of it once the network is fair."""
        self.spoken.append(message)
        self.send(message, audience)

    def misbehave_once(self) -> None:
        """One step of an unfair network: deliver, repeat, lose, time out, or lie."""
        draw = self.choose.random()
        if draw < self.lies:
            self.lie()
        elif draw < self.lies + 0.06 and self.timeouts:
            node, timeout = self.timeouts.pop(self.choose.randrange(len(self.timeouts)))
            self.deliver(node, TimeoutElapsed(timeout))
        elif self.inbox:
            place = self.choose.randrange(len(self.inbox))
            fate = self.choose.random()
            local = isinstance(self.inbox[place][1], ProposedValue | ValueBuilt | StartHeight)
            item = self.inbox[place] if fate > 0.9 else self.inbox.pop(place)
            if local or fate > self.loss:
                self.deliver(*item)

    def become_fair(self) -> None:
        """From now on everything ever said reaches everyone, and waits are long enough."""
        self.fair = True
        for _ in range(FAIR_TURNS_MAX):
            if len(self.decided) == len(self.nodes):
                return
            for message in list(self.spoken):
                self.send(message, list(self.nodes))
            while self.inbox:
                self.deliver(*self.inbox.pop(0))
            elapsed, self.timeouts = self.timeouts, []
            for node, timeout in elapsed:
                self.deliver(node, TimeoutElapsed(timeout))


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_correct_validators_agree_and_finish(seed: int) -> None:
    """Whatever one liar and the network do: agreement always, a decision once it is fair."""
    choose = random.Random(seed)
    cluster = Cluster(choose, liar=choose.choice(ADDRESSES))
    cluster.loss, cluster.lies = choose.random() * 0.6, choose.random() * 0.3
    cluster.start()
    for _ in range(choose.randint(0, 400)):
        cluster.misbehave_once()
    cluster.become_fair()
    assert set(cluster.nodes) == set(cluster.decided)
