"""
A devnet on a busy day: something of every kind that the explorer's market and rule pages show.

    MarketDay(home) --fill()--> orders, data, models, devices, a dispute, a route, open proposals

Nothing is settled when it ends: a page shows what runs. Whatever people may write freely is written
once as an attacker would (`HOSTILE`), and must come out as text.
"""

import time
from functools import partial
from pathlib import Path
from typing import Any, Final

from eth_account import Account

from chain.codec.header import encode_header
from chain.codec.signature import address_of, sign_digest
from chain.kit.verdicts import ClaimTerms, Level
from chain.types.primitives import (
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Bps,
    Hash32,
    Height,
    Seconds,
    Wei,
)
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from modules.bridge.records import NATIVE_TOKEN, ClientKind
from modules.compute.records import Attribute, Capacity, Kind, Offer, OrderTerms
from modules.devices.module import Devices
from modules.devices.records import Application, Attestation, Beat, DeviceClass, SignedBeat
from modules.devices.signatures import typed_digest
from modules.governance.records import OPEN, Option, Status
from modules.licensing.records import Guards, Terms, VersionTerms
from modules.licensing.records import Kind as LicenceKind
from modules.verification.records import Role, Side
from tests.modules.bridge.sealing import header_of
from tests.stories.engagement import SALT, deliver, judged_at
from tests.stories.stage import COIN, StoryChain

HOSTILE: Final = "<img src=x onerror=alert(1)>\u202egnp.exe"
PEOPLE: Final = ("tenant", "lessor", "worker", "author", "owner", "maker", "voter", "delegator")
JURORS: Final = tuple(f"juror{number}" for number in range(1, 6))
LATER_S: Final = Seconds(2_000_000_000)
DEVICE_KEYS: Final = (b"\x07" * 32, b"\x08" * 32)
GATEWAY: Final = Address(b"\x61" * 20)
RECEIVER: Final = Address(b"\x5a" * 20)
UNITS: Final = (COIN, 10**6)  # wei of a coin, and smallest parts of a dollar
REMOTE_CHAIN: Final = 9_999
SHORT_VOTE_S: Final = 4
LONG_VOTE_S: Final = 86_400
HURRY: Final = {
    "governance": {
        "voting_period_s": SHORT_VOTE_S,
        "timelock_s": 1,
        "deposit_period_s": LONG_VOTE_S,
    },
    "analytics": {"epoch_blocks": 100},
    "model_fees": {"price_notice_s": 60},
    "verification": {"evidence_blocks": 2_000, "respond_blocks": 2_000},
    "devices": {"window_blocks": 20, "appeal_blocks": 100_000},  # what silence costs is not due yet
    "compute": {"start_timeout_blocks": 5_000, "heartbeat_blocks": 5_000, "holdback_blocks": 5_000},
}


def word(text: str) -> Hash32:
    """Return a short text as the markets write classes and properties: padded with zeros."""
    return Hash32(text.encode().ljust(32, b"\0"))


GPU: Final = word("gpu")


