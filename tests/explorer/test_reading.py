"""What a reader does in the explorer: follow, search, watch, by mouse and by keyboard alone."""

from collections.abc import Callable

import pytest

from tests.explorer.browser import Reader
from tests.explorer.town import DECEIVING, LINK, LONG, SCRIPT, Town

pytestmark = [pytest.mark.e2e, pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(240)]

TABS_MAX = 200  # a page has fewer places for the focus
HIDDEN_CODES = ("U+202E", "U+200B", "U+2066", "U+00AD")


def test_a_new_block_comes_by_itself(town: Town, read: Callable[..., Reader]) -> None:
    """The table begins with newer blocks after a while, told over the WebSocket."""
    reader = read()
    page = reader.open("/")
    page.wait_for_selector(".pulse.live")
    requests = len([url for url in reader.requests if url.endswith("/")])
    page.evaluate("window.isTheSamePage = true")
    before = int(reader.text("tbody tr:first-child a").replace(",", ""))
    reader.wait_for(
        "before => +document.querySelector('tbody a').textContent.replace(/,/g, '') > before + 5",
        value=before,
    )
    assert page.evaluate("window.isTheSamePage")
    assert requests > 0


def test_a_transaction_appears_while_one_looks(town: Town, read: Callable[..., Reader]) -> None:
    """What is sent now stands on the first page a moment later, as a sentence."""
    reader = read()
    page = reader.open("/")
    receipt = town.send("passer", "token", "transfer", town.address("villain"), 10**18 // 4)
    tx_hash = receipt["transactionHash"].to_0x_hex()
    row = page.locator(".stream li", has=page.locator(f"a[title='{tx_hash}']"))
    row.wait_for()
    assert "sends 0.25 KUM to" in row.inner_text()


def test_a_block_to_come_is_waited_for(town: Town, read: Callable[..., Reader]) -> None:
    """Who opens a block that is not there yet sees it when it is."""
    number = town.height + 40
    reader = read()
    reader.open(f"/block/{number}")
    assert reader.text("main h1").startswith("There is no block")
    heading = f"Block {number:,}"
    reader.wait_for("wanted => document.querySelector('h1')?.textContent === wanted", heading)


def test_hostile_texts_are_shown_as_texts(town: Town, read: Callable[..., Reader]) -> None:
    """No markup is obeyed, no address is a link, nothing hides or turns round what it says."""
    reader = read()
    page = reader.open(f"/tx/{town.seen['script']}")
    assert SCRIPT in reader.text(".lead")
    assert 0 == page.locator("main img, main script, main iframe").count()
    reader.open(f"/tx/{town.seen['link']}")
    assert LINK in reader.text(".lead")
    assert 0 == page.locator("a[href^='javascript:'], a[href^='http']").count()
    reader.open(f"/tx/{town.seen['deceiving']}")
    shown = page.locator(".lead .foreign").first
    assert DECEIVING not in shown.inner_text()
    assert list(HIDDEN_CODES) == shown.locator(".hidden-character").all_inner_texts()
    assert "isolate" in page.evaluate(
        "getComputedStyle(document.querySelector('.lead .foreign')).unicodeBidi"
    )
    reader.open(f"/tx/{town.seen['long']}")
    details = page.locator(".lead details.foreign-long").first
    assert LONG not in details.locator("summary").inner_text()
    details.locator("summary").click()
    assert LONG in details.inner_text().replace("\n", "")
    reader.open(f"/search/{SCRIPT.replace('/', '%2F').replace('#', '%23').replace('?', '%3F')}")
    assert SCRIPT in reader.text()
    assert "owned" not in page.title()


@pytest.mark.parametrize("kind", ["transaction", "block", "hash of a block", "account", "module"])
def test_search_finds(town: Town, read: Callable[..., Reader], kind: str) -> None:
    """A hash, a number, an address or a module's name lead where they belong."""
    order = town.seen["order"]
    height = town.block_of("order")
    wanted, heading = {
        "transaction": (order, "Transaction"),
        "block": (f"{height:,}", f"Block {height:,}"),
        "hash of a block": (
            town.web3.eth.get_block(height)["hash"].to_0x_hex(),
            f"Block {height:,}",
        ),
        "account": (town.address("tenant")[2:].upper(), "Account"),
        "module": ("Compute", "Module: Compute"),
    }[kind]
    reader = read()
    page = reader.open("/")
    page.fill("input[type=search]", wanted)
    page.press("input[type=search]", "Enter")
    reader.wait_for("wanted => document.querySelector('h1')?.textContent === wanted", value=heading)


def test_the_keyboard_reaches_everything(town: Town, read: Callable[..., Reader]) -> None:
    """Tab goes to each link and control in turn, visibly; the first leads past the navigation."""
    reader = read()
    page = reader.open(f"/account/{town.address('lessor')}")
    page.wait_for_selector(".controls button:enabled")
    page.evaluate("document.body.focus()")
    page.keyboard.press("Tab")
    assert "Skip to content" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert "content" == page.evaluate("document.activeElement.id")
    assert "/#/account/" in page.url
    page.reload()
    reader.settle()
    page.wait_for_selector(".controls button:enabled")
    reached = tab_through(reader)
    wanted = page.locator("a[href], button:enabled, input, select, summary").count()
    assert wanted == len(reached), "what can be clicked can be reached"
    assert all(reached), "the focus is seen everywhere"


def tab_through(reader: Reader) -> list[bool]:
    """Press Tab until the focus leaves the page; whether each place showed that it has it."""
    script = """() => {
      const found = document.activeElement;
      if (!found || found === document.body) return null;
      const style = getComputedStyle(found);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    }"""
    seen = []
    for _ in range(TABS_MAX):
        reader.page.keyboard.press("Tab")
        visible = reader.page.evaluate(script)
        if visible is None:
            return seen
        seen.append(visible)
    raise AssertionError(f"the focus is still on the page after {TABS_MAX} steps")


def test_a_page_of_transactions_leads_to_the_next(town: Town, read: Callable[..., Reader]) -> None:
    """The history of a busy account is read page by page, there and back, without a gap."""
    reader = read()
    page = reader.open(f"/account/{town.address('compute')}")
    first = page.locator(".stream a[href^='#/tx/']").evaluate_all("all => all.map(a => a.title)")
    page.click(".pager a[rel=next]")
    page.wait_for_selector(".pager a[rel=prev]")
    second = page.locator(".stream a[href^='#/tx/']").evaluate_all("all => all.map(a => a.title)")
    assert len(first) >= 25
    assert second
    assert not set(first) & set(second)
    page.click(".pager a[rel=prev]")
    reader.wait_for(
        "wanted => document.querySelector('.stream a[href^=\"#/tx/\"]').title === wanted",
        value=first[0],
    )


def test_a_refusal_is_explained(town: Town, read: Callable[..., Reader]) -> None:
    """A transaction that a module refused says why, by the names of the refusal's values."""
    reader = read()
    reader.open(f"/tx/{town.seen['refused']}")
    assert "Refused" in reader.text()
    assert "state forbids: " in reader.text()


def test_raw_data_is_there_on_demand(town: Town, read: Callable[..., Reader]) -> None:
    """The receipt as the node gave it, and every value of a call by its name."""
    reader = read()
    page = reader.open(f"/tx/{town.seen['order']}")
    page.locator("details.raw summary").last.click()
    assert '"transactionHash"' in reader.text("details.raw:last-of-type pre >> nth=-1")
    page.locator("details.values summary").first.click()
    assert "compute.openOrder" in reader.text("details.values >> nth=0")
    assert "price max wei" in reader.text("details.values >> nth=0")
