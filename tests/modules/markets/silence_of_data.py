"""
How data, models and subjects end when nobody acts, and whoever owns something takes it.

    channels, disputes, cases: over by themselves --owners alone--> accounts are paid, empty
"""

from typing import Any

from chain.errors import ChainError
from chain.kit.assembly import own
from chain.kit.module import Module
from chain.types.primitives import Wei
from modules.identity.machines import HOLDING
from modules.identity.module import Identity
from modules.licensing.annotation_records import TaskState
from modules.licensing.machines import LIVE
from modules.licensing.module import Licensing
from modules.licensing.records import AssetState, CaseState, LicenceState
from modules.model_fees.machines import CHANNELS, DISPUTES
from modules.model_fees.module import ModelFees
from modules.model_fees.payout import HELD_S_MAX
from tests.modules.markets.crowd import number_of
from tests.modules.markets.market_town import MarketTown
from tests.modules.model_fees.scene import NOBODY, PAYEE, PAYER

DAY_S = 86_400
MODELS_MAX = 50  # of a town
MEMBERS_MAX = 100  # annotators of one task of a town
DAYS = 8  # longer than every wait that is counted in seconds


def open_channels(town: MarketTown) -> list[int]:
    """Return the channels that are not over."""
    numbers = range(1, town.call(ModelFees, "channel_total") + 1)
    states = {n: town.call(ModelFees, "channel", n).state for n in numbers}
    return [n for n in numbers if not CHANNELS.is_terminal(states[n])]


def open_disputes(town: MarketTown) -> list[int]:
    """Return the disputes about meters that are not over."""
    numbers = range(1, town.call(ModelFees, "dispute_total") + 1)
    states = {n: town.call(ModelFees, "dispute", n).state for n in numbers}
    return [n for n in numbers if not DISPUTES.is_terminal(states[n])]


def open_cases(town: MarketTown) -> list[int]:
    """Return the cases about data that are not ruled."""
    page: Any = own(Licensing, town.host)
    numbers = range(1, page.case_count + 1)
    return [n for n in numbers if page.cases[n].state == CaseState.OPEN]


def attempt(
    town: MarketTown, module: type[Module], name: str, *values: Any, sender: int, value_wei: int = 0
) -> None:
    """Make a call that may find nothing to do."""
    try:
        town.call(module, name, *values, sender=sender, value_wei=value_wei)
    except ChainError:
        return


def data_owners_leave(town: MarketTown) -> None:
    """Let owners retire their data, claim its income and leave nothing behind."""
    page: Any = own(Licensing, town.host)
    town.blocks(1, seconds=DAY_S)
    for asset in range(1, page.asset_count + 1):
        for name in ("clear_tag", "retire_asset"):
            attempt(town, Licensing, name, asset, sender=number_of(page.assets[asset].owner))
    for _ in range(DAYS):
        town.blocks(1, seconds=DAY_S)
    for licence in range(1, page.licence_count + 1):
        attempt(town, Licensing, "settle", licence, sender=NOBODY)
        state = page.licences[licence].state
        assert state != LicenceState.PENDING
        assert state not in LIVE or page.periods[licence].ends_at == 0, (licence, state.name)
    for asset in range(1, page.asset_count + 1):
        assert page.assets[asset].state == AssetState.RETIRED, asset
        attempt(town, Licensing, "claim_vault", asset, sender=NOBODY)
    annotators_leave(town)
    assert town.host.balance_wei(Licensing.address) == 0


def annotators_leave(town: MarketTown) -> None:
    """Let everybody who joined a task take its bond; all tasks are closed by then."""
    page: Any = own(Licensing, town.host)
    for task in range(1, page.task_count + 1):
        assert page.tasks[task].state == TaskState.CLOSED, task
        for annotator in list(page.members_of[task].page(0, MEMBERS_MAX)):
            town.call(Licensing, "leave_task", task, sender=number_of(annotator))


def model_owners_leave(town: MarketTown) -> None:
    """Let the payer have its fund back and the payee its bond; incomes are paid on."""
    fees: Any = own(ModelFees, town.host)
    attempt(town, ModelFees, "unlock_tickets", sender=number_of(PAYER))
    attempt(town, ModelFees, "unbond_provider", Wei(fees.bonds_wei), sender=number_of(PAYEE))
    for model in town.call(ModelFees, "models", 0, MODELS_MAX):
        attempt(town, ModelFees, "distribute", model.model_id, sender=NOBODY)
    town.blocks(2, seconds=DAY_S)
    data_income_ends(town)
    assert town.host.balance_wei(ModelFees.address) == 0, vars(fees)


def data_income_ends(town: MarketTown) -> None:
    """Let what waits for an asset's vault go there, or to the treasury after its time."""
    assets = range(1, own(Licensing, town.host).asset_count + 1)
    for _ in range(2):
        for asset in assets:
            attempt(town, ModelFees, "release_data", asset, sender=NOBODY)
        if any(town.call(ModelFees, "held_for_data", asset) for asset in assets):
            town.blocks(1, seconds=HELD_S_MAX)


def subjects_leave(town: MarketTown) -> None:
    """Let the issuer resign and every subject leave, each with its bond."""
    page: Any = own(Identity, town.host)
    for number in range(1, page.issuer_count + 1):
        if page.issuers[number].state in HOLDING:
            key = number_of(page.issuers[number].key)
            attempt(town, Identity, "resign_issuer", number, sender=key)
    for number in range(1, page.subject_count + 1):
        speaker = number_of(page.subjects[number].controller)
        attempt(town, Identity, "deactivate", number, sender=speaker)
    town.blocks(10)
    assert town.host.balance_wei(Identity.address) == 0
