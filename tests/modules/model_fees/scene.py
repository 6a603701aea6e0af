"""
A stage for model fees: scriptable peers, keys that sign, a model for sale, channels to pay it with.

    Scene() --open--> a channel --voucher, redeem--> coins
"""

from dataclasses import replace
from typing import Any

from eth_hash.auto import keccak

from chain.codec.signature import address_of, sign_digest
from chain.errors import Refusal
from chain.kit.admission import Denied
from chain.kit.assembly import Assembly, provided_by
from chain.kit.audit_log import HEAD_SLOT, LEVELS_MAX, NODES_SLOT
from chain.kit.host import CallInfo
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.module import Module, call
from chain.kit.storage import Map, Value
from chain.kit.typed_data import typed_digest
from chain.kit.usage import LegAmount
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Hash32, Seconds, Wei
from modules.model_fees.batches import compact
from modules.model_fees.module import ModelFees
from modules.model_fees.params import ModelFeesGenesis, ModelFeesParams
from modules.model_fees.records import (
    NO_CONDITIONS,
    Channel,
    Conditions,
    Meter,
    ModelLimit,
    Prices,
    RevenueSplit,
    SessionTerms,
    UnitPrice,
)
from modules.model_fees.typed import (
    DOMAIN,
    Farewell,
    Opening,
    Receipt,
    Renewal,
    Ticket,
    Voucher,
)
from modules.treasury.module import Treasury, TreasuryGenesis
from tests.modules.courts import Court
from tests.modules.stage import COIN, Stage, account

CHAIN_ID = 31337
AUTHOR, OTHER, TOWER, SPONSOR, REFERRER, NOBODY = 4, 5, 6, 7, 8, 9
PAYER_KEY, PAYEE_KEY, AGENT_KEY = (bytes([n]) * 32 for n in (0x11, 0x22, 0x33))
PAYER, PAYEE, AGENT = (address_of(key) for key in (PAYER_KEY, PAYEE_KEY, AGENT_KEY))
KEYS = {PAYER: PAYER_KEY, PAYEE: PAYEE_KEY, AGENT: AGENT_KEY}
MODEL, BASE = "guild/translator", "guild/base"
PRICE_IN, PRICE_OUT = 10**12, 3 * 10**12
PRICES = Prices(Wei(PRICE_IN), Wei(PRICE_OUT))
SPLIT = RevenueSplit(PAYEE, Bps(5_000), Bps(4_000), Bps(1_000))
PLAIN = NO_CONDITIONS
SECONDS = Meter("seconds", Wei(10**15 + 1), 60)
IMAGES = Meter("images", Wei(10**14), 1)
PARAMS = ModelFeesParams(
    price_notice_s=Seconds(10),
    epoch_s=Seconds(20),
    challenge_s=Seconds(40),
    watch_s=Seconds(10),
    agent_notice_s=Seconds(40),
    bond_wait_s=Seconds(300),
    dispute_window_s=Seconds(60),
    answer_s=Seconds(20),
    verdict_s=Seconds(100),
    receipt_samples=3,
    ticket_wait_s=Seconds(50),
    ticket_s_max=Seconds(40),
)
CLOSED_POLICY, OPEN_POLICY = 1, 2
PREIMAGE = Hash32(b"\x77" * 32)


class Gatehouse(Module, address=0x0A05, name="identity"):
    """Two policies: nobody, and everybody, is admitted."""

    admitted = Value(32, int)

    def has_policy(self, policy: int) -> bool:
        """Whether there is a policy."""
        return policy in (CLOSED_POLICY, OPEN_POLICY)

    def admit(self, policy: int, account: Address) -> None:
        """Admit everybody under one policy, nobody under the other."""
        if policy == CLOSED_POLICY:
            raise Denied(policy, account, 1)
        self.admitted += 1


class VaultBroken(Refusal):
    """The vault refuses."""


class Shelves(Module, address=0x0A02, name="licensing"):
    """Assets 1 to 3: the first is paid, the second cannot be yet, the third refuses."""

    is_open = Value(32, bool)
    received = Map(33, int, Wei)

    @call()
    def open_second(self) -> None:
        """Let the second asset be paid."""
        self.is_open = True

    def asset_exists(self, asset: int) -> bool:
        """Whether there is such an asset."""
        return 1 <= asset <= 3

    def is_payable(self, asset: int) -> bool:
        """Whether an asset can be paid now."""
        return asset != 2 or self.is_open

    def receive_royalty(self, asset: int, payer: Address, amount_wei: Wei) -> None:
        """Book what was moved here."""
        if asset == 3:
            raise VaultBroken()
        self.received[asset] = Wei(self.received[asset] + amount_wei)


