"""
Many transfers at once out of a Kumiai chain, and what became of every one, to the wei.

    Burst(land).send(n, ...) --signed in a row, many in a request--> node
    Ledger.of(source, received) --all logs of both bridges--> each packet ended once
"""

import json
import time
import urllib.request
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from eth_abi import decode
from web3 import Web3

from tests.bridge.devnets import BOB, COIN, NATIVE, ROUTE, Land, wallet
from tests.bridge.packets import TRANSFER

SENDERS = range(5, 15)  # accounts of the mnemonic that send
UNIT = COIN // 10
FEE_WEI = 1_001  # odd, so that halves do not come out even
GAS, GAS_WEI = 400_000, 10**12
DOOMED_EVERY, HURRIED_EVERY = 20, 25  # messages nobody can take; and packets soon to time out
HURRY_S = 90  # the least is 60, and a busy machine may take some until a block has them
POSTED_MAX = 50  # transactions in one request
RECEIPTS_S = 120.0  # until the last one of a burst is in a block


@dataclass(frozen=True)
class Sent:
    """A packet as it left: who paid what for it."""

    sender: str
    amount: int
    fee: int


@dataclass(frozen=True)
class Ends:
    """How packets ended at their source: by answers, with success or not, and too late."""

    answered: list[tuple[int, bool]]
    late: list[int]


class Burst:
    """Sends from ten accounts in turn, whose nonces it counts itself."""

    def __init__(self, land: Land) -> None:
        self.land, self.hashes = land, list[str]()
        self.accounts = [wallet(index) for index in SENDERS]
        count = land.web3.eth.get_transaction_count
        self.nonces = {one.address: count(one.address) for one in self.accounts}
        self.started_wei = {one.address: balance(land, one.address) for one in self.accounts}

    def send(self, count: int, remote_time_s: int) -> None:
        """Post so many transfers; a few are messages that must fail, a few end very soon."""
        remote_time_s = max(remote_time_s, self.land.now_s)
        signed = [self._signed(len(self.hashes) + n, remote_time_s) for n in range(count)]
        for start in range(0, count, POSTED_MAX):
            rows = post(self.land.url, "eth_sendRawTransaction", signed[start : start + POSTED_MAX])
            self.hashes += rows

    def gas_wei(self) -> dict[str, int]:
        """Wait until blocks have all that was posted, and return what each account paid for gas."""
        paid: Counter[str] = Counter()
        for receipt in receipts(self.land.url, self.hashes):
            assert receipt["status"] == "0x1", receipt
            price = int(receipt["effectiveGasPrice"], 16)
            paid[self.land.web3.to_checksum_address(receipt["from"])] += price * int(
                receipt["gasUsed"], 16
            )
        return paid

    def _signed(self, number: int, remote_time_s: int) -> str:
        account = self.accounts[number % len(self.accounts)]
        is_hurried = number % HURRIED_EVERY == HURRIED_EVERY - 1
        is_doomed = number % DOOMED_EVERY == DOOMED_EVERY - 1
        order = (
            ROUTE,
            NATIVE,
            wallet(BOB).address,
            UNIT + number,
            remote_time_s + (HURRY_S if is_hurried else 3_600),
            50_000 if is_doomed else 0,
            b"nobody is there" if is_doomed else b"",
            FEE_WEI if is_hurried else 2 * FEE_WEI,  # what pays less goes last, and may end so
        )
        call = self.land.bridge.functions.send(order)
        fields = {
            "from": account.address,
            "value": order[3] + order[-1],
            "nonce": self.nonces[account.address],
            "gas": GAS,
            "maxFeePerGas": GAS_WEI,
            "maxPriorityFeePerGas": 10**9,
            "chainId": self.land.chain_id,
        }
        self.nonces[account.address] += 1
        return "0x" + account.sign_transaction(call.build_transaction(fields)).raw_transaction.hex()


