"""
Evidence on its way into a block: kept on disk, judged again upon every head, told once.

    add --judged--> pending --draw--> proposal --commit--> committed, never again
             '--early--> pending until its height is committed

Each validator has a few places of its own, so nobody's faults push out another's.
"""

import logging

from chain import params
from chain.errors import Malformed
from chain.evidence import (
    ChainView,
    EvidenceAhead,
    EvidenceEarly,
    EvidenceRefused,
    accused_by,
    decode_evidence,
    encode_evidence,
    evidence_hash,
    height_of,
    refuse_old,
    verify_evidence,
)
from chain.kit.host import Misbehaviour
from chain.store.evidence import EvidenceStore
from chain.types.evidence import Evidence
from chain.types.primitives import Hash32

PENDING_MAX = 1_024  # pieces that wait in all
PENDING_PER_VALIDATOR_MAX = 4  # pieces about one validator: 256 of them fill the pool
PENDING_ATTACKS_MAX = 16  # attacks on light clients, which have many authors
LIST_OVERHEAD_BYTES = 9  # bytes that RLP puts before a piece or a list, at most
log = logging.getLogger("chain.evidence_pool")


class EvidencePool:
    """The evidence of one node; one thread at a time may use it."""

    def __init__(self, store: EvidenceStore, chain: ChainView, chain_id: int) -> None:
        self._store, self._chain, self._chain_id = store, chain, chain_id
        self._pending: dict[Hash32, Evidence] = {}
        # What pending evidence was found to prove: true for good, until it is too old to tell.
        self._proven: dict[Hash32, tuple[Misbehaviour, ...]] = {}
        self._load()

    def __len__(self) -> int:
        return len(self._pending)

    def pending(self) -> tuple[Evidence, ...]:
        """Return everything that waits, oldest fault first, for gossip."""
        return tuple(piece for _, piece in self._in_order())

    def add(self, evidence: Evidence) -> bool:
        """
        Keep evidence until a block carries it; True when it is new.

        False where it is known, lies too far ahead to be judged, or finds no place: it may be
        offered again later. Raises Invalid where it proves nothing, is too old, or its fault is
        committed.
        """
        encoded = encode_evidence(evidence)
        evidence, name = decode_evidence(encoded), evidence_hash(evidence)
        self._refuse_committed(name)
        if name in self._pending:
            return False
        try:
            self._prove(name, evidence)
        except EvidenceAhead:
            return False
        except EvidenceEarly:
            pass  # judged again upon each head to come
        if not self._has_place(evidence):
            self._proven.pop(name, None)
            return False
        self._store.keep(name, encoded)
        self._pending[name] = evidence
        return True

    def draw(self) -> tuple[tuple[Evidence, ...], tuple[Misbehaviour, ...]]:
        """Return what the next block should carry, oldest fault first, and what it proves."""
        pieces: list[Evidence] = []
        proven: list[Misbehaviour] = []
        room_bytes = params.EVIDENCE_BLOCK_BYTES_MAX - LIST_OVERHEAD_BYTES
        for name, evidence in self._in_order():
            size_bytes = len(encode_evidence(evidence)) + LIST_OVERHEAD_BYTES
            if len(pieces) == params.EVIDENCE_PER_BLOCK_MAX:
                break
            if size_bytes > room_bytes:
                continue
            try:
                proven += self._prove(name, evidence)
            except (EvidenceEarly, EvidenceAhead, EvidenceRefused):
                continue
            pieces.append(evidence)
            room_bytes -= size_bytes
        return tuple(pieces), tuple(proven)

    def judge(self, pieces: tuple[Evidence, ...]) -> tuple[Misbehaviour, ...]:
        """Return what a block's evidence proves; raises Invalid for one piece that does not."""
        names = [evidence_hash(piece) for piece in pieces]
        if len(set(names)) < len(names):
            raise EvidenceRefused("evidence: expected each fault once in a block, found one twice")
        proven: list[Misbehaviour] = []
        for name, piece in zip(names, pieces, strict=True):
            self._refuse_committed(name)
            try:
                if self._pending.get(name) == piece:
                    proven += self._prove(name, piece)
                else:
                    proven += verify_evidence(piece, self._chain, self._chain_id)
            except (EvidenceEarly, EvidenceAhead) as cause:
                raise EvidenceRefused(str(cause)) from cause
        return tuple(proven)

    def advance(self) -> None:
        """Follow the chain to a new head: drop what is committed, too old, or proven wrong."""
        stale = [name for name, evidence in self._pending.items() if not self._may_wait(evidence)]
        for name in stale:
            del self._pending[name]
            self._proven.pop(name, None)
        self._store.forget(stale)

    def _load(self) -> None:
        broken = []
        for name, encoded in self._store.pending():
            try:
                self._pending[name] = decode_evidence(encoded)
            except Malformed as cause:
                log.warning("dropped kept evidence 0x%s: %s", name.hex(), cause)
                broken.append(name)
        self._store.forget(broken)
        self.advance()

    def _prove(self, name: Hash32, evidence: Evidence) -> tuple[Misbehaviour, ...]:
        """Verify evidence that waits, or will, once; raises as `verify_evidence` does."""
        if name not in self._proven:
            self._proven[name] = verify_evidence(evidence, self._chain, self._chain_id)
        for misbehaviour in self._proven[name]:
            refuse_old(misbehaviour, self._chain.head.header)
        return self._proven[name]

    def _in_order(self) -> list[tuple[Hash32, Evidence]]:
        return sorted(self._pending.items(), key=lambda item: (height_of(item[1]), item[0]))

    def _refuse_committed(self, name: Hash32) -> None:
        height = self._store.committed_at(name)
        if height is not None:
            raise EvidenceRefused(f"evidence: the fault was told in block {height} already")

    def _has_place(self, evidence: Evidence) -> bool:
        accused = accused_by(evidence)
        limit = PENDING_ATTACKS_MAX if accused is None else PENDING_PER_VALIDATOR_MAX
        others = sum(accused_by(piece) == accused for piece in self._pending.values())
        return others < limit and len(self._pending) < PENDING_MAX

    def _may_wait(self, evidence: Evidence) -> bool:
        name = evidence_hash(evidence)
        if self._store.committed_at(name) is not None:
            return False
        try:
            self._prove(name, evidence)
        except EvidenceRefused as cause:
            log.info("dropped evidence about height %d: %s", height_of(evidence), cause)
            return False
        except (EvidenceEarly, EvidenceAhead):
            pass
        return True
