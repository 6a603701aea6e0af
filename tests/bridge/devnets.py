"""
Development chains with a route between them, and a relayer that a test drives by hand.

    Land(devnet) --votes--> client, route, assets on both --> Relayer over real nodes
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from eth_account import Account as Wallet
from web3 import Web3
from web3.exceptions import ContractCustomError
from web3.logs import DISCARD

from bridge.account import Account
from bridge.endpoint import Endpoint
from bridge.ends.kumiai import KumiaiEnd
from bridge.refusals import name_of
from tests.e2e.devnet import ROOT, Devnet, wait_until

MNEMONIC = "test test test test test test test test test test test junk"
GOVERNANCE = "0x0000000000000000000000000000000000000805"
BRIDGE = "0x0000000000000000000000000000000000000802"
NATIVE = "0x0000000000000000000000000000000000000804"
ZERO = "0x" + "00" * 20
COIN = 10**18
ROUTE = 1
LIMITS = (1_000 * COIN, COIN, COIN // 100, 500 * COIN)
SPANS = (100_000, 200_000)  # trusting and unbonding, seconds
VALIDATOR, ALICE, BOB, RELAYER, SECOND_RELAYER = 20, 1, 2, 3, 4  # accounts of the mnemonic
YES = 0
KUMIAI, ATTESTED = 0, 1  # kinds of client
Wallet.enable_unaudited_hdwallet_features()


def wallet(index: int) -> Any:
    """Return a funded account."""
    return Wallet.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{index}")


def abi(module: str) -> list[dict[str, Any]]:
    """Return a module's rendered ABI."""
    return json.loads((ROOT / "modules" / module / "abi.json").read_text())


class Place(Protocol):
    """Where a node serves a chain: a devnet, or a validator of a network."""

    home: Path
    endpoints: dict[str, Any]

    @property
    def web3(self) -> Web3:
        """A client of the node."""
        ...


