"""Policies: what each rule lets through, in versions, at a block, with every reason named."""

from typing import Any

import pytest

from chain.kit.admission import NO_POLICY, Denied, Reason
from chain.kit.host import CallInfo
from chain.kit.module import AUTHORITY, Unauthorized
from chain.types.primitives import Hash32
from modules.identity.events import AccessDecided, Barred, ListCreated, PolicySet
from modules.identity.module import Identity
from modules.identity.records import PolicyTerms
from modules.identity.refusals import (
    CostMismatch,
    NotOwner,
    PolicyInvalid,
    UnknownList,
    UnknownPolicy,
)
from tests.modules.identity.scene import (
    ASSESSOR,
    CASE,
    FEE_WEI,
    FRANCE,
    JAPAN,
    KYC,
    NOWHERE,
    OFFICER,
    OTHER,
    OWNER,
    RESIDENCE,
    RIVAL,
    SKILL,
    STRANGER,
    Market,
    Scene,
)
from tests.modules.stage import account


def ready(**changed: Any) -> Scene:
    """Return a scene with subject 1 and issuers 1 and 2."""
    scene = Scene(**changed)
    scene.subject()
    scene.issuer()
    scene.issuer(RIVAL)
    return scene


def test_what_is_not_known_is_denied() -> None:
    """I6: no subject, no policy, no activity: no admission, and each is named."""
    scene = ready()
    policy = scene.policy()
    assert () == scene.reasons(policy)
    assert ("UNKNOWN_SUBJECT",) == scene.reasons(policy, STRANGER)
    assert ("NO_SUCH_POLICY",) == scene.reasons(policy + 1)
    assert ("NO_SUCH_POLICY", "UNKNOWN_SUBJECT") == scene.reasons(policy + 1, STRANGER)
    assert () == scene.reasons(NO_POLICY, STRANGER)
    with scene.stage.refuses(Denied):
        scene.enter(policy, STRANGER)
    with scene.stage.refuses(Denied):
        scene.enter(policy + 1)
    scene.enter(NO_POLICY, STRANGER)


def test_a_subject_that_is_not_active_is_admitted_nowhere() -> None:
    """Frozen, recovering or deactivated; afterwards it is admitted again."""
    scene = Scene()
    number, policy = scene.frozen(), scene.policy()
    assert ("SUBJECT_INACTIVE",) == scene.reasons(policy)
    scene.blocks(5)
    assert () == scene.reasons(policy)
    scene.approve(number, 11)
    scene.approve(number, 12)
    assert ("SUBJECT_INACTIVE",) == scene.reasons(policy)
    scene.call("veto_recovery", number)
    scene.call("deactivate", number)
    assert ("UNKNOWN_SUBJECT",) == scene.reasons(policy)


def test_all_of_needs_each_and_any_of_one() -> None:
    """Both lists count together."""
    scene = ready()
    both = scene.policy(all_of=(KYC, RESIDENCE))
    either = scene.policy(any_of=(RESIDENCE, SKILL))
    assert ("CREDENTIAL_MISSING",) == scene.reasons(both) == scene.reasons(either)
    scene.issue(1, KYC)
    assert ("CREDENTIAL_MISSING",) == scene.reasons(both) == scene.reasons(either)
    scene.issue(1, RESIDENCE)
    assert () == scene.reasons(both) == scene.reasons(either)


def test_a_bad_claim_hides_no_good_one() -> None:
    """T-REX#73, #83: the first bad claim hid later good ones; here one good one is enough."""
    scene = ready()
    policy = scene.policy(all_of=(KYC,), allowed=(JAPAN,))
    bad = scene.issue(1, sender=ASSESSOR)
    scene.call("suspend", bad, sender=ASSESSOR)
    scene.issue(1, sender=RIVAL)
    assert () == scene.reasons(policy)
    scene.issue(1, sender=ASSESSOR, jurisdiction=FRANCE)
    assert () == scene.reasons(policy)


