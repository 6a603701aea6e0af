"""The lives of assets, their tags, offers, licences, revocations and cases, as tables."""

from typing import Final

from chain.kit.state_machine import ANYONE, CHAIN, StateMachine, Transition
from modules.licensing.records import (
    AssetState,
    CaseState,
    LicenceState,
    OfferState,
    RevocationState,
    TagState,
)

OWNER: Final = "owner"  # of the asset: the licensor
TRUE_OWNER: Final = "true owner"  # whom a ruling gave a tagged asset to
HOLDER: Final = "holder"  # of the licence
USER: Final = "user"  # a seat's or a delegated app's account
REVOKER: Final = "revoker"

A, L, R, C, G = AssetState, LicenceState, RevocationState, CaseState, TagState
KNOWN: Final = (A.DRAFT, A.LISTED, A.PAUSED, A.RETIRED)
OPEN: Final = (A.DRAFT, A.LISTED, A.PAUSED)
VALID: Final = (L.ACTIVE, L.CANCELLING, L.GRACE)  # the data may be used
STORED_LIVE: Final = (*VALID, L.OVERDUE)
LIVE: Final = (*STORED_LIVE, L.SUSPENDED)


def _stay(
    name: str, states: tuple[AssetState, ...], who: str, rule: str
) -> tuple[Transition[AssetState], ...]:
    return tuple(Transition(name, (state,), (state,), (who,), rule) for state in states)


def _keep(
    name: str, states: tuple[LicenceState, ...], who: str, rule: str
) -> tuple[Transition[LicenceState], ...]:
    return tuple(Transition(name, (state,), (state,), (who,), rule) for state in states)


ASSET: Final = StateMachine(
    "asset",
    A.NOTHING,
    (
        Transition("create_asset", (A.NOTHING,), (A.DRAFT,), (ANYONE,), "the coins sent are bond"),
        *_stay("add_version", OPEN, OWNER, "parents by licences; royalties fixed"),
        Transition("list_asset", (A.DRAFT,), (A.LISTED,), (OWNER,), "not while tagged"),
        Transition("pause_asset", (A.LISTED,), (A.PAUSED,), (OWNER,), "no sales, no renewals"),
        Transition("resume_asset", (A.PAUSED,), (A.LISTED,), (OWNER,), "not while tagged"),
        *_stay("open_offer", (A.LISTED, A.PAUSED), OWNER, "terms fixed by their hash"),
        Transition(
            "retire_asset",
            OPEN,
            (A.RETIRED,),
            (OWNER,),
            "licences go on; the bond comes back after a time",
        ),
        *_stay("transfer_asset", KNOWN, OWNER, "the vault is paid to the old owner first"),
        *_stay("claim_vault", KNOWN, ANYONE, "pays the owner; not while disputed or tagged"),
        Transition(
            "request_erasure",
            KNOWN,
            (A.RETIRED,),
            (ANYONE,),
            "whom the erasure policy admits; licences end, what they deferred is refunded",
        ),
        *_stay("prove_erasure", (A.RETIRED,), OWNER, "in time, or bond and vault pay"),
        Transition(
            "redirected", (A.LISTED,), (A.PAUSED,), (CHAIN,), "a ruling names the true owner"
        ),
        Transition("tag_stands", KNOWN, (A.RETIRED,), (CHAIN,), "income is the community's"),
        Transition(
            "erasure_overdue", (A.RETIRED,), (A.RETIRED,), (CHAIN,), "bond and vault pay the pool"
        ),
        Transition("bond_ends", (A.RETIRED,), (A.RETIRED,), (CHAIN,), "the bond is the owner's"),
    ),
    dict.fromkeys(OPEN, "only its own bond lies in it, and its owner may retire it"),
)

TAG: Final = StateMachine(
    "tag",
    G.CLEAN,
    (
        Transition(
            "raise_dispute",
            (G.CLEAN,),
            (G.CHALLENGED,),
            (ANYONE,),
            "bond at the verifier; the vault waits",
        ),
        Transition(
            "dispute_ruled", (G.CHALLENGED,), (G.CLEAN, G.TAGGED), (CHAIN,), "the jury's word"
        ),
        Transition("dispute_expires", (G.CHALLENGED,), (G.CLEAN,), (CHAIN,), "no word clears"),
        Transition("contest_tag", (G.TAGGED,), (G.TAGGED,), (OWNER,), "bond at the verifier"),
        Transition("contest_ruled", (G.TAGGED,), (G.TAGGED, G.CLEAN), (CHAIN,), "the jury's word"),
        Transition("contest_expires", (G.TAGGED,), (G.TAGGED,), (CHAIN,), "the tag stays"),
        Transition("clear_tag", (G.TAGGED,), (G.CLEAN,), (TRUE_OWNER,), "escrow is theirs"),
        Transition("retire_asset", (G.CLEAN,), (G.CLEAN,), (OWNER,), "nothing is said against it"),
        Transition("retire_asset", (G.TAGGED,), (G.CLEAN,), (TRUE_OWNER,), "escrow is theirs"),
        Transition(
            "tag_stands",
            (G.TAGGED,),
            (G.CLEAN,),
            (CHAIN,),
            "the true owner's if there is one, else void and the community's",
        ),
    ),
)

OFFER: Final = StateMachine(
    "offer",
    OfferState.NOTHING,
    (
        Transition(
            "open_offer", (OfferState.NOTHING,), (OfferState.ACTIVE,), (OWNER,), "terms fixed"
        ),
        Transition(
            "buy", (OfferState.ACTIVE,), (OfferState.ACTIVE,), (ANYONE,), "price and deposit"
        ),
        Transition(
            "close_offer", (OfferState.ACTIVE,), (OfferState.CLOSED,), (OWNER,), "licences go on"
        ),
    ),
    {OfferState.ACTIVE: "no coins lie in an offer"},
)

