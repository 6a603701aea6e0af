"""A claim, a member and a game in every state they know, for walks and for silence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chain.kit.verdicts import Level, canary_seal, result_seal, vote_seal
from chain.types.primitives import ZERO_HASH, Wei
from modules.verification.records import ClaimState, GameState, Side
from tests.modules.stage import COIN, account
from tests.modules.triples import Scene
from tests.modules.verification.programs import sum_trace
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    OTHER,
    PAYER,
    SALT,
    VALUE,
    WORKER,
    Asker,
    Court,
    Kept,
    terms,
)

TRACE = sum_trace([5])
VOTER, ASKER = 30, 31
CANARY = canary_seal(account(PAYER), DIGEST, SALT)


@dataclass(frozen=True)
class CourtScene(Scene):
    """A scene that knows its court, and the numbers of its claims."""

    court: Court
    other: int


def fresh() -> Court:
    """A court whose VOTER is the only heavy juror and auditor, so that it sits."""
    court = Court()
    for role in range(4):
        court.call("join", role, sender=VOTER, value_wei=900_000 // 4 * COIN)
    return court


def earlier(court: Court) -> int:
    """A claim that later ones can be linked to."""
    return court.open(terms(Level.REQUESTER, program=TRACE.program), TRACE.digest)


def challenged(court: Court, level: Level) -> int:
    """A claim that a challenger objects to, with a program and a trace."""
    number = court.open(terms(Level.REQUESTER, program=TRACE.program), TRACE.digest)
    court.challenge(number, level)
    return number


def answered(court: Court, level: Level) -> int:
    """The same, and the worker stood by it."""
    number = challenged(court, level)
    court.call("reveal_trace", number, TRACE.steps, TRACE.end, SALT, sender=WORKER)
    court.respond(number)
    return number


KEPT: dict[object, tuple[Kept, int, int]] = {}


def again(state: object, make: Callable[[], CourtScene]) -> CourtScene:
    """A scene as it was made the first time, on a stage of its own."""
    if state not in KEPT:
        scene = make()
        KEPT[state] = scene.court.kept(), scene.number, scene.other
    kept, number, other = KEPT[state]
    court = Court(members=False)
    court.restore(kept)
    return CourtScene(court.stage, number, court, other)


def claim_in(state: ClaimState) -> CourtScene:
    """A claim in a state."""
    return again(("claim", state), lambda: _claim_in(state))


def game_in(state: GameState) -> CourtScene:
    """A game in a state; NOTHING is that of a claim without one."""
    return again(("game", state), lambda: _game_in(state))


def _claim_in(state: ClaimState) -> CourtScene:
    court = fresh()
    other = earlier(court)
    number = 0
    if state == ClaimState.COMMITTED:
        number = court.open(terms(Level.AUDIT, program=TRACE.program), TRACE.digest)
    elif state == ClaimState.REVEALED:
        number = court.open(terms(Level.AUDIT, canary=CANARY))
        court.reveal(number)
        court.vote(number, 0, 0, 0)
    elif state == ClaimState.CHALLENGED:
        number = challenged(court, Level.JURY)
        court.call("deposit", sender=WORKER, value_wei=50 * COIN)
    elif state in (ClaimState.EVIDENCE, ClaimState.DRAWING, ClaimState.VOTING):
        number = answered(court, Level.JURY)
        court.until(number, state)
    elif state == ClaimState.OPENING:
        number = court.open(terms(Level.REDUNDANCY))
        court.challenge(other, Level.JURY)
        court.until(number, ClaimState.VOTING)
        for voter in court.voters(number):
            court.seal(number, voter, 7)
    elif state == ClaimState.BISECTING:
        number = answered(court, Level.BISECTION)
    elif state in (ClaimState.RULED, ClaimState.EXECUTED):
        number = answered(court, Level.JURY)
        court.vote(number, 0, 0, 0)
        court.until(number, state)
    if number:
        assert state == court.state(number)
    return CourtScene(court.stage, number, court, other)


def _game_in(state: GameState) -> CourtScene:
    court = fresh()
    other = earlier(court)
    if state == GameState.NOTHING:
        return CourtScene(court.stage, court.open(terms(Level.REQUESTER)), court, other)
    number = answered(court, Level.BISECTION)
    if state == GameState.OVER:
        court.blocks(court.params.clock_blocks)
        return CourtScene(court.stage, number, court, other)
    while court.page.games[number].state != state:
        if court.page.games[number].state == GameState.SPLITTING:
            middle = sum((court.page.games[number].low, court.page.games[number].high)) // 2
            court.call("post_middle", number, TRACE.hashes[middle], sender=WORKER)
        else:
            court.call("choose_half", number, True, sender=CHALLENGER)
    return CourtScene(court.stage, number, court, other)


def sealed(number: int, seat: int) -> Any:
    """A seal of a juror's 0 bps in the first round."""
    return vote_seal(number, 0, account(seat), 0, SALT)


