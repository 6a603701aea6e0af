"""The lives of devices, challenges, penalties and suspicions, as tables."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.devices.records import CaseStatus, ChallengeStatus, PenaltyStatus, Status

OWNER: Final = "owner"
VERIFIER: Final = "verifier"
PAYER: Final = "payer"

S, C, P, K = Status, ChallengeStatus, PenaltyStatus, CaseStatus

READY: Final = (S.PROBATION, S.ACTIVE, S.DEGRADED)  # may be drawn, and serves
BEATING: Final = (*READY, S.OFFLINE, S.SUSPECTED)
BONDED: Final = (*BEATING, S.MAINTENANCE)
FREE: Final = (*READY, S.OFFLINE, S.MAINTENANCE)  # bonded, and nobody's suspect
LIVE: Final = (*FREE, S.SUSPECTED, S.RETIRING)


def _stay(name: str, who: str, rule: str, *states: Status) -> tuple[Transition[Status], ...]:
    return tuple(Transition(name, (state,), (state,), (who,), rule) for state in states)


DEVICE: Final = StateMachine(
    "device",
    S.NOTHING,
    (
        Transition(
            "register",
            (S.NOTHING,),
            (S.REGISTERED,),
            (ANYONE,),
            "the owner, with the device key's signature over every field; the fee is burned",
        ),
        Transition("bond", (S.REGISTERED,), (S.PROBATION,), (OWNER,), "bond of class x capacity"),
        *_stay("top_up", OWNER, "adds to the bond", *BONDED),
        *_stay("set_price", OWNER, "of a unit of service", S.REGISTERED, *FREE),
        *_stay("beat", ANYONE, "in its window, signed by the device's key", *BEATING),
        *_stay("prove_beats", ANYONE, "under a root posted in its window", *BEATING),
        *_stay("pay_for_service", ANYONE, "owner is paid; the take burned and treasury", *READY),
        Transition(
            "epoch_ends",
            (S.PROBATION,),
            (S.PROBATION, S.ACTIVE, S.OFFLINE),
            (CHAIN,),
            "enough good epochs and challenges, or too few beats",
        ),
        Transition(
            "epoch_ends",
            (S.ACTIVE, S.DEGRADED),
            (S.ACTIVE, S.DEGRADED, S.OFFLINE),
            (CHAIN,),
            "by uptime: above both thresholds, below one, below both",
        ),
        Transition(
            "epoch_ends",
            (S.OFFLINE,),
            (S.OFFLINE, S.ACTIVE, S.PROBATION),
            (CHAIN,),
            "good epochs bring it back, for a fee; each tier of absence is slashed",
        ),
        Transition("epoch_ends", (S.SUSPECTED,), (S.SUSPECTED,), (CHAIN,), "rewards stay escrowed"),
        *_stay(
            "declare_maintenance", OWNER, "ahead, within the year's budget", S.ACTIVE, S.DEGRADED
        ),
        Transition(
            "maintenance_begins",
            (S.ACTIVE, S.DEGRADED),
            (S.MAINTENANCE,),
            (CHAIN,),
            "at the declared height; the clock stands still and earns nothing",
        ),
        Transition(
            "end_maintenance",
            (S.MAINTENANCE,),
            (S.ACTIVE, S.DEGRADED),
            (OWNER,),
            "back before time; what was not used goes back to the budget",
        ),
        Transition(
            "maintenance_ends",
            (S.MAINTENANCE,),
            (S.ACTIVE, S.DEGRADED),
            (CHAIN,),
            "at the declared end",
        ),
        *_stay(
            "transfer", OWNER, "owner and device key sign; earned rewards stay", S.REGISTERED, *FREE
        ),
        *_stay("rotate_key", OWNER, "old and new key sign; the old is spent", S.REGISTERED, *FREE),
        Transition("relocate", (S.REGISTERED,), (S.REGISTERED,), (OWNER,), "signed by the key"),
        Transition(
            "relocate",
            (*READY, S.OFFLINE),
            (S.PROBATION,),
            (OWNER,),
            "signed by the key; probation begins again",
        ),
        Transition(
            "suspect",
            (*FREE, S.RETIRING),
            (S.SUSPECTED,),
            (ANYONE,),
            "a challenger with a bond at the verifier; rewards stay escrowed",
        ),
        Transition(
            "case_ends",
            (S.SUSPECTED,),
            (*FREE, S.RETIRING, S.BANNED),
            (CHAIN,),
            "by the ruling; without one in time it is cleared",
        ),
        Transition("retire", (S.REGISTERED,), (S.RETIRED,), (OWNER,), "nothing was bonded"),
        Transition("retire", FREE, (S.RETIRING,), (OWNER,), "slashable until the bond is back"),
        Transition(
            "unbonds",
            (S.RETIRING,),
            (S.RETIRED,),
            (CHAIN,),
            "bond and escrow to their owners, after every open penalty",
        ),
    ),
    resting={S.REGISTERED: "no coins are locked"},
)

CHALLENGE: Final = StateMachine(
    "challenge",
    C.NOTHING,
    (
        Transition("draw", (C.NOTHING,), (C.DRAWN,), (CHAIN,), "by the beacon of a later block"),
        Transition(
            "answer_challenge",
            (C.DRAWN,),
            (C.ANSWERED,),
            (ANYONE,),
            "in the response window, signed by the device's key over the nonce",
        ),
        Transition("attest", (C.ANSWERED,), (C.ANSWERED,), (VERIFIER,), "reachable or not, once"),
        Transition("challenge_ends", (C.DRAWN,), (C.MISSED,), (CHAIN,), "no answer is a miss"),
        Transition(
            "challenge_ends",
            (C.ANSWERED,),
            (C.PASSED, C.DENIED),
            (CHAIN,),
            "the majority of verifiers; a tie, or silence, lets the answer stand",
        ),
    ),
)

PENALTY: Final = StateMachine(
    "penalty",
    P.NOTHING,
    (
        Transition("file", (P.NOTHING,), (P.PENDING,), (CHAIN,), "what an epoch's end found"),
        Transition(
            "report_unserved",
            (P.NOTHING,),
            (P.PENDING,),
            (PAYER,),
            "who paid and was not served, once a receipt",
        ),
        Transition(
            "appeal",
            (P.PENDING,),
            (P.APPEALED,),
            (OWNER,),
            "the owner, with a bond at the verifier: a jury decides",
        ),
        Transition("appeal_window_ends", (P.PENDING,), (P.EXECUTED,), (CHAIN,), "slashed"),
        Transition(
            "appeal_ends",
            (P.APPEALED,),
            (P.EXECUTED, P.LIFTED),
            (CHAIN,),
            "by the ruling; without one in time it is lifted",
        ),
    ),
)

CASE: Final = StateMachine(
    "case",
    K.NOTHING,
    (
        Transition("suspect", (K.NOTHING,), (K.OPEN,), (ANYONE,), "a challenger with a bond"),
        Transition(
            "case_ruled",
            (K.OPEN,),
            (K.CLEARED, K.CONVICTED),
            (CHAIN,),
            "the jury's word: cleared, or slashed and banned",
        ),
        Transition("case_expires", (K.OPEN,), (K.LAPSED,), (CHAIN,), "no ruling in time clears"),
    ),
)
