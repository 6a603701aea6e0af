"""
Who hears everything that modules say, and works out again what each of them should have paid.

    logs of a block --decoded, in order--> coins moved = coins told; every share, to the wei
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from eth_hash.auto import keccak

from chain.kit.abi import WordType, decode_sequence
from chain.kit.assembly import own
from chain.kit.memory_host import LoggedEvent
from chain.kit.module import CoinsMoved
from chain.kit.record import Event, field_types, indexed_fields, topic_of
from chain.types.primitives import ZERO_ADDRESS, Address
from modules import MODULES
from modules.licensing.module import Licensing
from modules.model_fees.module import ModelFees
from modules.model_fees.records import LegKind
from modules.treasury.module import Treasury

if TYPE_CHECKING:
    from tests.modules.markets.market_town import MarketTown

WHOLE = 10_000
FEES_BPS = (250, 0, 300, 333, 2_000)  # protocol fees that were ever in force
KINDS: Final = {
    (module.address, int.from_bytes(topic_of(event), "big")): event
    for module in MODULES
    for event in (*module.events, CoinsMoved)
}
Payee = Callable[[Any], Address]
TREASURY: Payee = lambda event: Treasury.address  # noqa: E731
# What a module tells of a payment: to whom, how much, and the reason by which coins moved.
TOLD: Final[dict[str, tuple[Payee, str, str]]] = {
    "Refunded": (lambda e: Address(e.funder), "amount_wei", "order_refund"),
    "LicenceRefunded": (lambda e: Address(e.payer), "amount_wei", "licence_refund"),
    "VaultClaimed": (lambda e: Address(e.owner), "amount_wei", "vault_claim"),
    "TaskRefunded": (lambda e: Address(e.requester), "amount_wei", "task_refund"),
    "AnnotatorLeft": (lambda e: Address(e.annotator), "bond_wei", "annotator_bond"),
    "AnnotatorPenalised": (TREASURY, "amount_wei", "annotator_penalty"),
    "VaultPenalised": (TREASURY, "amount_wei", "vault_penalty"),
}
WORD: Final = re.compile("[A-Z]")
REASONS: Final = frozenset(reason for _, _, reason in TOLD.values())


def heard(log: LoggedEvent) -> Event | None:
    """Return the event that a log is; indexed text stands as its hash."""
    kind = KINDS.get((log.address, log.topics[0]))
    if kind is None:
        return None
    kinds, topics = field_types(kind), indexed_fields(kind)
    words = iter(log.topics[1:])
    plain = iter(decode_sequence([k for n, k in kinds.items() if n not in topics], log.data))
    values: dict[str, Any] = {}
    for name, item in kinds.items():
        if name not in topics:
            values[name] = next(plain)
        else:
            word = next(words)
            values[name] = item.from_word(word) if isinstance(item, WordType) else word
    found: Event = kind(**values)
    return found


class Witness:
    """Books of its own, kept from what is said in public."""

    def __init__(self, town: "MarketTown") -> None:
        self.town = town
        self.moves: Counter[tuple[Address, int, str]] = Counter()  # of this block, by payee
        self.paid_in: dict[int, Counter[Address]] = defaultdict(Counter)  # orders' funders
        self.paid_back: dict[int, Counter[Address]] = defaultdict(Counter)
        self.royalties: list[Any] = []  # told, of an income that is not told yet
        self.owed: list[tuple[int, int]] = []  # ancestors and what a model's royalty owes them
        self.received: list[tuple[int, int]] = []  # by vaults, of models
        self.legs: list[Any] = []  # of a payment for a model's use
        self.passed: list[int] = []  # parts of an income that go on
        self.parts: list[int] = []  # of a payment, which its bases and data are owed

    def hear(self, logs: Iterable[LoggedEvent]) -> None:
        """Hear a block's logs; whoever was told to be paid was, and nobody else."""
        self.moves.clear()
        for log in logs:
            event = heard(log)
            if event is not None:
                self._hear(event)
        left = {move: count for move, count in self.moves.items() if count and move[2] in REASONS}
        assert not left, f"coins moved that nobody told of: {left}"
        assert not (self.royalties or self.owed or self.received or self.parts), vars(self)

    def _hear(self, event: Event) -> None:
        name = type(event).__name__
        if isinstance(event, CoinsMoved):
            self.moves[event.target, event.amount_wei, event.reason] += 1
            return
        if name in TOLD:
            payee, field, reason = TOLD[name]
            self._match(payee(event), getattr(event, field), reason)
        if self.legs and name != "SplitPaid":
            self._end_payment()
        handler = getattr(self, f"_on{WORD.sub(_lower, name)}", None)
        if handler is not None:
            handler(event)

    def _match(self, payee: Address, amount_wei: int, reason: str) -> None:
        """Fail where coins did not move as was told; nothing moves no coins."""
        if amount_wei:
            assert self.moves[payee, amount_wei, reason] > 0, (reason, payee.hex(), amount_wei)
            self.moves[payee, amount_wei, reason] -= 1

    # Orders: nobody gets back more than it paid in.

    def _on_order_opened(self, event: Any) -> None:
        self.paid_in[event.order][event.requester] += event.budget_wei + event.reserve_wei

    def _on_topped_up(self, event: Any) -> None:
        self.paid_in[event.order][event.funder] += event.amount_wei

    def _on_refunded(self, event: Any) -> None:
        self._pay_back(event.order, event.funder, event.amount_wei)

    def _on_policy_refunded(self, event: Any) -> None:
        owner = self.town.compute.policies[event.policy].owner
        self._pay_back(event.order, owner, event.amount_wei)

    def _pay_back(self, order: int, funder: Address, amount_wei: int) -> None:
        back = self.paid_back[order]
        back[funder] += amount_wei
        assert back[funder] <= self.paid_in[order][funder], (order, funder.hex())

    # Data: every share of an income, rounded down, and the owner's what that leaves.

    def _on_royalty_paid(self, event: Any) -> None:
        if self.owed:
            assert self.owed.pop(0) == (event.ancestor, event.amount_wei), event
        else:
            self.royalties.append(event)

    def _on_income_released(self, event: Any) -> None:
        page: Any = own(Licensing, self.town.host)
        licence = page.licences[event.licence]
        has_referrer = licence.referrer != ZERO_ADDRESS
        referrer_bps = page.terms[licence.offer].referrer_bps if has_referrer else 0
        shares = self.shares(licence.asset, licence.version)
        told = {item.ancestor: item.amount_wei for item in self.royalties}
        self.royalties = []
        gross_wei = event.gross_wei
        assert event.referrer_wei == gross_wei * referrer_bps // WHOLE, event
        assert any(
            event.fee_wei == gross_wei * fee_bps // WHOLE
            and told == _parts(gross_wei * (WHOLE - fee_bps - referrer_bps), shares, WHOLE**2)
            for fee_bps in FEES_BPS
        ), (event, told, shares)
        rest_wei = gross_wei - event.fee_wei - event.referrer_wei - sum(told.values())
        assert event.owner_wei == rest_wei, event

    def _on_royalty_received(self, event: Any) -> None:
        page: Any = own(Licensing, self.town.host)
        self.received.append((event.asset, event.amount_wei))
        shares = self.shares(event.asset, page.assets[event.asset].versions)
        self.owed = list(_parts(event.amount_wei, shares, WHOLE).items())

    def shares(self, asset: int, version: int) -> dict[int, int]:
        """Return what every ancestor of a version gets, in bps: the sum over all ways to it."""
        page: Any = own(Licensing, self.town.host)
        found: Counter[int] = Counter()
        for parent in page.parents[asset, version]:
            found[parent.asset] += parent.royalty_bps
            found.update(self.shares(parent.asset, parent.version))
        return {ancestor: found[ancestor] for ancestor in sorted(found)}

    # Models: the legs of a payment, and what goes on to bases and to data.

    def _on_split_paid(self, event: Any) -> None:
        self.legs.append(event)
        if event.kind == LegKind.AUTHOR:
            self._end_payment()

    def _end_payment(self) -> None:
        """Fail where no terms that the model ever had, and no fee, give just these legs."""
        legs, self.legs = self.legs, []
        fees: Any = own(ModelFees, self.town.host)
        name = next(n for n in fees.names if _hash(n) == legs[0].model)
        told = [(leg.kind, leg.amount_wei) for leg in legs if leg.kind != LegKind.REFERRER]
        referred_wei = sum(leg.amount_wei for leg in legs if leg.kind == LegKind.REFERRER)
        total_wei = sum(leg.amount_wei for leg in legs)
        expected = (
            _legs(fees, name, version, total_wei, fee_bps, referred_wei)
            for version in range(1, len(fees.terms_of[name]) + 1)
            for fee_bps in FEES_BPS
        )
        assert told in expected, (name, legs)
        passed = (LegKind.BASE, LegKind.DATA)
        self.parts = [leg.amount_wei for leg in legs if leg.kind in passed]

    def _on_income_booked(self, event: Any) -> None:
        self._pass_on(event.amount_wei)

    def _on_data_paid(self, event: Any) -> None:
        if not event.is_held:
            assert self.received.pop(0) == (event.asset, event.amount_wei), event
            self._match(Licensing.address, event.amount_wei, "model_royalty")
        self._pass_on(event.amount_wei)

    def _on_data_released(self, event: Any) -> None:
        if not event.is_lapsed:
            assert self.received.pop(0) == (event.asset, event.amount_wei), event

    def _pass_on(self, amount_wei: int) -> None:
        if self.parts:
            assert self.parts.pop(0) == amount_wei, amount_wei
        else:
            self.passed.append(amount_wei)

    def _on_income_distributed(self, event: Any) -> None:
        fees: Any = own(ModelFees, self.town.host)
        name = next(n for n in fees.names if _hash(n) == event.model)
        passed, self.passed = self.passed, []
        rest_wei = event.amount_wei - sum(passed)
        self._match(fees.registrations[name].author, rest_wei, "base_income")
        assert passed in [
            _ancestors(fees, name, version, event.amount_wei)
            for version in range(1, len(fees.terms_of[name]) + 1)
        ], (event, passed)

    def _on_access_decided(self, event: Any) -> None:
        if not event.reasons:
            self.town.doorman.note(event.policy, event.subject)