class Ledger:
    """What the logs of both ends say of all packets that one of them sent."""

    def __init__(self, sent: dict[int, Sent], ends: Ends, received: Iterable[int]) -> None:
        self.sent, self.received = sent, Counter(received)
        self.arrived = [number for number, success in ends.answered if success]
        self.refused = [number for number, success in ends.answered if not success]
        self.late = list(ends.late)

    @classmethod
    def of(cls, source: Land, received: Iterable[int]) -> "Ledger":
        """Return the ledger of what a Kumiai chain sent, and the other one says it received."""
        sent = {}
        for row in source.logs("PacketSent"):
            sender, amount = read_payload(row["payload"])
            sent[row["sequence"]] = Sent(sender, amount, row["feeWei"])
        answered = [(r["sequence"], r["success"]) for r in source.logs("PacketAcknowledged")]
        late = [row["sequence"] for row in source.logs("PacketTimedOut")]
        return cls(sent, Ends(answered, late), received)

    @property
    def abroad(self) -> int:
        """What arrived, in the smallest units."""
        return sum(self.sent[number].amount for number in self.arrived)

    def check(self, count: int) -> None:
        """Check that each of so many packets has ended, once, and as both ends say."""
        assert sorted(self.sent) == list(range(1, count + 1))
        assert sorted(self.arrived + self.refused + self.late) == sorted(self.sent)
        assert set(self.received.values()) <= {1}
        assert sorted(self.received) == sorted(self.arrived + self.refused)

    def check_senders(self, burst: Burst) -> None:
        """Check that every sender has what it had, but for what arrived, fees and gas."""
        spent = Counter(burst.gas_wei())
        for number, one in self.sent.items():
            if number in self.arrived:
                spent[one.sender] += one.amount + one.fee
            elif number in self.refused:
                spent[one.sender] += one.fee
            else:
                spent[one.sender] += one.fee // 2  # the other half comes back
        for name, started_wei in burst.started_wei.items():
            assert started_wei - spent[name] == balance(burst.land, name), name

    def told(self, name: str) -> str:
        """Say how they ended."""
        ends = f"{len(self.arrived)} arrived, {len(self.refused)} refused and given back, "
        return f"from {name}: {ends}{len(self.late)} timed out and given back"


def read_payload(payload: bytes) -> tuple[str, int]:
    """Return sender and amount of a packet."""
    ((_, _, sender, _, amount, _, _),) = decode([TRANSFER], payload)
    return Web3.to_checksum_address(sender), amount


def received_by(land: Land) -> list[int]:
    """Return the numbers of all packets that a Kumiai chain says it received."""
    return [row["sequence"] for row in land.logs("PacketReceived")]


def pending(land: Land) -> int:
    """Return how many packets of a chain have not ended."""
    count = land.bridge.functions.sentCount(ROUTE).call()
    pages = [land.bridge.functions.pending(ROUTE, n, 100).call() for n in range(1, count + 1, 100)]
    return sum(len(page) for page in pages)


def balance(land: Land, name: str) -> int:
    """Return an account's coins."""
    return int(land.web3.eth.get_balance(land.web3.to_checksum_address(name)))


def post(url: str, method: str, params: Iterable[Any]) -> list[Any]:
    """Ask a node many things in one request; fails where it refuses one."""
    rows = [
        {"jsonrpc": "2.0", "id": number, "method": method, "params": [param]}
        for number, param in enumerate(params)
    ]
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(rows).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        found = {row["id"]: row for row in json.loads(answer.read())}
    assert all("result" in found[number] for number in range(len(rows))), found
    return [found[number]["result"] for number in range(len(rows))]


def receipts(url: str, hashes: list[str]) -> list[Any]:
    """Wait for the receipts of transactions."""
    deadline = time.monotonic() + RECEIPTS_S
    found: dict[str, Any] = {}
    while len(found) < len(hashes):
        assert time.monotonic() < deadline, f"{len(hashes) - len(found)} are in no block"
        asked = [tx_hash for tx_hash in hashes if tx_hash not in found][:POSTED_MAX]
        rows = post(url, "eth_getTransactionReceipt", asked)
        found |= {h: row for h, row in zip(asked, rows, strict=True) if row is not None}
        if any(row is None for row in rows):
            time.sleep(0.3)
    return [found[tx_hash] for tx_hash in hashes]
