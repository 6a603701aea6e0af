"""What is known of signers decides how long a block takes and not one bit of it."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec import decode_block
from chain.codec.signature import sign_digest
from chain.kit import signatures
from chain.kit.lookahead import Lookahead, signed_by
from chain.kit.module import method_named
from chain.kit.record import topic_of
from chain.kit.signatures import KNOWN
from chain.kit.typed_data import typed_digest
from chain.types.block import CommittedBlock
from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Height, Seconds, Wei
from modules.model_fees import batches
from modules.model_fees.batches import compact
from modules.model_fees.events import VoucherRefused
from modules.model_fees.module import ModelFees
from modules.model_fees.records import (
    ModelLimit,
    Prices,
    RevenueSplit,
    SessionTerms,
    UnitPrice,
)
from modules.model_fees.typed import DOMAIN, Voucher
from tests.chain.kit.test_lookahead import Now
from tests.chain.stage import CHAIN_ID, COIN_WEI, GENESIS_S, USER_KEYS, USERS, Chain

PAYER, PAYEE, STRANGER = 0, 1, 2
CHANNELS = 3
MODEL = "guild/translator"


class Draft(NamedTuple):
    """A voucher and who signs it; `flaw` breaks its signature."""

    channel: int
    lane: int
    epoch: int
    step: int  # of nonce and units, from the round's
    signer: int
    flaw: str


drafts = st.builds(
    Draft,
    st.integers(1, CHANNELS + 1),
    st.sampled_from([0, 0, 0, 1, 9]),
    st.sampled_from([1, 1, 1, 1, 2]),
    st.integers(0, 3),
    st.sampled_from([PAYER, PAYER, PAYER, STRANGER]),
    st.sampled_from(["", "", "", "zeros", "high", "other"]),
)


def packed(draft: Draft, round_: int) -> bytes:
    """Return a voucher as a batch takes it."""
    count = 10 * round_ + draft.step
    units = (count, count, 0, 0, 0, 0)
    amount_wei = count * (10**9 + 3 * 10**9)
    root = Hash32(count.to_bytes(32, "big"))
    numbers = (draft.channel, draft.epoch, draft.lane, count, count, *units, amount_wei)
    voucher = Voucher(*numbers, root)
    digest = typed_digest(DOMAIN, voucher, CHAIN_ID, ModelFees.address)
    y_parity, r, s = sign_digest(USER_KEYS[draft.signer], digest)
    found = compact(voucher, r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,)))
    flawed = {"zeros": bytes(64), "high": found[-64:-32] + b"\x7f" * 32, "other": b"\1" * 64}
    return found[:-64] + flawed.get(draft.flaw, found[-64:])


def forget() -> None:
    """Make this process one that has seen nothing."""
    KNOWN.forget()
    batches.forget()


class Pair:
    """Two nodes of one chain: one finds signers when it must, the other ahead."""

    def __init__(self) -> None:
        self.round = 0
        self.late, self.early = Chain(), Chain()
        for chain in (self.late, self.early):
            self._open(chain)
        modules = self.early.assembly.by_address
        self.ahead = Lookahead(modules, CHAIN_ID, Now(1))

    def _open(self, chain: Chain) -> None:
        prices = Prices(Wei(10**9), Wei(3 * 10**9))
        split = RevenueSplit(USERS[PAYEE], Bps(5_000), Bps(4_000), Bps(1_000))
        chain.call(PAYEE, ModelFees, "register_model", MODEL, "", prices, split)
        chain.call(PAYEE, ModelFees, "activate_model", MODEL)
        chain.call(PAYEE, ModelFees, "bond_provider", value_wei=100 * COIN_WEI)
        limit = ModelLimit(MODEL, (UnitPrice(Wei(10**24), 1),) * 2)
        ends_s = Seconds(GENESIS_S + 1_000_000)
        terms = SessionTerms(USERS[PAYEE], (limit,), Wei(0), Seconds(0), ends_s, ZERO_ADDRESS)
        for _ in range(CHANNELS):
            receipt = chain.call(PAYER, ModelFees, "open_channel", terms, value_wei=COIN_WEI)
            assert receipt.status == 1

    def redeem(
        self, chain: Chain, batch: bytes, gas: int, ahead: Sequence[int] | None
    ) -> CommittedBlock:
        """Redeem a batch on one of the nodes; `ahead`: whose places in it are known before."""
        method = method_named(ModelFees, "redeem_batch")
        assert method is not None
        data = method.encode_call(batch)
        forget()
        if ahead is not None:
            signed = signed_by(ModelFees, CHAIN_ID, data)
            known = [signed[place] for place in ahead if place < len(signed)]
            KNOWN.put(known, signatures.recover_each(known))
        chain.send(PAYEE, ModelFees.address, data=data, gas=gas)
        return chain.block()


PAIR: list[Pair] = []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(drafts, min_size=1, max_size=20),
    st.lists(st.integers(0, 19), max_size=20),
    st.sampled_from([3_000_000, 3_000_000, 250_000]),
)
def test_blocks_are_the_same_with_and_without(
    found: list[Draft], ahead: list[int], gas: int
) -> None:
    """State, events, refusals in their order and gas: the same block, out of gas too."""
    if not PAIR:
        PAIR.append(Pair())
    pair = PAIR[0]
    pair.round += 1
    batch = b"".join(packed(draft, pair.round) for draft in found)
    late = pair.redeem(pair.late, batch, gas, None)
    early = pair.redeem(pair.early, batch, gas, ahead)
    assert late.receipts == early.receipts
    assert late.header.hash == early.header.hash


def test_a_waiting_transaction_is_executed_without_recovery(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was looked at when it was admitted is not recovered while its block is made."""
    pair = Pair()
    chain, ahead = pair.early, pair.ahead
    chain.pool.on_pending = lambda checked: ahead.note(checked.transaction)
    good = Draft(1, 0, 1, 1, PAYER, "")
    batch = b"".join(packed(good._replace(channel=n), 1) for n in range(1, CHANNELS + 2))
    method = method_named(ModelFees, "redeem_batch")
    assert method is not None
    forget()
    tx_hash = chain.send(PAYEE, ModelFees.address, data=method.encode_call(batch))
    asked: list[bytes] = []
    monkeypatch.setattr(signatures, "_recover_compact", lambda *item: asked.append(item[0]))
    chain.block()
    receipt = chain.receipt(tx_hash)
    assert (1, []) == (receipt.status, asked)
    assert 1 == sum(log.topics[0] == topic_of(VoucherRefused) for log in receipt.logs)


def test_a_proposal_is_looked_at_from_its_end() -> None:
    """Of a block from elsewhere only what never waited here is looked at, the last one first."""
    proposer, checker = Chain(), Chain()
    waited, *unseen = [proposer.sign(user, USERS[9], 1, gas=21_000) for user in range(4)]
    for raw in (waited, *unseen):
        proposer.pool.submit(raw)
    checker.pool.submit(waited)
    looked: list[bytes] = []
    checker.app._look_ahead = lambda transaction: looked.append(transaction.raw)
    block_id, payload = proposer.propose()
    checker.app.validate(Height(1), block_id, payload)
    assert sorted(unseen) == sorted(looked)
    order = [item.raw for item in decode_block(payload)[1] if item.raw in unseen]
    assert order[::-1] == looked
