"""A vote on a proposal from the browser: every way it can go, by a wallet that the test holds."""

import re
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from modules.governance.records import Option
from tests.explorer.browser import WAIT_MS, Reader
from tests.explorer.market_day import HOSTILE, MarketDay
from tests.explorer.markets.wallet import MAINNET, Wallet

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]
expect.set_options(timeout=WAIT_MS)

CONNECT: Final = re.compile("Connect")


@pytest.fixture
def page(visit: Callable[..., Reader]) -> Page:
    """A window that shows nothing yet, so that a wallet can be put into it."""
    return visit().page


def open_proposal(page: Page, day: MarketDay) -> None:
    """Show the page of the proposal."""
    page.goto(f"{day.devnet.endpoints['rpc']}/#/governance/{day.fee_proposal}")
    expect(page.get_by_role("heading", name=f"Proposal {day.fee_proposal}")).to_be_visible()


def vote_of(day: MarketDay, name: str) -> list[Option]:
    """Return what the chain has of somebody's vote."""
    found = day.view("governance", "vote_of", day.fee_proposal, day.account(name))
    return [item.option for item in found.options]


def test_a_vote_through_an_injected_wallet_is_counted(page: Page, day: MarketDay) -> None:
    """The page says when it counts, and the chain has the vote with the account's power."""
    Wallet(day.devnet, day.keys["delegator"]).inject(page)
    open_proposal(page, day)
    page.get_by_role("button", name=CONNECT).click()
    page.get_by_role("radio", name="No").check()
    page.get_by_role("button", name="Vote: No").click()
    expect(page.get_by_text("Counted in block")).to_be_visible()
    assert vote_of(day, "delegator") == [Option.NO]
    votes = page.get_by_role("table", name="Votes", exact=True)
    expect(votes.get_by_role("row").filter(has_text="No")).to_contain_text("280 KUM")


def test_a_wallet_on_another_chain_is_told_of_this_one(page: Page, day: MarketDay) -> None:
    """It is asked to switch, learns of the chain where it has to, and only then votes."""
    wallet = Wallet(day.devnet, day.keys["maker"], chain_id=MAINNET)
    wallet.inject(page)
    open_proposal(page, day)
    page.get_by_role("button", name=CONNECT).click()
    expect(page.get_by_text("Your wallet is on another chain.")).to_be_visible()
    assert "eth_sendTransaction" not in wallet.asked
    page.get_by_role("button", name="Switch the wallet").click()
    page.get_by_role("button", name="Vote: Yes").click()
    expect(page.get_by_text("Counted in block")).to_be_visible()
    assert "wallet_addEthereumChain" in wallet.asked
    assert vote_of(day, "maker") == [Option.YES]


def test_a_wallet_that_left_the_chain_signs_nothing(page: Page, day: MarketDay) -> None:
    """The chain is looked at again before the signature, not only when the wallet was connected."""
    wallet = Wallet(day.devnet, day.keys["voter"])
    wallet.inject(page)
    open_proposal(page, day)
    page.get_by_role("button", name=CONNECT).click()
    expect(page.get_by_role("button", name="Vote: Yes")).to_be_visible()
    wallet.chain_id = MAINNET
    page.get_by_role("button", name="Vote: Yes").click()
    expect(page.get_by_text("Your wallet is on another chain.")).to_be_visible()
    assert "eth_sendTransaction" not in wallet.asked


def test_a_vote_that_the_person_declines_is_not_sent(page: Page, day: MarketDay) -> None:
    """The page says so, and one may begin again."""
    wallet = Wallet(day.devnet, day.keys["voter"])
    wallet.says_no = True
    wallet.inject(page)
    open_proposal(page, day)
    page.get_by_role("button", name=CONNECT).click()
    page.get_by_role("button", name="Vote: Yes").click()
    expect(page.get_by_text("You declined; nothing was sent.")).to_be_visible()
    assert vote_of(day, "voter") == []
    page.get_by_role("button", name="Begin again").click()
    expect(page.get_by_role("button", name=CONNECT)).to_be_visible()


def test_an_account_without_stake_learns_it_before_it_signs(page: Page, day: MarketDay) -> None:
    """The node's refusal is shown by its name, and the wallet is not asked to sign."""
    wallet = Wallet(day.devnet, day.keys["tenant"])
    wallet.inject(page)
    open_proposal(page, day)
    page.get_by_role("button", name=CONNECT).click()
    page.get_by_role("button", name="Vote: Yes").click()
    expect(page.get_by_text("NoVotingPower")).to_be_visible()
    assert "eth_sendTransaction" not in wallet.asked


def test_without_a_wallet_the_command_is_shown(page: Page, day: MarketDay) -> None:
    """A reader without an extension can still vote."""
    open_proposal(page, day)
    expect(page.get_by_text("This browser has no wallet.")).to_be_visible()
    expect(page.get_by_text(f"kumiai gov vote {day.fee_proposal} yes --from KEY")).to_be_visible()


def test_the_keyboard_alone_votes_by_an_announced_wallet(page: Page, day: MarketDay) -> None:
    """A wallet found by EIP-6963, whose name is text, and no pointer from the first key on."""
    Wallet(day.devnet, day.keys["voter"]).announce(page, HOSTILE)
    open_proposal(page, day)
    connect = page.get_by_role("button", name=CONNECT)
    expect(connect).to_contain_text("<img src=x onerror=alert(1)>")
    expect(connect).to_contain_text("U+202E")
    press_until_focused(page, connect, "Tab")
    page.keyboard.press("Enter")
    yes = page.get_by_role("radio", name="Yes")
    expect(yes).to_be_visible()
    press_until_focused(page, yes, "Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Abstain")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Counted in block")).to_be_visible()
    assert vote_of(day, "voter") == [Option.ABSTAIN]


def press_until_focused(page: Page, target: Locator, key: str) -> None:
    """Press a key until something has the focus; fail where it never does."""
    for _ in range(80):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never reaches {target}")
