"""
Analytics: what markets were really paid for, counted on chain, so that use is told from talk.

    market --note_payment(payer, uses, legs)--> totals for ever --epoch's end--> copy in a ring
           --note_refund, note_dispute, note_verdict-->
    mint, compute, devices --totals they keep anyway--> epoch's supply and utilisation

Wired markets tell, nobody else. The book holds no coins and decides nothing: a market swallows
what the book refuses, so that a book that is paused or full stops nobody (`tell` of the kit). What
it did not hear is not made up later.

Active payers are exact: a payer's one word says in which epoch it last paid each market.
"""

from collections.abc import Mapping

from chain.kit.module import Module, Paused, Unauthorized, audit, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, PairMap, Struct, Value, words_of
from chain.kit.usage import Leg, LegAmount
from chain.types.primitives import Address, Height, Seconds, Wei
from modules.analytics import audits, epochs
from modules.analytics.peers import ComputeMarket, Register, Supply
from modules.analytics.records import (
    MARKETS,
    PAGE_MAX,
    WHOLE_BPS,
    AnalyticsGenesis,
    AnalyticsParams,
    CounterFull,
    Epoch,
    EpochClosed,
    EpochUnknown,
    EpochView,
    Market,
    Rates,
    Tally,
    Utilisation,
)
from modules.analytics.tallies import LEG_FIELDS, charged_wei, raised

LANE_BITS = 32  # of a payer's mark: the epoch in which it last paid one market
LANE_MASK = (1 << LANE_BITS) - 1
SAYS = (CounterFull, EpochClosed, EpochUnknown)  # its parts say these in its name


