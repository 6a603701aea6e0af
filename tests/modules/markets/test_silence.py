"""
Whoever stops answering, in any state of anything, freezes nobody's money beyond that state's time.

Every state of every machine of the markets, of identity and of the bridge is here: one that waits,
with how it is left, one that may last, with how whoever owns something takes it, or one that waits
for nobody, with the reason. A state that is new fails here until it is one of them.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import partial
from typing import Any

import pytest

from chain.kit.module import Module
from chain.kit.state_machine import StateMachine, machines_of
from modules.bridge.machines import ARRIVAL, ATTESTER, CLIENT, PACKET, ROUTE
from modules.bridge.module import Bridge
from modules.bridge.records import (
    ArrivalState,
    AttesterState,
    ClientState,
    PacketState,
    RouteState,
)
from modules.compute.machines import BIDS, ORDERS, POLICIES, PROVIDER_STATES
from modules.compute.module import Compute
from modules.compute.records import BidState, PolicyState, ProviderState
from modules.devices.machines import CASE, CHALLENGE, DEVICE, PENALTY
from modules.devices.module import Devices
from modules.devices.records import CaseStatus, ChallengeStatus, PenaltyStatus, Status
from modules.identity.machines import CREDENTIAL, GRANT, ISSUER_MACHINE, SUBJECT
from modules.identity.module import Identity
from modules.identity.records import CredentialState, GrantState, IssuerState, SubjectState
from modules.licensing import machines as data
from modules.licensing.annotation_machines import BATCH, TASK
from modules.licensing.annotation_records import TaskState
from modules.licensing.module import Licensing
from modules.licensing.records import (
    AssetState,
    CaseState,
    LicenceState,
    OfferState,
    RevocationState,
    TagState,
)
from modules.model_fees.machines import CHANNELS, DISPUTES, FUNDS
from modules.model_fees.module import ModelFees
from modules.model_fees.records import ChannelState, DisputeState, FundState
from modules.verification.machines import CLAIM, GAME, MEMBERSHIP
from modules.verification.module import Verification
from modules.verification.records import GameState, MemberState
from tests.modules.markets import (
    scenes,
    scenes_of_data,
    scenes_of_models,
    scenes_of_routes,
    scenes_of_subjects,
)
from tests.modules.markets.ballot import NAMES, vote_for_all
from tests.modules.markets.scenes import Subject
from tests.modules.markets.silence import everybody_is_silent

Machine = StateMachine[Any]
State = tuple[Machine, IntEnum]  # two modules may have machines of one name
Reach = Callable[[], Subject]
LATE_BLOCKS = 1  # a deadline is handled at the beginning of the block that it names
MODULES: tuple[type[Module], ...] = (
    *(Compute, Verification, Devices),
    *(Identity, Licensing, ModelFees, Bridge),
)
NOT_DRAWN = (GAME, CASE, PENALTY, CHALLENGE)  # machines that are on no page
NEEDS_NOBODY: dict[State, str] = {
    (GAME, GameState.OVER): "the game is decided; its claim goes on by itself",
    (DEVICE, Status.OFFLINE): "the bond is the owner's own, who may retire the device",
}
SHOWN_BY_ALL: dict[State, str] = {
    (PROVIDER_STATES, ProviderState.ACTIVE): "the providers of every town here take their bonds",
    (PROVIDER_STATES, ProviderState.RETIRED): "it takes its free bond as any other provider does",
    (DEVICE, Status.REGISTERED): "no coins are in it: there is nothing to take",
    (MEMBERSHIP, MemberState.ACTIVE): "the members of every town here resign and are paid",
    (MEMBERSHIP, MemberState.SUSPENDED): "a member that is not drawn resigns like any other",
}


class Ways:
    """How subjects are brought into states."""

    def __init__(self) -> None:
        self.found: dict[State, list[Reach]] = {}

    def add(self, machine: Machine, reach: Callable[..., Subject], *states: IntEnum) -> None:
        """Know one more way into each of some states."""
        for state in states:
            self.found.setdefault((machine, state), []).append(partial(reach, state))

    def add_one(self, machine: Machine, state: IntEnum, reach: Reach) -> None:
        """Know one more way into one state."""
        self.found.setdefault((machine, state), []).append(reach)

    def cases(self) -> list[Any]:
        """Return every way as a test's parameters."""
        return [
            pytest.param(state, reach, id=f"{type(state).__name__}-{state.name}-{index}")
            for (_, state), ways in self.found.items()
            for index, reach in enumerate(ways)
        ]


