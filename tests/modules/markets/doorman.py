"""
Who may pass which gate, told from the record alone, by another way than the gate's own.

    call that a policy guards --(policy, account)--> credentials, lists, rates --> may pass or not
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from chain.kit.assembly import own
from chain.types.primitives import Address, Hash32
from modules.devices.module import Devices
from modules.identity.briefs import unpack
from modules.identity.machines import ATTESTING
from modules.identity.module import Identity
from modules.identity.records import CredentialState, PolicyTerms, SubjectState
from modules.licensing.module import Licensing
from modules.model_fees.module import ModelFees

if TYPE_CHECKING:
    from tests.modules.markets.market_town import MarketTown

Asked = list[tuple[int, Address]]  # policies, and who must satisfy each
HELD_MAX: Final = 64  # credentials of one subject


def _by_requester(town: "MarketTown", sender: Address, *values: Any) -> Asked:
    return [(town.compute.settings.requester_policy, sender)]


def _by_owner(town: "MarketTown", sender: Address, policy: int, *values: Any) -> Asked:
    owner = town.compute.policies[policy].owner
    return [(town.compute.settings.requester_policy, owner)]


def _by_bidder(town: "MarketTown", sender: Address, order: int, *values: Any) -> Asked:
    return [(town.compute.terms[order].provider_policy, sender)]


def _by_applicant(town: "MarketTown", sender: Address, *values: Any) -> Asked:
    return [(int(own(Devices, town.host).live.entry_policy), sender)]


def _by_heir(
    town: "MarketTown", sender: Address, device: int, heir: Address, *values: Any
) -> Asked:
    return [(int(own(Devices, town.host).live.entry_policy), heir)]


def _data(town: "MarketTown") -> Any:
    return own(Licensing, town.host)


def _by_buyer(
    town: "MarketTown", sender: Address, offer: int, holder: Address, *values: Any
) -> Asked:
    return [(_data(town).terms[offer].policy, holder)]


def _by_taker(town: "MarketTown", sender: Address, licence: int, target: Address) -> Asked:
    page = _data(town)
    return [(page.terms[page.licences[licence].offer].policy, target)]


def _by_annotator(town: "MarketTown", sender: Address, task: int) -> Asked:
    return [(_data(town).task_terms[task].policy, sender)]


def _by_eraser(town: "MarketTown", sender: Address, *values: Any) -> Asked:
    return [(_data(town).settings.erasure_policy, sender)]


def _by_regulator(town: "MarketTown", sender: Address, *values: Any) -> Asked:
    return [(_data(town).settings.regulator_policy, sender)]


def _policy_of(town: "MarketTown", model_id: str) -> int:
    fees: Any = own(ModelFees, town.host)
    if not any(fees.registrations[model_id].author):
        return 0
    return int(fees.conditions_at(model_id, fees.version_at(model_id, town.time_s)).policy)


def _by_user(town: "MarketTown", sender: Address, model_id: str, *values: Any) -> Asked:
    return [(_policy_of(town, model_id), sender)]


def _by_payer(town: "MarketTown", sender: Address, terms: Any) -> Asked:
    return [(_policy_of(town, item.model_id), sender) for item in terms.models]


GUARDED: Final[dict[tuple[str, str], Callable[..., Asked]]] = {
    ("compute", "open_order"): _by_requester,
    ("compute", "open_under_policy"): _by_owner,
    ("compute", "place_bid"): _by_bidder,
    ("devices", "register"): _by_applicant,
    ("devices", "transfer"): _by_heir,
    ("licensing", "buy"): _by_buyer,
    ("licensing", "transfer_licence"): _by_taker,
    ("licensing", "join_task"): _by_annotator,
    ("licensing", "request_erasure"): _by_eraser,
    ("licensing", "order_revocation"): _by_regulator,
    ("model_fees", "pay_for_use"): _by_user,
    ("model_fees", "pay_for_units"): _by_user,
    ("model_fees", "open_channel"): _by_payer,
}


class Doorman:
    """Knows which calls a policy guards, and whom it would let through."""

    def __init__(self, town: "MarketTown") -> None:
        self.town = town
        self.passed: Counter[tuple[int, int, int]] = Counter()  # policy, subject, window

    def asked(self, module: str, name: str, sender: Address, values: Sequence[Any]) -> Asked:
        """Return the policies that guard a call, each with whom it looks at."""
        ask = GUARDED.get((module, name))
        asked = ask(self.town, sender, *values) if ask else []
        return [(policy, who) for policy, who in asked if policy]

    def admits(self, policy: int, who: Address) -> bool:
        """Whether a policy admits an account, by what stands on record of it."""
        page: Any = own(Identity, self.town.host)
        subject = page.number_of[who]
        is_known = subject and page.subjects[subject].state == SubjectState.ACTIVE
        if not is_known or policy > page.policy_count:
            return False
        terms: PolicyTerms = page.policy_terms[policy, page.policies[policy].version]
        held = self.held(page, subject)
        if terms.barred_list and page.barred[terms.barred_list, subject]:
            return False
        if terms.rate_limit:
            window = self.town.height // terms.rate_blocks
            if self.passed[policy, subject, window] >= terms.rate_limit:
                return False
        return _has_all(terms, held)

    def held(self, page: Any, subject: int) -> dict[Hash32, list[int]]:
        """Return by schema the jurisdictions of a subject's credentials that count now."""
        found: dict[Hash32, list[int]] = {}
        for number in page.held_by[subject].page(0, HELD_MAX):
            brief, claim = unpack(page.briefs[number]), page.claims[number]
            issuer = page.issuers[brief.issuer]
            counts = (
                brief.state == CredentialState.ACTIVE
                and claim.valid_from_s <= self.town.time_s < claim.expiry_s
                and issuer.state in ATTESTING
                and claim.schema in page.schemas[brief.issuer]
                and claim.version == page.attributes[subject, claim.schema].version
            )
            if counts:
                found.setdefault(claim.schema, []).append(claim.jurisdiction)
        return found

    def note(self, policy: int, subject: int) -> None:
        """Count somebody who was let through."""
        page: Any = own(Identity, self.town.host)
        terms = page.policy_terms[policy, page.policies[policy].version]
        if terms.rate_limit:
            self.passed[policy, subject, self.town.height // terms.rate_blocks] += 1


def _has_all(terms: PolicyTerms, held: dict[Hash32, list[int]]) -> bool:
    """Whether what is held is what a policy asks for."""

    def is_good(schema: Hash32) -> bool:
        places = held.get(schema, [])
        return bool(places) and (not terms.allowed or any(p in terms.allowed for p in places))

    everywhere = [
        place for schema in (*terms.all_of, *terms.any_of) for place in held.get(schema, [])
    ]
    return (
        all(map(is_good, terms.all_of))
        and (not terms.any_of or any(map(is_good, terms.any_of)))
        and not any(place in terms.denied for place in everywhere)
    )
