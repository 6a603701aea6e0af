"""docs/tutorials/module-author.md is followed to the letter, and its draw is played to the end."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from eth_utils import keccak

from tests.cli.scaffold.checkouts import copy_of_checkout
from tests.e2e.devnet import ROOT, Devnet
from tests.e2e.stage import dev
from tests.e2e.tutorial import Block, Reader, blocks_of
from tests.npm.packages import compile_solidity

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(900)]
ENGLISH, JAPANESE = (
    ROOT / "docs" / "tutorials" / name for name in ("module-author.md", "module-author.ja.md")
)
PAGE = "modules/prize_draw/module.py"
TESTS = "tests/modules/prize_draw"
AT = "0x" + "0b00".rjust(40, "0")
COIN = 10**18
START_WEI = 10_000 * COIN
DRAWN = "0x" + keccak(text="Drawn(uint256,address,uint256)").hex()
PAGE_LINES_MAX = 155  # that are not empty
TICKETS = (dev(1).address, dev(2).address)  # of draw 1, in the order in which they were bought


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Somebody who has followed the whole page; the node still runs."""
    found = Reader(copy_of_checkout(tmp_path_factory.mktemp("tutorial")), PAGE, TESTS)
    try:
        for block in blocks_of(ENGLISH):
            found.follow(block)
        yield found
    finally:
        found.close()


@pytest.fixture
def devnet(reader: Reader) -> Devnet:
    """The chain on which the draw was played."""
    assert reader.devnet is not None
    return reader.devnet


def printed(reader: Reader, words: str) -> str:
    """Return what the one command with these words printed."""
    (text,) = (text for command, text in reader.printed.items() if words in command)
    return text


def test_every_block_of_the_page_is_true(reader: Reader) -> None:
    """Each command does what the page says, and each line left out is missed as it says."""
    assert "2" in printed(reader, "query prize_draw params")
    assert "2\n" == printed(reader, "ticket_total 1")
    assert "PAID" in printed(reader, "query prize_draw draw 1")
    assert "PAID" in printed(reader, "prize_draw_draw")
    assert "won 2 tickets' worth" in printed(reader, "python play.py")
    assert "no tickets of this draw are sold" in printed(reader, "python play.py").lower()


def test_what_the_page_shows_is_the_file(reader: Reader) -> None:
    """The blocks put together are well formatted as they are, and no long file."""
    shown = [block.text for block in blocks_of(ENGLISH) if block.title.startswith(PAGE)]
    assert "".join(shown) == (reader.root / PAGE).read_text()
    assert len([line for line in "".join(shown).splitlines() if line]) <= PAGE_LINES_MAX


def test_the_beacon_chose_and_the_winner_has_it_to_the_wei(devnet: Devnet) -> None:
    """Of two tickets the block's randomness took one; fees aside, coins only changed hands."""
    (log,) = devnet.call(
        "eth_getLogs", {"address": AT, "topics": [DRAWN], "fromBlock": "0x0", "toBlock": "latest"}
    )
    mix = bytes.fromhex(
        devnet.call("eth_getBlockByNumber", log["blockNumber"], False)["mixHash"][2:]
    )
    seed = keccak(b"kumiai.prize_draw" + mix + (1).to_bytes(32, "big"))
    winner = TICKETS[int.from_bytes(seed, "big") % 2]
    assert int(winner, 16) == int(log["topics"][2], 16)
    assert 2 * COIN == int(log["data"], 16)
    for who in TICKETS:
        prize_wei = 2 * COIN if who == winner else 0
        expected_wei = START_WEI - COIN - fees_wei(devnet, who) + prize_wei
        assert expected_wei == int(devnet.call("eth_getBalance", who, "latest"), 16)
    assert 0 == int(devnet.call("eth_getBalance", AT, "latest"), 16)


def fees_wei(devnet: Devnet, who: str) -> int:
    """Return what an account has paid for its transactions."""
    total_wei = 0
    for height in range(int(devnet.call("eth_blockNumber"), 16) + 1):
        block = devnet.call("eth_getBlockByNumber", hex(height), True)
        for sent in block["transactions"]:
            if int(sent["from"], 16) == int(who, 16):
                receipt = devnet.call("eth_getTransactionReceipt", sent["hash"])
                total_wei += int(receipt["gasUsed"], 16) * int(receipt["effectiveGasPrice"], 16)
    return total_wei


@pytest.mark.npm
def test_the_contract_compiles_against_the_rendered_interface(reader: Reader) -> None:
    """What the page shows to Solidity is Solidity."""
    places = ("TicketHolder.sol", "modules/prize_draw/IPrizeDraw.sol")
    sources = {place: (reader.root / place).read_text() for place in places}
    output: dict[str, Any] = compile_solidity(sources, ("abi",), {"evmVersion": "prague"})
    assert "buy" in json.dumps(output["TicketHolder.sol"]["TicketHolder"]["abi"])


def test_both_languages_have_the_same_blocks() -> None:
    """A reader of Japanese types what a reader of English does, under as many headings."""
    english, japanese = blocks_of(ENGLISH), blocks_of(JAPANESE)
    assert english == japanese
    headings = re.compile(r"^## ", re.MULTILINE)
    counts = [len(headings.findall(page.read_text())) for page in (ENGLISH, JAPANESE)]
    assert counts[0] == counts[1]
    assert all(isinstance(block, Block) for block in english)


@pytest.mark.parametrize("page", [ENGLISH, JAPANESE], ids=["english", "japanese"])
def test_every_link_leads_somewhere(page: Any) -> None:
    """What the page links to is in the tree."""
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target
