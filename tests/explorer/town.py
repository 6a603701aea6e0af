"""
A chain with something to look at: two stories told, a vote going on, and texts meant to deceive.

    Town(home) --tell--> stories and their books --mischief--> hostile names, refusals
"""

import copy
import importlib
from pathlib import Path
from typing import Any, Final

from tests.stories.books import Books, Statement
from tests.stories.stage import COIN, StoryChain

STORIES: Final = ("lease", "derivative")
VILLAIN: Final = "villain"
SCRIPT: Final = (
    '<img src="https://evil.example/x.png" onerror="document.title=\'owned\'"><script>1</script>'
)
DECEIVING: Final = (
    "safe\u202egnp.exe\u200b\u2066\u00ad end"  # reads backwards, and hides characters
)
LINK: Final = "javascript:document.title='owned'"
LONG: Final = "https://long.example/" + "very-" * 40 + "long"
CODE: Final = "0x600a600c600039600a6000f3602a60005260206000f3"  # a contract that answers 42


class Town(StoryChain):
    """A devnet on which two stories were told; `statements` are everybody's books over them."""

    def __init__(self, home: Path) -> None:
        stories: list[Any] = [importlib.import_module(f"tests.stories.{name}") for name in STORIES]
        people = [name for story in stories for name in story.PEOPLE]
        hurry: dict[str, dict[str, Any]] = {}
        for story in stories:
            for module, params in story.HURRY.items():
                hurry.setdefault(module, {}).update(params)
        super().__init__(home, (*people, VILLAIN), hurry)
        self._stories = stories
        self.statements: dict[str, Statement] = {}
        self.extra_income_wei = {"tenant": 3 * COIN // 2}  # what came after the books were closed
        self.contract_made = ""  # a contract's address
        self.seen: dict[str, str] = {}  # hashes of transactions by what they show

    def __enter__(self) -> "Town":
        super().__enter__()
        books = Books(self)
        for story in self._stories:
            story.tell(self._cast_of(story), lambda line: None)
        self.statements = books.close()
        self._make_mischief()
        self._look_back()
        return self

    @property
    def validator(self) -> str:
        """The one who makes the blocks."""
        return str(self.web3.eth.get_block("latest")["miner"])

    def _cast_of(self, story: Any) -> StoryChain:
        """The same chain with the people of one story, who are all that its books count."""
        cast = copy.copy(self)
        cast.keys = {name: self.keys[name] for name in story.PEOPLE}
        return cast

    def _make_mischief(self) -> None:
        """Write on the chain what a careless page would obey."""
        offer = (SCRIPT, (), ())
        self._remember(
            "script", self.send(VILLAIN, "compute", "registerProvider", *offer, value_wei=COIN)
        )
        self._remember(
            "deceiving", self.send(VILLAIN, "compute", "updateProvider", DECEIVING, (), ())
        )
        self._remember("link", self.send(VILLAIN, "compute", "updateProvider", LINK, (), ()))
        self._remember("long", self.send(VILLAIN, "compute", "updateProvider", LONG, (), ()))
        text = ("A vote for the explorer's tests", SCRIPT)
        self._remember(
            "proposal", self.send(VILLAIN, "governance", "submitText", *text, value_wei=COIN)
        )
        gift = {"to": self.address("tenant"), "value": self.extra_income_wei["tenant"]}
        self._remember("transfer", self._send_plain(gift))
        made = self._send_plain({"data": CODE})
        self.contract_made = str(made["contractAddress"])
        self._remember("creation", made)
        refused = {"to": self.address("compute"), "data": self._call("acceptBid", 9_999, 9_999)}
        self._remember("refused", self._send_plain(refused, status=0))

    def block_of(self, name: str) -> int:
        """The height of a transaction's block."""
        return int(self.web3.eth.get_transaction(self.seen[name])["blockNumber"])

    def _look_back(self) -> None:
        """Find a call of a story, and a transaction of the chain's own."""
        opened = self.contracts["compute"].events.OrderOpened().get_logs(from_block=0)
        closed = self.contracts["compute"].events.EarningsPaid().get_logs(from_block=0)
        self.seen["order"] = opened[0]["transactionHash"].to_0x_hex()
        self.seen["hook"] = closed[0]["transactionHash"].to_0x_hex()
        assert self.web3.eth.get_transaction(self.seen["hook"])["gas"] == 0, "the chain's own"

    def _remember(self, name: str, receipt: Any) -> None:
        self.seen[name] = receipt["transactionHash"].to_0x_hex()

    def _call(self, name: str, *values: Any) -> str:
        return str(self.contracts["compute"].encode_abi(name, args=values))

    def _send_plain(self, fields: dict[str, Any], status: int = 1) -> Any:
        """Send a transaction of the villain's that is no module's call, or one to be refused."""
        account = self.keys[VILLAIN]
        price_wei = self.web3.eth.gas_price * 2
        base = {
            "from": account.address,
            "chainId": self.web3.eth.chain_id,
            "nonce": self.web3.eth.get_transaction_count(account.address),
            "gas": 500_000,
            "gasPrice": price_wei,
            "value": 0,
        }
        signed = account.sign_transaction(base | fields)
        tx_hash = self.web3.eth.send_raw_transaction(signed.raw_transaction)
        receipt = self.web3.eth.wait_for_transaction_receipt(tx_hash, 30, 0.05)
        assert receipt["status"] == status
        return receipt