class Counter(Module, address=0x0A06, name="analytics"):
    """A book of usage that counts uses and coins."""

    uses = Value(32, int)
    paid_wei = Value(33, Wei)
    payers = Map(34, Address, int)

    def note_payment(self, payer: Address, uses: int, legs: tuple[LegAmount, ...]) -> None:
        """Count a payment."""
        self.uses += uses
        self.payers[payer] += 1
        self.paid_wei = Wei(self.paid_wei + sum(leg.amount_wei for leg in legs))

    def note_dispute(self) -> None:
        """Hear of a dispute."""

    def note_verdict(self, supplier_lost: bool) -> None:
        """Hear of a verdict."""

    def note_refund(self, payer: Address, amount_wei: Wei) -> None:
        """Hear of a refund."""


TOWN = Assembly(
    (Treasury, Gatehouse, Shelves, ModelFees, Court, Counter),
    {
        "model_fees": {
            "pool": provided_by(Treasury),
            "verifier": provided_by(Court),
            "gate": provided_by(Gatehouse),
            "usage_book": provided_by(Counter),
            "vaults": provided_by(Shelves),
        },
        "verification": {"asker": provided_by(ModelFees)},
    },
)


def signed(message: Any, private_key: bytes) -> bytes:
    """Return a key's signature over a typed message, as a wallet gives it."""
    digest = typed_digest(DOMAIN, message, CHAIN_ID, ModelFees.address)
    y_parity, r, s = sign_digest(private_key, digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((27 + y_parity,))


def tree(receipts: list[Receipt]) -> list[list[Hash32]]:
    """Return the Merkle tree over receipts."""
    digest = (typed_digest(DOMAIN, item, CHAIN_ID, ModelFees.address) for item in receipts)
    return tree_of([leaf_of(item) for item in digest])


class Scene:
    """A stage with a model for sale, a bonded payee and a payer with coins."""

    def __init__(self, **changed: Any) -> None:
        self.params = replace(PARAMS, **changed)
        self.stage = Stage(
            TOWN, accounts=9, model_fees=ModelFeesGenesis(self.params), treasury=TreasuryGenesis()
        )
        for holder in KEYS:
            self.stage.host.mint(holder, Wei(1_000 * COIN))
        self.call("bond_provider", sender=PAYEE, value_wei=10 * COIN)
        self.model(BASE)
        self.model(MODEL)

    def call(
        self, name: str, *values: Any, sender: Address | int = PAYER, value_wei: int = 0
    ) -> Any:
        """Call model fees as an account, by number or address."""
        number = sender if isinstance(sender, int) else int.from_bytes(sender, "big")
        return self.stage.call(ModelFees, name, *values, sender=number, value_wei=value_wei)

    def words(self) -> dict[int, int]:
        """Return what the module stores by slot, but for its log of changes."""
        words = self.stage.host.words.items()
        log = range(HEAD_SLOT, NODES_SLOT + LEVELS_MAX)
        return {at: word for (who, at), word in words if who == ModelFees.address and at not in log}

    @property
    def fees(self) -> ModelFees:
        """The module itself, to look at what it stores."""
        return ModelFees(self.stage.host, CallInfo(ModelFees.address))

    def model(
        self,
        model_id: str,
        prices: Prices = PRICES,
        split: RevenueSplit = SPLIT,
        conditions: Conditions | None = None,
    ) -> None:
        """Put a model on sale, with conditions or without."""
        first = SPLIT if conditions else split
        self.call("register_model", model_id, "", prices, first, sender=AUTHOR)
        if conditions:
            at = Seconds(self.stage.time_s + 1)
            values = (model_id, prices, split, conditions, at)
            self.call("schedule_terms", *values, sender=AUTHOR)
            self.stage.next_block()
        self.call("activate_model", model_id, sender=AUTHOR)

    def terms(self, *models: str, **changed: Any) -> SessionTerms:
        """Return terms of a session for some models, without a cap, for 1,000 seconds."""
        limits = tuple(ModelLimit(m, (UnitPrice(Wei(10**24), 1),) * 6) for m in models or (MODEL,))
        expires_s = Seconds(self.stage.time_s + 1_000)
        plain = SessionTerms(PAYEE, limits, Wei(0), Seconds(0), expires_s, ZERO_ADDRESS)
        return replace(plain, **changed)

    def open(self, *models: str, deposit_wei: int = COIN, **changed: Any) -> int:
        """Open a channel; return its number."""
        terms = self.terms(*models, **changed)
        number: int = self.call("open_channel", terms, value_wei=deposit_wei)
        return number

    def voucher(
        self, channel: int, units: tuple[int, ...] = (100, 10), nonce: int = 1, **changed: Any
    ) -> Voucher:
        """Return a voucher of the first lane for units at the tokens' list prices."""
        full = (*units, *(0,) * (6 - len(units)))
        amount_wei = full[0] * PRICE_IN + full[1] * PRICE_OUT
        plain = Voucher(channel, 1, 0, nonce, nonce, *full, amount_wei, Hash32(b"\x5e" * 32))
        return replace(plain, **changed)

    def redeem(
        self, voucher: Voucher, key: bytes = PAYER_KEY, sender: Address | int = PAYEE
    ) -> None:
        """Redeem one voucher."""
        self.call("redeem", voucher, signed(voucher, key), sender=sender)

    def batch(self, *vouchers: Voucher, sender: Address | int = PAYEE) -> int:
        """Redeem vouchers in one call, all signed by the payer; return how many were taken."""
        packed = b"".join(compact(item, signed(item, PAYER_KEY)) for item in vouchers)
        found: int = self.call("redeem_batch", packed, sender=sender)
        return found

    def channel(self, number: int) -> Channel:
        """Return a channel."""
        found: Channel = self.call("channel", number)
        return found

    def renewal(self, number: int, expires_s: int, key: bytes) -> bytes:
        """Return a side's word for the next session."""
        found = self.channel(number)
        return signed(Renewal(number, found.epoch + 1, found.paid_wei, expires_s), key)

    def farewell(self, number: int, paid_wei: int, key: bytes) -> bytes:
        """Return a side's word that all is paid."""
        return signed(Farewell(number, self.channel(number).epoch, Wei(paid_wei)), key)

    def receipts(self, channel: int, amounts: tuple[int, ...], **changed: Any) -> list[Receipt]:
        """Return receipts of the first lane's session, each for tokens read of this amount."""
        found, before_wei = [], 0
        for index, amount_wei in enumerate(amounts):
            units = (-(-amount_wei // PRICE_IN), 0, 0, 0, 0, 0)
            request = Hash32((index + 1).to_bytes(32, "big"))
            plain = Receipt(channel, 1, 0, index, 1, before_wei, amount_wei, *units, request)
            found.append(replace(plain, **changed))
            before_wei += amount_wei
        return found

    def redeem_with(self, channel: int, receipts: list[Receipt], amount_wei: int = 0) -> None:
        """Redeem one voucher over receipts, for their sum or for another amount."""
        total_wei = amount_wei or sum(item.amount_wei for item in receipts)
        root = tree(receipts)[-1][0]
        units = (-(-total_wei // PRICE_IN), 0)
        more = {"requests": len(receipts), "amount_wei": total_wei, "receipt_root": root}
        self.redeem(self.voucher(channel, units, **more))

    def dispute(self, channel: int, lane: int = 0) -> int:
        """Dispute the first lane as the payer, and let the beacon draw; return its number."""
        fee_wei = self.params.dispute_fee_wei
        number: int = self.call("dispute_meter", channel, lane, value_wei=fee_wei)
        self.stage.host.beacon_value = Hash32(b"\xbe" * 32)
        self.wait(1)
        return number

    def openings(self, number: int, receipts: list[Receipt]) -> tuple[Opening, ...]:
        """Return what answers each sample that some receipt charged for."""
        levels, found = tree(receipts), []
        for sample, wei in enumerate(self.call("dispute_samples", number)):
            for place, item in enumerate(receipts):
                if item.before_wei <= wei < item.before_wei + item.amount_wei:
                    found.append(Opening(sample, item, path_of(levels, place)))
        return tuple(found)

    def rule(self, claim: int, worker_bps: int) -> int:
        """Let the court rule."""
        found: int = self.stage.call(Court, "rule", claim, Bps(worker_bps), Wei(0))
        return found

    def ticket(self, nonce: int = 1, **changed: Any) -> Ticket:
        """Return a ticket that wins for sure, valid for a while."""
        expires_s = self.stage.time_s + self.params.ticket_s_max
        seal = Hash32(keccak(PREIMAGE))
        plain = Ticket(PAYER, PAYEE, 2, COIN, 2**256 - 1, nonce, seal, expires_s)
        return replace(plain, **changed)

    def redeem_ticket(self, ticket: Ticket, key: bytes = PAYER_KEY) -> None:
        """Redeem a ticket with the right preimage."""
        self.call("redeem_ticket", ticket, signed(ticket, key), PREIMAGE, sender=PAYEE)

    def wait(self, seconds: int) -> None:
        """Go on to the next block, so many seconds later."""
        self.stage.next_block(seconds)

    def wait_until(self, time_s: int) -> None:
        """Go on to the block of a time."""
        self.stage.next_block(time_s - self.stage.time_s)

    def balance_wei(self, holder: Address | int) -> int:
        """Return an account's coins."""
        address = account(holder) if isinstance(holder, int) else holder
        return self.stage.host.balance_wei(address)
