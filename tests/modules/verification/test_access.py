"""The member policy: whoever joins satisfies it."""

from dataclasses import replace

from chain.kit.admission import Denied, Reason
from chain.types.primitives import Wei
from modules.verification.records import MemberState, Role
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import SHORT, Court

POLICY = 3
MISSING = Reason.CREDENTIAL_MISSING


def test_judges_satisfy_the_member_policy() -> None:
    """Who joins is asked; who is a member already stays one."""
    court = Court(replace(SHORT, member_policy=POLICY), members=False)
    court.call("join", Role.JUROR, sender=5, value_wei=100 * COIN)
    assert [(POLICY, account(5))] == court.gate.admitted
    for who in (5, 6):
        court.gate.deny(POLICY, account(who), MISSING)
    with court.stage.refuses(Denied):
        court.call("join", Role.JUROR, sender=6, value_wei=100 * COIN)
    court.call("top_up", Role.JUROR, sender=5, value_wei=Wei(COIN))
    assert MemberState.ACTIVE == court.call("member", Role.JUROR, account(5), sender=1).state
