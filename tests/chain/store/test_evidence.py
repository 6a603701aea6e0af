"""What waits and what was told lie under keys of their own, and a commit can be undone."""

from chain.store.evidence import EvidenceStore
from chain.store.memory import MemoryStore

ONE, OTHER = b"\1" * 32, b"\2" * 32


def test_pending_evidence_is_kept_and_forgotten():
    """Pieces come back in the order of hashes until they are forgotten."""
    evidence = EvidenceStore(MemoryStore())
    evidence.keep(OTHER, b"other")
    evidence.keep(ONE, b"one")
    assert [(ONE, b"one"), (OTHER, b"other")] == list(evidence.pending())
    evidence.forget([ONE])
    assert [(OTHER, b"other")] == list(evidence.pending())
    evidence.forget([])


def test_a_commit_moves_evidence_and_its_erasure_moves_it_back():
    """A block's writes note its height and end the wait; undone, the piece waits again."""
    store = MemoryStore()
    evidence = EvidenceStore(store)
    evidence.keep(ONE, b"one")
    store.write(evidence.writes(7, [ONE, OTHER]), sync=True)
    assert (7, 7, []) == (
        evidence.committed_at(ONE),
        evidence.committed_at(OTHER),
        list(evidence.pending()),
    )
    store.write(evidence.erasure([(ONE, b"one")]), sync=True)
    assert (None, 7) == (evidence.committed_at(ONE), evidence.committed_at(OTHER))
    assert [(ONE, b"one")] == list(evidence.pending())
