"""
Bisection: a worker claims a wrong result, and one step executed by the chain convicts it.

    client --order--> liar: a made-up end of the trace    challenger: a bond, its own honest trace
    halves, halves, ... --> one step --> the chain executes it --> bonds and pay by the rules
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_HASH, Hash32
from modules.compute.records import OrderState
from modules.verification.records import ClaimState, GameState, Side
from modules.verification.vm_step import state_hash, trace_digest
from modules.verification.vm_trace import Trace
from tests.modules.verification.programs import SUM, sum_memory
from tests.stories.books import Books
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
from tests.stories.stage import StoryChain

PEOPLE = ("client", "liar", "challenger")
HURRY = {
    "verification": {
        "reveal_blocks": 50,
        "challenge_blocks": 40,
        "respond_blocks": 60,
        "clock_blocks": 400,
    }
}
WORDS: Final = [3, 1, 4, 1, 5, 9, 2, 6]  # what the program adds up
STEPS_MAX: Final = 400
WRONG_FROM: Final = 30  # the first state that the liar made up
BOND_WEI: Final = PAY_WEI // 10  # of the challenge and of the answer: verification.bond_bps


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """One lie, from the order to the last coin."""
    books = Books(chain)
    honest = Trace(SUM, sum_memory(WORDS), STEPS_MAX)
    end = replace(honest.end, registers=(0, 1_000, *honest.end.registers[2:]))
    claimed = [*honest.hashes[:WRONG_FROM], *(_made_up(h) for h in honest.hashes[WRONG_FROM:])]
    claimed[-1] = state_hash(end)
    terms = judged_at(Level.BISECTION, honest.program)
    digest = trace_digest(honest.steps, claimed[-1])
    order, claim = deliver(chain, "client", "liar", terms, digest)
    say(f"order {order}: the sum of {len(WORDS)} words, {honest.steps} steps; a result is sealed")
    chain.send("liar", "verification", "revealTrace", claim, honest.steps, end, SALT)
    say(f"the liar shows 1,000 as the sum, not {sum(WORDS)}; silence would pay it")
    challenge = (claim, Level.BISECTION, Side.AGAINST_WORKER, ZERO_HASH)
    chain.send("challenger", "verification", "challenge", *challenge, value_wei=BOND_WEI)
    assert order_state(chain, order) == OrderState.DISPUTED
    chain.send("liar", "verification", "respond", claim, value_wei=BOND_WEI)
    say("a challenger puts up a bond, the liar one as large: the game begins")
    low = _play(chain, claim, honest, claimed)
    assert low == WRONG_FROM - 1, "the game ends at the first wrong step"
    say(f"one step is left, the one after {low}: the challenger proves it, the chain executes it")
    proven = chain.send("challenger", "verification", "proveStep", claim, honest.witness(low))
    step = chain.logged(proven, "verification", "StepExecuted")[0]
    assert step["found"] == honest.hashes[WRONG_FROM] != step["claimed"]
    assert chain.view("verification", "standing", claim).outcome_bps == 0
    until_claim(chain, claim, ClaimState.EXECUTED)
    assert order_state(chain, order) == OrderState.RESOLVED
    say("convicted: the window passes, and every coin moves once")
    assert retire(chain, "liar") == 0, "the bid's bond is lost whole"
    _check(chain, books)


def _made_up(found: Hash32) -> Hash32:
    return Hash32(bytes(byte ^ 0x5A for byte in found))


def _play(chain: StoryChain, claim: int, honest: Trace, claimed: list[Hash32]) -> int:
    """Make the moves of both sides down to one step; return the step both agree on."""
    while (game := chain.view("verification", "game", claim)).state != GameState.STEPPING:
        middle = (game.low + game.high) // 2
        if game.state == GameState.SPLITTING:
            chain.send("liar", "verification", "postMiddle", claim, claimed[middle])
        else:
            agrees = game.middle_hash == honest.hashes[middle]
            chain.send("challenger", "verification", "chooseHalf", claim, agrees)
    return int(game.low)


def _check(chain: StoryChain, books: Books) -> None:
    """Half of what the liar lost is the challenger's, the rest the treasury's."""
    statements = books.close()
    results_wei = {name: statement.result_wei for name, statement in statements.items()}
    lost_wei = BOND_WEI + BID_BOND_WEI
    assert results_wei == {"client": 0, "liar": -lost_wei, "challenger": lost_wei // 2}
    income_wei = statements["challenger"].income_wei
    assert income_wei["verification: bond_returned"] == BOND_WEI
    assert income_wei["verification: bond_won"] == BOND_WEI // 2
    assert income_wei["verification: forfeit_won"] == BID_BOND_WEI // 2
    for reason, amount_wei in (("bond", BOND_WEI), ("forfeit", BID_BOND_WEI)):
        rest_wei = moved_wei(chain, "verification", f"{reason}_to_treasury", target="treasury")
        assert rest_wei == amount_wei - amount_wei // 2, reason
    assert chain.balance_wei("compute") == 0
    assert chain.balance_wei("verification") == 0
