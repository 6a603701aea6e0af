"""The book under the real virtual machine: what it costs, and that it is never half told."""

import pytest

from chain.kit.module import method_named
from chain.types.primitives import Hash32
from modules.analytics.module import Analytics
from modules.analytics.records import Market
from modules.compute import escrow, settlement
from modules.compute.module import Compute
from modules.compute.records import Capacity, Offer
from tests.chain.stage import COIN_WEI, Chain
from tests.modules.compute.market import CLASS, MEMORY, PLAIN_JOB, SEAL, UNIT_WEI

PAYER, PROVIDER = 4, 5


def trading() -> Chain:
    """A chain with a provider of compute."""
    chain = Chain()
    declared = ("u", (MEMORY,), (Capacity(CLASS, 4),))
    call(chain, PROVIDER, "register_provider", *declared, value_wei=50 * COIN_WEI)
    return chain


def call(chain: Chain, user: int, name: str, *values: object, value_wei: int = 0) -> int:
    """Call the market; return the gas it took."""
    receipt = chain.call(user, Compute, name, *values, value_wei=value_wei)
    assert 1 == receipt.status
    return receipt.gas_used


def begun(chain: Chain) -> int:
    """Bring a job under way; return its number."""
    call(chain, PAYER, "open_order", PLAIN_JOB, value_wei=2 * COIN_WEI)
    number: int = chain.view(Compute, "order_total")
    call(chain, PROVIDER, "place_bid", number, Offer(price_wei=UNIT_WEI))
    call(chain, PAYER, "accept_bid", number, chain.view(Compute, "open_bids_on", number)[0])
    call(chain, PROVIDER, "start", number)
    return number


def counted(chain: Chain) -> tuple[int, int]:
    """Return what the market and the book say was paid."""
    charged = chain.view(Analytics, "charged", Market.COMPUTE)
    return chain.view(Compute, "revenue").gross_wei, charged


def test_payment_is_counted_or_refused_whole_at_every_gas_limit() -> None:
    """GHSA-mjfq-3qr2-6g84: gas that ends in the middle of a note undoes payment and note alike."""
    chain = trading()
    call(chain, PROVIDER, "submit_result", begun(chain), SEAL, 3)
    number = begun(chain)
    assert (3 * UNIT_WEI, 3 * UNIT_WEI) == counted(chain)
    submit = method_named(Compute, "submit_result")
    assert submit is not None
    data = submit.encode_call(number, Hash32(SEAL), 3)
    limits = range(300_000, 480_000, 6_000)  # one after the other, in one block
    sent = [chain.send(PROVIDER, Compute.address, 0, data, gas=gas) for gas in limits]
    chain.block()
    statuses = [chain.receipt(item).status for item in sent]
    first = statuses.index(1)
    assert first > 3 and sum(statuses) == 1
    assert (6 * UNIT_WEI, 6 * UNIT_WEI) == counted(chain)
    tally = chain.view(Analytics, "market_totals", Market.COMPUTE)
    assert (2, 2, 2, 1) == (tally.payments, tally.uses, tally.refunds, tally.payers)


def test_note_costs_little_of_a_payment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the words are, counting a job and its refund takes a thirteenth of its last call."""
    told, untold = trading(), trading()
    for chain in (told, untold):
        call(chain, PROVIDER, "submit_result", begun(chain), SEAL, 3)
    with_notes = call(told, PROVIDER, "submit_result", begun(told), SEAL, 3)
    for file in (settlement, escrow):
        monkeypatch.setattr(file, "tell", lambda market, note: None)
    without = call(untold, PROVIDER, "submit_result", begun(untold), SEAL, 3)
    assert 0 < with_notes - without < 32_000
    assert (with_notes - without) * 13 < with_notes