def _lower(capital: re.Match[str]) -> str:
    return f"_{capital.group().lower()}"


def _hash(text: str) -> int:
    """Return what an indexed text is known by."""
    return int.from_bytes(keccak(text.encode()), "big")


def _parts(amount: int, shares: dict[int, int], whole: int) -> dict[int, int]:
    """Return every share that is not nothing, rounded down."""
    parts = {ancestor: amount * bps // whole for ancestor, bps in shares.items()}
    return {ancestor: wei for ancestor, wei in parts.items() if wei}


def _ancestors(fees: Any, name: str, version: int, rest_wei: int) -> list[int]:
    """Return what bases and data get of what a fee leaves."""
    conditions = fees.conditions_at(name, version)
    shares = [item.share_bps for item in (*conditions.bases, *conditions.data)]
    return [wei for share in shares if (wei := rest_wei * share // WHOLE)]


def _legs(
    fees: Any, name: str, version: int, total_wei: int, fee_bps: int, referred_wei: int
) -> list[tuple[LegKind, int]]:
    """Return the legs of a payment under some terms, but for the referrers'."""
    split, fee_wei = fees.terms_of[name][version - 1].split, total_wei * fee_bps // WHOLE
    rest_wei = total_wei - fee_wei
    conditions = fees.conditions_at(name, version)
    kinds = [LegKind.BASE] * len(conditions.bases) + [LegKind.DATA] * len(conditions.data)
    items = (*conditions.bases, *conditions.data)
    legs = [
        (LegKind.TREASURY, fee_wei),
        (LegKind.INFRASTRUCTURE, rest_wei * split.infrastructure_bps // WHOLE),
        *((k, rest_wei * i.share_bps // WHOLE) for k, i in zip(kinds, items, strict=True)),
    ]
    left_wei = total_wei - referred_wei - sum(wei for _, wei in legs)
    return [(kind, wei) for kind, wei in (*legs, (LegKind.AUTHOR, left_wei)) if wei]
