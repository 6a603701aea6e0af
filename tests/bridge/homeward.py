"""
Many vouchers at once home from anvil, which may take blocks back: what is lost is sent again.

    Homeward(main).send(n) --signed in a row--> anvil         settle(): final, or posted again
    Homeward.ledger(land) --logs of the gateway--> how each packet ended
"""

import contextlib
import time
from typing import Any

from tests.bridge.bursts import (
    DOOMED_EVERY,
    FEE_WEI,
    GAS,
    GAS_WEI,
    POSTED_MAX,
    Ends,
    Ledger,
    Sent,
    post,
    read_payload,
    received_by,
)
from tests.bridge.devnets import BOB, COIN, ROUTE, Land, wallet
from tests.bridge.mainland import Mainland

HOME = "0x" + "77" * 20  # who gets it; nobody paid it anything before
UNIT = COIN // 40
FINAL_S = 60.0  # until what was posted is final


class Homeward:
    """Bob on anvil, who has vouchers and signs in a row."""

    def __init__(self, main: Mainland) -> None:
        self.main, self.raw = main, list[str]()
        self.account = wallet(BOB)
        self.first: int = main.anvil.web3.eth.get_transaction_count(self.account.address)

    def send(self, count: int, home_time_s: int) -> None:
        """Post so many transfers home."""
        new = [self._signed(len(self.raw) + n, home_time_s) for n in range(count)]
        self.raw += new
        self._post(new)

    def settle(self) -> None:
        """Wait until all that was posted is final; post again what a reorganisation lost."""
        web3, deadline = self.main.anvil.web3, time.monotonic() + FINAL_S
        while True:
            counts = [
                web3.eth.get_transaction_count(self.account.address, block) - self.first
                for block in ("finalized", "latest")
            ]
            if counts[0] >= len(self.raw):
                return
            assert time.monotonic() < deadline, f"{counts} of {len(self.raw)} in blocks"
            self._post(self.raw[counts[1] :])
            time.sleep(1)

    def ledger(self, land: Land) -> Ledger:
        """Return what became of every packet of the gateway's."""
        sent = {}
        for row in self.logs("Sent"):
            sender, amount = read_payload(row["payload"])
            sent[row["sequence"]] = Sent(sender, amount, row["fee"])
        answered = [(row["sequence"], row["success"]) for row in self.logs("Settled")]
        late = [row["sequence"] for row in self.logs("TimedOut")]
        return Ledger(sent, Ends(answered, late), received_by(land))

    def logs(self, event: str) -> list[dict[str, Any]]:
        """Return what all events of a name say that the gateway ever logged."""
        found = self.main.gateway.events[event]().get_logs(from_block=0)
        return [dict(one["args"]) for one in found]

    def _post(self, raw: list[str]) -> None:
        for start in range(0, len(raw), POSTED_MAX):
            with contextlib.suppress(AssertionError):  # the pool or a block has it already
                post(self.main.url, "eth_sendRawTransaction", raw[start : start + POSTED_MAX])

    def _signed(self, number: int, home_time_s: int) -> str:
        is_doomed = number % DOOMED_EVERY == DOOMED_EVERY - 1
        order = (
            ROUTE,
            self.main.voucher.address,
            HOME,
            UNIT + number,
            home_time_s + 3_600,
            50_000 if is_doomed else 0,
            b"nobody is there" if is_doomed else b"",
            FEE_WEI,
        )
        fields = {
            "from": self.account.address,
            "value": FEE_WEI,
            "nonce": self.first + number,
            "gas": GAS,
            "maxFeePerGas": GAS_WEI,
            "maxPriorityFeePerGas": 10**9,
            "chainId": self.main.chain_id,
        }
        call = self.main.do.send(order).build_transaction(fields)
        return "0x" + self.account.sign_transaction(call).raw_transaction.hex()
