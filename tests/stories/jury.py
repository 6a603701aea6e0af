"""
Jury: three jurors rule for the client, seven on appeal for the worker, and the last word pays.

    client: delivered badly! --> jury of 3: against the worker    (provisional, nothing is paid)
    worker: appeal, twice the bond --> jury of 7: for it --> pay, bonds and seats by that ruling
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from chain.kit.verdicts import Level, vote_seal
from chain.types.primitives import ZERO_HASH, Hash32
from modules.compute.records import OrderState
from modules.verification.records import ClaimState, MemberState, Role, Side
from tests.stories.books import Books, Statement
from tests.stories.engagement import (
    BID_BOND_WEI,
    PAY_WEI,
    SALT,
    deliver,
    judged_at,
    order_state,
    retire,
    until_claim,
)
from tests.stories.moves import moved_wei
from tests.stories.stage import COIN, StoryChain

JURORS: Final = tuple(f"juror{number}" for number in range(1, 13))
PEOPLE = ("client", "worker", *JURORS)
HURRY = {
    "verification": {
        "challenge_blocks": 40,
        "respond_blocks": 60,
        "evidence_blocks": 5,
        "vote_blocks": 90,
        "open_blocks": 90,
        "unbonding_blocks": 20,
    }
}
MEMBER_WEI: Final = 100 * COIN  # verification.member_bond_wei_min
SEAT_FEE_WEI: Final = COIN // 10  # verification.seat_fee_wei
PENALTY_WEI: Final = 2 * COIN  # penalty_bps, a fifth, of seat_stake_wei
BOND_WEI: Final = PAY_WEI // 10  # of the first jury: verification.bond_bps
APPEAL_WEI: Final = 2 * BOND_WEI  # verification.appeal_bond_bps
FOR_WORKER, AGAINST_WORKER = 10_000, 0  # a juror's vote: bps that are the worker's
FIRST: Final = (AGAINST_WORKER, AGAINST_WORKER, FOR_WORKER)
SECOND: Final = (FOR_WORKER,) * 5 + (AGAINST_WORKER, None)  # the last one sleeps
POOL_WEI: Final = 10 * SEAT_FEE_WEI // 10  # canary_share_bps of both rounds' fees


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """One dispute, from the order to the last coin."""
    books = Books(chain)
    for name in JURORS:
        chain.send(name, "verification", "join", Role.JUROR, value_wei=MEMBER_WEI)
    say(f"{len(JURORS)} jurors join with 100 coins each")
    digest = Hash32(bytes(range(32)))
    order, claim = deliver(chain, "client", "worker", judged_at(Level.REQUESTER), digest)
    say(f"order {order} is delivered; the client would only have to be silent")
    first = _first_jury(chain, claim, digest, say)
    assert order_state(chain, order) == OrderState.DISPUTED, "nothing is paid yet"
    second = _second_jury(chain, claim, say)
    until_claim(chain, claim, ClaimState.EXECUTED)
    assert order_state(chain, order) == OrderState.ACCEPTED
    say("nobody appeals once more: the second ruling is final, and every coin moves once")
    assert retire(chain, "worker") == BID_BOND_WEI, "no bond is lost"
    _leave(chain, say)
    _check(chain, books.close(), first, second)


def _first_jury(
    chain: StoryChain, claim: int, digest: Hash32, say: Callable[[str], None]
) -> Mapping[str, int | None]:
    challenge = (claim, Level.JURY, Side.AGAINST_WORKER, ZERO_HASH)
    price_wei = chain.view("verification", "challenge_price", claim, Level.JURY)
    assert price_wei == BOND_WEI + 3 * SEAT_FEE_WEI
    chain.send("client", "verification", "challenge", *challenge, value_wei=price_wei)
    chain.send("worker", "verification", "reveal", claim, digest, SALT)
    chain.send("worker", "verification", "respond", claim, value_wei=BOND_WEI)
    say("the client objects before a jury, with a bond; the worker shows its result and stands by")
    votes = _vote(chain, claim, 0, FIRST)
    assert chain.view("verification", "standing", claim).outcome_bps == AGAINST_WORKER
    say(f"three of the jurors are drawn: {', '.join(votes)}; two of them are for the client")
    return votes


def _second_jury(
    chain: StoryChain, claim: int, say: Callable[[str], None]
) -> Mapping[str, int | None]:
    appeal = (claim, Level.JURY, Side.FOR_WORKER, ZERO_HASH)
    price_wei = chain.view("verification", "challenge_price", claim, Level.JURY)
    assert price_wei == APPEAL_WEI + 7 * SEAT_FEE_WEI
    chain.send("worker", "verification", "challenge", *appeal, value_wei=price_wei)
    say("the worker appeals, with twice the bond: seven others are drawn")
    votes = _vote(chain, claim, 1, SECOND)
    assert chain.view("verification", "standing", claim).outcome_bps == FOR_WORKER
    say("five are for the worker, one is against it, one never votes: overturned")
    return votes


def _vote(
    chain: StoryChain, claim: int, index: int, votes: tuple[int | None, ...]
) -> dict[str, int | None]:
    """Let those drawn seal and open these votes; return who voted what."""
    until_claim(chain, claim, ClaimState.VOTING)
    seats = chain.view("verification", "seats_of", claim, index)
    names = {chain.account(name): name for name in JURORS}
    found = dict(zip((names[seat.voter] for seat in seats), votes, strict=True))
    for name, vote in found.items():
        if vote is not None:
            seal = vote_seal(claim, index, chain.account(name), vote, SALT)
            chain.send(name, "verification", "sealVote", claim, seal)
    until_claim(chain, claim, ClaimState.OPENING)
    for name, vote in found.items():
        if vote is not None:
            chain.send(name, "verification", "openVote", claim, vote, SALT)
    return found


def _leave(chain: StoryChain, say: Callable[[str], None]) -> None:
    for name in JURORS:
        chain.send(name, "verification", "resign", Role.JUROR)
    members = [chain.account(name) for name in JURORS]
    chain.wait_for(
        lambda: all(
            chain.view("verification", "member", Role.JUROR, member).state == MemberState.NOTHING
            for member in members
        )
    )
    say("all jurors leave with what is left of their bonds")


def _check(
    chain: StoryChain,
    statements: Mapping[str, Statement],
    first: Mapping[str, int | None],
    second: Mapping[str, int | None],
) -> None:
    """The last ruling is what counts, for everybody, in both rounds."""
    expected_wei = dict.fromkeys(JURORS, 0)
    voters_wei = BOND_WEI * 3 // 10  # voters_bps of the client's bond, which is lost
    pots_wei = (voters_wei + 3 * SEAT_FEE_WEI * 9 // 10, 7 * SEAT_FEE_WEI * 9 // 10)
    for votes, pot_wei in zip((first, second), pots_wei, strict=True):
        right = Counter(votes.values())[FOR_WORKER]
        pot_wei += (len(votes) - right) * PENALTY_WEI
        share_wei = pot_wei // right
        assert share_wei * right == pot_wei, "these pots leave nothing over"
        for name, vote in votes.items():
            expected_wei[name] = share_wei if vote == FOR_WORKER else -PENALTY_WEI
    won_wei = BOND_WEI // 2  # winner_bps of the client's bond
    pay_wei = PAY_WEI - PAY_WEI // 20  # less compute.take_bps
    expected_wei["client"] = -PAY_WEI - BOND_WEI - 3 * SEAT_FEE_WEI
    expected_wei["worker"] = pay_wei + won_wei - 7 * SEAT_FEE_WEI
    found_wei = {name: statement.result_wei for name, statement in statements.items()}
    assert found_wei == expected_wei, f"{found_wei} found, {expected_wei} expected"
    rest_wei = BOND_WEI - won_wei - voters_wei
    assert moved_wei(chain, "verification", "bond_to_treasury", target="treasury") == rest_wei
    take_wei = PAY_WEI // 20
    assert moved_wei(chain, "compute", "take_burned") == take_wei // 2  # take_burn_bps
    assert moved_wei(chain, "compute", "take", target="treasury") == take_wei - take_wei // 2
    holdings = chain.view("verification", "holdings")
    assert holdings.canary_wei == POOL_WEI == chain.balance_wei("verification")
    assert chain.balance_wei("compute") == 0