def _open(scene: Any, who: int) -> Any:
    values = (7, account(WORKER), account(PAYER), ZERO_HASH, terms(Level.REQUESTER), VALUE)
    return as_peer(scene, who).open_claim(*values)


def _accuse(scene: Any, who: int) -> Any:
    values = (7, account(WORKER), account(CHALLENGER), DIGEST, VALUE)
    return as_peer(scene, who).open_dispute(*values)


def as_peer(scene: Any, who: int) -> Any:
    """Verification as this account, or the asker's module, meets it."""
    return scene.court.peer(Asker.address if who == ASKER else account(who))


def _reveal(scene: Any, who: int) -> Any:
    digest = TRACE.digest
    seal = scene.court.page.claims[scene.number].seal
    if seal == result_seal(Asker.address, 7, account(WORKER), DIGEST, SALT):
        digest = DIGEST
    return scene.court.call("reveal", scene.number, digest, SALT, sender=who)


def _trace(scene: Any, who: int) -> Any:
    values = (scene.number, TRACE.steps, TRACE.end, SALT)
    return scene.court.call("reveal_trace", *values, sender=who)


def _respond(scene: Any, who: int) -> Any:
    if who == WORKER:
        _reveal_if_needed(scene)
    return scene.court.call("respond", scene.number, sender=who)


def _reveal_if_needed(scene: Any) -> None:
    progress = scene.court.progress(scene.number)
    if progress.state == ClaimState.CHALLENGED and not progress.is_revealed:
        _reveal(scene, WORKER)


def _link(scene: Any, who: int) -> Any:
    return as_peer(scene, who).link(scene.number, scene.other)


def _challenge(scene: Any, who: int) -> Any:
    side = Side.FOR_WORKER if who == WORKER else Side.AGAINST_WORKER
    if who == WORKER and scene.court.state(scene.number) == ClaimState.REVEALED:
        scene.court.page.progress[scene.number] = _against(scene)
    values = (scene.number, Level.JURY, side, DIGEST)
    return scene.court.call("challenge", *values, sender=who, value_wei=50 * COIN)


def _against(scene: Any) -> Any:
    progress = scene.court.progress(scene.number)
    return progress.__class__(**{**vars(progress), "outcome_bps": 0})


def _simple(name: str, *values: Any, value_wei: int = 0) -> Callable[[Any, int], Any]:
    """A call with a claim's number and fixed values."""
    return lambda scene, who: scene.court.call(
        name, scene.number, *values, sender=who, value_wei=value_wei
    )


CALLS: dict[str, Callable[[Any, int], Any]] = {
    "open_claim": _open,
    "open_dispute": _accuse,
    "reveal": _reveal,
    "reveal_trace": _trace,
    "accept": lambda scene, who: as_peer(scene, who).accept(scene.number),
    "link": _link,
    "challenge": _challenge,
    "respond": _respond,
    "add_evidence": _simple("add_evidence", DIGEST),
    "seal_vote": lambda scene, who: scene.court.call(
        "seal_vote", scene.number, sealed(scene.number, who), sender=who
    ),
    "open_vote": _simple("open_vote", 7, SALT),
    "open_canary": _simple("open_canary", SALT, value_wei=Wei(50 * COIN)),
    "post_middle": _simple("post_middle", DIGEST),
    "choose_half": _simple("choose_half", True),
    "prove_step": lambda scene, who: scene.court.call(
        "prove_step",
        scene.number,
        TRACE.witness(scene.court.page.games[scene.number].low),
        sender=who,
    ),
    "execute": _simple("execute"),
}
ACTORS = {
    "asker": ASKER,
    "worker": WORKER,
    "payer": PAYER,
    "challenger": CHALLENGER,
    "voter": VOTER,
    "stranger": OTHER,
}
