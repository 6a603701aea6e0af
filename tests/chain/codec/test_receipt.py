"""Receipts, logs and blooms against py-evm's."""

import pytest
from eth.rlp.logs import Log as StockLog
from eth.rlp.receipts import Receipt as StockReceipt
from hypothesis import given
from hypothesis import strategies as st

from chain.codec import (
    compute_bloom,
    decode_logs,
    decode_receipt,
    encode_receipt,
    is_in_bloom,
    merge_blooms,
    rlp,
)
from chain.errors import Malformed
from chain.types.primitives import Address, Gas, Hash32, Wei
from chain.types.receipt import Log, Receipt

logs = st.lists(
    st.builds(
        lambda address, topics, data: Log(Address(address), tuple(map(Hash32, topics)), data),
        st.binary(min_size=20, max_size=20),
        st.lists(st.binary(min_size=32, max_size=32), max_size=4),
        st.binary(max_size=40),
    ),
    max_size=4,
)


def make(entries: list[Log], kind: int) -> Receipt:
    """Return a receipt with these logs."""
    return Receipt(
        type=kind,
        status=1,
        cumulative_gas_used=Gas(70_000),
        logs_bloom=compute_bloom(entries),
        logs=tuple(entries),
        gas_used=Gas(50_000),
        effective_gas_price_wei=Wei(7),
        contract_address=None,
    )


@given(logs)
def test_encoding_and_bloom_equal_py_evms(entries: list[Log]) -> None:
    """py-evm computes the same bloom and the same bytes."""
    stock_logs = [
        StockLog(
            address=log.address,
            topics=[int.from_bytes(topic, "big") for topic in log.topics],
            data=log.data,
        )
        for log in entries
    ]
    stock = StockReceipt(state_root=b"\x01", gas_used=70_000, logs=stock_logs)
    receipt = make(entries, 0)
    assert stock.bloom.to_bytes(256, "big") == receipt.logs_bloom
    assert StockReceipt.serialize(stock) is not None
    assert rlp.encode(_raw(StockReceipt.serialize(stock))) == encode_receipt(receipt)


def _raw(item: object) -> rlp.Encodable:
    """Turn tuples into lists of bytes."""
    return [_raw(entry) for entry in item] if isinstance(item, list | tuple) else item  # type: ignore[return-value]


@given(logs, st.sampled_from([0, 1, 2, 4]))
def test_receipts_survive_the_round_trip(entries: list[Log], kind: int) -> None:
    """Decoding gives back what was encoded, with the type in front where there is one."""
    receipt = make(entries, kind)
    raw = encode_receipt(receipt)
    assert (raw[0] == kind) is (kind != 0)
    decoded = decode_receipt(
        raw, gas_used=Gas(50_000), effective_gas_price_wei=Wei(7), contract_address=None
    )
    assert receipt == decoded
    assert receipt.logs == decode_logs(raw)


@given(logs, logs)
def test_a_bloom_holds_every_address_and_topic(first: list[Log], second: list[Log]) -> None:
    """Nothing that was logged is ever reported absent, and merging is the union."""
    bloom = merge_blooms([compute_bloom(first), compute_bloom(second)])
    assert compute_bloom([*first, *second]) == bloom
    for log in [*first, *second]:
        assert all(is_in_bloom(bloom, entry) for entry in (log.address, *log.topics))
    assert not is_in_bloom(bytes(256), b"anything")


@pytest.mark.parametrize("raw", [b"", b"\xc0", rlp.encode([b"\x02", b"", bytes(256), []])])
def test_malformed_receipts_are_refused(raw: bytes) -> None:
    """A receipt that is cut, short of fields or of an unknown status is Malformed."""
    with pytest.raises(Malformed):
        decode_receipt(raw, gas_used=Gas(0), effective_gas_price_wei=Wei(0), contract_address=None)


def test_a_log_has_four_topics_at_most() -> None:
    """Five topics are no log of the machine's."""
    log = [bytes(20), [bytes(32)] * 5, b""]
    raw = rlp.encode([b"\x01", b"", bytes(256), [log]])
    with pytest.raises(Malformed, match="at most 4, found 5"):
        decode_receipt(raw, gas_used=Gas(0), effective_gas_price_wei=Wei(0), contract_address=None)
