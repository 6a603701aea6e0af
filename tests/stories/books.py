"""
Every party's income statement, from what the chain says of each coin, checked to the wei.

    receipts (fees) + transactions (coins sent) + CoinsMoved logs --> rows by reason
    opening balance + rows == closing balance, for every party, or the books are wrong
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from web3.logs import DISCARD

from tests.stories.stage import ADDRESSES, COIN, StoryChain

FEES = "transaction fees"
ZERO = "0x" + "00" * 20


class BooksWrong(AssertionError):
    """A party's balance is not what the chain's own records add up to."""


@dataclass
class Statement:
    """One party's coins between two heights: rows of (reason, in, out), in wei."""

    party: str
    opening_wei: int
    closing_wei: int
    income_wei: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    spending_wei: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def expected_wei(self) -> int:
        """What the rows lead to."""
        came, went = sum(self.income_wei.values()), sum(self.spending_wei.values())
        return self.opening_wei + came - went

    @property
    def result_wei(self) -> int:
        """Gain or loss, before fees."""
        fees_wei = self.spending_wei.get(FEES, 0)
        return self.closing_wei - self.opening_wei + fees_wei

    def lines(self) -> list[str]:
        """Return the statement for people, one row a reason."""
        rows = [
            *((reason, wei) for reason, wei in sorted(self.income_wei.items())),
            *((reason, -wei) for reason, wei in sorted(self.spending_wei.items())),
        ]
        body = [f"    {reason:<44}{_coins(wei):>28}" for reason, wei in rows if wei]
        total = f"    {'closing less opening balance':<44}{_coins(self.change_wei):>28}"
        return [f"  {self.party}", *body, total]

    @property
    def change_wei(self) -> int:
        """The balance's change."""
        return self.closing_wei - self.opening_wei


class Books:
    """Everybody's books over a story; open them first, close them last."""

    def __init__(self, chain: StoryChain) -> None:
        self.chain, self.opened_at = chain, chain.height
        self._names = {chain.address(name): name for name in (*chain.keys, *ADDRESSES)}

    def close(self) -> dict[str, Statement]:
        """Return every party's statement; raises BooksWrong where one does not add up."""
        closed_at = self.chain.height
        statements = {
            name: Statement(
                name,
                self.chain.balance_wei(name, self.opened_at),
                self.chain.balance_wei(name, closed_at),
            )
            for name in self.chain.keys
        }
        for height in range(self.opened_at + 1, closed_at + 1):
            self._read_block(height, statements)
        for statement in statements.values():
            if statement.expected_wei != statement.closing_wei:
                raise BooksWrong(
                    f"{statement.party}: {statement.closing_wei} wei at block {closed_at}, "
                    f"but the chain's records add up to {statement.expected_wei}"
                )
        return statements

    def _read_block(self, height: int, statements: Mapping[str, Statement]) -> None:
        web3 = self.chain.web3
        block = web3.eth.get_block(height, full_transactions=True)
        for transaction in block["transactions"]:
            receipt = web3.eth.get_transaction_receipt(transaction["hash"])
            self._read_sender(transaction, receipt, statements)
            self._read_moves(receipt, statements)

    def _read_sender(
        self, transaction: Any, receipt: Any, statements: Mapping[str, Statement]
    ) -> None:
        sender = self._names.get(transaction["from"])
        if sender not in statements:
            return
        fee_wei = receipt["gasUsed"] * receipt["effectiveGasPrice"]
        statements[sender].spending_wei[FEES] += fee_wei
        if transaction["value"] and receipt["status"]:
            target = self._names.get(transaction["to"], transaction["to"])
            call = self._call_of(target, transaction["input"])
            statements[sender].spending_wei[f"sent with {target}.{call}"] += transaction["value"]
            if target in statements:
                statements[target].income_wei[f"sent by {sender}"] += transaction["value"]

    def _call_of(self, module: str, data: Any) -> str:
        if module not in ADDRESSES or len(data) < 4:
            return "transfer"
        function, _ = self.chain.contracts[module].decode_function_input(data)
        return str(function.fn_name)

    def _read_moves(self, receipt: Any, statements: Mapping[str, Statement]) -> None:
        for name, contract in self.chain.contracts.items():
            for log in contract.events.CoinsMoved().process_receipt(receipt, errors=DISCARD):
                if log["address"] != ADDRESSES[name]:
                    continue
                move = log["args"]
                reason = f"{name}: {move['reason']}"
                source, target = (self._names.get(move[end]) for end in ("source", "target"))
                if target in statements:
                    statements[target].income_wei[reason] += move["amountWei"]
                if source in statements:
                    statements[source].spending_wei[reason] += move["amountWei"]


def _coins(wei: int) -> str:
    """Return coins with all their digits, so that every wei is seen."""
    sign = "-" if wei < 0 else "+"
    return f"{sign}{abs(wei) // COIN:,}.{abs(wei) % COIN:018d}"
