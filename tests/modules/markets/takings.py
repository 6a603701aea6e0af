"""
What the markets' own events say was paid, to be compared with what the book of usage heard.

    log --decode--> legs and refunds of its market == analytics' totals, leg by leg, to the wei
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from chain.kit.abi import decode_sequence
from chain.kit.memory_host import LoggedEvent
from chain.kit.module import CoinsMoved
from chain.kit.record import Event, field_types, indexed_fields, topic_of
from chain.kit.usage import Leg
from chain.types.primitives import Address
from modules.analytics.records import Market, Tally
from modules.analytics.tallies import LEG_FIELDS
from modules.compute.events import EarningsPaid, PolicyRefunded, Refunded
from modules.compute.module import Compute
from modules.devices.module import Devices
from modules.licensing.annotation_events import TaskRefunded
from modules.licensing.events import Disputed, IncomeReleased, LicenceRefunded
from modules.licensing.module import Licensing
from modules.model_fees.events import MeterDisputed, MeterResolved, SplitPaid
from modules.model_fees.module import ModelFees
from modules.model_fees.records import DisputeState, LegKind
from modules.verification.events import SeatSettled
from modules.verification.module import Verification
from modules.verification.records import WHOLE_BPS

MODEL_LEGS: Final = {
    LegKind.TREASURY: Leg.TREASURY,
    LegKind.INFRASTRUCTURE: Leg.INFRASTRUCTURE,
    LegKind.REFERRER: Leg.REFERRER,
    LegKind.AUTHOR: Leg.SUPPLIER,
    LegKind.BASE: Leg.CONTRIBUTOR,
    LegKind.DATA: Leg.CONTRIBUTOR,
}
COIN_LEGS: Final = {  # what only the coins themselves tell, by the reason that they moved for
    (Devices.address, "device_service"): (Market.DEVICES, Leg.SUPPLIER),
    (Devices.address, "device_service_fee"): (Market.DEVICES, Leg.TREASURY),
    (Devices.address, "device_service_burned"): (Market.DEVICES, Leg.BURNED),
    (Licensing.address, "annotation_pay"): (Market.DATA, Leg.SUPPLIER),
    (Licensing.address, "annotation_fee"): (Market.DATA, Leg.TREASURY),
}


def decode(kind: type[Event], log: LoggedEvent) -> Any:
    """Return the event that a log is; indexed text is its hash."""
    kinds, topics = field_types(kind), indexed_fields(kind)
    words = iter(log.topics[1:])
    rest = iter(decode_sequence([t for name, t in kinds.items() if name not in topics], log.data))
    values: dict[str, Any] = {}
    for name, item in kinds.items():
        if name in topics:
            word = next(words)
            values[name] = word if item.is_dynamic else item.decode(word.to_bytes(32, "big"), 0)
        else:
            values[name] = next(rest)
    return kind(**values)


class Takings:
    """Sums of what was paid and given back in each market, by its events alone."""

    def __init__(self) -> None:
        self.legs: Counter[tuple[Market, Leg]] = Counter()
        self.refunded_wei: Counter[Market] = Counter()
        self.disputes: Counter[Market] = Counter()
        self.seats: Counter[tuple[int, int]] = Counter()  # claim, round: what its voters earned
        self.hears: dict[tuple[Address, int], tuple[type[Event], Callable[[Any], None]]] = {}
        listeners: tuple[tuple[Any, type[Event], Callable[[Any], None]], ...] = (
            (Compute, EarningsPaid, self._earned),
            (Compute, Refunded, self._refund_in(Market.COMPUTE)),
            (Compute, PolicyRefunded, self._refund_in(Market.COMPUTE)),
            (Devices, CoinsMoved, self._moved),
            (Verification, CoinsMoved, self._moved),
            (Verification, SeatSettled, self._seated),
            (Licensing, CoinsMoved, self._moved),
            (Licensing, IncomeReleased, self._released),
            (Licensing, LicenceRefunded, self._refund_in(Market.DATA)),
            (Licensing, TaskRefunded, self._refund_in(Market.DATA)),
            (Licensing, Disputed, self._dispute_in(Market.DATA)),
            (ModelFees, SplitPaid, self._split),
            (ModelFees, MeterResolved, self._resolved),
            (ModelFees, MeterDisputed, self._dispute_in(Market.MODELS)),
        )
        for module, kind, hear in listeners:
            self.hears[module.address, int.from_bytes(topic_of(kind), "big")] = (kind, hear)

    def hear(self, log: LoggedEvent) -> None:
        """Count what a log says, if it is about payments."""
        found = self.hears.get((log.address, log.topics[0]))
        if found is not None:
            kind, hear = found
            hear(decode(kind, log))

    def difference(self, market: Market, tally: Tally, court: Any) -> dict[str, tuple[int, int]]:
        """Return what events and book say, by name, where they differ."""
        legs = {leg: self.legs[market, leg] for leg in Leg}
        if market == Market.VERIFICATION:
            legs |= self._fees(court)
        said = {LEG_FIELDS[leg]: wei for leg, wei in legs.items()}
        said["refunded_wei"] = self.refunded_wei[market]
        if market in (Market.DATA, Market.MODELS):
            said["disputes"] = self.disputes[market]
        return {
            name: (value, getattr(tally, name))
            for name, value in said.items()
            if value != getattr(tally, name)
        }

    def _fees(self, court: Any) -> dict[Leg, int]:
        """
        Return whose the fees of all settled rounds are.

        Voters also earn what others lost, which is no fee: their part is at most the fee.
        """
        found = dict.fromkeys((Leg.VERIFIER, Leg.TREASURY), 0)
        for (claim, index), earned_wei in self.seats.items():
            fee_wei = court.rounds[claim][index].fee_wei
            cut_wei = fee_wei * court.rules_of(claim).canary_share_bps // WHOLE_BPS
            voters_wei = min(earned_wei + cut_wei, fee_wei)
            found[Leg.VERIFIER] += voters_wei
            found[Leg.TREASURY] += fee_wei - voters_wei
        return found

    def _add(self, market: Market, **legs_wei: int) -> None:
        for name, wei in legs_wei.items():
            self.legs[market, Leg[name.upper()]] += wei

    def _refund_in(self, market: Market) -> Callable[[Any], None]:
        def hear(event: Any) -> None:
            self.refunded_wei[market] += event.amount_wei

        return hear

    def _dispute_in(self, market: Market) -> Callable[[Any], None]:
        def hear(event: Any) -> None:
            self.disputes[market] += 1

        return hear

    def _earned(self, event: EarningsPaid) -> None:
        supplier_wei = event.gross_wei - event.burned_wei - event.treasury_wei
        parts = {"supplier": supplier_wei, "burned": event.burned_wei}
        self._add(Market.COMPUTE, **parts, treasury=event.treasury_wei)

    def _moved(self, event: CoinsMoved) -> None:
        if (event.source, event.reason) == (Verification.address, "fee_refund"):
            self.refunded_wei[Market.VERIFICATION] += event.amount_wei
        if leg := COIN_LEGS.get((event.source, event.reason)):
            self.legs[leg] += event.amount_wei

    def _seated(self, event: SeatSettled) -> None:
        self.seats[event.claim, event.round] += event.earned_wei

    def _released(self, event: IncomeReleased) -> None:
        parts = {"treasury": event.fee_wei, "referrer": event.referrer_wei}
        self._add(Market.DATA, **parts, contributor=event.royalties_wei, supplier=event.owner_wei)

    def _split(self, event: SplitPaid) -> None:
        self.legs[Market.MODELS, MODEL_LEGS[event.kind]] += event.amount_wei

    def _resolved(self, event: MeterResolved) -> None:
        if event.state != DisputeState.LAPSED:
            self.refunded_wei[Market.MODELS] += event.refunded_wei
