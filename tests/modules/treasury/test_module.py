"""The community pool: anyone pays in, only governance pays out."""

import pytest

from chain.errors import Malformed
from chain.kit.host import CallInfo
from chain.kit.module import InsufficientCoins, Paused, Unauthorized
from chain.types.primitives import ZERO_ADDRESS, Bps, Wei
from modules.governance.module import Governance
from modules.treasury.module import (
    PURPOSE_BYTES_MAX,
    Funded,
    NothingToMove,
    PurposeTooLong,
    RecipientMissing,
    Spent,
    Treasury,
    TreasuryGenesis,
    TreasuryParams,
)
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, Stage, account


@pytest.fixture
def stage() -> Stage:
    """A chain whose treasury holds five coins."""
    stage = five()
    stage.call(Treasury, "fund", sender=2, value_wei=5 * COIN)
    return stage


def spend(stage: Stage, number: int, amount_wei: int, purpose: str = "grant") -> None:
    """Pay out as governance does: as a peer."""
    Treasury(stage.host, CallInfo(Governance.address)).spend(
        account(number) if number else ZERO_ADDRESS, Wei(amount_wei), purpose
    )


def test_anyone_may_fund_the_pool(stage: Stage) -> None:
    """Gifts are in the pool and have an event."""
    assert stage.logged(Funded(account(2), Wei(5 * COIN)))
    assert 5 * COIN == stage.call(Treasury, "balance")
    with stage.refuses(NothingToMove):
        stage.call(Treasury, "fund", sender=2)


def test_spending_pays_and_stays_on_record(stage: Stage) -> None:
    """What is paid out is known by recipient, amount, purpose and time."""
    before_wei = stage.balance_wei(6)
    spend(stage, 6, 2 * COIN)
    assert before_wei + 2 * COIN == stage.balance_wei(6)
    assert stage.logged(Spent(account(6), Wei(2 * COIN), "grant"))
    (entry,) = stage.call(Treasury, "spendings", 0, 9)
    assert (account(6), 2 * COIN, "grant") == (entry.recipient, entry.amount_wei, entry.purpose)
    assert 2 * COIN == stage.call(Treasury, "spent_total")
    assert 5 * COIN == stage.call(Treasury, "received_total")
    stage.check()


def test_nobody_but_governance_spends(stage: Stage) -> None:
    """A person cannot spend, whoever they are."""
    with stage.refuses(Unauthorized):
        stage.call(Treasury, "spend", account(6), Wei(1), "mine", sender=6)


def test_unsound_spendings_are_refused(stage: Stage) -> None:
    """Each rule of spending is refused by its own name."""
    with stage.refuses(InsufficientCoins):
        spend(stage, 6, 5 * COIN + 1)
    with stage.refuses(NothingToMove):
        spend(stage, 6, 0)
    with stage.refuses(RecipientMissing):
        spend(stage, 0, 1)
    with stage.refuses(PurposeTooLong):
        spend(stage, 6, 1, "p" * (PURPOSE_BYTES_MAX + 1))


def test_paused_treasury_pays_nobody(stage: Stage) -> None:
    """A pause holds for other modules too, which do not pass the dispatcher."""
    Treasury(stage.host, CallInfo(Treasury.address)).set_paused(True)
    with stage.refuses(Paused):
        spend(stage, 6, 1)


def test_genesis_parameters_keep_their_bounds() -> None:
    """More than the whole base fee cannot be burned."""
    stage = five()
    assert TreasuryParams() == stage.call(Treasury, "params")
    treasury = Treasury(stage.host, CallInfo(Treasury.address))
    with pytest.raises(Malformed):
        treasury.genesis(TreasuryGenesis(TreasuryParams(base_fee_burn_bps=Bps(10_001))))