def test_jurisdictions_are_allowed_or_denied() -> None:
    """One credential of an allowed one is enough; none may be of a denied one."""
    scene = ready()
    allowing = scene.policy(all_of=(KYC,), allowed=(JAPAN,))
    choosing = scene.policy(any_of=(KYC, SKILL), allowed=(JAPAN,))
    denying = scene.policy(any_of=(KYC, SKILL), denied=(NOWHERE,))
    assert ("CREDENTIAL_MISSING",) == scene.reasons(allowing) == scene.reasons(choosing)
    scene.issue(1, jurisdiction=FRANCE)
    assert ("JURISDICTION",) == scene.reasons(allowing) == scene.reasons(choosing)
    assert () == scene.reasons(denying)
    scene.issue(1, sender=RIVAL, jurisdiction=JAPAN)
    assert () == scene.reasons(allowing) == scene.reasons(choosing)
    scene.issue(1, SKILL, jurisdiction=NOWHERE)
    assert ("JURISDICTION",) == scene.reasons(denying)


def test_a_tier_of_stake_is_the_accounts() -> None:
    """The tier is asked of whoever knows stake, at that moment."""
    scene = ready()
    policy = scene.policy(tier_min=3)
    assert ("TIER",) == scene.reasons(policy)
    scene.stakes.tiers[account(OWNER)] = 3
    assert () == scene.reasons(policy)


def test_a_rate_limits_admissions_in_a_window() -> None:
    """What was denied is not counted; the next window begins anew; accounts share the rate."""
    scene = ready()
    policy = scene.policy(rate_limit=2, rate_blocks=10)
    scene.go_to(scene.stage.height // 10 * 10 + 10)
    scene.enter(policy)
    scene.link(1, 100)
    assert 0 == scene.renew(policy)
    assert ("RATE",) == scene.reasons(policy)
    with scene.stage.refuses(Denied):
        scene.enter(policy)
    assert int(Reason.RATE) == scene.renew(policy)
    scene.blocks(10)
    assert () == scene.reasons(policy)


def test_a_list_bars_subjects_until_it_does_not() -> None:
    """Its owner keeps it, one list serves many policies, and it needs no credential."""
    scene = ready()
    number = scene.call("create_list", account(OTHER), sender=OTHER, value_wei=FEE_WEI)
    assert scene.stage.logged(ListCreated(number, account(OTHER)))
    policies = [scene.policy(barred_list=number) for _ in range(2)]
    with scene.stage.refuses(NotOwner):
        scene.call("bar", number, 1, True, sender=STRANGER)
    for unknown in (0, number + 1):
        with scene.stage.refuses(UnknownList):
            scene.call("bar", unknown, 1, True, sender=OTHER)
    scene.call("bar", number, 1, True, sender=OTHER)
    assert scene.stage.logged(Barred(number, 1, True))
    assert scene.call("is_barred", number, 1)
    assert [("LISTED",)] * 2 == [scene.reasons(policy) for policy in policies]
    scene.call("bar", number, 1, False, sender=OTHER)
    assert () == scene.reasons(policies[0])


def test_all_reasons_are_named_at_once() -> None:
    """Whoever is denied sees all that it lacks, not the first."""
    scene = ready()
    barred = scene.call("create_list", account(OTHER), sender=OTHER, value_wei=FEE_WEI)
    scene.call("bar", barred, 1, True, sender=OTHER)
    policy = scene.policy(all_of=(KYC,), tier_min=1, barred_list=barred)
    scene.call("set_guardians", 1, (account(11),), 1)
    scene.call("freeze", 1, CASE, 5, sender=OFFICER)
    expected = ("SUBJECT_INACTIVE", "CREDENTIAL_MISSING", "TIER", "LISTED")
    assert expected == scene.reasons(policy)


def test_policies_come_in_versions_that_never_change() -> None:
    """Other terms are another version: it counts for checks from then on; the old one stays."""
    scene = ready()
    number = scene.policy(all_of=(KYC,))
    assert scene.stage.logged(PolicySet(number, 1, account(OTHER)))
    with scene.stage.refuses(NotOwner):
        scene.call("amend_policy", number, PolicyTerms(), sender=STRANGER, value_wei=FEE_WEI)
    with scene.stage.refuses(CostMismatch):
        scene.call("amend_policy", number, PolicyTerms(), sender=OTHER)
    version = scene.call("amend_policy", number, PolicyTerms(), sender=OTHER, value_wei=FEE_WEI)
    assert (2, ()) == (version, scene.reasons(number))
    assert (KYC,) == scene.call("policy", number, 1).terms.all_of
    assert PolicyTerms() == scene.call("policy", number, 0).terms
    assert (number,) == scene.call("policies_of", account(OTHER), 0, 10)
    assert number == scene.call("policy_total")
    for unknown in ((0, 0), (number + 1, 0), (number, 3)):
        with scene.stage.refuses(UnknownPolicy):
            scene.call("policy", *unknown)


def test_a_decision_stands_and_new_terms_count_for_new_ones() -> None:
    """An admission under an older version is not undone; each names the version it was under."""
    scene = ready()
    number = scene.policy()
    scene.enter(number)
    scene.call("amend_policy", number, PolicyTerms(all_of=(KYC,)), sender=OTHER, value_wei=FEE_WEI)
    with scene.stage.refuses(Denied):
        scene.enter(number)
    owner, market = account(OWNER), Market.address
    assert scene.stage.logged(AccessDecided(number, owner, market, 1, 1, 0))
    scene.renew(number)
    missing = int(Reason.CREDENTIAL_MISSING)
    assert scene.stage.logged(AccessDecided(number, owner, market, 2, 1, missing))


def test_what_governance_owns_votes_change() -> None:
    """Anybody may give governance a policy or a list; then only a passed proposal changes it."""
    scene = ready()
    values = (PolicyTerms(), AUTHORITY)
    policy = scene.call("create_policy", *values, sender=OTHER, value_wei=FEE_WEI)
    barred = scene.call("create_list", AUTHORITY, sender=OTHER, value_wei=FEE_WEI)
    with scene.stage.refuses(NotOwner):
        scene.call("amend_policy", policy, PolicyTerms(), sender=OTHER, value_wei=FEE_WEI)
    with scene.stage.refuses(Unauthorized):
        scene.call("govern_policy", policy, PolicyTerms(), sender=OTHER)
    scene.govern("govern_bar", barred, 1, True)
    scene.govern("govern_policy", policy, PolicyTerms(barred_list=barred))
    assert ("LISTED",) == scene.reasons(policy)
    others = scene.policy()
    with scene.stage.refuses(NotOwner):
        scene.govern("govern_policy", others, PolicyTerms())


def test_unsound_terms_are_refused() -> None:
    """A policy that could not be kept, or that nobody could satisfy by its form, is none."""
    scene = ready()
    many = tuple(Hash32(bytes([n]) * 32) for n in range(1, 10))
    countries = tuple(range(1, 34))
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("all_of", {"all_of": many}),
        ("all_of", {"any_of": many}),
        ("all_of", {"all_of": (KYC,), "any_of": (KYC,)}),
        ("allowed", {"all_of": (KYC,), "allowed": countries}),
        ("allowed", {"all_of": (KYC,), "allowed": (JAPAN,), "denied": (JAPAN,)}),
        ("denied", {"all_of": (KYC,), "denied": (0,)}),
        ("denied", {"all_of": (KYC,), "allowed": (1_000,)}),
        ("any_of", {"allowed": (JAPAN,)}),
        ("tier_min", {"tier_min": 6}),
        ("rate_limit", {"rate_limit": 1_000_001, "rate_blocks": 1}),
        ("rate_blocks", {"rate_limit": 1}),
        ("rate_blocks", {"rate_blocks": 1}),
        ("barred_list", {"barred_list": 1}),
    ]
    for field, terms in wrong:
        with scene.stage.refuses(PolicyInvalid, field):
            scene.policy(**terms)