class Analytics(Module, address=0x0A06):
    """How much the network is used, by whom it is paid, and who gets what."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, AnalyticsParams)  # slots 0 to 31 are the parameters'
    epoch_number = Value(32, int)  # of the running one, from 1
    began_at = Value(33, Height)
    began_s = Value(34, Seconds)
    ends_at = Value(35, Height)  # its last block
    minted_before_wei = Value(36, Wei)  # what the mint had created when it began
    burned_before_wei = Value(37, Wei)
    counters = PairMap(38, int, int, int)  # market, word: packed as in tallies.py
    copies = PairMap(39, int, int, int)  # epoch's place in the ring << 8 | market, word
    kept = Map(40, int, Epoch)  # epoch's place in the ring
    marks = Map(41, Address, int)  # payer: a lane of 32 bits for each market

    markets: Mapping[Address, Market] = peer()
    mint: Supply = peer()
    compute: ComputeMarket = peer()
    devices: Register = peer()

    def genesis(self, state: AnalyticsGenesis) -> None:
        """Set the parameters and begin the first epoch; raises Malformed."""
        self.settings = checked(state.params)
        epochs.begin(self, 1, Height(self.block.height + 1))

    @view
    def params(self) -> AnalyticsParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def current_epoch(self) -> EpochView:
        """Return the running epoch so far."""
        return epochs.view_of(self, self.epoch_number)

    @view
    def epoch(self, number: int) -> EpochView:
        """Return an epoch of the whole network; the newest 400 that are over are kept."""
        return epochs.view_of(self, number)

    @view
    def history(self, first: int, limit: int) -> tuple[EpochView, ...]:
        """Return closed epochs from a number on, oldest first, at most PAGE_MAX."""
        begin = max(first, epochs.oldest_kept(self))
        end = min(self.epoch_number, begin + min(limit, PAGE_MAX))
        return tuple(epochs.view_of(self, number) for number in range(begin, end))

    @view
    def totals(self) -> Tally:
        """Return what all markets did so far; who paid in two markets is one payer."""
        return epochs.network_total(self)

    @view
    def market_totals(self, market: Market) -> Tally:
        """Return what one market, or ALL of them, did so far."""
        return self._total(market)

    @view
    def market_epoch(self, market: Market, number: int) -> Tally:
        """Return what one market, or ALL of them, did in an epoch."""
        if market == Market.ALL:
            return epochs.network(self, number)
        return epochs.tally_of(self, market, number)

    @view
    def active_payers(self, market: Market, number: int) -> int:
        """Return how many accounts paid a market, or ALL of them, in an epoch."""
        return epochs.tally_of(self, market, number).active_payers

    @view
    def revenue(self, market: Market, leg: Leg) -> Wei:
        """Return what one leg of a market's payments, or of ALL, got so far, in wei."""
        found: Wei = getattr(self._total(market), LEG_FIELDS[leg])
        return found

    @view
    def charged(self, market: Market) -> Wei:
        """Return what payers of a market, or of ALL, were charged so far, in wei."""
        return charged_wei(self._total(market))

    @view
    def rates(self, market: Market) -> Rates:
        """Return how much of a market, or of ALL, is disputed, lost and refunded, in bps."""
        tally = self._total(market)
        ruled = tally.disputes_lost + tally.disputes_won
        returned_of_wei = charged_wei(tally) + tally.refunded_wei
        return Rates(
            _bps(tally.disputes, tally.payments),
            _bps(tally.disputes_lost, ruled),
            _bps(tally.refunded_wei, returned_of_wei),
        )

    @view
    def utilisation(self, number: int) -> Utilisation:
        """Return how much of compute and devices was in use when an epoch ended, in bps."""
        epoch = epochs.view_of(self, number).epoch
        return Utilisation(
            _bps(epoch.slots_busy, epoch.slots_declared),
            _bps(epoch.devices_ready, epoch.devices_bonded),
        )

    # What markets tell; no part of the interface.

    def note_payment(self, payer: Address, uses: int, legs: tuple[LegAmount, ...]) -> None:
        """Count a payment; one of nothing is none. Raises Unauthorized, Paused, CounterFull."""
        market = self._teller()
        changes = {"payments": 1, "uses": uses}
        total_wei = 0
        for leg in legs:
            name = LEG_FIELDS[leg.leg]
            changes[name] = changes.get(name, 0) + leg.amount_wei
            total_wei += leg.amount_wei
        if total_wei == 0:
            return
        fresh = self._mark(payer, market)
        changes |= fresh.pop(market, {})
        self._raise(*fresh.items(), (market, changes))

    def note_refund(self, payer: Address, amount_wei: Wei) -> None:
        """Count coins that went back; raises Unauthorized, Paused, CounterFull."""
        market = self._teller()
        if amount_wei:
            self._raise((market, {"refunds": 1, "refunded_wei": amount_wei}))

    def note_dispute(self) -> None:
        """Count a dispute; raises Unauthorized, Paused, CounterFull."""
        self._raise((self._teller(), {"disputes": 1}))

    def note_verdict(self, supplier_lost: bool) -> None:
        """
        Count how a dispute ended, unless the book did not hear that there was one.

        Raises Unauthorized, Paused, CounterFull.
        """
        market = self._teller()
        tally = epochs.disputes_of(self, market)
        if tally.disputes_lost + tally.disputes_won < tally.disputes:
            self._raise((market, {"disputes_lost" if supplier_lost else "disputes_won": 1}))

    def end_block(self) -> None:
        """Close the epoch whose last block this is."""
        if self.block.height >= self.ends_at:
            epochs.close(self)

    @invariant
    def verdicts_follow_disputes(self) -> bool:
        """No market has more verdicts than disputes."""
        return all(
            tally.disputes_lost + tally.disputes_won <= tally.disputes
            for tally in (epochs.disputes_of(self, market) for market in MARKETS)
        )

    @audit
    def epochs_are_sound(self) -> bool:
        """In each kept epoch nothing shrank, and who was active paid."""
        return audits.epochs_are_sound(self)

    @audit
    def supply_changes_sum(self) -> bool:
        """Coins created and destroyed in the epochs are those that the mint tells of."""
        return audits.supply_changes_sum(self)

    def _teller(self) -> Market:
        """Markets call past the dispatcher, so that the pause is checked here."""
        market = self.markets.get(self.sender)
        if market is None:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()
        return market

    def _total(self, market: Market) -> Tally:
        is_all = market == Market.ALL
        return epochs.network_total(self) if is_all else epochs.total_of(self, market)

    def _raise(self, *raises: tuple[Market, dict[str, int]]) -> None:
        """Raise counters of markets, by name; raises CounterFull."""
        words, changed = words_of(self), []
        for market, changes in raises:
            slot_of = self.counters.row(market)
            read = lambda index, slot_of=slot_of: words[slot_of(index)]  # noqa: E731
            found = raised(read, changes)
            changed += [(slot_of(index), word) for index, word in found.items()]
        self.host.save_many(self.address, changed)

    def _mark(self, payer: Address, market: Market) -> dict[Market, dict[str, int]]:
        """Note in which epoch a payer paid; return whose payers it is one more of."""
        before, number = self.marks[payer], self.epoch_number
        after, fresh = before, {}
        for lane in (Market.ALL, market):
            shift = LANE_BITS * lane
            last = before >> shift & LANE_MASK
            if last != number:
                after += (number - last) << shift
                fresh[lane] = {"active_payers": 1, "payers": 0 if last else 1}
        if fresh:
            self.marks[payer] = after
        return fresh


def _bps(part: int, whole: int) -> int:
    return part * WHOLE_BPS // whole if whole else 0
