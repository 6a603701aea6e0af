"""Evidence waits on disk until one block tells it, once; nobody's faults crowd out another's."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain import evidence_pool as limits
from chain import params
from chain.errors import Malformed
from chain.evidence import EvidenceRefused, encode_evidence, evidence_hash
from chain.evidence_pool import EvidencePool
from chain.store import schema
from chain.store.evidence import EvidenceStore
from chain.store.memory import MemoryStore
from chain.types.certificate import VoteKind
from chain.types.evidence import Amnesia, DuplicateVote
from chain.types.validators import VALIDATORS_MAX
from tests.chain.accusations import KEYS, MEMBERS, View, block_id, vote
from tests.chain.stage import CHAIN_ID

A, B = block_id(1), block_id(2)


def fault(height: int, round_: int = 0, key: bytes = KEYS[1]) -> DuplicateVote:
    """Two prevotes of one round, in the order of their encoding."""
    votes = [vote(VoteKind.PREVOTE, height, round_, block, key=key) for block in (A, B)]
    first, second = sorted(votes, key=lambda v: v.block_id.hash)
    return DuplicateVote(first, second)


def pool_over(view: View, store: MemoryStore | None = None) -> EvidencePool:
    """A pool of its own database unless one is given."""
    return EvidencePool(EvidenceStore(store or MemoryStore()), view, CHAIN_ID)


def commit(store: MemoryStore, height: int, *pieces: DuplicateVote) -> None:
    """Write what the ledger writes for a block with evidence."""
    names = [evidence_hash(piece) for piece in pieces]
    store.write(EvidenceStore(store).writes(height, names), sync=True)


def test_evidence_is_kept_drawn_and_told_once():
    """New once, in the next proposal, gone when committed, and then refused for good."""
    store, view, piece = MemoryStore(), View(), fault(5)
    pool = pool_over(view, store)
    assert pool.add(piece) and not pool.add(piece)
    pieces, proven = pool.draw()
    assert ((piece,), MEMBERS[1]) == (pieces, proven[0].validator)
    assert proven == pool.judge(pieces)
    commit(store, 11, piece)
    pool.advance()
    assert (0, ((), ())) == (len(pool), pool.draw())
    for refused in (lambda: pool.add(piece), lambda: pool.judge((piece,))):
        with pytest.raises(EvidenceRefused, match="told in block 11"):
            refused()


def test_another_proof_of_a_told_fault_is_told_already():
    """tendermint#5560: other votes of the same round and step are no second fault."""
    store, piece = MemoryStore(), fault(5)
    pool = pool_over(View(), store)
    commit(store, 11, piece)
    other = replace(piece, second=vote(VoteKind.PREVOTE, 5, 0, None))
    with pytest.raises(EvidenceRefused, match="told in block 11"):
        pool.add(other)


def test_what_waits_survives_a_restart():
    """Pending evidence is on disk; a restarted pool draws it, and drops what is unreadable."""
    store, view = MemoryStore(), View()
    pool = pool_over(view, store)
    assert pool.add(fault(5)) and pool.add(fault(6))
    assert pool.pending() == pool_over(view, store).pending() == (fault(5), fault(6))
    store.write([(schema.evidence_pending_key(b"\1" * 32), b"\xc0")], sync=True)
    assert (fault(5), fault(6)) == pool_over(view, store).draw()[0]
    assert store.get(schema.evidence_pending_key(b"\1" * 32)) is None


def test_evidence_of_a_height_to_come_waits_for_it():
    """A fault of the height under way is kept, not proposed, and drawn once it is committed."""
    view, piece = View(height=4), fault(5)
    pool = pool_over(view)
    assert pool.add(piece)
    assert ((), ()) == pool.draw()
    with pytest.raises(EvidenceRefused):
        pool.judge((piece,))
    view.height = 5
    pool.advance()
    assert (piece,) == pool.draw()[0]


def test_evidence_too_far_ahead_is_left_to_be_offered_again():
    """Where not even the validators are known nothing is kept, and nobody is blamed."""
    view, piece = View(height=2), fault(5)
    pool = pool_over(view)
    assert not pool.add(piece) and len(pool) == 0
    view.height = 3
    assert pool.add(piece)


def test_early_evidence_that_turns_out_wrong_is_dropped():
    """What could not be judged is judged upon each head, and leaves the disk when it fails."""
    store, view = MemoryStore(), View(height=5)
    pool = pool_over(view, store)
    ours = view.attack(5, 5)
    assert pool.add(ours)
    view.height = 6
    pool.advance()
    assert 0 == len(pool) == len(list(EvidenceStore(store).pending()))


def test_old_evidence_is_pruned():
    """Evidence that expires while it waits leaves the pool and the disk."""
    step_s = params.EVIDENCE_AGE_S_MAX // params.EVIDENCE_AGE_BLOCKS_MAX + 1
    store, view = MemoryStore(), View(step_s=step_s)
    pool = pool_over(view, store)
    assert pool.add(fault(5))
    view.height = 6 + params.EVIDENCE_AGE_BLOCKS_MAX
    pool.advance()
    assert 0 == len(pool) == len(list(EvidenceStore(store).pending()))
    with pytest.raises(EvidenceRefused, match="old"):
        pool.add(fault(5))