class MarketDay(StoryChain):
    """The devnet, its people, and what they do until everything has something to show."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, (*PEOPLE, *JURORS), HURRY)
        self.fee_proposal = self.hostile_proposal = 0  # their numbers, once they are there
        self.keys["validator"] = Account.from_key(dev_accounts()[-1].private_key)

    def fill(self) -> None:
        """Let everybody act; the order is that of what takes longest to come about."""
        self.wait_blocks(2)  # stake votes as of a block that is past
        self._open_route()
        self._lease_compute()
        self._dispute_a_job()
        self._sell_data()
        self._sell_models()
        self._run_devices()
        self._stake()
        self._propose()

    def number(self, receipt: Any, module: str, event: str, field: str) -> int:
        """Return what an event of a receipt says that a thing is numbered."""
        return int(self.logged(receipt, module, event)[0][field])

    # Rules

    def _pass(self, submit: str, *proposals: tuple[Any, ...]) -> None:
        """Have proposals voted for and carried out, at the same time."""
        numbers = []
        for words in proposals:
            numbers.append(self._submit("voter", submit, *words))
            self.send("validator", "governance", "vote", numbers[-1], Option.YES)
        for number in numbers:
            found = self.wait_for(partial(self._ended, number))
            assert found.status == Status.EXECUTED, f"{found.title}: {found.reason}"

    def _submit(self, name: str, submit: str, *words: Any, wei: int = COIN) -> int:
        sent = self.send(name, "governance", submit, *words, value_wei=wei)
        return self.number(sent, "governance", "ProposalSubmitted", "id")

    def _ended(self, number: int) -> Any:
        found = self.view("governance", "proposal", number)
        return None if found.status in OPEN else found

    def _governed(self, call: str, *values: Any) -> tuple[Any, ...]:
        """What a proposal to call the bridge says."""
        data = self.contracts["bridge"].encode_abi(call, args=list(values))
        return (f"bridge.{call}", "", "bridge", bytes.fromhex(data[2:]))

    def _open_route(self) -> None:
        """A route to an EVM chain, with the coin and a voucher on it, and a packet under way."""
        now_s = Seconds(int(time.time()) - 3)
        root, names = Hash32(b"\x01" * 32), Hash32(b"\x02" * 32)
        header = encode_header(header_of(None, Height(7), now_s, root, names))
        client = (ClientKind.ATTESTED, REMOTE_CHAIN, 86_400, 0, header)
        self._pass("submitCall", self._governed("createClient", *client))
        end = (REMOTE_CHAIN, GATEWAY, 4)
        self._pass("submitCall", self._governed("openRoute", 1, end))
        coin = (NATIVE_TOKEN, True, ZERO_ADDRESS, "Kumiai", "KUM", 18)
        dollar = (RECEIVER, False, ZERO_ADDRESS, "Dollar", "USD", 6)
        limits = [tuple(part * unit // 100 for part in (10_000, 100, 1, 5_000)) for unit in UNITS]
        assets = zip((coin, dollar), limits, strict=True)
        self._pass("submitCall", *(self._governed("registerAsset", 1, *it) for it in assets))
        until_s = int(time.time()) + 7_200
        order = (1, NATIVE_TOKEN, RECEIVER, 3 * COIN // 2, until_s, 0, b"", COIN // 10)
        self.send("maker", "bridge", "send", order, value_wei=16 * COIN // 10)

    def _propose(self) -> None:
        """From now on votes take a day; then a parameter change, a spend and an attack on pages."""
        change = ("governance.voting_period_s", SHORT_VOTE_S, LONG_VOTE_S)
        words = ("Give people a day to vote", "Four seconds are for a demonstration.", [change])
        self._pass("submitParameters", words)
        fee_bps = self.view("model_fees", "params").protocol_fee_bps
        cheaper = [("model_fees.protocol_fee_bps", fee_bps, fee_bps - 50)]
        why = ("Lower the fee of models", "It is paid on every call.")
        self.fee_proposal = self._submit("voter", "submitParameters", *why, cheaper)
        self.hostile_proposal = self._submit("tenant", "submitText", HOSTILE, HOSTILE)
        spend = ("Pay for an audit", "Half before, half after.", self.address("maker"))
        self._submit("maker", "submitSpend", *spend, COIN // 1_000, wei=COIN // 2)

    def _stake(self) -> None:
        validator = self.address("validator")
        self.send("delegator", "staking", "delegate", validator, value_wei=300 * COIN)
        self.send("voter", "staking", "delegate", validator, value_wei=150 * COIN)
        self.send("delegator", "staking", "undelegate", validator, 20 * COIN)
        bond_wei = self.view("staking", "params").bond_wei_min
        second = (HOSTILE[:28], 500, 2_000, 100)
        self.send("maker", "staking", "createValidator", *second, value_wei=bond_wei)

    # Markets

    def _lease_compute(self) -> None:
        """One lease runs, one order waits with a bid, one was cancelled."""
        region = Attribute(word("region"), word("tokyo"))
        offer = ("https://lessor.example/" + HOSTILE, (region,), (Capacity(GPU, 4),))
        self.send("lessor", "compute", "registerProvider", *offer, value_wei=10 * COIN)
        running = self._order()
        bid = self.send("lessor", "compute", "placeBid", running, _offer(COIN // 1_000))
        won = self.number(bid, "compute", "BidPlaced", "bid")
        self.send("tenant", "compute", "acceptBid", running, won)
        self.send("lessor", "compute", "start", running)
        self.send("lessor", "compute", "placeBid", self._order(), _offer(COIN // 2_000))
        self.send("tenant", "compute", "cancelOrder", self._order())

    def _order(self) -> int:
        terms = OrderTerms(
            kind=Kind.LEASE,
            capacity_class=GPU,
            price_max_wei=Wei(COIN // 1_000),
            ttl_blocks=Height(5_000),
            reclaim_blocks=Height(20),
        )
        value_wei = 10 * COIN + self.view("compute", "reserve", terms, Wei(10 * COIN))
        opened = self.send("tenant", "compute", "openOrder", terms, value_wei=value_wei)
        return self.number(opened, "compute", "OrderOpened", "order")

    def _dispute_a_job(self) -> None:
        """A result that its client disputes before a jury; the case is open."""
        for name in JURORS:
            self.send(name, "verification", "join", Role.JUROR, value_wei=100 * COIN)
        digest = Hash32(b"\x0d" * 32)
        terms: ClaimTerms = judged_at(Level.REQUESTER)
        _, claim = deliver(self, "tenant", "worker", terms, digest)
        price_wei = self.view("verification", "challenge_price", claim, Level.JURY)
        challenge = (claim, Level.JURY, Side.AGAINST_WORKER, ZERO_HASH)
        self.send("tenant", "verification", "challenge", *challenge, value_wei=price_wei)
        self.send("worker", "verification", "reveal", claim, digest, SALT)
        bond_wei = self.view("verification", "rounds_of", claim)[0].bond_wei
        self.send("worker", "verification", "respond", claim, value_wei=bond_wei)

    def _sell_data(self) -> None:
        """An asset with two offers, one bought and used, and one built upon it."""
        asset = self._asset("owner", "ipfs://climate/" + HOSTILE)
        right = Terms(price_wei=Wei(COIN), royalty_bps=Bps(2_000), is_derivable=True, purposes=1)
        rental = Terms(
            LicenceKind.RENTAL, Wei(COIN // 2), Seconds(86_400), deposit_wei=Wei(COIN), purposes=1
        )
        self._offer_and_buy(asset, "maker", right)
        licence = self._offer_and_buy(asset, "tenant", rental)
        self.send("tenant", "licensing", "use", licence, 1, 0, ZERO_HASH, Hash32(b"\x05" * 32))

    def _asset(self, owner: str, uri: str) -> int:
        version = VersionTerms(Hash32(b"\x0a" * 32), Hash32(b"\x0b" * 32), uri, ())
        bond_wei = self.view("licensing", "params").asset_bond_wei
        made = self.send(owner, "licensing", "createAsset", version, value_wei=bond_wei)
        asset = self.number(made, "licensing", "AssetCreated", "asset")
        self.send(owner, "licensing", "listAsset", asset)
        return asset

    def _offer_and_buy(self, asset: int, buyer: str, terms: Terms) -> int:
        sent = self.send("owner", "licensing", "openOffer", asset, 1, terms)
        offer = self.logged(sent, "licensing", "TermsAttached")[0]
        guards = Guards(Hash32(offer["termsHash"]), terms.price_wei, terms.royalty_bps)
        taken = (offer["offer"], self.account(buyer), guards, ZERO_ADDRESS)
        paid_wei = terms.price_wei + terms.deposit_wei
        bought = self.send(buyer, "licensing", "buy", *taken, value_wei=paid_wei)
        return self.number(bought, "licensing", "LicenceMinted", "licence")

    def _sell_models(self) -> None:
        """A model that was paid for, with its next price announced; one that only registered."""
        split = (self.address("maker"), 7_000, 3_000, 0)
        prices = (COIN // 10**6, COIN // 10**5)
        model = "haiku-7b"
        card = ("ipfs://card/" + HOSTILE, prices, split)
        self.send("author", "model_fees", "registerModel", model, *card)
        self.send("author", "model_fees", "activateModel", model)
        for words in (1_200, 800, 3_000):
            paid = (model, words, words // 2, 10 * COIN, ())
            self.send("tenant", "model_fees", "payForUse", *paid, value_wei=COIN)
        soon_s = int(time.time()) + 3_600
        dearer = (model, (2 * COIN // 10**6, 2 * COIN // 10**5), soon_s)
        self.send("author", "model_fees", "schedulePrices", *dearer)
        self.send("owner", "model_fees", "registerModel", "draft-1b", "ipfs://draft", prices, split)

    def _run_devices(self) -> None:
        """One device is bonded and beats, one is registered only."""
        first, _ = (self._register(key) for key in DEVICE_KEYS)
        bond_wei = self.view("devices", "required_bond", DeviceClass.GPU, 1)
        self.send("owner", "devices", "bond", first, value_wei=bond_wei)
        self.send("owner", "devices", "topUp", first, value_wei=5 * COIN)
        self.send("owner", "devices", "setPrice", first, COIN // 1_000)
        self.send("tenant", "devices", "payForService", first, 20, value_wei=COIN)
        following = self.view("devices", "next_beat", first)
        self.wait_for(lambda: self.height >= following.opens_at)
        beat = Beat(first, following.epoch, following.window, 1, ZERO_HASH)
        signed = SignedBeat(beat, _signature(DEVICE_KEYS[0], beat))
        self.send("owner", "devices", "beat", (signed,))

    def _register(self, key: bytes) -> int:
        application = Application(
            owner=self.account("owner"),
            key=address_of(key),
            kind=DeviceClass.GPU,
            capacity=1,
            serial=Hash32(key),
            did=ZERO_HASH,
            cell=7,
            uri=ZERO_HASH,
            nonce=0,
            deadline_s=LATER_S,
        )
        words = (application, _signature(key, application), Attestation(Seconds(0), b""))
        fee_wei = self.view("devices", "params").registration_fee_wei
        sent = self.send("owner", "devices", "register", *words, value_wei=fee_wei)
        return self.number(sent, "devices", "Registered", "device")


def _offer(price_wei: int) -> Offer:
    return Offer(Wei(price_wei), reclaim_blocks=Height(20))


def _signature(key: bytes, message: Any) -> bytes:
    """A device key's signature over typed data."""
    digest = typed_digest(message, CHAIN_ID_DEFAULT, Devices.address)
    y_parity, r, s = sign_digest(key, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))
