"""The lives of clients, routes, packets, arrivals and attesters, as data."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.bridge.records import (
    ArrivalState,
    AttesterState,
    ClientState,
    PacketState,
    RouteState,
)

GOVERNANCE: Final = "governance"
GUARDIAN: Final = "guardian"
VALIDATOR: Final = "validator"
C, R, P, A, T = ClientState, RouteState, PacketState, ArrivalState, AttesterState
LIVE: Final = (C.ACTIVE, C.FROZEN)

CLIENT: Final = StateMachine(
    "client",
    C.NOTHING,
    (
        Transition(
            "create_client", (C.NOTHING,), (C.ACTIVE,), (GOVERNANCE,), "trust begins at a header"
        ),
        Transition(
            "update_client",
            (C.ACTIVE,),
            (C.ACTIVE, C.FROZEN),
            (ANYONE,),
            "a proven header is trusted; one that contradicts another freezes",
        ),
        Transition(
            "submit_misbehaviour",
            (C.ACTIVE,),
            (C.FROZEN,),
            (ANYONE,),
            "two proven headers that cannot stand side by side",
        ),
        Transition("announce_substitute", LIVE, LIVE, (GOVERNANCE,), "a wait begins"),
        Transition(
            "substitute_client",
            LIVE,
            (C.SUBSTITUTED,),
            (ANYONE,),
            "after the wait: the substitute answers for it",
        ),
    ),
    resting={
        C.ACTIVE: "a client holds no coins",
        C.FROZEN: "packets under way wait for governance to name a substitute",
    },
)

STANDING: Final = (R.OPEN, R.PAUSED)
ROUTE: Final = StateMachine(
    "route",
    R.NOTHING,
    (
        Transition(
            "open_route", (R.NOTHING,), (R.OPEN,), (GOVERNANCE,), "bound for ever to its end"
        ),
        Transition(
            "pause",
            STANDING,
            (R.PAUSED,),
            (GUARDIAN,),
            "no sends, receipts and releases; refunds go on",
        ),
        Transition("resume", (R.PAUSED,), (R.OPEN,), (GOVERNANCE,), "all goes on"),
        Transition("kill_route", STANDING, (R.KILLED,), (GOVERNANCE,), "refunds only, for ever"),
    ),
    resting={
        R.OPEN: "packets go on by themselves",
        R.PAUSED: "refunds go on, and what waits for release may go back after a week",
    },
)

PACKET: Final = StateMachine(
    "packet",
    P.NOTHING,
    (
        Transition(
            "send", (P.NOTHING,), (P.SENT,), (ANYONE,), "coins are locked, or vouchers burned"
        ),
        Transition("add_fee", (P.SENT,), (P.SENT,), (ANYONE,), "coins sent join the fee"),
        Transition(
            "acknowledge",
            (P.SENT,),
            (P.ACKNOWLEDGED, P.REFUNDED),
            (ANYONE,),
            "an answer is proven: without success all goes back; half the fee to each carrier",
        ),
        Transition(
            "timeout",
            (P.SENT,),
            (P.TIMED_OUT,),
            (ANYONE,),
            "absence after the last second is proven: all goes back, and half the fee",
        ),
    ),
    resting={
        P.SENT: "no clock of this chain knows what the other did: anybody may prove either end",
    },
)

ARRIVAL: Final = StateMachine(
    "arrival",
    A.NOTHING,
    (
        Transition(
            "deliver",
            (A.NOTHING,),
            (A.DELIVERED, A.FAILED, A.DELAYED),
            (ANYONE,),
            "proven, once: paid, or refused with an answer, or large and so delayed",
        ),
        Transition(
            "release",
            (A.DELAYED,),
            (A.DELIVERED, A.FAILED),
            (ANYONE,),
            "after the delay: paid, or refused with an answer",
        ),
        Transition(
            "refuse",
            (A.DELAYED,),
            (A.FAILED,),
            (GOVERNANCE,),
            "answered without success: it goes back on the other chain",
        ),
        Transition(
            "send_back",
            (A.DELAYED,),
            (A.FAILED,),
            (ANYONE,),
            "where the route was killed, or still stands still a week after the delay: the same",
        ),
    ),
    resting={A.DELAYED: "anybody may release it, or send it back; a clock makes no calls"},
)

HELD: Final = (T.BONDED, T.LEAVING)
ATTESTER: Final = StateMachine(
    "attester",
    T.NOTHING,
    (
        Transition(
            "bond_attester",
            (T.NOTHING, T.LEFT, T.BONDED),
            (T.BONDED,),
            (VALIDATOR,),
            "coins sent join the bond",
        ),
        Transition("name_key", (T.BONDED,), (T.BONDED,), (VALIDATOR,), "old keys still convict"),
        Transition("leave_attesters", (T.BONDED,), (T.LEAVING,), (VALIDATOR,), "a wait begins"),
        Transition("bond_returns", (T.LEAVING,), (T.LEFT,), (CHAIN,), "the bond goes back"),
        Transition(
            "accuse",
            HELD,
            (T.REMOVED,),
            (ANYONE,),
            "a proven lie: the bond is burned but for the accuser's part; there is no way back",
        ),
    ),
    resting={
        T.BONDED: "the validator leaves when it wants",
        T.LEFT: "nothing is held; a validator may bond again",
    },
)
