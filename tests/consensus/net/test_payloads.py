"""Whole payloads and the pieces of them that peers ask for."""

from chain.types.primitives import Hash32
from consensus.net.messages import (
    TRANSACTIONS_BYTES_MAX,
    PartRequest,
    TransactionRequest,
)
from consensus.net.parts import PART_BYTES
from consensus.net.payloads import PayloadShelf
from tests.consensus.net.stage import CODEC, ToyPayloads, transactions


def test_questions_are_answered_in_short_messages() -> None:
    """All transactions asked for come, in order, in messages under the limit."""
    raws = transactions(900, 1_000)
    shelf = PayloadShelf(ToyPayloads())
    stored = shelf.put(ToyPayloads().join(b"head", raws))
    request = TransactionRequest(stored.manifest.root, tuple(range(900)))
    replies = list(shelf.transactions(request))
    assert len(replies) > 4
    assert [pair for reply in replies for pair in reply.transactions] == list(enumerate(raws))
    assert all(len(CODEC.encode(reply)) <= TRANSACTIONS_BYTES_MAX + 100 for reply in replies)


def test_what_a_payload_has_not_is_left_out() -> None:
    """Indexes behind the end and payloads not here get no answer and no error."""
    shelf = PayloadShelf(ToyPayloads())
    stored = shelf.put(bytes(PART_BYTES + 1))
    root, strange = stored.manifest.root, Hash32(b"\x01" * 32)
    assert [part.index for part in shelf.parts(PartRequest(root, (1, 2, 99)))] == [1]
    assert list(shelf.parts(PartRequest(strange, (0,)))) == []
    assert list(shelf.transactions(TransactionRequest(root, (0,)))) == []
    assert list(shelf.transactions(TransactionRequest(strange, (0,)))) == []


def test_the_shelf_is_bounded_and_keeps_what_is_used() -> None:
    """Above its bytes the payload not used for longest goes; the newest always stays."""
    shelf = PayloadShelf(None, bytes_max=2_500)
    roots = [shelf.put(bytes([n]) * 1_000).manifest.root for n in range(2)]
    assert shelf.get(roots[0]) is not None
    shelf.put(b"\x09" * 1_000)
    assert shelf.get(roots[1]) is None
    assert shelf.get(roots[0]) is not None
    large = shelf.put(bytes(9_999)).manifest.root
    assert shelf.get(large) is not None
    assert shelf.get(roots[0]) is None


def test_a_payload_put_again_is_the_same() -> None:
    """Sending one payload to many peers hashes it once."""
    shelf = PayloadShelf(None)
    payload = bytes(1_000)
    assert shelf.put(payload) is shelf.put(bytes(1_000))
