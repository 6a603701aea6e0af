"""What the market and rule pages say, held against the chain's own views."""

import csv
from collections.abc import Callable
from typing import Any, Final

import pytest

from modules.analytics.records import Market
from tests.explorer.browser import Reader
from tests.explorer.market_day import MarketDay

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]

COIN: Final = 10**18


def rows_of(reader: Reader, caption: str) -> list[str]:
    """Return the rows of the table with a caption, each as one line."""
    table = reader.page.get_by_role("table", name=caption, exact=True)
    return [" ".join(text.split()) for text in table.locator("tbody tr").all_inner_texts()]


def fact(reader: Reader, term: str) -> str:
    """Return what stands for a term, in one line."""
    found = reader.page.locator("dl > div").filter(
        has=reader.page.locator("dt").get_by_text(term, exact=True)
    )
    return " ".join(found.first.locator("dd").inner_text().split())


def test_validators_are_shown_with_stake_and_uptime(
    day: MarketDay, visit: Callable[..., Reader]
) -> None:
    """The strongest first; a validator's page has its delegators, its votes and its history."""
    reader = visit()
    reader.open("/validators")
    assert rows_of(reader, "All validators")[0].startswith("validator deciding 1,430 KUM 99.")
    reader.open(f"/validators/{day.address('validator')}")
    assert any("280 KUM" in row for row in rows_of(reader, "Who stands behind it"))
    info = day.view("slashing", "signing_info", day.account("validator"))
    assert f"{info.missed_blocks} of the last {info.window_blocks}" == fact(reader, "Missed blocks")
    assert 5 == len(rows_of(reader, "Its votes on proposals"))
    assert rows_of(reader, "History"), "delegations are part of it"


def test_a_proposal_says_what_it_changes(day: MarketDay, visit: Callable[..., Reader]) -> None:
    """The parameter with its meaning, from the old value to the new one, and until when to vote."""
    reader = visit()
    reader.open(f"/governance/{day.fee_proposal}")
    (row,) = rows_of(reader, "What it changes")
    assert "model_fees.protocol_fee_bps" in row and row.endswith("2.5% 2%")
    assert "(in 23 hours)" in fact(reader, "Ends")
    assert "33.4% are needed" in fact(reader, "Quorum")


def test_a_list_has_no_page_behind_its_last(day: MarketDay, visit: Callable[..., Reader]) -> None:
    """Whoever follows an old link sees entries, not that there are none."""
    reader = visit()
    reader.open("/governance?page=9")
    assert day.view("governance", "proposal_count") == len(rows_of(reader, "All proposals"))


def test_a_parameter_has_its_history_and_what_comes(
    day: MarketDay, visit: Callable[..., Reader]
) -> None:
    """Every value it had with the proposal that changed it, and the changes that are under way."""
    reader = visit()
    reader.open("/parameters/governance.voting_period_s")
    (change,) = rows_of(reader, "History")
    assert change.endswith("4 seconds 1 day 5")
    assert "1 second \u2013 1 month" == fact(reader, "Bounds")
    page = reader.open("/parameters")
    (pending,) = rows_of(reader, "Changes on their way")
    assert pending.startswith(f"model_fees.protocol_fee_bps 2.5% 2% {day.fee_proposal} voting")
    page.get_by_role("searchbox", name="Show parameters").fill("guardian")
    assert all("guardian" in row for row in rows_of(reader, "Governance"))


def test_a_lease_is_shown_with_its_meter(day: MarketDay, visit: Callable[..., Reader]) -> None:
    """State, timeline with reasons, the bid that won, and until which block it is funded."""
    reader = visit()
    reader.open("/compute/1")
    assert "running" == fact(reader, "State")
    steps = rows_of(reader, "Timeline")
    assert ["the provider started", "its owner chose a bid", "opened by its owner"] == [
        step.split(maxsplit=2)[2].removeprefix("bids ") for step in steps
    ]
    assert "won 0.001 KUM a block 1 KUM" in rows_of(reader, "Bids")[0]
    lease = day.view("compute", "lease", 1)
    assert fact(reader, "Funded until block").startswith(f"{lease.depletes_at:,}")
    reader.open(f"/compute/provider/{day.address('lessor')}")
    assert ["gpu 3"] == rows_of(reader, "What it offers"), "one of four is taken"
    assert "tokyo" == fact(reader, "region")


