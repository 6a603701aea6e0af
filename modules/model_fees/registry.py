"""
Models and their terms: put on the register, priced with notice, deprecated, retired.

    register --> version 1 --schedule, notice--> version 2 ...     each: prices, split, conditions
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.types.primitives import Seconds
from modules.model_fees.checks import (
    check_conditions,
    check_metadata,
    check_model_id,
    check_notice,
    check_prices,
    check_whole,
)
from modules.model_fees.events import (
    ConditionsSet,
    ModelRegistered,
    ModelStatusChanged,
    TermsCancelled,
    TermsScheduled,
)
from modules.model_fees.records import (
    NO_CONDITIONS,
    Conditions,
    ModelStatus,
    Prices,
    Registration,
    RevenueSplit,
    Terms,
)
from modules.model_fees.refusals import (
    ModelExists,
    NothingScheduled,
    RetiredTooSoon,
    StatusInvalid,
)

if TYPE_CHECKING:
    from modules.model_fees.books import Books


def register(fees: Books, model_id: str, metadata_uri: str, terms: Terms) -> None:
    """Put a model on the register as its author, with its first terms."""
    check_model_id(model_id)
    if any(fees.registrations[model_id].author):
        raise ModelExists(model_id)
    check_metadata(metadata_uri)
    check_prices(terms.prices)
    check_whole(terms.split, NO_CONDITIONS)
    fees.registrations[model_id] = Registration(
        fees.sender, metadata_uri, ModelStatus.REGISTERED, fees.block.time_s, Seconds(0)
    )
    fees.names.append(model_id)
    fees.number_of[model_id] = len(fees.names)
    fees.terms_of[model_id].append(terms)
    fees.emit(ModelRegistered(fees.sender, model_id, model_id, metadata_uri))


def retire(fees: Books, model_id: str) -> None:
    """Take a deprecated model off sale, after notice."""
    deprecated_s = fees.own(model_id).deprecated_s
    earliest_s = Seconds(deprecated_s + fees.live.price_notice_s)
    if deprecated_s and fees.block.time_s < earliest_s:
        raise RetiredTooSoon(earliest_s)
    advance(fees, model_id, ModelStatus.DEPRECATED, ModelStatus.RETIRED)


def advance(fees: Books, model_id: str, expected: ModelStatus, status: ModelStatus) -> None:
    """Bring the caller's model on in its life; raises StatusInvalid."""
    known = fees.own(model_id)
    if known.status != expected:
        raise StatusInvalid(known.status)
    is_end = status == ModelStatus.DEPRECATED
    deprecated_s = fees.block.time_s if is_end else known.deprecated_s
    fees.registrations[model_id] = replace(known, status=status, deprecated_s=deprecated_s)
    fees.emit(ModelStatusChanged(model_id, model_id, status))


def schedule(
    fees: Books,
    model_id: str,
    effective_s: Seconds,
    prices: Prices | None = None,
    split: RevenueSplit | None = None,
    conditions: Conditions | None = None,
) -> int:
    """Announce terms that differ from the newest in what is given; return their version."""
    known, now_s = fees.own(model_id), fees.block.time_s
    versions = fees.terms_of[model_id]
    newest = versions[len(versions) - 1]
    number = fees.conditions_of[model_id, len(versions)]
    if prices is not None:
        check_prices(prices)
    if conditions is not None:
        check_conditions(fees, model_id, conditions)
    if split is not None or conditions is not None:
        check_whole(
            split or newest.split, conditions or fees.conditions_at(model_id, len(versions))
        )
    if known.status == ModelStatus.RETIRED:
        raise StatusInvalid(known.status)
    is_sold = known.status != ModelStatus.REGISTERED
    notice_s = fees.live.price_notice_s if is_sold else 0
    earliest_s = max(now_s + notice_s, newest.effective_s + 1)
    check_notice(effective_s, Seconds(earliest_s), now_s)
    terms = Terms(effective_s, prices or newest.prices, split or newest.split)
    versions.append(terms)
    version = len(versions)
    fees.emit(TermsScheduled(model_id, model_id, version, terms))
    if conditions is not None:
        number = fees.conditions_count + 1
        fees.conditions_count, fees.conditions[number] = number, conditions
        fees.emit(ConditionsSet(model_id, model_id, version, number))
    if number:
        fees.conditions_of[model_id, version] = number
    return version


def cancel(fees: Books, model_id: str) -> None:
    """Withdraw the newest terms that are not in force yet; raises NothingScheduled."""
    fees.own(model_id)
    versions = fees.terms_of[model_id]
    version = len(versions)
    if version == 1 or versions[version - 1].effective_s <= fees.block.time_s:
        raise NothingScheduled(model_id)
    versions.pop()
    fees.conditions_of[model_id, version] = 0
    fees.emit(TermsCancelled(model_id, model_id, version))