class Land:
    """A Kumiai chain, its bridge, and its people."""

    def __init__(self, devnet: Place, voters: Sequence[Any] = ()) -> None:
        self.devnet, self.web3, self.url = devnet, devnet.web3, devnet.endpoints["rpc"]
        self.voters = voters or [wallet(VALIDATOR)]
        self.bridge = self.web3.eth.contract(BRIDGE, abi=abi("bridge"))
        self.governance = self.web3.eth.contract(GOVERNANCE, abi=abi("governance"))
        self.chain_id: int = self.web3.eth.chain_id
        # A vote asks for the stake of the block before: on genesis there is none.
        wait_until(lambda: self.web3.eth.block_number > 0)

    def send(self, who: Any, call: Any, value_wei: int = 0) -> Any:
        """Sign and send a call of somebody's, wait for it, and demand that it succeeded."""
        return self.wait(self.post(who, call, value_wei))

    def post(self, who: Any, call: Any, value_wei: int = 0) -> Any:
        """Sign and send a call; return its transaction's hash."""
        account = wallet(who) if isinstance(who, int) else who
        fields = {
            "from": account.address,
            "value": value_wei,
            "nonce": self.web3.eth.get_transaction_count(account.address, "pending"),
        }
        signed = account.sign_transaction(call.build_transaction(fields))
        return self.web3.eth.send_raw_transaction(signed.raw_transaction)

    def wait(self, tx_hash: Any) -> Any:
        """Wait for a transaction, and demand that it succeeded; return its receipt."""
        receipt = self.web3.eth.wait_for_transaction_receipt(tx_hash, timeout=30, poll_latency=0.05)
        assert receipt["status"] == 1
        return receipt

    def propose(self, call: Any) -> None:
        """Propose a governed call of the bridge and vote for it."""
        data = bytes.fromhex(call._encode_transaction_data()[2:])
        content = (call.abi["name"], "", "bridge", data)
        receipt = self.send(ALICE, self.governance.functions.submitCall(*content), COIN)
        events = self.governance.events.ProposalSubmitted().process_receipt(receipt, errors=DISCARD)
        vote = self.governance.functions.vote(events[0]["args"]["id"], YES)
        for tx_hash in [self.post(voter, vote) for voter in self.voters]:
            self.wait(tx_hash)

    def header(self) -> bytes:
        """Return the newest header's RLP."""
        answer = self.web3.provider.make_request("kumiai_lightBlock", ["latest"])
        return bytes.fromhex(answer["result"]["header"][2:])

    def end(self, key: int | None = None) -> KumiaiEnd:
        """Return this chain's end of the route, with a key where it shall submit."""
        endpoint = Endpoint(self.url)
        secret = None if key is None else bytes(wallet(key).key)
        account = None if secret is None else Account(endpoint, secret, name_of)
        return KumiaiEnd(endpoint, ROUTE, account)

    def transfer(self, remote_time_s: int, **fields: Any) -> int:
        """Send coins to Bob; return the packet's number."""
        words = {
            "route": ROUTE,
            "token": NATIVE,
            "receiver": wallet(BOB).address,
            "amount": COIN,
            "timeout_s": remote_time_s + 3_600,
            "call_gas": 0,
            "call_data": b"",
            "fee": 1_000,
        } | fields
        value_wei = words["fee"] + (words["amount"] if words["token"] == NATIVE else 0)
        call = self.bridge.functions.send(tuple(words.values()))
        receipt = self.send(ALICE, call, value_wei)
        event = self.bridge.events.PacketSent().process_receipt(receipt, errors=DISCARD)[0]
        return int(event["args"]["sequence"])

    def succeeds(self, view: Any) -> bool:
        """Whether a view answers."""
        try:
            view.call()
        except ContractCustomError:
            return False
        return True

    @property
    def now_s(self) -> int:
        """Time of the newest block."""
        return int(self.web3.eth.get_block("latest")["timestamp"])

    def state(self, sequence: int) -> int:
        """Return the state of a packet that was sent here."""
        return int(self.bridge.functions.sent(ROUTE, sequence).call()[0])

    def logs(self, event: str) -> list[dict[str, Any]]:
        """Return what all events of a name say that the bridge ever logged."""
        found = self.bridge.events[event]().get_logs(from_block=0)
        return [dict(one["args"]) for one in found]

    def supply(self, token: str = NATIVE) -> int:
        """Return how many vouchers of a remote token there are."""
        return self._ask_voucher(token, "0x18160ddd")

    def vouchers(self, index: int, token: str = NATIVE) -> int:
        """Return what somebody holds of a remote token."""
        return self._ask_voucher(
            token, "0x70a08231" + wallet(index).address[2:].lower().rjust(64, "0")
        )

    def _ask_voucher(self, token: str, data: str) -> int:
        address = self.bridge.functions.voucher(ROUTE, token).call()
        if not self.web3.eth.get_code(address):
            return 0
        return int.from_bytes(self.web3.eth.call({"to": address, "data": data}), "big")


def start(home: Path, chain_id: int) -> Devnet:
    """Return a devnet of this chain id, not started."""
    return Devnet(home, "--chain-id", str(chain_id), "--block-time", "0.3")


def join(one: Land, two: Land) -> None:
    """Have both chains vote for a route between them."""
    pairs = ((one, two), (two, one))
    for here, there in pairs:  # each step stands on the one before, so it is tried before the vote
        client = here.bridge.functions.createClient
        here.propose(client(KUMIAI, there.chain_id, *SPANS, there.header()))
    for land in (one, two):
        wait_until(lambda land=land: land.succeeds(land.bridge.functions.client(1)))
    for here, there in pairs:
        here.propose(here.bridge.functions.openRoute(1, (there.chain_id, BRIDGE, ROUTE)))
    for land in (one, two):
        wait_until(lambda land=land: land.bridge.functions.routesOpened().call() == ROUTE)
    for here, _ in pairs:
        for is_native in (True, False):
            coin = (NATIVE, is_native, ZERO, "Kumiai", "KUM", 18)
            here.propose(here.bridge.functions.registerAsset(ROUTE, coin, LIMITS))
    for land in (one, two):
        tokens = land.bridge.functions.assetTokens(ROUTE, 0, 9)
        wait_until(lambda tokens=tokens: len(tokens.call()) == 2)