def waits_of_work(ways: Ways) -> None:
    """Add what waits for somebody where work is ordered, done, judged and served."""
    for kind, state in scenes.ORDERS_IN:
        ways.add_one(ORDERS, state, partial(scenes.order_in, kind, state))
    ways.add(BIDS, scenes.bid_in, BidState.OPEN, BidState.BACKUP, BidState.WON)
    ways.add_one(POLICIES, PolicyState.ACTIVE, scenes.policy_in)
    ways.add(CLAIM, scenes.claim_in, *scenes.CLAIMS_IN)
    ways.add(GAME, scenes.game_in, GameState.SPLITTING, GameState.CHOOSING, GameState.STEPPING)
    ways.add_one(MEMBERSHIP, MemberState.LEAVING, scenes.member_in)
    served = (Status.PROBATION, Status.ACTIVE, Status.DEGRADED)
    more = (Status.MAINTENANCE, Status.SUSPECTED, Status.RETIRING)
    ways.add(DEVICE, scenes.device_in, *served, *more)
    ways.add_one(DEVICE, Status.RETIRING, scenes.indebted)
    ways.add(CHALLENGE, scenes.challenge_in, ChallengeStatus.DRAWN, ChallengeStatus.ANSWERED)
    ways.add(PENALTY, scenes.penalty_in, PenaltyStatus.PENDING, PenaltyStatus.APPEALED)
    ways.add(CASE, scenes.case_in, CaseStatus.OPEN)


def waits_of_data(ways: Ways) -> None:
    """Add what waits for somebody where data is sold, disputed and made."""
    here, tag = scenes_of_data, scenes_of_data.tag_in
    ways.add(data.TAG, tag, TagState.CHALLENGED, TagState.TAGGED)
    given = partial(tag, TagState.TAGGED, is_redirected=True)
    ways.add_one(data.TAG, TagState.TAGGED, given)
    ways.add_one(data.TAG, TagState.TAGGED, partial(tag, TagState.TAGGED, is_contested=True))
    for kind, state in here.LICENCES_IN:
        ways.add_one(data.LICENCE, state, partial(here.licence_in, kind, state))
    ways.add_one(data.LICENCE, LicenceState.ACTIVE, here.renewed)
    revoking = (RevocationState.NOTICE, RevocationState.APPEALED)
    ways.add(data.REVOCATION, here.revocation_in, *revoking)
    ways.add_one(data.REVOCATION, RevocationState.NOTICE, here.paid_back)
    ways.add(data.CASE, here.case_in, CaseState.OPEN)
    tagged = partial(tag, is_contested=True, is_hasty=True)
    ways.add(data.TAG, tagged, TagState.TAGGED)
    ways.add(data.TAG, partial(tag, is_hasty=True), TagState.CHALLENGED)
    ways.add(data.CASE, partial(here.case_in, is_hasty=True), CaseState.OPEN)
    appealed = partial(here.revocation_in, is_hasty=True)
    ways.add(data.REVOCATION, appealed, RevocationState.APPEALED)
    ways.add(TASK, here.task_in, TaskState.OPEN, TaskState.CLOSING)
    for state in here.BATCH_WAITS:
        for is_bounty in (False, True):
            ways.add_one(BATCH, state, partial(here.batch_in, state, is_bounty=is_bounty))


def waits_of_models_and_subjects(ways: Ways) -> None:
    """Add what waits for somebody where models are paid, and people vouched for."""
    here, people = scenes_of_models, scenes_of_subjects
    held = (ChannelState.OPEN, ChannelState.ACTIVE, ChannelState.CLOSING)
    ways.add(CHANNELS, here.channel_in, *held)
    ways.add(DISPUTES, here.dispute_in, *here.DISPUTES_IN)
    ways.add_one(DISPUTES, DisputeState.JUDGED, here.hasty)
    ways.add(FUNDS, here.fund_in, FundState.UNLOCKING)
    ways.add(SUBJECT, people.subject_in, SubjectState.FROZEN, SubjectState.RECOVERING)
    bound = (IssuerState.PROPOSED, IssuerState.BONDED, IssuerState.FROZEN, IssuerState.RESIGNING)
    ways.add(ISSUER_MACHINE, people.issuer_in, *bound)
    live = (CredentialState.ISSUED, CredentialState.ACTIVE, CredentialState.SUSPENDED)
    ways.add(CREDENTIAL, people.credential_in, *live)
    ways.add(GRANT, people.grant_in, GrantState.GRANTED)


def waits_of_routes(ways: Ways) -> None:
    """Add what waits by a clock of this chain between it and others: a bond that leaves."""
    ways.add(ATTESTER, scenes_of_routes.attester_in, AttesterState.LEAVING)


def rests_of_routes(ways: Ways) -> None:
    """Add what waits for a proof, or for anybody, and the ways that may be barred meanwhile."""
    here = scenes_of_routes
    ways.add(PACKET, here.packet_in, PacketState.SENT)
    ways.add(ARRIVAL, here.arrival_in, ArrivalState.DELAYED)
    ways.add(ARRIVAL, partial(here.arrival_in, is_stopped=True), ArrivalState.DELAYED)
    ways.add(CLIENT, here.client_in, ClientState.ACTIVE, ClientState.FROZEN)
    ways.add(ROUTE, here.route_in, RouteState.OPEN, RouteState.PAUSED)
    ways.add(ATTESTER, here.attester_in, AttesterState.BONDED, AttesterState.LEFT)