def test_one_validator_cannot_push_out_others():
    """A flood about one validator fills its own places; the next one's first fault gets in."""
    pool = pool_over(View())
    added = [pool.add(fault(5, round_)) for round_ in range(20)]
    assert limits.PENDING_PER_VALIDATOR_MAX == sum(added)
    assert pool.add(fault(5, key=KEYS[2]))
    assert limits.PENDING_PER_VALIDATOR_MAX * VALIDATORS_MAX <= limits.PENDING_MAX


def test_the_pool_is_bounded_in_all(monkeypatch):
    """A full pool takes no more, and says so without blame."""
    monkeypatch.setattr(limits, "PENDING_MAX", 2)
    pool = pool_over(View())
    assert [True, True, False] == [pool.add(fault(5, key=key)) for key in KEYS[:3]]


def test_attacks_have_places_of_their_own(monkeypatch):
    """Attacks are bounded by themselves, and do not take a validator's places."""
    monkeypatch.setattr(limits, "PENDING_ATTACKS_MAX", 1)
    view = View()
    pool = pool_over(view)
    attacks = [view.attack(5, 3, extra_data=bytes([n]) * 32) for n in range(2)]
    assert [True, False] == [pool.add(attack) for attack in attacks]
    assert pool.add(fault(5))


def test_a_proposal_draws_within_the_limits_of_a_block(monkeypatch):
    """Oldest faults first, as many as a block may carry, in pieces and in bytes."""
    pool = pool_over(View())
    told = [fault(height, key=key) for height in (3, 4, 5, 6, 7) for key in KEYS]
    taken = [piece for piece in reversed(told) if pool.add(piece)]
    pieces, proven = pool.draw()
    assert params.EVIDENCE_PER_BLOCK_MAX == len(pieces) == len(proven)
    heights = [piece.first.height for piece in pieces]
    assert heights == sorted(piece.first.height for piece in taken)[: len(pieces)]
    size = len(encode_evidence(told[0]))
    monkeypatch.setattr(params, "EVIDENCE_BLOCK_BYTES_MAX", 3 * size + 4 * 9)
    assert 3 == len(pool.draw()[0])


def test_a_block_tells_a_fault_once():
    """One piece twice in a block, or two proofs of one fault, make the block invalid."""
    pool, piece = pool_over(View()), fault(5)
    other = replace(piece, second=vote(VoteKind.PREVOTE, 5, 0, block_id(3)))
    for pair in ((piece, piece), (piece, other)):
        with pytest.raises(EvidenceRefused, match="once in a block"):
            pool.judge(pair)
    assert 2 == len(pool.judge((piece, fault(6))))


def test_holding_a_true_proof_excuses_no_forged_one():
    """A block's own piece is judged, also where this node knows the fault by another proof."""
    pool, piece = pool_over(View()), fault(5)
    assert pool.add(piece)
    forged = replace(piece, second=replace(piece.second, signature=piece.first.signature))
    assert evidence_hash(piece) == evidence_hash(forged)
    with pytest.raises(EvidenceRefused, match="expected signer"):
        pool.judge((forged,))


def test_evidence_that_no_block_could_carry_is_not_kept():
    """What a program hands over is encoded and read again before it is kept."""
    precommit = vote(VoteKind.PRECOMMIT, 5, 2, A, 1)
    with pytest.raises(Malformed):
        pool_over(View()).add(Amnesia(precommit, vote(VoteKind.PREVOTE, 5, 3, B)))


class PoolMachine(RuleBasedStateMachine):
    """Evidence offered, drawn, committed, restarted, in any order, against a model of sets."""

    def __init__(self) -> None:
        super().__init__()
        self.store, self.view = MemoryStore(), View(height=2)
        self.pool = pool_over(self.view, self.store)
        self.told: set[bytes] = set()

    @rule(height=st.integers(1, 6), round_=st.integers(0, 2), key=st.sampled_from(KEYS[:2]))
    def offer(self, height, round_, key):
        """Offering a fault is refused exactly if it was told."""
        piece = fault(height, round_, key)
        before = {evidence_hash(waiting) for waiting in self.pool.pending()}
        name = evidence_hash(piece)
        if name in self.told:
            with pytest.raises(EvidenceRefused):
                self.pool.add(piece)
        elif self.pool.add(piece):
            assert name not in before and height <= self.view.height + 2

    @rule()
    def block(self):
        """The next block tells what is drawn."""
        pieces, proven = self.pool.draw()
        assert proven == self.pool.judge(pieces)
        self.view.height = min(self.view.height + 1, 15)
        commit(self.store, self.view.height, *pieces)
        self.told |= {evidence_hash(piece) for piece in pieces}
        self.pool.advance()

    @rule()
    def restart(self):
        """A new pool over the same disk waits for the same."""
        before = self.pool.pending()
        self.pool = pool_over(self.view, self.store)
        assert before == self.pool.pending()

    @invariant()
    def disk_and_memory_agree(self):
        """What waits in memory is what waits on disk, and none of it was told."""
        waiting = {evidence_hash(piece) for piece in self.pool.pending()}
        assert waiting == {name for name, _ in EvidenceStore(self.store).pending()}
        assert not waiting & self.told


TestPoolMachine = PoolMachine.TestCase
TestPoolMachine.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
