"""What requesters, providers and payers may ask for."""

from __future__ import annotations

from collections.abc import Sequence

from chain.types.primitives import Height
from modules.compute.params import ComputeParams
from modules.compute.records import (
    ATTRIBUTES_MAX,
    CAPACITIES_MAX,
    PRICE_WEI_MAX,
    SLOTS_MAX,
    TIER_MAX,
    URI_BYTES_MAX,
    Attribute,
    Capacity,
    Kind,
    OrderTerms,
    PolicyTerms,
    Tenure,
)
from modules.compute.refusals import (
    AttributesInvalid,
    CapacityInvalid,
    TermsInvalid,
    UriInvalid,
)


def check_between(field: str, found: int, minimum: int, maximum: int) -> None:
    """Raise TermsInvalid where a number is out of its bounds."""
    if not minimum <= found <= maximum:
        raise TermsInvalid(field, minimum, maximum, found)


def check_attributes(attributes: Sequence[Attribute]) -> None:
    """Raise AttributesInvalid where there are too many, one is twice there, or one is zero."""
    keys = {item.key for item in attributes}
    is_named = all(any(item.key) and any(item.value) for item in attributes)
    if len(attributes) > ATTRIBUTES_MAX or len(keys) != len(attributes) or not is_named:
        raise AttributesInvalid(ATTRIBUTES_MAX, len(attributes))


def check_capacities(capacities: Sequence[Capacity]) -> None:
    """Raise CapacityInvalid where there are too many classes, one twice, or one too large."""
    classes = {item.capacity_class for item in capacities}
    is_small = all(0 < item.slots <= SLOTS_MAX for item in capacities)
    if len(capacities) > CAPACITIES_MAX or len(classes) != len(capacities) or not is_small:
        raise CapacityInvalid(CAPACITIES_MAX, len(capacities))


def check_uri(uri: str) -> None:
    """Raise UriInvalid for an endpoint without text or with too much."""
    found = len(uri.encode())
    if not 0 < found <= URI_BYTES_MAX:
        raise UriInvalid(URI_BYTES_MAX, found)


def check_terms(terms: OrderTerms, params: ComputeParams, height: Height) -> None:
    """Raise TermsInvalid or AttributesInvalid where an order asks for what cannot be."""
    check_attributes(terms.attributes)
    check_between("tier_min", terms.tier_min, 0, TIER_MAX)
    check_between("price_max_wei", terms.price_max_wei, 1, PRICE_WEI_MAX)
    check_between("ttl_blocks", terms.ttl_blocks, 1, params.order_ttl_blocks_max)
    check_between("auction_blocks", terms.auction_blocks, 0, terms.ttl_blocks)
    if terms.kind == Kind.JOB:
        check_between("tenure", terms.tenure, 0, 0)
        check_between("run_blocks", terms.run_blocks, 1, params.run_blocks_max)
        check_between("milestones", terms.milestones, 1, params.milestones_max)
        check_between("duration_blocks", terms.duration_blocks, 0, 0)
        check_between("reclaim_blocks", terms.reclaim_blocks, 0, 0)
    else:
        _check_lease(terms, params)
    is_reserved = terms.tenure == Tenure.RESERVED
    latest = height + params.lease_blocks_max if is_reserved else 0
    earliest = height + terms.ttl_blocks + 1 if is_reserved else 0
    check_between("start_height", terms.start_height, earliest, max(earliest, latest))
    if not is_reserved:
        check_between("reservation_wei", terms.reservation_wei, 0, 0)


def _check_lease(terms: OrderTerms, params: ComputeParams) -> None:
    check_between("run_blocks", terms.run_blocks, 0, 0)
    check_between("milestones", terms.milestones, 0, 0)
    check_between("duration_blocks", terms.duration_blocks, 0, params.lease_blocks_max)
    if terms.tenure == Tenure.SPOT:
        check_between("reclaim_blocks", terms.reclaim_blocks, 0, 0)
    else:
        least, most = params.reclaim_blocks_min, params.reclaim_blocks_max
        check_between("reclaim_blocks", terms.reclaim_blocks, least, most)


def check_policy(terms: PolicyTerms, params: ComputeParams, height: Height) -> None:
    """Raise TermsInvalid or AttributesInvalid where a policy could not be kept."""
    check_attributes(terms.attributes)
    check_between("tier_min", terms.tier_min, 0, TIER_MAX)
    check_between("job_wei_max", terms.job_wei_max, 1, 2**255)
    check_between("period_wei_max", terms.period_wei_max, terms.job_wei_max, 2**255)
    check_between("period_blocks", terms.period_blocks, 1, params.policy_blocks_max)
    latest = height + params.policy_blocks_max
    check_between("expires_at", terms.expires_at, height + 1, latest)
