"""Every (state, call, role) of a claim, a member and a game: allowed, or refused by its name."""

from typing import Any

import pytest

from chain.kit.record import Refusal
from chain.kit.state_machine import ANYONE, RoleForbids, StateForbids
from modules.verification.machines import CLAIM, GAME, MEMBERSHIP
from modules.verification.records import ClaimState, GameState, MemberState, Role
from tests.modules.stage import COIN, account
from tests.modules.triples import STRANGER
from tests.modules.verification.scene import CHALLENGER, OTHER, WORKER, Court
from tests.modules.verification.states import ACTORS, CALLS, VOTER, claim_in, game_in

OPENERS = ("open_claim", "open_dispute")  # no number yet: only who may ask is asked
MOVES = {  # the state of the game, where there is one, that takes the move
    "post_middle": GameState.SPLITTING,
    "choose_half": GameState.CHOOSING,
    "prove_step": GameState.STEPPING,
}
ROLES = tuple(ACTORS)
CASES = [
    pytest.param(*triple, id=f"{triple[0].name}-{triple[1]}-{triple[2]}")
    for triple in CLAIM.triples(ROLES)
    if triple[1] not in OPENERS
]


@pytest.mark.parametrize(("state", "call", "role"), CASES)
def test_a_claim_takes_what_its_table_says(state: ClaimState, call: str, role: str):
    """Each call in each state by each role has its effect, or is refused by its named refusal."""
    is_played = state == ClaimState.BISECTING and call in MOVES
    scene: Any = game_in(MOVES[call]) if is_played else claim_in(state)
    is_seated = role != "voter" or scene.court.page.seat_of[scene.number << 8, account(VOTER)]
    table_role = ANYONE if role == STRANGER or (role == "voter" and not is_seated) else role
    if role == "challenger" and not any(
        item.challenger == account(CHALLENGER) for item in scene.court.rounds(scene.number)
    ):
        table_role = ANYONE
    if CLAIM.allows(call, state, table_role):
        CALLS[call](scene, ACTORS[role])
        assert scene.court.state(scene.number) in CLAIM.targets(call, state)
        scene.stage.next_block()
        return
    knows = any(state in line.sources for line in CLAIM.transitions if line.name == call)
    with scene.stage.refuses(RoleForbids if knows else StateForbids):
        CALLS[call](scene, ACTORS[role])
    assert state == scene.court.state(scene.number)


GAME_CASES = [
    pytest.param(*triple, id=f"{triple[0].name}-{triple[1]}-{triple[2]}")
    for triple in GAME.triples(("worker", "challenger", STRANGER))
]


@pytest.mark.parametrize(("state", "call", "role"), GAME_CASES)
def test_a_game_takes_what_its_table_says(state: GameState, call: str, role: str):
    """Each move in each state by each side has its effect, or is refused."""
    scene: Any = game_in(state)
    who = {"worker": WORKER, "challenger": CHALLENGER, STRANGER: OTHER}[role]
    if GAME.allows(call, state, role):
        CALLS[call](scene, who)
        assert scene.court.page.games[scene.number].state in GAME.targets(call, state)
        scene.stage.next_block()
        return
    with pytest.raises(Refusal) as refused:
        CALLS[call](scene, who)
    assert isinstance(refused.value, RoleForbids | StateForbids)
    assert state == scene.court.page.games[scene.number].state


ME = 35


def member_in(state: MemberState) -> Court:
    """A juror in a state."""
    court = Court(members=False)
    if state == MemberState.NOTHING:
        return court
    court.call("join", Role.JUROR, sender=ME, value_wei=100 * COIN)
    if state == MemberState.LEAVING:
        court.call("resign", Role.JUROR, sender=ME)
    if state == MemberState.SUSPENDED:
        page = court.page
        member = page.members[Role.JUROR, account(ME)]
        page.members[Role.JUROR, account(ME)] = member.__class__(state, member.bond_wei)
        page.jurors.set(account(ME), 0)
    return court


@pytest.mark.parametrize("state", list(MemberState))
@pytest.mark.parametrize("call", MEMBERSHIP.calls)
def test_a_member_does_what_its_table_says(state: MemberState, call: str):
    """A registration is named by its owner alone, so the member is the one role there is."""
    court = member_in(state)
    value = 0 if call == "resign" else 100 * COIN
    if MEMBERSHIP.allows(call, state, "member"):
        court.call(call, Role.JUROR, sender=ME, value_wei=value)
        after = court.page.members[Role.JUROR, account(ME)].state
        assert after in MEMBERSHIP.targets(call, state)
        return
    with court.stage.refuses(StateForbids):
        court.call(call, Role.JUROR, sender=ME, value_wei=value)
