"""How a lease's clock runs, how pay is split, and how rules fit two words."""

from dataclasses import replace
from typing import Any, Final, NamedTuple

from chain.kit.record import field_types
from chain.types.primitives import Bps, Height, Wei
from modules.compute.params import WHOLE_BPS, ComputeParams
from modules.compute.records import NEVER, Meter, PackedRules, Rules

SHARE_BITS: Final = 16
SPAN_BITS: Final = 32
_NAMES: Final = tuple(field_types(Rules))
_SHARES: Final = tuple(name for name in _NAMES if name.endswith("_bps"))
_SPANS: Final = tuple(name for name in _NAMES if not name.endswith("_bps"))


def share_of(amount_wei: int, bps: int) -> Wei:
    """Return `bps` of an amount, rounded down."""
    return Wei(amount_wei * bps // WHOLE_BPS)


def advance(meter: Meter, now: Height, available_wei: int, holdback: int) -> tuple[Meter, Wei]:
    """
    Return the meter at a height, and the wei that were earned on the way.

    Whole blocks only, as far as the money reaches and the lease lasts; time that nobody funded is
    never charged later. So settling in between changes nothing: the same blocks are charged once.
    """
    end = max(min(now, meter.ends_at), meter.since)
    blocks = end - meter.since
    if meter.rate_wei:
        blocks = min(blocks, available_wei // meter.rate_wei)
    earned_wei = Wei(blocks * meter.rate_wei)
    epoch = now // holdback
    charged = range(meter.since, meter.since + blocks)
    young_wei, prior_wei = _aged(meter, epoch)
    young_wei += meter.rate_wei * _overlap(charged, epoch * holdback, holdback)
    prior_wei += meter.rate_wei * _overlap(charged, (epoch - 1) * holdback, holdback)
    later = replace(
        meter,
        since=max(now, meter.since),
        epoch=epoch,
        young_wei=Wei(young_wei),
        prior_wei=Wei(prior_wei),
    )
    return later, earned_wei


def _aged(meter: Meter, epoch: int) -> tuple[int, int]:
    """What was earned in the epoch `epoch` and in the one before, as known at the meter's time."""
    if epoch == meter.epoch:
        return meter.young_wei, meter.prior_wei
    return 0, meter.young_wei if epoch == meter.epoch + 1 else 0


def _overlap(blocks: range, start: int, length: int) -> int:
    """How many of these blocks lie in an epoch."""
    return max(0, min(blocks.stop, start + length) - max(blocks.start, start))


def depletes_at(meter: Meter, available_wei: int) -> Height:
    """Return the first height whose block the money does not cover; far away at rate zero."""
    if meter.rate_wei == 0:
        return NEVER
    return Height(min(meter.since + available_wei // meter.rate_wei, NEVER))


class Split(NamedTuple):
    """The legs of one payment; they sum to what was paid."""

    provider_wei: Wei
    burned_wei: Wei
    treasury_wei: Wei


def split_pay(paid_wei: int, gross_wei: int, take_bps: Bps, burn_bps: Bps) -> Split:
    """
    Return the legs of a payment to somebody who was paid `paid_wei` before, before the take.

    The take is that of the sum less that of what was paid before, so paying in parts costs the
    same, to the wei, as paying at once.
    """
    taken_wei = share_of(paid_wei + gross_wei, take_bps)
    before_wei = share_of(paid_wei, take_bps)
    take_wei = taken_wei - before_wei
    burned_wei = share_of(taken_wei, burn_bps) - share_of(before_wei, burn_bps)
    return Split(Wei(gross_wei - take_wei), Wei(burned_wei), Wei(take_wei - burned_wei))


def pack_rules(params: ComputeParams) -> PackedRules:
    """Return those parameters that an order keeps from its match on."""
    shares = [getattr(params, name) for name in _SHARES]
    spans = [getattr(params, name) for name in _SPANS]
    return PackedRules(_pack(shares, SHARE_BITS), _pack(spans, SPAN_BITS))


def unpack_rules(packed: PackedRules) -> Rules:
    """Return the rules that two words hold."""
    values: dict[str, Any] = {
        **dict(zip(_SHARES, _unpack(packed.shares, len(_SHARES), SHARE_BITS), strict=True)),
        **dict(zip(_SPANS, _unpack(packed.spans, len(_SPANS), SPAN_BITS), strict=True)),
    }
    return Rules(**values)


def _pack(values: list[int], bits: int) -> int:
    word = 0
    for value in reversed(values):
        assert value >> bits == 0, value
        word = word << bits | value
    return word


def _unpack(word: int, count: int, bits: int) -> list[int]:
    return [word >> (i * bits) & ((1 << bits) - 1) for i in range(count)]
