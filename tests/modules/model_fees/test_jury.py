"""A doubted receipt before the chain's own verifier, wired as the chain wires it."""

from typing import Any

from chain.types.primitives import ZERO_ADDRESS, Hash32, Seconds, Wei
from modules.model_fees.machines import DISPUTES
from modules.model_fees.module import ModelFees
from modules.model_fees.records import DisputeState, ModelLimit, SessionTerms, UnitPrice
from modules.model_fees.typed import Opening, Receipt, Voucher
from modules.verification.module import Verification
from tests.modules.chain_of_five import MODEL, five, with_model
from tests.modules.model_fees.scene import PAYER, PAYER_KEY, PRICE_IN, signed, tree
from tests.modules.stage import COIN, Stage, account

PAYEE = 5  # the model's infrastructure
PAYER_NUMBER = int.from_bytes(PAYER, "big")
BLOCKS_MAX = 3_000  # until a claim without any juror is over


def call(stage: Stage, name: str, *values: Any, sender: int = PAYER_NUMBER, wei: int = 0) -> Any:
    """Call model fees."""
    return stage.call(ModelFees, name, *values, sender=sender, value_wei=wei)


def disputed(stage: Stage) -> tuple[int, Receipt]:
    """Open a channel, redeem one request and dispute it; return the number and the receipt."""
    call(stage, "bond_provider", sender=PAYEE, wei=10 * COIN)
    limit = ModelLimit(MODEL, (UnitPrice(Wei(10**24), 1),) * 2)
    expires_s = Seconds(stage.time_s + 10**6)
    terms = SessionTerms(account(PAYEE), (limit,), Wei(0), Seconds(0), expires_s, ZERO_ADDRESS)
    channel = call(stage, "open_channel", terms, wei=COIN)
    units = (100, 0, 0, 0, 0, 0)
    amount_wei = 100 * PRICE_IN
    receipt = Receipt(channel, 1, 0, 0, 1, 0, amount_wei, *units, Hash32(b"\1" * 32))
    root = tree([receipt])[-1][0]
    voucher = Voucher(channel, 1, 0, 1, 1, *units, amount_wei, root)
    call(stage, "redeem", voucher, signed(voucher, PAYER_KEY), sender=PAYEE)
    fee_wei = call(stage, "params").dispute_fee_wei
    number = call(stage, "dispute_meter", channel, 0, wei=fee_wei)
    stage.next_block()
    return number, receipt


def test_the_chains_verifier_takes_a_doubt_and_ends_it() -> None:
    """The jury hears of it, its ruling comes back, and stake, bond and lock find their owners."""
    stage = with_model(five())
    stage.host.mint(PAYER, Wei(100 * COIN))
    number, receipt = disputed(stage)
    samples = call(stage, "dispute_samples", number)
    openings = tuple(Opening(n, receipt, ()) for n in range(len(samples)))
    call(stage, "answer_dispute", number, openings, sender=PAYEE)
    stage.call(Verification, "deposit", sender=PAYER_NUMBER, value_wei=20 * COIN)
    claim = call(stage, "doubt_receipt", number, 0, Hash32(b"\xee" * 32))
    found = stage.call(Verification, "claim", claim)
    assert (ModelFees.address, number) == (found.asker, found.subject)
    assert DisputeState.JUDGED == call(stage, "dispute", number).state
    for _ in range(BLOCKS_MAX):
        stage.assembly.end_block(stage.host)
        stage._begin(1)
        if DISPUTES.is_terminal(call(stage, "dispute", number).state):
            break
    stage.check()
    assert DISPUTES.is_terminal(call(stage, "dispute", number).state)
    assert 0 == call(stage, "provider_bond", account(PAYEE)).locked_wei