def test_data_is_shown_with_offers_and_licences(
    day: MarketDay, visit: Callable[..., Reader]
) -> None:
    """Price, term and royalty of each offer, what was sold, and what the owner can claim."""
    reader = visit()
    reader.open("/data/1")
    offers = rows_of(reader, "Offers")
    assert "1 for ever open 1 KUM 0 KUM for ever 20% 1" == offers[0]
    assert "2 rental open 0.5 KUM 1 KUM 1 day \u2013 1" == offers[1]
    assert 2 == len(rows_of(reader, "Newest licences"))
    claimable_wei = day.view("licensing", "vault", 1).claimable_wei
    assert f"{claimable_wei / COIN:g} KUM" == fact(reader, "The owner can claim")
    reader.open("/data/licence/2")
    assert 1 == len(rows_of(reader, "Uses that were noted"))


def test_a_model_has_its_prices_of_now_and_later(
    day: MarketDay, visit: Callable[..., Reader]
) -> None:
    """The list in force, the one that is announced, and where its income went, to the wei."""
    reader = visit()
    page = reader.open("/models/haiku-7b")
    later, now = rows_of(reader, "Price lists")
    assert later.startswith("2 announced") and later.endswith("0.000002 KUM 0.00002 KUM")
    assert now.startswith("1 in force") and now.endswith("0.000001 KUM 0.00001 KUM")
    charged = page.locator("dl > div").filter(has_text="Charged").locator("data").first
    assert str(day.view("model_fees", "usage", "haiku-7b").charged_wei) == charged.get_attribute(
        "value"
    )


def test_a_device_is_shown_with_what_it_does(day: MarketDay, visit: Callable[..., Reader]) -> None:
    """Class, bond and price, the beats of the epoch, and what happened to it."""
    reader = visit()
    reader.open("/devices/1")
    assert "GPU" == fact(reader, "Class")
    assert "105 KUM / 100 KUM" == fact(reader, "Bond"), "more than it needs, and what it needs"
    standing = day.view("devices", "device", 1).standing
    assert (standing.bond_wei, standing.required_wei) == (105 * COIN, 100 * COIN)
    assert any("0.02 KUM" in row for row in rows_of(reader, "History")), "service was paid for"
    reader.open("/devices")
    assert 2 == len(rows_of(reader, "Devices"))


def test_a_route_is_shown_with_limits_and_packets(
    day: MarketDay, visit: Callable[..., Reader]
) -> None:
    """How much may come out of it, how fast that refills, and what is on its way."""
    reader = visit()
    reader.open("/bridge/1")
    coin, voucher = rows_of(reader, "What travels on it")
    assert coin.startswith("Kumiai (KUM) here") and "1.5 KUM" in coin and "1 KUM a second" in coin
    assert voucher.startswith("Dollar (USD) there") and "100 / 100 1 a second" in voucher
    (packet,) = rows_of(reader, "Packets sent")
    assert "under way 0.1 KUM" in packet


def test_a_dispute_is_shown_with_phase_and_deadline(
    day: MarketDay, visit: Callable[..., Reader]
) -> None:
    """Who challenged, before whom, and at which block the phase ends."""
    reader = visit()
    reader.open("/verification/1")
    assert "taking evidence" == fact(reader, "Phase")
    deadline = day.view("verification", "standing", 1).deadline
    assert fact(reader, "Phase ends at block").startswith(f"{deadline:,}")
    assert rows_of(reader, "Rounds")[0].startswith("1 by a jury")


def test_figures_are_those_of_the_chain(
    day: MarketDay, visit: Callable[..., Reader], tmp_path: Any
) -> None:
    """The totals, the table under each plot, and the file for a spreadsheet say the same."""
    sold_in = day.view("analytics", "current_epoch").number
    day.wait_for(lambda: day.view("analytics", "current_epoch").number > sold_in)
    reader = visit()
    page = reader.open("/figures?market=models")
    tally = day.view("analytics", "market_totals", Market.MODELS)
    assert str(tally.payments) == fact(reader, "Payments")
    page.get_by_text("as a table").first.click()
    uses = page.locator("figure tbody").first.locator("td:last-child").all_inner_texts()
    assert tally.uses == sum(int(use.replace(",", "")) for use in uses)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download as CSV").click()
    caught.value.save_as(tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert tally.payments == sum(int(row["payments"]) for row in rows)
    assert "kumiai-models.csv" == caught.value.suggested_filename
