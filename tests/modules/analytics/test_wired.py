"""The book among all modules: fed by the markets as they are, and in nobody's way."""

from dataclasses import replace
from typing import Any

from chain.kit.assembly import own
from chain.kit.usage import Leg
from chain.types.primitives import Height
from modules import MODULES, WIRES
from modules.analytics.module import Analytics
from modules.analytics.records import Market
from modules.compute.module import Compute
from modules.compute.records import Capacity, Offer
from modules.mint.module import Mint
from tests.modules.chain_of_five import five
from tests.modules.compute.market import CLASS, MEMORY, PLAIN_JOB, SEAL, UNIT_WEI
from tests.modules.stage import COIN, Stage, account

PAYER, PROVIDER = 4, 5


def trading() -> Stage:
    """A chain with a provider of compute."""
    stage = five()
    declared = ("u", (MEMORY,), (Capacity(CLASS, 4),))
    stage.call(Compute, "register_provider", *declared, sender=PROVIDER, value_wei=50 * COIN)
    return stage


def job(stage: Stage, payer: int = PAYER, units: int = 3) -> int:
    """Have a job done and paid; return its number."""
    number: int = stage.call(Compute, "open_order", PLAIN_JOB, sender=payer, value_wei=2 * COIN)
    bid = stage.call(Compute, "place_bid", number, Offer(price_wei=UNIT_WEI), sender=PROVIDER)
    stage.call(Compute, "accept_bid", number, bid, sender=payer)
    stage.call(Compute, "start", number, sender=PROVIDER)
    stage.call(Compute, "submit_result", number, SEAL, units, sender=PROVIDER)
    return number


def ask(stage: Stage, name: str, *values: Any) -> Any:
    """Ask the book."""
    return stage.call(Analytics, name, *values)


def end_epoch(stage: Stage) -> None:
    """Let the running epoch end with this block."""
    book: Any = own(Analytics, stage.host)
    book.ends_at = stage.height
    stage.next_block()


def test_book_comes_behind_all_who_tell_and_before_the_mint() -> None:
    """Its epoch's end sees what the markets' ends did; its supply is that of the block before."""
    names = [module.name for module in MODULES]
    tellers = [name for name, needs in WIRES.items() if "usage" in needs]
    assert {"compute", "devices", "verification"} <= set(tellers)
    assert max(names.index(name) for name in tellers) < names.index("analytics")
    assert names.index("analytics") == names.index("mint") - 1


def test_every_market_that_tells_is_known_by_its_own_number() -> None:
    """A market that is wired to tell may tell, and no two are counted as one."""
    stage = five()
    known = own(Analytics, stage.host).markets  # type: ignore[attr-defined]
    by_name = {module.name: module.address for module in MODULES}
    tellers = [by_name[name] for name, needs in WIRES.items() if "usage" in needs]
    assert set(tellers) <= set(known)
    assert len(set(known.values())) == len(known)
    assert Market.ALL not in known.values()


def test_income_of_the_legs_is_what_was_charged() -> None:
    """To the wei, as the market itself counts it, and as the accounts got it."""
    stage = trading()
    before = stage.balance_wei(PROVIDER)
    for payer in (PAYER, PAYER, 6):
        job(stage, payer)
    revenue = stage.call(Compute, "revenue")
    assert 9 * UNIT_WEI == revenue.gross_wei == ask(stage, "charged", Market.COMPUTE)
    legs = [ask(stage, "revenue", Market.COMPUTE, leg) for leg in Leg]
    assert sum(legs) == revenue.gross_wei
    assert stage.balance_wei(PROVIDER) - before == legs[Leg.SUPPLIER]
    assert revenue.burned_wei == legs[Leg.BURNED]
    tally = ask(stage, "market_totals", Market.COMPUTE)
    assert (3, 3, 2) == (tally.payments, tally.uses, tally.payers)
    assert revenue.refunded_wei == tally.refunded_wei
    stage.next_block()


def test_epoch_pulls_supply_and_utilisation_from_the_modules() -> None:
    """Minted and burned are the mint's difference; slots are the compute market's."""
    stage = trading()
    for _ in range(3):
        stage.next_block()
    job(stage)
    number = stage.call(Compute, "open_order", PLAIN_JOB, sender=PAYER, value_wei=2 * COIN)
    bid = stage.call(Compute, "place_bid", number, Offer(price_wei=UNIT_WEI), sender=PROVIDER)
    stage.call(Compute, "accept_bid", number, bid, sender=PAYER)
    stage.next_block()
    minted_wei, burned_wei = stage.call(Mint, "minted"), stage.call(Mint, "burned")
    end_epoch(stage)
    found = ask(stage, "epoch", 1).epoch
    assert (minted_wei, burned_wei) == (found.minted_wei, found.burned_wei)
    assert burned_wei > 0 and minted_wei > 0
    assert (1, 4) == (found.slots_busy, found.slots_declared)
    assert 2_500 == ask(stage, "utilisation", 1).compute_bps
    end_epoch(stage)
    assert 0 == ask(stage, "epoch", 2).epoch.burned_wei


def test_paused_book_stops_no_market_and_counts_nothing() -> None:
    """Jobs are paid while it stands still; what it missed it does not make up."""
    stage = trading()
    job(stage)
    book: Any = own(Analytics, stage.host)
    book.set_paused(True)
    before = stage.balance_wei(PROVIDER)
    job(stage)
    assert stage.balance_wei(PROVIDER) > before
    stage.assembly.end_block(stage.host)
    assert not any(own(module, stage.host).is_paused for module in MODULES if module != Analytics)
    book.set_paused(False)
    assert 1 == ask(stage, "market_totals", Market.COMPUTE).payments
    job(stage)
    assert 2 == ask(stage, "market_totals", Market.COMPUTE).payments


def test_full_counter_stops_no_market() -> None:
    """A market that moved more than a counter holds goes on uncounted."""
    stage = trading()
    book: Any = own(Analytics, stage.host)
    book.counters[Market.COMPUTE, 1] = 2**256 - 1
    job(stage)
    assert 3 * UNIT_WEI == stage.call(Compute, "revenue").gross_wei
    tally = ask(stage, "market_totals", Market.COMPUTE)
    assert (0, 0, 0) == (tally.payments, tally.payers, tally.burned_wei)
    assert 0 == book.marks[account(PAYER)] == ask(stage, "totals").payers
    assert 1 == tally.refunds


def test_parameter_is_governed() -> None:
    """The length of epochs is in the book of parameters, within its bounds."""
    stage = five()
    book: Any = own(Analytics, stage.host)
    wanted = replace(book.settings, epoch_blocks=Height(100_000))
    assert wanted.objection() is None
    assert replace(wanted, epoch_blocks=Height(9)).objection() is not None