LICENCE: Final = StateMachine(
    "licence",
    L.NOTHING,
    (
        Transition(
            "buy", (L.NOTHING,), (L.PENDING, L.ACTIVE), (ANYONE,), "who pays may be a sponsor"
        ),
        Transition("approve", (L.PENDING,), (L.ACTIVE,), (OWNER,), "the term begins"),
        Transition("reject", (L.PENDING,), (L.REJECTED,), (OWNER,), "everything goes back"),
        Transition(
            "approval_times_out", (L.PENDING,), (L.REJECTED,), (CHAIN,), "everything goes back"
        ),
        *(
            Transition("use", (s,), (s, L.EXHAUSTED), (HOLDER, USER), "quota, purpose, app")
            for s in VALID
        ),
        *_keep("delegate_app", VALID, HOLDER, "an app's account may use it"),
        *_keep("assign_seat", VALID, HOLDER, "at most as many as there are"),
        *_keep("unassign_seat", VALID, HOLDER, "the seat is free at once"),
        Transition("transfer_licence", (L.ACTIVE,), (L.ACTIVE,), (HOLDER,), "seats are cleared"),
        Transition("waive", (L.PENDING,), (L.REJECTED,), (HOLDER,), "everything goes back"),
        Transition(
            "waive",
            (*VALID, L.SUSPENDED),
            (L.REVOKED,),
            (HOLDER,),
            "the price is earned, the deposit goes back",
        ),
        Transition(
            "return_rental",
            (L.ACTIVE, L.OVERDUE, L.SUSPENDED),
            (L.RETURNED,),
            (HOLDER,),
            "deposit less late fee",
        ),
        Transition("cancel", (L.ACTIVE,), (L.CANCELLING,), (HOLDER,), "no renewal any more"),
        Transition("renew", (L.ACTIVE, L.GRACE), (L.ACTIVE,), (ANYONE,), "under the standing cap"),
        *_keep("fund_standing", (*VALID, L.SUSPENDED), HOLDER, "coins for renewals"),
        *_keep("withdraw_standing", LIVE, HOLDER, "what is left of them"),
        *_keep("settle", LIVE, ANYONE, "pays what is due"),
        Transition(
            "settle", (L.REVOKED,), (L.REVOKED,), (ANYONE,), "refunds where the asset is void"
        ),
        *_keep("revoke", (*VALID, L.SUSPENDED), OWNER, "takes effect after notice"),
        *_keep("order_revocation", (*VALID, L.SUSPENDED), ANYONE, "whom the policy admits"),
        Transition("revoked", LIVE, (L.REVOKED,), (CHAIN,), "pro-rata refund, but not for breach"),
        Transition(
            "term_ends",
            (L.ACTIVE,),
            (L.ACTIVE, L.EXPIRED, L.OVERDUE, L.GRACE),
            (CHAIN,),
            "all is earned",
        ),
        Transition(
            "term_ends", (L.CANCELLING,), (L.CANCELLING, L.ENDED), (CHAIN,), "all is earned"
        ),
        Transition("grace_ends", (L.GRACE,), (L.LAPSED,), (CHAIN,), "standing coins go back"),
        Transition("deposit_ends", (L.OVERDUE,), (L.EXPIRED,), (CHAIN,), "the fee took it all"),
        Transition("tagged", STORED_LIVE, (L.SUSPENDED,), (CHAIN,), "with its asset, at once"),
        Transition("cleared", (L.SUSPENDED,), STORED_LIVE, (CHAIN,), "its time goes on"),
        Transition("voided", STORED_LIVE, (L.REVOKED,), (CHAIN,), "pro-rata refund"),
    ),
)

REVOCATION: Final = StateMachine(
    "revocation",
    R.NONE,
    (
        Transition(
            "revoke", (R.NONE, R.LIFTED), (R.NOTICE,), (OWNER,), "no-fault brings the refund"
        ),
        Transition(
            "order_revocation", (R.NONE, R.LIFTED), (R.NOTICE,), (ANYONE,), "whom a policy admits"
        ),
        Transition(
            "withdraw_revocation", (R.NOTICE,), (R.LIFTED,), (REVOKER,), "what it brought goes back"
        ),
        Transition("appeal", (R.NOTICE,), (R.APPEALED,), (HOLDER,), "bond at the verifier"),
        Transition(
            "notice_ends", (R.NOTICE,), (R.EFFECTIVE, R.LIFTED), (CHAIN,), "the licence ends"
        ),
        Transition(
            "appeal_ruled", (R.APPEALED,), (R.EFFECTIVE, R.LIFTED), (CHAIN,), "the jury's word"
        ),
        Transition("appeal_expires", (R.APPEALED,), (R.LIFTED,), (CHAIN,), "the licence stays"),
    ),
    {R.LIFTED: "nothing waits in it; another notice may be given"},
)

CASE: Final = StateMachine(
    "case",
    C.NOTHING,
    (
        Transition("raise_dispute", (C.NOTHING,), (C.OPEN,), (ANYONE,), "evidence never used"),
        Transition("contest_tag", (C.NOTHING,), (C.OPEN,), (ANYONE,), "evidence never used"),
        Transition("appeal", (C.NOTHING,), (C.OPEN,), (ANYONE,), "evidence never used"),
        Transition("case_ruled", (C.OPEN,), (C.UPHELD, C.DISMISSED), (CHAIN,), "the jury's word"),
        Transition("case_expires", (C.OPEN,), (C.LAPSED,), (CHAIN,), "no word in time"),
    ),
)
