"""An account's income statement in the explorer is what the stories' own books say, to the wei."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.explorer.browser import Reader
from tests.explorer.conftest import faults_found_by_axe, shoot
from tests.explorer.town import Town
from tests.stories.books import FEES

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]

GIFT_WEI = 10**15 + 1
# What a person of the stories is called in a statement of theirs.
ROLES = {
    "tenant": "Buyer of compute",
    "lessor": "Provider of compute",
    "collector": "Data owner",
    "author": "Author or server of models",
    "reader": "Caller of models",
}


def read_statement(reader: Reader, address: str) -> Any:
    """Have a statement added up over all blocks; return it as the page shows it."""
    page = reader.open(f"/account/{address}")
    page.select_option(".controls select", "Infinity")
    page.click(".controls button")
    page.wait_for_selector(".statement .check")
    return page.locator(".statement")


def wei_in(row: Any) -> list[int]:
    """The amounts of a row, in wei."""
    return [
        int(found) for found in row.locator("data").evaluate_all("all => all.map(d => d.value)")
    ]


def test_statements_are_those_of_the_books(town: Town, read: Callable[..., Reader]) -> None:
    """What came and went of everybody in the stories, and the balance agrees with it."""
    reader = read()
    extra = town.extra_income_wei
    for name, statement in town.statements.items():
        if name not in {*ROLES, "friend", "backup", "tuner", "host"}:
            continue
        shown = read_statement(reader, town.address(name))
        came, went, net = wei_in(shown.locator("tr.total"))
        assert came == sum(statement.income_wei.values()) + extra.get(name, 0), name
        assert went == sum(statement.spending_wei.values()), name
        assert net == came - went
        assert "agrees to the wei" in shown.locator(".check").inner_text(), name
        fees = shown.locator("tr.line", has_text="transaction fees")
        assert [statement.spending_wei[FEES]] == wei_in(fees), name


def test_coins_sent_as_a_token_count(town: Town, read: Callable[..., Reader]) -> None:
    """A transfer by the token's contract is income as any other, and the balance agrees."""
    town.send("passer", "token", "transfer", town.address("villain"), GIFT_WEI)
    shown = read_statement(read(), town.address("villain"))
    received = shown.locator("tr.line", has_text="received from others")
    assert GIFT_WEI in wei_in(received)
    assert "agrees to the wei" in shown.locator(".check").inner_text()


def test_income_stands_under_its_role(town: Town, read: Callable[..., Reader]) -> None:
    """Each party of the stories finds what it was in them."""
    reader = read()
    for name, role in ROLES.items():
        shown = read_statement(reader, town.address(name))
        assert role in shown.locator("tr.role th").all_inner_texts(), name
    shoot(reader, "statement-en-desk")
    assert [] == faults_found_by_axe(reader)