def test_a_gate_that_stands_still_admits_nobody() -> None:
    """A paused module denies by name, and lets through what asks for no policy."""
    scene = ready()
    policy = scene.policy()
    scene.identity.set_paused(True)
    assert ("GATE_PAUSED",) == scene.reasons(policy)
    with scene.stage.refuses(Denied):
        scene.enter(policy)
    assert int(Reason.GATE_PAUSED) == scene.renew(policy)
    scene.enter(NO_POLICY)
    scene.identity.set_paused(False)


def test_a_policy_may_be_required_once_it_is_there() -> None:
    """Markets ask before they take a policy's number; zero asks for nothing."""
    scene = ready()
    policy = scene.policy()
    gate = Identity(scene.stage.host, CallInfo(Market.address))
    assert [True, True, False] == [gate.has_policy(n) for n in (0, policy, policy + 1)]


@pytest.mark.parametrize("fees", [0, FEE_WEI - 1, FEE_WEI + 1])
def test_policies_and_lists_cost_a_fee(fees: int) -> None:
    """Numbers are not for spam: the fee is exact, and burned."""
    scene = ready()
    for name, values in (
        ("create_policy", (PolicyTerms(), account(1))),
        ("create_list", (AUTHORITY,)),
    ):
        with scene.stage.refuses(CostMismatch):
            scene.call(name, *values, value_wei=fees)
