"""The lives of a claim, a member and a bisection, as tables."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.verification.records import ClaimState, GameState, MemberState

ASKER: Final = "asker"  # the module that asked
WORKER: Final = "worker"
PAYER: Final = "payer"
CHALLENGER: Final = "challenger"  # of any round so far
VOTER: Final = "voter"  # drawn in the round that is under way
MEMBER: Final = "member"  # whose registration it is

N, C, R, X = ClaimState.NOTHING, ClaimState.COMMITTED, ClaimState.REVEALED, ClaimState.CHALLENGED
E, D, V, O = ClaimState.EVIDENCE, ClaimState.DRAWING, ClaimState.VOTING, ClaimState.OPENING  # noqa: E741
B, RULED, DONE = ClaimState.BISECTING, ClaimState.RULED, ClaimState.EXECUTED
OPEN: Final = (C, R, X, E, D, V, O, B)

CLAIM: Final = StateMachine(
    "claim",
    N,
    (
        Transition("open_claim", (N,), (C, R, D, RULED), (ASKER,), "fee paid, terms fixed"),
        Transition("open_dispute", (N,), (E,), (ASKER,), "bond and fee of the challenger"),
        Transition("reveal", (C,), (D, E), (WORKER,), "opens the seal"),
        Transition("reveal", (X,), (X,), (WORKER,), "opens the seal"),
        Transition("reveal", (O,), (O, R), (WORKER,), "the last one counts the copies"),
        Transition("reveal_trace", (C,), (R, D, E), (WORKER,), "opens the seal of a trace's end"),
        Transition("reveal_trace", (X,), (X,), (WORKER,), "opens the seal of a trace's end"),
        Transition("accept", (R,), (R, RULED), (ASKER, PAYER), "final unless it waits for another"),
        *(
            Transition(
                "link", (state,), (state,), (ASKER, WORKER), "it falls with an earlier claim"
            )
            for state in OPEN
        ),
        Transition("challenge", (R,), (X, E, D), (ANYONE,), "bond and fee; up only"),
        Transition("respond", (X,), (E, D, B), (WORKER,), "as large a bond"),
        Transition("add_evidence", (E,), (E,), (WORKER, PAYER, CHALLENGER), "a few hashes each"),
        Transition("seal_vote", (V,), (V, O), (VOTER,), "one seal a seat"),
        Transition("open_vote", (O,), (O, R, D, RULED), (VOTER,), "the last one counts the votes"),
        Transition("open_canary", (R,), (R,), (PAYER,), "outcome against the worker; bond"),
        Transition("post_middle", (B,), (B,), (WORKER,), "a move of the game"),
        Transition("choose_half", (B,), (B,), (CHALLENGER,), "a move of the game"),
        Transition("prove_step", (B,), (R,), (WORKER, CHALLENGER), "the chain executes the step"),
        Transition(
            "execute", (RULED,), (RULED, DONE), (ANYONE,), "one round a call, then the asker"
        ),
        Transition("not_revealed", (C,), (RULED,), (CHAIN,), "the worker loses"),
        Transition("draw", (D,), (V, R, RULED), (CHAIN,), "by the beacon of the height fixed"),
        Transition("unchallenged", (R,), (R, RULED), (CHAIN,), "the outcome is final"),
        Transition("unanswered", (X,), (R, RULED), (CHAIN,), "the challenger is right"),
        Transition("evidence_closed", (E,), (D,), (CHAIN,), "a jury is drawn"),
        Transition("voting_closed", (V,), (O,), (CHAIN,), "who sealed nothing is penalised"),
        Transition(
            "opening_closed",
            (O,),
            (R, D, RULED),
            (CHAIN,),
            "most votes decide; none: redraw once, then what stood before, or half each",
        ),
        Transition("clock_out", (B,), (R,), (CHAIN,), "who is on the move loses; both: status quo"),
        Transition("settle", (RULED,), (RULED, DONE), (CHAIN,), "as execute; again while refused"),
    ),
)

OUT, ACTIVE = MemberState.NOTHING, MemberState.ACTIVE
WEAK, LEAVING = MemberState.SUSPENDED, MemberState.LEAVING

MEMBERSHIP: Final = StateMachine(
    "member",
    OUT,
    (
        Transition("join", (OUT,), (ACTIVE,), (ANYONE,), "the coins sent are the bond"),
        Transition("top_up", (ACTIVE,), (ACTIVE,), (MEMBER,), "adds to the bond"),
        Transition("top_up", (WEAK,), (ACTIVE,), (MEMBER,), "adds to the bond: drawn again"),
        Transition("resign", (ACTIVE, WEAK), (LEAVING,), (MEMBER,), "not drawn any more"),
        Transition("suspended", (ACTIVE,), (WEAK,), (CHAIN,), "the bond fell below the least"),
        Transition("unbonded", (LEAVING,), (LEAVING, OUT), (CHAIN,), "the bond goes back"),
    ),
    resting={
        ACTIVE: "the bond is the member's own, and it may leave whenever it likes",
        WEAK: "the bond is the member's own, and it may leave whenever it likes",
    },
)

GAME: Final = StateMachine(
    "bisection",
    GameState.NOTHING,
    (
        Transition(
            "begin",
            (GameState.NOTHING, GameState.OVER),
            (GameState.SPLITTING, GameState.STEPPING),
            (CHAIN,),
            "the worker answered a challenge",
        ),
        Transition(
            "post_middle",
            (GameState.SPLITTING,),
            (GameState.CHOOSING,),
            (WORKER,),
            "the hash of the state half-way",
        ),
        Transition(
            "choose_half",
            (GameState.CHOOSING,),
            (GameState.SPLITTING, GameState.STEPPING),
            (CHALLENGER,),
            "the half with the fault",
        ),
        Transition(
            "prove_step",
            (GameState.STEPPING,),
            (GameState.OVER,),
            (WORKER, CHALLENGER),
            "the chain executes it: the claimed state stands or falls",
        ),
        Transition(
            "clock_out",
            (GameState.SPLITTING, GameState.CHOOSING, GameState.STEPPING),
            (GameState.OVER,),
            (CHAIN,),
            "who is on the move loses; at the last step both are, and both bonds burn in part",
        ),
    ),
)