def rests(ways: Ways) -> None:
    """Add what may last for ever, and what is over and still holds coins."""
    here, people = scenes_of_data, scenes_of_subjects
    ways.add(data.ASSET, here.asset_in, AssetState.DRAFT, AssetState.LISTED, AssetState.PAUSED)
    ways.add(data.OFFER, here.offer_in, OfferState.ACTIVE)
    ways.add(data.REVOCATION, here.revocation_in, RevocationState.LIFTED)
    ways.add(FUNDS, scenes_of_models.fund_in, FundState.FUNDED, FundState.RETURNED)
    ways.add(SUBJECT, people.subject_in, SubjectState.ACTIVE)
    ways.add(ISSUER_MACHINE, people.issuer_in, IssuerState.LAPSED)
    ways.add(CREDENTIAL, people.credential_in, CredentialState.EXPIRED, CredentialState.REVOKED)


def holds_after_the_end(ways: Ways) -> None:
    """Add what is over, or never ends, and still has coins of somebody's in it or behind it."""
    here = scenes_of_data
    ways.add(data.ASSET, here.asset_in, AssetState.RETIRED)
    ways.add_one(data.ASSET, AssetState.RETIRED, here.retired)
    for kind in here.ENDLESS:
        ways.add_one(data.LICENCE, LicenceState.ACTIVE, partial(here.endless, kind))
    ways.add(TASK, here.task_in, TaskState.CLOSED)
    ways.add(ROUTE, scenes_of_routes.route_in, RouteState.KILLED)


def filled(*fill: Callable[[Ways], None]) -> Ways:
    """Return the ways that some functions add."""
    ways = Ways()
    for one in fill:
        one(ways)
    return ways


WAITING = filled(waits_of_work, waits_of_data, waits_of_models_and_subjects, waits_of_routes)
RESTING = filled(rests, rests_of_routes)
OVER = filled(holds_after_the_end)
UNDER_VOTE = filled(
    *(waits_of_data, waits_of_models_and_subjects, waits_of_routes),
    *(rests, rests_of_routes, holds_after_the_end),
)


def all_machines() -> list[Machine]:
    """Return every machine of the modules, those that a page does not draw too."""
    drawn = [item for module in MODULES for item in machines_of(module)]
    return list(dict.fromkeys((*drawn, *NOT_DRAWN)))


def names(states: Iterable[State]) -> set[str]:
    """Return states as one reads them; no two machines have states of one type."""
    return {f"{type(state).__name__}.{state.name}" for _, state in states}


def test_every_state_waits_here_rests_here_or_needs_nobody() -> None:
    """No state of any machine is left out, and none that is gone is still listed."""
    live: set[State] = set()
    resting: set[State] = set()
    for machine in all_machines():
        states = [s for s in machine.states if s != machine.nothing and not machine.is_terminal(s)]
        live |= {(machine, state) for state in states}
        resting |= {(machine, state) for state in machine.resting}
    free = resting | set(NEEDS_NOBODY)
    assert names(live) == names({*WAITING.found, *free})
    assert not names(set(WAITING.found) & free)
    assert names(resting) == names({*RESTING.found, *SHOWN_BY_ALL})
    assert len(names(live)) == len(live)


@pytest.mark.parametrize(("state", "reach"), WAITING.cases())
def test_silence_ends_every_state_and_holds_nobodys_money(state: IntEnum, reach: Reach) -> None:
    """The subject leaves its state within the state's time; then every coin is its owner's."""
    subject = reach()
    assert state == subject.state()
    most = subject.timeout_blocks + LATE_BLOCKS
    subject.town.until(lambda: subject.state() != state, most, seconds=subject.block_s)
    everybody_is_silent(subject.town)


@pytest.mark.parametrize(("state", "reach"), RESTING.cases() + OVER.cases())
def test_what_lasts_or_is_over_is_its_owners_at_any_time(state: IntEnum, reach: Reach) -> None:
    """Where nothing waits, silence changes nothing, and whoever owns a coin takes it alone."""
    subject = reach()
    assert state == subject.state()
    everybody_is_silent(subject.town)


@pytest.mark.parametrize(("state", "reach"), UNDER_VOTE.cases())
def test_votes_leave_what_is_under_way_its_time_and_its_money(state: IntEnum, reach: Reach) -> None:
    """Parameters change once a thing is there: it keeps its time, and its coins their owners."""
    subject = reach()
    assert vote_for_all(subject.town) > len(NAMES) // 2
    if subject.timeout_blocks:
        most = subject.timeout_blocks + LATE_BLOCKS
        subject.town.until(lambda: subject.state() != state, most, seconds=subject.block_s)
    everybody_is_silent(subject.town)
